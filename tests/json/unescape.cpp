// Strings with escapes: at every position of a block, and next to every other escape.
#include <oaiwire/json/read.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace unescape_tests {

using namespace oaiwire;

namespace {

std::string read(std::string_view raw) {
    const auto r = json::read<std::string>('"' + std::string(raw) + '"');
    return r ? *r : std::string(name(r.error().code));
}

struct pair {
    std::string_view raw;
    std::string_view text;
};
constexpr pair pairs[] = {
    {R"(\")", "\""},
    {R"(\\)", "\\"},
    {R"(\/)", "/"},
    {R"(\b)", "\b"},
    {R"(\f)", "\f"},
    {R"(\n)", "\n"},
    {R"(\r)", "\r"},
    {R"(\t)", "\t"},
    {R"(\u0041)", "A"},
    {R"(\u00e9)", "\xC3\xA9"},
    {R"(\u20AC)", "\xE2\x82\xAC"},
    {R"(\ud83d\ude00)", "\xF0\x9F\x98\x80"},
    {"x", "x"},
    {"\xE2\x82\xAC", "\xE2\x82\xAC"},
};

}  // namespace

TEST_CASE("every escape is decoded at every position of two blocks, before every other escape") {
    const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    std::string wrong;
    for (std::size_t at = 0; at != 36; ++at) {
        for (const pair& first : pairs) {
            for (const pair& second : pairs) {
                const std::string before = letters.substr(0, at);
                const std::string raw = before + std::string(first.raw) + std::string(second.raw);
                const std::string text =
                    before + std::string(first.text) + std::string(second.text);
                if (read(raw) != text) wrong = raw;
                if (read(raw + letters) != text + letters) wrong = raw + letters;
            }
        }
    }
    CHECK(wrong == "");
}

TEST_CASE("a lone surrogate is rejected at every position, whatever follows") {
    const std::string letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (std::size_t at = 0; at != 36; ++at) {
        for (const char* half :
             {R"(\ud83d)", R"(\ude00)", R"(\ud83d\u0041)", R"(\ud83d\ud83d)", R"(\ud83d\udbff)",
              R"(\ud83d\ue000)", R"(\ud83d\n)", R"(\ude00\ud83d)", R"(\ud83dxxxxxx)"}) {
            const std::string raw = letters.substr(0, at) + half;
            INFO(raw);
            CHECK(read(raw) == "lone_surrogate");
            CHECK(read(raw + letters) == "lone_surrogate");
        }
    }
}

}  // namespace unescape_tests
