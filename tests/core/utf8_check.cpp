#include <oaiwire/core/utf8_check.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <ios>
#include <memory>
#include <string>
#include <string_view>

#include <support/random.hpp>

namespace utf8_check_tests {

using namespace oaiwire;

namespace {

// Copies into an allocation of exactly that size, so that sanitizers detect over-reads. All ways to
// check say the same.
bool judged(std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
    const char* const p = copy.get();
    const char* const end = p + text.size();
    const bool result = is_utf8({p, text.size()});
    CHECK(detail::is_utf8_by_characters(p, end) == result);
    if (text.size() >= 32) CHECK(detail::is_utf8_by_blocks(p, end) == result);
    if (text.size() < 32) CHECK(detail::is_short_utf8(p, text.size()) == result);
    return result;
}

bool valid(std::string_view text) {
    return find_invalid_utf8(text) == std::string_view::npos;
}

}  // namespace

TEST_CASE("texts of any length are valid exactly if a per-character check says so") {
    support::random r(31);
    std::size_t good = 0;
    for (int i = 0; i != 50'000; ++i) {
        std::string text;
        const std::size_t size = r.below(240);
        const bool ascii = r.one_in(3);
        while (text.size() < size) {
            if (r.one_in(150)) {
                text += r.byte_of("\x80\xBF\xC0\xC2\xE0\xED\xF0\xF4\xF5\xFF");
            } else if (ascii && !r.one_in(50)) {
                text += std::string(r.below(60), 'x');
            } else {
                const auto c = static_cast<std::uint32_t>(r.below(r.one_in(2) ? 0x10F7FF : 0x3000));
                append_utf8(text, c < 0xD800 ? c : c + 0x800);
            }
        }
        if (r.one_in(8)) text.resize(r.below(text.size() + 1));
        const bool expected = valid(text);
        if (expected) ++good;
        REQUIRE(judged(text) == expected);
    }
    CHECK(good > 5'000);
    CHECK(good < 45'000);
}

TEST_CASE("every pair of first and second byte is checked at every position of a long text") {
    std::size_t wrong = 0;
    for (const unsigned at : {0U, 14U, 15U, 16U, 30U, 78U, 79U, 80U, 93U, 94U, 95U}) {
        for (unsigned first = 0x80; first != 0x100; ++first) {
            for (unsigned second = 0; second != 0x100; ++second) {
                for (const std::string_view rest : {"", "\xBF", "\xBF\xBF"}) {
                    std::string text(at, 'x');
                    text += static_cast<char>(first);
                    text += static_cast<char>(second);
                    text += rest;
                    if (text.size() < 96) text.resize(96, 'x');
                    const char* const p = text.data();
                    const bool right = valid(text);
                    wrong += is_utf8(text) != right ? 1 : 0;
                    wrong += detail::is_utf8_by_blocks(p, p + text.size()) != right ? 1 : 0;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("every pair of first and second byte is checked at every position of a short text") {
    std::size_t wrong = 0;
    for (std::size_t at = 0; at != 30; ++at) {
        for (unsigned first = 0x80; first != 0x100; ++first) {
            for (unsigned second = 0; second != 0x100; ++second) {
                for (const std::string_view rest : {"", "\xBF", "\xBF\xBF", "\xBF\xBFx"}) {
                    std::string text(at, 'x');
                    text += static_cast<char>(first);
                    text += static_cast<char>(second);
                    text += rest;
                    if (text.size() >= 32) continue;
                    wrong += detail::is_short_utf8(text.data(), text.size()) != valid(text) ? 1 : 0;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a text that ends within a sequence is invalid") {
    for (const std::string_view character : {"\xc3\xa9", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4"}) {
        for (std::size_t before = 0; before != 100; ++before) {
            const std::string text = std::string(before, 'x') + std::string(character);
            CHECK(judged(text));
            for (std::size_t cut = 1; cut != character.size(); ++cut) {
                CHECK_FALSE(judged(std::string_view(text).substr(0, before + cut)));
            }
        }
    }
}

TEST_CASE(
    "the size of a sequence is what a check of each byte says, for every lead and second byte") {
    const auto size_of = [](const std::string& four) {
        const char* const next = utf8_advance(four.data(), four.data() + four.size()).next;
        return next != nullptr ? static_cast<unsigned>(next - four.data()) : 0;
    };
    for (unsigned first = 0; first != 256; ++first) {
        for (unsigned second = 0; second != 256; ++second) {
            for (const unsigned third : {0x00U, 0x41U, 0x7FU, 0x80U, 0xA5U, 0xBFU, 0xC0U, 0xFFU}) {
                for (const unsigned fourth : {0x00U, 0x7FU, 0x80U, 0x9AU, 0xBFU, 0xC0U, 0xE1U}) {
                    std::string four;
                    for (const unsigned byte : {first, second, third, fourth}) {
                        four += static_cast<char>(static_cast<unsigned char>(byte));
                    }
                    const std::uint32_t word = first | second << 8 | third << 16 | fourth << 24;
                    if (detail::size_of_sequence(word) != size_of(four)) {
                        FAIL(std::hex << word);
                    }
                }
            }
        }
    }
}

}  // namespace utf8_check_tests
