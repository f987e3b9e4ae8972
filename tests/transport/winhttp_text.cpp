#include <oaiwire/transport/winhttp_text.hpp>
//
#include <support/catch.hpp>

#include <string>

namespace winhttp_text_tests {

using oaiwire::detail::winhttp_bytes;
using oaiwire::detail::winhttp_text;

TEST_CASE("winhttp: text is given as UTF-16, and what is not UTF-8 is refused") {
    winhttp_text text;
    CHECK(text.append("a\xc3\xa9"));
    CHECK(text.append(""));
    CHECK(text.append("\xf0\x9f\x98\x80"));
    CHECK(std::wstring(text.c_str()) == L"a\u00e9\U0001f600");
    CHECK_FALSE(text.append("\xff"));
    CHECK_FALSE(text.append("\xc3"));
}

TEST_CASE("winhttp: bytes of a head come back as Windows decoded them") {
    CHECK(winhttp_bytes(L"X: y\r\n") == "X: y\r\n");
    CHECK(winhttp_bytes(L"").empty());
    // every byte that the code page can say, as WinHTTP decodes it
    for (int c = 1; c != 256; ++c) {
        const char byte = static_cast<char>(c);
        wchar_t unit = 0;
        if (MultiByteToWideChar(CP_ACP, MB_ERR_INVALID_CHARS, &byte, 1, &unit, 1) != 1) continue;
        if (unit == 0 || (unit >= 0x80 && unit < 0xa0)) continue;  // a byte without a character
        INFO(c);
        CHECK(winhttp_bytes(std::wstring(1, unit)) == std::string(1, byte));
    }
    CHECK(winhttp_bytes(L"\u4e00").size() == 3);  // UTF-8, unless the code page has it
}

}  // namespace winhttp_text_tests
