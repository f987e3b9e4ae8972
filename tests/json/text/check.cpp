#include <oaiwire/json/text/check.hpp>
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
#include <support/random.hpp>

namespace check_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

// The checker's verdict in the reference's terms. The text is in an allocation of exactly its size,
// so that sanitizers detect over-reads.
oracle::json_verdict verdict_of(std::string_view text, errc& code) {
    const auto copy = std::make_unique<char[]>(text.size());
    if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
    const fault f = check_text({copy.get(), text.size()});
    code = f.code;
    if (f.code == errc::ok) return {true, text.size()};
    return {false, static_cast<std::size_t>(f.at - copy.get())};
}

// Whether the checker and the reference agree, and the checker's code fits the position.
bool agrees(std::string_view text) {
    errc code = errc::ok;
    const oracle::json_verdict expected = oracle::read_json_text(text);
    const oracle::json_verdict found = verdict_of(text, code);
    return found == expected &&
           (code == errc::unexpected_end) == (!expected.ok && expected.bad == text.size());
}

errc code_of(std::string_view text) {
    return check_text(text).code;
}

}  // namespace

TEST_CASE("the checker agrees with the reference on every short text") {
    std::size_t valid = 0;
    std::string first;
    support::every_string(support::json_alphabet, 5, [&](std::string_view text) {
        const fault f = check_text(text);
        const oracle::json_verdict expected = oracle::read_json_text(text);
        if (expected.ok) ++valid;
        const std::size_t at =
            f.code == errc::ok ? text.size() : static_cast<std::size_t>(f.at - text.data());
        if ((f.code == errc::ok) != expected.ok || at != expected.bad) first = text;
    });
    CHECK(first == "");
    CHECK(valid > 500);
}

TEST_CASE("the checker agrees with the reference on every prefix and changed byte of a document") {
    std::string first;
    for (const std::string_view document : support::json_documents) {
        CHECK(code_of(document) == errc::ok);
        support::every_prefix_and_replacement(document, [&](std::string_view text) {
            if (first.empty() && !agrees(text)) first = text;
        });
    }
    CHECK(first == "");
}

TEST_CASE("the checker agrees with the reference on randomly edited documents") {
    support::random r(20240501);
    std::string first;
    std::size_t valid = 0;
    for (int i = 0; i != 60'000; ++i) {
        const auto document = support::json_documents[r.below(std::size(support::json_documents))];
        const std::string text = support::mutated(document, r);
        if (code_of(text) == errc::ok) ++valid;
        if (first.empty() && !agrees(text)) first = text;
    }
    CHECK(first == "");
    CHECK(valid > 500);
}

TEST_CASE("the checker agrees with the reference on every string of one and two bytes") {
    std::string first;
    for (std::size_t padding : {0u, 7u, 15u, 16u, 31u}) {
        std::string text = "\"" + std::string(padding, 'x') + "..\"";
        for (unsigned pair = 0; pair != 65536; ++pair) {
            text[padding + 1] = static_cast<char>(pair >> 8);
            text[padding + 2] = static_cast<char>(pair & 255);
            if (first.empty() && !agrees(text)) first = text;
        }
    }
    CHECK(first == "");
}

TEST_CASE("conformance texts are accepted and rejected as specified") {
    for (const auto& [valid, text, wrong, at] : support::json_conformance) {
        INFO(text);
        CHECK(oracle::read_json_text(text).ok == valid);
        CHECK((code_of(text) == errc::ok) == valid);
        CHECK(agrees(text));
        if (valid) continue;
        CHECK(name(code_of(text)) == wrong);
        CHECK(oracle::read_json_text(text).bad == at);
    }
}

TEST_CASE("the code tells what is wrong") {
    CHECK(code_of("") == errc::unexpected_end);
    CHECK(code_of("[1") == errc::unexpected_end);
    CHECK(code_of("tru") == errc::unexpected_end);
    CHECK(code_of("\"\xc3") == errc::unexpected_end);
    CHECK(code_of("tru ") == errc::invalid_literal);
    CHECK(code_of("01") == errc::invalid_number);
    CHECK(code_of("1.x") == errc::invalid_number);
    CHECK(code_of("-x") == errc::invalid_number);
    CHECK(code_of("\"\n\"") == errc::control_character);
    CHECK(code_of("\"\\q\"") == errc::invalid_escape);
    CHECK(code_of("\"\\u12G4\"") == errc::invalid_escape);
    CHECK(code_of("\"\xc3\x28\"") == errc::invalid_utf8);
    CHECK(code_of("{}{") == errc::trailing_bytes);
    CHECK(code_of("[1}") == errc::unexpected_byte);
}

TEST_CASE("nesting is rejected at the first bracket beyond the limit") {
    const auto nested = [](std::size_t n, std::string_view open, std::string_view close) {
        std::string text;
        for (std::size_t i = 0; i != n; ++i) text += open;
        text += "1";
        for (std::size_t i = 0; i != n; ++i) text += close;
        return text;
    };
    for (const std::size_t depth : {0u, 1u, 2u, 63u, 64u, 65u, 127u, 128u, 1023u, 1024u, 5000u}) {
        const std::size_t allowed = depth < json::max_depth ? depth : json::max_depth;
        const std::string arrays = nested(allowed, "[", "]");
        CHECK(check_text(arrays, depth).code == errc::ok);
        const std::string objects = nested(allowed, "{\"a\":", "}");
        CHECK(check_text(objects, depth).code == errc::ok);
        const std::string deep = nested(allowed + 1, "[", "]");
        const fault f = check_text(deep, depth);
        CHECK(f.code == errc::too_deep);
        CHECK(static_cast<std::size_t>(f.at - deep.data()) == allowed);
    }
    // objects and arrays are distinguished at every level
    CHECK(code_of(nested(200, "[{\"a\":", "}]")) == errc::ok);
    CHECK(code_of(nested(200, "[{\"a\":", "]}")) == errc::unexpected_byte);
    // a level can be reused after it was closed
    CHECK(code_of("[" + nested(70, "[", "]") + "," + nested(70, "{\"a\":", "}") + "]") == errc::ok);
}

TEST_CASE("a million brackets need no stack") {
    CHECK(code_of(std::string(1'000'000, '[')) == errc::too_deep);
    CHECK(code_of(std::string(1'000'000, '{')) == errc::unexpected_byte);
}

TEST_CASE("UTF-8 is checked wherever it stands, one string at a time or all that is left") {
    for (const std::size_t strings : {1u, 3u, 40u}) {
        for (std::size_t bad = 0; bad <= strings; ++bad) {
            std::string text = "[";
            std::size_t at = 0;
            for (std::size_t i = 0; i != strings; ++i) {
                text += i == 0 ? "\"" : ",\"";
                text += "\u00e9\xc3\xa9 and some more, with \xe9\x9d\x92";
                if (i == bad) text += "\xc3";
                at = i == bad ? text.size() : at;
                text += "\"";
            }
            text += "]";
            const fault f = check_text(text);
            CHECK(f.code == (bad == strings ? errc::ok : errc::invalid_utf8));
            if (bad != strings) CHECK(static_cast<std::size_t>(f.at - text.data()) == at);
            CHECK(agrees(text));
        }
    }
}

TEST_CASE("compacting removes white space between tokens only") {
    std::string out = "x";
    json::append_compact(out, " { \"a b\" : [ 1 ,\t2 ] ,\r\n\"\\\" \\\\\" : \" \" } ");
    CHECK(out == "x{\"a b\":[1,2],\"\\\" \\\\\":\" \"}");
}

namespace {

std::string compacted_by_characters(std::string_view text) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i != text.size(); ++i) {
        const char c = text[i];
        if (quoted || !is_space(c)) out += c;
        if (c == '"') quoted = !quoted;
        if (quoted && c == '\\' && i + 1 != text.size()) out += text[++i];
    }
    return out;
}

// From memory of exactly the size of the text, by all ways that there are.
bool is_compacted(std::string_view text) {
    const auto copy = std::make_unique<char[]>(text.size());
    std::copy(text.begin(), text.end(), copy.get());
    const std::string expected = 'x' + compacted_by_characters(text);
    std::string out = "x";
    json::append_compact(out, {copy.get(), text.size()});
    bool same = out == expected;
#if OAIWIRE_AVX2
    const unsigned char found = oaiwire::detail::cpu_found;
    oaiwire::detail::cpu_found = oaiwire::detail::cpu_bits::known;
    out = "x";
    json::append_compact(out, {copy.get(), text.size()});
    oaiwire::detail::cpu_found = found;
    same = same && out == expected;
#endif
    return same;
}

}  // namespace

TEST_CASE("compacting keeps every byte but white space, at any place of a text of any length") {
    std::size_t wrong = 0;
    for (const std::string_view token :
         {"\"a \\\\\"", "\" \\\" \"", "\"\"", "[", "10", "\"\\\\\\\\\\\" \""}) {
        for (std::size_t size = 0; size != 131; ++size) {
            for (std::size_t at = 0; at <= size; ++at) {
                for (const char space : {' ', '\n', '7'}) {
                    std::string text(size, space);
                    wrong += is_compacted(text.insert(at, token)) ? 0 : 1;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("compacting does to random texts what a loop over their characters does") {
    support::random r(45);
    static constexpr std::string_view pieces[] = {
        " ",   "    ", "\n        ",  "\r\n\t", "{",
        "[1,", "true", "\"name\" : ", "\" \"",  "\"\\\"\\\\\""};
    std::size_t wrong = 0;
    for (int i = 0; i != 4000; ++i) {
        std::string text;
        const std::size_t size = r.below(i % 50 == 0 ? 6000 : 300);
        while (text.size() < size) {
            if (r.one_in(12)) {
                text += '"' + std::string(r.below(120), ' ') + '"';
            } else {
                text += pieces[r.below(std::size(pieces))];
            }
        }
        wrong += is_compacted(text) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

}  // namespace check_tests
