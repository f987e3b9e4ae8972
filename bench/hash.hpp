// The hash of a digest, for a peer of another standard library as well.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace bench {

class hash {
public:
    std::uint64_t value() const { return value_; }
    void start_from(std::uint64_t value) { value_ = value; }

    void add(std::uint64_t n) { value_ = (value_ ^ n) * 0x100000001b3; }
    void add(std::int64_t n) { add(static_cast<std::uint64_t>(n)); }
    void add(std::uint8_t n) { add(std::uint64_t{n}); }
    void add(std::string_view text) {
        for (const char c : text) add(std::uint64_t{static_cast<unsigned char>(c)});
        add(std::uint64_t{text.size()});
    }
    void add(const std::string& text) { add(std::string_view(text)); }
    void add(float f) {
        std::uint32_t bits;
        std::memcpy(&bits, &f, sizeof bits);
        add(std::uint64_t{bits});
    }
    void add(double d) { add(static_cast<float>(d)); }

private:
    std::uint64_t value_ = 0xcbf29ce484222325;
};

}  // namespace bench
