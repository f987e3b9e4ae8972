#include <oaiwire/stream/readings.hpp>

#include <optional>
#include <string>

#include <oaiwire/json/read.hpp>
#include <support/catch.hpp>

namespace readings_tests {

using namespace oaiwire;

namespace {

template <class T>
T read(std::string_view text) {
    auto value = json::read<T>(text, json::tolerant);
    REQUIRE(value.has_value());
    return *value;
}

token_counts counts(std::string_view text) {
    return counts_of(read<Usage>(text));
}

}  // namespace

TEST_CASE("finish reasons come to a kind, whoever spelled them") {
    CHECK(kind_of_finish("") == finish_kind::none);
    for (const char* text : {"stop", "eos", "eos_token", "end_turn", "COMPLETE"}) {
        CHECK(kind_of_finish(text) == finish_kind::stop);
    }
    for (const char* text : {"length", "model_length", "MAX_TOKENS"}) {
        CHECK(kind_of_finish(text) == finish_kind::length);
    }
    CHECK(kind_of_finish("tool_calls") == finish_kind::tool_calls);
    CHECK(kind_of_finish("sensitive") == finish_kind::content_filter);
    CHECK(kind_of_finish("function_call") == finish_kind::function_call);
    CHECK(kind_of_finish("error") == finish_kind::error);
}

TEST_CASE("an unknown finish reason is no success") {
    for (const char* text :
         {"abort", "insufficient_system_resource", "brand_new", "Stop", "stop ", "null"}) {
        INFO(text);
        CHECK(kind_of_finish(text) == finish_kind::other);
    }
    CHECK(name(finish_kind::other) == "other");
    CHECK(name(finish_kind::content_filter) == "content_filter");
}

TEST_CASE("token counts are read under all of their names") {
    const auto openai = counts(
        R"({"prompt_tokens":1,"completion_tokens":2,"total_tokens":3,
            "prompt_tokens_details":{"cached_tokens":4},
            "completion_tokens_details":{"reasoning_tokens":5}})");
    CHECK(openai == token_counts{1, 2, 3, 4, 5});
    CHECK(counts(R"({"input_tokens":1,"output_tokens":2})") == token_counts{1, 2, {}, {}, {}});
    CHECK(counts(R"({"prompt_tokens":1,"cached_tokens":4})").cached == 4);
    CHECK(counts(R"({"prompt_tokens":1,"num_cached_tokens":4})").cached == 4);
    CHECK(counts(R"({"prompt_tokens":1,"prompt_cache_hit_tokens":4})").cached == 4);
    CHECK(counts(R"({"prompt_tokens":1,"prompt_token_details":{"cached_tokens":4}})").cached == 4);
    CHECK(counts(R"({"prompt_tokens":1,"reasoning_tokens":4})").reasoning == 4);
}

TEST_CASE("a count may be a float or text, and a broken one is none") {
    CHECK(counts(R"({"input_tokens":11.0,"output_tokens":"5"})") ==
          token_counts{11, 5, {}, {}, {}});
    CHECK(counts(R"({"prompt_tokens":11.0,"completion_tokens":"5"})") ==
          token_counts{11, 5, {}, {}, {}});
    for (const char* text : {"1.5", "-1", "1e3", "\"\"", "\"x\"", "true", "{}", "[1]",
                             "99999999999999999999", "\"1.x\"", "null"}) {
        INFO(text);
        CHECK_FALSE(counts("{\"input_tokens\":" + std::string(text) + "}").any());
    }
}

TEST_CASE("partial usage is usage, and an empty object is none") {
    CHECK(counts(R"({"total_tokens":0,"total_characters":0})").any());
    CHECK_FALSE(counts("{}").any());
    CHECK_FALSE(counts(R"({"prompt_tokens":null})").any());
}

TEST_CASE("96: usage is found in each of its places") {
    for (const char* text :
         {R"({"choices":[],"usage":{"prompt_tokens":7}})",
          R"({"choices":[],"x_groq":{"usage":{"prompt_tokens":7}}})",
          R"({"choices":[{"index":0},{"index":1,"usage":{"prompt_tokens":7}}]})",
          R"({"choices":[],"usage":{},"x_groq":{"usage":{"prompt_tokens":7}}})"}) {
        INFO(text);
        CHECK(counts_of(read<ChatCompletionChunk>(text)).prompt == 7);
    }
    CHECK_FALSE(counts_of(read<ChatCompletionChunk>(R"({"choices":[],"x_groq":{}})")).any());
}

TEST_CASE("77: reasoning has one reading for its four names") {
    using text = std::optional<std::string>;
    const auto of = [](const char* json) { return reasoning_of(read<ChatCompletionDelta>(json)); };
    CHECK(of("{}") == text());
    CHECK(of(R"({"reasoning_content":null,"reasoning":null})") == text());
    CHECK(of(R"({"reasoning_content":""})") == text(""));
    CHECK(of(R"({"reasoning_content":"We"})") == text("We"));
    CHECK(of(R"({"reasoning":"We"})") == text("We"));
    CHECK(of(R"({"reasoning_content":"","reasoning":"We"})") == text("We"));
    CHECK(of(R"({"reasoning_details":[{"type":"reasoning.text","text":"W"},
                 {"type":"reasoning.summary","summary":"e"},
                 {"type":"reasoning.encrypted","data":"x"}]})") == text("We"));
    CHECK(of(R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"We"}]},
                 {"type":"text","text":"4"}]})") == text("We"));
    CHECK(of(R"({"content":[{"type":"thinking","thinking":"We"}]})") == text("We"));
    CHECK(of(R"({"content":[{"type":"thinking","thinking":[]}]})") == text());
}

TEST_CASE("78: the same reasoning under two names is taken once") {
    CHECK(reasoning_of(read<ChatCompletionDelta>(
              R"({"reasoning_content":"We","reasoning":"We",
                  "reasoning_details":[{"text":"We"}]})")) == std::optional<std::string>("We"));
}

TEST_CASE("a tool call's parts are read from every form of it") {
    const auto whole = parts_of(read<ToolCallChunk>(
        R"({"index":2,"id":"a","type":"FUNCTION","function":{"name":"f","arguments":"{}"}})"));
    CHECK(whole.index == 2);
    CHECK(whole.id == std::optional<std::string>("a"));
    CHECK(whole.type == std::optional<std::string>("function"));
    CHECK(whole.name == std::optional<std::string>("f"));
    CHECK(whole.arguments == std::optional<std::string>("{}"));

    const auto custom =
        parts_of(read<ToolCall>(R"({"type":"custom","custom":{"name":"sql","input":"select 1"}})"));
    CHECK(custom.name == std::optional<std::string>("sql"));
    CHECK(custom.arguments == std::optional<std::string>("select 1"));

    const auto flat = parts_of(read<ToolCallChunk>(R"({"name":"f","arguments":{"a": 1}})"));
    CHECK(flat.name == std::optional<std::string>("f"));
    CHECK(flat.arguments == std::optional<std::string>("{\"a\": 1}"));
}

TEST_CASE("what stands for nothing in a tool call is nothing") {
    for (const char* text : {R"({})", R"({"index":-1,"id":"","type":"","function":{"name":""}})",
                             R"({"index":null,"id":null,"type":null,"function":null})",
                             R"({"id":"null","function":{"name":"null","arguments":null}})"}) {
        INFO(text);
        const auto parts = parts_of(read<ToolCallChunk>(text));
        CHECK_FALSE(parts.index.has_value());
        CHECK_FALSE(parts.id.has_value());
        CHECK_FALSE(parts.type.has_value());
        CHECK_FALSE(parts.name.has_value());
        CHECK_FALSE(parts.arguments.has_value());
    }
    CHECK(parts_of(read<ToolCallChunk>(R"({"function":{"arguments":""}})")).arguments ==
          std::optional<std::string>(""));
}

TEST_CASE("a token's bytes come before its text, which may be cut inside a character") {
    TokenLogprob l;
    CHECK(token_text(l).empty());
    l.token = "\xEF\xBF\xBD";
    CHECK(token_text(l) == "\xEF\xBF\xBD");
    l.bytes = std::vector<std::uint8_t>{0xF0, 0x9F};
    CHECK(token_text(l) == "\xF0\x9F");
    l.bytes = null;
    CHECK(token_text(l) == "\xEF\xBF\xBD");
    l.bytes = std::vector<std::uint8_t>{};
    CHECK(token_text(l) == "\xEF\xBF\xBD");
    TopLogprob t;
    t.token = "";
    t.bytes = std::vector<std::uint8_t>{97};
    CHECK(token_text(t) == "a");
}

TEST_CASE("any one of the three counts is usage, and what breaks down a sum is none") {
    CHECK(token_counts{.prompt = 0}.any());
    CHECK(token_counts{.completion = 0}.any());
    CHECK(token_counts{.total = 0}.any());
    CHECK_FALSE(token_counts{.cached = 1, .reasoning = 1}.any());
}

TEST_CASE("what a tool call does not say is not made up") {
    const auto none = parts_of(read<ToolCallChunk>(R"({"name":"f","arguments":null})"));
    CHECK(none.name == "f");
    CHECK_FALSE(none.arguments);
    CHECK_FALSE(parts_of(read<ToolCallChunk>(R"({"name":"f","more":1})")).arguments);
    CHECK(parts_of(read<ToolCallChunk>(R"({"type":"Tool2-AZaz"})")).type == "tool2-azaz");
}

}  // namespace readings_tests
