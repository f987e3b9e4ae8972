#include <oaiwire/body/answer_body.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/types/text.hpp>
#include <support/catch.hpp>

namespace answer_body_tests {

using namespace oaiwire;

namespace {

template <class Call>
detail::answer_end read_answer(std::string body, std::size_t start, const detail::answer_head& head,
                               bool wants_text, response_of<Call>& response) {
    return detail::read_answer(detail::call_table_of<Call>().answer, std::move(body), start, head,
                               wants_text, limits(), &response);
}

detail::answer_head head(std::string_view type, int status = 200, std::string_view coding = {}) {
    http::header_list headers{{"Content-Type", std::string(type)}};
    if (!coding.empty()) headers.add("Content-Encoding", std::string(coding));
    detail::answer_head out;
    out.take(status, headers, secret());
    return out;
}

// The result of reading a chat response body; text: of the response.
struct taken {
    stream_end end{};
    errc code{};
    std::string message{};
    std::string text{};
};
taken take(std::string body, std::string_view type = "application/json", std::size_t start = 0) {
    ChatCompletion response;
    auto [end, why] =
        read_answer<ChatCompletionRequest>(std::move(body), start, head(type), false, response);
    return {end, why.code, why.message, std::string(text(response))};
}

const std::string hello = R"({"choices":[{"message":{"content":"hello"}}]})";

}  // namespace

TEST_CASE("a body without a stream is the response, an error, empty or unrecognised") {
    CHECK(take(hello).end == stream_end::complete);
    CHECK(take(hello).text == "hello");
    CHECK(take(": wait\n" + hello, "application/json", 7).text == "hello");
    CHECK(take(R"({"error":{"message":"busy"}})").end == stream_end::api_error);
    CHECK(take(R"({"error":{"message":"busy"}})").message == "busy");
    CHECK(take(" \n").end == stream_end::empty);
    CHECK(take(R"({"choices":[)").code == errc::unexpected_end);
    CHECK(take(R"({"hello":1})").code == errc::unrecognised_payload);
    const taken page = take("<html>", "text/html");
    CHECK(page.end == stream_end::malformed);
    CHECK(page.code == errc::unexpected_content_type);
    CHECK(page.message.find("text/html: <html>") != std::string::npos);
}

TEST_CASE("the body of a deletion may be empty, but not an error") {
    DeletedResponse response;
    const auto end_of = [&](std::string body, std::string_view type = "application/json") {
        return read_answer<DeleteResponseRequest>(std::move(body), 0, head(type), false, response)
            .end;
    };
    CHECK(end_of("") == stream_end::complete);
    CHECK(end_of(" \r\n", "") == stream_end::complete);
    CHECK(response == DeletedResponse{});
    CHECK(end_of(R"({"id":"r","deleted":true})") == stream_end::complete);
    CHECK(response.deleted == true);
    CHECK(end_of(R"({"error":{"message":"m"}})") == stream_end::api_error);
    CHECK(end_of("<html>", "text/html") == stream_end::malformed);
}

TEST_CASE("a transcription may be plain text; audio may not") {
    Transcription transcript;
    const auto read = [&](std::string body, std::string_view type, bool wanted) {
        transcript = {};
        return read_answer<TranscriptionRequest>(std::move(body), 0, head(type), wanted, transcript)
            .end;
    };
    CHECK(read("hello", "text/plain", false) == stream_end::complete);
    CHECK(transcript.text == "hello");
    CHECK(read("hello", "application/x", true) == stream_end::complete);
    CHECK(read("", "text/plain", true) == stream_end::empty);
    CHECK(read(R"({"text":"a"})", "application/json", true) == stream_end::complete);
    CHECK(transcript.text == "a");
    CHECK(read("<html>", "text/html", true) == stream_end::malformed);

    Speech speech;
    auto [end, why] =
        read_answer<SpeechRequest>(R"({"any":"JSON"})", 0, head("application/json"), false, speech);
    CHECK(end == stream_end::malformed);
    CHECK(why.code == errc::unrecognised_payload);
}

TEST_CASE("an error body with an unreadable content coding counts as absent") {
    const auto e =
        detail::error_of_answer("\x1f\x8b\x08", head("application/json", 429, "gzip"), limits());
    CHECK(e.api.body.empty());
    CHECK(e.message == "HTTP status 429");
    const auto plain = detail::error_of_answer(R"({"error":{"message":"slow down"}})",
                                               head("application/json", 429, "gzip"), limits());
    CHECK(plain.message == "slow down");
}

TEST_CASE("an event stream is accumulated for calls that can be streamed") {
    STATIC_REQUIRE(detail::adds_up_events<ChatCompletionRequest>());
    STATIC_REQUIRE(detail::adds_up_events<CompletionRequest>());
    STATIC_REQUIRE(detail::adds_up_events<ResponseRequest>());
    STATIC_REQUIRE_FALSE(detail::adds_up_events<SpeechRequest>());
    STATIC_REQUIRE_FALSE(detail::adds_up_events<EmbeddingRequest>());
}

}  // namespace answer_body_tests
