// Common parts of the fuzz targets: promises that abort the program, randomness from the input, and
// pieces of bytes in allocations of their exact size.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <support/block.hpp>

namespace fuzz {

inline void must(bool kept, const char* promise, int line = __builtin_LINE(),
                 const char* file = __builtin_FILE()) {
    if (kept) return;
    std::fprintf(stderr, "%s:%d: broken: %s\n", file, line, promise);
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

// An input consists of a seed of four bytes and the text to test.
struct seeded {
    static constexpr std::size_t seed_size = 4;

    explicit seeded(std::string_view input) {
        for (const char c : input.substr(0, seed_size)) {
            state = state << 8 | static_cast<unsigned char>(c);
        }
        text = input.substr(std::min(seed_size, input.size()));
    }
    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % n;
    }

    std::string_view text{};
    std::uint64_t state = 0;
};

using support::block;

// Positions of the splits, ascending; a repeated position is an empty piece.
using cutting = std::vector<std::size_t>;

// Calls take(piece) for each piece, in an allocation that lives until the next call.
template <class F>
void each_piece(std::string_view text, const cutting& cuts, F&& take) {
    std::size_t from = 0;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const std::size_t to = i == cuts.size() ? text.size() : cuts[i];
        const block piece(text.substr(from, to - from));
        take(piece.view());
        from = to;
    }
}

// Splits at every byte, at three random sets of positions, and at random positions with empty
// pieces.
inline std::vector<cutting> cuttings(seeded& random, std::size_t size) {
    std::vector<cutting> all(5);
    for (std::size_t at = 1; at < size; ++at) all[0].push_back(at);
    for (std::size_t i = 1; i != all.size(); ++i) {
        const std::size_t stride = 1 + random.below(i == 1 ? 4 : 64);
        for (std::size_t at = random.below(stride + 1); at < size; at += 1 + random.below(stride)) {
            all[i].push_back(at);
            if (i == 4) all[i].push_back(at);
        }
    }
    return all;
}

}  // namespace fuzz
