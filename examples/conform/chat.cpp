// Checks of a plain chat completion.
#include <set>

#include "context.hpp"
#include "library.hpp"

namespace conform {

namespace {

node plain(context& in, judge& to) {
    return document_of(to, in.plain());
}

void first(context& in, judge& to) {
    const answer& a =
        in.post("/chat/completions", R"({"model":)" + quoted(in.model()) +
                                         R"(,"messages":[{"role":"user","content":"Hello"}]})");
    if (a.status == 404 || a.status == 501) return to.skip("not offered: " + refusal(a));
    if (a.status == 401 || a.status == 403) return to.fail("the key is refused: " + refusal(a));
    accepted(to, a, "a model and a message are not enough");
}

void media_type(context& in, judge& to) {
    const answer& a = in.plain();
    if (!answered(to, a) || a.media_type() == "application/json") return;
    to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
}

void json(context& in, judge& to) {
    const answer& a = in.plain();
    if (answered(to, a) && !node(a.body)) {
        to.deviates(found(a, a.body.empty() ? "the body is empty" : "the body is not JSON"));
    }
}

void utf8(context& in, judge& to) {
    const answer& a = in.plain();
    std::size_t at = 0;
    if (answered(to, a) && !is_utf8_text(a.body, at)) {
        to.deviates(found_at(a, at, "the body is not UTF-8"));
    }
}

void schema(context& in, judge& to) {
    const answer& a = in.plain();
    if (!plain(in, to)) return;
    for (const auto& n : compare_with_document(document_kind::chat, a.body)) {
        // dedicated checks name these
        if (n.path.starts_with("usage")) continue;
        finding f = found(a, n.message);
        f.path = n.path;
        to.deviates(std::move(f));
    }
}

void duplicates(context& in, judge& to) {
    const node body = plain(in, to);
    const auto look = [&](const node& object) {
        std::set<std::string> names;
        object.members([&](std::string_view name, const node& member) {
            if (!names.emplace(name).second) {
                to.deviates(found_at(in.plain(), member, "the same member twice"));
            }
        });
    };
    look(body);
    body["choices"].each(look);
    look(body["choices"][0]["message"]);
    look(body["usage"]);
}

void object(context& in, judge& to) {
    const node value = plain(in, to)["object"];
    if (value.is_string() && !value.is("chat.completion")) {
        to.deviates(found_at(in.plain(), value, "`object` is not \"chat.completion\""));
    }
}

void id(context& in, judge& to) {
    const node value = plain(in, to)["id"];
    if (value.is_string() && value.string().empty()) {
        to.deviates(found_at(in.plain(), value, "an empty id"));
    }
    const node other(in.post("/chat/completions", in.chat(), 1).body);
    if (value.is_string() && !value.string().empty() && other["id"].is(value.string())) {
        to.deviates(found_at(in.plain(), value, "two answers have the same id"));
    }
}

void created(context& in, judge& to) {
    const node value = plain(in, to)["created"];
    const auto when = value.integer();
    if (when && (*when < 1'500'000'000 || *when > 20'000'000'000)) {
        to.deviates(found_at(in.plain(), value, "`created` is not in seconds since 1970"));
    }
}

void model(context& in, judge& to) {
    const node value = plain(in, to)["model"];
    if (value.is_string() && value.string().empty()) {
        to.deviates(found_at(in.plain(), value, "an empty name of the model"));
    }
}

void choices(context& in, judge& to) {
    const node list = plain(in, to)["choices"];
    if (list.is_array() && list.size() != 1) {
        to.deviates(found_at(in.plain(), list,
                             std::to_string(list.size()) + " choices, although one was asked for"));
    }
    const node index = list[0]["index"];
    if (list.size() == 1 && index.is_number() && index.integer() != 0) {
        to.deviates(found_at(in.plain(), index, "the index of the only choice is not 0"));
    }
}

void role(context& in, judge& to) {
    const node value = plain(in, to)["choices"][0]["message"]["role"];
    if (value.is_string() && !value.is("assistant")) {
        to.deviates(found_at(in.plain(), value, "the role is not \"assistant\""));
    }
}

void content(context& in, judge& to) {
    const node message = plain(in, to)["choices"][0]["message"];
    if (!message.is_object()) return;
    const node value = message["content"];
    const bool other = !message["refusal"].is_unset() || !message["tool_calls"].is_unset() ||
                       !message["reasoning_content"].is_unset() || !message["reasoning"].is_unset();
    if (value.is_array()) {
        to.deviates(found_at(in.plain(), value, "the content is a list of parts"));
    } else if (!other && (value.is_unset() || (value.is_string() && value.string().empty()))) {
        to.deviates(found_at(in.plain(), value, "a message without content"));
    }
}

void finish_reason(context& in, judge& to) {
    const node value = plain(in, to)["choices"][0]["finish_reason"];
    if (!value.is_string()) return;
    for (const char* known : {"stop", "length", "tool_calls", "content_filter", "function_call"}) {
        if (value.is(known)) return;
    }
    to.deviates(found_at(in.plain(), value, "an unknown finish reason"));
}

void no_choice_error(context& in, judge& to) {
    const node body = plain(in, to);
    for (const node& place : {body["error"], body["choices"][0]["error"]}) {
        if (!place.is_unset()) {
            to.deviates(found_at(in.plain(), place, "an error in an answer with status 200"));
        }
    }
}

void reasoning(context& in, judge& to) {
    const node message = plain(in, to)["choices"][0]["message"];
    int names = 0;
    for (const char* name : {"reasoning_content", "reasoning", "reasoning_details"}) {
        if (!message[name].is_unset()) ++names;
    }
    if (names > 1) {
        to.deviates(found_at(in.plain(), message, "reasoning under several names"));
    }
}

void stream_false(context& in, judge& to) {
    const answer& a = in.post("/chat/completions", in.chat(R"(,"stream":false)"));
    if (accepted(to, a, "`stream` false is refused") && !a.coded() && !node(a.body)) {
        to.deviates(found(a, "`stream` false is not answered with JSON"));
    }
}

void coding(context& in, judge& to) {
    const answer& a = in.plain();
    if (!a.usable()) return to.fail(describe(a));
    if (a.coded()) {
        to.deviates(found(a, "a content coding that was not asked for"));
    }
}

void mark(context& in, judge& to) {
    const answer& a = in.plain();
    if (answered(to, a) && a.body.starts_with("\xef\xbb\xbf")) {
        to.deviates(found_at(a, 0, "a byte order mark before the JSON text"));
    }
}

void surrogates(context& in, judge& to) {
    const node body = plain(in, to);
    const std::string text = text_of(body);
    if (text.find("\xef\xbf\xbd") != text.npos) {
        to.deviates(found_at(in.plain(), body["choices"][0]["message"]["content"],
                             "U+FFFD or half a surrogate pair in the text"));
    }
}

constexpr std::string_view document = "OpenAI: Chat completions, the chat completion object";

constexpr check table[] = {
    {"chat.answer", "a request with a model and one message answers 200",
     "OpenAI: Chat completions", "", first},
    {"chat.media_type", "the answer is application/json", "RFC 8259, 11", "28", media_type},
    {"chat.no_coding", "no content coding that was not asked for", "RFC 9110, 12.5.3", "", coding},
    {"chat.utf8", "the answer is UTF-8", "RFC 8259, 8.1", "31, 33", utf8},
    {"chat.mark", "no byte order mark", "RFC 8259, 8.1", "76", mark},
    {"chat.json", "the answer is JSON", "RFC 8259", "28, 29, 51", json},
    {"chat.schema", "the members that the document requires are there, with their types", document,
     "52, 53, 61, 62, 72", schema},
    {"chat.duplicates", "no member twice", "RFC 8259, 4", "74", duplicates},
    {"chat.object", "`object` is \"chat.completion\"", document, "49", object},
    {"chat.id", "each answer has an id of its own", document, "52", id},
    {"chat.created", "`created` is in seconds", document, "53, 54", created},
    {"chat.model", "`model` is not empty", document, "55", model},
    {"chat.choices", "one choice, with index 0", document, "44, 57, 58, 60", choices},
    {"chat.role", "the role is \"assistant\"", document, "67, 68", role},
    {"chat.content", "the content is a text that is not empty", document, "69, 70", content},
    {"chat.characters", "characters are whole", "RFC 8259, 8.2", "32", surrogates},
    {"chat.finish_reason", "`finish_reason` is one of the five", document, "63, 64", finish_reason},
    {"chat.no_error", "no error in an answer with status 200", "OpenAI: Error codes", "39, 40, 41",
     no_choice_error},
    {"chat.reasoning", "reasoning has one name", "docs/quirks.md", "77, 78", reasoning},
    {"chat.stream_false", "`stream` false is answered with JSON", "OpenAI: Chat completions", "",
     stream_false},
};

}  // namespace

std::span<const check> chat_checks() {
    return table;
}

}  // namespace conform
