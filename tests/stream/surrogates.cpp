#include <oaiwire/stream/surrogates.hpp>

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include <support/catch.hpp>

namespace surrogates_tests {

using namespace oaiwire;

namespace {

const std::string high = "\xED\xA0\xBD";  // U+D83D
const std::string low = "\xED\xB8\x80";   // U+DE00
const std::string face = "\xF0\x9F\x98\x80";
const std::string lost = "\xEF\xBF\xBD";

// The expected text, joined according to UTF-16.
std::string expected(const std::vector<std::uint32_t>& units) {
    std::string out;
    for (std::size_t i = 0; i != units.size(); ++i) {
        const bool is_high = units[i] >= 0xD800 && units[i] <= 0xDBFF;
        const bool is_low = units[i] >= 0xDC00 && units[i] <= 0xDFFF;
        if (is_high && i + 1 != units.size() && units[i + 1] >= 0xDC00 && units[i + 1] <= 0xDFFF) {
            append_utf8(out, 0x10000 + ((units[i] - 0xD800) << 10) + (units[i + 1] - 0xDC00));
            ++i;
        } else if (is_high || is_low) {
            out += lost;
        } else {
            append_utf8(out, units[i]);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("a pair split between two texts is joined in the second") {
    surrogate_joiner joiner;
    std::string first = "a" + high;
    joiner.join(first, 1);
    CHECK(first == "a");
    CHECK(joiner.holding());
    std::string second = low + "b";
    joiner.join(second, 1);
    CHECK(second == face + "b");
    CHECK_FALSE(joiner.holding());
}

TEST_CASE("an empty text between the halves has no effect") {
    surrogate_joiner joiner;
    std::string text = high;
    joiner.join(text, 1);
    std::string empty;
    joiner.join(empty, 1);
    CHECK(empty.empty());
    text = low;
    joiner.join(text, 1);
    CHECK(text == face);
}

TEST_CASE("slots are independent") {
    surrogate_joiner joiner;
    std::string a = high;
    joiner.join(a, 1);
    std::string b = low;
    joiner.join(b, 2);
    CHECK(b == lost);
    CHECK(joiner.held() == std::vector<surrogate_joiner::slot>{1});
    CHECK(joiner.give_up(1));
    CHECK_FALSE(joiner.give_up(1));
    CHECK_FALSE(joiner.holding());
}

TEST_CASE("unpaired halves become U+FFFD, one each") {
    surrogate_joiner joiner;
    std::string text = low + "x" + high + "y" + high + high;
    joiner.join(text, 1);
    CHECK(text == lost + "x" + lost + "y" + lost);
    CHECK(joiner.holding());
    std::string next = "z";
    joiner.join(next, 1);
    CHECK(next == lost + "z");
}

TEST_CASE("random texts of code units give the same result for every split") {
    std::mt19937 random(5);
    const std::uint32_t alphabet[] = {'a', 0xE4, 0x20AC, 0xD83D, 0xDBFF, 0xDE00, 0xDC00, 0xD83D};
    for (int round = 0; round != 3000; ++round) {
        std::vector<std::uint32_t> units(random() % 8);
        for (auto& u : units) u = alphabet[random() % 8];
        surrogate_joiner joiner;
        std::string joined;
        for (std::size_t i = 0; i != units.size();) {
            // a pair within one piece is joined by the JSON reader
            std::string piece;
            for (std::size_t n = 1 + random() % 3; n != 0 && i != units.size(); --n, ++i) {
                const bool pair = units[i] >= 0xD800 && units[i] <= 0xDBFF &&
                                  i + 1 != units.size() && units[i + 1] >= 0xDC00 &&
                                  units[i + 1] <= 0xDFFF;
                if (pair && n != 1) {
                    append_utf8(piece,
                                0x10000 + ((units[i] - 0xD800) << 10) + (units[i + 1] - 0xDC00));
                    ++i;
                    --n;
                } else {
                    append_utf8(piece, units[i]);
                }
            }
            joiner.join(piece, 9);
            joined += piece;
        }
        if (joiner.give_up(9)) joined += lost;
        CHECK(joined == expected(units));
        CHECK(find_invalid_utf8(joined) == std::string::npos);
    }
}

TEST_CASE("characters whose bytes start like those of a surrogate are not affected") {
    for (const std::string text : {"\xED\x80\x80", "\xED\x95\x9C", "\xED\x9F\xBF"}) {
        surrogate_joiner joiner;
        std::string first = text + high;
        joiner.join(first, 1);
        CHECK(first == text);
        std::string second = text;
        joiner.join(second, 1);
        CHECK(second == lost + text);
        CHECK_FALSE(joiner.holding());
        std::string third = text;
        joiner.join(third, 1);
        CHECK(third == text);
        CHECK_FALSE(joiner.holding());
    }
}

}  // namespace surrogates_tests
