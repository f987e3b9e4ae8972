// The code of docs/calls.md, compiled and run.
#include "harness.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <oaiwire/transport/file_source.hpp>

namespace docs_tests {

TEST_CASE("the other calls give what docs/calls.md says") {
    const oaiwire::replay_transport http(
        {answer(R"({"data":[{"embedding":"AAAAPwAAgL8="}]})"), answer(R"({"text":"Good morning"})"),
         answer("ID3", "audio/mpeg"),
         answer("data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n"
                "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n",
                "text/event-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    std::ofstream("meeting.mp3", std::ios::binary) << "MP3";
    std::ostringstream audio;
    std::vector<float> vector;
    const captured_output out;

    // [calls]
    // base64 needs a quarter of the bytes; `values` holds floats in both cases.
    auto embedded = api.create(
        oaiwire::EmbeddingRequest{.model = "text-embedding-3-small",
                                  .input = std::vector<std::string>{"one", "two"},
                                  .encoding_format = oaiwire::EmbeddingEncoding::base64});
    if (embedded && !embedded->data.empty() && embedded->data[0].embedding) {
        vector = embedded->data[0].embedding->values;
    }

    // The file is read in pieces while it is sent, so its size does not matter.
    if (auto recording = oaiwire::open_file("meeting.mp3")) {
        auto transcript = api.create(
            oaiwire::TranscriptionRequest{.file = std::move(*recording), .model = "whisper-1"});
        if (transcript) std::cout << transcript->text.value_or("") << '\n';
    }

    // Speech is delivered as it arrives and not kept.
    auto spoken =
        api.stream(oaiwire::SpeechRequest{.model = "tts-1", .input = "Hello", .voice = "alloy"},
                   [&](std::string_view bytes) { audio << bytes; });
    if (!spoken.ok()) std::cerr << to_string(spoken.error) << '\n';

    // The Responses API: typed events, and the response that they add up to.
    auto stream = api.stream(oaiwire::ResponseRequest{.model = "gpt-4o-mini", .input = "Hello"});
    for (const auto& event : stream) std::cout << oaiwire::text(event) << std::flush;
    const oaiwire::Response& whole = stream.response();
    // [/calls]

    CHECK(embedded);
    CHECK(vector == std::vector<float>{0.5f, -1});
    CHECK(http.requests().at(1).body.find("filename=\"meeting.mp3\"") != std::string::npos);
    CHECK(audio.str() == "ID3");
    CHECK(spoken.ok());
    CHECK(stream.ok());
    CHECK(whole.id == "r");
    CHECK(out.text() == "Good morning\nHi");
    std::filesystem::remove("meeting.mp3");
}

TEST_CASE("the endpoints of docs/calls.md are those of the providers") {
    setenv("OPENROUTER_API_KEY", "k", 1);
    const oaiwire::replay_transport http({});

    // [providers]
    const auto look_up = [](const char* name) { return std::getenv(name); };
    oaiwire::client api{http, oaiwire::endpoint_of(oaiwire::providers::openrouter, look_up,
                                                   {.app_name = "my program"})};
    oaiwire::endpoint local = oaiwire::endpoint_of(oaiwire::providers::ollama);
    // [/providers]

    CHECK(api.endpoint().api_key.reveal() == "k");
    CHECK(api.endpoint().headers.value("X-Title") == "my program");
    CHECK(local.base_url == "http://127.0.0.1:11434/v1");
}

}  // namespace docs_tests
