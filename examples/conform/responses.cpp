// Checks of the Responses API.
#include <map>
#include <set>

#include "context.hpp"
#include "events.hpp"
#include "library.hpp"

namespace conform {

namespace {

constexpr std::string_view path = "/responses";

const answer& plain(context& in) {
    return in.post(path, in.response());
}
node body_of(context& in, judge& to) {
    return document_of(to, plain(in));
}

// The text of all output messages.
std::string output_text(const node& response) {
    std::string out;
    response["output"].each([&](const node& item) {
        if (!item["type"].is("message")) return;
        item["content"].each([&](const node& part) {
            if (part["type"].is("output_text")) out += part["text"].string();
        });
    });
    return out;
}

const answer* option(context& in, judge& to, std::string body) {
    if (!answered(to, plain(in))) return nullptr;
    const answer& a = in.post(path, std::move(body));
    if (a.usable() && a.status >= 400 && a.status < 500) {
        to.skip("refused: " + refusal(a));
        return nullptr;
    }
    return accepted(to, a, "a valid request") ? &a : nullptr;
}

void first(context& in, judge& to) {
    const answer& a = plain(in);
    if (a.usable() && (not_offered(a) || a.status == 401 || a.status == 403)) {
        return to.skip("not offered: " + refusal(a));
    }
    accepted(to, a, "a response");
}

void json(context& in, judge& to) {
    const answer& a = plain(in);
    if (!answered(to, a)) return;
    if (!node(a.body)) {
        to.deviates(found(a, "the body is not JSON"));
    } else if (a.media_type() != "application/json") {
        to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
    }
}

void schema(context& in, judge& to) {
    if (!body_of(in, to)) return;
    for (const auto& n : compare_with_document(document_kind::response, plain(in).body)) {
        finding f = found(plain(in), n.message);
        f.path = n.path;
        to.deviates(std::move(f));
    }
}

void object(context& in, judge& to) {
    const node value = body_of(in, to)["object"];
    if (value.is_string() && !value.is("response")) {
        to.deviates(found_at(plain(in), value, "`object` is not \"response\""));
    }
}

void id(context& in, judge& to) {
    const node value = body_of(in, to)["id"];
    if (!value.is_string()) return;
    if (value.string().empty()) to.deviates(found_at(plain(in), value, "an empty id"));
    const node again(in.post(path, in.response(), 1).body);
    if (!value.string().empty() && again["id"].is(value.string())) {
        to.deviates(found_at(plain(in), value, "two responses have the same id"));
    }
}

void status(context& in, judge& to) {
    const node value = body_of(in, to)["status"];
    if (value.is_string() && !value.is("completed") && !value.is("incomplete")) {
        to.deviates(found_at(plain(in), value, "the status of a whole response"));
    }
}

void created(context& in, judge& to) {
    const node value = body_of(in, to)["created_at"];
    const auto when = value.number();
    if (when && (*when < 1.5e9 || *when > 2e10)) {
        to.deviates(found_at(plain(in), value, "`created_at` is not in seconds since 1970"));
    }
}

void output(context& in, judge& to) {
    const node list = body_of(in, to)["output"];
    if (!list.is_array()) return;
    std::set<std::string> seen;
    bool message = false;
    list.each([&](const node& item) {
        message = message || item["type"].is("message");
        const node item_id = item["id"];
        if (item["type"].is("message") && !item["role"].is("assistant")) {
            to.deviates(found_at(plain(in), item["role"], "the role is not \"assistant\""));
        }
        if (item_id.is_string() && !seen.insert(item_id.string()).second) {
            to.deviates(found_at(plain(in), item_id, "two items have the same id"));
        }
    });
    if (!message) to.deviates(found_at(plain(in), list, "the output has no message"));
}

void text(context& in, judge& to) {
    const node response = body_of(in, to);
    const node list = response["output"];
    bool message = false;
    list.each([&](const node& item) { message = message || item["type"].is("message"); });
    if (message && output_text(response).empty()) {
        to.deviates(found_at(plain(in), list, "the message has no output_text"));
    }
}

void usage(context& in, judge& to) {
    const node value = body_of(in, to)["usage"];
    const auto before = value["input_tokens"].integer();
    const auto after = value["output_tokens"].integer();
    const auto total = value["total_tokens"].integer();
    if (to.open() && !value.is_object()) {
        to.deviates(found_at(plain(in), value, "no usage"));
    } else if (before && after && total && *total != *before + *after) {
        to.deviates(found_at(plain(in), value["total_tokens"], "the total is not the sum"));
    }
}

void items(context& in, judge& to) {
    if (!answered(to, plain(in))) return;
    accepted(
        to,
        in.post(
            path,
            in.response(
                "",
                R"([{"role":"system","content":"Be brief."},)"
                R"({"type":"message","role":"user","content":[{"type":"input_text","text":"Hello"}]}])")),
        "a list of items as input is refused");
}

void instructions(context& in, judge& to) {
    const answer* a = option(in, to, in.response(R"(,"instructions":"Be brief.")"));
    const node value = a ? json_of(to, *a)["instructions"] : node();
    if (value.is_string() && !value.is("Be brief.")) {
        to.deviates(found_at(*a, value, "other instructions than those sent"));
    }
}

void metadata(context& in, judge& to) {
    const answer* a = option(in, to, in.response(R"(,"metadata":{"a":"b"})"));
    const node value = a ? json_of(to, *a)["metadata"] : node();
    if (value.is_object() && !value["a"].is("b")) {
        to.deviates(found_at(*a, value, "other metadata than those sent"));
    }
}

void max_output_tokens(context& in, judge& to) {
    const answer* a = option(in, to, in.response(R"(,"max_output_tokens":16)"));
    const node body = a ? json_of(to, *a) : node();
    const node made = body["usage"]["output_tokens"];
    if (made.integer().value_or(0) > 16) {
        to.deviates(found_at(*a, made, "more tokens than `max_output_tokens`"));
    }
    if (body["status"].is("incomplete") && !body["incomplete_details"]["reason"].is_string()) {
        to.deviates(found_at(*a, body["incomplete_details"],
                             "an incomplete response without a "
                             "reason"));
    }
}

std::string stored_id(context& in, judge& to) {
    const answer* a = option(in, to, in.response(R"(,"store":true)"));
    return a ? json_of(to, *a)["id"].string() : std::string();
}

void previous(context& in, judge& to) {
    const std::string before = stored_id(in, to);
    if (before.empty()) return;
    const answer* a = option(in, to, in.response(",\"previous_response_id\":" + quoted(before)));
    const node value = a ? json_of(to, *a)["previous_response_id"] : node();
    if (a && to.open() && !value.is(before)) {
        to.deviates(found_at(*a, value,
                             value.is_unset() ? "previous_response_id is not given back"
                                              : "another previous_response_id than was sent"));
    }
}

void previous_unknown(context& in, judge& to) {
    const std::string before = stored_id(in, to);
    if (before.empty()) return;
    if (in.post(path, in.response(",\"previous_response_id\":" + quoted(before))).status != 200) {
        return to.skip("previous responses are not offered");
    }
    const answer& a = in.post(path, in.response(R"(,"previous_response_id":"resp_none")"));
    if (!a.usable()) return to.fail(describe(a));
    if (a.status < 400 || a.status >= 500) {
        to.deviates(found(a, "an unknown previous_response_id is answered with status " +
                                 std::to_string(a.status)));
    }
}

void retrieve(context& in, judge& to) {
    const std::string stored = stored_id(in, to);
    if (stored.empty()) return;
    const answer& a = in.get("/responses/" + stored);
    const node body = document_of(to, a);
    if (body && !body["id"].is(stored)) {
        to.deviates(found_at(a, body["id"], "another response than was asked for"));
    }
}

void input_list(context& in, judge& to) {
    const std::string stored = stored_id(in, to);
    if (stored.empty()) return;
    const answer& a = in.get("/responses/" + stored + "/input_items");
    const node body = document_of(to, a);
    if (body && (!body["object"].is("list") || !body["data"].is_array())) {
        to.deviates(found_at(a, body, "the input items are no list object"));
    }
}

constexpr std::string_view tool =
    R"(,"tools":[{"type":"function","name":"weather","parameters":{"type":"object","properties":)"
    R"({"city":{"type":"string"}},"required":["city"],"additionalProperties":false},"strict":true}])"
    R"(,"tool_choice":"required")";

void call(context& in, judge& to) {
    const answer* a = option(in, to, in.response(tool, R"("How is the weather in Bern?")"));
    const node list = a ? json_of(to, *a)["output"] : node();
    if (!list.is_array()) return;
    bool any = false;
    list.each([&](const node& item) {
        if (!item["type"].is("function_call")) return;
        any = true;
        if (item["call_id"].string().empty()) {
            to.deviates(found_at(*a, item["call_id"], "a call without call_id"));
        }
        if (!item["name"].is("weather")) {
            to.deviates(found_at(*a, item["name"], "a function that was not declared"));
        }
        const std::string arguments = item["arguments"].string();
        if (!node(arguments).is_object()) {
            to.deviates(
                found_at(*a, item["arguments"], "the arguments are no JSON object in a text"));
        }
    });
    if (!any) to.deviates(found_at(*a, list, "no call, although one is required"));
}

void call_output(context& in, judge& to) {
    option(
        in, to,
        in.response(
            "", R"([{"role":"user","content":"How is the weather?"},)"
                R"({"type":"function_call","call_id":"call_1","name":"weather","arguments":"{}"},)"
                R"({"type":"function_call_output","call_id":"call_1","output":"rain"}])"));
}

// Streams.

const answer& streamed(context& in) {
    return in.post(path, in.response(R"(,"stream":true)"));
}

template <class F>
void with(context& in, judge& to, F&& f) {
    if (!answered(to, plain(in))) return;
    const answer& a = streamed(in);
    if (!answered(to, a)) return;
    const stream_text all(a.body);
    if (all.chunks.empty()) return to.skip("there are no events");
    f(a, all);
}

void stream_events(context& in, judge& to) {
    if (!answered(to, plain(in))) return;
    const answer& a = streamed(in);
    if (!accepted(to, a, "a streamed response is refused")) return;
    if (stream_text(a.body).chunks.empty()) {
        to.deviates(found(a, "the body is not an event stream"));
    } else if (a.media_type() != "text/event-stream") {
        to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
    }
}

void names(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        for (const chunk& c : all.chunks) {
            if (!c.json["type"].is_string()) continue;
            if (c.event != c.json["type"].string()) {
                return to.deviates(found_at(
                    a, c.offset,
                    c.named ? "the name of an event is not its type" : "an event without a name"));
            }
        }
    });
}

void event_schema(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        std::set<std::string> told;
        for (const chunk& c : all.chunks) {
            const std::string type = c.json["type"].string();
            for (const auto& n :
                 compare_with_document(document_kind::response_event, c.json.text())) {
                // the response in an event is checked where it is not streamed
                if (n.path.starts_with("response") || n.path == "sequence_number") continue;
                if (!told.insert(type + n.path + n.message).second) continue;
                finding f = found_at(a, c.offset, type + ": " + n.message);
                f.path = n.path;
                to.deviates(std::move(f));
            }
        }
    });
}

void sequence(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        std::int64_t due = all.chunks.front().json["sequence_number"].integer().value_or(0);
        for (const chunk& c : all.chunks) {
            const node value = c.json["sequence_number"];
            if (!value.integer()) {
                return to.deviates(found_at(a, value, "an event without a sequence number"));
            }
            if (value.integer() != due++) {
                return to.deviates(
                    found_at(a, value, "the sequence numbers do not count up by one"));
            }
        }
    });
}

void order(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        if (!all.chunks.front().json["type"].is("response.created")) {
            to.deviates(found_at(a, all.chunks.front().json,
                                 "the first event is not "
                                 "response.created"));
        }
        bool ended = false;
        for (const char* last : {"response.completed", "response.incomplete", "response.failed"}) {
            ended = ended || all.chunks.back().json["type"].is(last);
        }
        if (!ended) {
            to.deviates(found_at(a, all.chunks.back().json,
                                 "the last event does not end the "
                                 "response"));
        }
    });
}

// Each thing that is added is done, and nothing is said about it before and after.
void items_open(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        std::map<std::int64_t, int> items;
        for (const chunk& c : all.chunks) {
            const std::string type = c.json["type"].string();
            const node index = c.json["output_index"];
            if (!index.integer()) continue;
            int& state = items[*index.integer()];
            if (type == "response.output_item.added") {
                if (state != 0) to.deviates(found_at(a, c.json, "an item is added twice"));
                state = 1;
            } else if (state != 1) {
                to.deviates(found_at(a, c.json, type + " outside its item"));
                state = 1;
            } else if (type == "response.output_item.done") {
                state = 2;
            }
        }
        for (const auto& [index, state] : items) {
            if (state == 1) {
                to.deviates(found(a, "item " + std::to_string(index) + " is never done"));
            }
        }
    });
}

void item_ids(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        std::map<std::int64_t, std::string> ids;
        for (const chunk& c : all.chunks) {
            const auto index = c.json["output_index"].integer();
            if (!index) continue;
            const node value = c.json["item_id"] ? c.json["item_id"] : c.json["item"]["id"];
            if (!value.is_string()) continue;
            const auto [known, added] = ids.emplace(*index, value.string());
            if (!added && known->second != value.string()) {
                return to.deviates(found_at(a, value, "the id of an item changes"));
            }
        }
    });
}

void stream_text_joins(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        std::string joined, done;
        for (const chunk& c : all.chunks) {
            if (c.json["type"].is("response.output_text.delta")) {
                joined += c.json["delta"].string();
            } else if (c.json["type"].is("response.output_text.done")) {
                done += c.json["text"].string();
            }
        }
        const node last = all.chunks.back().json;
        if (joined != done) {
            to.deviates(found(a, "the deltas do not join to the text that is done"));
        } else if (last["response"]["output"].is_array() &&
                   output_text(last["response"]) != joined) {
            to.deviates(found_at(a, last["response"]["output"],
                                 "the response has another text than its deltas"));
        }
    });
}

void stream_usage(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        const node last = all.chunks.back().json;
        if (last["type"].is("response.completed") && !last["response"]["usage"].is_object()) {
            to.deviates(found_at(a, last["response"], "the completed response has no usage"));
        }
    });
}

void stream_id(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        std::string id_of_response;
        for (const chunk& c : all.chunks) {
            const node value = c.json["response"]["id"];
            if (!value.is_string()) continue;
            if (!id_of_response.empty() && !value.is(id_of_response)) {
                return to.deviates(found_at(a, value, "the id of the response changes"));
            }
            id_of_response = value.string();
        }
    });
}

void stream_end(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        if (!all.done.empty()) {
            to.deviates(found_at(a, all.done.front(), "[DONE] after the events of a response"));
        }
    });
}

void stream_like_plain(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& all) {
        const std::string whole = output_text(node(plain(in).body));
        if (output_text(node(in.post(path, in.response(), 1).body)) != whole) {
            return to.skip("the model does not answer alike");
        }
        std::string joined;
        for (const chunk& c : all.chunks) {
            if (c.json["type"].is("response.output_text.delta")) joined += c.json["delta"].string();
        }
        if (joined != whole) {
            to.deviates(found(a, "the deltas join to another text than the plain response"));
        }
    });
}

constexpr std::string_view document = "OpenAI: Responses";
constexpr std::string_view streaming = "OpenAI: Responses, streaming events";

constexpr check plain_table[] = {
    {"responses.answer", "an input answers 200", document, "", first},
    {"responses.json", "the answer is JSON, and says so", "RFC 8259", "", json},
    {"responses.schema", "the members that the document requires are there, with their types",
     document, "72", schema},
    {"responses.object", "`object` is \"response\"", document, "49", object},
    {"responses.id", "each response has an id of its own", document, "52", id},
    {"responses.status", "the status is \"completed\" or \"incomplete\"", document, "", status},
    {"responses.created_at", "`created_at` is in seconds", document, "54", created},
    {"responses.output", "the output has a message of the assistant, and ids of their own",
     document, "", output},
    {"responses.text", "the message has output_text", document, "", text},
    {"responses.usage", "usage, whose total is the sum", document, "98, 100", usage},
    {"responses.items", "a list of items is accepted as input", document, "", items},
    {"responses.instructions", "`instructions` are given back", document, "", instructions},
    {"responses.metadata", "`metadata` are given back", document, "", metadata},
    {"responses.max_output_tokens", "`max_output_tokens` bounds the response", document, "",
     max_output_tokens},
    {"responses.previous", "`previous_response_id` is accepted and given back", document, "",
     previous},
    {"responses.previous_unknown", "an unknown one is an error", document, "", previous_unknown},
    {"responses.retrieve", "GET /responses/ID gives it again", document, "", retrieve},
    {"responses.input_items", "GET /responses/ID/input_items gives a list", document, "",
     input_list},
    {"responses.call", "a required call has a call_id, the name and JSON arguments", document, "90",
     call},
    {"responses.call_output", "the output of a call is accepted", document, "", call_output},
};

constexpr check stream_table[] = {
    {"responses.stream", "a stream is an event stream", streaming, "24", stream_events},
    {"responses.stream_names", "the name of each event is its type", streaming, "8", names},
    {"responses.stream_schema", "each event has the members that the document requires", streaming,
     "", event_schema},
    {"responses.stream_sequence", "sequence numbers count up by one", streaming, "", sequence},
    {"responses.stream_order", "it begins with response.created, and ends with the end", streaming,
     "", order},
    {"responses.stream_items", "items are added, then done, and nothing is said outside", streaming,
     "", items_open},
    {"responses.stream_item_ids", "the id of an item stays", streaming, "52", item_ids},
    {"responses.stream_id", "the id of the response stays", streaming, "52", stream_id},
    {"responses.stream_text",
     "the deltas join to the text that is done, and to that of the "
     "response",
     streaming, "", stream_text_joins},
    {"responses.stream_usage", "the completed response has usage", streaming, "97", stream_usage},
    {"responses.stream_end", "there is no [DONE]", streaming, "18", stream_end},
    {"responses.stream_like_plain",
     "it joins to the plain response, where the model is "
     "deterministic",
     streaming, "", stream_like_plain},
};

}  // namespace

std::span<const check> response_checks() {
    return plain_table;
}
std::span<const check> response_stream_checks() {
    return stream_table;
}

}  // namespace conform
