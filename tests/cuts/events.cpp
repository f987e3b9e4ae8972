// Streams of images, transcripts, speech and encrypted events do not depend on how their bytes are
// split.
#include <support/catch.hpp>
#include <support/outcome.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/stream/audio_stream.hpp>
#include <oaiwire/stream/image_stream.hpp>
#include <oaiwire/stream/sealed_stream.hpp>

namespace events_cut_tests {

using namespace oaiwire;

namespace {

// The events in every framing that servers are known to use.
std::vector<std::string> framings(const std::vector<std::string>& events) {
    std::string plain, crlf, cr, named, lines, packed = "data: ", short_end, other = "\xEF\xBB\xBF";
    for (const auto& e : events) {
        plain += "data: " + e + "\n\n";
        crlf += "id: 1\r\nretry: 5\r\ndata: " + e + "\r\n\r\n";
        cr += "data:" + e + "\r\r";
        named += "event: some.type\ndata: " + e + "\n\n: keep-alive\n\n";
        packed += e + "\n";
        lines += "data: " + e + "\n";
        other += ": OPENROUTER PROCESSING\n\ndata: " + e + "\n\n";
    }
    packed += "\n";
    short_end = plain.substr(0, plain.size() - 2);
    std::string split = plain;
    split.insert(split.find('{') + 1, "\ndata: ");
    return {
        plain,
        crlf,
        cr,
        named,
        packed,
        lines,
        split,
        short_end,
        short_end + "\n",
        other,
        plain + chat_stream::done,
        plain + chat_stream::done + plain + "what else",
        plain + "event: ping\ndata: {\"type\":\"ping\"}\n\n" + plain,
        plain + "event: error\ndata: {\"message\":\"no\"}\n\n" + plain,
        plain + R"(data: {"type":"error","error":{"message":"no","code":"c"}})" + "\n\n" + plain,
        plain + R"(data: {"error":{"message":"no"}})" + "\n\n",
        "data: {}\n\n" + plain + "data: null\n\ndata: [1]\n\ndata: {\"other\":1}\n\n",
        plain + "data: {\"type\":\n\n" + plain,
        plain + "data: {\"type\":\n\ndata: {\"error\":{\"message\":\"no\"}}\n\n",
        plain + "data: {\"type\":\"x\ndata: {\"error\":{\"message\":\"no\"}}\n\n",
        "data: {\"other\":1}\n\n" + chat_stream::done,
        "[" + events.front() + "," + events.back() + "]",
        plain + "data: " + events.back().substr(0, events.back().size() / 2),
        ": nothing\n\n",
        events.back(),
        " \r\n" + events.front() + "\n",
        R"({"error":{"message":"no","type":"t"}})",
        "<html>no</html>\n"};
}

template <class Chunk>
void check_cuts(const std::vector<std::string>& events) {
    for (const auto& body : framings(events)) {
        INFO(body);
        const auto whole = support::decode<Chunk>(body);
        REQUIRE(whole.end != stream_end::open);
        std::size_t wrong = 0;
        std::string first_wrong;
        support::each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
            const auto cut = support::decode<Chunk>(pieces);
            const bool same = cut.text() == whole.text() && cut.statistics == whole.statistics &&
                              cut.response == whole.response;
            if (!same && wrong++ == 0) first_wrong = pieces.front() + "|\n" + cut.text();
        });
        INFO(whole.text());
        INFO(first_wrong);
        CHECK(wrong == 0);
    }
}

}  // namespace

TEST_CASE("image events are the same for every split") {
    check_cuts<ImageStreamEvent>(
        {R"({"type":"image_generation.partial_image","b64_json":"YQ==","partial_image_index":0})",
         R"({"type":"image_generation.later","x":"\ud83d"})",
         R"({"type":"image_generation.completed","b64_json":"YWI=","usage":{"total_tokens":3}})",
         R"({"type":"image_edit.completed","b64_json":"Yg==","size":"1x1"})"});
}

TEST_CASE("R9S's image events are the same for every split") {
    check_cuts<ImageStreamEvent>(
        {R"({"object":"image.edit.chunk","created":1,"data":[{"index":1,"progress":0.5}]})",
         R"({"object":"image.edit.chunk","data":[{"index":0,"url":"u","is_final":true}]})",
         R"({"object":"image.edit.chunk","data":[{"index":1,"b64_json":"YQ==","is_final":true,)"
         R"("revised_prompt":"\ude00é"}],"usage":{"image_count":2}})"});
}

TEST_CASE("transcript events are the same for every split") {
    check_cuts<TranscriptionStreamEvent>(
        {R"({"type":"transcript.text.delta","delta":"Hé\ud83d","logprobs":[{"token":"H"}]})",
         R"({"type":"transcript.text.delta","delta":"\ude00 \ud83d"})",
         R"({"type":"transcript.text.segment","id":"s","start":0,"end":1.5,"text":"Hé"})",
         R"({"type":"transcript.text.later","x":1})",
         R"({"type":"transcript.text.delta","delta":"o"})"});
    check_cuts<TranscriptionStreamEvent>(
        {R"({"type":"transcript.text.delta","delta":"\ud83d"})",
         R"({"type":"transcript.text.done","text":"\ud83d\ude00","usage":{"total_tokens":3}})"});
    check_cuts<TranscriptionStreamEvent>({R"({"text":"whole","language":"en"})"});
    check_cuts<TranscriptionStreamEvent>(
        {R"({"object":"transcription.chunk","choices":[{"delta":{"content":"H\u00e9\ud83d"}}]})",
         R"({"object":"transcription.chunk","choices":[{"delta":{"content":"\ude00"}}]})"});
}

TEST_CASE("speech events are the same for every split") {
    check_cuts<SpeechStreamEvent>({R"({"type":"speech.audio.delta","audio":"AAECAw=="})",
                                   R"({"type":"speech.audio.later"})",
                                   R"({"type":"speech.audio.delta","audio":"\u0042A=="})",
                                   R"({"type":"speech.audio.delta","audio":"no base64"})",
                                   R"({"type":"speech.audio.done","usage":{"input_tokens":1}})"});
}

TEST_CASE("encrypted events are the same for every split") {
    check_cuts<ConfidentialComputeResponse>(
        {R"({"ciphertext":"AA==","nonce":"AAAAAAAAAAAAAAAA"})",
         R"({"ciphertext":"AQ==","nonce":"AAAAAAAAAAAAAAAB","signature":"s","x":"\ud83d"})"});
}

TEST_CASE("[DONE] ends a complete event stream, and truncates an incomplete one") {
    const auto end = [](const auto& traits_of, const std::vector<std::string>& events) {
        using chunk = std::remove_cvref_t<decltype(traits_of)>;
        std::string body;
        for (const auto& e : events) body += "data: " + e + "\n\n";
        return name(support::decode<chunk>(body + chat_stream::done).end);
    };
    const ImageStreamEvent image;
    const std::string partial = R"({"type":"image_generation.partial_image","b64_json":"YQ=="})";
    const std::string completed = R"({"type":"image_generation.completed","b64_json":"YQ=="})";
    CHECK(end(image, {}) == "truncated");
    CHECK(end(image, {partial}) == "truncated");
    CHECK(end(image, {partial, completed}) == "complete");
    CHECK(end(image, {completed, partial}) == "truncated");
    CHECK(end(image, {R"({"response":"hi"})"}) == "malformed");
    CHECK(end(image, {R"({"choices":[{"delta":{"content":"hi"}}]})"}) == "malformed");

    const TranscriptionStreamEvent transcript;
    const std::string delta = R"({"type":"transcript.text.delta","delta":"a"})";
    CHECK(end(transcript, {delta}) == "truncated");
    CHECK(end(transcript, {delta, R"({"type":"transcript.text.done","text":"a"})"}) == "complete");
    const std::string of_vllm =
        R"({"object":"transcription.chunk","choices":[{"delta":{"content":"a"})";
    CHECK(end(transcript, {of_vllm + "}]}"}) == "truncated");
    CHECK(end(transcript, {of_vllm + "}]}", of_vllm + R"(,"finish_reason":"stop"}]})"}) ==
          "complete");

    const SpeechStreamEvent speech;
    const std::string audio = R"({"type":"speech.audio.delta","audio":"AAEC"})";
    CHECK(end(speech, {audio}) == "truncated");
    CHECK(end(speech, {audio, R"({"type":"speech.audio.done"})"}) == "complete");

    const ConfidentialComputeResponse sealed;
    CHECK(end(sealed, {}) == "truncated");
    CHECK(end(sealed, {R"({"ciphertext":"AA==","nonce":"AAAAAAAAAAAAAAAA"})"}) == "complete");
}

namespace {

struct call_outcome {
    std::string audio{};
    std::string error{};
    stream_end end{};
    stream_statistics statistics{};
    friend bool operator==(const call_outcome&, const call_outcome&) = default;
};

call_outcome speech(std::string_view content_type, const std::vector<std::string>& pieces,
                    bool clean = true) {
    exchange<SpeechRequest> call({.model = "m", .input = "hi", .voice = "alloy"},
                                 {.base_url = "https://api.example.com/v1"});
    call_outcome out;
    http::header_list headers;
    if (!content_type.empty()) headers.add("Content-Type", content_type);
    call.head(200, headers);
    const auto take = [&] {
        while (const auto* bytes = call.next()) out.audio += *bytes;
    };
    for (const auto& piece : pieces) {
        const std::string lent = piece;
        call.feed(lent);
        take();
    }
    if (clean) {
        call.finish();
    } else {
        call.fail(make_error(errc::closed_early));
    }
    take();
    out.end = call.end_reason();
    out.error = to_string(call.error());
    out.statistics = call.statistics();
    out.statistics.chunks = 0;  // depends on the number of pieces
    return out;
}

}  // namespace

TEST_CASE("the bytes of speech are the same for every split") {
    using namespace std::string_literals;
    const std::string bytes = "ID3\0\xFF\xFB data: [DONE]\n\n{\"error\":{}}"s;
    const std::string error = R"({"error":{"message":"no","code":"c"}})";
    for (const char* type : {"audio/mpeg", "application/octet-stream", ""}) {
        for (const bool clean : {true, false}) {
            const auto whole = speech(type, {bytes}, clean);
            CHECK(whole.audio == bytes);
            CHECK(whole.end == (clean ? stream_end::complete : stream_end::truncated));
            support::each_cutting(bytes, 20, [&](const std::vector<std::string>& pieces) {
                CHECK(speech(type, pieces, clean) == whole);
            });
        }
    }
    const auto refused = speech("application/json", {error});
    CHECK(refused.audio.empty());
    CHECK(refused.end == stream_end::api_error);
    support::each_cutting(error, 20, [&](const std::vector<std::string>& pieces) {
        CHECK(speech("application/json", pieces) == refused);
    });
    CHECK(speech("audio/mpeg", {}).end == stream_end::empty);
}

}  // namespace events_cut_tests
