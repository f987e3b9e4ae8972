#include <oaiwire/json/reader_slow_paths.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace reader_slow_paths_tests {

using namespace oaiwire;

namespace {

std::string content_of(std::string_view text, const json::read_options& options) {
    ChatCompletionDelta delta;
    const auto done = json::read_into(text, delta, options);
    if (!done) return std::string(name(done.error().code)) + " " + done.error().path;
    const auto* content = delta.content ? std::get_if<std::string>(&*delta.content) : nullptr;
    return content ? *content : "none";
}

}  // namespace

TEST_CASE("lone surrogates are rejected, replaced or kept, and reported") {
    const std::string_view text = R"({"content":"long enough for sixteen bytes \ud83c, and more"})";
    CHECK(content_of(text, json::strict) == "lone_surrogate content");
    CHECK(content_of(text, json::tolerant) ==
          "long enough for sixteen bytes \xEF\xBF\xBD, and more");
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    CHECK(content_of(text, options) == "long enough for sixteen bytes \xEF\xBF\xBD, and more");
    CHECK(report.lone_surrogate);
    options.lone_surrogates = json::surrogates::keep;
    CHECK(content_of(text, options) == "long enough for sixteen bytes \xED\xA0\xBC, and more");
}

TEST_CASE("an invalid string is rejected at its first invalid byte") {
    const std::string before = R"({"content":"a string of more than sixteen bytes: é \n)";
    for (const auto& [rest, code, at] : std::vector<std::tuple<std::string, errc, std::size_t>>{
             {"\n\"}", errc::control_character, 0},
             {"\\x\"}", errc::invalid_escape, 1},
             {"\\u12g4\"}", errc::invalid_escape, 4},
             {"\xC3\"}", errc::invalid_utf8, 1},
             {"\xFF\"}", errc::invalid_utf8, 0},
             {"", errc::unexpected_end, 0},
             {"\\", errc::unexpected_end, 1},
         }) {
        ChatCompletionDelta delta;
        const auto done = json::read_into(before + rest, delta);
        REQUIRE_FALSE(done);
        CHECK(done.error().code == code);
        CHECK(done.error().offset == before.size() + at);
    }
}

TEST_CASE("a value that its member cannot hold is skipped together with the notes from inside it") {
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    ChatCompletionChunk chunk;
    REQUIRE(json::read_into(R"({"id":"a","usage":{"total_tokens":"5","prompt_tokens_details":7},)"
                            R"("choices":[{"index":{"no":1},"delta":{"content":"x"}}]})",
                            chunk, options));
    CHECK(report.has(json::read_note::kind::dropped, "choices[0].index"));
    CHECK(report.has(json::read_note::kind::dropped, "usage.prompt_tokens_details"));
    CHECK(report.has(json::read_note::kind::converted, "usage.total_tokens"));
    CHECK(chunk.choices[0].index.is_absent());
    CHECK(chunk.choices[0].extra.text() == R"("index":{"no":1})");
}

}  // namespace reader_slow_paths_tests
