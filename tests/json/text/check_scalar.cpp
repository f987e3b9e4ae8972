#include <oaiwire/json/text/check_scalar.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <oracle/json_text.hpp>
#include <support/json_texts.hpp>

namespace check_scalar_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

struct outcome {
    errc code = errc::ok;
    std::size_t at = 0;  // where the value ends, or the fault is
    bool operator==(const outcome&) const = default;
};

// In an allocation of exactly its size, so that sanitizers detect over-reads.
outcome check(std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::memcpy(copy.get(), text.data(), text.size());
    string_checker strings;
    fault f;
    const char* const after = check_scalar(copy.get(), copy.get() + text.size(), f, strings);
    return {f.code, static_cast<std::size_t>((after ? after : f.at) - copy.get())};
}

}  // namespace

TEST_CASE("a scalar is accepted if and only if the reference accepts it") {
    std::string first;
    support::every_string("\"\\u-01.eE+ntx", 5, [&](std::string_view text) {
        if (text.empty()) return;
        const outcome found = check(text);
        const bool whole = found.code == errc::ok && found.at == text.size();
        if (first.empty() && whole != oracle::read_json_text(text).ok) first = text;
    });
    CHECK(first == "");
}

TEST_CASE("a scalar ends where its last byte is") {
    for (const std::string_view text : {"true", "false", "null", "0", "-0", "12.5e+3", "1E9",
                                        "\"\"", "\"a\\\"b\"", "\"\xc3\xa9\""}) {
        CHECK(check(text) == outcome{errc::ok, text.size()});
        CHECK(check(std::string(text) + ",\"a\"") == outcome{errc::ok, text.size()});
    }
}

TEST_CASE("the fault of a scalar is at its first wrong byte") {
    CHECK(check("tru") == outcome{errc::unexpected_end, 3});
    CHECK(check("nul,") == outcome{errc::invalid_literal, 3});
    CHECK(check("-") == outcome{errc::unexpected_end, 1});
    CHECK(check("01") == outcome{errc::invalid_number, 1});
    CHECK(check("1.x") == outcome{errc::invalid_number, 2});
    CHECK(check("1e+") == outcome{errc::unexpected_end, 3});
    CHECK(check("\"a") == outcome{errc::unexpected_end, 2});
    CHECK(check("\"a\x01\"") == outcome{errc::control_character, 2});
    CHECK(check("\"\\x\"") == outcome{errc::invalid_escape, 2});
    CHECK(check("\"\x80\"") == outcome{errc::invalid_utf8, 1});
    CHECK(check("x") == outcome{errc::unexpected_byte, 0});
    CHECK(check("{}") == outcome{errc::unexpected_byte, 0});
}

}  // namespace check_scalar_tests
