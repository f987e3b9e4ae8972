// Checks of what is answered to requests that are not right.
#include "context.hpp"
#include "library.hpp"

namespace conform {

namespace {

constexpr std::string_view path = "/chat/completions";

// The answer must have that status; 0: any from 400 to 499.
void expect(judge& to, const answer& a, int status, std::string_view what) {
    if (!a.usable()) {
        if (a.end == answer_end::late || a.end == answer_end::unreachable) {
            return to.fail(describe(a));
        }
        return to.deviates(found(a, std::string(what) + ": " + describe(a)));
    }
    const bool good = status != 0 ? a.status == status : a.status >= 400 && a.status < 500;
    if (good) return;
    to.deviates(
        found(a, std::string(what) + " is answered with status " + std::to_string(a.status)));
}

bool chats(context& in, judge& to) {
    return answered(to, in.plain());
}

void refused(context& in, judge& to, std::string body, std::string_view what) {
    if (chats(in, to)) expect(to, in.post(path, std::move(body)), 0, what);
}

std::string bad(context& in, std::string_view more) {
    return in.chat(more);
}

void no_key(context& in, judge& to) {
    if (in.how().key.empty()) return to.skip("no key was given");
    if (!chats(in, to)) return;
    question q{"POST", std::string(path), in.chat()};
    q.no_key = true;
    expect(to, in.ask(q), 401, "a request without the key");
}

void bad_key(context& in, judge& to) {
    if (in.how().key.empty()) return to.skip("no key was given");
    if (!chats(in, to)) return;
    question q{"POST", std::string(path), in.chat()};
    q.bad_key = true;
    expect(to, in.ask(q), 401, "a wrong key");
}

void unknown_model(context& in, judge& to) {
    if (!chats(in, to)) return;
    const answer& a = in.post(path, R"({"model":"no-such-model-3141","messages":[{"role":"user",)"
                                    R"("content":"Hello"}],"max_tokens":8})");
    if (a.usable() && a.status == 200) return to.skip("any model is accepted");
    expect(to, a, 0, "an unknown model");
}

void bad_json(context& in, judge& to) {
    refused(in, to, R"({"model":"x","messages":[)", "JSON that ends early");
}
void no_object(context& in, judge& to) {
    refused(in, to, "[1,2]", "a body that is no object");
}
void empty_body(context& in, judge& to) {
    if (!chats(in, to)) return;
    question q{"POST", std::string(path), ""};
    q.fields = "Content-Type: application/json\r\n";
    expect(to, in.ask(q), 0, "an empty body");
}
void no_messages(context& in, judge& to) {
    refused(in, to, R"({"model":)" + quoted(in.model()) + "}", "a request without messages");
}
void no_model(context& in, judge& to) {
    if (!chats(in, to)) return;
    const answer& a =
        in.post(path, R"({"messages":[{"role":"user","content":"Hello"}],"max_tokens":8})");
    if (a.usable() && a.status == 200) return to.skip("the model may be left out");
    expect(to, a, 0, "a request without a model");
}
void empty_messages(context& in, judge& to) {
    refused(in, to, in.chat("", "[]"), "an empty list of messages");
}
void messages_text(context& in, judge& to) {
    refused(in, to, in.chat("", "\"Hello\""), "messages that are a text");
}
void message_number(context& in, judge& to) {
    refused(in, to, in.chat("", "[7]"), "a message that is a number");
}
void unknown_role(context& in, judge& to) {
    refused(in, to, in.chat("", R"([{"role":"nobody","content":"Hello"}])"), "an unknown role");
}
void no_role(context& in, judge& to) {
    refused(in, to, in.chat("", R"([{"content":"Hello"}])"), "a message without a role");
}
void temperature_text(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"temperature":"hot")"), "`temperature` as a text");
}
void temperature_range(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"temperature":7)"), "`temperature` 7");
}
void top_p_range(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"top_p":1.5)"), "`top_p` 1.5");
}
void n_range(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"n":0)"), "`n` 0");
}
void max_tokens_range(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"max_tokens":-5)"), "`max_tokens` -5");
}
void stream_text_type(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"stream":"yes")"), "`stream` as a text");
}
void top_logprobs(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"logprobs":true,"top_logprobs":99)"), "`top_logprobs` 99");
}
void format_type(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"response_format":{"type":"nothing"})"),
            "an unknown `response_format`");
}
void tools_type(context& in, judge& to) {
    refused(in, to, bad(in, R"(,"tools":"weather")"), "`tools` as a text");
}
void choice_unknown(context& in, judge& to) {
    refused(in, to,
            bad(in, R"(,"tools":[{"type":"function","function":{"name":"a","parameters":{}}}],)"
                    R"("tool_choice":{"type":"function","function":{"name":"b"}})"),
            "a `tool_choice` that was not declared");
}

const answer& nowhere(context& in) {
    return in.get("/no/such/path-3141");
}
void unknown_path(context& in, judge& to) {
    expect(to, nowhere(in), 404, "an unknown path");
}

const answer& wrong(context& in) {
    return in.ask({"PUT", std::string(path), "{}"});
}
void wrong_method(context& in, judge& to) {
    if (!chats(in, to)) return;
    const answer& a = wrong(in);
    if (a.usable() && a.status == 404) return;  // as OpenAI answers for some paths
    expect(to, a, 405, "PUT of /chat/completions");
}
void allow(context& in, judge& to) {
    if (!chats(in, to)) return;
    const answer& a = wrong(in);
    if (a.status != 405) return to.skip("the status is not 405");
    if (a.field("allow").find("POST") == std::string_view::npos) {
        to.deviates(found(a, "405 without Allow: POST"));
    }
}

const answer& before_stream(context& in) {
    return in.post(path, R"({"model":)" + quoted(in.model()) + R"(,"messages":7,"stream":true})");
}
void of_stream(context& in, judge& to) {
    if (chats(in, to)) expect(to, before_stream(in), 0, "a streamed request that is not right");
}
void of_stream_type(context& in, judge& to) {
    if (!chats(in, to)) return;
    const answer& a = before_stream(in);
    if (!a.usable() || a.status < 400) return to.skip("it is not refused");
    if (a.media_type() == "text/event-stream") {
        to.deviates(found(a, "an error before the stream is sent as an event stream"));
    }
}

void embeddings_input(context& in, judge& to) {
    if (!answered(to, in.post("/embeddings", R"({"model":)" + quoted(in.embedding_model()) +
                                                 R"(,"input":"one two three"})"))) {
        return;
    }
    expect(to, in.post("/embeddings", R"({"model":)" + quoted(in.embedding_model()) + "}"), 0,
           "an embedding without input");
}
void responses_input(context& in, judge& to) {
    if (!answered(to, in.post("/responses", in.response()))) return;
    expect(to, in.post("/responses", R"({"model":)" + quoted(in.model()) + R"(,"input":7})"), 0,
           "a response whose input is a number");
}

// Error answers to requests that HTTP itself has nothing against.
template <class F>
void each_error(context& in, judge& to, F&& f) {
    for (const std::string& body :
         {std::string(R"({"model":"x","messages":[)"), std::string("[1,2]"),
          R"({"model":)" + quoted(in.model()) + "}", in.chat("", "\"Hello\"")}) {
        static_cast<void>(in.post(path, body));
    }
    static_cast<void>(nowhere(in));
    bool any = false;
    for (const answer* a : in.answers()) {
        if (!a->usable() || a->status < 400 || a->status == 429 || a->status > 599) continue;
        if (a->asked.starts_with("wire:") || a->asked.starts_with("HEAD") ||
            a->asked.starts_with("OPTIONS") || a == &before_stream(in)) {
            continue;
        }
        any = true;
        f(*a);
    }
    if (!any) to.skip("nothing was refused");
}

void is_json(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        if (!node(a.body)) {
            to.deviates(found(a, a.body.empty() ? "an error without a body"
                                                : "the body of an error is not JSON"));
        }
    });
}
void media_type(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        if (node(a.body) && a.media_type() != "application/json") {
            to.deviates(found(a, "the media type of an error is \"" + a.media_type() + '"'));
        }
    });
}
void shape(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        const node body(a.body);
        if (body && !body["error"].is_object()) {
            to.deviates(found_at(a, body["error"] ? body["error"] : body,
                                 "the body has no object `error`"));
        }
    });
}
void message(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        const node error = node(a.body)["error"];
        if (error.is_object() && error["message"].string().empty()) {
            to.deviates(found_at(a, error["message"], "an error without a message"));
        }
    });
}
void type(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        const node error = node(a.body)["error"];
        if (error.is_object() && !error["type"].is_string()) {
            to.deviates(found_at(a, error["type"], "`error.type` is not a text"));
        }
    });
}
void param(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        const node error = node(a.body)["error"];
        if (!error.is_object()) return;
        const node value = error["param"];
        if (!value || !(value.is_string() || value.is_null())) {
            to.deviates(found_at(a, value, "`error.param` is neither a text nor null"));
        }
    });
}
void code(context& in, judge& to) {
    each_error(in, to, [&](const answer& a) {
        const node error = node(a.body)["error"];
        if (!error.is_object()) return;
        const node value = error["code"];
        if (!value || !(value.is_string() || value.is_null())) {
            to.deviates(found_at(a, value, "`error.code` is neither a text nor null"));
        }
    });
}

constexpr std::string_view codes = "OpenAI: Error codes";
constexpr std::string_view create = "OpenAI: Chat completions, create";
constexpr std::string_view object = "OpenAI: the error object";

constexpr check table[] = {
    {"error.no_key", "a request without a key answers 401", codes, "", no_key},
    {"error.bad_key", "a wrong key answers 401", codes, "", bad_key},
    {"error.unknown_model", "an unknown model is refused", codes, "", unknown_model},
    {"error.bad_json", "a body that is not JSON is refused", codes, "", bad_json},
    {"error.no_object", "a body that is no object is refused", codes, "", no_object},
    {"error.empty_body", "an empty body is refused", codes, "", empty_body},
    {"error.no_messages", "a request without messages is refused", create, "", no_messages},
    {"error.no_model", "a request without a model is refused, if the model matters", create, "",
     no_model},
    {"error.empty_messages", "an empty list of messages is refused", create, "", empty_messages},
    {"error.messages_text", "messages that are a text are refused", create, "", messages_text},
    {"error.message_number", "a message that is a number is refused", create, "", message_number},
    {"error.unknown_role", "an unknown role is refused", create, "", unknown_role},
    {"error.no_role", "a message without a role is refused", create, "", no_role},
    {"error.temperature_text", "`temperature` as a text is refused", create, "", temperature_text},
    {"error.temperature_range", "`temperature` over 2 is refused", create, "", temperature_range},
    {"error.top_p_range", "`top_p` over 1 is refused", create, "", top_p_range},
    {"error.n_range", "`n` 0 is refused", create, "", n_range},
    {"error.max_tokens_range", "a negative `max_tokens` is refused", create, "", max_tokens_range},
    {"error.stream_text", "`stream` as a text is refused", create, "", stream_text_type},
    {"error.top_logprobs", "`top_logprobs` over 20 is refused", create, "", top_logprobs},
    {"error.response_format", "an unknown `response_format` is refused", create, "", format_type},
    {"error.tools_text", "`tools` as a text is refused", create, "", tools_type},
    {"error.tool_choice", "a `tool_choice` that was not declared is refused", create, "",
     choice_unknown},
    {"error.unknown_path", "an unknown path answers 404", codes, "", unknown_path},
    {"error.wrong_method", "another method answers 405 or 404", "RFC 9110, 15.5.6", "",
     wrong_method},
    {"error.allow", "405 names the methods in Allow", "RFC 9110, 15.5.6", "", allow},
    {"error.of_stream", "a streamed request that is not right is refused by its status", codes,
     "39", of_stream},
    {"error.of_stream_type", "and not as an event stream", codes, "39", of_stream_type},
    {"error.embeddings", "an embedding without input is refused", "OpenAI: Embeddings", "",
     embeddings_input},
    {"error.responses", "a response whose input is a number is refused", "OpenAI: Responses", "",
     responses_input},
    {"error.json", "errors are JSON", object, "28, 117", is_json},
    {"error.media_type", "errors are application/json", object, "112", media_type},
    {"error.object", "errors are in an object `error`", object,
     "105, 106, 107, 108, 109, 110, 111, 112", shape},
    {"error.message", "it has a message", object, "104, 114", message},
    {"error.type", "it has a type, a text", object, "104", type},
    {"error.param", "it has `param`, a text or null", object, "104", param},
    {"error.code", "it has `code`, a text or null", object, "104", code},
};

}  // namespace

std::span<const check> error_checks() {
    return table;
}

}  // namespace conform
