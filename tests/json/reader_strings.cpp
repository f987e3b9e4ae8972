#include <oaiwire/json/reader_strings.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <support/random.hpp>

namespace reader_strings_tests {

using namespace oaiwire;

namespace {

// A word of any script, mostly valid UTF-8.
std::string word(support::random& r) {
    constexpr std::string_view words[] = {"text ",   "日本語", "Привет", "é",
                                          "한국어 ", "🌤",   "\\n"};
    std::string out;
    for (std::size_t n = r.below(r.one_in(4) ? 60 : 4); n != 0; --n) {
        out += words[r.below(std::size(words))];
    }
    return out;
}

}  // namespace

TEST_CASE("a string of any length replaces one of any length, at any distance to the end") {
    std::string text(100, ' ');
    for (std::size_t i = 0; i != text.size(); ++i) text[i] = static_cast<char>('a' + i % 23);
    std::string out;
    for (std::size_t size = 0; size != text.size(); ++size) {
        for (std::size_t before = 0; before < 90; before += 1 + before / 8) {
            for (const std::size_t behind : {0U, 1U, 14U, 15U, 16U, 40U}) {
                const std::string_view due = std::string_view(text).substr(0, size);
                const std::string json = "\"" + std::string(due) + "\"" + std::string(behind, ' ');
                // an allocation of exactly that size, checked by sanitizers
                const auto block = std::make_unique<char[]>(json.size());
                std::copy(json.begin(), json.end(), block.get());
                out.assign(before, 'o');
                REQUIRE(json::read_into(std::string_view(block.get(), json.size()), out));
                if (out != due) FAIL(size << " " << before << " " << behind);
            }
        }
    }
}

TEST_CASE("a string is refused at the byte that it must not have, whatever its length") {
    for (std::size_t size = 0; size != 100; ++size) {
        const std::string text = "\"" + std::string(size, 'a');
        const auto cut = json::read<std::string>(text);
        REQUIRE_FALSE(cut.has_value());
        REQUIRE(cut.error().code == errc::unexpected_end);
        REQUIRE(cut.error().offset == text.size());
        for (const char bad : {'\n', '\x1f', '\x80', '\xff'}) {
            const auto found = json::read<std::string>(text + bad + "aaaaaaaaaaaaaaaaaaaaaaa\"");
            REQUIRE_FALSE(found.has_value());
            REQUIRE(found.error().offset == text.size());
        }
        REQUIRE(*json::read<std::string>(text + "\\u0041\"") == text.substr(1) + "A");
    }
}

TEST_CASE("text in any script is read, and invalid UTF-8 is found at any position") {
    support::random r(41);
    std::size_t refused = 0;
    for (int i = 0; i != 4'000; ++i) {
        std::string text = "[";
        std::vector<std::string> expected;
        for (std::size_t n = r.below(30); n != 0; --n) {
            const std::string raw = word(r);
            text += (expected.empty() ? "\"" : ",\"") + raw + "\"";
            json::detail::append_unescaped(expected.emplace_back(), raw, json::surrogates::refuse);
        }
        text += "]";
        const auto list = json::read<std::vector<std::string>>(text);
        REQUIRE(list);
        REQUIRE(*list == expected);
        REQUIRE(json::read<raw_json>(text)->text() == text);

        text[r.below(text.size())] = r.byte_of("\x80\xBF\xC0\xE3\xF0\xFF\"\n");
        const auto fault = json::detail::check_text(text);
        const auto again = json::read<std::vector<std::string>>(text);
        const auto raw = json::read<raw_json>(text);
        REQUIRE(raw.has_value() == (fault.code == errc::ok));
        if (raw) continue;
        ++refused;
        const auto at = static_cast<std::size_t>(fault.at - text.data());
        REQUIRE(raw.error().code == fault.code);
        REQUIRE(raw.error().offset == at);
        REQUIRE(again.error().code == fault.code);
        REQUIRE(again.error().offset == at);
    }
    CHECK(refused > 1'000);
}

}  // namespace reader_strings_tests
