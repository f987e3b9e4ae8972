// A long stream allocates nothing once the decoder has seen each form of event.
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <support/allocations.hpp>
#include <support/random.hpp>

namespace no_allocation_tests {

using namespace oaiwire;

namespace {

#if defined(__OPTIMIZE__)
constexpr std::size_t chunk_count = 100000;
#else
constexpr std::size_t chunk_count = 20000;  // fewer if sanitizers slow the test down
#endif
constexpr std::size_t ring_size = 500;

// As JSON.
std::string json_token(support::random& random) {
    static constexpr std::string_view list[] = {
        " the",    " sky", ",",  " because", " Rayleigh", "\\n\\n", " \\\"blue\\\"",
        "\\u00e4", "é",    "青", "🌤",     "",          " \\\\"};
    return std::string(list[random.below(std::size(list))]);
}

std::string quoted_token(support::random& random) {
    return '"' + json_token(random) + '"';
}

std::string hex_letters(support::random& random, std::size_t size) {
    std::string out;
    while (out.size() != size) out += random.byte_of("0123456789abcdefABCDEF");
    return out;
}

std::string event(const std::string& json) {
    return "data: " + json + "\n\n";
}

std::string openai(support::random& random, std::size_t i) {
    std::string delta = "\"content\":" + quoted_token(random);
    if (i == 0) delta = "\"role\":\"assistant\",\"content\":\"\",\"refusal\":null";
    return event(
        R"({"id":"chatcmpl-CBQ1kqkPzUCtzVfjHfM9Abz6qLwXu","object":"chat.completion.chunk",)"
        R"("created":1755850123,"model":"gpt-4o-mini-2024-07-18","service_tier":"default",)"
        R"("system_fingerprint":"fp_560af6e559","choices":[{"index":0,"delta":{)" +
        delta + R"(},"logprobs":null,"finish_reason":null}],"usage":null,"obfuscation":")" +
        hex_letters(random, random.below(16)) + "\"}");
}

std::string vllm(const std::string& delta, const std::string& index = "0",
                 const std::string& logprobs = "null") {
    return event(R"({"id":"chatcmpl-4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c","object":)"
                 R"("chat.completion.chunk","created":1755850123,"model":)"
                 R"("meta-llama/Llama-3.1-8B-Instruct","choices":[{"index":)" +
                 index + R"(,"delta":{)" + delta + R"(},"logprobs":)" + logprobs +
                 R"(,"finish_reason":null}]})");
}

std::string plain(support::random& random, std::size_t i) {
    const std::string role = i == 0 ? "\"role\":\"assistant\"," : "";
    return vllm(role + "\"content\":" + quoted_token(random));
}

std::string llama(support::random& random, std::size_t) {
    return event(R"({"choices":[{"finish_reason":null,"index":0,"delta":{"content":)" +
                 quoted_token(random) +
                 R"(}}],"created":1755850123,"id":"chatcmpl-JzQ1kqkPzUCtzVfjHfM9Abz6qLwXu",)"
                 R"("model":"Llama-3.1-8B-Instruct-Q4_K_M.gguf","system_fingerprint":)"
                 R"("b6250-e92734d5","object":"chat.completion.chunk"})");
}

// Each call in ten pieces.
std::string tools(support::random& random, std::size_t i) {
    const std::string index = "\"tool_calls\":[{\"index\":" + std::to_string(i / 10 % 3) + ",";
    const std::string arguments = "\"arguments\":" + quoted_token(random) + "}}]";
    if (i % 10 != 0) return vllm(index + "\"function\":{" + arguments);
    return vllm(index + "\"id\":\"call_" + hex_letters(random, 24) +
                "\",\"type\":\"function\",\"function\":{\"name\":\"get_weather\"," + arguments);
}

std::string logprob(support::random& random) {
    return "\"token\":" + quoted_token(random) + ",\"logprob\":-" +
           std::to_string(random.below(20)) + "." + std::to_string(random.below(1000000000)) +
           ",\"bytes\":[32,195,164]";
}

std::string logprobs(support::random& random, std::size_t) {
    std::string top;
    for (int k = 0; k != 5; ++k) top += (k == 0 ? "{" : ",{") + logprob(random) + "}";
    return vllm("\"content\":" + quoted_token(random), "0",
                "{\"content\":[{" + logprob(random) + ",\"top_logprobs\":[" + top +
                    "]}],\"refusal\":null}");
}

std::string reasoning(support::random& random, std::size_t i) {
    return vllm((i % 50 < 40 ? "\"reasoning_content\":" : "\"content\":") + quoted_token(random));
}

std::string three_choices(support::random& random, std::size_t) {
    return vllm("\"content\":" + quoted_token(random), std::to_string(random.below(3)));
}

std::string completion(support::random& random, std::size_t) {
    return event(R"({"id":"cmpl-4f5a6b7c8d9e0f1a2b3c4d5e6f7a8b9c","object":"text_completion",)"
                 R"("created":1755850123,"model":"meta-llama/Llama-3.1-8B-Instruct","choices":[{)"
                 R"("index":0,"text":)" +
                 quoted_token(random) +
                 R"(,"logprobs":null,"finish_reason":null,"stop_reason":null}],"usage":null})");
}

constexpr fast_paths none{.event_templates = false, .key_prediction = false};

// The number of allocations while a warmed-up decoder reads the same events repeatedly, in pieces
// of random size.
template <class Chunk>
std::size_t allocations_of(std::string (*make)(support::random&, std::size_t),
                           const fast_paths& paths) {
    support::random random{1};
    std::string ring;
    for (std::size_t i = 0; i != ring_size; ++i) ring += make(random, i);

    stream_decoder<Chunk> decoder;
    decoder.use(paths);
    std::size_t chunks = 0;
    const auto feed = [&](std::size_t largest) {
        for (std::string_view left = ring; !left.empty();) {
            const std::size_t size = std::min(left.size(), 1 + random.below(largest));
            decoder.feed(left.substr(0, size));
            left.remove_prefix(size);
            while (decoder.next() != nullptr) ++chunks;
        }
    };
    feed(1);  // after this, buffers for incomplete events have their final size
    // a form that returns gets a chunk of its own when it does so for the second time
    feed(1460);
    feed(1460);
    REQUIRE(chunks == 3 * ring_size);

    const std::size_t before = support::allocations.count;
    while (chunks < chunk_count) feed(1460);
    const std::size_t found = support::allocations.count - before;
    REQUIRE(chunks == chunk_count);
    REQUIRE(!decoder.ended());
    return found;
}

}  // namespace

TEST_CASE("a chunk in a known form causes no allocation") {
    using chat = ChatCompletionChunk;
    for (const fast_paths& paths : {fast_paths(), none}) {
        INFO("templates: " << paths.event_templates);
        CHECK(allocations_of<chat>(openai, paths) == 0);
        CHECK(allocations_of<chat>(plain, paths) == 0);
        CHECK(allocations_of<chat>(llama, paths) == 0);
        CHECK(allocations_of<chat>(tools, paths) == 0);
        CHECK(allocations_of<chat>(logprobs, paths) == 0);
        CHECK(allocations_of<chat>(reasoning, paths) == 0);
        CHECK(allocations_of<chat>(three_choices, paths) == 0);
        CHECK(allocations_of<CompletionChunk>(completion, paths) == 0);
    }
}

}  // namespace no_allocation_tests
