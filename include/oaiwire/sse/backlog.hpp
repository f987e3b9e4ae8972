// backlog: bytes that wait to be read while more of them come. Knows not what the bytes mean.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2::sse {

class backlog {
public:
    // `rest` and `bytes` as one run, in memory of this object, until the next call. `rest` lies
    // elsewhere or is an end part of what the last call returned. Each byte is moved a constant
    // number of times, amortised.
    std::string_view join(std::string_view rest, std::string_view bytes);

    std::size_t capacity() const { return bytes_ ? capacity_ : 0; }

private:
    std::unique_ptr<char[]> bytes_{};
    std::size_t capacity_ = 0;  // means nothing once bytes_ has been moved away
};

}  // namespace oaiwire::inline v0_2::sse

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire::inline v0_2::sse {

OAIWIRE_INLINE std::string_view backlog::join(std::string_view rest, std::string_view bytes) {
    const std::size_t needed = rest.size() + bytes.size();
    // unsigned: an address before this memory is far behind its end
    const auto position = reinterpret_cast<std::uintptr_t>(rest.data()) -
                          reinterpret_cast<std::uintptr_t>(bytes_.get());
    char* to = bytes_.get();
    if (position < capacity() && needed <= capacity() - position) {
        to += position;
    } else if (needed <= capacity() / 2) {
        // if it lies here, as much has been read since the last move: this one is paid for
        std::memmove(to, rest.data(), rest.size());
    } else {
        std::unique_ptr<char[]> larger(new char[needed * 2]);
        to = larger.get();
        std::memcpy(to, rest.data(), rest.size());
        bytes_ = std::move(larger);
        capacity_ = needed * 2;
    }
    std::memcpy(to + rest.size(), bytes.data(), bytes.size());
    return {to, needed};
}

}  // namespace oaiwire::inline v0_2::sse

#endif  // OAIWIRE_DEFINES
