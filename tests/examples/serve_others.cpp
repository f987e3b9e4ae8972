// The example program serve over each of its HTTP stacks: embeddings, models, moderations, images,
// audio; keys; and what it does with connections.
#include <chrono>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

#include "serve_program.hpp"

namespace serve_others_tests {

namespace {

using support::on_each_stack;
using support::raw_connection;
using support::serve_program;

// A request for a chat completion, as it is sent.
std::string chat_request(const std::string& prompt, const std::string& more_fields = {}) {
    const std::string body =
        R"({"model":"echo","stream":true,"messages":[{"role":"user","content":")" + prompt +
        "\"}]}";
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n" + more_fields +
           "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

TEST_CASE("serve embeds texts: the same vectors in both encodings, similar for similar texts") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        oaiwire::EmbeddingRequest request{.model = "echo"};
        request.input = std::vector<std::string>{"the open sea", "the sea is open", "a lamp"};
        request.dimensions = 64;
        const auto floats = api.create(request);
        request.encoding_format = oaiwire::EmbeddingEncoding::base64;
        const auto base64 = api.create(request);
        REQUIRE(floats);
        REQUIRE(base64);
        REQUIRE(floats->data.size() == 3);
        std::vector<std::vector<float>> v;
        for (std::size_t i = 0; i != 3; ++i) {
            v.push_back(floats->data[i].embedding->values);
            REQUIRE(v[i].size() == 64);
            REQUIRE(base64->data[i].embedding->values.size() == 64);
            for (std::size_t d = 0; d != 64; ++d) {
                CHECK(std::abs(base64->data[i].embedding->values[d] - v[i][d]) < 1e-6F);
            }
        }
        const auto product = [](const std::vector<float>& a, const std::vector<float>& b) {
            float sum = 0;
            for (std::size_t d = 0; d != a.size(); ++d) sum += a[d] * b[d];
            return sum;
        };
        CHECK(product(v[0], v[1]) > product(v[0], v[2]));
        request.dimensions = 0;
        CHECK_FALSE(api.create(request));
    });
}

TEST_CASE("serve lists its models, which cannot be deleted, and moderates by a list of words") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        const auto models = api.create(oaiwire::ListModelsRequest{});
        REQUIRE(models);
        CHECK(models->data.size() == 2);
        CHECK(api.create(oaiwire::RetrieveModelRequest{.model = "markov"})->id == "markov");
        CHECK(api.create(oaiwire::RetrieveModelRequest{.model = "a/b"}).error().api.status == 404);
        CHECK(api.create(oaiwire::DeleteModelRequest{.model = "echo"}).error().api.status == 403);
        oaiwire::ModerationRequest request;
        request.input = std::vector<std::string>{"I hate rain", "I like rain"};
        const auto results = api.create(request);
        REQUIRE(results);
        REQUIRE(results->results.size() == 2);
        CHECK(results->results[0].categories->hate == true);
        CHECK(results->results[1].flagged == false);
    });
}

TEST_CASE("serve makes images, and edits and varies those of a form; generations stream") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        oaiwire::ImageGenerationRequest request{.prompt = "a lamp"};
        request.n = 2;
        const auto made = api.create(request);
        REQUIRE(made);
        REQUIRE(made->data.size() == 2);
        CHECK(made->data[0].b64_json->starts_with("iVBORw0KGgo"));
        request.partial_images = 2;
        request.n.reset();
        auto stream = api.stream(request);
        int events = 0;
        while (stream.next()) ++events;
        CHECK(stream.ok());
        CHECK(events == 3);
        oaiwire::ImageEditRequest edit{.prompt = "more light"};
        edit.image = std::vector<oaiwire::FileContent>{
            oaiwire::file_content("a.png", std::string(1000, 'a')),
            oaiwire::file_content("b.png", std::string(100'000, '\n'))};
        const auto edited = api.create(edit);
        REQUIRE(edited);
        CHECK(edited->data[0].revised_prompt ==
              "more light: a.png, 1000 bytes; b.png, 100000 bytes");
        const auto varied = api.create(
            oaiwire::ImageVariationRequest{.image = oaiwire::file_content("c.png", "---"),
                                           .response_format = oaiwire::ImageResponseFormat::url});
        REQUIRE(varied);
        CHECK(varied->data[0].url->starts_with("data:image/png;base64,"));
    });
}

TEST_CASE("serve speaks as bytes and as events, and describes the files that it is to transcribe") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        oaiwire::SpeechRequest speech{.model = "echo", .input = "one two", .voice = "alloy"};
        const auto whole = api.create(speech);
        REQUIRE(whole);
        CHECK(whole->content_type == "audio/wav");
        CHECK(whole->audio.size() == 44 + 800);
        std::string bytes;
        CHECK(api.stream(speech, [&](std::string_view piece) { bytes += piece; }).ok());
        CHECK(bytes == whole->audio);
        speech.stream_format = oaiwire::SpeechStreamFormat::sse;
        auto events = api.stream<oaiwire::operations::speech_events>(speech);
        while (events.next()) {
        }
        CHECK(events.ok());
        CHECK(events.response().audio == whole->audio);

        oaiwire::TranscriptionRequest request{
            .file = oaiwire::file_content("talk.mp3", std::string(70'000, '-')), .model = "echo"};
        const auto json = api.create(request);
        REQUIRE(json);
        CHECK(json->text == "talk.mp3, 70000 bytes");
        auto stream = api.stream(request);
        while (stream.next()) {
        }
        CHECK(stream.ok());
        CHECK(stream.response().text == json->text);
        request.response_format = oaiwire::TranscriptionFormat::vtt;
        CHECK(api.create(request)->text->starts_with("WEBVTT\n"));
        request.response_format = oaiwire::TranscriptionFormat::verbose_json;
        CHECK(api.create(request)->segments->size() == 1);
        const auto translated = api.create(
            oaiwire::TranslationRequest{.file = oaiwire::file_content("talk.mp3", "---"),
                                        .model = "echo",
                                        .response_format = oaiwire::TranscriptionFormat::text});
        REQUIRE(translated);
        CHECK(translated->text == "talk.mp3, 3 bytes\n");
    });
}

TEST_CASE("serve takes the keys that it is given, and ends with status 0 when it is told to") {
    int started = 0;
    for (const char* stack : {"beast", "httplib"}) {
        serve_program server(stack, {"--key", "first", "--key", "second"});
        if (!server.started()) continue;
        ++started;
        const oaiwire::ListModelsRequest request;
        CHECK(server.client("second").create(request));
        CHECK(server.client("other").create(request).error().api.status == 401);
        CHECK(server.client().create(request).error().api.status == 401);
        CHECK(server.stop() == 0);
    }
    CHECK(started != 0);
}

TEST_CASE("serve keeps a connection for many requests, also after errors") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        for (int i = 0; i != 50; ++i) {
            CHECK(api.create(oaiwire::RetrieveModelRequest{.model = "echo"}));
            CHECK(api.create(oaiwire::RetrieveModelRequest{.model = "none"}).error().api.status ==
                  404);
            auto stream = api.stream(oaiwire::CompletionRequest{.model = "echo", .prompt = "a b"});
            while (stream.next()) {
            }
            CHECK(stream.ok());
        }
    });
}

TEST_CASE("serve answers what is no request with an error in JSON, and then closes") {
    on_each_stack([](serve_program& server) {
        for (const char* bytes : {"nonsense\r\n\r\n", "GET / HTTP/9.9\r\n\r\n"}) {
            const raw_connection peer(server.base_url());
            REQUIRE(peer.send(bytes));
            const std::string answer = peer.read_until("}}");
            CHECK(contains(answer, "HTTP/1.1 "));
            CHECK(contains(answer, R"({"error":{"message":")"));
        }
        const raw_connection peer(server.base_url());
        REQUIRE(
            peer.send("POST /v1/chat/completions HTTP/1.1\r\nHost: localhost\r\n"
                      "Content-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi"));
        CHECK(peer.read_until("}}").starts_with("HTTP/1.1 415 "));
    });
}

TEST_CASE("serve over Beast answers requests that come together, in their order") {
    const serve_program server("beast");  // cpp-httplib drops what follows a request
    if (!server.started()) return;
    const raw_connection peer(server.base_url());
    REQUIRE(peer.send(chat_request("first") + chat_request("second")));
    std::string answers = peer.read_until("\"first\"");
    if (!contains(answers, "\"second\"")) answers += peer.read_until("\"second\"");
    CHECK(answers.find("\"first\"") < answers.find("\"second\""));
    CHECK(contains(answers, "\"second\""));
}

TEST_CASE("serve asks for a body that a client holds back") {
    on_each_stack([](serve_program& server) {
        const raw_connection waiting(server.base_url());
        const std::string request = chat_request("third", "Expect: 100-continue\r\n");
        const auto body = request.find("\r\n\r\n") + 4;
        REQUIRE(waiting.send(request.substr(0, body)));
        CHECK(waiting.read_until("\r\n\r\n").starts_with("HTTP/1.1 100 Continue\r\n"));
        REQUIRE(waiting.send(request.substr(body)));
        CHECK(contains(waiting.read_until("[DONE]"), "\"third\""));
    });
}

TEST_CASE("serve ends the answers of clients that have gone, so that it can end itself") {
    on_each_stack([](serve_program& server) {
        {
            const raw_connection streamed(server.base_url());
            REQUIRE(streamed.send(chat_request("slow 100: count 100000")));
            CHECK(contains(streamed.read_until("\" 2\""), "\" 2\""));
        }
        auto api = server.client();  // others are answered meanwhile
        CHECK(api.create(oaiwire::ListModelsRequest{}));
        const auto begin = std::chrono::steady_clock::now();
        CHECK(server.stop() == 0);
        CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(4));
    });
}

}  // namespace serve_others_tests
