// What each check of UTF-8 by wide blocks must say: `is_utf8`, such as detail::is_utf8_avx2(), is
// compared with find_invalid_utf8(). `least`: its shortest text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>
#include <support/catch.hpp>
#include <support/random.hpp>

namespace support {

// Copies into an allocation of exactly that size, so that sanitizers detect over-reads.
template <class Judge>
bool judged(Judge is_utf8, std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    return is_utf8(copy.get(), copy.get() + text.size());
}

inline bool is_valid(std::string_view text) {
    return oaiwire::find_invalid_utf8(text) == std::string_view::npos;
}

// How many pairs of first and second byte at these places are judged wrongly.
template <class Judge>
std::size_t wrong_pairs(Judge is_utf8, std::initializer_list<unsigned> places) {
    std::size_t wrong = 0;
    for (const unsigned at : places) {
        for (unsigned first = 0x80; first != 0x100; ++first) {
            for (unsigned second = 0; second != 0x100; ++second) {
                for (const std::string_view rest : {"", "\xBF", "\xBF\xBF", "\xBF\xBF\xBF"}) {
                    // what stands before and behind is ASCII
                    const std::string begun =
                        std::string{static_cast<char>(first), static_cast<char>(second)} +
                        std::string(rest) + 'x';
                    char text[192];
                    std::memset(text, 'x', sizeof text);
                    std::memcpy(text + at, begun.data(), begun.size());
                    wrong += is_utf8(text, text + sizeof text) != is_valid(begun) ? 1 : 0;
                }
            }
        }
    }
    return wrong;
}

template <class Judge>
void check_texts_of_any_script(Judge is_utf8, std::size_t least) {
    support::random r(32);
    std::size_t good = 0;
    for (int i = 0; i != 50'000; ++i) {
        std::string text;
        const std::size_t size = least + r.below(240);
        const bool ascii = r.one_in(3);
        while (text.size() < size) {
            if (r.one_in(200)) {
                text += r.byte_of("\x80\xBF\xC0\xC2\xE0\xED\xF0\xF4\xF5\xFF");
            } else if (ascii && !r.one_in(50)) {
                text += std::string(r.below(90), 'x');
            } else {
                const auto c = static_cast<std::uint32_t>(r.below(r.one_in(2) ? 0x10F7FF : 0x3000));
                oaiwire::append_utf8(text, c < 0xD800 ? c : c + 0x800);
            }
        }
        if (r.one_in(8)) text.resize(least + r.below(text.size() + 1 - least));
        const bool expected = is_valid(text);
        if (expected) ++good;
        REQUIRE(judged(is_utf8, text) == expected);
    }
    CHECK(good > 5'000);
    CHECK(good < 45'000);
}

template <class Judge>
void check_cut_sequences(Judge is_utf8, std::size_t least) {
    for (const std::string_view character : {"\xc3\xa9", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4"}) {
        for (std::size_t before = least; before != 200; ++before) {
            const std::string text = std::string(before, 'x') + std::string(character);
            CHECK(judged(is_utf8, text));
            for (std::size_t cut = 1; cut != character.size(); ++cut) {
                CHECK_FALSE(judged(is_utf8, std::string_view(text).substr(0, before + cut)));
            }
        }
    }
}

}  // namespace support
