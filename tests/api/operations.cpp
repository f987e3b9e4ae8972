// Each operation of Atoma, R9S and OpenAI, by operationId: the request that is sent, and the result
// of its response.
#include <oaiwire/api/operations.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>

namespace operations_tests {

using namespace oaiwire;

namespace {

const endpoint atoma{.base_url = "https://api.atoma.network/v1", .api_key = secret{"key"}};
const endpoint r9s{.base_url = "https://api.r9s.ai/v1", .api_key = secret{"key"}};

// "POST /v1/edits bearer", "GET /health none".
std::string line_of(const http::request& r) {
    const bool keyed = r.headers.value("Authorization") == "Bearer key";
    return r.method + ' ' + r.target + (keyed ? " bearer" : " none");
}

// The Accept header and the content type.
template <class Call>
void check_media_types(const http::request& r, call_mode mode) {
    using Request = request_of<Call>;
    constexpr bool form = std::is_same_v<Request, ImageEditRequest> ||
                          std::is_same_v<Request, ImageVariationRequest> ||
                          std::is_same_v<Request, TranscriptionRequest> ||
                          std::is_same_v<Request, TranslationRequest>;
    constexpr bool audio = std::is_same_v<Call, SpeechRequest>;
    constexpr bool transcript = std::is_same_v<Request, TranscriptionRequest> ||
                                std::is_same_v<Request, TranslationRequest>;
    const bool events = mode == call_mode::streamed && !audio;
    CHECK(r.headers.value("Accept") == (events                ? "text/event-stream"
                                        : audio || transcript ? "*/*"
                                                              : "application/json"));
    if (form) {
        CHECK(r.headers.value("Content-Type").starts_with("multipart/form-data; boundary="));
    } else if (r.body.empty()) {
        CHECK_FALSE(r.headers.find("Content-Type"));
    } else {
        CHECK(r.headers.value("Content-Type") == "application/json");
    }
}

// A call whose response is fed in pieces of three bytes.
template <class Call>
struct made {
    exchange<Call> call;
    std::vector<std::string> chunks{};  // as JSON or bytes

    made(const request_of<Call>& request, const endpoint& where, std::string_view body,
         call_mode mode = call_mode::plain, std::string_view type = {})
        : call(request, where, {}, mode) {
        check_media_types<Call>(call.request(), mode);
        if (type.empty())
            type = mode == call_mode::plain ? "application/json" : "text/event-stream";
        call.head({200, {{"Content-Type", type}}});
        while (!body.empty()) {
            call.feed(body.substr(0, 3));
            take();
            body.remove_prefix((std::min)(body.size(), std::size_t{3}));
        }
        call.finish();
        take();
    }
    void take() {
        if constexpr (streamed_operation<Call>) {
            while (call.next()) chunks.emplace_back(call.payload());
        }
    }
    std::string line() const { return line_of(call.request()); }
    // The request's body, parsed.
    nlohmann::json sent() const {
        return nlohmann::json::parse(call.request().body, nullptr, false);
    }
    // Whether the response is the same JSON value as the text.
    bool is(std::string_view text) {
        auto response = call.result();
        if (!response) return false;
        return nlohmann::json::parse(*json::write(*response)) == nlohmann::json::parse(text);
    }
};

template <class Request>
made<Request> create(const Request& request, const endpoint& where, std::string_view body,
                     std::string_view type = {}) {
    return made<Request>(request, where, body, call_mode::plain, type);
}
template <class Request>
made<Request> stream(const Request& request, const endpoint& where, std::string_view body,
                     std::string_view type = {}) {
    return made<Request>(request, where, body, call_mode::streamed, type);
}

// The whole form, in which the tests search for parts.
std::string form_of(const http::request& r) {
    std::string out;
    http::content_cursor content(r);
    for (auto piece = content.next(); piece && !piece->empty(); piece = content.next()) {
        out.append(*piece);
    }
    return out;
}
bool has_part(const std::string& form, std::string_view name, std::string_view value) {
    std::string part("name=\"");
    part.append(name).append("\"");
    const std::size_t at = form.find(part);
    if (at == std::string::npos) return false;
    const std::size_t begin = form.find("\r\n\r\n", at) + 4;
    return form.compare(begin, value.size() + 2, std::string(value) + "\r\n") == 0;
}

constexpr std::string_view completion =
    R"({"id":"c","object":"text_completion","created":1,"model":"m","choices":[{"text":"hi","index":0,"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}})";
constexpr std::string_view chat =
    R"({"id":"c","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":{"role":"assistant","content":"hi"},"finish_reason":"stop"}]})";
constexpr std::string_view sealed =
    R"({"ciphertext":"AA==","nonce":"wMHCw8TFxsfIycrL","response_hash":null,"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}})";
const ConfidentialComputeRequest sealing{.ciphertext = "AA==",
                                         .client_dh_public_key = "AQ==",
                                         .model_name = "m",
                                         .node_dh_public_key = "Ag==",
                                         .nonce = "Aw==",
                                         .plaintext_body_hash = "BA==",
                                         .salt = "BQ==",
                                         .stack_small_id = 7};

template <class Named>
void check_sealed(std::string_view path) {
    made<Named> call(sealing, atoma, sealed);
    CHECK(call.line() == "POST " + std::string(path) + " bearer");
    CHECK(call.sent()["model_name"] == "m");
    CHECK(call.sent()["stack_small_id"] == 7);
    CHECK_FALSE(call.sent().contains("stream"));
    CHECK(call.is(sealed));
}
template <class Named>
void check_sealed_stream(std::string_view path) {
    const std::string event = "data: " + std::string(sealed) + "\n\n";
    made<Named> call(sealing, atoma, event + event, call_mode::streamed);
    CHECK(call.line() == "POST " + std::string(path) + " bearer");
    CHECK(call.sent()["stream"] == true);
    CHECK(call.chunks == std::vector<std::string>(2, std::string(sealed)));
    CHECK(call.call.end_reason() == stream_end::finished);
    CHECK(call.call.response().nonce == "wMHCw8TFxsfIycrL");
}

}  // namespace

TEST_CASE("completions_create: Atoma's text completion") {
    auto call = create(CompletionRequest{.model = "m", .prompt = "p"}, atoma, completion);
    CHECK(call.line() == "POST /v1/completions bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"model":"m","prompt":"p"})"));
    CHECK(call.is(completion));
}

TEST_CASE("completions_create_stream: ends without [DONE]") {
    auto call =
        stream(CompletionRequest{.model = "m", .prompt = "p"}, atoma,
               "data: {\"choices\":[{\"index\":0,\"text\":\"h\",\"finish_reason\":null}]}\n\n"
               "data: {\"choices\":[{\"index\":0,\"text\":\"i\",\"finish_reason\":\"stop\"}]}\n\n");
    CHECK(call.line() == "POST /v1/completions bearer");
    CHECK(call.sent()["stream"] == true);
    CHECK(call.call.end_reason() == stream_end::finished);
    CHECK(text(call.call.response()) == "hi");
}

TEST_CASE("chat_completions_create: Atoma's chat completion") {
    auto call = create(ChatCompletionRequest{.model = "m", .messages = {user("hi")}}, atoma, chat);
    CHECK(call.line() == "POST /v1/chat/completions bearer");
    CHECK(call.is(chat));
}

TEST_CASE("chat_completions_create_stream: chunks with the node's signatures") {
    auto call = stream(
        ChatCompletionRequest{.model = "m", .messages = {user("hi")}}, atoma,
        "data: "
        "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"},\"finish_reason\":\"stop\"}],"
        "\"signature\":\"s\",\"response_hash\":\"h\"}\n\ndata: [DONE]\n\n");
    CHECK(call.line() == "POST /v1/chat/completions bearer");
    CHECK(call.call.end_reason() == stream_end::complete);
    CHECK(call.call.response().extra.find("signature") == "\"s\"");
}

TEST_CASE("confidential_completions_create: encrypted") {
    check_sealed<operations::confidential_completions>("/v1/confidential/completions");
}
TEST_CASE("confidential_completions_create_stream: encrypted events") {
    check_sealed_stream<operations::confidential_completions>("/v1/confidential/completions");
}
TEST_CASE("confidential_chat_completions_create: encrypted") {
    check_sealed<operations::confidential_chat_completions>("/v1/confidential/chat/completions");
}
TEST_CASE("confidential_chat_completions_create_stream: encrypted events") {
    check_sealed_stream<operations::confidential_chat_completions>(
        "/v1/confidential/chat/completions");
}
TEST_CASE("confidential_embeddings_create: encrypted") {
    check_sealed<operations::confidential_embeddings>("/v1/confidential/embeddings");
    STATIC_REQUIRE_FALSE(streamed_operation<operations::confidential_embeddings>);
}
TEST_CASE("confidential_image_generations_create: encrypted") {
    check_sealed<operations::confidential_images>("/v1/confidential/images/generations");
    STATIC_REQUIRE_FALSE(streamed_operation<operations::confidential_images>);
}

TEST_CASE("embeddings_create: numbers or base64") {
    constexpr std::string_view answer =
        R"({"object":"list","data":[{"object":"embedding","embedding":[0.5,-1.0],"index":0}],"model":"m","usage":{"prompt_tokens":8,"total_tokens":8}})";
    auto call = create(EmbeddingRequest{.model = "m", .input = "fox"}, atoma, answer);
    CHECK(call.line() == "POST /v1/embeddings bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"model":"m","input":"fox"})"));
    CHECK(call.call.response().data[0].embedding->values == std::vector<float>{0.5f, -1});
    CHECK(call.is(answer));

    constexpr std::string_view coded = R"({"data":[{"embedding":"AAAAPwAAgL8=","index":0}]})";
    auto other = create(
        EmbeddingRequest{
            .model = "m", .input = "fox", .encoding_format = EmbeddingEncoding::base64},
        atoma, coded);
    CHECK(other.sent()["encoding_format"] == "base64");
    CHECK(other.call.response().data[0].embedding->values == std::vector<float>{0.5f, -1});
    CHECK(other.is(coded));
}

TEST_CASE("image_generations_create: images by URL") {
    constexpr std::string_view answer =
        R"({"created":1677649420,"data":[{"revised_prompt":"A stunning image","url":"https://example.com/image.png"}]})";
    auto call = create(
        ImageGenerationRequest{.prompt = "an otter", .model = "m", .n = 1, .size = "1024x1024"},
        atoma, answer);
    CHECK(call.line() == "POST /v1/images/generations bearer");
    CHECK(call.sent() ==
          nlohmann::json::parse(R"({"prompt":"an otter","model":"m","n":1,"size":"1024x1024"})"));
    CHECK(call.is(answer));
}

TEST_CASE("models_list: with the key") {
    constexpr std::string_view answer =
        R"({"object":"list","data":[{"id":"a/b","object":"model","created":1686935002,"owned_by":"atoma"}]})";
    auto call = create(ListModelsRequest{}, atoma, answer);
    CHECK(call.line() == "GET /v1/models bearer");
    CHECK(call.call.request().body.empty());
    CHECK(call.is(answer));
}

TEST_CASE("open_router_models_list: arbitrary JSON, without the key") {
    constexpr std::string_view answer =
        R"({"data":[{"id":"a","pricing":{"prompt":"0.1"}}],"more":[1,2]})";
    auto call = create(ListOpenRouterModelsRequest{}, atoma, answer);
    CHECK(call.line() == "GET /v1/open_router/models none");
    CHECK(call.is(answer));
    CHECK(create(ListOpenRouterModelsRequest{}, atoma, "[{\"id\":\"a\"}]").is("[{\"id\":\"a\"}]"));
    CHECK(create(ListOpenRouterModelsRequest{}, atoma, "{\"error\":{\"message\":\"no\"}}")
              .call.error()
              .message == "no");
}

TEST_CASE("nodes_create: signed, without the key") {
    const NodesCreateRequest node{
        .data = {.node_small_id = 3665, .public_address = "https://n", .country = "AD"},
        .signature = "c2ln"};
    auto call = create(node, atoma, R"({"message":"Success"})");
    CHECK(call.line() == "POST /v1/nodes none");
    // the signature covers the text of data, in this order
    CHECK(
        call.call.request().body ==
        R"({"data":{"node_small_id":3665,"public_address":"https://n","country":"AD"},"signature":"c2ln"})");
    CHECK(call.is(R"({"message":"Success"})"));
}

TEST_CASE("nodes_create_lock: returns a public key for encryption") {
    constexpr std::string_view answer =
        R"({"node_small_id":248208,"public_key":"AQ==","stack_small_id":863000,"stack_entry_digest":null})";
    auto call = create(NodesCreateLockRequest{.model = "Focus"}, atoma, answer);
    CHECK(call.line() == "POST /v1/nodes/lock bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"model":"Focus"})"));
    CHECK(call.is(answer));
}

TEST_CASE("health: at the root path, without the key") {
    auto call = create(HealthRequest{}, atoma, R"({"message":"ok"})");
    CHECK(call.line() == "GET /health none");
    CHECK(call.is(R"({"message":"ok"})"));
}

TEST_CASE("listModels: R9S") {
    auto call = create(ListModelsRequest{}, r9s, R"({"object":"list","data":[]})");
    CHECK(call.line() == "GET /v1/models bearer");
    CHECK(call.is(R"({"object":"list","data":[]})"));
}

TEST_CASE("retrieveModel: the name is one path segment") {
    auto call = create(RetrieveModelRequest{.model = "meta/Llama 3"}, r9s, R"({"id":"x"})");
    CHECK(call.line() == "GET /v1/models/meta%2FLlama%203 bearer");
    CHECK(call.is(R"({"id":"x"})"));
}

TEST_CASE("deleteModel: OpenAI") {
    constexpr std::string_view answer = R"({"id":"ft:x","object":"model","deleted":true})";
    auto call = create(DeleteModelRequest{.model = "ft:x"}, r9s, answer);
    CHECK(call.line() == "DELETE /v1/models/ft%3Ax bearer");
    CHECK(call.call.request().body.empty());
    CHECK(call.is(answer));
}

TEST_CASE("createChatCompletion: plain and streamed with the same path") {
    const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    auto call = create(request, r9s, chat);
    CHECK(call.line() == "POST /v1/chat/completions bearer");
    CHECK(call.call.request().headers.value("Accept") == "application/json");
    CHECK(call.is(chat));
    auto streamed = stream(request, r9s,
                           "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"hi\"}}]}\n\n"
                           "data: [DONE]\n\n");
    CHECK(streamed.line() == "POST /v1/chat/completions bearer");
    CHECK(streamed.call.request().headers.value("Accept") == "text/event-stream");
    CHECK(streamed.call.end_reason() == stream_end::complete);
}

TEST_CASE("listChatCompletions: filtered by model and metadata, by page") {
    ListChatCompletionsRequest request{.model = "m/1", .metadata = {{"a b", "c&d"}}};
    CHECK(create(request, r9s, "{\"data\":[]}").line() ==
          "GET /v1/chat/completions?model=m%2F1&metadata%5Ba%20b%5D=c%26d bearer");
    request = {.after = "c1", .limit = 20, .order = "asc"};
    const std::string answer =
        R"({"object":"list","data":[)" + std::string(chat) + R"(],"last_id":"c","has_more":true})";
    auto call = create(request, r9s, answer);
    CHECK(call.line() == "GET /v1/chat/completions?after=c1&limit=20&order=asc bearer");
    CHECK(call.is(answer));
    CHECK(create(ListChatCompletionsRequest{}, r9s, answer).line() ==
          "GET /v1/chat/completions bearer");
}

TEST_CASE("getChatCompletion, updateChatCompletion, deleteChatCompletion: stored completions") {
    auto got = create(RetrieveChatCompletionRequest{.completion_id = "c/1"}, r9s, chat);
    CHECK(got.line() == "GET /v1/chat/completions/c%2F1 bearer");
    CHECK(got.is(chat));
    const UpdateChatCompletionRequest update{.completion_id = "c",
                                             .metadata = *raw_json::parse(R"({"k":"v"})")};
    auto updated = create(update, r9s, chat);
    CHECK(updated.line() == "POST /v1/chat/completions/c bearer");
    CHECK(updated.call.request().body == R"({"metadata":{"k":"v"}})");
    CHECK(updated.is(chat));
    auto gone = create(DeleteChatCompletionRequest{.completion_id = "c"}, r9s,
                       R"({"object":"chat.completion.deleted","id":"c","deleted":true})");
    CHECK(gone.line() == "DELETE /v1/chat/completions/c bearer");
    CHECK(gone.call.response().deleted == true);
}

TEST_CASE("getChatCompletionMessages: the request messages of a stored completion") {
    constexpr std::string_view answer =
        R"({"object":"list","data":[{"id":"c-0","role":"user","content":"hi","name":null}],"has_more":false})";
    auto call =
        create(ListChatCompletionMessagesRequest{.completion_id = "c", .limit = 2}, r9s, answer);
    CHECK(call.line() == "GET /v1/chat/completions/c/messages?limit=2 bearer");
    CHECK(call.is(answer));
}

TEST_CASE("createCompletion: R9S sets object to \"completion\"") {
    std::string answer(completion);
    answer.replace(answer.find("text_completion"), 15, "completion");
    auto call = create(CompletionRequest{.model = "m", .prompt = "p"}, r9s, answer);
    CHECK(call.line() == "POST /v1/completions bearer");
    CHECK(call.is(answer));
    auto streamed = stream(CompletionRequest{.model = "m", .prompt = "p"}, r9s,
                           "data: " + answer + "\n\ndata: [DONE]\n\n");
    CHECK(streamed.call.end_reason() == stream_end::complete);
    CHECK(text(streamed.call.response()) == "hi");
}

TEST_CASE("createEdit: a text and an instruction") {
    constexpr std::string_view answer =
        R"({"object":"edit","created":1,"choices":[{"text":"week","index":0}],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2}})";
    auto call =
        create(EditRequest{.model = "m", .instruction = "fix", .input = "wek"}, r9s, answer);
    CHECK(call.line() == "POST /v1/edits bearer");
    CHECK(call.sent() ==
          nlohmann::json::parse(R"({"model":"m","instruction":"fix","input":"wek"})"));
    CHECK(call.is(answer));
}

TEST_CASE("createImageGeneration, createImage: one response, or events of R9S or OpenAI") {
    const ImageGenerationRequest request{.prompt = "cat", .partial_images = 1};
    constexpr std::string_view answer =
        R"({"created":1,"data":[{"b64_json":"iVBO"}],"usage":{"image_count":1,"width":64}})";
    auto call = create(request, r9s, answer);
    CHECK(call.line() == "POST /v1/images/generations bearer");
    CHECK_FALSE(call.sent().contains("stream"));
    CHECK_FALSE(call.sent().contains("partial_images"));
    CHECK(call.is(answer));

    auto own = stream(
        request, r9s,
        "data: {\"id\":\"i\",\"created\":1,\"model\":\"m\",\"object\":\"image.generation.chunk\","
        "\"data\":[{\"index\":0,\"b64_json\":\"iV\",\"progress\":0.5,\"is_final\":false}]}\n\n"
        "data: {\"id\":\"i\",\"created\":1,\"model\":\"m\",\"object\":\"image.generation.chunk\","
        "\"data\":[{\"index\":0,\"b64_json\":\"iVBO\",\"is_final\":true}],"
        "\"usage\":{\"image_count\":1}}\n\ndata: [DONE]\n\n");
    CHECK(own.sent()["stream"] == true);
    CHECK(own.chunks.size() == 2);
    CHECK(own.call.end_reason() == stream_end::complete);
    CHECK(own.is(
        R"({"created":1,"data":[{"b64_json":"iVBO"}],"usage":{"image_count":1},"id":"i","model":"m"})"));

    auto openai = stream(
        request, r9s,
        "event: image_generation.partial_image\n"
        "data: {\"type\":\"image_generation.partial_image\",\"b64_json\":\"iV\",\"created_at\":2,"
        "\"size\":\"64x64\",\"quality\":\"low\",\"background\":\"auto\",\"output_format\":\"png\","
        "\"partial_image_index\":0}\n\n"
        "event: image_generation.completed\n"
        "data: {\"type\":\"image_generation.completed\",\"b64_json\":\"iVBO\",\"created_at\":3,"
        "\"usage\":{\"total_tokens\":5,\"input_tokens\":2,\"output_tokens\":3}}\n\n");
    CHECK(openai.chunks.size() == 2);
    CHECK(openai.call.end_reason() == stream_end::finished);
    CHECK(openai.call.response().data.size() == 1);
    CHECK(openai.call.response().data[0].b64_json == "iVBO");
    CHECK(openai.call.response().usage->total_tokens == 5);
    CHECK(openai.call.response().created == 3);
}

TEST_CASE("createImageEdit: a form of files and texts, one response or events") {
    ImageEditRequest request{.image = file_content("cat.png", "PNG", "image/png"),
                             .prompt = "a tie",
                             .mask = file_content("mask.png", "MASK", "image/png"),
                             .model = "gpt-image-1",
                             .n = 2,
                             .partial_images = 3};
    auto call = create(request, r9s, R"({"created":1,"data":[{"url":"u"}]})");
    CHECK(call.line() == "POST /v1/images/edits bearer");
    CHECK(call.call.request().headers.value("Content-Type").starts_with("multipart/form-data; "));
    CHECK(call.call.request().body.empty());
    const std::string form = form_of(call.call.request());
    CHECK(has_part(form, "image", "PNG"));
    CHECK(has_part(form, "mask", "MASK"));
    CHECK(has_part(form, "prompt", "a tie"));
    CHECK(has_part(form, "n", "2"));
    CHECK_FALSE(has_part(form, "stream", "true"));
    CHECK_FALSE(has_part(form, "partial_images", "3"));
    CHECK(form.find("filename=\"cat.png\"") != std::string::npos);
    CHECK(http::content_size(call.call.request()) == form.size());
    CHECK(call.is(R"({"created":1,"data":[{"url":"u"}]})"));

    // no user header can replace the boundary
    endpoint typed = r9s;
    typed.headers.add("content-type", "application/json");
    const exchange<ImageEditRequest> kept(request, typed);
    CHECK(
        kept.request().headers.value("Content-Type").starts_with("multipart/form-data; boundary="));

    request.image =
        std::vector<FileContent>{file_content("a.png", "1"), file_content("b.png", "2")};
    auto events =
        stream(request, r9s, "data: {\"type\":\"image_edit.completed\",\"b64_json\":\"iV\"}\n\n");
    CHECK(has_part(form_of(events.call.request()), "image[]", "1"));
    CHECK(has_part(form_of(events.call.request()), "stream", "true"));
    CHECK(has_part(form_of(events.call.request()), "partial_images", "3"));
    CHECK(events.call.response().data[0].b64_json == "iV");

    auto own =
        stream(request, r9s,
               "data: {\"id\":\"i\",\"created\":1,\"model\":\"m\",\"object\":\"image.edit.chunk\","
               "\"data\":[{\"index\":0,\"url\":\"u\",\"is_final\":true}]}\n\ndata: [DONE]\n\n");
    CHECK(own.call.end_reason() == stream_end::complete);
    CHECK(own.is(R"({"created":1,"data":[{"url":"u"}],"id":"i","model":"m"})"));
}

TEST_CASE("createImageVariation: a form") {
    auto call = create(ImageVariationRequest{.image = file_content("a.png", "PNG"), .n = 1}, r9s,
                       R"({"created":1,"data":[{"url":"u"}]})");
    CHECK(call.line() == "POST /v1/images/variations bearer");
    CHECK(has_part(form_of(call.call.request()), "image", "PNG"));
    CHECK(call.is(R"({"created":1,"data":[{"url":"u"}]})"));
}

TEST_CASE("createEmbedding: text, texts and tokens") {
    const auto body = [](EmbeddingInput input) {
        auto call = create(EmbeddingRequest{.model = "m", .input = std::move(input)}, r9s,
                           R"({"object":"list","data":[]})");
        CHECK(call.line() == "POST /v1/embeddings bearer");
        CHECK(call.call.ok());
        return call.sent()["input"].dump();
    };
    CHECK(body("a") == "\"a\"");
    CHECK(body(std::vector<std::string>{"a", "b"}) == "[\"a\",\"b\"]");
    CHECK(body(std::vector<std::int64_t>{1, 2}) == "[1,2]");
    CHECK(body(std::vector<std::vector<std::int64_t>>{{1}, {2, 3}}) == "[[1],[2,3]]");
}

TEST_CASE("createEngineEmbedding: the model is in the path, not in the body") {
    const EngineEmbeddingRequest request{.model = "text/embed", .input = "a", .dimensions = 3};
    auto call = create(request, r9s, R"({"object":"list","data":[]})");
    CHECK(call.line() == "POST /v1/engines/text%2Fembed/embeddings bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"input":"a","dimensions":3})"));
    CHECK(call.call.ok());
}

TEST_CASE("createModeration: categories under their JSON names") {
    constexpr std::string_view answer =
        R"({"id":"modr-1","model":"m","results":[{"flagged":true,"categories":{"hate/threatening":false,"self-harm":true},"category_scores":{"hate/threatening":0.25,"self-harm":0.5}}]})";
    auto call = create(ModerationRequest{.input = "text"}, r9s, answer);
    CHECK(call.line() == "POST /v1/moderations bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"input":"text"})"));
    CHECK(call.call.response().results[0].categories->self_harm == true);
    CHECK(call.call.response().results[0].category_scores->hate_threatening == 0.25);
    CHECK(call.is(answer));
    CHECK_FALSE(create(ModerationRequest{.input = "a"}, r9s, R"({"id":"x"})").call.ok());
}

TEST_CASE("createAudioSpeech, createSpeech: bytes, as a whole or as they arrive") {
    const SpeechRequest request{
        .model = "m", .input = "hello", .voice = "alloy", .response_format = SpeechFormat::mp3};
    const std::string audio("ID3\0\xFF\xFB{\"a\":1}", 13);
    auto call = create(request, r9s, audio, "audio/mpeg");
    CHECK(call.line() == "POST /v1/audio/speech bearer");
    CHECK(call.sent() ==
          nlohmann::json::parse(
              R"({"model":"m","input":"hello","voice":"alloy","response_format":"mp3"})"));
    CHECK(call.call.response().audio == audio);
    CHECK(call.call.response().content_type == "audio/mpeg");

    auto streamed = stream(request, r9s, audio, "audio/mpeg");
    CHECK_FALSE(streamed.sent().contains("stream"));
    CHECK(streamed.call.request().headers.value("Accept") == "*/*");
    std::string joined;
    for (const auto& piece : streamed.chunks) joined += piece;
    CHECK(streamed.chunks.size() == 5);
    CHECK(joined == audio);
    CHECK(streamed.call.end_reason() == stream_end::complete);

    // an error with a success status is not audio
    for (const auto mode : {call_mode::plain, call_mode::streamed}) {
        made<SpeechRequest> failed(request, r9s, R"({"error":{"message":"no voice"}})", mode,
                                   "application/json");
        CHECK(failed.chunks.empty());
        CHECK(failed.call.end_reason() == stream_end::api_error);
        CHECK(failed.call.error().message == "no voice");
        made<SpeechRequest> foreign(request, r9s, "<html>", mode, "text/html");
        CHECK(foreign.call.error().code == errc::unexpected_content_type);
        // neither are events, for which there is operations::speech_events
        made<SpeechRequest> events(request, r9s, "data: {\"error\":{\"message\":\"no\"}}\n\n", mode,
                                   "text/event-stream");
        CHECK(events.chunks.empty());
        CHECK(events.call.end_reason() == stream_end::api_error);
        made<SpeechRequest> other(request, r9s, "data: {\"type\":\"speech.audio.done\"}\n\n", mode,
                                  "text/event-stream");
        CHECK(other.call.error().code == errc::unexpected_content_type);
        made<SpeechRequest> none(request, r9s, "", mode, "audio/mpeg");
        CHECK(none.call.end_reason() == stream_end::empty);
    }
}

TEST_CASE("createSpeech: OpenAI's speech events") {
    SpeechRequest request{.model = "m", .input = "hello", .voice = "alloy"};
    request.stream_format = SpeechStreamFormat::sse;
    made<operations::speech_events> call(
        request, r9s,
        "data: {\"type\":\"speech.audio.delta\",\"audio\":\"SUQz\"}\n\n"
        "data: {\"type\":\"speech.audio.delta\",\"audio\":\"AQI=\"}\n\n"
        "data: {\"type\":\"speech.audio.done\",\"usage\":{\"input_tokens\":1}}\n\n",
        call_mode::streamed);
    CHECK(call.line() == "POST /v1/audio/speech bearer");
    CHECK(call.sent()["stream_format"] == "sse");
    CHECK(call.chunks.size() == 3);
    CHECK(call.call.end_reason() == stream_end::complete);
    CHECK(call.call.response().audio == "ID3\x01\x02");
}

TEST_CASE("createAudioTranscription, createTranscription: a form; JSON, text or events") {
    TranscriptionRequest request{
        .file = file_content("a.mp3", "MP3"),
        .model = "whisper-1",
        .language = "en",
        .timestamp_granularities = std::vector<open_enum<TimestampGranularity>>{
            TimestampGranularity::word, TimestampGranularity::segment}};
    constexpr std::string_view answer =
        R"({"text":"Hello","language":"en","duration":5.2,"words":[{"word":"Hello","start":0.0,"end":1.5}],"segments":[{"id":0,"seek":0,"start":0.0,"end":1.5,"text":"Hello","tokens":[1,2],"temperature":0.0,"avg_logprob":-0.5,"compression_ratio":1.0,"no_speech_prob":0.1}]})";
    auto call = create(request, r9s, answer);
    CHECK(call.line() == "POST /v1/audio/transcriptions bearer");
    const std::string form = form_of(call.call.request());
    CHECK(has_part(form, "file", "MP3"));
    CHECK(has_part(form, "model", "whisper-1"));
    CHECK(has_part(form, "timestamp_granularities[]", "word"));
    CHECK(call.is(answer));

    request.response_format = TranscriptionFormat::srt;
    const std::string srt = "1\n00:00:00,000 --> 00:00:01,500\nHello\n";
    for (const char* type : {"application/x-subrip", "text/plain; charset=utf-8", "text/vtt",
                             "application/octet-stream"}) {
        INFO(type);
        CHECK(create(request, r9s, srt, type).call.response().text == srt);
    }
    // a server that responds with JSON nevertheless
    CHECK(create(request, r9s, R"({"text":"Hello"})").call.response().text == "Hello");
    CHECK(create(request, r9s, "<html>", "text/html").call.error().code ==
          errc::unexpected_content_type);

    auto events = stream(request, r9s,
                         "data: {\"type\":\"transcript.text.delta\",\"delta\":\"Hel\"}\n\n"
                         "data: {\"type\":\"transcript.text.delta\",\"delta\":\"lo\"}\n\n"
                         "data: {\"type\":\"transcript.text.done\",\"text\":\"Hello\"}\n\n"
                         "data: [DONE]\n\n");
    CHECK(has_part(form_of(events.call.request()), "stream", "true"));
    CHECK(events.chunks.size() == 3);
    CHECK(events.call.end_reason() == stream_end::complete);
    CHECK(events.call.response().text == "Hello");
}

TEST_CASE("createAudioTranslation, createTranslation: a form; JSON or text") {
    TranslationRequest request{.file = file_content("de.mp3", "MP3"), .model = "whisper-1"};
    constexpr std::string_view answer = R"({"text":"Hello","language":"de","duration":4.8})";
    auto call = create(request, r9s, answer);
    CHECK(call.line() == "POST /v1/audio/translations bearer");
    CHECK(has_part(form_of(call.call.request()), "file", "MP3"));
    CHECK(call.is(answer));
    request.response_format = TranscriptionFormat::text;
    CHECK(create(request, r9s, "Hello\n", "text/plain").call.response().text == "Hello\n");
}

TEST_CASE("createResponse: one response, or events that mark their end") {
    ResponseRequest request{.model = "m", .input = "Tell me a joke"};
    constexpr std::string_view answer =
        R"({"id":"resp_1","object":"response","created_at":1,"status":"completed","model":"m","output":[{"type":"message","id":"msg_1","status":"completed","role":"assistant","content":[{"type":"output_text","text":"hi","annotations":[]}]}]})";
    auto call = create(request, r9s, answer);
    CHECK(call.line() == "POST /v1/responses bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"model":"m","input":"Tell me a joke"})"));
    CHECK(text(call.call.response()) == "hi");
    CHECK(call.is(answer));

    const std::string events =
        "event: response.output_text.delta\n"
        "data: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"content_index\":0,"
        "\"item_id\":\"msg_1\",\"delta\":\"hi\"}\n\n";
    const std::string last =
        "data: {\"type\":\"response.completed\",\"response\":" + std::string(answer) + "}\n\n";
    auto streamed = stream(request, r9s, events + last);
    CHECK(streamed.sent()["stream"] == true);
    CHECK(streamed.chunks.size() == 2);
    CHECK(streamed.call.end_reason() == stream_end::complete);
    CHECK(text(streamed.call.response()) == "hi");
    CHECK(streamed.is(answer));
    CHECK(
        stream(request, r9s, events + last + "data: [DONE]\n\n").call.statistics().skipped.empty());

    auto cut = stream(request, r9s, events);
    CHECK(cut.call.end_reason() == stream_end::truncated);
    CHECK(text(cut.call.response()) == "hi");

    const std::string failed =
        R"({"id":"r","object":"response","status":"failed","error":{"code":"server_error","message":"down"},"output":[]})";
    auto told = stream(request, r9s,
                       "data: {\"type\":\"response.failed\",\"response\":" + failed + "}\n\n");
    CHECK(told.chunks.size() == 1);
    CHECK(told.call.end_reason() == stream_end::api_error);
    CHECK(told.call.error().message == "down");
    CHECK(told.call.response().id == "r");
    // in a plain call the response itself has the final status
    CHECK(create(request, r9s, failed).is(failed));

    // a server that does not stream
    auto whole = stream(request, r9s, answer, "application/json");
    CHECK(whole.call.end_reason() == stream_end::complete);
    CHECK(text(whole.call.response()) == "hi");
}

TEST_CASE("getResponse, deleteResponse, cancelResponse: stored responses") {
    constexpr std::string_view kept =
        R"({"id":"r 1","object":"response","status":"in_progress","output":[]})";
    auto got = create(RetrieveResponseRequest{.response_id = "r 1"}, r9s, kept);
    CHECK(got.line() == "GET /v1/responses/r%201 bearer");
    CHECK(got.is(kept));
    auto cancelled = create(CancelResponseRequest{.response_id = "r 1"}, r9s, kept);
    CHECK(cancelled.line() == "POST /v1/responses/r%201/cancel bearer");
    CHECK(cancelled.is(kept));
    auto gone = create(DeleteResponseRequest{.response_id = "r 1"}, r9s,
                       R"({"id":"r 1","object":"response","deleted":true})");
    CHECK(gone.line() == "DELETE /v1/responses/r%201 bearer");
    CHECK(gone.call.response().deleted == true);
}

TEST_CASE("getResponse: streamed, repeats the events, or those after a given one") {
    RetrieveResponseRequest request{
        .response_id = "r",
        .include = std::vector<std::string>{"reasoning.encrypted_content"},
        .include_obfuscation = false,
        .starting_after = 7};
    // members for streams are sent in streamed calls only
    CHECK(create(request, r9s, R"({"id":"r"})").line() ==
          "GET /v1/responses/r?include%5B%5D=reasoning.encrypted_content bearer");
    const std::string last = R"({"id":"r","status":"completed","output":[{"type":"message",)"
                             R"("id":"m","content":[{"type":"output_text","text":"ab"}]}]})";
    auto resumed = stream(
        request, r9s,
        "data: {\"type\":\"response.output_text.delta\",\"item_id\":\"m\",\"output_index\":0,"
        "\"content_index\":0,\"delta\":\"b\",\"sequence_number\":8}\n\n"
        "data: {\"type\":\"response.completed\",\"sequence_number\":9,\"response\":" +
            last + "}\n\n");
    CHECK(resumed.line() ==
          "GET /v1/responses/r?include%5B%5D=reasoning.encrypted_content&stream=true"
          "&include_obfuscation=false&starting_after=7 bearer");
    CHECK(resumed.call.request().body.empty());
    CHECK(resumed.chunks.size() == 2);
    CHECK(resumed.call.end_reason() == stream_end::complete);
    CHECK(text(resumed.call.response()) == "ab");
    CHECK(stream(RetrieveResponseRequest{.response_id = "r"}, r9s, "").line() ==
          "GET /v1/responses/r?stream=true bearer");
}

TEST_CASE("listInputItems: the input of a response, by page") {
    constexpr std::string_view answer =
        R"({"object":"list","data":[{"type":"message","id":"m","role":"user","content":[{"type":"input_text","text":"hi"}]},{"type":"later"}],"first_id":"m","last_id":"x","has_more":true})";
    auto call = create(ListInputItemsRequest{.response_id = "r 1",
                                             .include = std::vector<std::string>{"a", "b"},
                                             .after = "m0",
                                             .limit = 2,
                                             .order = "asc"},
                       r9s, answer);
    CHECK(call.line() ==
          "GET /v1/responses/r%201/input_items?include%5B%5D=a&include%5B%5D=b&after=m0&limit=2"
          "&order=asc bearer");
    CHECK(call.call.response().data.size() == 2);
    CHECK(call.is(answer));
}

TEST_CASE("Compactconversation: a context and its compacted form") {
    constexpr std::string_view answer =
        R"({"id":"resp_1","object":"response.compaction","created_at":1,"output":[{"type":"compaction","id":"cmp_1","encrypted_content":"sealed"}],"usage":{"input_tokens":9,"output_tokens":1,"total_tokens":10}})";
    auto call = create(CompactResponseRequest{.model = "m", .input = "hi"}, r9s, answer);
    CHECK(call.line() == "POST /v1/responses/compact bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"model":"m","input":"hi"})"));
    CHECK(std::get<CompactionItem>(call.call.response().output.at(0)).encrypted_content ==
          "sealed");
    CHECK(call.is(answer));
}

TEST_CASE("Getinputtokencounts: counts the tokens of a request") {
    constexpr std::string_view answer = R"({"object":"response.input_tokens","input_tokens":11})";
    auto call = create(CountInputTokensRequest{.model = "m", .input = "hi"}, r9s, answer);
    CHECK(call.line() == "POST /v1/responses/input_tokens bearer");
    CHECK(call.sent() == nlohmann::json::parse(R"({"model":"m","input":"hi"})"));
    CHECK(call.call.response().input_tokens == 11);
    CHECK(call.is(answer));
}

TEST_CASE("createSearch: engine-specific members are added to the query") {
    SearchRequest request{.engine = SearchEngine::exa, .extra = {.query = "llm"}};
    request.extra.extra.set("num", 3);
    constexpr std::string_view answer = R"({"engine":"exa","result":{"results":[]}})";
    auto call = create(request, r9s, answer);
    CHECK(call.line() == "POST /v1/search bearer");
    CHECK(call.sent() ==
          nlohmann::json::parse(R"({"engine":"exa","extra":{"query":"llm","num":3}})"));
    CHECK(call.is(answer));
}

TEST_CASE("createProxyRequest: an object forwarded to a channel") {
    ProxyRequest request{.channelid = "7", .target = "v1/chat"};
    request.extra.set("custom_param", "value");
    auto call = create(request, r9s, R"({"any":[1]})");
    CHECK(call.line() == "POST /v1/nextrouter/proxy/7/v1%2Fchat bearer");
    CHECK(call.call.request().body == R"({"custom_param":"value"})");
    CHECK(call.is(R"({"any":[1]})"));
    CHECK_FALSE(exchange<ProxyRequest>(ProxyRequest{.channelid = "..", .target = "t"}, r9s)
                    .error()
                    .message.empty());
}

namespace {

struct failure {
    int status;
    api_error_class what;
    std::string_view type;
    std::string_view code;
    std::string_view message;
    std::string_view body;
};

// An error response, to a plain and to a streamed call.
template <class Request>
void check_failure(const Request& request, const endpoint& where, const failure& row) {
    for (const auto mode : {call_mode::plain, call_mode::streamed}) {
        INFO(row.body);
        exchange<Request> call(request, where, {}, mode);
        call.head({row.status, {{"Content-Type", "application/json"}}});
        for (const char& c : row.body) call.feed(std::string_view(&c, 1));
        CHECK(call.next() == nullptr);
        call.finish();
        CHECK(call.end_reason() == stream_end::api_error);
        CHECK_FALSE(call.ok());
        const error& e = call.error();
        CHECK(e.kind() == error_kind::api);
        CHECK(e.api.status == row.status);
        CHECK(name(e.api.error_class) == name(row.what));
        CHECK(e.api.type == row.type);
        CHECK(e.api.code == row.code);
        CHECK(e.message == row.message);
    }
}

}  // namespace

TEST_CASE("Atoma's errors have class, code and message") {
    using enum api_error_class;
    const struct {
        int status;
        api_error_class what;
        std::string_view code;
        std::string_view message;
    } rows[] = {
        {400, bad_request, "REQUEST_ERROR", "Request error: Model field is required"},
        {400, bad_request, "FIAT_PAYMENTS_ONLY", "Only fiat payments"},
        {401, authentication, "AUTH_ERROR", "Authentication failed"},
        {402, payment_required, "BALANCE_ERROR", "Insufficient balance"},
        {404, not_found, "NOT_FOUND", "Resource not found"},
        {423, locked, "LOCKED", "Locked"},
        {425, too_early, "UNAVAILABLE_STACK", "Stack unavailable"},
        {429, rate_limit, "TOO_MANY_REQUESTS", "Too many requests"},
        {500, internal_server, "INTERNAL_ERROR", "Internal server error occurred"},
        {501, other, "NOT_IMPLEMENTED", "Not implemented"},
        {503, service_unavailable, "SERVICE_UNAVAILABLE", "Service unavailable"},
        // from the node behind the proxy
        {400, bad_request, "MODEL_ERROR", "Model error: m"},
        {423, locked, "LOCKED_STACK_ERROR", "Locked stack"},
        {425, too_early, "UNAVAILABLE_STACK_ERROR", "Unavailable stack"},
        {429, rate_limit, "CHAT_COMPLETIONS_SERVICE_UNAVAILABLE", "Busy"},
    };
    for (const auto& row : rows) {
        std::string body = R"({"error":{"code":")";
        body.append(row.code).append(R"(","message":")").append(row.message).append("\"}}");
        check_failure(ChatCompletionRequest{.model = "m", .messages = {user("hi")}}, atoma,
                      {row.status, row.what, "", row.code, row.message, body});
    }
}

TEST_CASE("R9S's errors have the class of their status") {
    using enum api_error_class;
    const struct {
        int status;
        api_error_class what;
        int said;  // the status in the body, which is ignored
    } rows[] = {
        {400, bad_request, 400},
        {401, authentication, 401},
        {403, permission_denied, 403},
        {404, not_found, 404},
        {409, conflict, 409},
        {422, unprocessable_entity, 422},
        {429, rate_limit, 429},
        {500, internal_server, 500},
        {503, service_unavailable, 503},
        {503, service_unavailable, 502},
        {502, other, 502},
        {418, other, 418},
    };
    for (const auto& row : rows) {
        for (const std::string_view code : {"null", "\"c\""}) {
            std::string body = R"({"error":{"message":"no","type":"t","param":"p","code":)";
            body.append(code).append("},\"status\":").append(std::to_string(row.said)).append("}");
            const failure expected{row.status, row.what, "t", code == "null" ? "" : "c",
                                   "no",       body};
            check_failure(ChatCompletionRequest{.model = "m", .messages = {user("hi")}}, r9s,
                          expected);
            check_failure(SpeechRequest{.model = "m", .input = "a", .voice = "alloy"}, r9s,
                          expected);
            check_failure(ResponseRequest{.model = "m", .input = "a"}, r9s, expected);
        }
    }
}

}  // namespace operations_tests
