#include <oaiwire/json/text/string_check.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace string_check_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

// What is wrong with a string, whose text begins behind the quote, and where.
struct verdict {
    errc code = errc::ok;
    std::size_t at = 0;
    friend bool operator==(const verdict&, const verdict&) = default;
};

verdict verdict_of(std::string_view text) {
    fault f;
    string_checker check;
    const char* const after = check(text.data(), text.data() + text.size(), f);
    const char* const at = after ? after : f.at;
    return {f.code, static_cast<std::size_t>(at - text.data())};
}

}  // namespace

TEST_CASE("a string ends behind its quote, and its first fault is named") {
    CHECK(verdict_of("abc\" rest") == verdict{errc::ok, 4});
    CHECK(verdict_of("\\u00e9\\\"\"") == verdict{errc::ok, 9});
    CHECK(verdict_of("\xc3\xa9\"") == verdict{errc::ok, 3});
    CHECK(verdict_of("ab") == verdict{errc::unexpected_end, 2});
    CHECK(verdict_of("ab\n\"") == verdict{errc::control_character, 2});
    CHECK(verdict_of("ab\\x\"") == verdict{errc::invalid_escape, 3});
    CHECK(verdict_of("ab\\u12") == verdict{errc::unexpected_end, 6});
    CHECK(verdict_of("ab\xff\\x\"") == verdict{errc::invalid_utf8, 2});
    CHECK(verdict_of("\xc3\xa9\\x\"") == verdict{errc::invalid_escape, 3});
    CHECK(verdict_of("ab\xc3") == verdict{errc::unexpected_end, 3});
}

TEST_CASE("a fault after any number of plain bytes is at its byte") {
    for (std::size_t size = 0; size != 70; ++size) {
        const std::string plain(size, 'a');
        CHECK(verdict_of(plain + "\"") == verdict{errc::ok, size + 1});
        CHECK(verdict_of(plain + "\t\"") == verdict{errc::control_character, size});
        CHECK(verdict_of(plain + "\xe2\x82\"") == verdict{errc::invalid_utf8, size + 2});
        CHECK(verdict_of(plain) == verdict{errc::unexpected_end, size});
    }
}

}  // namespace string_check_tests
