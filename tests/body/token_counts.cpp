#include <oaiwire/body/token_counts.hpp>

#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <support/catch.hpp>

namespace token_counts_tests {

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

TEST_CASE("a count may be a float or text, and an invalid one counts as absent") {
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

TEST_CASE("partial usage is usage, and an empty object is not") {
    CHECK(counts(R"({"total_tokens":0,"total_characters":0})").any());
    CHECK_FALSE(counts("{}").any());
    CHECK_FALSE(counts(R"({"prompt_tokens":null})").any());
}

TEST_CASE("quirk 96: usage is found at each of its places") {
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

TEST_CASE("any of the three counts is usage, and details alone are not") {
    CHECK(token_counts{.prompt = 0}.any());
    CHECK(token_counts{.completion = 0}.any());
    CHECK(token_counts{.total = 0}.any());
    CHECK_FALSE(token_counts{.cached = 1, .reasoning = 1}.any());
}

}  // namespace token_counts_tests
