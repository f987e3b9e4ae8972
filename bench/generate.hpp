// Common parts of the input generators. They produce the same bytes in every run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

struct generator {
    std::uint64_t state;

    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % n;
    }
    template <std::size_t N>
    std::string_view one_of(const std::string_view (&list)[N]) {
        return list[below(N)];
    }
    std::string letters(std::size_t n, std::string_view set) {
        std::string out;
        while (n-- != 0) out += set[below(set.size())];
        return out;
    }
};

inline constexpr std::string_view hex = "0123456789abcdef";
inline constexpr std::string_view base62 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
inline constexpr std::string_view base64 =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";

// A token in JSON: mostly plain words, some escapes, some non-ASCII.
inline std::string_view token(generator& random) {
    static constexpr std::string_view plain[] = {
        " the",     " sky",  " is",       " blue",   ",",     " because", " light", " of",
        " shorter", " wave", "lengths",   " is",     " scat", "tered",    " more",  " by",
        " air",     ".",     " Rayleigh", " showed", " in",   " 1871",    ":",      " that",
        " its",     " in",   "tensity",   " goes",   " with", " the",     " inv",   "erse",
        " fourth",  " p",    "ower",      " of",     " it",   " -",       " so",    " violet"};
    static constexpr std::string_view other[] = {
        "\\n\\n", " \\\"blue\\\"", "\\n- ", " \\\\",   "é",   " –",
        "青",     "🌤",          " ²",    "\\u00e4", "\\t", " naïve"};
    return random.below(12) == 0 ? random.one_of(other) : random.one_of(plain);
}

}  // namespace bench
