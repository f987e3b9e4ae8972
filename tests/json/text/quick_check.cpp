#include <oaiwire/json/text/quick_check.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include <oracle/json_text.hpp>
#include <support/json_texts.hpp>

namespace quick_check_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

constexpr std::size_t refused = static_cast<std::size_t>(-1);

// Where the value ends, or `refused`. The text is in an allocation of exactly its size, so that
// sanitizers detect over-reads.
std::size_t end_of(std::string_view text, std::size_t depth = 62) {
    const auto copy = std::make_unique<char[]>(text.size());
    if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
    string_checker strings;
    const char* const end = copy.get() + text.size();
    const char* p = skip_space(copy.get(), end);
    const bool nested = p != end && is_nested(*p);
    fault ignored;
    const char* const after = nested || p == end ? quick_check(p, end, depth, strings)
                                                 : check_scalar(p, end, ignored, strings);
    return after ? static_cast<std::size_t>(after - copy.get()) : refused;
}

// Whether a text is accepted as a whole if and only if the reference accepts it.
bool agrees(std::string_view text) {
    const std::size_t end = end_of(text);
    const bool whole =
        end != refused && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(end), text.end(),
                                      [](char c) { return is_space(c); });
    return whole == oracle::read_json_text(text).ok;
}

}  // namespace

TEST_CASE("the quick check accepts the short texts that the reference accepts") {
    std::string first;
    support::every_string(support::json_alphabet, 4, [&](std::string_view text) {
        if (first.empty() && !agrees(text)) first = text;
    });
    CHECK(first == "");
}

TEST_CASE("the quick check accepts the edited documents that the reference accepts") {
    support::random r(20261130);
    std::string first;
    for (int i = 0; i != 40'000; ++i) {
        const auto document = support::json_documents[r.below(std::size(support::json_documents))];
        const std::string text = support::mutated(document, r);
        if (first.empty() && !agrees(text)) first = text;
    }
    CHECK(first == "");
}

TEST_CASE("the quick check agrees with the reference on each cut and changed byte of a document") {
    std::string first;
    for (const std::string_view document : support::json_documents) {
        CHECK(agrees(document));
        support::every_prefix_and_replacement(document, [&](std::string_view text) {
            if (first.empty() && !agrees(text)) first = text;
        });
    }
    CHECK(first == "");
}

TEST_CASE("tokens of every length end where they should, at every distance to the end") {
    for (std::size_t size = 0; size != 100; ++size) {
        const std::string letters(size, 'x');
        const std::string digits(size, '7');
        const std::string space(size, ' ');
        for (const std::string& value :
             {'"' + letters + '"', '"' + letters + "\\n\"", '"' + letters + "\xc3\xa9\"",
              "1" + digits, "-1" + digits + ".5e+1" + digits, '[' + space + ']',
              "{" + space + "\"a\"" + space + ":" + space + "1" + space + "," + space + "\"b\":[]" +
                  space + "}",
              "[\r" + space + "1,\n" + space + "null\t" + space + "]"}) {
            const std::size_t before = size % 7;
            const std::string text = std::string(before, ' ') + value;
            INFO(text);
            // the last byte of a number is also the last one of the text
            for (const std::string_view behind : {"", ",", "}", " ,\"b\":2}"}) {
                CHECK(end_of(text + std::string(behind)) == text.size());
            }
            CHECK(agrees(text));
            CHECK(agrees(text.substr(0, text.size() - 1)));
        }
    }
}

TEST_CASE("a byte that is wrong is found at every place of a long token") {
    for (std::size_t at = 0; at != 70; ++at) {
        for (const char wrong : {'\x01', '\x1f', '\\', '\x80', '\xff', '"', 'x'}) {
            std::string text = "[\"" + std::string(70, 'a') + "\"]";
            text[at + 2] = wrong;
            INFO(text);
            CHECK(agrees(text));
            text = "[" + std::string(70, '3') + "]";
            text[at + 1] = wrong;
            CHECK(agrees(text));
            text = "[" + std::string(70, ' ') + "3]";
            text[at + 1] = wrong;
            CHECK(agrees(text));
        }
    }
}

TEST_CASE("the quick check reads objects and arrays only") {
    for (const std::string_view text : {"", " {}", "1", "\"a\"", "null", "}", "]", ","}) {
        string_checker strings;
        CHECK(quick_check(text.data(), text.data() + text.size(), 62, strings) == nullptr);
    }
}

TEST_CASE("a document ends at the same place at every distance to the end of the text") {
    for (const std::string_view document : support::json_documents) {
        const std::size_t end = end_of(document);
        for (std::size_t behind = 0; behind != 200; ++behind) {
            for (const char c : {' ', '"', ',', ']', '0', '\0', '\xff'}) {
                if (c == '0' && is_digit(document.back())) continue;
                CHECK(end_of(std::string(document).append(behind, c)) == end);
            }
        }
    }
}

TEST_CASE("the quick check agrees with the reference on edited documents far from the end") {
    support::random r(20261201);
    std::string first;
    for (int i = 0; i != 40'000; ++i) {
        // short tokens, and some that reach beyond what one look sees
        std::string document = "{";
        for (std::size_t n = r.below(6) + 1; n-- != 0;) {
            document += '"' + std::string(r.below(2) == 0 ? r.below(8) : r.below(90), 'n') + "\":";
            const std::string text(r.below(3) == 0 ? r.below(90) : r.below(8), 't');
            const std::string values[] = {'"' + text + '"',
                                          "[\"" + text + "\",\"\\n\",[]]",
                                          "-1",
                                          "12345678901.5",
                                          "[true,null,0]",
                                          "{\"a\": \"" + text + "\" , \"b\":{}}",
                                          "\"\xc3\xa9\"",
                                          "false"};
            document += values[r.below(std::size(values))];
            document += n == 0 ? '}' : ',';
        }
        const std::string text = r.below(4) == 0 ? document : support::mutated(document, r);
        const std::string behind(r.below(2) == 0 ? 0 : r.below(300), ' ');
        if (first.empty() && !agrees(text + behind)) first = text;
    }
    CHECK(first == "");
}

TEST_CASE("the quick check enters as many levels as it may, and at most 62") {
    for (std::size_t levels = 0; levels != 80; ++levels) {
        std::string text;
        for (std::size_t i = 0; i != levels; ++i) text += i % 3 == 0 ? "[" : "{\"a\":";
        text += "1";
        for (std::size_t i = levels; i-- != 0;) text += i % 3 == 0 ? "]" : "}";
        CHECK((end_of(text) == text.size()) == (levels <= 62));
        CHECK((end_of(text, 1024) == text.size()) == (levels <= 62));
        CHECK((end_of(text, 20) == text.size()) == (levels <= 20));
        if (levels == 0) continue;
        std::string wrong = text;  // the other closing character at the outermost level
        wrong.back() = wrong.back() == ']' ? '}' : ']';
        CHECK(end_of(wrong) == refused);
    }
}

}  // namespace quick_check_tests
