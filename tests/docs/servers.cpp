// The code of docs/servers.md, compiled and run.
#include "harness.hpp"

#include <oaiwire/core/constant_time.hpp>
#include <oaiwire/server.hpp>

namespace docs_tests {
namespace servers {

std::string answer_to(const oaiwire::ChatCompletionRequest& request, bool streamed) {
    return request.model + (streamed ? ", streamed" : "");
}

// [incoming]
using chat_api = oaiwire::incoming<oaiwire::ChatCompletionRequest, oaiwire::ListModelsRequest,
                                   oaiwire::RetrieveModelRequest>;

// What is answered to a request: status and body.
std::pair<int, std::string> serve(chat_api& in, const oaiwire::http::received_request& head,
                                  const std::vector<std::string>& pieces) {
    in.head(head);                                    // finds the operation, checks the key
    for (const auto& piece : pieces) in.feed(piece);  // cut anywhere
    in.finish();

    std::string body;
    if (in.failed()) {
        const oaiwire::server_error& why = in.error();
        if (auto done = oaiwire::write_error(why, body); !done) return {500, ""};
        return {why.status, body};
    }
    if (auto* chat = in.get<oaiwire::ChatCompletionRequest>()) {
        return {200, answer_to(*chat, in.streamed())};
    }
    if (auto* one = in.get<oaiwire::RetrieveModelRequest>()) {
        const auto missing = oaiwire::server_errors::not_found(one->model);
        if (auto done = oaiwire::write_error(missing, body); !done) return {500, ""};
        return {missing.status, body};
    }
    return {200, R"({"object":"list","data":[]})"};
}
// [/incoming]

// [reply]
// The body of a streamed chat completion that says `words`.
oaiwire::result<std::string> reply(std::string_view body, const std::vector<std::string>& words) {
    const auto request = oaiwire::json::read<oaiwire::ChatCompletionRequest>(body);
    if (!request) return request.error();

    std::string out;
    oaiwire::sse::encoder events(out);
    const auto send = [&](const oaiwire::ChatCompletionChunk& chunk) -> oaiwire::result<void> {
        const auto json = oaiwire::json::write(chunk);
        if (!json) return json.error();
        return events.event({.data = *json});
    };
    for (const auto& word : words) {
        auto sent = send(
            {.id = "chatcmpl-1",
             .object = "chat.completion.chunk",
             .model = request->model,
             .choices = {{.index = 0, .delta = oaiwire::ChatCompletionDelta{.content = word}}}});
        if (!sent) return sent.error();
    }
    auto done = events.event({.data = "[DONE]"});
    if (!done) return done.error();
    return out;
}
// [/reply]

}  // namespace servers

TEST_CASE("the reply of docs/servers.md is a stream that the decoder reads") {
    const auto body = servers::reply(
        R"({"model":"m","messages":[{"role":"user","content":"Hi"}],"stream":true})", {"a", "b"});
    REQUIRE(body);
    oaiwire::client api{oaiwire::replay_transport({answer(*body, "text/event-stream")}),
                        {.base_url = "https://api.example.com/v1"}};
    std::string said;
    const auto outcome = api.stream(
        hello, [&](const oaiwire::ChatCompletionChunk& chunk) { said += oaiwire::text(chunk); });
    CHECK(outcome.end_reason == oaiwire::stream_end::complete);
    CHECK(said == "ab");
    CHECK(outcome.response.model == "m");
    CHECK_FALSE(servers::reply("{}{", {}));
}

TEST_CASE("docs/servers.md reads requests and answers what is wrong with them") {
    using servers::chat_api;
    // [keys]
    oaiwire::incoming_options options;
    options.accepts_key = [](std::string_view key) {
        // compares with every key: the time depends on lengths alone
        bool known = false;
        for (const std::string_view one : {"sk-alice", "sk-bob"}) {
            known |= oaiwire::equal_in_constant_time(key, one);
        }
        return known;
    };
    options.bounds.body = std::size_t{8} << 20;
    chat_api in(options);
    // [/keys]

    const oaiwire::http::header_list alice{{"Authorization", "Bearer sk-alice"}};
    const auto chat = servers::serve(
        in, {"POST", "/v1/chat/completions", alice},
        {R"({"model":"m","mess)", R"(ages":[{"role":"user","content":"Hi"}],"stream":true})"});
    CHECK(chat == std::pair<int, std::string>{200, "m, streamed"});
    CHECK(servers::serve(in, {"GET", "/v1/models", alice}, {}).first == 200);
    CHECK(servers::serve(in, {"GET", "/v1/models/m", alice}, {}).first == 404);
    CHECK(
        servers::serve(in, {"GET", "/v1/models", {{"Authorization", "Bearer sk-eve"}}}, {}).first ==
        401);
    const auto wrong =
        servers::serve(in, {"POST", "/v1/chat/completions", alice},
                       {R"({"model":"m","messages":[{"role":"user","content":7}]})"});
    CHECK(wrong.first == 400);
    CHECK(wrong.second.find(R"("param":"messages[0].content","code":"invalid_type")") !=
          std::string::npos);
}

TEST_CASE("docs/servers.md passes files on as they come") {
    std::string audio;
    // [files]
    oaiwire::incoming<oaiwire::TranscriptionRequest> in;
    in.files([&](const oaiwire::http::form_part& file, std::string_view bytes,
                 bool last) -> oaiwire::result<void> {
        if (!file.filename.ends_with(".wav")) {
            return oaiwire::make_error(oaiwire::errc::invalid_argument, "only WAV", "file");
        }
        audio.append(bytes);
        if (last) audio.append(" (whole)");
        return {};
    });
    // [/files]
    in.head({"POST",
             "/v1/audio/transcriptions",
             {{"Content-Type", "multipart/form-data; boundary=b"}}});
    in.feed(
        "--b\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nw\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.wav\"\r\n\r\n"
        "RIFF\r\n--b--\r\n");
    in.finish();
    CHECK(in.ready());
    CHECK(audio == "RIFF (whole)");
}

TEST_CASE("docs/servers.md replays a server's answers") {
    // [replay]
    oaiwire::replay_exchange busy;
    busy.head = {503, {{"Retry-After", "1"}}};
    oaiwire::replay_exchange good;
    good.body = R"({"choices":[{"message":{"content":"Hi"}}]})";
    const oaiwire::replay_transport http({busy, good});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};

    auto first = api.create(hello);   // 503: without a clock nothing is retried
    auto second = api.create(hello);  // "Hi"
    // [/replay]

    REQUIRE_FALSE(first);
    CHECK(first.error().api.status == 503);
    REQUIRE(second);
    CHECK(oaiwire::text(*second) == "Hi");
    CHECK(http.requests().size() == 2);
}

}  // namespace docs_tests
