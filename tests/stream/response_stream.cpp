// Streams of the Responses API from their bytes: events, end reason and response are the same for
// every split.
#include <cstddef>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>

namespace response_stream_tests {

using namespace oaiwire;
using document = nlohmann::json;

namespace {

struct outcome {
    std::vector<std::string> events{};
    stream_end end{};
    error failure{};
    stream_statistics statistics{};
    Response response{};
    bool added = true;  // all events
    friend bool operator==(const outcome& a, const outcome& b) {
        return a.events == b.events && a.end == b.end &&
               to_string(a.failure) == to_string(b.failure) && a.statistics == b.statistics &&
               a.response == b.response;
    }
};

outcome decoded(const std::vector<std::string_view>& pieces) {
    outcome out;
    stream_decoder<ResponseStreamEvent> decoder;
    accumulator<ResponseStreamEvent> whole;
    const auto take = [&] {
        while (const auto* event = decoder.next()) {
            out.events.push_back(json::write(*event).value_or("?"));
            out.added = out.added && whole.add(*event) == errc::ok;
        }
    };
    for (const auto piece : pieces) {
        decoder.feed(piece);
        take();
    }
    decoder.finish();
    take();
    out.end = decoder.end_reason();
    out.failure = decoder.error();
    out.statistics = decoder.statistics();
    out.response = whole.take();
    return out;
}

std::string bytes_of(const document& c, bool named) {
    std::string out;
    for (const auto& e : c["events"]) {
        if (named) out += "event: " + e["type"].get<std::string>() + "\n";
        out += "data: " + e.dump() + "\n\n";
    }
    if (c.value("done", false)) out += "data: [DONE]\n\n";
    return out;
}

std::vector<document> streams() {
    std::vector<document> out;
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/response_streams.jsonl");
    for (std::string line; std::getline(file, line);) out.push_back(document::parse(line));
    return out;
}

outcome whole(std::string_view bytes) {
    return decoded({bytes});
}
std::string text_delta(const std::string& json) {
    return R"(data: {"type":"response.output_text.delta","output_index":0,"content_index":0,"delta":")" +
           json + "\"}\n\n";
}
const std::string completed =
    "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n";

}  // namespace

TEST_CASE("recorded streams end with their status and with all events") {
    for (const auto& c : streams()) {
        INFO(c["name"].get<std::string>());
        const std::string end = c.value("end", "complete");
        for (const bool named : {true, false}) {
            const outcome o = whole(bytes_of(c, named));
            CHECK(name(o.end) == end);
            CHECK(o.added);
            CHECK(o.statistics.skipped_count == 0);
            CHECK(o.statistics.done_seen == c.value("done", false));
            // an event named "error" is the error, and not another event
            const bool is_error = c["events"].back()["type"] == "error";
            if (!is_error) CHECK(o.events.size() == c["events"].size());
            if (c.contains("error")) {
                CHECK(o.failure.api.code + ": " + o.failure.message == c["error"]);
            }
            if (c.value("exact", false)) {
                CHECK(document::parse(json::write(o.response).value_or("")) ==
                      c["events"].back()["response"]);
            }
        }
    }
}

TEST_CASE("a stream is the same for every split") {
    std::mt19937 random(5);
    for (const auto& c : streams()) {
        INFO(c["name"].get<std::string>());
        const std::string bytes = bytes_of(c, random() % 2 == 0);
        const std::string_view all(bytes);
        const outcome expected = whole(bytes);
        bool same = true;
        // in two pieces, at a hundred positions
        const std::size_t step = 1 + bytes.size() / 100;
        for (std::size_t at = 0; at < bytes.size(); at += step) {
            same = same && decoded({all.substr(0, at), all.substr(at)}) == expected;
        }
        std::vector<std::string_view> pieces;
        for (std::size_t at = 0; at != all.size(); ++at) pieces.push_back(all.substr(at, 1));
        same = same && decoded(pieces) == expected;
        for (int n = 0; n != 20; ++n) {
            pieces.clear();
            for (std::size_t at = 0; at < all.size();) {
                const std::size_t size = 1 + random() % 300;
                pieces.push_back(all.substr(at, size));
                at += size;
            }
            same = same && decoded(pieces) == expected;
        }
        CHECK(same);
    }
}

TEST_CASE("what arrived before a cut is in the response, and the cut is reported") {
    for (const auto& c : streams()) {
        if (c.value("end", "complete") != "complete") continue;
        INFO(c["name"].get<std::string>());
        const std::string bytes = bytes_of(c, true);
        const std::size_t last = bytes.rfind("event: ");
        const outcome o = whole(std::string_view(bytes).substr(0, last));
        CHECK(o.end == stream_end::truncated);
        CHECK(o.failure.code == errc::truncated_stream);
        CHECK(o.events.size() == c["events"].size() - 1);
        CHECK(text(o.response) == c.value("text", ""));
    }
}

TEST_CASE("[DONE] does not replace the event that ends a response") {
    const std::string begun = text_delta("begun");
    const outcome o = whole(begun + "data: [DONE]\n\n" + completed);
    CHECK(o.end == stream_end::truncated);
    CHECK(o.failure.code == errc::truncated_stream);
    CHECK(o.statistics.done_seen);
    CHECK(o.statistics.skipped == std::vector<skip_reason>{skip_reason::after_end});
    CHECK(text(o.response) == "begun");
    CHECK(whole("data: [DONE]\n\n").end == stream_end::truncated);
    CHECK(whole(begun + completed + "data: [DONE]\n\n").end == stream_end::complete);

    const outcome other = whole(
        "data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n"
        "data: [DONE]\n\n");
    CHECK(other.end == stream_end::malformed);
    CHECK(other.failure.message.find("\"content\":\"x\"") != std::string::npos);
}

TEST_CASE("an error after an incomplete event is the error") {
    const std::string cut = R"(data: {"type":"response.completed","response":{"status":"comp)";
    for (const std::string error :
         {R"({"type":"error","sequence_number":0,"error":{"code":"c","message":"m"}})",
          R"({"type":"error","code":"c","message":"m","sequence_number":0})",
          R"({"error":{"code":"c","message":"m"}})"}) {
        for (const std::string between :
             {"\ndata: ", "\n\ndata: ", "data: ", "\n\nevent: error\ndata: "}) {
            INFO(between + error);
            const outcome o = whole(text_delta("begun") + cut + between + error + "\n\n");
            CHECK(o.end == stream_end::api_error);
            CHECK(o.failure.message == "m");
            CHECK(o.failure.api.code == "c");
            CHECK(text(o.response) == "begun");
        }
    }
    CHECK(whole(cut + "\n\n" + completed).end == stream_end::malformed);
    CHECK(whole("[" + completed.substr(6, completed.size() - 8) + "]").end == stream_end::complete);
}

TEST_CASE("a character shared by two deltas is complete, and held for its own text") {
    const std::string other =
        R"(data: {"type":"response.refusal.delta","output_index":0,"content_index":1,"delta":"no"})"
        "\n\n";
    const outcome o = whole(text_delta("a\\ud83d") + other + text_delta("\\ude00b") + completed);
    CHECK(o.end == stream_end::complete);
    CHECK(text(o.response) ==
          "a\xF0\x9F\x98\x80"
          "b");
    const outcome never = whole(text_delta("a\\ud83d") + other);
    CHECK(text(never.response) == "a\xEF\xBF\xBD");
    const auto wrote = [](const std::string& delta) {
        return R"(data: {"type":"response.shell_call_output_content.delta","item_id":"o",)"
               R"("output_index":0,"command_index":0,"delta":)" +
               delta + "}\n\n";
    };
    const outcome shell = whole(wrote(R"({"stdout":"a\ud83d","stderr":"x\ud83d"})") +
                                wrote(R"({"stdout":"\ude00b"})"));
    const auto& output = std::get<ShellToolCallOutput>(shell.response.output.at(0)).output->at(0);
    CHECK(output.stdout_ ==
          "a\xF0\x9F\x98\x80"
          "b");
    CHECK(output.stderr_ == "x\xEF\xBF\xBD");
}

TEST_CASE("events with their type in the SSE name only accumulate to the same") {
    for (const auto& c : streams()) {
        INFO(c["name"].get<std::string>());
        const outcome typed = whole(bytes_of(c, true));
        std::string body;
        for (document e : c["events"]) {
            const std::string type = e["type"];
            e.erase("type");
            body += "event: " + type + "\ndata: " + e.dump() + "\n\n";
        }
        if (c.value("done", false)) body += "data: [DONE]\n\n";
        const outcome o = whole(body);
        CHECK(o.end == typed.end);
        CHECK(o.failure.message == typed.failure.message);
        if (o.end == stream_end::api_error) continue;
        CHECK(o.events.size() == typed.events.size());
        CHECK(o.response == typed.response);
    }
}

TEST_CASE("an error ends the stream, and what preceded it is kept") {
    for (const std::string error :
         {R"(data: {"type":"error","code":"c","message":"m"})",
          R"(data: {"type":"error","error":{"code":"c","message":"m"}})",
          R"(data: {"error":{"code":"c","message":"m"}})",
          R"(data: {"type":"response.failed","response":{"error":{"code":"c","message":"m"}}})",
          "event: error\ndata: {\"code\":\"c\",\"message\":\"m\"}"}) {
        INFO(error);
        const outcome o = whole(text_delta("begun") + error + "\n\n" + text_delta("late"));
        CHECK(o.end == stream_end::api_error);
        CHECK(o.failure.message == "m");
        CHECK(o.failure.api.code == "c");
        CHECK(text(o.response) == "begun");
    }
}

TEST_CASE("a whole response instead of a stream is accepted") {
    const outcome o =
        whole(R"({"id":"r","object":"response","status":"completed","error":null,"output":[)"
              R"({"type":"message","content":[{"type":"output_text","text":"all at once"}]}]})");
    CHECK(o.end == stream_end::complete);
    CHECK(o.response.id == "r");
    CHECK(text(o.response) == "all at once");
}

TEST_CASE("payloads of other protocols are reported, not accumulated") {
    const outcome o = whole("data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n" +
                            text_delta("y") + completed);
    CHECK(o.end == stream_end::complete);
    REQUIRE(o.statistics.skipped.size() == 1);
    CHECK(o.statistics.skipped[0] == skip_reason::unrecognised);
    CHECK(text(o.response) == "y");
    CHECK(whole("data: {\"type\":\"ping\"}\n\n" + completed).statistics.skipped.at(0) ==
          skip_reason::ignorable);
}

}  // namespace response_stream_tests
