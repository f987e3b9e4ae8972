#include <oaiwire/websocket/text_check.hpp>

#include <oracle/utf8.hpp>
#include <support/catch.hpp>
#include <support/cuttings.hpp>
#include <support/random.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace text_check_tests {

namespace {

using oaiwire::websocket::detail::text_check;
constexpr std::size_t npos = std::string_view::npos;

// As utf8_reader::first_bad(): the size if the text ends within a character.
std::size_t first_bad(std::string_view text, const support::cutting& cuts) {
    text_check check;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const std::size_t to = i == cuts.size() ? text.size() : cuts[i];
        const std::size_t bad = check.feed(text.substr(from, to - from));
        if (bad != npos) return from + bad;
        from = to;
    }
    return check.whole() ? npos : text.size();
}

const oracle::utf8_reader& reference() {
    static const oracle::utf8_reader reader;
    return reader;
}

}  // namespace

TEST_CASE("four bytes of every kind are judged as the reference does, for every cutting") {
    const std::string kinds = "a\x80\x8f\x90\x9f\xa0\xbf\xc1\xc2\xe0\xe1\xed\xf0\xf1\xf4\xf5";
    std::string text(4, ' ');
    for (const char a : kinds) {
        for (const char b : kinds) {
            for (const char c : kinds) {
                for (const char d : kinds) {
                    text = {a, b, c, d};
                    const std::size_t due = reference().first_bad(text);
                    bool same = true;
                    support::every_cutting(4, [&](const support::cutting& cuts) {
                        same = same && first_bad(text, cuts) == due;
                    });
                    if (!same) FAIL("differs");
                }
            }
        }
    }
}

TEST_CASE("long texts are judged as the reference does, for every cut in two") {
    support::random random(7);
    for (int round = 0; round != 200; ++round) {
        std::string text;
        const std::string good[] = {"a", "\xc3\xa4", "\xe2\x82\xac", "\xf0\x9f\x98\x80"};
        for (std::size_t n = random.below(60); n != 0; --n) text += good[random.below(4)];
        if (!text.empty() && !random.one_in(3)) {
            text[random.below(text.size())] = random.byte_of("a\x80\xc3\xe2\xf0\xff");
        }
        const std::size_t due = reference().first_bad(text);
        support::every_cut_in_two(text.size(), [&](const support::cutting& cuts) {
            if (first_bad(text, cuts) != due) FAIL("differs");
        });
    }
}

TEST_CASE("another text begins after reset()") {
    text_check check;
    CHECK(check.feed("a\xe2\x82") == npos);
    CHECK_FALSE(check.whole());
    check.reset();
    CHECK(check.whole());
    CHECK(check.feed("b") == npos);
}

}  // namespace text_check_tests
