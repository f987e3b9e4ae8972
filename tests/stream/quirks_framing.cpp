// Differences between servers in the framing of streams: one test per quirk, by its number in
// docs/quirks.md.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <support/answer_of.hpp>

namespace quirks_framing_tests {

using namespace support;
using namespace chat_stream;

namespace {

const std::string hello = says("Hello") + stops();

// The data of each event, according to the standard only.
std::vector<std::string> data_of(std::string_view body) {
    oaiwire::sse::decoder decoder;
    std::vector<std::string> out;
    decoder.feed(body);
    while (const auto* item = decoder.next()) out.emplace_back(item->data);
    return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != text.npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

}  // namespace

TEST_CASE("quirk 1: no space is needed after the colon") {
    const auto a = answer_of(replaced(hello + done, "data: ", "data:"));
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(data_of("data:  x\n\n") == std::vector<std::string>{" x"});
}

TEST_CASE("quirk 2: keep-alive comments are not events") {
    for (const std::string comment :
         {": OPENROUTER PROCESSING\n\n", ": keep-alive\n\n", ": ping - 2024-01-01\r\n\r\n", ":\n\n",
          ":data: {\"choices\":[]}\n\n"}) {
        const auto a = answer_of(comment + says("Hel") + comment + comment + says("lo") + stops() +
                                 comment + done);
        CHECK(a.end == "complete");
        CHECK(a.text == "Hello");
        CHECK(a.skipped == "");
    }
}

TEST_CASE("quirk 3: a blank line without fields is not an event, also after an id") {
    const auto a = answer_of("\n\n\nid: 1\n" + says("Hello") + "\n\n\n" + stops() + "\n" + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 2);
    CHECK(a.skipped == "");
}

TEST_CASE("quirk 4: retry or event fields alone are not an event, and the retry time is kept") {
    const std::string blocks = "retry: 3000\n\nevent: ping\n\n";
    const auto a = answer_of(blocks + says("Hello") + blocks + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.skipped == "");

    oaiwire::sse::decoder decoder;
    decoder.feed(blocks);
    CHECK(decoder.next() == nullptr);
    CHECK(decoder.retry() == std::uint64_t{3000});
}

TEST_CASE("quirk 5: empty data is skipped") {
    const auto a =
        answer_of("data:\n\n" + says("Hel") + "data:  \n\ndata\n\n" + says("lo") + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.error == "");
}

TEST_CASE("quirk 6: a ping with data is skipped") {
    const auto a =
        answer_of("event: ping\ndata: {}\n\n" + says("Hello") + event(R"({"type":"ping"})") +
                  "event: ping\ndata: {\"type\":\"ping\"}" + "\n\n" + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 2);
    CHECK(a.skipped == "ignorable ignorable ignorable");
}

TEST_CASE("quirk 7: an event of type error is an error, whatever its data") {
    const std::string begun = says("Hel");
    auto a = answer_of(begun +
                       "event: error\ndata: {\"error\":{\"message\":\"Compute error.\"},"
                       "\"message\":\"Compute error.\"}\n\n");
    CHECK(a.end == "api_error");
    CHECK(a.error == "Compute error.|||");
    CHECK(a.text == "Hel");

    a = answer_of(begun + "event: error\ndata: out of memory\n\n" + done);
    CHECK(a.end == "api_error");
    CHECK(a.error == "out of memory|||");

    a = answer_of(begun + "data: {\"reason\":\"busy\"}\nevent: error\n\n");
    CHECK(a.end == "api_error");
    CHECK(a.error == "{\"reason\":\"busy\"}|||");
}

TEST_CASE("quirk 8: events are not dropped because of their name") {
    for (const std::string name : {"chat.completion.chunk", "message", "completion", "x"}) {
        const std::string body = hello + done;
        const auto a = answer_of(replaced(body, "data: ", "event: " + name + "\ndata: "));
        CHECK(a.end == "complete");
        CHECK(a.text == "Hello");
    }
}

TEST_CASE("quirk 9: an error in a field named error is recognised") {
    const auto a =
        answer_of(says("Hel") +
                  "error: {\"code\":500,\"message\":\"no slot\",\"type\":\"server_error\"}\n\n");
    CHECK(a.end == "api_error");
    CHECK(a.error == "no slot|server_error|500|");
    CHECK(a.text == "Hel");
}

TEST_CASE("quirk 10: lines end with CRLF, CR or LF in any combination and split") {
    const std::vector<std::string> endings{"\n", "\r", "\r\n"};
    for (const auto& line : endings) {
        for (const auto& blank : endings) {
            if (line == "\r" && blank == "\n") continue;  // that is one CRLF
            const auto a = answer_of(replaced(hello + done, "\n\n", line + blank));
            CHECK(a.end == "complete");
            CHECK(a.text == "Hello");
            CHECK(a.statistics.chunks == 2);
        }
    }
    // a CR dispatches the event without waiting for a following LF
    oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> decoder;
    const std::string first = replaced(says("Hello"), "\n\n", "\r\n\r");
    decoder.feed(first);
    CHECK(decoder.next() != nullptr);
    CHECK(decoder.next() == nullptr);
    const std::string second = "\n" + stops();
    decoder.feed(second);
    CHECK(decoder.next() != nullptr);
    CHECK(decoder.statistics().skipped_count == 0);
}

TEST_CASE("quirk 11: one byte order mark is removed, a second one is data") {
    const std::string mark = "\xEF\xBB\xBF";
    auto a = answer_of(mark + hello + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    // the second one is part of the first field name, which is then unknown
    a = answer_of(mark + mark + says("lost") + hello + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 12: JSON in several data lines is one payload") {
    const auto a = answer_of(
        "data: {\ndata:   \"choices\": [\ndata:     {\"index\": 0,\n"
        "data: \"delta\": {\"content\": \"Hello\"}}\ndata:   ]\ndata: }\n\n" +
        stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 2);
}

TEST_CASE("quirk 13: JSON that continues without data: is an error, not an empty chunk") {
    const auto a = answer_of(says("Hel") + "data: {\n  \"choices\": []\n}\n\n" + says("lo") + done);
    CHECK(a.end == "malformed");
    CHECK(a.skipped.starts_with("invalid"));
    CHECK((a.failure.kind() == oaiwire::error_kind::decode));
    CHECK(a.text == "Hel");
}

TEST_CASE("quirk 14: events without a blank line between them are all read") {
    const auto a = answer_of(replaced(says("Hel") + says("lo") + stops(), "\n\n", "\n") + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 3);
    CHECK(a.reason == "stop");
}

TEST_CASE("quirk 15: JSON texts without a separator are all read") {
    const std::string glued = replaced(says("Hel") + says("lo") + stops(), "\n\ndata: ", "");
    const auto a = answer_of(glued + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 3);
}

TEST_CASE("quirk 16: the result does not depend on how the transport splits the body") {
    const std::string body = says("Hel") + ": ping\r\n\r\n" + says("lo \\u00e9") + stops() + done;
    const auto whole = answer_of(std::vector<std::string>{body}, {});
    CHECK(whole.text == "Hello \xC3\xA9");
    for (std::size_t at = 0; at <= body.size(); ++at) {
        const auto cut =
            answer_of(std::vector<std::string>{body.substr(0, at), "", body.substr(at)}, {});
        CHECK(cut.end == "complete");
        CHECK(cut.statistics.chunks == whole.statistics.chunks);
        CHECK((cut.response == whole.response));
    }
}

TEST_CASE("quirk 17: a second data: prefix added by a proxy is removed") {
    const auto a = answer_of(replaced(hello + done, "data: ", "data: data: "));
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 18: [DONE] with white space, in quotes or with an event type is the end") {
    for (const std::string end :
         {"data: [DONE] \n\n", "data: [DONE]\r\r\n", "data:  [DONE]\n\n", "data:[DONE]\n\n",
          "data: \"[DONE]\"\n\n", "event: done\ndata: [DONE]\n\n", "data: [DONE]\t\n\n"}) {
        const auto a = answer_of(says("Hello") + end);
        CHECK(a.end == "complete");
        CHECK(a.text == "Hello");
        CHECK(a.skipped == "");
    }
}

TEST_CASE("quirk 19: [DONE] within text is text") {
    const auto a = answer_of(says("Keep [DONE] here") + says("[DONE]") + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Keep [DONE] here[DONE]");
    CHECK(a.statistics.chunks == 3);
}

TEST_CASE("quirk 20: without [DONE], finish_reason distinguishes complete from truncated") {
    CHECK(answer_of(hello).end == "finished");
    CHECK(answer_of(says("Hel")).end == "truncated");
    CHECK(answer_of("").end == "empty");
    const auto a =
        answer_of(says("Hello") +
                  event(R"({"object":"chat.completion.done","choices":[{"index":0,)"
                        R"("message":{"content":"Hello"},"delta":{},"finish_reason":"stop"}]})"));
    CHECK(a.end == "finished");
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 21: a last event without blank line or newline counts if its JSON is complete") {
    for (const std::string tail : {"data: [DONE]", "data: [DONE]\n", "data: [DONE]\r"}) {
        CHECK(answer_of(says("Hello") + tail).end == "complete");
    }
    auto a = answer_of(says("Hel") + replaced(stops(), "\n\n", ""));
    CHECK(a.end == "finished");
    CHECK(a.reason == "stop");
    a = answer_of(says("Hel") + "data: {\"choices\":[{\"delta\":{\"con");
    CHECK(a.end == "truncated");
    CHECK(a.text == "Hel");
}

TEST_CASE("quirk 22: nothing after [DONE] is read or causes an error") {
    const auto a = answer_of(says("Hello") + done + says("!") + done + event("{garbage") +
                             event(R"({"error":{"message":"late"}})") + "data: {cut");
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 1);
    CHECK(a.error == "");
}

TEST_CASE("quirk 23: [DONE] after an error does not make the call a success") {
    auto a = answer_of(says("Hel") + event(R"({"error":{"message":"boom"}})") + done);
    CHECK(a.end == "api_error");
    CHECK(a.error == "boom|||");
    CHECK(a.text == "Hel");

    a = answer_of(says("Hel") + stops("abort") + done);
    CHECK(a.reason == "abort");
    CHECK(name(oaiwire::kind_of_finish(a.reason)) == "other");
    CHECK(a.statistics.aborted);
    for (const std::string_view reason : {"error", "insufficient_system_resource"}) {
        CHECK(answer_of(says("Hel") + stops(reason) + done).statistics.aborted);
    }
    for (const std::string_view reason : {"stop", "length", "eos", "other"}) {
        CHECK_FALSE(answer_of(says("Hel") + stops(reason) + done).statistics.aborted);
    }
}

TEST_CASE("quirk 24: a JSON body instead of a stream is read") {
    auto a = answer_of(R"({"code":"The model does not exist","error":"no such model"})");
    CHECK(a.end == "api_error");
    CHECK(a.error == "no such model||The model does not exist|");

    a = answer_of(R"({"object":"chat.completion","choices":[{"index":0,"message":)"
                  R"({"role":"assistant","content":"Hello"},"finish_reason":"stop"}],)"
                  R"("usage":{"prompt_tokens":1,"completion_tokens":2,"total_tokens":3}})");
    CHECK(a.end == "finished");
    CHECK(a.text == "Hello");
    CHECK(a.usage == "1/2/3");
}

TEST_CASE("quirk 24: comments may precede the JSON body") {
    for (const std::string before :
         {": PROCESSING\n\n", ": a\r\n\r\n: {b\r\n\r\n", ":\n", ":\r\r: x\r"}) {
        const auto a = answer_of(before + R"({"error":{"message":"boom","code":502}})");
        CHECK(a.end == "api_error");
        CHECK(a.error == "boom||502|");
        const auto b = answer_of(before + R"({"choices":[{"message":{"content":"Hello"},)"
                                          R"("finish_reason":"stop"}]})");
        CHECK(b.end == "finished");
        CHECK(b.text == "Hello");
        const auto c = answer_of(before + says("Hello") + stops() + done);
        CHECK(c.end == "complete");
        CHECK(c.text == "Hello");
        CHECK(answer_of(before).end == "empty");
    }
}

TEST_CASE("quirk 25: [DONE] after a JSON body is ignored") {
    const std::string body =
        R"({"choices":[{"index":0,"message":{"content":"Hello"},"finish_reason":"stop"}]})"
        "\n\ndata: [DONE]\n\n";
    const auto r = response_of(body);
    CHECK(r.kind == "value");
    CHECK(oaiwire::text(r.value) == "Hello");
    const auto a = answer_of(body);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 26: blank lines before a JSON body are skipped; alone they are an empty body") {
    const std::string body =
        "\n\n\r\n\n"
        R"({"choices":[{"message":{"content":"Hello"},"finish_reason":"stop"}]})";
    const auto r = response_of(body);
    CHECK(r.kind == "value");
    CHECK(oaiwire::text(r.value) == "Hello");
    CHECK(answer_of(body).text == "Hello");

    const auto a = answer_of("\n\n\n\r\n\n");
    CHECK(a.end == "empty");
    CHECK((a.failure.code == oaiwire::errc::empty_response));
    CHECK(response_of("\n\n\n").kind == "ignorable");
}

TEST_CASE("quirk 27: JSON texts on separate lines are all read") {
    const std::string body =
        replaced(replaced(says("Hel") + says("lo") + stops(), "data: ", ""), "\n\n", "\n");
    const auto a = answer_of(body);
    CHECK(a.end == "finished");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 3);
}

TEST_CASE("quirk 28: HTML or plain text is an error with an excerpt") {
    for (const std::string body :
         {"<html><head><title>502 Bad Gateway</title></head></html>", "error code: 1015",
          "upstream connect error or disconnect/reset before headers"}) {
        const auto a = answer_of(body + std::string(4000, ' '));
        CHECK(a.end == "malformed");
        CHECK((a.failure.code == oaiwire::errc::unrecognised_payload));
        CHECK(a.failure.message.find(body) != std::string::npos);
        CHECK(a.failure.message.size() < 1000);
        CHECK(a.statistics.chunks == 0);
    }
}

TEST_CASE("quirk 29: a stream without data, or with comments only, is empty and not a success") {
    for (const std::string body : {"", "\n\n", ": ping\n\n: ping\n\n", "retry: 1\n\n"}) {
        const auto a = answer_of(body);
        CHECK(a.end == "empty");
        CHECK((a.failure.code == oaiwire::errc::empty_response));
    }
}

TEST_CASE("quirk 30: characters split between reads are complete") {
    const auto a = answer_of(says("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80") + stops() + done);
    CHECK(a.text == "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
    CHECK(a.end == "complete");
}

TEST_CASE("quirk 31: invalid UTF-8 becomes U+FFFD, and the stream continues") {
    const auto a =
        answer_of(says("ok\x85") + says("\xF0\x9F-") + says("\xEF\xBF\xBD") + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "ok\xEF\xBF\xBD\xEF\xBF\xBD-\xEF\xBF\xBD");
}

TEST_CASE("quirk 32: the halves of a surrogate pair in two deltas are joined") {
    auto a = answer_of(says("\\ud83d") + says("\\ude00!") + stops() + done);
    CHECK(a.text == "\xF0\x9F\x98\x80!");

    a = answer_of(says("a\\ud83d") + says("b") + says("\\ud83d") + done);
    CHECK(a.text ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD");
    CHECK(a.end == "complete");

    a = answer_of(
        calls(R"({"index":0,"id":"a","function":{"name":"f","arguments":"{\"x\":\"\ud83d"}})") +
        says("between") + calls(R"({"index":0,"function":{"arguments":"\ude00\"}"}})") + done);
    CHECK(a.calls == "a:f({\"x\":\"\xF0\x9F\x98\x80\"})");
    CHECK(a.text == "between");

    a = answer_of(delta(R"("content":[{"type":"thinking","thinking":"a\ud83d"}])") +
                  delta(R"("content":[{"type":"thinking","thinking":"\ude00"}])") + done);
    CHECK(a.reasoning == "a\xF0\x9F\x98\x80");
    a = answer_of(delta(R"("reasoning_details":[{"text":"\"\ud83d"}])") +
                  delta(R"("reasoning_details":[{"text":"\ude00"},{"text":"\ud83d"}])") + done);
    CHECK(a.reasoning == "\"\xF0\x9F\x98\x80\xEF\xBF\xBD");
}

TEST_CASE("quirk 33: surrogates encoded as three bytes each are invalid UTF-8") {
    const auto a = answer_of(says("\xED\xA0\xBD\xED\xB8\x80") + stops() + done);
    std::string six;
    for (int i = 0; i != 6; ++i) six += "\xEF\xBF\xBD";
    CHECK(a.text == six);
    CHECK(a.end == "complete");
}

TEST_CASE("quirk 34: U+2028, U+2029, U+0085, VT and FF do not end a line") {
    const std::string separators =
        "a\xE2\x80\xA8"
        "b\xE2\x80\xA9"
        "c\xC2\x85"
        "d";
    const auto a = answer_of(says(separators) + says("\v\f") + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == separators + "\v\f");
    CHECK(data_of("data: a\vb\fc\n\n") == std::vector<std::string>{"a\vb\fc"});
}

TEST_CASE("quirk 35: NUL is kept in data, a character if escaped, and invalidates an id") {
    const std::string nul(1, '\0');
    CHECK(data_of("data: a" + nul + "b\n\n") == std::vector<std::string>{"a" + nul + "b"});
    const auto a = answer_of(says("a\\u0000b") + stops() + done);
    CHECK(a.text == "a" + nul + "b");

    oaiwire::sse::decoder decoder;
    const std::string ids = "id: 1\ndata: x\n\nid: 2" + nul + "\ndata: y\n\n";
    decoder.feed(ids);
    while (decoder.next() != nullptr) {
    }
    CHECK(decoder.last_event_id() == "1");
}

TEST_CASE("quirk 36: large events are read, and one beyond the limit is an error") {
    const std::string large(200'000, 'x');
    auto a = answer_of(says(large) + stops() + done);
    CHECK(a.end == "complete");
    CHECK(a.text == large);

    oaiwire::limits bounds;
    bounds.event = 100'000;
    a = answer_of(says("Hello") + says(large) + stops() + done, bounds);
    CHECK(a.end == "limit");
    CHECK((a.failure.code == oaiwire::errc::limit_exceeded));
    CHECK(a.text == "Hello");
}

TEST_CASE("quirk 37: ids and retry times are ignored, however large") {
    const std::string fields = "id: 7\nretry: 99999999999999999999999999\n";
    const auto a = answer_of(fields + says("Hello") + fields + stops() + fields + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 2);
}

TEST_CASE("quirk 38: field names must match exactly") {
    const auto a = answer_of(replaced(says("a"), "data: ", "Data: ") +
                             replaced(says("b"), "data: ", "data : ") +
                             replaced(says("c"), "data: ", " data: ") + hello + done);
    CHECK(a.end == "complete");
    CHECK(a.text == "Hello");
    CHECK(a.statistics.chunks == 2);
}

}  // namespace quirks_framing_tests
