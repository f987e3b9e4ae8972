// Enumerates the ways to split a text into pieces.
#pragma once

#include <cstddef>
#include <vector>

namespace support {

// Positions of the splits, ascending; a repeated position is an empty piece.
using cutting = std::vector<std::size_t>;

namespace detail {

// Calls f(cuts), and again with an empty piece at every position and at both ends.
template <class F>
void with_and_without_empty_pieces(const cutting& cuts, std::size_t size, cutting& empties, F& f) {
    f(cuts);
    empties.assign(1, 0);
    for (const std::size_t at : cuts) empties.insert(empties.end(), 2, at);
    empties.push_back(size);
    f(static_cast<const cutting&>(empties));
}

}  // namespace detail

template <class F>
void every_cut_in_two(std::size_t size, F&& f) {
    cutting cuts(1), empties;
    for (cuts[0] = 0; cuts[0] <= size; ++cuts[0]) {
        detail::with_and_without_empty_pieces(cuts, size, empties, f);
    }
}

template <class F>
void every_cut_in_three(std::size_t size, F&& f) {
    cutting cuts(2), empties;
    for (cuts[0] = 1; cuts[0] < size; ++cuts[0]) {
        for (cuts[1] = cuts[0] + 1; cuts[1] < size; ++cuts[1]) {
            detail::with_and_without_empty_pieces(cuts, size, empties, f);
        }
    }
}

// All 2^(size-1) splits.
template <class F>
void every_cutting(std::size_t size, F&& f) {
    if (size == 0) return;
    cutting cuts, empties;
    const std::size_t count = std::size_t{1} << (size - 1);
    for (std::size_t mask = 0; mask != count; ++mask) {
        cuts.clear();
        for (std::size_t at = 1; at != size; ++at) {
            if ((mask >> (at - 1) & 1) != 0) cuts.push_back(at);
        }
        detail::with_and_without_empty_pieces(cuts, size, empties, f);
    }
}

}  // namespace support
