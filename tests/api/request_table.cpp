#include <oaiwire/api/request_table.hpp>
//
#include <oaiwire/api/operations.hpp>

#include <support/catch.hpp>

namespace request_table_tests {

using namespace oaiwire;

TEST_CASE("a request table equals its operation_of specialisation") {
    const auto& chat = detail::request_table_of<ChatCompletionRequest>();
    CHECK(chat.method == "POST");
    CHECK(chat.path == "/chat/completions");
    CHECK(chat.accept == "application/json");
    CHECK(chat.has_body);
    CHECK_FALSE(chat.bytes);
    CHECK(chat.write_form == nullptr);
    const ChatCompletionRequest request{.model = "m", .stream = true};
    CHECK(chat.model(&request) == "m");
    CHECK(chat.streams_said(&request).stream_true);
    CHECK_FALSE(chat.streams_said(&request).stream_options);

    CHECK(detail::request_table_of<SpeechRequest>().bytes);
    CHECK(detail::request_table_of<TranscriptionRequest>().write_form != nullptr);
    CHECK(detail::request_table_of<ListModelsRequest>().described == nullptr);
}

TEST_CASE("the table lists the members for streams") {
    ChatCompletionRequest request;
    CHECK(detail::streams_said(request).has_stream);
    CHECK(detail::streams_said(request).stream_false);
    request.stream_options.emplace();
    request.stream = null;
    const auto said = detail::streams_said(request);
    CHECK(said.stream_options);
    CHECK(said.stream_false);
    CHECK_FALSE(said.stream_true);
    CHECK_FALSE(detail::streams_said(EmbeddingRequest()).has_stream);
}

}  // namespace request_table_tests
