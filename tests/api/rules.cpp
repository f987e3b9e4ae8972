// The validation rules defined with the operations in api/operations/.
#include <oaiwire/api/operations.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <vector>

namespace validate_operations_tests {

using namespace oaiwire;

namespace {

// The paths of all violations, in order.
template <class Request>
std::string paths(const Request& request) {
    std::string out;
    for (const auto& v : validate(request)) out += (out.empty() ? "" : " ") + v.path;
    return out;
}

const FileContent file = file_content("a.png", "PNG");

}  // namespace

TEST_CASE("embedding requests need input, of at most 2048 entries") {
    const auto of = [](EmbeddingInput input) {
        return paths(EmbeddingRequest{.model = "m", .input = std::move(input)});
    };
    CHECK(of("a") == "");
    CHECK(of("") == "input");
    CHECK(of(std::vector<std::string>{}) == "input");
    CHECK(of(std::vector<std::string>(2048, "a")) == "");
    CHECK(of(std::vector<std::string>(2049, "a")) == "");
    CHECK(of(std::vector<std::int64_t>{1, -1, 2, -2}) == "input[1] input[3]");
    CHECK(of(std::vector<std::int64_t>(2049, 1)) == "input");
    CHECK(of(std::vector<std::vector<std::int64_t>>{std::vector<std::int64_t>(8192, 1)}) == "");
    CHECK(of(std::vector<std::vector<std::int64_t>>{{1}, {}, {-1}}) == "input[1] input[2][0]");
    CHECK(paths(EmbeddingRequest{.input = "a", .dimensions = 1LL << 31}) == "model dimensions");
    CHECK(paths(EmbeddingRequest{.model = "m", .input = "a", .dimensions = 0}) == "");
    CHECK(paths(EngineEmbeddingRequest{.input = "", .dimensions = 0}) == "model input");
    CHECK(paths(EngineEmbeddingRequest{.model = "m", .input = "a"}) == "");
}

TEST_CASE("image requests are checked against the ranges of the specifications") {
    CHECK(paths(ImageGenerationRequest{
              .prompt = "p", .n = 10, .output_compression = 100, .partial_images = 3}) == "");
    CHECK(paths(ImageGenerationRequest{.n = -1, .output_compression = -1, .partial_images = 4}) ==
          "prompt n output_compression partial_images");
    CHECK(paths(ImageGenerationRequest{.prompt = "p", .n = 0}) == "");
    CHECK(paths(ImageEditRequest{.image = file, .prompt = "p", .n = 0}) == "n");
    CHECK(paths(ImageEditRequest{.image = file, .prompt = "p", .mask = file}) == "");
    CHECK(paths(ImageEditRequest{.mask = FileContent{}, .partial_images = 4}) ==
          "image prompt mask partial_images");
    CHECK(paths(ImageEditRequest{.image = std::vector<FileContent>{file, {}}, .prompt = "p"}) ==
          "image[1]");
    CHECK(paths(ImageEditRequest{.image = std::vector<FileContent>(17, file), .prompt = "p"}) ==
          "");
    CHECK(paths(ImageEditRequest{.image = std::vector<FileContent>{}, .prompt = "p"}) == "image");
    CHECK(paths(ImageVariationRequest{.image = file, .n = 11}) == "n");
    CHECK(paths(ImageVariationRequest{}) == "image");
}

TEST_CASE("audio requests are checked against the ranges of the specifications") {
    CHECK(paths(SpeechRequest{.model = "m", .input = "a", .voice = "v", .speed = 0.25}) == "");
    CHECK(paths(SpeechRequest{.speed = 4.5}) == "model input voice speed");
    CHECK(paths(SpeechRequest{.model = "m", .input = "a", .voice = CustomVoice{}}) == "");
    CHECK(paths(TranscriptionRequest{.file = file, .model = "m", .temperature = 1}) == "");
    CHECK(paths(TranscriptionRequest{.known_speaker_names = std::vector<std::string>(5, "a")}) ==
          "file model known_speaker_names");
    CHECK(paths(TranscriptionRequest{.file = file, .model = "m", .temperature = 1.1}) == "");
    CHECK(paths(TranslationRequest{.file = file, .model = "m", .temperature = 1.0 / 0.0}) ==
          "temperature");
}

TEST_CASE("the other operations require what their paths and schemas need") {
    CHECK(paths(ModerationRequest{}) == "input");
    CHECK(paths(ModerationRequest{.input = std::vector<std::string>{"a"}}) == "");
    CHECK(paths(EditRequest{.n = 1LL << 31, .temperature = 3, .top_p = 2}) ==
          "model instruction n temperature top_p");
    CHECK(paths(EditRequest{.model = "m", .instruction = "i"}) == "");
    CHECK(paths(ResponseRequest{.model = "m", .input = "a"}) == "");
    ResponseRequest wrong{.model = "m", .max_output_tokens = 0};
    wrong.context_management = std::vector<ContextManagement>{};
    wrong.metadata = raw_json::of(1);
    wrong.safety_identifier = std::string(65, 'a');
    wrong.stop = std::vector<std::string>(5, "a");
    wrong.temperature = 2.5;
    wrong.top_logprobs = 21;
    wrong.top_p = -1;
    CHECK(paths(wrong) ==
          "context_management max_output_tokens metadata safety_identifier stop temperature "
          "top_logprobs top_p");
    CHECK(paths(SearchRequest{}) == "extra.query");
    CHECK(paths(ProxyRequest{.channelid = "1"}) == "target");
    CHECK(paths(RetrieveModelRequest{}) == "model");
    CHECK(paths(DeleteModelRequest{}) == "model");
    CHECK(paths(RetrieveResponseRequest{.starting_after = -1}) == "response_id starting_after");
    CHECK(paths(RetrieveResponseRequest{.response_id = "r", .starting_after = 0}) == "");
    CHECK(paths(ListInputItemsRequest{.limit = 0}) == "response_id limit");
    CHECK(paths(CompactResponseRequest{}) == "model");
    CHECK(paths(CountInputTokensRequest{}) == "");
    CHECK(paths(ListChatCompletionsRequest{.limit = 101}) == "");
    CHECK(paths(ListChatCompletionMessagesRequest{.limit = 0}) == "completion_id");
    CHECK(paths(RetrieveChatCompletionRequest{}) == "completion_id");
    CHECK(paths(DeleteChatCompletionRequest{}) == "completion_id");
    CHECK(paths(UpdateChatCompletionRequest{.completion_id = "c"}) == "metadata");
    CHECK(paths(UpdateChatCompletionRequest{.completion_id = "c", .metadata = null}) == "");
    CHECK(paths(NodesCreateRequest{}) == "data.public_address data.country signature");
    CHECK(paths(NodesCreateLockRequest{.max_num_tokens = -1, .timeout = -1}) ==
          "model max_num_tokens timeout");
    CHECK(paths(NodesCreateLockRequest{.model = "m", .max_num_tokens = 0, .timeout = 0}) == "");
}

}  // namespace validate_operations_tests
