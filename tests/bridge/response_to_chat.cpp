#include <oaiwire/bridge/response_to_chat.hpp>
//
#include <bridge/streams.hpp>

#include <fstream>

#include <nlohmann/json.hpp>
#include <oaiwire/bridge/completion_of_response.hpp>
#include <oaiwire/types/text.hpp>

namespace response_to_chat_tests {

using namespace oaiwire;
using namespace bridge_streams;
using support::json_of;

namespace {

ChatCompletion whole_path(const Response& response) {
    bridge_notes notes;
    auto completion = completion_of_response(response, notes);
    REQUIRE(completion);
    return *std::move(completion);
}
events events_of(const chunks& in, bool as_summary) {
    bridge_options options;
    options.reasoning_as_summary = as_summary;
    chat_to_response machine(ResponseRequest{.model = "m"}, options);
    return through<events>(machine, in);
}
// Events whose type passes.
template <class F>
events only(const events& all, F&& passes) {
    events out;
    for (const auto& e : all) {
        if (passes(type_text(e))) out.push_back(e);
    }
    return out;
}
chunks chunks_of(const events& in, bool usage = true) {
    response_to_chat machine(usage ? chat_request() : ChatCompletionRequest{});
    return through<chunks>(machine, in);
}
events read_events(std::string_view bytes) {
    return decode<ResponseStreamEvent>(bytes).chunks;
}
std::string event(const std::string& type, const std::string& rest) {
    return R"(data: {"type":"response.)" + type + "\"" + rest + "}\n\n";
}
const std::string created =
    event("created", R"(,"response":{"id":"resp_1","model":"m","created_at":5,"output":[]})");
const std::string completed = event("completed", R"(,"response":{"id":"resp_1","output":[]})");
std::string delta(const std::string& text) {
    return event("output_text.delta",
                 R"(,"item_id":"m1","output_index":0,"content_index":0,"delta":")" + text + "\"");
}

}  // namespace

TEST_CASE("what chunks add up to is the completion of the whole response") {
    for (std::uint64_t seed = 0; seed != 600; ++seed) {
        INFO(seed);
        support::random random(seed);
        const events in = events_of(chat_grammar(random, seed % 3 != 0).make(), seed % 5 == 0);
        response_to_chat machine(chat_request());
        const chunks out = through<chunks>(machine, in);
        if (machine.failed()) continue;
        const std::string expected = json_of(whole_path(whole_of(in)));
        CHECK(json_of(whole_of(out)) == expected);
        CHECK(machine.notes().empty());

        // the decoder of the other dialect takes every chunk
        const auto read = decode<ChatCompletionChunk>(bytes_of(out, true));
        CHECK(read.end == stream_end::complete);
        CHECK(read.skipped == 0);
        CHECK(json_of(whole_of(read.chunks)) == expected);
    }
}

TEST_CASE("events that repeat others are not needed") {
    const auto lasts = [](std::string_view type) {
        return type == "response.completed" || type == "response.incomplete" ||
               type == "response.failed";
    };
    for (std::uint64_t seed = 0; seed != 200; ++seed) {
        INFO(seed);
        support::random random(seed);
        const events in = events_of(chat_grammar(random, true).make(), false);
        if (!lasts(type_text(in.back()))) continue;
        const std::string expected = json_of(whole_path(whole_of(in)));
        const auto adds_up = [&](const events& some) {
            return json_of(whole_of(chunks_of(some))) == expected;
        };
        CHECK(adds_up(only(in, lasts)));
        CHECK(adds_up(only(in, [](auto type) { return !type.ends_with(".delta"); })));
        CHECK(
            adds_up(only(in, [&](auto type) { return lasts(type) || !type.ends_with(".done"); })));
        CHECK(adds_up(only(in, [&](auto type) {
            return lasts(type) || (!type.ends_with(".delta") && !type.ends_with(".added"));
        })));
    }
}

TEST_CASE("a chat stream through both directions keeps what it said") {
    for (std::uint64_t seed = 0; seed != 300; ++seed) {
        INFO(seed);
        support::random random(seed);
        const chunks in = chat_grammar(random, seed % 2 == 0).make();
        response_to_chat back(chat_request());
        const chunks out = through<chunks>(back, events_of(in, false));
        if (back.failed()) continue;
        const ChatCompletion before = whole_of(in);
        const ChatCompletion after = whole_of(out);
        REQUIRE(before.choices.size() == 1);
        REQUIRE(after.choices.size() == 1);
        const auto& a = *before.choices[0].message;
        const auto& b = *after.choices[0].message;
        CHECK(text(before) == text(after));
        CHECK(a.refusal.value_or("") == b.refusal.value_or(""));
        CHECK(reasoning(a).value_or("") == reasoning(b).value_or(""));
        CHECK(json_of(a.tool_calls.value_or(std::vector<ToolCall>())) ==
              json_of(b.tool_calls.value_or(std::vector<ToolCall>())));
        CHECK(before.usage.has_value() == after.usage.has_value());
        CHECK(before.id == after.id);
        CHECK(before.model == after.model);
        CHECK(before.created == after.created);
        CHECK(before.system_fingerprint == after.system_fingerprint);
    }
}

TEST_CASE("the role comes first, each piece with its event, then the end and the usage") {
    response_to_chat machine(chat_request());
    std::vector<std::string> out;
    const auto feed = [&](const std::string& bytes) {
        for (const auto& e : read_events(bytes)) machine.feed(e);
        out.clear();
        while (const auto* chunk = machine.next()) {
            out.push_back(json_of(chunk->choices) + (chunk->usage ? " usage" : ""));
        }
    };
    feed(created);
    CHECK(out ==
          std::vector<std::string>{R"([{"index":0,"delta":{"role":"assistant","content":null}}])"});
    feed(delta("Hi"));
    CHECK(out == std::vector<std::string>{R"([{"index":0,"delta":{"content":"Hi"}}])"});
    feed(event("completed", R"(,"response":{"usage":{"input_tokens":1,"output_tokens":2}})"));
    CHECK(out == std::vector<std::string>{R"([{"index":0,"delta":{},"finish_reason":"stop"}])",
                                          "[] usage"});
    CHECK(machine.done());
    CHECK_FALSE(machine.failed());
}

TEST_CASE("usage comes only if it was asked for") {
    const events in =
        read_events(created + event("completed", R"(,"response":{"usage":{"input_tokens":1}})"));
    CHECK(whole_of(chunks_of(in, true)).usage);
    CHECK_FALSE(whole_of(chunks_of(in, false)).usage);
}

TEST_CASE("failures end the stream without a finish_reason") {
    const auto failure = [](const std::string& bytes, stream_end end, const error& why = {}) {
        response_to_chat machine(chat_request());
        const chunks out = through<chunks>(machine, read_events(bytes), end, why);
        CHECK(machine.failed());
        for (const auto& chunk : out)
            CHECK(json_of(chunk).find("finish_reason") == std::string::npos);
        return machine.failure();
    };
    CHECK(failure(created + delta("a"), stream_end::truncated).code == errc::truncated_stream);
    CHECK(failure(created + delta("a"), stream_end::cancelled).code == errc::cancelled);
    CHECK(failure("", stream_end::empty).code != errc::ok);
    CHECK(failure(created, stream_end::api_error, make_error(errc::idle_timeout)).code ==
          errc::idle_timeout);
    const error failed = failure(
        created + event("failed",
                        R"(,"response":{"error":{"code":"rate_limit_exceeded","message":"slow"}})"),
        stream_end::api_error);
    CHECK(failed.message == "slow");
    CHECK(failed.api.code == "rate_limit_exceeded");
    CHECK(failure(created + "data: {\"type\":\"error\",\"message\":\"no\"}\n\n",
                  stream_end::api_error)
              .message == "no");
    CHECK(failure(event("cancelled", R"(,"response":{"status":"cancelled"})"), stream_end::complete)
              .code == errc::api_error);
}

TEST_CASE("reasons of an incomplete response") {
    const auto finish = [](const std::string& details) {
        const events in = read_events(
            created + event("incomplete", R"(,"response":{"incomplete_details":)" + details + "}"));
        return std::string(whole_of(chunks_of(in)).choices[0].finish_reason->text());
    };
    CHECK(finish(R"({"reason":"max_output_tokens"})") == "length");
    CHECK(finish(R"({"reason":"content_filter"})") == "content_filter");
    CHECK(finish(R"({"reason":"odd"})") == "odd");
    CHECK(finish("null") == "length");
}

TEST_CASE("a text that differs from its pieces is noted, and what was sent stays") {
    response_to_chat machine(chat_request());
    const chunks out = through<chunks>(
        machine,
        read_events(
            created + delta("abc") +
            event(
                "output_item.done",
                R"(,"output_index":0,"item":{"type":"message","id":"m1","content":[{"type":"output_text","text":"xyz and more"}]})") +
            completed));
    CHECK(text(whole_of(out)) == "abc");
    REQUIRE(machine.notes().list().size() == 1);
    CHECK(machine.notes().list()[0].lost == "a text that differs from its pieces");
}

TEST_CASE("citations count characters of the whole text") {
    const std::string item =
        R"({"type":"message","id":"m%","content":[{"type":"output_text","text":"\u00e9\u00e9\u00e9","annotations":[{"type":"url_citation","start_index":1,"end_index":2,"url":"u","title":"t"},{"type":"file_citation","index":1}]}]})";
    const auto numbered = [&](char n) {
        std::string out = item;
        out[out.find('%')] = n;
        return out;
    };
    const events in =
        read_events(created + event("completed", R"(,"response":{"output":[)" + numbered('1') +
                                                     "," + numbered('2') + "]}"));
    response_to_chat machine(chat_request());
    const ChatCompletion streamed = whole_of(through<chunks>(machine, in));
    CHECK(machine.notes().list().size() == 1);
    const auto& annotations = *streamed.choices[0].message->annotations;
    REQUIRE(annotations.size() == 2);
    CHECK(*annotations[0].url_citation->start_index == 1);
    CHECK(*annotations[1].url_citation->start_index == 4);
    CHECK(json_of(streamed.choices) == json_of(whole_path(whole_of(in)).choices));
}

TEST_CASE("citations of a part that is streamed count from the beginning of the whole text") {
    const auto piece = [](int part, const std::string& text) {
        return event("output_text.delta", R"(,"item_id":"m1","output_index":0,"content_index":)" +
                                              std::to_string(part) + R"(,"delta":")" + text + "\"");
    };
    const ChatCompletion streamed = whole_of(chunks_of(read_events(
        created + piece(0, "\\u00e9") + piece(0, "\\u00e9") + piece(1, "a") + piece(1, "bc") +
        event(
            "output_text.annotation.added",
            R"(,"item_id":"m1","output_index":0,"content_index":1,"annotation_index":0,"annotation":{"type":"url_citation","start_index":1,"end_index":2,"url":"u"})") +
        completed)));
    CHECK(text(streamed) ==
          "\xC3\xA9\xC3\xA9"
          "abc");
    const auto& annotations = *streamed.choices[0].message->annotations;
    REQUIRE(annotations.size() == 1);
    CHECK(*annotations[0].url_citation->start_index == 3);
    CHECK(*annotations[0].url_citation->end_index == 4);
}

TEST_CASE("arguments that begin before their call are sent when they come whole") {
    const auto piece = [](const std::string& text) {
        return event("function_call_arguments.delta",
                     R"(,"item_id":"f1","output_index":0,"delta":")" + text + "\"");
    };
    const auto item = [](const std::string& what, const std::string& text) {
        return event(
            "output_item." + what,
            R"(,"output_index":0,"item":{"type":"function_call","id":"f1","call_id":"c","name":"f","arguments":")" +
                text + "\"}");
    };
    response_to_chat machine(chat_request());
    const chunks out = through<chunks>(
        machine, read_events(created + piece("[1") + item("added", "") + piece(",2") + piece("]") +
                             item("done", "[1,2]") + completed));
    CHECK(machine.notes().empty());
    const ChatCompletion whole = whole_of(out);
    const auto& calls = *whole.choices[0].message->tool_calls;
    REQUIRE(calls.size() == 1);
    CHECK(*calls[0].function->arguments == "[1,2]");
}

TEST_CASE("items of hosted tools and events of unknown types are noted by name") {
    response_to_chat machine(chat_request());
    through<chunks>(
        machine,
        read_events(
            created + event("output_item.done", R"(,"item":{"type":"web_search_call","id":"w"})") +
            event("audio.delta", R"(,"delta":"AA==")") + event("new.thing", "") + completed));
    std::vector<std::string> paths;
    for (const auto& note : machine.notes().list()) paths.push_back(note.path);
    CHECK(paths == std::vector<std::string>{"web_search_call", "response.audio.delta",
                                            "response.new.thing"});
}

TEST_CASE("what messages, reasoning and calls say beside their texts is noted once") {
    response_to_chat machine(chat_request());
    const std::string items =
        R"({"type":"reasoning","id":"r1","summary":[],"signature":"s"},{"type":"message","id":"m1","phase":"commentary","odd":1,"content":[]},{"type":"function_call","id":"f1","call_id":"1","name":"f","arguments":"{}","namespace":"n","new":1})";
    through<chunks>(machine,
                    read_events(created + event("completed", R"(,"response":{"output":[)" + items +
                                                                 "," + items + "]}")));
    std::vector<std::string> paths;
    for (const auto& note : machine.notes().list()) paths.push_back(note.path);
    CHECK(paths == std::vector<std::string>{"signature", "phase", "odd", "namespace", "new"});
}

TEST_CASE("items are bounded") {
    bridge_options options;
    options.bounds.tool_calls = 1;
    response_to_chat machine(chat_request(), options);
    std::string body = created;
    for (std::size_t i = 0; i != 9; ++i) {
        body += event("output_item.added", R"(,"output_index":)" + std::to_string(i) +
                                               R"(,"item":{"type":"message","id":"m)" +
                                               std::to_string(i) + "\"}");
    }
    through<chunks>(machine, read_events(body));
    CHECK(machine.failure().code == errc::limit_exceeded);
}

TEST_CASE("recorded streams of the Responses API become chat streams that end as they did") {
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/response_streams.jsonl");
    std::size_t compared = 0;
    for (std::string line; std::getline(file, line);) {
        const auto c = nlohmann::json::parse(line);
        INFO(c["name"].get<std::string>());
        std::string body;
        for (const auto& e : c["events"]) body += "data: " + e.dump() + "\n\n";
        const auto in = decode<ResponseStreamEvent>(body);
        response_to_chat machine(chat_request());
        const chunks out = through<chunks>(machine, in.chunks, in.end, in.failure);
        const Response whole = whole_of(in.chunks);
        const auto read = decode<ChatCompletionChunk>(bytes_of(out, !machine.failed()));
        CHECK(read.skipped == 0);
        CHECK((in.end != stream_end::complete || whole.status == ResponseStatus::cancelled) ==
              machine.failed());
        if (machine.failed()) continue;
        CHECK(read.end == stream_end::complete);
        const ChatCompletion expected = whole_path(whole);
        CHECK(json_of(whole_of(read.chunks).choices) == json_of(expected.choices));
        ++compared;
    }
    CHECK(compared > 20);
}

}  // namespace response_to_chat_tests
