// Random numbers that are the same on every platform.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace support {

// The generator is splitmix64.
class random {
public:
    explicit random(std::uint64_t seed) : state_(seed) {}
    // Numbers chosen by a fuzzer: each is made of two of the bytes, starting with the low one; 0
    // when they are used up. `bytes` must outlive this.
    explicit random(std::string_view bytes) : state_(0), chosen_(true), bytes_(bytes) {}

    std::uint64_t bits() {
        if (!chosen_) return mixed();
        if (bytes_.size() < 2) return 0;
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes_[i]); };
        state_ = std::uint64_t{byte(0)} | std::uint64_t{byte(1)} << 8;
        bytes_.remove_prefix(2);
        return state_ | mixed() << 16;
    }
    std::size_t below(std::size_t n) { return static_cast<std::size_t>(bits() % n); }
    bool one_in(std::size_t n) { return below(n) == 0; }
    char byte_of(std::string_view set) { return set[below(set.size())]; }

private:
    std::uint64_t mixed() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }

    std::uint64_t state_;
    bool chosen_ = false;
    std::string_view bytes_{};
};

}  // namespace support
