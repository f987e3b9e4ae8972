#include <oaiwire/stream/audio_stream.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/json/read.hpp>

namespace audio_stream_tests {

using namespace oaiwire;

namespace {

template <class Event>
Event event(std::string_view text) {
    return json::read<Event>(text, json::tolerant).value();
}

}  // namespace

TEST_CASE("a transcript is its joined deltas, and finally the server's text") {
    accumulator<TranscriptionStreamEvent> whole;
    const auto add = [&](std::string_view text) {
        REQUIRE(whole.add(event<TranscriptionStreamEvent>(text)) == errc::ok);
    };
    add(R"({"type":"transcript.text.delta","delta":"Hel","logprobs":[{"token":"Hel","logprob":-1}]})");
    add(R"({"type":"transcript.text.delta","delta":"o"})");
    add(R"({"type":"transcript.text.segment","id":"s1","start":0,"end":1.5,"text":"Helo","speaker":"A"})");
    add(R"({"type":"transcript.text.later","x":1})");
    CHECK(whole.response().text == "Helo");
    CHECK(whole.response().logprobs->size() == 1);
    REQUIRE(whole.response().segments);
    CHECK(whole.response().segments->front().speaker == "A");
    add(R"({"type":"transcript.text.done","text":"Hello","usage":{"type":"tokens","total_tokens":3}})");
    CHECK(whole.response().text == "Hello");
    CHECK(whole.take().usage->total_tokens == 3);
    CHECK(whole.response() == Transcription{});
}

TEST_CASE("a transcription stream ends with its last event") {
    using traits = chunk_traits<TranscriptionStreamEvent>;
    const auto end = [](std::string_view text) {
        return traits::end_of(event<TranscriptionStreamEvent>(text));
    };
    CHECK(end(R"({"type":"transcript.text.delta"})") == stream_end::open);
    CHECK(end(R"({"type":"transcript.text.done"})") == stream_end::complete);
    CHECK_FALSE(traits::recognises(event<TranscriptionStreamEvent>(R"({"type":"ping"})")));
    TranscriptionStreamEvent adopted;
    CHECK(traits::adopt(json_view(R"({"text":"whole"})"), adopted));
    CHECK(std::get<TranscriptTextDoneEvent>(adopted).text == "whole");
    CHECK_FALSE(traits::adopt(json_view(R"({"id":1})"), adopted));
}

TEST_CASE("the audio of speech events is decoded and joined") {
    limits bounds;
    bounds.answer = 6;
    accumulator<SpeechStreamEvent> whole(bounds);
    const auto add = [&](std::string_view text) {
        return whole.add(event<SpeechStreamEvent>(text));
    };
    CHECK(add(R"({"type":"speech.audio.delta","audio":"SUQz"})") == errc::ok);
    CHECK(add(R"({"type":"speech.audio.delta","audio":"A!=="})") == errc::invalid_base64);
    CHECK(add(R"({"type":"speech.audio.delta","audio":"AQI="})") == errc::ok);
    CHECK(add(R"({"type":"speech.audio.done"})") == errc::ok);
    CHECK(whole.response().audio == "ID3\x01\x02");
    CHECK(add(R"({"type":"speech.audio.delta","audio":"AAAA"})") == errc::limit_exceeded);
    using traits = chunk_traits<SpeechStreamEvent>;
    CHECK(traits::end_of(SpeechAudioDoneEvent{}) == stream_end::complete);
    CHECK(traits::end_of(SpeechAudioDeltaEvent{}) == stream_end::open);
}

TEST_CASE("speech bytes are not accumulated") {
    accumulator<std::string_view> none;
    CHECK(none.add("abc") == errc::ok);
    CHECK(none.response() == Speech{});
}

TEST_CASE("a whole transcription instead of a stream keeps its words and segments") {
    TranscriptionStreamEvent event;
    const std::string body =
        R"({"text":"hi","task":"transcribe","language":"english","duration":1.5,)"
        R"("words":[{"word":"hi","start":0,"end":1}],"segments":[{"id":0,"text":"hi"}],"x":1})";
    REQUIRE(chunk_traits<TranscriptionStreamEvent>::adopt(json_view(body), event));
    accumulator<TranscriptionStreamEvent> whole;
    REQUIRE(whole.add(event) == errc::ok);
    CHECK(whole.response() == json::read<Transcription>(body).value());
}

TEST_CASE("vLLM's transcription chunks are deltas, one of them with a finish reason") {
    accumulator<TranscriptionStreamEvent> whole;
    for (const std::string body :
         {R"({"object":"transcription.chunk","choices":[{"delta":{"content":" He"}}]})",
          R"({"object":"transcription.chunk","choices":[{"delta":{"content":"l\u00e9o"},)"
          R"("finish_reason":"stop"}]})",
          R"({"object":"translation.chunk","choices":[],"usage":{"total_tokens":7}})"}) {
        TranscriptionStreamEvent event;
        REQUIRE(chunk_traits<TranscriptionStreamEvent>::adopt(json_view(body), event));
        const bool last = body.find("finish_reason") != std::string::npos;
        CHECK(chunk_traits<TranscriptionStreamEvent>::end_of(event) ==
              (last ? stream_end::finished : stream_end::open));
        REQUIRE(whole.add(event) == errc::ok);
    }
    CHECK(whole.response().text == " Hel\xC3\xA9o");
    REQUIRE(whole.response().usage);
    CHECK(whole.response().usage->total_tokens == 7);
}

TEST_CASE(
    "unknown members of transcription events are kept, and segments are those of a plain "
    "response") {
    accumulator<TranscriptionStreamEvent> whole;
    const auto add = [&](std::string_view text) {
        REQUIRE(whole.add(event<TranscriptionStreamEvent>(text)) == errc::ok);
    };
    add(R"({"type":"transcript.text.delta","delta":"a","vendor":1,"text":"so far"})");
    add(R"({"type":"transcript.text.segment","id":"s","start":0,"end":1.5,"text":"a",)"
        R"("speaker":"A","avg_logprob":-0.5,"vendor":2})");
    add(R"({"type":"transcript.text.done","text":"ab","language":"en","other":3,)"
        R"("usage":{"type":"tokens","total_tokens":3,"x":1}})");
    CHECK(
        whole.take() ==
        json::read<Transcription>(
            R"({"text":"ab","language":"en","segments":[{"type":"transcript.text.segment","id":"s","start":0,"end":1.5,)"
            R"("text":"a","speaker":"A","avg_logprob":-0.5,"vendor":2}],)"
            R"("usage":{"type":"tokens","total_tokens":3,"x":1},"vendor":1,"other":3})")
            .value());
}

TEST_CASE("usage and unknown members of speech events are kept") {
    limits bounds;
    bounds.answer = 40;
    accumulator<SpeechStreamEvent> whole(bounds);
    const auto add = [&](std::string_view text) {
        return whole.add(event<SpeechStreamEvent>(text));
    };
    CHECK(add(R"({"type":"speech.audio.delta","audio":"SUQz","vendor":1})") == errc::ok);
    CHECK(add(R"({"type":"speech.audio.done","usage":{"total_tokens":5,"x":1},"more":2})") ==
          errc::ok);
    CHECK(whole.response().audio == "ID3");
    CHECK(whole.response().usage->total_tokens == 5);
    CHECK(whole.response().usage->extra.find("x") == "1");
    CHECK(whole.response().extra.text() == R"("vendor":1,"more":2)");
    CHECK(add(R"({"type":"speech.audio.delta","much":"0123456789012345678901234567"})") ==
          errc::limit_exceeded);
    CHECK(whole.take().extra.contains("more"));
    CHECK(whole.response() == Speech{});
}

}  // namespace audio_stream_tests
