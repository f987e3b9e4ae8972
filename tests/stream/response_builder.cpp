#include <oaiwire/stream/response_builder.hpp>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <support/catch.hpp>
#include <support/fill.hpp>

namespace response_builder_tests {

using namespace oaiwire;
using document = nlohmann::json;
using whole_stream = accumulator<ResponseStreamEvent>;

namespace {

ResponseStreamEvent read(const std::string& text) {
    auto event = json::read<ResponseStreamEvent>(text, json::tolerant);
    INFO(text);
    REQUIRE(event.has_value());
    return *event;
}
document written(const Response& response) {
    const auto text = json::write(response);
    REQUIRE(text.has_value());
    return document::parse(*text);
}
Response added(const std::vector<std::string>& events) {
    whole_stream whole;
    for (const auto& e : events) CHECK(whole.add(read(e)) == errc::ok);
    return whole.take();
}
// `{"type":"response.X","a":1}` for X and "a":1
std::string event(const std::string& type, const std::string& members) {
    return "{\"type\":\"response." + type + "\"," + members + "}";
}

std::vector<document> streams() {
    std::vector<document> out;
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/response_streams.jsonl");
    for (std::string line; std::getline(file, line);) out.push_back(document::parse(line));
    return out;
}

std::vector<std::string> calls(const Response& response) {
    std::vector<std::string> out;
    for (const auto& c : function_calls(response)) {
        out.push_back(c.call_id.value_or("-") + ":" + c.name.value_or("-") + ":" +
                      c.arguments.value_or("-"));
    }
    return out;
}
template <class Item, class Member>
std::string of_item(const Response& response, Member member) {
    for (const auto& item : response.output) {
        if (const auto* i = std::get_if<Item>(&item)) return (i->*member).value_or("");
    }
    return {};
}
std::vector<ResponseContentPart> parts(const Response& response) {
    std::vector<ResponseContentPart> out;
    for (const auto& item : response.output) {
        const auto* m = std::get_if<ResponseMessage>(&item);
        if (!m || !m->content) continue;
        for (const auto& p : std::get<std::vector<ResponseContentPart>>(*m->content)) {
            out.push_back(p);
        }
    }
    return out;
}

// The texts of a response, under the names of the case files.
document texts(const Response& r) {
    std::string refusal;
    std::size_t annotations = 0, logprobs = 0;
    for (const auto& p : parts(r)) {
        if (const auto* no = std::get_if<RefusalContent>(&p)) refusal += no->refusal.value_or("");
        if (const auto* yes = std::get_if<OutputTextContent>(&p)) {
            if (yes->annotations) annotations += yes->annotations->size();
            if (yes->logprobs) logprobs += yes->logprobs->size();
        }
    }
    document out{{"text", text(r)},
                 {"reasoning", reasoning(r)},
                 {"refusal", refusal},
                 {"annotations", annotations},
                 {"logprobs", logprobs},
                 {"code", of_item<CodeInterpreterToolCall>(r, &CodeInterpreterToolCall::code)},
                 {"arguments", of_item<MCPToolCall>(r, &MCPToolCall::arguments)},
                 {"input", of_item<ResponseCustomToolCall>(r, &ResponseCustomToolCall::input)}};
    out["calls"] = calls(r);
    return out;
}
document expected_texts(const document& c) {
    document out{{"text", ""},       {"reasoning", ""}, {"refusal", ""},
                 {"annotations", 0}, {"logprobs", 0},   {"code", ""},
                 {"arguments", ""},  {"input", ""},     {"calls", document::array()}};
    for (auto& [name, value] : out.items()) {
        if (c.contains(name)) value = c[name];
    }
    return out;
}

bool ends_in_done(const std::string& type) {
    return type.size() > 5 && type.compare(type.size() - 5, 5, ".done") == 0;
}
bool is_last(const std::string& type) {
    for (const char* const t : {"completed", "incomplete", "failed", "done"}) {
        if (type == std::string("response.") + t) return true;
    }
    return false;
}

}  // namespace

TEST_CASE("every recorded event is read and written back as the same JSON") {
    for (const auto& c : streams()) {
        INFO(c["name"].get<std::string>());
        std::size_t unknown = 0;
        for (const auto& e : c["events"]) {
            const auto event = json::read<ResponseStreamEvent>(e.dump());
            INFO(e.dump());
            REQUIRE(event.has_value());
            CHECK(type_text(*event) == e["type"].get<std::string>());
            unknown += std::holds_alternative<raw_json>(*event);
            const auto back = json::write(*event);
            REQUIRE(back.has_value());
            document expected = e;
            // a list, like choices: never absent
            if (e.contains("response")) expected["response"].emplace("output", document::array());
            CHECK(document::parse(*back) == expected);
        }
        CHECK(unknown == c.value("unknown", 0u));
    }
}

TEST_CASE(
    "a stream accumulates to the response of its last event, or more if that omits something") {
    int exact = 0;
    for (const auto& c : streams()) {
        INFO(c["name"].get<std::string>());
        whole_stream whole;
        for (const auto& e : c["events"]) CHECK(whole.add(read(e.dump())) == errc::ok);
        const Response& r = whole.response();
        CHECK(texts(r) == expected_texts(c));
        CHECK(r.status->text() == c.value("status", "completed"));
        if (c.contains("items")) CHECK(r.output.size() == c["items"].get<std::size_t>());
        if (c.contains("parts")) CHECK(parts(r).size() == c["parts"].get<std::size_t>());
        if (c.contains("image")) {
            CHECK(of_item<ImageGenToolCall>(r, &ImageGenToolCall::result) == c["image"]);
        }
        if (!c.value("exact", false)) continue;
        ++exact;
        CHECK(written(r) == c["events"].back()["response"]);
    }
    CHECK(exact > 25);
}

TEST_CASE("the events before the last accumulate to the same items and texts") {
    for (const auto& c : streams()) {
        if (!c.value("exact", false)) continue;
        INFO(c["name"].get<std::string>());
        whole_stream whole;
        for (const auto& e : c["events"]) {
            if (!is_last(e["type"])) CHECK(whole.add(read(e.dump())) == errc::ok);
        }
        CHECK(texts(whole.response()) == expected_texts(c));
        // finished items are complete; some servers change their ids at the end
        document ours = written(whole.response())["output"];
        document theirs = c["events"].back()["response"]["output"];
        REQUIRE(ours.size() == theirs.size());
        for (std::size_t i = 0; i != ours.size(); ++i) {
            CHECK(ours[i]["type"] == theirs[i]["type"]);
            if (c["name"].get<std::string>().rfind("OpenAI", 0) == 0) CHECK(ours[i] == theirs[i]);
        }
    }
}

TEST_CASE("the deltas alone accumulate to the same texts") {
    int checked = 0;
    for (const auto& c : streams()) {
        if (c.value("no_deltas", false)) continue;
        INFO(c["name"].get<std::string>());
        whole_stream whole;
        for (const auto& e : c["events"]) {
            if (ends_in_done(e["type"]) || is_last(e["type"])) continue;
            CHECK(whole.add(read(e.dump())) == errc::ok);
        }
        CHECK(texts(whole.response()) == expected_texts(c));
        ++checked;
    }
    CHECK(checked > 30);
}

TEST_CASE("a stream that was cut leaves a response with what arrived") {
    whole_stream whole;
    CHECK(whole.add(read(event("created", R"("response":{"id":"r","status":"in_progress"})"))) ==
          errc::ok);
    CHECK(whole.add(read(event(
              "output_item.added",
              R"("output_index":0,"item":{"type":"function_call","id":"fc",)"
              R"("call_id":"c","name":"f","arguments":"","status":"in_progress"})"))) == errc::ok);
    CHECK(whole.add(read(event("function_call_arguments.delta",
                               R"("item_id":"fc","output_index":0,"delta":"{\"a\":")"))) ==
          errc::ok);
    const Response& r = whole.response();
    CHECK(r.id == "r");
    CHECK(r.status == ResponseStatus::in_progress);
    CHECK(calls(r) == std::vector<std::string>{"c:f:{\"a\":"});
    CHECK(std::get<FunctionToolCall>(r.output.at(0)).status == ResponseStatus::in_progress);
    CHECK(whole.take().output.size() == 1);
    CHECK(whole.response() == Response{});
}

TEST_CASE("a preview is stored beside an image's result until that arrives") {
    const auto item = [](const char* type, const std::string& result) {
        return event(type, R"("output_index":0,"item":{"type":"image_generation_call","id":"ig",)"
                           R"("status":"in_progress","result":)" +
                               result + "}");
    };
    const auto preview = [](const char* image) {
        return event(
            "image_generation_call.partial_image",
            R"("item_id":"ig","output_index":0,"partial_image_b64":")" + std::string(image) + "\"");
    };
    std::vector<std::string> events{item("output_item.added", "null"), preview("AA=="),
                                    preview("AB==")};
    const auto image = [&] { return std::get<ImageGenToolCall>(added(events).output.at(0)); };
    CHECK_FALSE(image().result);
    CHECK(image().extra.find("partial_image_b64") == "\"AB==\"");
    CHECK(image().status == ResponseStatus::in_progress);
    events.push_back(item("output_item.done", "\"AC==\""));
    events.push_back(preview("AD=="));
    CHECK(image().result == "AC==");
    CHECK(image().extra.empty());
    // without a result, and without an item before it
    events = {preview("AA=="), item("output_item.done", "null")};
    CHECK(image().extra.empty());
    CHECK_FALSE(image().result);
}

TEST_CASE("a late event does not reopen a finished call") {
    const auto done = event(
        "output_item.done",
        R"("output_index":0,"item":{"type":"web_search_call","id":"w","status":"completed"})");
    const auto status = [](const Response& r) {
        return std::get<WebSearchToolCall>(r.output.at(0)).status->text();
    };
    CHECK(status(added({done, event("web_search_call.searching", R"("item_id":"w")")})) ==
          "completed");
    CHECK(status(added({done, event("output_item.added",
                                    R"("output_index":0,"item":{"type":"web_search_call",)"
                                    R"("id":"w","status":"in_progress","x":1})")})) == "completed");
}

TEST_CASE("items with the same id are separate if their calls or indices differ") {
    const auto call = [](const char* type, const char* index, const char* id, const char* said) {
        return event(type, "\"output_index\":" + std::string(index) +
                               R"(,"item":{"type":"function_call","id":"same","call_id":")" + id +
                               R"(","name":"f","arguments":")" + said + "\"}");
    };
    CHECK(calls(added({call("output_item.done", "0", "a", "1"),
                       call("output_item.done", "0", "b", "2")})) ==
          std::vector<std::string>{"a:f:1", "b:f:2"});
    const auto message = [](const char* index) {
        return event("output_item.added",
                     "\"output_index\":" + std::string(index) +
                         R"(,"item":{"type":"message","id":"m","content":[]})");
    };
    const auto delta = [](const char* t) {
        return event("output_text.delta", R"("item_id":"m","delta":")" + std::string(t) + "\"");
    };
    const auto done =
        event("output_item.done", R"("output_index":0,"item":{"type":"message","id":"m"})");
    CHECK(text(added({message("0"), delta("a"), done, message("1"), delta("b")})) == "ab");
}

TEST_CASE("unknown members are kept at every level of a stream") {
    const auto at = R"("item_id":"m","output_index":0,"content_index":0,)";
    const std::vector<std::string> events{
        event("created", R"("response":{"id":"r","in_response":1},"in_created":1)"),
        event("output_item.added",
              R"("output_index":0,"item":{"type":"message","id":"m","content":[],"in_item":1},)"
              R"("in_added":1)"),
        event("content_part.added",
              at + std::string(R"("part":{"type":"output_text","text":"","in_part":1})")),
        event("output_text.delta", at + std::string(R"("delta":"a","in_delta":1)")),
        event("output_text.delta", at + std::string(R"("delta":{"text":"b","in_object":1})")),
        event("output_text.annotation.added",
              at + std::string(
                       R"("annotation":{"type":"url_citation","url":"u","in_annotation":1})")),
        event("output_item.done",
              R"("output_index":0,"item":{"type":"message","id":"m","content":[{"type":)"
              R"("output_text","text":"ab","annotations":[{"type":"url_citation","url":"u"}]}]})"),
        event("output_item.added", R"("output_index":1,"item":{"type":"later","id":"x","n":1})"),
        event("output_item.done", R"("output_index":1,"item":{"type":"later","id":"x","m":2})"),
        event("completed", R"("response":{"id":"r","usage":{"input_tokens":1,"in_usage":1}})"),
    };
    const document whole = written(added(events));
    CHECK(whole["output"] ==
          document::parse(R"([{"type":"message","id":"m","in_item":1,"content":[{"type":)"
                          R"("output_text","text":"ab","in_part":1,"in_object":1,"annotations":[)"
                          R"({"type":"url_citation","url":"u","in_annotation":1}]}]},)"
                          R"({"type":"later","id":"x","n":1,"m":2}])"));
    for (const char* const name : {"in_response", "in_created", "in_added", "in_delta"}) {
        CHECK(whole.value(name, 0) == 1);
    }
    CHECK(whole["usage"]["in_usage"] == 1);
}

TEST_CASE("a finished item without a status is completed; one that was cut is not") {
    const std::vector<std::string> begin{
        event(
            "output_item.added",
            R"("output_index":0,"item":{"type":"message","id":"m","role":"assistant","status":"in_progress","content":[]})"),
        event("output_text.delta", R"("item_id":"m","output_index":0,"delta":"x")")};
    const auto status = [&](const std::string& last) {
        auto events = begin;
        events.push_back(last);
        return std::get<ResponseMessage>(added(events).output.at(0)).status->text();
    };
    CHECK(status(
              event("output_item.done",
                    R"("output_index":0,"item":{"type":"message","id":"m","role":"assistant"})")) ==
          "completed");
    CHECK(status(event("completed", R"("response":{"id":"r","output":[]})")) == "completed");
    CHECK(status(event("incomplete", R"("response":{"id":"r","output":[]})")) == "incomplete");
    CHECK(status(event("failed", R"("response":{"id":"r"})")) == "incomplete");
    CHECK(status(event("in_progress", R"("response":{"id":"r"})")) == "in_progress");
}

TEST_CASE("items are in the order of their indices, whatever the order of arrival") {
    const Response r = added(
        {event("output_item.added",
               R"("output_index":4,"item":{"type":"message","id":"b","content":[]})"),
         event("output_item.added",
               R"("output_index":900719925474099,"item":{"type":"message","id":"c","content":[]})"),
         event("output_item.added",
               R"("output_index":1,"item":{"type":"message","id":"a","content":[]})"),
         event("output_text.delta", R"("item_id":"c","output_index":0,"delta":"3")"),
         event("output_text.delta", R"("output_index":4,"delta":"2")"),
         event("output_text.delta",
               R"("item_id":"a","output_index":1,"content_index":7,"delta":"1")")});
    CHECK(r.output.size() == 3);
    CHECK(text(r) == "123");
}

TEST_CASE("an item announced without an index is found") {
    const std::string item = R"({"type":"message","id":"a","content":[]})";
    CHECK(added({event("output_item.added", "\"item\":" + item),
                 event("output_text.delta", R"("output_index":0,"delta":"x")")})
              .output.size() == 1);
}

TEST_CASE("two parts with the same index are separate if the first was finished") {
    const std::string part = R"("item_id":"m","output_index":0,"content_index":0,)";
    const auto added_part =
        event("content_part.added", part + R"("part":{"type":"output_text","text":""})");
    const auto delta = [&](const char* t) {
        return event("output_text.delta", part + "\"delta\":\"" + t + "\"");
    };
    const auto done = [&](const char* t) {
        return event("output_text.done", part + "\"text\":\"" + t + "\"");
    };
    const auto part_done = [&](const char* t) {
        return event("content_part.done",
                     part + R"("part":{"type":"output_text","text":")" + t + "\"}");
    };
    const Response r = added({added_part, delta("a"), delta("b"), done("ab"), part_done("ab"),
                              added_part, delta("c"), done("c"), part_done("c")});
    REQUIRE(parts(r).size() == 2);
    CHECK(std::get<OutputTextContent>(parts(r)[0]).text == "ab");
    CHECK(std::get<OutputTextContent>(parts(r)[1]).text == "c");
    CHECK(added({added_part, delta("a"), part_done("a"), delta("b")}).output.size() == 1);
}

TEST_CASE("summaries that were not announced are distinguished by index") {
    const auto delta = [](int i, const char* t) {
        return event("reasoning_summary_text.delta",
                     "\"item_id\":\"rs\",\"output_index\":0,\"summary_index\":" +
                         std::to_string(i) + ",\"delta\":\"" + t + "\"");
    };
    const Response r = added({delta(0, "a"), delta(0, "b"), delta(1, "c")});
    const auto& item = std::get<ReasoningItem>(r.output.at(0));
    CHECK(std::get<std::vector<ResponseContentPart>>(*item.summary).size() == 2);
    CHECK(reasoning(r) == "abc");
}

TEST_CASE("an empty final state removes nothing") {
    const std::string at = R"("item_id":"m","output_index":0,"content_index":0,)";
    const std::vector<std::string> events{
        event("output_text.delta", at + R"("delta":"kept")"),
        event("output_text.annotation.added",
              at + R"("annotation_index":0,"annotation":{"type":"url_citation","url":"u"})"),
        event("output_text.done", at + R"("text":"")"),
        event("content_part.done",
              at + R"("part":{"type":"output_text","text":"","annotations":[]})"),
        event("output_item.done",
              R"("output_index":0,"item":{"type":"message","id":"m","content":[]})"),
        event("completed",
              R"("response":{"model":"","output":[{"type":"message","id":"m","content":null}]})")};
    for (std::size_t n = 2; n <= events.size(); ++n) {
        const Response r = added({events.begin(), events.begin() + static_cast<std::ptrdiff_t>(n)});
        INFO(n);
        CHECK(text(r) == "kept");
        REQUIRE(parts(r).size() == 1);
        CHECK(std::get<OutputTextContent>(parts(r)[0]).annotations->size() == 1);
    }
}

TEST_CASE("a different final state replaces what was accumulated") {
    const std::string at = R"("item_id":"m","output_index":0,"content_index":0,)";
    const Response r =
        added({event("output_text.delta", at + R"("delta":"drfat")"),
               event("output_text.done", at + R"("text":"draft")"),
               event("output_item.done",
                     R"("output_index":0,"item":{"type":"message",)"
                     R"("id":"m","content":[{"type":"output_text","text":"final"}]})")});
    CHECK(text(r) == "final");
}

TEST_CASE("a snapshot older than the deltas removes nothing") {
    const auto delta =
        event("output_text.delta", R"("item_id":"m","output_index":0,"delta":"two words")");
    const auto snapshot = [](const char* type) {
        return event(type, R"("response":{"id":"r","output":[{"type":"message","id":"m",)"
                           R"("content":[{"type":"output_text","text":"two"}]}]})");
    };
    CHECK(text(added({delta, snapshot("in_progress")})) == "two words");
    CHECK(text(added({delta, snapshot("completed")})) == "two");
    CHECK(text(added({snapshot("in_progress"), delta})) == "twotwo words");
}

TEST_CASE("calls that the last event omits are kept") {
    const auto call = [](const char* n) {
        return std::string(R"({"type":"function_call","id":"fc)") + n + R"(","call_id":"c)" + n +
               R"(","name":"f","arguments":")" + n + "\"}";
    };
    const Response r = added({event("output_item.done", "\"output_index\":0,\"item\":" + call("0")),
                              event("output_item.done", "\"output_index\":1,\"item\":" + call("1")),
                              event("output_item.done", "\"output_index\":2,\"item\":" + call("2")),
                              event("completed", "\"response\":{\"output\":[" + call("1") + "]}")});
    CHECK(calls(r) == std::vector<std::string>{"c0:f:0", "c1:f:1", "c2:f:2"});
}

TEST_CASE("a last event that joins several messages does not duplicate them") {
    const auto message = [](const char* id, const char* t) {
        return std::string(R"({"type":"message","id":")") + id +
               R"(","content":[{"type":"output_text","text":")" + t + "\"}]}";
    };
    const Response r =
        added({event("output_item.done", "\"output_index\":0,\"item\":" + message("a", "one ")),
               event("output_item.done", "\"output_index\":1,\"item\":" + message("b", "two")),
               event("completed", "\"response\":{\"output\":[" + message("x", "one two") + "]}")});
    CHECK(text(r) == "one two");
    CHECK(r.output.size() == 1);
}

TEST_CASE("a part after finished reasoning belongs to a message if nothing else is stated") {
    const Response r = added(
        {event("output_item.done",
               R"("item":{"type":"reasoning","content":[{"type":"reasoning_text","text":"so"}]})"),
         event("content_part.added", R"("part":{"type":"output_text","text":""})"),
         event("output_text.delta", R"("delta":"a")")});
    CHECK(reasoning(r) == "so");
    CHECK(text(r) == "a");
}

TEST_CASE("content that is text is appended to") {
    const Response r =
        added({event("output_item.added",
                     R"("output_index":0,"item":{"type":"message","id":"m","content":"a"})"),
               event("output_text.delta",
                     R"("item_id":"m","output_index":0,"content_index":0,"delta":"b")")});
    CHECK(text(r) == "ab");
}

TEST_CASE("an error event is stored as the response's error") {
    CHECK(std::get<ResponseError>(*added({R"({"type":"error","code":"x","message":"m"})"}).error)
              .message == "m");
    CHECK(std::get<std::string>(*added({R"({"type":"error","error":"plain"})"}).error) == "plain");
    CHECK(added({R"({"type":"response.error","error":{"message":"m"}})"}).status ==
          ResponseStatus::failed);
}

TEST_CASE("items and parts are limited, and those within the limits are kept") {
    limits few;
    few.tool_calls = 1;
    few.choices = 2;
    whole_stream whole(few);
    const auto item = [](int n) {
        return read(event("output_item.added", "\"output_index\":" + std::to_string(n) +
                                                   ",\"item\":{\"type\":\"message\",\"id\":\"m" +
                                                   std::to_string(n) + "\",\"content\":[]}"));
    };
    for (int n = 0; n != 8; ++n) CHECK(whole.add(item(n)) == errc::ok);
    CHECK(whole.add(item(8)) == errc::limit_exceeded);
    CHECK(whole.add(
              read(event("output_text.delta", R"("item_id":"n","output_index":99,"delta":"x")"))) ==
          errc::limit_exceeded);
    const auto part = [](int n) {
        return read(event("content_part.added",
                          "\"item_id\":\"m0\",\"output_index\":0,\"content_index\":" +
                              std::to_string(n) + R"(,"part":{"type":"output_text","text":"t"})"));
    };
    CHECK(whole.add(part(0)) == errc::ok);
    CHECK(whole.add(part(1)) == errc::ok);
    CHECK(whole.add(part(2)) == errc::limit_exceeded);
    CHECK(whole.response().output.size() == 8);
    CHECK(parts(whole.response()).size() == 2);
    std::string many;
    for (int n = 0; n != 9; ++n) {
        many += (n == 0 ? "" : ",") + std::string(R"({"type":"function_call","call_id":")") +
                std::to_string(n) + "\"}";
    }
    const auto snapshot = read(event("in_progress", "\"response\":{\"output\":[" + many + "]}"));
    CHECK(whole.add(snapshot) == errc::limit_exceeded);
    CHECK(whole.response().output.size() == 8);
    whole.clear();
    CHECK(whole.add(item(8)) == errc::ok);
    // what is stored beside a snapshot counts too
    for (int n = 0; n != 3; ++n) {
        const std::string id = std::to_string(n);
        std::string calls;
        for (int k = 0; k != 4; ++k) {
            calls += (k == 0 ? "" : ",") + std::string(R"({"type":"function_call","call_id":")") +
                     id + "-" + std::to_string(k) + "\"}";
        }
        const errc code =
            whole.add(read(event("in_progress", "\"response\":{\"output\":[" + calls + "]}")));
        CHECK((code == errc::ok) == (n == 0));
        CHECK(whole.response().output.size() <= 8);
    }
}

TEST_CASE("events of any kind in any order accumulate to a response that can be written") {
    limits few;
    few.tool_calls = 2;
    few.choices = 3;
    for (std::uint64_t seed = 0; seed != 150; ++seed) {
        INFO(seed);
        support::filler filler(seed);
        whole_stream whole(few);
        for (int n = 0; n != 40; ++n) {
            auto event = filler.make<ResponseStreamEvent>();
            // indices that coincide
            if (auto* e = std::get_if<ResponseDeltaEvent>(&event)) {
                e->output_index = n % 5;
                e->content_index = n % 4;
                e->item_id = std::string(1, static_cast<char>('a' + n % 3));
            }
            if (auto* e = std::get_if<ResponseDoneEvent>(&event)) e->output_index = n % 5;
            if (auto* e = std::get_if<ResponsePartEvent>(&event)) e->output_index = n % 3;
            const errc code = whole.add(event);
            CHECK((code == errc::ok || code == errc::limit_exceeded));
        }
        CHECK(whole.response().output.size() <= 16);
        CHECK(json::write(whole.response()).has_value());
    }
}

TEST_CASE("events in the wrong order lose only text that they replace") {
    std::mt19937 random(3);
    for (const auto& c : streams()) {
        INFO(c["name"].get<std::string>());
        std::vector<ResponseStreamEvent> events;
        for (const auto& e : c["events"]) events.push_back(read(e.dump()));
        for (int n = 0; n != 20; ++n) {
            std::shuffle(events.begin(), events.end(), random);
            whole_stream whole;
            for (const auto& e : events) CHECK(whole.add(e) == errc::ok);
            CHECK(json::write(whole.response()).has_value());
            const std::string expected = c.value("text", "");
            if (!expected.empty()) CHECK_FALSE(text(whole.response()).empty());
        }
    }
}

}  // namespace response_builder_tests
