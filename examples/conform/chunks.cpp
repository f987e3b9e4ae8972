// Checks of the chunks of a streamed chat completion.
#include <map>
#include <set>

#include "context.hpp"
#include "events.hpp"
#include "library.hpp"

namespace conform {

namespace {

// Calls f(answer, text) if there are chunks.
template <class F>
void with(judge& to, const answer& a, F&& f) {
    if (!answered(to, a)) return;
    const stream_text text(a.body);
    if (text.chunks.empty()) return to.skip("there are no chunks");
    f(a, text);
}
template <class F>
void with(context& in, judge& to, F&& f) {
    with(to, in.streamed(), f);
}

void schema(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        std::set<std::string> told;
        for (const chunk& c : text.chunks) {
            for (const auto& n : compare_with_document(document_kind::chat_chunk, c.json.text())) {
                // usage, the number of choices and finish reasons have checks of their own
                if (n.path.starts_with("usage") || n.path.ends_with("finish_reason")) continue;
                if (!told.insert(n.path + n.message).second) continue;
                finding f = found_at(a, c.offset, n.message);
                f.path = n.path;
                to.deviates(std::move(f));
            }
        }
    });
}

void object(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node value = c.json["object"];
            if (value.is_string() && !value.is("chat.completion.chunk")) {
                return to.deviates(found_at(a, value, "`object` is not \"chat.completion.chunk\""));
            }
        }
    });
}

void constant(context& in, judge& to, std::string_view member) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        const node first = text.chunks.front().json[member];
        for (const chunk& c : text.chunks) {
            const node value = c.json[member];
            if (!value.is_unset() && !first.is_unset() && value.text() != first.text()) {
                return to.deviates(
                    found_at(a, value, '`' + std::string(member) + "` changes within the stream"));
            }
        }
    });
}
void id_constant(context& in, judge& to) {
    constant(in, to, "id");
}
void created_constant(context& in, judge& to) {
    constant(in, to, "created");
}
void model_constant(context& in, judge& to) {
    constant(in, to, "model");
}

void id(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            if (c.json["id"].is("")) return to.deviates(found_at(a, c.json["id"], "an empty id"));
        }
        const node first = text.chunks.front().json["id"];
        if (!first.is_string()) return;
        if (node(in.plain().body)["id"].is(first.string())) {
            to.deviates(found_at(a, first, "the stream has the id of another answer"));
        }
    });
}

void created(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        const node value = text.chunks.front().json["created"];
        const auto when = value.integer();
        if (when && (*when < 1'500'000'000 || *when > 20'000'000'000)) {
            to.deviates(found_at(a, value, "`created` is not in seconds since 1970"));
        }
    });
}

void model(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        const node value = text.chunks.front().json["model"];
        const node whole(in.plain().body);
        if (value.is("")) return to.deviates(found_at(a, value, "an empty name of the model"));
        if (value.is_string() && whole["model"].is_string() && !whole["model"].is("") &&
            !value.is(whole["model"].string())) {
            to.deviates(found_at(a, value, "another model than in the plain answer"));
        }
    });
}

void empty_choices(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node list = c.json["choices"];
            if (list.is_array() && list.size() == 0 && !c.json["usage"].is_object()) {
                return to.deviates(found_at(a, list, "a chunk without choices and usage"));
            }
        }
    });
}

void index(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node list = c.json["choices"];
            if (list.size() > 1) {
                return to.deviates(
                    found_at(a, list, "several choices, although one was asked for"));
            }
            const node value = list[0]["index"];
            if (value.is_number() && value.integer() != 0) {
                return to.deviates(found_at(a, value, "the index of the only choice is not 0"));
            }
        }
    });
}

void no_message(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node message = c.json["choices"][0]["message"];
            if (!message.is_unset()) {
                return to.deviates(found_at(a, message, "`message` in a chunk"));
            }
        }
    });
}

void role_first(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node choice = c.json["choices"][0];
            if (!choice.is_object()) continue;
            const node role = choice["delta"]["role"];
            if (!role.is("assistant")) {
                to.deviates(found_at(a, role, "the first delta has no role \"assistant\""));
            }
            return;
        }
    });
}

void role_once(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        int deltas = 0;
        for (const chunk& c : text.chunks) {
            const node choice = c.json["choices"][0];
            if (!choice.is_object()) continue;
            const node role = choice["delta"]["role"];
            if (deltas++ != 0 && !role.is_unset()) {
                return to.deviates(found_at(a, role, "the role is repeated"));
            }
        }
    });
}

void content(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node value = c.json["choices"][0]["delta"]["content"];
            if (value.is_array()) {
                return to.deviates(found_at(a, value, "the content of a delta is a list"));
            }
        }
    });
}

void finish(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        int reasons = 0;
        for (const chunk& c : text.chunks) {
            const node value = c.json["choices"][0]["finish_reason"];
            if (value.is("")) {
                return to.deviates(found_at(a, value, "an empty finish reason"));
            }
            if (value.is_string() && ++reasons == 2) {
                return to.deviates(found_at(a, value, "a second finish reason"));
            }
        }
        if (reasons == 0) {
            to.deviates(found_at(a, text.chunks.back().json, "no chunk has a finish reason"));
        }
    });
}

void finish_null(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node choice = c.json["choices"][0];
            const node value = choice["finish_reason"];
            if (choice.is_object() && !value) {
                return to.deviates(found_at(a, choice, "a choice without `finish_reason`"));
            }
        }
    });
}

void finish_known(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node value = c.json["choices"][0]["finish_reason"];
            bool known = !value.is_string() || value.is("");
            for (const char* one :
                 {"stop", "length", "tool_calls", "content_filter", "function_call"}) {
                known = known || value.is(one);
            }
            if (!known) return to.deviates(found_at(a, value, "an unknown finish reason"));
        }
    });
}

void after_finish(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        bool finished = false;
        for (const chunk& c : text.chunks) {
            const node choice = c.json["choices"][0];
            const node value = choice["delta"]["content"];
            if (finished && value.is_string() && !value.string().empty()) {
                return to.deviates(found_at(a, value, "text after the finish reason"));
            }
            finished = finished ||
                       (choice["finish_reason"].is_string() && !choice["finish_reason"].is(""));
        }
    });
}

void characters(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node value = c.json["choices"][0]["delta"]["content"];
            if (value.string().find("\xef\xbf\xbd") != std::string::npos) {
                return to.deviates(
                    found_at(a, value, "half a character: it is cut between two chunks"));
            }
        }
    });
}

void pieces(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        int pieces = 0;
        for (const chunk& c : text.chunks) {
            const node value = c.json["choices"][0]["delta"]["content"];
            if (value.is_string() && !value.string().empty()) ++pieces;
        }
        if (pieces < 2 && joined_text(text).size() > 20) {
            to.deviates(found_at(a, text.chunks.front().json, "the whole text in one delta"));
        }
    });
}

void like_plain(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        const std::string first = text_of(node(in.plain().body));
        const node second(in.post("/chat/completions", in.chat(), 1).body);
        if (first.empty() || text_of(second) != first) {
            return to.skip("the model does not answer alike");
        }
        if (joined_text(text) != first) {
            const stream_text again(
                in.post("/chat/completions", in.chat(R"(,"stream":true)"), 1).body);
            if (joined_text(again) != joined_text(text)) return to.skip("the streams differ");
            to.deviates(found(a, "the deltas join to another text than the plain answer"));
        }
    });
}

void finish_like_plain(context& in, judge& to) {
    with(in, to, [&](const answer& a, const stream_text& text) {
        const node whole(in.plain().body);
        if (joined_text(text) != text_of(whole)) return to.skip("the texts differ");
        const node due = whole["choices"][0]["finish_reason"];
        if (!due.is("stop") && !due.is("length")) return to.skip("the plain answer has none");
        for (const chunk& c : text.chunks) {
            const node value = c.json["choices"][0]["finish_reason"];
            if (!value.is_string() || value.is("")) continue;
            const bool known = value.is("stop") || value.is("length") || value.is("tool_calls") ||
                               value.is("content_filter") || value.is("function_call");
            if (known && !value.is(due.string())) {
                to.deviates(found_at(a, value, "another finish reason than of the plain answer"));
            }
            return;
        }
    });
}

void several(context& in, judge& to) {
    const node whole(in.post("/chat/completions", in.chat(R"(,"n":2)")).body);
    if (whole["choices"].size() != 2) return to.skip("`n` is not offered");
    with(to, in.post("/chat/completions", in.chat(R"(,"n":2,"stream":true)")),
         [&](const answer& a, const stream_text& text) {
             std::map<std::int64_t, int> finished;
             for (const chunk& c : text.chunks) {
                 c.json["choices"].each([&](const node& choice) {
                     const auto i = choice["index"].integer().value_or(-1);
                     finished[i] += choice["finish_reason"].is_string() ? 1 : 0;
                 });
             }
             if (finished.size() != 2 || !finished.contains(0) || !finished.contains(1)) {
                 to.deviates(found(a, "the indices of two streamed choices are not 0 and 1"));
             } else if (finished[0] == 0 || finished[1] == 0) {
                 to.deviates(found(a, "not every choice has a finish reason"));
             }
         });
}

void cut(context& in, judge& to) {
    if (in.post("/chat/completions", in.chat(R"(,"max_tokens":2)")).status != 200) {
        return to.skip("`max_tokens` is not offered");
    }
    const node whole(in.post("/chat/completions", in.chat(R"(,"max_tokens":2)")).body);
    if (!whole["choices"][0]["finish_reason"].is("length")) {
        return to.skip("the plain answer was not cut");
    }
    with(to, in.post("/chat/completions", in.chat(R"(,"max_tokens":2,"stream":true)")),
         [&](const answer& a, const stream_text& text) {
             for (const chunk& c : text.chunks) {
                 const node reason = c.json["choices"][0]["finish_reason"];
                 if (reason.is_string() && !reason.is("length")) {
                     to.deviates(found_at(a, reason, "a cut stream does not end with \"length\""));
                 }
             }
         });
}

constexpr std::string_view document = "OpenAI: Chat completions, the chunk object";

constexpr check table[] = {
    {"chunk.schema", "the members that the document requires are there, with their types", document,
     "44, 52, 57, 61, 72", schema},
    {"chunk.object", "`object` is \"chat.completion.chunk\"", document, "47, 49", object},
    {"chunk.id", "the id is not empty, and not that of another answer", document, "52", id},
    {"chunk.id_constant", "each chunk has the same id", document, "52", id_constant},
    {"chunk.created", "`created` is in seconds", document, "53, 54", created},
    {"chunk.created_constant", "each chunk has the same time", document, "54", created_constant},
    {"chunk.model", "`model` is as in a plain answer", document, "55", model},
    {"chunk.model_constant", "each chunk has the same model", document, "55", model_constant},
    {"chunk.choices", "a chunk without choices has usage", document, "44", empty_choices},
    {"chunk.index", "one choice, with index 0", document, "57, 58, 59, 60", index},
    {"chunk.no_message", "a delta, no message", document, "47, 48", no_message},
    {"chunk.role_first", "the first delta has the role", document, "67", role_first},
    {"chunk.role_once", "no other delta has it", document, "67", role_once},
    {"chunk.content", "the content of a delta is a text", document, "70", content},
    {"chunk.finish_reason", "one finish reason", document, "62, 63, 66", finish},
    {"chunk.finish_null", "`finish_reason` is null before", document, "62", finish_null},
    {"chunk.finish_known", "it is one of the five", document, "64", finish_known},
    {"chunk.after_finish", "no text after it", document, "66", after_finish},
    {"chunk.characters", "no character is cut between chunks", "RFC 8259, 8.2", "32", characters},
    {"chunk.pieces", "the text comes in several deltas", document, "", pieces},
    {"chunk.like_plain", "the deltas join to the plain answer, where the model is deterministic",
     document, "", like_plain},
    {"chunk.finish_like_plain", "and end as it does", document, "65", finish_like_plain},
    {"chunk.several", "`n` streams as many choices, each with an end", document, "57, 60", several},
    {"chunk.length", "a stream cut by `max_tokens` ends with \"length\"", document, "", cut},
};

}  // namespace

std::span<const check> chunk_checks() {
    return table;
}

}  // namespace conform
