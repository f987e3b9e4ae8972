// Example payloads from the APIs' own documents: read strictly, and written back as the same JSON.
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
//
#include <support/catch.hpp>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include <nlohmann/json.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/audio.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/confidential.hpp>
#include <oaiwire/types/edits.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/error_body.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/moderations.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/proxy.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/search.hpp>

namespace examples_tests {

using namespace oaiwire;

namespace {

// Rounds the numbers of both to T's precision: embeddings are floats.
void to_float(nlohmann::json& j) {
    if (j.is_number_float()) j = static_cast<double>(static_cast<float>(j.get<double>()));
    if (j.is_structured()) {
        for (auto& part : j) to_float(part);
    }
}

// "" if the text reads as a T and is written back as the same JSON value.
template <class T>
std::string kept(std::string_view text) {
    const auto value = json::read<T>(text);
    if (!value) return to_string(value.error());
    const auto back = json::write(*value);
    if (!back) return to_string(back.error());
    auto expected = nlohmann::json::parse(text);
    auto found = nlohmann::json::parse(*back);
    if constexpr (std::is_same_v<T, EmbeddingResponse>) {
        to_float(expected);
        to_float(found);
    }
    return expected == found ? "" : "written as " + *back;
}

// The members that T does not declare, at any depth, including those of union values kept as raw
// JSON.
template <class T>
std::size_t unknown_in(const T& value);
template <class... A>
std::size_t unknown_in(const std::variant<A...>& value) {
    return std::visit(
        []<class V>(const V& v) -> std::size_t {
            if constexpr (std::is_same_v<V, raw_json>) {
                return json::detail::has_tagged<std::variant<A...>> ? 1 : 0;
            }
            return unknown_in(v);
        },
        value);
}
template <class A, class B>
std::size_t unknown_in(const std::pair<A, B>& value) {
    return unknown_in(value.second);
}
template <class T>
std::size_t unknown_in(const T& value) {
    if constexpr (std::is_same_v<T, extra_members>) {
        return static_cast<std::size_t>(std::distance(value.begin(), value.end()));
    } else if constexpr (requires { value.is_absent(); }) {
        return value ? unknown_in(*value) : 0;
    } else if constexpr (std::is_aggregate_v<T>) {
        return reflect::with_members(
            value, [](const auto&... members) { return (unknown_in(members) + ... + 0); });
    } else if constexpr (
        requires { value.at(0).extra; } || requires { value.at(0).index(); } ||
        requires { value.at(0).first; }) {
        std::size_t sum = 0;
        for (const auto& element : value) sum += unknown_in(element);
        return sum;
    } else {
        return 0;
    }
}

// "" if the text is read and written back, and T declares all of its members.
template <class T>
std::string known(std::string_view text) {
    const auto value = json::read<T>(text);
    if (value && unknown_in(*value) != 0) return std::to_string(unknown_in(*value)) + " unknown";
    return kept<T>(text);
}

}  // namespace

TEST_CASE("R9S's examples are read and written back") {
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/r9s_examples.txt");
    REQUIRE(file);
    int requests = 0, responses = 0;
    for (std::string line; std::getline(file, line);) {
        const bool request = line.rfind("REQ ", 0) == 0;
        const std::size_t path_at = line.find('/');
        const std::string path = line.substr(path_at, line.find(' ', path_at) - path_at);
        const std::string json = line.substr(line.find(" {") + 1);
        INFO(line);
        std::string outcome = "other";
        const auto either = [&]<class Request, class Response>(Request, Response) {
            return request ? kept<Request>(json) : kept<Response>(json);
        };
        if (path == "/v1/chat/completions") {
            outcome = either(ChatCompletionRequest{}, ChatCompletion{});
        } else if (path == "/v1/completions") {
            outcome = either(CompletionRequest{}, Completion{});
        } else if (path == "/v1/models") {
            outcome = kept<ModelList>(json);
        } else if (path == "/v1/models/{model}") {
            outcome = kept<Model>(json);
        } else if (path == "/v1/embeddings") {
            outcome = either(EmbeddingRequest{}, EmbeddingResponse{});
        } else if (path == "/engines/{model}/embeddings") {
            outcome = kept<EngineEmbeddingRequest>(json);
        } else if (path == "/edits") {
            outcome = either(EditRequest{}, EditResponse{});
        } else if (path == "/v1/responses") {
            outcome = either(ResponseRequest{}, Response{});
        } else if (path == "/v1/images/generations") {
            outcome = either(ImageGenerationRequest{}, ImagesResponse{});
        } else if (path == "/v1/images/edits") {
            outcome = either(ImageEditRequest{}, ImagesResponse{});
        } else if (path == "/v1/moderations") {
            outcome = either(ModerationRequest{}, ModerationResponse{});
        } else if (path == "/v1/audio/speech") {
            outcome = kept<SpeechRequest>(json);
        } else if (path == "/v1/audio/transcriptions") {
            outcome = either(TranscriptionRequest{}, Transcription{});
        } else if (path == "/v1/audio/translations") {
            outcome = either(TranslationRequest{}, Transcription{});
        } else if (path == "/search") {
            outcome = either(SearchRequest{}, SearchResponse{});
        } else if (path.starts_with("/nextrouter/proxy/")) {
            outcome = either(ProxyRequest{}, raw_json{});
        } else {
            // operations of other protocols
            const bool known = path == "/v1/messages" || path.starts_with("/v1beta/");
            CHECK(known);
            continue;
        }
        CHECK(outcome == "");
        ++(request ? requests : responses);
    }
    CHECK(requests == 71);
    CHECK(responses == 20);
}

TEST_CASE("Atoma's examples are read and written back") {
    const std::string_view request =
        R"({"model":"meta-llama/Llama-3.3-70B-Instruct","prompt":["Hello!"],"best_of":1,"echo":false,)"
        R"("frequency_penalty":0,"logit_bias":{"1234567890":0.5,"1234567891":-0.5},"logprobs":1,)"
        R"j("max_tokens":4096,"n":1,"presence_penalty":0,"seed":123,"stop":["json([\"stop\", \"halt\"])"],)j"
        R"j("stream":false,"suffix":"json(\"\n\")","temperature":0.7,"top_p":1,"user":"user-1234"})j";
    CHECK(kept<CompletionRequest>(request) == "");
    CHECK(json::read<CompletionRequest>(request)->suffix == "json(\"\n\")");
    CHECK(json::read<CompletionRequest>(request)->extra.empty());

    CHECK(kept<Logprobs>(
              R"({"tokens":["Hello ","world"],"token_logprobs":[0.5,-0.5],)"
              R"("top_logprobs":[{"Hello ":-0.2,"world":-0.8}],"text_offset":[0,10]})") == "");

    const std::string_view chat =
        R"({"model":"meta-llama/Llama-3.3-70B-Instruct","messages":[)"
        R"({"role":"system","content":"You are a helpful AI assistant","name":"AI expert"},)"
        R"({"role":"user","content":"Hello!","name":"John Doe"},{"role":"assistant","name":"AI"}],)"
        R"("functions":[{"name":"get_current_weather","description":"Get the current weather in a location",)"
        R"("parameters":{"type":"object","properties":{"location":{"type":"string"}},"required":["location"]}}],)"
        R"("tools":[{"type":"function","function":{"name":"get_current_weather",)"
        R"("parameters":{"type":"object","properties":{"location":{"type":"string"}},"required":["location"]}}}],)"
        R"("frequency_penalty":0,"logit_bias":{"1234567890":0.5,"1234567891":-0.5},)"
        R"("max_completion_tokens":4096,"n":1,"parallel_tool_calls":true,"presence_penalty":0,"seed":123,)"
        R"("service_tier":"auto","temperature":0.7,"top_logprobs":1,"top_p":1,"user":"user-1234"})";
    CHECK(kept<ChatCompletionRequest>(chat) == "");
    CHECK(json::read<ChatCompletionRequest>(chat)->extra.empty());

    // a message with role user and without content
    CHECK(
        kept<ChatCompletion>(
            R"({"choices":[{"finish_reason":"stop","index":0,"message":{"name":"John Doe","role":"user"}}],)"
            R"("created":1677652288,"id":"chatcmpl-123","model":"meta-llama/Llama-3.3-70B-Instruct",)"
            R"("object":"chat.completion","service_tier":"auto","system_fingerprint":"fp_44709d6fcb",)"
            R"("usage":{"completion_tokens":12,"prompt_tokens":9,"prompt_tokens_details":)"
            R"({"audio_tokens":0,"cached_tokens":10},"total_tokens":21}})") == "");
    CHECK(
        kept<ChatCompletionChunk>(
            R"({"id":"chatcmpl-123","object":"chat.completion.chunk","created":1677652288,)"
            R"("model":"meta-llama/Llama-3.3-70B-Instruct","choices":[{"index":0,"delta":{"role":)"
            R"("assistant","content":"Hello! How can you help me today?"},"logprobs":null,)"
            R"("finish_reason":null,"stop_reason":null}]})") == "");
    CHECK(
        kept<ModelList>(
            R"({"object":"list","data":[{"id":"a","object":"model","created":1686935002,"owned_by":"atoma"}]})") ==
        "");
    // a model as listed by OpenRouter
    CHECK(kept<Model>(
              R"({"id":"a/b","name":"B","created":1,"description":"d","context_length":4096,)"
              R"("max_completion_tokens":null,"quantization":"fp8",)"
              R"("pricing":{"prompt":"0.000001","completion":"0","image":"0","request":"0"}})") ==
          "");
    CHECK(
        kept<EmbeddingRequest>(
            R"({"model":"intfloat/multilingual-e5-large-instruct","input":"The quick brown fox jumped over the lazy dog","encoding_format":"float","user":"user-1234"})") ==
        "");
    CHECK(kept<Usage>(R"({"prompt_tokens":8,"total_tokens":8})") == "");
    CHECK(
        kept<ImageGenerationRequest>(
            R"({"model":"black-forest-labs/FLUX.1-schnell","prompt":"A cute baby sea otter floating on its back","n":1,)"
            R"("quality":"hd","response_format":"url","size":"1024x1024","style":"vivid","user":"user-1234"})") ==
        "");
    CHECK(
        kept<ImagesResponse>(
            R"({"created":1677649420,"data":[{"revised_prompt":"A stunning image","url":"https://oaidalleapiprodscus.blob.core.windows.net/private/image.png"}]})") ==
        "");
    CHECK(kept<NodesCreateLockRequest>(R"({"model":"Focus"})") == "");
    CHECK(kept<NodesCreateLockResponse>(
              R"({"node_small_id":248208,"public_key":"<value>","stack_small_id":863000})") == "");
    CHECK(
        kept<NodesCreateRequest>(
            R"({"data":{"country":"Andorra","node_small_id":3665,"public_address":"<value>"},"signature":"<value>"})") ==
        "");
    CHECK(kept<NodesCreateResponse>(R"({"message":"<value>"})") == "");
    CHECK(kept<HealthResponse>(R"({"message":"ok"})") == "");
    CHECK(kept<ErrorBody>(R"({"error":{"code":"AUTH_ERROR","message":"Authentication failed"}})") ==
          "");
}

TEST_CASE("Atoma's encrypted payloads are read and written back") {
    const std::string_view request =
        R"({"ciphertext":"hDR8QUBoJClyTsgpet9jbs4XvNTzlKdCwIuvgSV0sPQUfySmhTSXokH/eQkPOjrvHhTNQbtoXG3LmDAxZ+LZIgIfnL6aXrOvAGG9Qy9p29fc5A1385vmZA==",)"
        R"("client_dh_public_key":"B6N8vBQgk8i3VdwbEOhstCY3StFqqFPtC9/AsrhtHHw=","model_name":"m",)"
        R"("node_dh_public_key":"WGmv9FBUlzLLqu1eXfmzCm2jHLDldCutWtShp2jxpns=","nonce":"wMHCw8TFxsfIycrL",)"
        R"("num_compute_units":null,"plaintext_body_hash":"D+fHmWBFmiF/c0salsfVJu3ld+pCc7hjIr4VtUHQZqs=",)"
        R"("salt":"oKGio6SlpqeoqaqrrK2urw==","stack_small_id":863000,"stream":false})";
    CHECK(kept<ConfidentialComputeRequest>(request) == "");
    CHECK(json::read<ConfidentialComputeRequest>(request)->extra.empty());
    CHECK(
        kept<ConfidentialComputeResponse>(
            R"({"ciphertext":"URh3JgV//+rBTG5fsXRbiBDWFhS0s83AmrOTdCEURZ7pJ6z8a/jasZfuubrBi4D16CVjhrnij/L8W/WWTw9XH+CHRmkxl0rZDiFnQjG1WyYIPwO07DO1q+TlXHr0w9mRhXVj",)"
            R"("nonce":"0NHS09TV1tfY2drb","response_hash":"L0vDcyZPtyxeGLNNwLkcLHkPIzNkcvgvVUMwC7FyVWs=","signature":"AA==",)"
            R"("usage":{"prompt_tokens":1,"total_tokens":1}})") == "");
    // the plaintexts
    CHECK(kept<ChatCompletionRequest>(
              R"({"messages":[{"role":"user","content":"hi"}],"model":"m","stream":false})") == "");
    CHECK(
        kept<ChatCompletion>(
            R"({"id":"chatcmpl-1","object":"chat.completion","created":1,"model":"m","choices":[]})") ==
        "");
}

TEST_CASE("Atoma's unsigned numbers are read and written back up to their maximum") {
    CHECK(
        kept<NodesCreateLockResponse>(
            R"({"node_small_id":18446744073709551615,"public_key":"","stack_small_id":18446744073709551615})") ==
        "");
    CHECK(
        kept<NodesCreateLockRequest>(
            R"({"model":"m","max_num_tokens":18446744073709551615,"timeout":18446744073709551615})") ==
        "");
    const std::string_view node =
        R"({"node_small_id":18446744073709551615,"public_address":"a","country":"c"})";
    CHECK(kept<NodePublicAddressAssignment>(node) == "");
    CHECK(json::read<NodePublicAddressAssignment>(node)->node_small_id == UINT64_MAX);
    const std::string_view sealed =
        R"({"ciphertext":"","client_dh_public_key":"","model_name":"m","node_dh_public_key":"","nonce":"",)"
        R"("num_compute_units":18446744073709551615,"plaintext_body_hash":"","salt":"",)"
        R"("stack_small_id":18446744073709551615})";
    CHECK(kept<ConfidentialComputeRequest>(sealed) == "");
    CHECK(json::read<ConfidentialComputeRequest>(sealed)->num_compute_units == UINT64_MAX);

    for (const std::string_view wrong : {"-1", "18446744073709551616", "1.5"}) {
        const std::string text = R"({"model":"m","timeout":)" + std::string(wrong) + "}";
        CAPTURE(text);
        const auto read = json::read<NodesCreateLockRequest>(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().path == "timeout");
    }
}

TEST_CASE("a date instead of Unix seconds is rejected with its path") {
    const std::string_view text =
        R"({"choices":[{"finish_reason":"stop","index":0,"logprobs":null,"text":"This is a test"}],)"
        R"("created":"2021-01-01T00:00:00Z","id":"cmpl-1234567890","model":"meta-llama/Llama-3.3-70B-Instruct",)"
        R"("object":"text_completion","system_fingerprint":"system-fingerprint","usage":{"completion_tokens":10,)"
        R"("completion_tokens_details":{"accepted_prediction_tokens":10,"audio_tokens":0,"reasoning_tokens":10,)"
        R"("rejected_prediction_tokens":0},"prompt_tokens":10,"prompt_tokens_details":{"audio_tokens":0,)"
        R"("cached_tokens":10},"total_tokens":20}})";
    const auto r = json::read<Completion>(text);
    REQUIRE_FALSE(r);
    CHECK(r.error().kind() == error_kind::decode);
    CHECK(r.error().code == errc::type_mismatch);
    CHECK(r.error().path == "created");
    CHECK(r.error().offset == text.find("\"2021"));
    CHECK(r.error().message.find("integer") != std::string::npos);
}

TEST_CASE("tolerant reading keeps such a date and writes it back") {
    // as in a fixture of Atoma's SDK tests
    const std::string text =
        R"({"choices":[{"finish_reason":"stop","index":0,"logprobs":null,"text":"This is a test"}],)"
        R"("created":"2021-01-01T00:00:00Z","id":"cmpl-1234567890","object":"text_completion",)"
        R"("usage":{"completion_tokens":10,"prompt_tokens":10,"total_tokens":20}})";
    const auto value = json::read<Completion>(text, json::tolerant);
    REQUIRE(value);
    CHECK(value->created.is_absent());
    CHECK(value->choices.front().text == "This is a test");
    CHECK(nlohmann::json::parse(*json::write(*value)) == nlohmann::json::parse(text));
}

TEST_CASE("R9S's core examples are read and written back") {
    CHECK(kept<CompletionRequest>(
              R"({"model":"gpt-4o-mini","prompt":"Once upon a time","max_tokens":50})") == "");
    CHECK(
        kept<Completion>(
            R"({"id":"cmpl-123","object":"completion","created":1677652288,"model":"gpt-4o-mini","choices":)"
            R"([{"text":", there was a young programmer who loved to code.","index":0,"logprobs":null,)"
            R"("finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":12,"total_tokens":17}})") ==
        "");
    const std::string_view vision =
        R"({"model":"gpt-4o-mini","messages":[{"role":"user","content":[{"type":"text","text":"What's in this image?"},)"
        R"({"type":"image_url","image_url":{"url":"https://example.com/image.jpg","detail":"high"}}]}],"max_tokens":300})";
    CHECK(kept<ChatCompletionRequest>(vision) == "");
    const auto request = json::read<ChatCompletionRequest>(vision);
    const auto& user = std::get<UserMessage>(request->messages.at(0));
    const auto& parts = std::get<std::vector<ContentPart>>(*user.content);
    CHECK(std::get<ContentPartText>(parts.at(0)).text == "What's in this image?");
    CHECK(std::get<ContentPartImage>(parts.at(1)).image_url.detail == ImageDetail::high);

    CHECK(
        kept<ChatCompletion>(
            R"({"id":"chatcmpl-123","object":"chat.completion","created":1677652288,"model":"gpt-4o-mini","choices":)"
            R"([{"index":0,"message":{"role":"assistant","content":"Hello! I'm doing well, thank you for asking. )"
            R"(How can I help you today?"},"finish_reason":"stop"}],"usage":{"prompt_tokens":13,)"
            R"("completion_tokens":17,"total_tokens":30}})") == "");
    CHECK(
        kept<EmbeddingResponse>(
            R"({"object":"list","data":[{"object":"embedding","embedding":[0.0023064255,-0.009327292,-0.0028842222],)"
            R"("index":0}],"model":"qwen-plus","usage":{"prompt_tokens":8,"completion_tokens":0,"total_tokens":8}})") ==
        "");
    CHECK(kept<EmbeddingResponse>(
              R"({"data":[{"index":0,"embedding":"AACAPwAAgL8AAIA/AACAPw=="}]})") == "");
    CHECK(
        kept<ModelList>(
            R"({"object":"list","data":[{"id":"gpt-4o-mini","object":"model","created":1626777600,"owned_by":"openai"}]})") ==
        "");
}

TEST_CASE("unusual embeddings and stop reasons from Atoma's documents are written back") {
    // an array that contains a text; the wrapped form of the document and the plain form of the
    // server
    const std::string_view odd =
        R"({"object":"list","data":[{"index":0,"object":"embedding","embedding":["[0.0023064255, -0.009327292]"]}]})";
    CHECK(kept<EmbeddingResponse>(odd) == "");
    CHECK(json::read<EmbeddingResponse>(odd, json::tolerant)->data.at(0).embedding->form ==
          embedding_form::other);
    for (const std::string_view reason :
         {R"({"Int":7})", R"({"String":"a"})", "7", "\"a\"", "null"}) {
        CAPTURE(reason);
        CHECK(kept<ChatCompletionChunkChoice>(R"({"index":0,"delta":{},"stop_reason":)" +
                                              std::string(reason) + "}") == "");
    }
}

TEST_CASE("calls, usage, log probabilities and minimal chunks are read and written back") {
    const std::string_view tools =
        R"({"id":"chatcmpl-mock-tools","object":"chat.completion","created":1677652288,"model":"gpt-4o-mini",)"
        R"("choices":[{"index":0,"message":{"role":"assistant","content":null,"tool_calls":[{"id":"call_mock_1",)"
        R"("type":"function","function":{"name":"get_weather","arguments":"{\"location\": \"Beijing\"}"}}]},)"
        R"("finish_reason":"tool_calls"}],"usage":{"prompt_tokens":20,"completion_tokens":20,"total_tokens":40}})";
    CHECK(kept<ChatCompletion>(tools) == "");
    const auto response = json::read<ChatCompletion>(tools);
    const auto& message = *response->choices.at(0).message;
    CHECK(message.content.is_null());
    CHECK(message.tool_calls->at(0).function->arguments == R"({"location": "Beijing"})");
    CHECK(response->choices.at(0).finish_reason == FinishReason::tool_calls);

    for (
        const std::string_view chunk :
        {R"({"id":"chatcmpl-mock-usage","object":"chat.completion.chunk","created":1677652288,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]})",
         R"({"id":"chatcmpl-mock-usage","object":"chat.completion.chunk","created":1677652288,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":null}]})",
         R"({"id":"chatcmpl-mock-usage","object":"chat.completion.chunk","created":1677652288,"model":"gpt-4o-mini","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})",
         R"({"id":"chatcmpl-mock-usage","object":"chat.completion.chunk","created":1677652288,"model":"gpt-4o-mini","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":1,"total_tokens":6}})",
         R"({"choices":[{"index":0,"delta":{"content":"hi"}}]})"}) {
        CHECK(kept<ChatCompletionChunk>(chunk) == "");
    }
    CHECK(
        kept<TokenLogprob>(
            R"({"token":"Hello","logprob":-0.01,"bytes":[72,101,108,108,111],"top_logprobs":[{"token":"Hello",)"
            R"("logprob":-0.01,"bytes":[72,101,108,108,111]},{"token":"Hi","logprob":-2.5,"bytes":[72,105]}]})") ==
        "");
    CHECK(kept<ChatCompletionMessage>(
              R"({"role":"assistant","content":"x","refusal":null,"annotations":[]})") == "");
    CHECK(
        kept<ImageStreamEvent>(
            R"({"type":"image_generation.partial_image","b64_json":"iVBO","created_at":1,"size":"1024x1024","quality":"high",)"
            R"("background":"opaque","output_format":"png","partial_image_index":0})") == "");
    CHECK(
        kept<ChatCompletion>(
            R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant",)"
            R"("content":"Hello!","refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],)"
            R"("usage":{"prompt_tokens":19,"completion_tokens":10,"total_tokens":29,"prompt_tokens_details":)"
            R"({"cached_tokens":0,"audio_tokens":0},"completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0,)"
            R"("accepted_prediction_tokens":0,"rejected_prediction_tokens":0}},"service_tier":"default"})") ==
        "");
    CHECK(kept<FunctionCall>(R"({"arguments":"{\n\"location\": \"Boston, MA\"\n}"})") == "");
}

TEST_CASE("each kind of Responses item is read into declared members") {
    for (const std::
             string_view
                 item : {R"({"type":"shell_call","id":"sh_1","call_id":"c","status":"in_progress","created_by":"u","caller":{"type":"program","caller_id":"p"},"action":{"commands":["ls"],"max_output_length":100,"timeout_ms":null},"environment":{"type":"container_reference","container_id":"cntr_1"}})",
                         R"({"type":"shell_call","call_id":"c","action":{"commands":[]},"environment":{"type":"local","skills":[{"name":"s","description":"d","path":"/s"}]}})",
                         R"({"type":"shell_call_output","id":"sho_1","call_id":"c","status":"completed","max_output_length":null,"caller":{"type":"direct"},"output":[{"stdout":"a","stderr":"","outcome":{"type":"exit","exit_code":0},"created_by":"u"},{"stdout":"","stderr":"b","outcome":{"type":"timeout"}}]})",
                         R"({"type":"local_shell_call","id":"ls_1","call_id":"c","status":"completed","action":{"type":"exec","command":["ls","-l"],"env":{"A":"b"},"timeout_ms":5,"user":"u","working_directory":"/"}})",
                         R"({"type":"local_shell_call_output","id":"ls_1","output":"a","status":null})",
                         R"({"type":"apply_patch_call","id":"ap_1","call_id":"c","status":"completed","created_by":"u","caller":null,"operation":{"type":"update_file","path":"a","diff":"@@"}})",
                         R"({"type":"apply_patch_call_output","id":"apo_1","call_id":"c","status":"failed","output":"no such file","caller":{"type":"direct"},"created_by":"u"})",
                         R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}","id":"fc_1","namespace":"n","status":"completed","async":true,"caller":{"type":"program","caller_id":"p"},"created_by":"u"})",
                         R"({"type":"function_call_output","call_id":"c","output":"o","id":"fco_1","status":"completed","caller":null,"name":"f","namespace":"n","created_by":"u"})",
                         R"({"type":"custom_tool_call","call_id":"c","name":"f","input":"i","id":"ctc_1","namespace":"n","status":"completed","async":false,"caller":{"type":"direct"},"created_by":"u"})",
                         R"({"type":"custom_tool_call_output","call_id":"c","output":[{"type":"input_text","text":"o"}],"id":"cto_1","status":"completed","caller":{"type":"direct"},"created_by":"u"})",
                         R"({"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"search","query":"q","queries":["q"],"sources":[{"type":"url","url":"https://a"}]}})",
                         R"({"type":"web_search_call","id":"ws_1","status":"completed","action":{"type":"find_in_page","url":"https://a","pattern":"p"}})",
                         R"({"type":"file_search_call","id":"fs_1","status":"completed","queries":["q"],"results":[{"file_id":"f","filename":"a","score":0.5,"text":"t","attributes":{"a":1,"b":true}}]})",
                         R"({"type":"computer_call","id":"cc_1","call_id":"c","status":"completed","action":{"type":"click","button":"left","x":1,"y":2,"keys":null},"pending_safety_checks":[{"id":"s","code":"c","message":null}]})",
                         R"({"type":"computer_call","id":"cc_1","call_id":"c","status":"completed","actions":[{"type":"drag","path":[{"x":1,"y":2}],"keys":["SHIFT"]},{"type":"scroll","scroll_x":0,"scroll_y":9,"x":1,"y":2},{"type":"type","text":"a"}],"pending_safety_checks":[]})",
                         R"({"type":"computer_call_output","id":"cco_1","call_id":"c","status":"completed","created_by":"u","output":{"type":"computer_screenshot","file_id":"f","image_url":"https://a"},"acknowledged_safety_checks":[{"id":"s"}]})",
                         R"({"type":"code_interpreter_call","id":"ci_1","status":"completed","code":"1","container_id":"cntr_1","outputs":[{"type":"logs","logs":"1"},{"type":"image","url":"https://a"}]})",
                         R"({"type":"image_generation_call","id":"ig_1","status":"failed","result":null,"action":"edit","background":"opaque","output_format":"svg","quality":"xhigh","revised_prompt":"r","size":"1x1","svg_usage":{"model":"m","input_tokens":1,"output_tokens":2,"reasoning_tokens":1,"total_tokens":3},"error":{"code":"c","message":"m","param":null,"type":"t","moderation_details":{"categories":["a"],"moderation_stage":"input"}}})",
                         R"({"type":"mcp_call","id":"mcp_1","status":"failed","arguments":"{}","name":"f","server_label":"s","output":null,"approval_request_id":null,"error":{"type":"mcp_tool_execution_error","content":[{"type":"text"}]}})",
                         R"({"type":"mcp_call","id":"mcp_1","error":{"type":"http_error","code":404,"message":"m"}})",
                         R"({"type":"mcp_call","id":"mcp_1","error":"text"})",
                         R"({"type":"mcp_list_tools","id":"mcpl_1","server_label":"s","error":null,"tools":[{"name":"f","description":null,"input_schema":{"type":"object"},"annotations":{"read_only":true}}]})",
                         R"({"type":"mcp_approval_response","id":null,"approval_request_id":"mcpr_1","approve":true,"reason":"r"})",
                         R"({"type":"tool_search_call","id":"ts_1","call_id":null,"arguments":{"q":1},"execution":"server","status":"completed","created_by":"u"})",
                         R"({"type":"tool_search_output","id":"tso_1","call_id":"c","execution":"client","status":"completed","created_by":"u","tools":[{"type":"function","name":"f","parameters":null}]})",
                         R"({"type":"additional_tools","id":"at_1","role":"developer","tools":[{"type":"local_shell"}]})",
                         R"({"type":"configuration_update","id":"cu_1","reasoning":{"effort":"high"},"text":{"format":{"type":"text"}}})",
                         R"({"type":"compaction","id":"cmp_1","encrypted_content":"e","created_by":"u"})",
                         R"({"type":"compaction_trigger","id":null})",
                         R"({"type":"item_reference","id":"x"})",
                         R"({"type":"program","id":"pr_1","call_id":"c","code":"1","fingerprint":"f"})",
                         R"({"type":"program_output","id":"po_1","call_id":"c","result":"1","status":"incomplete"})"}) {
        CAPTURE(item);
        CHECK(known<ResponseItem>(item) == "");
    }
    // an unknown type is kept verbatim
    CHECK(known<ResponseItem>(R"({"type":"later","id":"x"})") == "1 unknown");
    CHECK(kept<ResponseItem>(R"({"type":"later","id":"x"})") == "");
}

TEST_CASE("each kind of Responses tool and tool choice is read into declared members") {
    for (
        const std::string_view tool :
        {R"({"type":"function","name":"f","parameters":null,"strict":true,"description":"d","allowed_callers":["direct"],"async":true,"defer_loading":true,"output_schema":{"type":"object"}})",
         R"({"type":"custom","name":"f","description":"d","format":{"type":"grammar","syntax":"lark","definition":"d"},"allowed_callers":null,"async":false,"defer_loading":false})",
         R"({"type":"namespace","name":"n","description":"d","tools":[{"type":"function","name":"f"},{"type":"custom","name":"c","format":{"type":"text"}}]})",
         R"({"type":"tool_search","description":"d","execution":"client","parameters":{"type":"object"}})",
         R"({"type":"web_search","external_web_access":true,"filters":{"allowed_domains":["a"]},"search_context_size":"low","user_location":{"type":"approximate","city":"c","country":"DE","region":"r","timezone":"t"}})",
         R"({"type":"web_search_preview_2025_03_11","search_content_types":["text","image"],"search_context_size":"high","user_location":null})",
         R"({"type":"file_search","vector_store_ids":["vs_1"],"max_num_results":5,"filters":{"type":"and","filters":[{"type":"eq","key":"k","value":"v"},{"type":"or","filters":[{"type":"gt","key":"k","value":1.5},{"type":"eq","key":"k","value":2},{"type":"ne","key":"k","value":false}]}]},"ranking_options":{"ranker":"auto","score_threshold":0.5,"hybrid_search":{"embedding_weight":1.0,"text_weight":0.5}}})",
         R"({"type":"computer"})",
         R"({"type":"computer_use_preview","display_width":1,"display_height":2,"environment":"linux"})",
         R"({"type":"mcp","server_label":"s","allowed_callers":["programmatic"],"allowed_tools":["a"],"authorization":"t","connector_id":"connector_gmail","defer_loading":true,"headers":{"A":"b"},"require_approval":"never","server_description":"d","server_url":"https://a","tunnel_id":"t"})",
         R"({"type":"mcp","server_label":"s","allowed_tools":{"read_only":true,"tool_names":["a"]},"require_approval":{"always":{"tool_names":["a"]},"never":{"read_only":true}}})",
         R"({"type":"code_interpreter","container":"cntr_1"})",
         R"({"type":"code_interpreter","allowed_callers":["direct"],"container":{"type":"auto","file_ids":["f"],"memory_limit":"4g","network_policy":{"type":"allowlist","allowed_domains":["a"],"domain_secrets":[{"domain":"a","name":"n","value":"v"}]}}})",
         R"({"type":"image_generation","action":"auto","background":"auto","complexity":"low","frame_count":1,"frame_duration_ms":2,"input_fidelity":"low","input_image_mask":{"file_id":"f","image_url":"u"},"model":"m","moderation":"low","output_compression":1,"output_format":"gif","partial_images":1,"quality":"max","size":"auto","svg":{"model":"m","reasoning":{"effort":"low"}}})",
         R"({"type":"shell","allowed_callers":null,"environment":{"type":"container_auto","file_ids":[],"memory_limit":null,"network_policy":{"type":"disabled"},"skills":[{"type":"skill_reference","skill_id":"s","version":"1"},{"type":"inline","name":"n","description":"d","source":{"type":"base64","media_type":"application/zip","data":"AA=="}}]}})",
         R"({"type":"apply_patch","allowed_callers":["direct"]})",
         R"({"type":"programmatic_tool_calling"})"}) {
        CAPTURE(tool);
        CHECK(known<ResponseTool>(tool) == "");
    }
    for (const std::string_view choice :
         {R"("auto")", R"({"type":"function","name":"f"})",
          R"({"type":"allowed_tools","mode":"auto","tools":[{"type":"function","name":"f"}]})",
          R"({"type":"code_interpreter"})", R"({"type":"mcp","server_label":"s","name":null})",
          R"({"type":"programmatic_tool_calling"})", R"({"type":"shell"})"}) {
        CAPTURE(choice);
        CHECK(known<ResponseToolChoice>(choice) == "");
    }
    CHECK(known<ResponseTool>(R"({"type":"later"})") == "1 unknown");
    CHECK(known<ResponseToolChoice>(R"({"type":"later"})") == "1 unknown");
}

TEST_CASE("additions of OpenAI's newest documents are read into declared members") {
    CHECK(
        known<Response>(
            R"({"id":"r","access_programs":{"cyber":"standard"},"image":{"context_compression":"enabled"},"input_transformations":[{"id":"rs_1","action":"removed","reason":"model_mismatch","type":"reasoning"}],"moderation":{"input":{"type":"moderation_result","model":"m","flagged":false,"categories":{"a":false},"category_scores":{"a":0.5},"category_applied_input_types":{"a":["text"]}},"output":{"type":"error","code":"c","message":"m"}},"prompt_cache_diagnostics":{"type":"cache_miss","cache_missed_tokens":1,"reason":"input_changed","comparison_reusable_tokens":2},"prompt_cache_options":{"mode":"implicit","ttl":"30m","comparison_response_id":null},"tool_usage":{"image_gen":{"input_tokens":1,"input_tokens_details":{"image_tokens":1,"text_tokens":0},"output_tokens":1,"total_tokens":2,"cached_tokens":1,"cached_tokens_details":{"cached_image_tokens":1,"cached_text_tokens":0},"output_tokens_details":{"image_tokens":1,"text_tokens":0}},"web_search":{"num_requests":1}},"error":{"code":"misalignment_policy_violation","message":"m","param":"p","type":null,"misalignment":{"detailed_explanation":"d","error_type":"other","review_target":null,"steer":{"message":"s"}}},"usage":{"input_tokens":1,"input_tokens_details":{"cached_tokens":0,"cache_write_tokens":1,"cache_write_tokens_details":{"ttl_12h_tokens":1,"ttl_30m_tokens":0}},"output_tokens":1,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":2},"output":[]})") ==
        "");
    CHECK(
        known<ResponseRequest>(
            R"({"model":"m","access_programs":{"cyber":"standard"},"background_options":{"completion_window":"2h","continuation_id":"c"},"context_management":[{"type":"compaction","compact_threshold":1000}],"image":{"context_compression":"auto"},"prompt_cache_options":{"ttl":"12h","mode":"explicit","comparison_response_id":"r","prewarm":true},"service_tier":"ultrafast","input":[{"role":"user","content":[{"type":"input_image","image_url":"https://a","detail":"original","prompt_cache_breakpoint":{"mode":"explicit","ttl":"12h"}}]}]})") ==
        "");
    for (
        const std::string_view event :
        {R"({"type":"response.compaction.compacting","sequence_number":1,"item_id":"cmp_1","output_index":0})",
         R"({"type":"response.shell_call_output_content.delta","sequence_number":1,"item_id":"sho_1","output_index":0,"command_index":0,"delta":{"stdout":"a","stderr":"b"}})",
         R"({"type":"response.shell_call_output_content.done","sequence_number":1,"item_id":"sho_1","output_index":0,"command_index":0,"output":[{"stdout":"a","stderr":"b","outcome":{"type":"exit","exit_code":1}}]})",
         R"({"type":"error","sequence_number":1,"code":"c","message":"m","param":"p"})"}) {
        CAPTURE(event);
        CHECK(known<ResponseStreamEvent>(event) == "");
    }
    CHECK(
        known<ImageGenerationRequest>(
            R"({"prompt":"p","complexity":"low","frame_count":2,"frame_duration_ms":50,"output_format":"gif","quality":"xhigh","safety_identifier":"s","svg":{"model":"m","reasoning":{"effort":"none"}}})") ==
        "");
    CHECK(
        known<ImagesResponse>(
            R"({"created":1,"data":[],"safety_identifier":"s","svg_usage":{"model":"m","input_tokens":1,"output_tokens":2,"reasoning_tokens":1,"total_tokens":3}})") ==
        "");
    CHECK(known<ImageStreamEvent>(
              R"({"type":"image_edit.completed","b64_json":"iVBO","safety_identifier":"s"})") ==
          "");
    CHECK(
        known<Transcription>(
            R"({"text":"t","languages":[{"code":"de"}],"segments":[{"type":"transcript.text.segment","id":"s","speaker":"A"}],"usage":{"type":"tokens","input_tokens":1,"input_token_details":{"audio_tokens":1,"text_tokens":0}}})") ==
        "");
    CHECK(known<TranscriptionStreamEvent>(
              R"({"type":"transcript.text.done","text":"t","languages":[{"code":"de"}]})") == "");
    CHECK(
        known<ChatCompletionMessage>(
            R"({"role":"user","content":null,"id":"m","content_parts":[{"type":"text","text":"t"},{"type":"image_url","image_url":{"url":"u"}}]})") ==
        "");
}

}  // namespace examples_tests
