// Checks of tool calls.
#include <map>
#include <set>

#include "context.hpp"
#include "events.hpp"

namespace conform {

namespace {

constexpr std::string_view path = "/chat/completions";
constexpr std::string_view declared =
    R"(,"tools":[{"type":"function","function":{"name":"weather","description":"The weather of a city",)"
    R"("parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}},)"
    R"({"type":"function","function":{"name":"time","description":"The time in a city","parameters":)"
    R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}])";
constexpr std::string_view question_of_weather =
    R"([{"role":"user","content":"How is the weather in Bern?"}])";

std::string with_tools(context& in, std::string_view more) {
    return in.chat(std::string(declared) + ",\"max_tokens\":300" + std::string(more),
                   question_of_weather);
}

constexpr std::string_view required = R"(,"tool_choice":"required")";
constexpr std::string_view required_stream = R"(,"tool_choice":"required","stream":true)";

// The answer to a request that requires a call.
const answer& called(context& in) {
    return in.post(path, with_tools(in, required));
}
// Its calls; skips if there are none.
node calls(context& in, judge& to) {
    const node body = document_of(to, called(in));
    const node list = body["choices"][0]["message"]["tool_calls"];
    if (to.open() && list.size() == 0) to.skip("there is no call");
    return list;
}

void offered(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const answer& a = in.post(path, with_tools(in, ""));
    if (a.usable() && a.status >= 400 && a.status < 500) return to.skip("refused: " + refusal(a));
    accepted(to, a, "a request with tools");
}

void must(context& in, judge& to) {
    const node body = document_of(to, called(in));
    const node message = body["choices"][0]["message"];
    if (body["choices"][0]["finish_reason"].is("length")) return to.skip("the answer was cut");
    if (message.is_object() && message["tool_calls"].size() == 0) {
        to.deviates(found_at(called(in), message, "no call, although one is required"));
    }
}

void is_list(context& in, judge& to) {
    const node body = document_of(to, called(in));
    const node list = body["choices"][0]["message"]["tool_calls"];
    if (!list.is_unset() && !list.is_array()) {
        to.deviates(found_at(called(in), list, "`tool_calls` is no list"));
    }
}

void named(context& in, judge& to) {
    const answer& a = in.post(
        path, with_tools(in, R"(,"tool_choice":{"type":"function","function":{"name":"time"}})"));
    const node body = document_of(to, a);
    const node list = body["choices"][0]["message"]["tool_calls"];
    if (!body || body["choices"][0]["finish_reason"].is("length")) return;
    if (list.size() == 0) {
        to.deviates(found_at(a, body["choices"][0]["message"], "no call of the named function"));
    } else if (!list[0]["function"]["name"].is("time")) {
        to.deviates(
            found_at(a, list[0]["function"]["name"], "another function than the named one"));
    }
}

void none(context& in, judge& to) {
    const answer& a = in.post(path, with_tools(in, R"(,"tool_choice":"none")"));
    const node list = document_of(to, a)["choices"][0]["message"]["tool_calls"];
    if (list.size() != 0) to.deviates(found_at(a, list, "a call, although none is allowed"));
}

void finish(context& in, judge& to) {
    const node body = document_of(to, called(in));
    if (calls(in, to).size() == 0) return;
    const node reason = body["choices"][0]["finish_reason"];
    // "stop" is what OpenAI sends for required calls
    if (reason.is_string() && !reason.is("tool_calls") && !reason.is("stop") &&
        !reason.is("length")) {
        to.deviates(found_at(called(in), reason, "the finish reason of a call"));
    }
}

void type(context& in, judge& to) {
    calls(in, to).each([&](const node& one) {
        if (!one["type"].is("function")) {
            to.deviates(
                found_at(called(in), one["type"], "the type of a call is not \"function\""));
        }
    });
}

void id(context& in, judge& to) {
    std::set<std::string> seen;
    calls(in, to).each([&](const node& one) {
        const node value = one["id"];
        if (!value.is_string() || value.string().empty()) {
            to.deviates(found_at(called(in), value, "a call without an id"));
        } else if (!seen.insert(value.string()).second) {
            to.deviates(found_at(called(in), value, "two calls have the same id"));
        }
    });
}

void fresh_id(context& in, judge& to) {
    const node first = calls(in, to)[0]["id"];
    const node again(in.post(path, with_tools(in, required), 1).body);
    if (first.is_string() && !first.string().empty() &&
        again["choices"][0]["message"]["tool_calls"][0]["id"].is(first.string())) {
        to.deviates(found_at(called(in), first, "calls of two answers have the same id"));
    }
}

void name_of(context& in, judge& to) {
    calls(in, to).each([&](const node& one) {
        const node value = one["function"]["name"];
        if (!value.is("weather") && !value.is("time")) {
            to.deviates(found_at(called(in), value, "a function that was not declared"));
        }
    });
}

void arguments(context& in, judge& to) {
    calls(in, to).each([&](const node& one) {
        const node value = one["function"]["arguments"];
        if (!value.is_string()) {
            return to.deviates(found_at(called(in), value, "the arguments are not a text"));
        }
        const std::string text = value.string();
        if (!node(text).is_object()) {
            to.deviates(found_at(called(in), value, "the arguments are not a JSON object"));
        }
    });
}

void arguments_fit(context& in, judge& to) {
    calls(in, to).each([&](const node& one) {
        const std::string text = one["function"]["arguments"].string();
        const node value(text);
        if (value.is_object() && !value["city"].is_string()) {
            to.deviates(found_at(called(in), one["function"]["arguments"],
                                 "the arguments lack what the schema requires"));
        }
    });
}

void parallel(context& in, judge& to) {
    if (calls(in, to).size() == 0) return;
    const answer& a =
        in.post(path, with_tools(in, std::string(required) + R"(,"parallel_tool_calls":false)"));
    const node list = document_of(to, a)["choices"][0]["message"]["tool_calls"];
    if (list.size() > 1) to.deviates(found_at(a, list, "several calls, although one is allowed"));
}

void strict(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const answer& a = in.post(
        path,
        in.chat(
            R"(,"max_tokens":300,"tools":[{"type":"function","function":{"name":"weather","strict":true,)"
            R"("parameters":{"type":"object","properties":{"city":{"type":"string"}},"required":["city"],)"
            R"("additionalProperties":false}}}])",
            question_of_weather));
    if (a.usable() && a.status >= 400 && a.status < 500) return to.skip("refused: " + refusal(a));
    accepted(to, a, "a strict function");
}

void result(context& in, judge& to) {
    if (in.post(path, with_tools(in, "")).status != 200) return to.skip("tools are not offered");
    const answer& a = in.post(
        path,
        in.chat(
            std::string(declared),
            R"([{"role":"user","content":"How is the weather in Bern?"},{"role":"assistant","content":null,)"
            R"("tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":)"
            R"("{\"city\":\"Bern\"}"}}]},{"role":"tool","tool_call_id":"call_1","content":"rain"}])"));
    accepted(to, a, "the result of a call is refused");
}

// Calls f(answer, piece) for each piece of a call in the streamed answer.
template <class F>
void each_piece(context& in, judge& to, F&& f) {
    const answer& a = in.post(path, with_tools(in, required_stream));
    if (!answered(to, a)) return;
    const stream_text text(a.body);
    bool any = false;
    for (const chunk& c : text.chunks) {
        c.json["choices"][0]["delta"]["tool_calls"].each([&](const node& piece) {
            any = true;
            f(a, piece);
        });
    }
    if (!any) to.skip("there is no call");
}

void stream_calls(context& in, judge& to) {
    if (calls(in, to).size() == 0) return;
    const answer& a = in.post(path, with_tools(in, required_stream));
    if (!answered(to, a)) return;
    const stream_text text(a.body);
    for (const chunk& c : text.chunks) {
        const node choice = c.json["choices"][0];
        if (choice["delta"]["tool_calls"].size() != 0 || choice["finish_reason"].is("length"))
            return;
    }
    if (!text.chunks.empty())
        to.deviates(found(a, "no call in the stream, although one is required"));
}

void stream_index(context& in, judge& to) {
    std::int64_t last = -1;
    each_piece(in, to, [&](const answer& a, const node& piece) {
        const node value = piece["index"];
        if (!value.integer()) {
            return to.deviates(found_at(a, value, "a piece of a call without an index"));
        }
        if (*value.integer() != last && *value.integer() != last + 1) {
            to.deviates(found_at(a, value, "the indices of calls do not count from 0"));
        }
        last = *value.integer();
    });
}

void stream_id(context& in, judge& to) {
    std::map<std::int64_t, std::string> ids;
    each_piece(in, to, [&](const answer& a, const node& piece) {
        const auto index = piece["index"].integer().value_or(0);
        const node value = piece["id"];
        if (!ids.contains(index)) {
            ids[index] = value.string();
            if (value.string().empty()) {
                to.deviates(found_at(a, value, "the first piece of a call has no id"));
            }
        } else if (!value.is_unset()) {
            to.deviates(found_at(
                a, value,
                value.is(ids[index]) ? "the id is repeated" : "another id of the same call"));
        }
    });
}

void stream_name(context& in, judge& to) {
    std::set<std::int64_t> seen;
    each_piece(in, to, [&](const answer& a, const node& piece) {
        const node value = piece["function"]["name"];
        if (seen.insert(piece["index"].integer().value_or(0)).second) {
            if (value.string().empty()) {
                to.deviates(found_at(a, value, "the first piece of a call has no name"));
            }
        } else if (!value.is_unset()) {
            to.deviates(found_at(a, value, "the name comes again"));
        }
    });
}

void stream_type(context& in, judge& to) {
    std::set<std::int64_t> seen;
    each_piece(in, to, [&](const answer& a, const node& piece) {
        const node value = piece["type"];
        const bool first = seen.insert(piece["index"].integer().value_or(0)).second;
        if (first ? !value.is("function") : !value.is_unset() && !value.is("function")) {
            to.deviates(found_at(a, value, "the type of a call is not \"function\""));
        }
    });
}

void stream_arguments(context& in, judge& to) {
    std::map<std::int64_t, std::string> joined;
    const answer& a = in.post(path, with_tools(in, required_stream));
    each_piece(in, to, [&](const answer&, const node& piece) {
        const node value = piece["function"]["arguments"];
        if (!value.is_unset() && !value.is_string()) {
            return to.deviates(found_at(a, value, "the arguments are not a text"));
        }
        joined[piece["index"].integer().value_or(0)] += value.string();
    });
    if (!to.open() || a.body.find(R"("finish_reason":"length")") != a.body.npos) return;
    for (const auto& [index, text] : joined) {
        if (!node(text).is_object()) {
            finding f = found(a, "the arguments of a streamed call do not join to a JSON object");
            f.excerpt = excerpt_of(a, text, 0);
            to.deviates(std::move(f));
        }
    }
}

void stream_finish(context& in, judge& to) {
    const answer& a = in.post(path, with_tools(in, required_stream));
    bool calls_seen = false;
    each_piece(in, to, [&](const answer&, const node&) { calls_seen = true; });
    if (!calls_seen) return;
    const node whole(called(in).body);
    const stream_text text(a.body);
    for (const chunk& c : text.chunks) {
        const node value = c.json["choices"][0]["finish_reason"];
        if (value.is_string() && !value.is("tool_calls") &&
            !value.is(whole["choices"][0]["finish_reason"].string())) {
            to.deviates(found_at(a, value, "a stream of calls ends with another finish reason"));
        }
    }
}

constexpr std::string_view document = "OpenAI: Function calling";

constexpr check table[] = {
    {"tools.offered", "tools are accepted", document, "", offered},
    {"tools.required", "`tool_choice` \"required\" gives a call", document, "", must},
    {"tools.list", "`tool_calls` is a list", document, "94", is_list},
    {"tools.named", "a named function is called", document, "", named},
    {"tools.none", "`tool_choice` \"none\" gives no call", document, "", none},
    {"tools.finish_reason", "a call ends with \"tool_calls\" or \"stop\"", document, "64, 65",
     finish},
    {"tools.type", "the type of a call is \"function\"", document, "89", type},
    {"tools.id", "each call has an id of its own", document, "87", id},
    {"tools.fresh_id", "calls of two answers have other ids", document, "87", fresh_id},
    {"tools.name", "the function was declared", document, "88", name_of},
    {"tools.arguments", "the arguments are a text, and a JSON object in it", document, "90",
     arguments},
    {"tools.arguments_fit", "they have what the schema requires", document, "", arguments_fit},
    {"tools.parallel", "`parallel_tool_calls` false gives one call at most", document, "",
     parallel},
    {"tools.strict", "a strict function is accepted, or refused as an error", document, "", strict},
    {"tools.result", "the result of a call is accepted", document, "", result},
    {"tools.stream", "a required call is streamed, too", document, "", stream_calls},
    {"tools.stream_index", "each piece has an index, counted from 0", document,
     "82, 83, 84, 85, 86", stream_index},
    {"tools.stream_id", "the first piece of a call has its id, no other", document, "87",
     stream_id},
    {"tools.stream_name", "the first piece has the name, no other", document, "88", stream_name},
    {"tools.stream_type", "the first piece has the type", document, "89", stream_type},
    {"tools.stream_arguments", "the arguments join to a JSON object", document, "90, 91",
     stream_arguments},
    {"tools.stream_finish", "the stream ends with \"tool_calls\"", document, "65", stream_finish},
};

}  // namespace

std::span<const check> tool_checks() {
    return table;
}

}  // namespace conform
