// Bytes in an allocation of exactly their size, so that sanitizers detect over-reads and use after
// free.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace support {

struct block {
    explicit block(std::string_view text) : bytes(new char[text.size()]), size(text.size()) {
        text.copy(bytes.get(), size);
    }
    std::string_view view() const { return {bytes.get(), size}; }
    std::unique_ptr<char[]> bytes;
    std::size_t size;
};

}  // namespace support
