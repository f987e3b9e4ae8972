// The payloads that the APIs' own documents show: read strictly, written back as the same JSON.
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
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/search.hpp>

using namespace oaiwire;

namespace {

// Numbers of both to the precision that T has: embeddings are floats.
void to_float(nlohmann::json& j) {
    if (j.is_number_float()) j = static_cast<double>(static_cast<float>(j.get<double>()));
    if (j.is_structured()) {
        for (auto& part : j) to_float(part);
    }
}

// "" where text reads as a T and is written back as the same JSON value.
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

// What the type has no member for, at any depth; a value of a union's raw JSON too.
template <class T>
std::size_t unknown_in(const T& value);
template <class... A>
std::size_t unknown_in(const std::variant<A...>& value) {
    return std::visit(
        []<class V>(const V& v) -> std::size_t {
            if constexpr (std::is_same_v<V, raw_json>) return 1;
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

// "" where text is kept, and T has a member for all that it says.
template <class T>
std::string known(std::string_view text) {
    const auto value = json::read<T>(text);
    if (value && unknown_in(*value) != 0) return std::to_string(unknown_in(*value)) + " unknown";
    return kept<T>(text);
}

}  // namespace

TEST_CASE("R9S's examples of these calls are read and written back") {
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
            // other protocols
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

    // a message with the role of a user and without content
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
    // a model as OpenRouter lists it
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

TEST_CASE("Atoma's sealed payloads are read and written back") {
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

TEST_CASE("Atoma's unsigned numbers are read and written back up to the largest") {
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

TEST_CASE("a date where a number of seconds is due is refused, and it is said where") {
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

TEST_CASE("tolerant reading keeps such a date for what is written") {
    // as the fixture of Atoma's SDK tests has it
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

TEST_CASE("embeddings and reasons to stop in forms of Atoma's own documents are written back") {
    // an array that holds a text; what the document wraps, and what the server sends
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

TEST_CASE("calls, usage, log probabilities and bare chunks are read and written back") {
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

TEST_CASE("each kind of item of the Responses API is read into members") {
    for (
        const std::string_view item :
        {R"({"type":"shell_call","id":"sh_1","call_id":"c","status":"in_progress","created_by":"u","caller":{"type":"program","caller_id":"p"},"action":{"commands":["ls"],"max_output_length":100,"timeout_ms":null},"environment":{"type":"container_reference","container_id":"cntr_1"}})",
         R"({"type":"shell_call","call_id":"c","action":{"commands":[]},"environment":{"type":"local","skills":[{"name":"s","description":"d","path":"/s"}]}})",
         R"({"type":"shell_call_output","id":"sho_1","call_id":"c","status":"completed","max_output_length":null,"caller":{"type":"direct"},"output":[{"stdout":"a","stderr":"","outcome":{"type":"exit","exit_code":0},"created_by":"u"},{"stdout":"","stderr":"b","outcome":{"type":"timeout"}}]})",
         R"({"type":"local_shell_call","id":"ls_1","call_id":"c","status":"completed","action":{"type":"exec","command":["ls","-l"],"env":{"A":"b"},"timeout_ms":5,"user":"u","working_directory":"/"}})",
         R"({"type":"local_shell_call_output","id":"ls_1","output":"a","status":null})",
         R"({"type":"apply_patch_call","id":"ap_1","call_id":"c","status":"completed","created_by":"u","caller":null,"operation":{"type":"update_file","path":"a","diff":"@@"}})",
         R"({"type":"apply_patch_call_output","id":"apo_1","call_id":"c","status":"failed","output":"no such file","caller":{"type":"direct"},"created_by":"u"})"}) {
        CAPTURE(item);
        CHECK(known<ResponseItem>(item) == "");
    }
    // of another type: as it came
    CHECK(known<ResponseItem>(R"({"type":"later","id":"x"})") == "1 unknown");
    CHECK(kept<ResponseItem>(R"({"type":"later","id":"x"})") == "");
}
