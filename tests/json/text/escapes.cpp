#include <oaiwire/json/text/escapes.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oracle/json_text.hpp>

namespace escapes_tests {

using namespace oaiwire::json::detail;

TEST_CASE("each control character, the quote and the backslash have an escape that reads back") {
    for (char c = 0; c != 0x5D; ++c) {
        if (c >= 0x20 && c != '"' && c != '\\') continue;
        char text[8];
        char* const end = put_escape(text, c);
        const std::string_view escape(text, static_cast<std::size_t>(end - text));
        CHECK(escape[0] == '\\');
        CHECK(escape.size() == (escape[1] == 'u' ? 6U : 2U));
        CHECK(oracle::read_json_text('"' + std::string(escape) + '"').ok);
        // two bytes wherever JSON has such an escape
        const bool is_short = std::string_view("\"\\\b\f\n\r\t").find(c) != std::string_view::npos;
        CHECK((escape.size() == 2) == is_short);
        if (is_short) continue;
        CHECK(escape.substr(0, 5) == (c < 0x10 ? "\\u000" : "\\u001"));
        CHECK(escape[5] == "0123456789abcdef"[c % 16]);
    }
}

}  // namespace escapes_tests
