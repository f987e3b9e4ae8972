#include <oaiwire/json/reader.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oracle/json_text.hpp>
#include <support/everything.hpp>
#include <support/json_texts.hpp>

namespace reader_tests {

using namespace oaiwire;

namespace {

// Shared by all tests: what an earlier text left must not matter.
ChatCompletionChunk chunk;
support::everything everything;

template <class T>
result<void> read_copy(std::string_view text, T& value) {
    // an allocation of exactly that size, so that sanitizers detect over-reads
    const auto copy = std::make_unique<char[]>(text.size());
    if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
    return json::read_into(std::string_view(copy.get(), text.size()), value);
}

// Errors about types, which valid JSON can cause.
bool about_types(errc code) {
    return code == errc::type_mismatch || code == errc::number_out_of_range ||
           code == errc::lone_surrogate || code == errc::unknown_enumerator ||
           code == errc::too_deep;
}

// "" if the reader rejects invalid JSON at the byte that the reference parser names, and valid JSON
// for type errors only.
template <class T>
std::string verdict(std::string_view text, T& value) {
    const oracle::json_verdict expected = oracle::read_json_text(text);
    const result<void> found = read_copy(text, value);
    if (expected.ok) {
        if (found || about_types(found.error().code)) return "";
        return to_string(found.error()) + " is JSON: " + std::string(text);
    }
    if (found) return "accepted: " + std::string(text);
    const error& e = found.error();
    const bool at_end = expected.bad == text.size();
    if (e.offset != expected.bad || e.kind() != error_kind::decode || about_types(e.code) ||
        (e.code == errc::unexpected_end) != at_end) {
        return to_string(e) + ", not byte " + std::to_string(expected.bad) + ": " +
               std::string(text);
    }
    return "";
}

struct checks {
    std::string first{};
    std::size_t accepted = 0;

    template <class T>
    void operator()(std::string_view text, T& value) {
        std::string v = verdict(text, value);
        if (first.empty()) first = std::move(v);
    }
    void both(std::string_view text) {
        (*this)(text, chunk);
        (*this)(text, everything);
    }
};

}  // namespace

TEST_CASE(
    "at every position of a document the reader rejects what the reference rejects, at the same "
    "byte") {
    checks check;
    for (const std::string_view place :
         {"{\"x\":^}", "{\"id\":^}", "{\"created\":^}", "{^}", "{\"model\":\"m\"^}",
          "{\"choices\":^}", "{\"choices\":[{\"index\":^}]}",
          "{\"choices\":[{\"delta\":{\"content\":^}}]}", "{\"choices\":[{\"finish_reason\":^}]}",
          "{\"choices\":[{\"stop_reason\":^}]}", "{\"choices\":[{\"x\":{\"y\":[^]}}]}",
          "{\"choices\":[{\"logprobs\":{\"token_logprobs\":^}}]}",
          "{\"choices\":[{\"logprobs\":{\"top_logprobs\":[^]}}]}", "{\"moderation\":{\"input\":^}}",
          "{\"moderation\":{\"input\":{\"type\":\"error\",^}}}",
          "{\"moderation\":{\"input\":{^\"type\":\"new\"}}}"}) {
        const std::size_t at = place.find('^');
        std::string text;
        support::every_string(support::json_alphabet, 3, [&](std::string_view piece) {
            text.assign(place.substr(0, at)).append(piece).append(place.substr(at + 1));
            check(text, chunk);
        });
    }
    CHECK(check.first == "");
}

TEST_CASE(
    "in every kind of member the reader rejects what the reference rejects, at the same byte") {
    checks check;
    for (const std::string_view member :
         {"flag", "i8", "u64", "real", "wide", "text", "maybe", "numbers", "bits", "counts",
          "series", "names", "tint", "open", "any", "shape", "raw", "three", "children"}) {
        std::string text;
        support::every_string(support::json_alphabet, 3, [&](std::string_view piece) {
            text.assign("{\"").append(member).append("\":").append(piece).append("}");
            check(text, everything);
        });
    }
    CHECK(check.first == "");
}

TEST_CASE("short texts are rejected at the byte that the reference names") {
    checks check;
    support::every_string(support::json_alphabet, 5,
                          [&](std::string_view text) { check(text, chunk); });
    CHECK(check.first == "");
}

TEST_CASE(
    "every prefix and every changed byte of a document is rejected if the reference rejects it") {
    checks check;
    for (const std::string_view document : support::json_documents) {
        support::every_prefix_and_replacement(document,
                                              [&](std::string_view text) { check(text, chunk); });
    }
    const std::string_view own =
        R"({"flag":true,"i8":-5,"real":1.5,"text":"a\u00e9b","numbers":[1,2],"bits":[true],"counts":{"a":1},"series":{"s":[0.5]},"names":["x",null],"tint":"red","any":["s"],"shape":{"kind":"circle","radius":2},"raw":{"q":[]},"three":null,"children":[{"i8":1}],"default":1,"self-harm":2})";
    CHECK(json::read<support::everything>(own));
    support::every_prefix_and_replacement(own,
                                          [&](std::string_view text) { check(text, everything); });
    CHECK(check.first == "");
}

TEST_CASE("randomly edited documents are rejected if the reference rejects them") {
    support::random r(8);
    checks check;
    for (int i = 0; i != 40'000; ++i) {
        check.both(support::mutated(
            support::json_documents[r.below(std::size(support::json_documents))], r));
    }
    CHECK(check.first == "");
}

TEST_CASE("conformance texts are accepted and rejected correctly, used and skipped") {
    for (const auto& [valid, json, wrong, at] : support::json_conformance) {
        checks check;
        for (const std::string_view before :
             {"", "{\"unknown\":", "{\"choices\":", "{\"choices\":[{\"delta\":{\"content\":",
              "{\"usage\":{\"x\":", "{\"text\":", "{\"raw\":", "{\"children\":[{\"wide\":"}) {
            std::string text = std::string(before) + std::string(json);
            for (std::size_t i = before.size(); i-- != 0;) {
                if (before[i] == '{') text += '}';
                if (before[i] == '[') text += ']';
            }
            check.both(text);
        }
        CHECK(check.first == "");
        // skipped, every valid one is accepted
        CHECK(json::read_into("{\"unknown\":" + std::string(json) + "}", chunk).has_value() ==
              valid);
        CHECK(json::read<raw_json>(json).has_value() == valid);
    }
}

TEST_CASE("a lone surrogate is rejected in text that is decoded and kept elsewhere") {
    const std::string_view lone = R"("\ud83d")";
    const auto at = [&](std::string_view before, std::string_view after) {
        return std::string(before) + std::string(lone) + std::string(after);
    };
    CHECK(json::read_into(at("{\"x\":", "}"), chunk));
    CHECK(chunk.extra.find("x") == lone);
    CHECK(json::read_into(at("{", ":1}"), chunk));
    CHECK(json::read_into(at("{\"choices\":[{\"delta\":{\"reasoning_details\":", "}}]}"), chunk));
    const std::string text = at("{\"choices\":[{\"delta\":{\"content\":", "}}]}");
    const auto r = json::read_into(text, chunk);
    REQUIRE_FALSE(r);
    CHECK(r.error().code == errc::lone_surrogate);
    CHECK(r.error().path == "choices[0].delta.content");
    CHECK(r.error().offset == text.find("\\ud83d") + 6);
    CHECK(json::read_into(at("{\"id\":", "}"), chunk).error().code == errc::lone_surrogate);
    CHECK(json::read_into(at("{\"service_tier\":", "}"), chunk).error().code ==
          errc::lone_surrogate);
    CHECK(json::read_into(at("{\"counts\":{", ":1}}"), everything).error().code ==
          errc::lone_surrogate);
    // syntax errors are reported first, at any position
    const std::string worse = at("{\"id\":", ",}");
    CHECK(json::read_into(worse, chunk).error().code == errc::unexpected_byte);
    CHECK(json::read_into(worse, chunk).error().offset == worse.size() - 1);
}

}  // namespace reader_tests
