#include <oaiwire/stream/stream_decoder.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <support/catch.hpp>

#include <support/outcome.hpp>

namespace stream_decoder_tests {

using namespace oaiwire;
using namespace support;
using namespace chat_stream;
using names = std::vector<std::string_view>;

namespace {

const std::string hello = says("Hel") + says("lo");

std::string content(const outcome<>& o) {
    return text(o.response);
}

// Bodies of every kind, valid or not.
const std::string zoo[] = {
    "",
    "\n\n",
    "\xEF\xBB\xBF",
    ": comment\n\n: another\r\n\r\n",
    hello + stops() + done,
    hello + stops(),
    hello,
    "\xEF\xBB\xBF" + hello + done,
    hello + "data: [DONE]",
    hello + "data: {\"choices\":[{\"ind",
    hello + "data: {\"choices\":[{\"ind\n\n" + hello,
    hello + "data: {\"error\":{\"message\":\"m\",\"code\":5}}\n\n" + done,
    hello + "event: error\ndata: overloaded\n\n" + says("x"),
    hello + "error: {\"code\":500,\"message\":\"m\"}\n\n",
    hello + done + hello + "data: x\n\n",
    "data: {}\n\ndata:\n\ndata: null\n\n" + hello + "event: ping\ndata: {\"type\":\"ping\"}\n\n",
    "data: {\"response\":\"x\"}\n\n" + hello + done,
    says("a\\ud83d") + says("\\ude00b\\ud83d") + says("x") + says("\\ud83d") + stops() + done,
    says("\\ud83d") + says("\\ud83d", 1) + done,
    says("\\ud83d") + "data: {\"error\":\"e\"}\n\n",
    "data: {\"choices\":[]}{\"choices\":[]}\ndata: [DONE]\n\n",
    "data: {\"a\":1}\ndata: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\ndata: [DONE]\ndata: "
    "[DONE]\n\n",
    "\n {\"error\":{\"message\":\"m\"}}\n",
    "[{\"error\":{\"message\":\"m\"}}]",
    "{\"choices\":[{\"message\":{\"content\":\"whole data: [DONE]\"},\"finish_reason\":\"stop\"}]}",
    "{\"choices\":[{\"message\":{\"content\":\"w\"},\"finish_reason\":\"stop\"}]}\n\n" + done,
    "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n{\"choices\":[{\"delta\":{\"content\":\"b\"}"
    ",\"finish_reason\":\"stop\"}]}\n",
    "{\"choices\":[{\"message\":",
    "<html>\r\n<body>502 Bad Gateway</body>\r\n",
    "upstream connect error or disconnect/reset before headers",
    "\n\n<html>",
    "event: x\nid: 3\n\n",
    "data\n\n",
    "data: {\"x\":\"\xFF\"}{\"choices\":[{\"delta\":{\"content\":\"\xFF\"}}]}\n\n" + done,
    "{\"error\":{\"message\":\"\xFF\"}}",
    "data: {\"response\":\"x\"}\n\n" + done,
    "data: {\"choices\":[null]}\n\ndata: {\"choices\":\"x\"}\n\n" + done,
    "data: {\"choices\":[{\"del\ndata: {\"error\":{\"message\":\"m\"}}\n\n" + done,
    "data: {\"choices\":[{\"del\n\n: x\n\nevent: error\ndata: {\"message\":\"m\"}\n\n" + done,
    "data: {\"choices\":[{\"del\n\ndata: {\"error\":{\"message\":\"m\"}}\ndata: [DONE]\n\n",
    "data: {\"choices\":[{\"del\n\n" + done + hello,
    "data: {\"choices\":[{\"del\n\ndata: {\"choices\":[{\"del",
    "[{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}, "
    "{\"choices\":[{\"delta\":{\"content\":\"\xFF\"}}]}]",
    "[{\"choices\":[{\"delta\":{\"content\":\"a\"}}]},{\"choi",
    "data: [{\"choices\":[{\"delta\":{\"content\":\"a\"}}]},[{}],{\"error\":\"e\"}]\n\n" + done,
    "{\"success\":false}",
    "data: [DONE]x\n\n",
};

}  // namespace

TEST_CASE("a half pending at the end of a list of parts becomes U+FFFD in the last text part") {
    const auto out = decode(choices(
        R"({"index":0,"delta":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b\ud83d"}]},)"
        R"("finish_reason":"stop"})"));
    CHECK(text(out.response) == "ab\xEF\xBF\xBD");
}

TEST_CASE("the result depends on the bytes, not on how they are split") {
    for (const auto& body : zoo) {
        INFO(body);
        const std::string whole = decode(body).text();
        each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
            const std::string cut = decode(pieces).text();
            if (cut != whole) CHECK(cut == whole);
        });
        CHECK_FALSE(whole.empty());
    }
}

TEST_CASE("line ends of every kind give the same chunks") {
    const std::string body = hello + stops() + done;
    const auto expected = decode(body).chunks;
    for (const std::string end : {"\r", "\r\n"}) {
        std::string other;
        for (const char c : body) {
            if (c == '\n') {
                other += end;
            } else {
                other += c;
            }
        }
        CHECK(decode(other).chunks == expected);
        CHECK(decode(byte_by_byte(other)).chunks == expected);
    }
}

TEST_CASE("all end reasons are distinguished") {
    CHECK(decode(hello + stops() + done).end == stream_end::complete);
    CHECK(decode(hello + done).end == stream_end::complete);
    CHECK(decode(hello + stops()).end == stream_end::finished);
    CHECK(decode(hello).end == stream_end::truncated);
    CHECK(decode(std::string()).end == stream_end::empty);
    CHECK(decode(hello + "data: {\"error\":\"e\"}\n\n").end == stream_end::api_error);
    CHECK(decode(hello + "data: {\n\n").end == stream_end::malformed);

    CHECK(decode(hello + done).error.code == errc::ok);
    CHECK(decode(hello).error.code == errc::truncated_stream);
    CHECK(decode(std::string()).error.code == errc::empty_response);
    CHECK(decode(hello + "data: {\n\n").error.code == errc::unexpected_end);
}

TEST_CASE(
    "a stream without a recognised payload is malformed, with an excerpt of its first event") {
    const std::string others[] = {
        R"({"response":"hi","p":"abc"})",
        R"({"type":"response.output_text.delta","delta":"Hi","output_index":0})",
        R"({"type":"content_block_delta","delta":{"type":"text_delta","text":"hi"}})",
        R"({"model":"m","message":{"role":"assistant","content":"hi"},"done":true})",
        R"({"candidates":[{"content":{"parts":[{"text":"hi"}]}}]})",
        "\"hi\"",
        "true"};
    for (const auto& other : others) {
        const std::string one = "event: x\ndata: " + other + "\n\n";
        // other protocols have token counts too, and empty events
        const std::string counts = "data: {\"usage\":{\"total_tokens\":3}}\n\ndata: {}\n\n";
        for (const auto& body : {one + one + done, one, one + counts + done, counts + one}) {
            INFO(body);
            const auto o = decode(body);
            CHECK(o.end == stream_end::malformed);
            CHECK(o.error.code == errc::unrecognised_payload);
            CHECK(o.error.message.find(other) != std::string::npos);
            CHECK(o.statistics.excerpt == other);
            CHECK(o.statistics.done_seen == body.ends_with(done));
        }
        CHECK(decode(one + hello + one + done).end == stream_end::complete);
        CHECK(decode(one + "data: {\"choices\":[{\"del").end == stream_end::malformed);
        const auto lost = decode({one}, stream_decoder<chat>(),
                                 [](auto& d) { d.fail(make_error(errc::receive_failed)); });
        CHECK(lost.end == stream_end::truncated);
    }
    limits none;
    none.excerpt = 0;
    const auto o = decode({"data: {\"response\":\"hi\"}\n\n" + done}, stream_decoder<chat>(none));
    CHECK(o.end == stream_end::malformed);
    CHECK(o.statistics.excerpt.empty());
}

TEST_CASE("a JSON body that is neither chunk nor error is malformed, with an excerpt") {
    for (const std::string body :
         {R"({"success":false,"code":1001,"msg":"key is bad","data":null})", R"({"response":"hi"})",
          R"({"status":"queued"})", "{}", "[]", "[1,2]", "[[{}]]", "[\"a\"]",
          R"([{"status":"queued"}])", R"({"choices":"LOST"})", R"({"choices":[7]})"}) {
        INFO(body);
        const auto o = decode(" " + body + "\n");
        CHECK(o.end == stream_end::malformed);
        CHECK(o.error.message.find(body[0] == '[' && body[1] == '{' ? "queued" : body) !=
              std::string::npos);
        CHECK(o.chunks.empty());
    }
}

TEST_CASE("a list of chunks is read as chunks, as a body or an event, also if incomplete") {
    const auto chunk = [](std::string_view text, std::string_view more = "") {
        return "{\"choices\":[{\"delta\":{\"content\":\"" + std::string(text) + "\"}" +
               std::string(more) + "}]}";
    };
    const std::string stop = ",\"finish_reason\":\"stop\"";
    const std::string list = "[" + chunk("He") + " ,\n" + chunk("llo", stop) + "]";
    const auto body = decode(list + "\n");
    CHECK(content(body) == "Hello");
    CHECK(body.chunks.size() == 2);
    CHECK(body.end == stream_end::finished);
    std::string lines = list;
    lines.replace(lines.find('\n'), 1, "\ndata: ");
    const auto event = decode("data: " + lines + "\n\n" + done);
    CHECK(content(event) == "Hello");
    CHECK(event.end == stream_end::complete);
    CHECK(decode(list + "\ndata: [DONE]").end == stream_end::complete);

    const auto repaired =
        decode("[" + chunk("a") + "," + chunk("\xFF") + "," + chunk("\n", stop) + "]");
    CHECK(content(repaired) == "a\xEF\xBF\xBD\n");
    CHECK(repaired.end == stream_end::finished);
    const auto error =
        decode("[" + chunk("a") + R"(,{"error":{"message":"m"}},)" + chunk("b") + "]");
    CHECK(content(error) == "a");
    CHECK(error.end == stream_end::api_error);
    CHECK(error.error.message == "m");

    for (std::size_t n = 1; n != list.size(); ++n) {
        const auto cut = decode(list.substr(0, n));
        const bool whole = n + 1 == list.size();
        CHECK(content(cut) == (whole ? "Hello" : n > chunk("He").size() ? "He" : ""));
        CHECK(cut.end == (whole ? stream_end::finished : stream_end::truncated));
    }
    CHECK(decode("[" + chunk("a", stop) + ",[" + chunk("b") + "]]").end == stream_end::malformed);
    CHECK(decode("data: [" + chunk("a") + ",{\"choi\n\n").end == stream_end::malformed);
    CHECK(decode("data: [" + chunk("a") + "\n\n" + done).end == stream_end::malformed);
}

TEST_CASE("choices that are not a list are an error that contains the chunk") {
    for (const std::string lost : {"\"LOST\"", "5", "true", "false", "\"\"", "[5]", "[\"LOST\"]"}) {
        for (const std::string more :
             {"", ",\"usage\":{\"total_tokens\":3}", ",\"object\":\"chat.completion.chunk\""}) {
            const std::string chunk = "{\"choices\":" + lost + more + "}";
            for (const auto mode : {json::strict, json::tolerant}) {
                const auto o = decode({hello + "data: " + chunk + "\n\n" + stops() + done},
                                      stream_decoder<chat>(limits{}, mode));
                INFO(chunk);
                CHECK(o.end == stream_end::malformed);
                CHECK(o.error.code == errc::type_mismatch);
                CHECK(o.error.message.find(chunk) != std::string::npos);
                CHECK(o.statistics.excerpt == chunk);
                CHECK(content(o) == "Hello");
            }
        }
    }
    // null in the list is skipped
    const auto o = decode(hello + "data: {\"choices\":[null]}\n\n" + done);
    CHECK(o.end == stream_end::complete);
    CHECK(o.skipped() == names{"ignorable"});
}

TEST_CASE("an unreadable payload is in the error") {
    const std::string text = "'async for' requires an object with __aiter__ method";
    const auto o = decode("data: " + text + "\n\n" + done);
    CHECK(o.end == stream_end::malformed);
    CHECK(o.error.message.find(text) != std::string::npos);
    CHECK(o.statistics.excerpt == text);
    const auto long_one = decode("data: " + std::string(5000, 'x') + "\n\n");
    CHECK(long_one.statistics.excerpt.size() == 512);
    CHECK(long_one.error.message.size() < 600);
}

TEST_CASE("an error after an incomplete event is the error, attached to it or in the next event") {
    const std::string error = R"({"type":"error","error":{"type":"t","message":"upstream broke"}})";
    for (const std::string cut : {R"({"choices":[{"delta":{"content":"tex)", R"({"choices":[{"del)",
                                  R"({"choices":[{"index":)", R"({"choices":[)", "{"}) {
        for (const std::string between :
             {"\ndata: ", "data: ", "\nevent: error\ndata: ", "",
              "\n\ndata: ", "\r\n\r\ndata:", "\n\n: ping\n\nevent: error\ndata: "}) {
            for (const char* after : {"\n\n", "\n\ndata: [DONE]\n\n", "\ndata: [DONE]\n\n", ""}) {
                const std::string body = hello + "data: " + cut + between + error + after;
                INFO(body);
                const auto o = decode(body);
                CHECK(o.end == stream_end::api_error);
                CHECK(o.error.message == "upstream broke");
                CHECK(o.error.api.type == "t");
                CHECK(content(o) == "Hello");
            }
        }
        // without another explanation
        for (const auto& next : {std::string(), hello, done, std::string("data: x\n\n"),
                                 std::string("data: {}\n\n"), std::string("data:\n\n")}) {
            const auto o = decode(hello + "data: " + cut + "\n\n" + next + next);
            INFO(next);
            CHECK(o.end == stream_end::malformed);
            CHECK(o.error.code == errc::unexpected_end);
            CHECK(o.statistics.event_offset == hello.size());
            CHECK(content(o) == "Hello");
        }
        const auto failed = decode({"data: " + cut + "\n\n"}, stream_decoder<chat>(),
                                   [](auto& d) { d.fail(make_error(errc::receive_failed)); });
        CHECK(failed.end == stream_end::malformed);
        const auto strict = decode({"data: " + cut + "\n\ndata: " + error + "\n\n"},
                                   stream_decoder<chat>(limits{}, json::strict));
        CHECK(strict.end == stream_end::malformed);
    }
    const auto body = decode(R"({"id":"c","choices":[{"mess)" + ("\n\ndata: " + error) + "\n\n");
    CHECK(body.end == stream_end::api_error);
    CHECK(body.error.message == "upstream broke");
    CHECK(decode("data: {\"a\n\nerror: {\"message\":\"m\"}\n\n").end == stream_end::api_error);
}

TEST_CASE("`finished` requires that all choices have finished") {
    CHECK(decode(says("a", 0) + says("b", 1) + stops(0)).end == stream_end::truncated);
    CHECK(decode(says("a", 0) + says("b", 1) + stops(0) + stops(1)).end == stream_end::finished);
    CHECK(decode(choices("{\"index\":0,\"delta\":{},\"finish_reason\":\"\"}")).end ==
          stream_end::truncated);
}

TEST_CASE("each of the three statistics is counted") {
    const auto o = decode(hello + stops());
    CHECK_FALSE(o.statistics.done_seen);
    CHECK(o.statistics.all_finished);
    CHECK(o.statistics.transport_clean);
    CHECK(o.statistics.chunks == 3);

    const auto d = decode(hello + done);
    CHECK(d.statistics.done_seen);
    CHECK_FALSE(d.statistics.all_finished);
}

TEST_CASE("quirk 18: [DONE] in all its forms ends the stream") {
    for (const char* text :
         {"data:[DONE]\n\n", "data: [DONE] \n\n", "data:  [DONE]\n\n", "data: [DONE]\r\n\r\n",
          "data: \"[DONE]\"\n\n", "event: done\ndata: [DONE]\n\n", "data: [DONE]", "data: [DONE]\n",
          "data: data: [DONE]\n\n", "data: [DONE]\ndata: [DONE]\n\n"}) {
        INFO(text);
        const auto o = decode(hello + text);
        CHECK(o.end == stream_end::complete);
        CHECK(o.chunks.size() == 2);
        CHECK(o.statistics.skipped_count == 0);
    }
}

TEST_CASE("quirk 18: text that only starts or ends with [DONE] is not [DONE]") {
    for (const char* text : {"[DONE]x", "[DONE] x", "[DONE]]", "[DONE],", "x[DONE]", "[DONE",
                             "[done]", "\"[DONE]\"x", "[\"DONE\"]"}) {
        INFO(text);
        const auto o = decode(hello + "data: " + text + "\n\n" + says("!"));
        CHECK_FALSE(o.statistics.done_seen);
        CHECK(o.end != stream_end::complete);
    }
}

TEST_CASE("quirk 19: [DONE] and data: inside a payload are text") {
    const auto o = decode(says("Keep [DONE] and data: [DONE] here") + done);
    CHECK(o.end == stream_end::complete);
    CHECK(content(o) == "Keep [DONE] and data: [DONE] here");
}

TEST_CASE("nothing is delivered after the end, and statistics count what was") {
    for (const std::string& end :
         {done, std::string("data: {\"error\":\"e\"}\n\n"), std::string("data: {\n\n")}) {
        INFO(end);
        const auto o = decode(hello + end + hello + "data: garbage\n\n" + done);
        CHECK(o.chunks.size() == 2);
        CHECK(o.statistics.chunks == 2);
        const auto skipped = o.skipped();
        CHECK(std::count(skipped.begin(), skipped.end(), "after_end") == 4);
    }
}

TEST_CASE("everything before an error is delivered") {
    const std::string text = hello + says("x", 1);
    for (const std::string& end :
         {std::string("data: {\"error\":{\"message\":\"m\"}}\n\n"),
          std::string("event: error\ndata: m\n\n"), std::string("error: {\"message\":\"m\"}\n\n"),
          std::string("data: {\"choices\":[{\"index\":0,\"error\":{\"message\":\"m\"}}]}\n\n")}) {
        INFO(end);
        const auto o = decode(text + end);
        CHECK(o.end == stream_end::api_error);
        CHECK(o.error.code == errc::api_error);
        CHECK(o.error.message == "m");
        CHECK(o.error.offset == text.size());
        CHECK(o.chunks.size() == 3);
        CHECK(content(o) == "Hello");
    }
}

TEST_CASE("quirk 23: an error has priority over a following [DONE]") {
    CHECK(decode("data: {\"error\":{\"message\":\"m\"}}\n\n" + done).end == stream_end::api_error);
}

TEST_CASE("an error within a stream keeps type, code, param and its payload") {
    const auto o = decode(
        hello +
        R"(data: {"error":{"message":"m","type":"t","code":429,"param":"p","metadata":{"a":1}}})"
        "\n\n");
    CHECK(o.error.api.type == "t");
    CHECK(o.error.api.code == "429");
    CHECK(o.error.api.param == "p");
    CHECK(json_view(o.error.api.body)["error"]["metadata"].text() == "{\"a\":1}");
}

TEST_CASE("quirks 14, 15: several JSON texts in one event are read one by one") {
    const auto c = [](const char* t) {
        return "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + std::string(t) + "\"}}]}";
    };
    for (const char* between : {"", " ", "\ndata: ", "\ndata: data: "}) {
        const auto o =
            decode("data: " + c("a") + between + c("b") + between + c("c") + "\ndata: [DONE]\n\n");
        CHECK(content(o) == "abc");
        CHECK(o.chunks.size() == 3);
        CHECK(o.end == stream_end::complete);
    }
    const auto o =
        decode("data: " + c("a") + "\ndata: {\"error\":\"e\"}\ndata: " + c("b") + "\n\n");
    CHECK(content(o) == "a");
    CHECK(o.end == stream_end::api_error);
    const auto bad = decode("data: " + c("a") + "\ndata: {\"x\n\n" + says("b"));
    CHECK(content(bad) == "a");
    CHECK(bad.end == stream_end::malformed);
}

TEST_CASE("quirk 31: several JSON texts with invalid UTF-8 among them are read one by one") {
    const std::string c = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\xFF\"}}]}";
    const auto o = decode("data: " + c + c + "\ndata: " + c + "\n\n" + done);
    CHECK(content(o) ==
          "a\xEF\xBF\xBD"
          "a\xEF\xBF\xBD"
          "a\xEF\xBF\xBD");
    CHECK(o.end == stream_end::complete);
}

TEST_CASE("a payload that is being split survives the next feed") {
    const std::string c = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}";
    stream_decoder<chat> decoder;
    {
        const std::string lent = "data: " + c + c + c + "\n\n";
        decoder.feed(lent);
        REQUIRE(decoder.next());
    }
    const std::string more = done;
    decoder.feed(more);
    CHECK(decoder.next());
    CHECK(decoder.next());
    CHECK_FALSE(decoder.next());
    CHECK(decoder.end_reason() == stream_end::complete);
}

TEST_CASE("quirk 12: a payload in several data lines is one") {
    const auto o = decode(
        "data: {\"choices\":[\ndata:  {\"index\":0,\ndata: \"delta\":{\"content\":"
        "\"a\"}}]}\n\n" +
        done);
    CHECK(content(o) == "a");
}

TEST_CASE("quirk 34: U+2028, U+2029 and U+0085 do not end a line") {
    const auto o = decode(says("a\xE2\x80\xA8"
                               "b\xE2\x80\xA9"
                               "c\xC2\x85"
                               "d") +
                          done);
    CHECK(content(o) ==
          "a\xE2\x80\xA8"
          "b\xE2\x80\xA9"
          "c\xC2\x85"
          "d");
}

TEST_CASE("quirk 8: chunks may have any event name except `error`") {
    const auto o = decode("event: chat.completion.chunk\nid: 1\nretry: 5\n" + says("a") +
                          "event: ping\n" + says("b") + done);
    CHECK(content(o) == "ab");
    CHECK(decode("event: error\n" + says("b")).end == stream_end::api_error);
}

TEST_CASE("quirks 2, 3, 4: comments, blank lines and events without data are ignored") {
    const auto o = decode(": x\n\n\n\nretry: 3000\n\nevent: ping\n\n" + says("a") + ":\n\n" + done);
    CHECK(o.end == stream_end::complete);
    CHECK(o.chunks.size() == 1);
    CHECK(o.statistics.skipped_count == 0);
    CHECK(decode(": x\n\n: y\n\n").end == stream_end::empty);
    CHECK(decode("retry: 3000\n\n").end == stream_end::empty);

    std::string many;  // longer than the stored start
    for (int i = 0; i != 200; ++i) many += "event: ping\n\n";
    CHECK(decode(many).end == stream_end::empty);
    CHECK(decode(": " + std::string(2000, 'x') + "\n\n").end == stream_end::empty);
}

TEST_CASE("pings and empty payloads are skipped and reported") {
    const auto o = decode("data: null\n\ndata:\n\ndata: {}\n\n" + hello +
                          "data: {\"type\":\"ping\"}\n\n" + done);
    CHECK(o.skipped() == names(4, "ignorable"));
    CHECK(content(o) == "Hello");
}

TEST_CASE("quirk 46: payloads of another protocol are reported with a limited excerpt") {
    limits bounds;
    bounds.excerpt = 12;
    const auto o = decode({"data: {\"response\":\"hi there\"}\n\n" + hello + done},
                          stream_decoder<chat>(bounds));
    CHECK(o.skipped() == names{"unrecognised"});
    CHECK(o.statistics.excerpt == "{\"response\":");
    CHECK(content(o) == "Hello");
    CHECK(o.end == stream_end::complete);
}

TEST_CASE("the list of skipped payloads is limited, their count is not") {
    std::string body;
    for (int i = 0; i != 100; ++i) body += "data: {}\n\n";
    const auto o = decode(body + done);
    CHECK(o.statistics.skipped.size() == 64);
    CHECK(o.statistics.skipped_count == 100);
}

TEST_CASE("quirk 24: a JSON body instead of a stream is read as what it is") {
    const auto e = decode(std::string("\n {\"code\":\"c\",\"error\":\"e\"}\n"));
    CHECK(e.end == stream_end::api_error);
    CHECK(e.error.message == "e");
    CHECK(e.error.api.code == "c");

    const std::string whole =
        R"({"id":"r","choices":[{"index":0,"message":{"role":"assistant","content":"a data: [DONE] b"},)"
        R"("finish_reason":"stop"}],"usage":{"total_tokens":3}})";
    const auto r = decode(whole);
    CHECK(r.end == stream_end::finished);
    CHECK(content(r) == "a data: [DONE] b");
    CHECK(r.response.usage->total_tokens == 3);
    CHECK(r.response.choices[0].finish_reason == "stop");

    const auto cut = decode(whole.substr(0, whole.size() - 3));
    CHECK(cut.end == stream_end::truncated);
    CHECK(cut.chunks.empty());
    CHECK(decode(std::string("{\"choices\":nul}")).end == stream_end::malformed);
    CHECK(decode(std::string("{\"choices\":[7]}")).end == stream_end::malformed);
}

TEST_CASE("quirk 25: [DONE] may follow a JSON body") {
    for (const char* trailer : {"\n\ndata: [DONE]\n\n", "data:[DONE]", "\n[DONE]"}) {
        const auto o = decode("{\"choices\":[{\"message\":{\"content\":\"data: [DONE]\"}}]}" +
                              std::string(trailer));
        CHECK(content(o) == "data: [DONE]");
        CHECK(o.end == stream_end::complete);
    }
}

TEST_CASE("quirk 27: NDJSON is read line by line") {
    const auto o =
        decode(std::string("{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}\n"
                           "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"b\"},\"finish_"
                           "reason\":\"stop\"}]}\n"));
    CHECK(content(o) == "ab");
    CHECK(o.end == stream_end::finished);
    const auto native =
        decode(std::string("{\"message\":{\"content\":\"a\"},\"done\":false}\n"
                           "{\"message\":{\"content\":\"b\"},\"done\":true}\n"));
    CHECK(native.skipped() == names(2, "unrecognised"));
    CHECK(native.end == stream_end::malformed);
}

TEST_CASE("many JSON texts in one payload take linear time") {
    const std::string c = "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}]}";
    for (const std::string& first : {c, std::string("{\"choices\":[],\"x\":\"\xFF\"}")}) {
        std::string body = first;
        for (int i = 0; i != 20000; ++i) body += c;  // takes minutes if quadratic
        CHECK(decode(body).statistics.chunks >= 20000);
        CHECK(decode("data: " + body.substr(0, 1'000'000) + "\n\n").statistics.chunks >= 19000);
    }
}

TEST_CASE("quirk 28: HTML and plain text are an error with an excerpt, not an empty response") {
    for (const char* body : {"<html>\r\n<head>502 Bad Gateway</head>\r\n", "error code: 1015",
                             "upstream connect error", "  \n<html>502"}) {
        const auto o = decode(std::string(body));
        CHECK(o.end == stream_end::malformed);
        CHECK(o.error.code == errc::unrecognised_payload);
        CHECK_FALSE(o.statistics.excerpt.empty());
        CHECK(o.error.message.find(o.statistics.excerpt) != std::string::npos);
    }
    CHECK(decode("<p>" + std::string(5000, 'x')).statistics.excerpt.size() == 512);
}

TEST_CASE("quirk 21: the last event may lack its blank line, or be incomplete") {
    const auto whole = decode(hello +
                              "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"!\"}"
                              ",\"finish_reason\":\"stop\"}]}");
    CHECK(content(whole) == "Hello!");
    CHECK(whole.end == stream_end::finished);

    const std::string body = hello + stops() + done;
    for (std::size_t n = 0; n != body.size() - 3; ++n) {
        const auto o = decode(body.substr(0, n));
        const bool beginning = o.end == stream_end::truncated || o.end == stream_end::empty ||
                               o.end == stream_end::finished;
        if (!beginning || std::string("Hello").find(content(o)) != 0) {
            INFO(n);
            CHECK(name(o.end) == "truncated");
            CHECK(content(o) == "a prefix of Hello");
        }
    }
    CHECK(decode(hello + "data: {\"choices\":[{\"ind").skipped() == names{"invalid"});
}

TEST_CASE("quirk 47: a whole message at the end of a stream is not duplicated") {
    const std::string last = R"(data: {"object":"chat.completion","choices":[{"index":0,)"
                             R"("message":{"content":"Hello"},"finish_reason":"stop"}],)"
                             R"("usage":{"total_tokens":9}})"
                             "\n\n";
    const auto o = decode(delta("\"role\":\"assistant\",\"content\":\"\"") + hello + last);
    CHECK(content(o) == "Hello");
    CHECK(o.end == stream_end::finished);
    CHECK(o.response.usage->total_tokens == 9);
    const auto alone = decode(delta("\"role\":\"assistant\",\"content\":\"\"") + last);
    CHECK(content(alone) == "Hello");
}

TEST_CASE(
    "quirk 32: halves of a surrogate pair are joined across deltas, for each choice and member") {
    const auto o = decode(says("a\\ud83d", 0) + says("\\ud83d", 1) +
                          delta("\"reasoning\":\"\\ud83d\"", 0) + says("\\ude00b", 0) +
                          says("\\ude01", 1) + delta("\"reasoning\":\"\\ude02\"", 0) + done);
    REQUIRE(o.response.choices.size() == 2);
    CHECK(text(*o.response.choices[0].message->content) ==
          "a\xF0\x9F\x98\x80"
          "b");
    CHECK(text(*o.response.choices[1].message->content) == "\xF0\x9F\x98\x81");
    CHECK(o.response.choices[0].message->reasoning == "\xF0\x9F\x98\x82");
    CHECK(o.statistics.chunks == 6);
}

TEST_CASE("quirk 32: halves are joined in tool arguments too") {
    const auto call = [](const char* arguments, int index) {
        return delta("\"tool_calls\":[{\"index\":" + std::to_string(index) +
                     ",\"function\":{\"name\":\"f" + std::to_string(index) + "\",\"arguments\":\"" +
                     arguments + "\"}}]");
    };
    const auto o = decode(call("\\ud83d", 0) + call("\\ud83d", 1) + call("\\ude00", 0) +
                          call("\\ude01", 1) + done);
    const auto& calls = *o.response.choices[0].message->tool_calls;
    REQUIRE(calls.size() == 2);
    CHECK(calls[0].function->arguments == "\xF0\x9F\x98\x80");
    CHECK(calls[1].function->arguments == "\xF0\x9F\x98\x81");
}

TEST_CASE("quirk 32: an unpaired half becomes U+FFFD at every kind of end") {
    for (const std::string& end :
         {done, std::string(), stops(), std::string("data: {\"error\":\"e\"}\n\n"),
          std::string("data: {\n\n"), std::string("event: error\ndata: x\n\n")}) {
        INFO(end);
        const auto o = decode(says("a\\ud83d", 0) + end);
        CHECK(content(o) == "a\xEF\xBF\xBD");
    }
    const auto o = decode(says("\\ud83d", 7) + says("x", 3) + done);
    REQUIRE(o.response.choices.size() == 2);
    CHECK(text(*o.response.choices[1].message->content) == "\xEF\xBF\xBD");
}

TEST_CASE("halves that cannot be joined are never delivered") {
    const auto o = decode(
        R"(data: {"id":"\ud83d","choices":[{"index":0,"delta":{"role":"\ude00","content":"\ud83d"}}]})"
        "\n\n" +
        says("\\ude00") + done);
    for (const auto& chunk : o.chunks) CHECK(find_invalid_utf8(chunk) == std::string::npos);
    CHECK(o.response.id == "\xEF\xBF\xBD");
    CHECK(content(o) == "\xF0\x9F\x98\x80");
}

TEST_CASE("strict mode accepts one JSON text per event, and [DONE] without quotes") {
    const auto strict = [](const std::string& body) {
        return decode({body}, stream_decoder<chat>(limits{}, json::strict));
    };
    const std::string chunk = "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}";
    CHECK(strict("data: " + chunk + "\n\n" + done).end == stream_end::complete);
    CHECK(strict("data:  " + chunk + " \n\ndata:  [DONE] \n\n").end == stream_end::complete);
    const std::vector<std::string> bodies = {
        "data: " + chunk + chunk + "\n\n", "data: " + chunk + "\ndata: [DONE]\n\n",
        "data: data: " + chunk + "\n\n",   "data: \xEF\xBB\xBF" + chunk + "\n\n",
        "data: [" + chunk + "]\n\n",       chunk + "\n" + chunk,
        "data: [DONE]\ndata: [DONE]\n\n",  "data: [DONE]x\n\n"};
    for (const auto& body : bodies) {
        INFO(body);
        const auto o = strict(body + done);
        CHECK(o.end == stream_end::malformed);
        CHECK(o.chunks.empty());
    }
    CHECK(strict(hello + "data: \"[DONE]\"\n\n").end == stream_end::truncated);
    CHECK(strict(hello + "data: data: [DONE]\n\n").end == stream_end::malformed);
}

TEST_CASE("strict mode rejects what tolerant mode repairs") {
    const std::string body = "data: {\"created\":1.5,\"choices\":[{\"delta\":{}}]}\n\n" + done;
    CHECK(decode(body).end == stream_end::complete);
    const auto o = decode({body}, stream_decoder<chat>(limits{}, json::strict));
    CHECK(o.end == stream_end::malformed);
    CHECK(o.error.path == "created");
    CHECK(decode({says("\\ud83d")}, stream_decoder<chat>(limits{}, json::strict)).end ==
          stream_end::malformed);
}

TEST_CASE("a transport failure truncates the stream unless [DONE] preceded it") {
    const auto failed = [](const std::string& body, error why) {
        return decode({body}, stream_decoder<chat>(), [&](auto& d) { d.fail(why); });
    };
    const error broken = make_error(errc::receive_failed, "reset by peer");
    for (const std::string& body : {std::string(), hello, hello + stops(), std::string("{\"cho"),
                                    std::string("{\"choices\":[{]"), hello + "data: {\"x"}) {
        INFO(body);
        const auto o = failed(body, broken);
        CHECK(o.end == stream_end::truncated);
        CHECK(o.error == broken);
        CHECK_FALSE(o.statistics.transport_clean);
    }
    CHECK(content(failed(hello, broken)) == "Hello");
    CHECK(failed(hello + done, broken).end == stream_end::complete);
    CHECK(failed("{\"error\":\"e\"}", broken).end == stream_end::api_error);

    const auto cancelled = failed(hello, make_error(errc::cancelled));
    CHECK(cancelled.end == stream_end::cancelled);
    CHECK(cancelled.error.code == errc::cancelled);
    CHECK(failed(hello + stops(), error{}).end == stream_end::truncated);
}

TEST_CASE("the first of finish() and fail() counts") {
    const auto both = decode({hello + stops()}, stream_decoder<chat>(), [](auto& d) {
        d.finish();
        d.fail(make_error(errc::receive_failed));
    });
    CHECK(both.end == stream_end::finished);
    const auto other = decode({hello + stops()}, stream_decoder<chat>(), [](auto& d) {
        d.fail(make_error(errc::receive_failed));
        d.finish();
    });
    CHECK(other.end == stream_end::truncated);
    CHECK_FALSE(other.statistics.transport_clean);
}

TEST_CASE("cancel() ends at once and drops pending chunks") {
    stream_decoder<chat> decoder;
    decoder.feed(hello);
    REQUIRE(decoder.next());
    decoder.cancel();
    CHECK(decoder.ended());
    CHECK(decoder.end_reason() == stream_end::cancelled);
    CHECK_FALSE(decoder.ok());
    CHECK_FALSE(decoder.next());
    decoder.feed(hello);
    CHECK_FALSE(decoder.next());
    decoder.finish();
    CHECK_FALSE(decoder.next());
    CHECK(decoder.end_reason() == stream_end::cancelled);
}

TEST_CASE("cancel() does not change an end") {
    stream_decoder<chat> decoder;
    decoder.feed(done);
    CHECK_FALSE(decoder.next());
    decoder.cancel();
    CHECK(decoder.end_reason() == stream_end::complete);
    CHECK(decoder.ok());
}

TEST_CASE("bytes after finish() are ignored") {
    stream_decoder<chat> decoder;
    decoder.feed(hello);
    decoder.finish();
    decoder.feed(hello + done);
    int chunks = 0;
    while (decoder.next()) ++chunks;
    CHECK(chunks == 2);
    CHECK(decoder.end_reason() == stream_end::truncated);
    decoder.feed(done);
    CHECK_FALSE(decoder.next());
    CHECK(decoder.end_reason() == stream_end::truncated);
}

TEST_CASE("a stream is open while input may follow") {
    stream_decoder<chat> decoder;
    CHECK_FALSE(decoder.next());
    CHECK(decoder.end_reason() == stream_end::open);
    CHECK(decoder.error().code == errc::ok);
    decoder.feed("data: {\"choices\":[");
    CHECK_FALSE(decoder.next());
    CHECK_FALSE(decoder.ended());
    CHECK_FALSE(decoder.ok());
}

TEST_CASE("an event that is too large is a limit, at the same offset for every split") {
    limits bounds;
    bounds.event = 200;
    const std::string body = hello + says(std::string(300, 'x')) + done;
    const auto run = [&](const std::vector<std::string>& pieces) {
        return decode(pieces, stream_decoder<chat>(bounds));
    };
    const auto whole = run({body});
    CHECK(whole.end == stream_end::limit);
    CHECK(whole.error.code == errc::limit_exceeded);
    CHECK(whole.chunks.size() == 2);
    each_cutting(body, 20, [&](const auto& pieces) {
        const auto cut = run(pieces).text();
        if (cut != whole.text()) CHECK(cut == whole.text());
    });
}

TEST_CASE("too many choices are a limit") {
    limits bounds;
    bounds.choices = 3;
    std::string body;
    for (int i = 0; i != 5; ++i) body += says("a", 1000000 * i);
    const auto o = decode({body}, stream_decoder<chat>(bounds));
    CHECK(o.end == stream_end::limit);
    CHECK(o.error.code == errc::limit_exceeded);
    CHECK(o.chunks.size() == 3);
}

TEST_CASE("a JSON body that is too large is a limit") {
    limits bounds;
    bounds.body = 100;
    const std::string body = "{\"x\":\"" + std::string(200, 'x') + "\"}";
    const auto whole = decode({body}, stream_decoder<chat>(bounds));
    CHECK(whole.end == stream_end::limit);
    CHECK(decode(byte_by_byte(body), stream_decoder<chat>(bounds)).text() == whole.text());
    CHECK(decode({"{}" + std::string(98, ' ')}, stream_decoder<chat>(bounds)).end ==
          stream_end::malformed);
}

TEST_CASE("deep nesting in unknown members is malformed, not a crash") {
    const std::string deep = std::string(5000, '[') + std::string(5000, ']');
    CHECK(decode(delta("\"x\":" + deep)).end == stream_end::malformed);
    CHECK(decode("data: " + deep + "\n\n" + done).end == stream_end::malformed);
    CHECK(decode(deep).end == stream_end::malformed);
}

TEST_CASE("a moved-from decoder can be destroyed and assigned to, and the new one continues") {
    const std::string c = "{\"choices\":[{\"delta\":{\"content\":\"a\"}}]}";
    for (const std::string& body : {hello + hello + done, "data: " + c + c + c + "\n\n" + done,
                                    says("\\ud83d") + says("\\ude00") + done}) {
        const auto expected = decode(body).chunks;
        for (std::size_t at = 0; at <= body.size(); ++at) {
            std::vector<std::string> chunks;
            stream_decoder<chat> decoder;
            const auto take = [&] {
                for (;;) {
                    stream_decoder<chat> other = std::move(decoder);
                    decoder = stream_decoder<chat>();
                    decoder = std::move(other);
                    const chat* chunk = decoder.next();
                    if (!chunk) break;
                    chunks.push_back(json::write(*chunk).value());
                }
            };
            const auto pieces = in_two(body, at);
            decoder.feed(pieces[0]);
            take();
            decoder.feed(pieces[1]);
            take();
            if (chunks != expected) CHECK(chunks == expected);
            CHECK(decoder.end_reason() == stream_end::complete);
        }
    }
}

TEST_CASE("the payload of a chunk is its JSON text verbatim") {
    stream_decoder<chat> decoder;
    decoder.feed("data:  {\"choices\": [{\"delta\":{}}] , \"x\":1} \n\n");
    REQUIRE(decoder.next());
    CHECK(decoder.payload() == "{\"choices\": [{\"delta\":{}}] , \"x\":1}");
    decoder.feed("data: {\"choices\":[{}]}{\"choices\":[{\"index\":1}]}\n\n");
    REQUIRE(decoder.next());
    CHECK(decoder.payload() == "{\"choices\":[{}]}");
    REQUIRE(decoder.next());
    CHECK(decoder.payload() == "{\"choices\":[{\"index\":1}]}");
}

TEST_CASE("text completions stream too") {
    const std::string body =
        "data: {\"choices\":[{\"index\":0,\"text\":\"a\\ud83d\"}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"text\":\"\\ude00\",\"finish_reason\":\"length\"}]}\n\n"
        "data: {\"choices\":[],\"usage\":{\"total_tokens\":3}}\n\n" +
        done;
    const auto o = decode<Completion>(body);
    CHECK(o.end == stream_end::complete);
    CHECK(text(o.response) == "a\xF0\x9F\x98\x80");
    CHECK(o.response.usage->total_tokens == 3);
    each_cutting(body, 20, [&](const auto& pieces) {
        const auto cut = decode<Completion>(pieces).text();
        if (cut != o.text()) CHECK(cut == o.text());
    });
}

TEST_CASE("random bytes do no harm and give the same result for every split") {
    std::mt19937 random(77);
    const std::string words[] = {"data:",
                                 "data: ",
                                 "\n",
                                 "\n\n",
                                 "\r",
                                 "{",
                                 "}",
                                 "[",
                                 "]",
                                 "\"",
                                 ":",
                                 "[DONE]",
                                 "null",
                                 "error",
                                 "\\ud83d",
                                 "\\ude00",
                                 "event",
                                 " ",
                                 "choices",
                                 ",",
                                 hello,
                                 says("\\ud83d"),
                                 "{\"error\":\"e\"}",
                                 "\xFF",
                                 stops()};
    for (int round = 0; round != 1500; ++round) {
        std::string body;
        for (std::size_t n = random() % 12; n != 0; --n) {
            body += words[random() % std::size(words)];
        }
        const std::string whole = decode(body).text();
        for (const auto& pieces : {byte_by_byte(body), at_random(body, random)}) {
            const std::string cut = decode(pieces).text();
            if (cut != whole) {
                INFO(body);
                CHECK(cut == whole);
            }
        }
        CHECK(decode(body).end != stream_end::open);
    }
}

TEST_CASE("an error has the offset of its event in addition to the position in its text") {
    const std::string before = ": x\n\ndata: {\"choices\":[{\"index\":0}]}\n\n";
    for (const std::string bad : {"{\"choices\":[}", "{\"error\":{\"message\":\"m\"}}"}) {
        stream_decoder<ChatCompletionChunk> d;
        const std::string body = before + "data: " + bad + "\n\ndata: [DONE]\n\n";
        d.feed(body);
        while (d.next()) {
        }
        CHECK(d.ended());
        CHECK(d.statistics().event_offset == before.size());
    }
}

TEST_CASE("a comment after blanks is not taken for the event of an error, for every split") {
    const std::string body = " : ping\n\n : ping\n{\"choices\":x}";
    for (std::size_t at = 0; at <= body.size(); ++at) {
        stream_decoder<ChatCompletionChunk> decoder;
        for (const auto& piece : support::in_two(body, at)) {
            decoder.feed(piece);
            while (decoder.next()) {
            }
        }
        decoder.finish();
        while (decoder.next()) {
        }
        CHECK(decoder.end_reason() == stream_end::malformed);
        CHECK(decoder.statistics().event_offset == 0);
    }
}

TEST_CASE("lines before a JSON body are subject to the limits, for every split") {
    const std::string body = " : a comment that is long\n{\"choices\":x}";
    limits bounds;
    bounds.line = 8;
    for (std::size_t at = 0; at <= body.size(); ++at) {
        stream_decoder<ChatCompletionChunk> decoder(bounds);
        for (const auto& piece : support::in_two(body, at)) {
            decoder.feed(piece);
            while (decoder.next()) {
            }
        }
        decoder.finish();
        while (decoder.next()) {
        }
        CHECK(decoder.end_reason() == stream_end::limit);
        CHECK(decoder.error().offset == 8);
    }
}

}  // namespace stream_decoder_tests
