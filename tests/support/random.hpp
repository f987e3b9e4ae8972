// Random numbers that are the same on every platform. Knows nothing of the library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace support {

// splitmix64
class random {
public:
    explicit random(std::uint64_t seed) : state_(seed) {}
    std::uint64_t bits() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    char byte_of(std::string_view set) { return set[below(set.size())]; }

private:
    std::uint64_t state_;
};

}  // namespace support
