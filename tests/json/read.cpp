#include <oaiwire/json/read.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <support/allocation_ledger.hpp>
#include <support/fill.hpp>
#include <support/json_texts.hpp>

namespace read_tests {

using namespace oaiwire;

namespace {

// "code offset"
template <class T = ChatCompletionChunk>
std::string refusal(std::string_view text) {
    const auto r = json::read<T>(text);
    if (r) return "read";
    return std::string(name(r.error().code)) + " " + std::to_string(r.error().offset);
}

// Each token with five alternatives.
std::string log_probabilities(std::size_t tokens, std::string_view space) {
    std::string out = "{\"content\":[";
    for (std::size_t i = 0; i != tokens; ++i) {
        if (i != 0) out += ',';
        out += R"({"token":" the","logprob":-0.5,"bytes":[32,116,104,101],"top_logprobs":[)";
        for (int k = 0; k != 5; ++k) {
            if (k != 0) out += ',';
            out.append(space).append(R"({"token":"a","logprob":-0.25,"bytes":[97,98]})");
        }
        out += "]}";
    }
    return out + "]}";
}

}  // namespace

TEST_CASE("a text is one JSON value with optional white space around it") {
    CHECK(refusal("") == "unexpected_end 0");
    CHECK(refusal(std::string_view()) == "unexpected_end 0");
    CHECK(refusal(" \r\n\t") == "unexpected_end 4");
    CHECK(refusal("\xef\xbb\xbf{}") == "unexpected_byte 0");
    CHECK(refusal("{}x") == "trailing_bytes 2");
    CHECK(refusal("{} {}") == "trailing_bytes 3");
    CHECK(refusal(std::string_view("{}\0", 3)) == "trailing_bytes 2");
    CHECK(refusal("{}]") == "trailing_bytes 2");
    CHECK(refusal(" \n{ }\r\n\t ") == "read");
    CHECK(refusal("\v{}") == "unexpected_byte 0");
    CHECK(refusal("// c\n{}") == "unexpected_byte 0");
}

TEST_CASE("an error has a message, a path and an offset") {
    const auto r = json::read<ChatCompletionChunk>(R"({"choices":[{"index":tru}]})");
    REQUIRE_FALSE(r);
    CHECK(r.error().kind() == error_kind::decode);
    CHECK(r.error().code == errc::invalid_literal);
    CHECK(r.error().path == "choices[0].index");
    CHECK(r.error().offset == 24);
    CHECK_FALSE(r.error().message.empty());
}

TEST_CASE("an object that held other values ends up like a new one") {
    const std::string_view texts[] = {
        R"({})",
        R"({"choices":[]})",
        R"({"id":"x","choices":[{"index":1},{"index":2}],"q":1})",
        R"({"choices":[{"delta":{"content":"hi","role":"assistant"},"logprobs":{"content":[{"token":"a"}]}}]})",
        R"({"choices":[{"delta":{"content":[{"type":"text","text":"a"}]}}],"usage":{"total_tokens":1,"z":[]}})",
        R"({"choices":[{"delta":{"content":null}}],"usage":null,"id":null})",
        R"({"moderation":{"input":{"type":"error","code":"c"}}})",
        R"({"moderation":{"input":{"type":"other"}}})"};
    for (const std::string_view before : texts) {
        for (const std::string_view text : texts) {
            auto dirty = json::read<ChatCompletionChunk>(before);
            REQUIRE(dirty);
            REQUIRE(json::read_into(text, *dirty));
            CHECK(*dirty == *json::read<ChatCompletionChunk>(text));
        }
    }
}

TEST_CASE("after an error the object can be used and read into again") {
    support::random r(21);
    ChatCompletionChunk dirty;
    for (int i = 0; i != 3'000; ++i) {
        const std::string text = support::mutated(support::json_documents[r.below(3)], r);
        const bool ok = json::read_into(text, dirty).has_value();
        const ChatCompletionChunk copy = dirty;
        REQUIRE(json::write(copy).has_value());
        const auto fresh = json::read<ChatCompletionChunk>(text);
        REQUIRE(fresh.has_value() == ok);
        if (ok) REQUIRE(*fresh == dirty);
    }
}

TEST_CASE("reading the same text into the same object again does not allocate") {
    // except for names and enumerators spelled with escapes
    support::filler filler(77, true);
    std::size_t nontrivial = 0;
    for (int i = 0; i != 200; ++i) {
        const std::string text = *json::write(filler.make<ChatCompletionChunk>());
        ChatCompletionChunk chunk;
        for (int warm = 0; warm != 2; ++warm) REQUIRE(json::read_into(text, chunk));
        const std::size_t before = support::allocations.count;
        const bool ok = json::read_into(text, chunk).has_value();
        const std::size_t after = support::allocations.count;
        CHECK(ok);
        INFO(text);
        CHECK(after == before);
        if (text.size() > 500) ++nontrivial;
    }
    CHECK(nontrivial > 20);
}

TEST_CASE("reading a stream's chunks into one object does not allocate once warmed up") {
    const std::string_view chunks[] = {
        R"({"id":"chatcmpl-0123456789abcdef","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}]})",
        R"({"id":"chatcmpl-0123456789abcdef","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"delta":{"content":"a piece that is no short string"},"logprobs":{"content":[{"token":"a","logprob":-0.5,"bytes":[97],"top_logprobs":[]}]},"finish_reason":null}],"x":"unknown and longer than fits"})",
        R"({"id":"chatcmpl-0123456789abcdef","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[{"index":0,"delta":{},"logprobs":null,"finish_reason":"stop"}]})",
        R"({"id":"chatcmpl-0123456789abcdef","object":"chat.completion.chunk","created":1,"model":"gpt-4o-mini-2024-07-18","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}})",
        R"({"id":"chatcmpl-0123456789abcdef","obfuscation":"no choices at all in this one"})"};
    ChatCompletionChunk chunk;
    for (int warm = 0; warm != 2; ++warm) {
        for (const auto text : chunks) REQUIRE(json::read_into(text, chunk));
    }
    // an empty list frees its elements' memory: read the chunks with text again first
    for (const auto text : {chunks[0], chunks[1]}) REQUIRE(json::read_into(text, chunk));
    const std::size_t before = support::allocations.count;
    bool ok = true;
    for (int i = 0; i != 100; ++i) {
        for (const auto text : {chunks[0], chunks[1], chunks[2]}) {
            ok = ok && json::read_into(text, chunk).has_value();
        }
    }
    const std::size_t after = support::allocations.count;
    CHECK(ok);
    CHECK(after == before);
}

TEST_CASE("a new response with log probabilities allocates once for each token") {
    constexpr std::size_t tokens = 200;
    constexpr std::size_t others = 20;  // the list of tokens as it grows
    for (const std::string_view space : {"", "\n  "}) {
        const std::string text = log_probabilities(tokens, space);
        Logprobs out;
        const std::size_t before = support::allocations.count;
        REQUIRE(json::read_into(text, out));
        CHECK(support::allocations.count - before <= tokens + others);
        // lists of alternatives have no unused elements, but for the first
        CHECK(out.content->at(tokens - 1).top_logprobs->capacity() == 5);
    }
    std::string maps = "{\"top_logprobs\":[";
    for (std::size_t i = 0; i != tokens; ++i) {
        if (i != 0) maps += ',';
        maps += R"({"a":-1,"b":-2,"c":-3,"d":-4,"e":-5})";
    }
    maps += "]}";
    Logprobs out;
    const std::size_t before = support::allocations.count;
    REQUIRE(json::read_into(maps, out));
    CHECK(support::allocations.count - before <= tokens + others);
}

// The size of a list that was read is a hint for the next one only, whatever becomes of that.
TEST_CASE("short lists after a long one take no more memory than the long one") {
    std::string text = "[{\"top_logprobs\":[";
    for (int i = 0; i != 64; ++i) text += i == 0 ? "{}" : ",{}";
    text += "]}";
    // lists with elements that do not fit, which tolerant reading passes over
    for (int i = 0; i != 1000; ++i) text += ",{\"top_logprobs\":[{},7,{}]}";
    text += "]";
    std::vector<TokenLogprob> out;
    const std::size_t before = support::allocations.bytes;
    REQUIRE(json::read_into(text, out, json::tolerant));
    CHECK(out.size() == 1001);
    const std::size_t each = sizeof(TokenLogprob) * 2 + sizeof(TopLogprob) * 4;
    CHECK(support::allocations.bytes - before < 1001 * each + 3 * 64 * sizeof(TopLogprob));
}

TEST_CASE("reading takes linear time") {
    // a megabyte of escapes, unknown members, duplicates and unions: takes seconds if any is
    // quadratic
    std::string text = "{\"choices\":[{\"delta\":{\"content\":[";
    for (int i = 0; i != 20'000; ++i) {
        text += R"({"x":"\u00e9\n","type":"text","text":"\"\\\"","text":"b"},)";
    }
    text += "{\"type\":\"text\"}]}}]";
    for (int i = 0; i != 20'000; ++i) text += ",\"k" + std::to_string(i) + "\":[{}]";
    text += "}";
    ChatCompletionChunk chunk;
    REQUIRE(json::read_into(text, chunk));
    CHECK(chunk.extra.size() == 20'000);
    text.back() = ']';
    const auto r = json::read_into(text, chunk);
    REQUIRE_FALSE(r);
    CHECK(r.error().offset == text.size() - 1);
}

TEST_CASE("a required member that is absent is an error if that is asked for") {
    json::read_options strictly;
    strictly.required = true;
    const auto read = [&](std::string_view text) {
        return json::read<ChatCompletionRequest>(text, strictly);
    };
    CHECK(read(R"({"model":"m","messages":[]})"));
    const auto none = read(R"( {"model":"m"})");
    REQUIRE_FALSE(none);
    CHECK(none.error().code == errc::missing_member);
    CHECK(none.error().path == "messages");
    CHECK(none.error().offset == 1);
    CHECK(none.error().message == oaiwire::describe(errc::missing_member));
    const auto below = read(
        R"({"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{}}]}]})");
    REQUIRE_FALSE(below);
    CHECK(below.error().code == errc::missing_member);
    CHECK(below.error().path == "messages[0].content[0].image_url.url");
    // what is malformed comes first, as for other errors
    CHECK(read(R"({"model":"m"},)").error().code == errc::trailing_bytes);
    CHECK(json::read<ChatCompletionRequest>(R"({"model":"m"})"));
    json::read_options tolerantly(json::tolerant);
    tolerantly.required = true;
    CHECK_FALSE(json::read<ChatCompletionRequest>(R"({"model":"m"})", tolerantly));
}

}  // namespace read_tests
