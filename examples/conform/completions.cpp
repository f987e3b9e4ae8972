// Checks of text completions and of embeddings.
#include <cmath>
#include <cstring>

#include <oaiwire/core/base64.hpp>

#include "context.hpp"
#include "events.hpp"
#include "library.hpp"

namespace conform {

namespace {

std::string ask(context& in, std::string_view more = {}) {
    std::string out = R"({"model":)" + quoted(in.completion_model());
    if (more.find("\"prompt\"") == more.npos) out += R"(,"prompt":"one two three four five six")";
    if (more.find("max_tokens") == more.npos) out += R"(,"max_tokens":32)";
    return out.append(more) + '}';
}

const answer& post(context& in, std::string_view more = {}, int nth = 0) {
    return in.post("/completions", ask(in, more), nth);
}

node plain(context& in, judge& to) {
    return document_of(to, post(in));
}

// The answer to an option that a model may not have.
const answer* optional(context& in, judge& to, std::string_view more) {
    if (!answered(to, post(in))) return nullptr;
    const answer& a = post(in, more);
    if (a.usable() && a.status >= 400 && a.status < 500) {
        to.skip("refused: " + refusal(a));
        return nullptr;
    }
    return accepted(to, a, "a valid request") ? &a : nullptr;
}

void first(context& in, judge& to) {
    const answer& a = post(in);
    if (a.usable() && a.status >= 400 && a.status < 500) return to.skip("refused: " + refusal(a));
    if (a.usable() && a.status == 501) return to.skip("not offered: " + refusal(a));
    accepted(to, a, "a completion");
}

void media_type(context& in, judge& to) {
    const answer& a = post(in);
    if (answered(to, a) && a.media_type() != "application/json") {
        to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
    }
}

void json(context& in, judge& to) {
    const answer& a = post(in);
    if (answered(to, a) && !node(a.body)) to.deviates(found(a, "the body is not JSON"));
}

void schema(context& in, judge& to) {
    const answer& a = post(in);
    if (!plain(in, to)) return;
    for (const auto& n : compare_with_document(document_kind::completion, a.body)) {
        finding f = found(a, n.message);
        f.path = n.path;
        to.deviates(std::move(f));
    }
}

void object(context& in, judge& to) {
    const node value = plain(in, to)["object"];
    if (value.is_string() && !value.is("text_completion")) {
        to.deviates(found_at(post(in), value, "`object` is not \"text_completion\""));
    }
}

void choices(context& in, judge& to) {
    const node list = plain(in, to)["choices"];
    if (list.is_array() && list.size() != 1) {
        to.deviates(found_at(post(in), list, "not one choice"));
    }
}

void usage(context& in, judge& to) {
    const node value = plain(in, to)["usage"];
    const auto prompt = value["prompt_tokens"].integer();
    const auto made = value["completion_tokens"].integer();
    const auto total = value["total_tokens"].integer();
    if (to.open() && !value.is_object()) {
        to.deviates(found_at(post(in), value, "no usage in a plain answer"));
    } else if (prompt && made && total && *total != *prompt + *made) {
        to.deviates(found_at(post(in), value["total_tokens"], "the total is not the sum"));
    }
}

void echo(context& in, judge& to) {
    const answer* a = optional(in, to, R"(,"echo":true)");
    const node text = a ? json_of(to, *a)["choices"][0]["text"] : node();
    if (text.is_string() && !text.string().starts_with("one two three four five six")) {
        to.deviates(found_at(*a, text, "`echo` does not put the prompt before the text"));
    }
}

void suffix(context& in, judge& to) {
    optional(in, to, R"(,"suffix":" the end")");
}

void n(context& in, judge& to) {
    const answer* a = optional(in, to, R"(,"n":2)");
    const node list = a ? json_of(to, *a)["choices"] : node();
    if (list.is_array() && (list.size() != 2 || list[1]["index"].integer() != 1)) {
        to.deviates(found_at(*a, list, "not two choices, numbered from 0, for `n` 2"));
    }
}

void prompts(context& in, judge& to) {
    const answer* a = optional(in, to, R"(,"prompt":["one two","three four"])");
    const node list = a ? json_of(to, *a)["choices"] : node();
    if (list.is_array() && (list.size() != 2 || list[1]["index"].integer() != 1)) {
        to.deviates(found_at(*a, list, "not one choice for each of two prompts"));
    }
}

void max_tokens(context& in, judge& to) {
    const answer* a = optional(in, to, R"(,"max_tokens":2)");
    const node body = a ? json_of(to, *a) : node();
    const node made = body["usage"]["completion_tokens"];
    if (made.integer().value_or(0) > 2) {
        to.deviates(found_at(*a, made, "more than two tokens were made"));
    }
}

void logprobs(context& in, judge& to) {
    const answer* a = optional(in, to, R"(,"logprobs":1)");
    const node choice = a ? json_of(to, *a)["choices"][0] : node();
    if (!choice.is_object()) return;
    const node list = choice["logprobs"];
    const std::size_t size = list["tokens"].size();
    if (!list["tokens"].is_array() || !list["token_logprobs"].is_array() ||
        list["token_logprobs"].size() != size) {
        to.deviates(found_at(*a, list, "`logprobs` lacks tokens or their log probabilities"));
    } else if (list["text_offset"].is_array() && list["text_offset"].size() != size) {
        to.deviates(found_at(*a, list["text_offset"], "not one offset for each token"));
    }
}

constexpr std::string_view streamed = R"(,"stream":true)";

template <class F>
void with_stream(context& in, judge& to, F&& f) {
    if (!answered(to, post(in))) return;
    const answer& a = post(in, streamed);
    if (!answered(to, a)) return;
    const stream_text text(a.body);
    if (text.chunks.empty()) return to.skip("there are no chunks");
    f(a, text);
}

void stream_answer(context& in, judge& to) {
    if (!answered(to, post(in))) return;
    const answer& a = post(in, streamed);
    if (!accepted(to, a, "a streamed completion is refused")) return;
    if (!stream_text(a.body).is_events) {
        to.deviates(found(a, "the body is not an event stream"));
    } else if (a.media_type() != "text/event-stream") {
        to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
    }
}

void stream_done(context& in, judge& to) {
    with_stream(in, to, [&](const answer& a, const stream_text& text) {
        if (text.done.empty()) {
            to.deviates(found_at(a, a.body.size(), "the stream ends without [DONE]"));
        }
    });
}

void stream_object(context& in, judge& to) {
    with_stream(in, to, [&](const answer& a, const stream_text& text) {
        for (const chunk& c : text.chunks) {
            const node value = c.json["object"];
            if (!value.is("text_completion")) {
                return to.deviates(found_at(a, value, "`object` is not \"text_completion\""));
            }
        }
    });
}

void stream_finish(context& in, judge& to) {
    with_stream(in, to, [&](const answer& a, const stream_text& text) {
        int reasons = 0;
        for (const chunk& c : text.chunks) {
            reasons += c.json["choices"][0]["finish_reason"].is_string() ? 1 : 0;
        }
        if (reasons != 1) {
            to.deviates(found(a, std::to_string(reasons) + " finish reasons in the stream"));
        }
    });
}

void stream_like_plain(context& in, judge& to) {
    with_stream(in, to, [&](const answer& a, const stream_text& text) {
        const std::string first_text = node(post(in).body)["choices"][0]["text"].string();
        if (node(post(in, {}, 1).body)["choices"][0]["text"].string() != first_text) {
            return to.skip("the model does not answer alike");
        }
        if (joined_text(text) != first_text) {
            to.deviates(found(a, "the pieces join to another text than the plain answer"));
        }
    });
}

// Embeddings.

std::string embed(context& in, std::string_view more = {}) {
    std::string out = R"({"model":)" + quoted(in.embedding_model());
    if (more.find("\"input\"") == more.npos) out += R"(,"input":"one two three")";
    return out.append(more) + '}';
}
const answer& embedded(context& in, std::string_view more = {}) {
    return in.post("/embeddings", embed(in, more));
}
const answer* option(context& in, judge& to, std::string_view more) {
    if (!answered(to, embedded(in))) return nullptr;
    const answer& a = embedded(in, more);
    if (a.usable() && a.status >= 400 && a.status < 500) {
        to.skip("refused: " + refusal(a));
        return nullptr;
    }
    return accepted(to, a, "a valid request") ? &a : nullptr;
}

std::vector<double> vector_of(const node& value) {
    std::vector<double> out;
    if (value.is_string()) {
        const std::string text = value.string();
        std::vector<std::uint8_t> bytes(oaiwire::base64_decoded_size(text));
        if (!oaiwire::decode_base64(text, bytes)) return out;
        for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
            const std::uint32_t bits = bytes[i] | std::uint32_t{bytes[i + 1]} << 8 |
                                       std::uint32_t{bytes[i + 2]} << 16 |
                                       std::uint32_t{bytes[i + 3]} << 24;
            float f = 0;
            std::memcpy(&f, &bits, 4);
            out.push_back(static_cast<double>(f));
        }
    }
    value.each([&](const node& one) { out.push_back(one.number().value_or(NAN)); });
    return out;
}

bool same(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i != a.size(); ++i) {
        if (!(std::abs(a[i] - b[i]) <= 1e-4 * (1 + std::abs(a[i])))) return false;
    }
    return true;
}

void embeddings_first(context& in, judge& to) {
    const answer& a = embedded(in);
    if (a.usable() && a.status >= 400 && a.status < 500) return to.skip("refused: " + refusal(a));
    if (a.usable() && a.status == 501) return to.skip("not offered: " + refusal(a));
    accepted(to, a, "an embedding");
}

void embeddings_json(context& in, judge& to) {
    const answer& a = embedded(in);
    if (!answered(to, a)) return;
    if (!node(a.body)) {
        to.deviates(found(a, "the body is not JSON"));
    } else if (a.media_type() != "application/json") {
        to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
    }
}

void embeddings_schema(context& in, judge& to) {
    const answer& a = embedded(in);
    if (!document_of(to, a)) return;
    for (const auto& n : compare_with_document(document_kind::embeddings, a.body)) {
        finding f = found(a, n.message);
        f.path = n.path;
        to.deviates(std::move(f));
    }
}

void embeddings_object(context& in, judge& to) {
    const node body = document_of(to, embedded(in));
    if (!body) return;
    if (body["object"].is_string() && !body["object"].is("list")) {
        to.deviates(found_at(embedded(in), body["object"], "`object` is not \"list\""));
    }
    const node one = body["data"][0]["object"];
    if (one.is_string() && !one.is("embedding")) {
        to.deviates(found_at(embedded(in), one, "`object` is not \"embedding\""));
    }
}

void floats(context& in, judge& to) {
    const answer* a = option(in, to, R"(,"encoding_format":"float")");
    const node value = a ? json_of(to, *a)["data"][0]["embedding"] : node();
    if (!value) return;
    if (!value.is_array() || value.size() == 0) {
        return to.deviates(found_at(*a, value, "the embedding is not a list of numbers"));
    }
    value.each([&](const node& one) {
        if (!one.number() && to.open()) to.deviates(found_at(*a, one, "an element is no number"));
    });
}

void base64(context& in, judge& to) {
    const answer* a = option(in, to, R"(,"encoding_format":"base64")");
    const node value = a ? json_of(to, *a)["data"][0]["embedding"] : node();
    if (!value) return;
    if (!value.is_string()) {
        return to.deviates(found_at(*a, value, "the embedding is not a base64 text"));
    }
    const answer& plain_answer = embedded(in, R"(,"encoding_format":"float")");
    const node whole = node(plain_answer.body)["data"][0]["embedding"];
    if (whole.is_array() && !same(vector_of(value), vector_of(whole))) {
        to.deviates(found_at(*a, value, "base64 gives other numbers than float"));
    }
}

void dimensions(context& in, judge& to) {
    const answer* a = option(in, to, R"(,"dimensions":8)");
    const node value = a ? json_of(to, *a)["data"][0]["embedding"] : node();
    if (!value) return;
    if (vector_of(value).size() != 8) {
        to.deviates(found_at(
            *a, value, std::to_string(vector_of(value).size()) + " numbers for `dimensions` 8"));
    }
}

void inputs(context& in, judge& to) {
    const answer* a = option(in, to, R"(,"input":["one","two","three"])");
    const node list = a ? json_of(to, *a)["data"] : node();
    if (list.is_array() && list.size() != 3) {
        return to.deviates(found_at(*a, list, "not one embedding for each of three inputs"));
    }
    std::int64_t due = 0;
    list.each([&](const node& one) {
        if (one["index"].integer() && *one["index"].integer() != due) {
            to.deviates(found_at(*a, one["index"], "the indices do not count from 0"));
        }
        ++due;
    });
}

void alike(context& in, judge& to) {
    const answer* a = option(in, to, R"(,"input":["alike","other","alike"])");
    const node list = a ? json_of(to, *a)["data"] : node();
    if (list.size() != 3) return;
    if (!same(vector_of(list[0]["embedding"]), vector_of(list[2]["embedding"]))) {
        to.deviates(found_at(*a, list[2], "the same text has two embeddings"));
    } else if (vector_of(list[0]["embedding"]).size() != vector_of(list[1]["embedding"]).size()) {
        to.deviates(found_at(*a, list[1], "embeddings of one answer have other lengths"));
    }
}

void tokens(context& in, judge& to) {
    option(in, to, R"(,"input":[1,2,3])");
}

void embeddings_usage(context& in, judge& to) {
    const node value = document_of(to, embedded(in))["usage"];
    const auto prompt = value["prompt_tokens"].integer();
    const auto total = value["total_tokens"].integer();
    if (prompt && total && *prompt > *total) {
        to.deviates(found_at(embedded(in), value, "the total is less than the prompt"));
    }
}

constexpr std::string_view completions = "OpenAI: Completions";
constexpr std::string_view embeddings = "OpenAI: Embeddings";

constexpr check completion_table[] = {
    {"completions.answer", "a prompt answers 200", completions, "", first},
    {"completions.media_type", "the answer is application/json", "RFC 8259, 11", "", media_type},
    {"completions.json", "the answer is JSON", "RFC 8259", "", json},
    {"completions.schema", "the members that the document requires are there, with their types",
     completions, "72", schema},
    {"completions.object", "`object` is \"text_completion\"", completions, "49", object},
    {"completions.choices", "one choice", completions, "", choices},
    {"completions.usage", "usage, whose total is the sum", completions, "97, 100", usage},
    {"completions.echo", "`echo` puts the prompt before the text", completions, "", echo},
    {"completions.suffix", "`suffix` is accepted, or refused as an error", completions, "", suffix},
    {"completions.n", "`n` gives as many choices, numbered from 0", completions, "", n},
    {"completions.prompts", "a list of prompts gives a choice for each", completions, "", prompts},
    {"completions.max_tokens", "`max_tokens` bounds the answer", completions, "", max_tokens},
    {"completions.logprobs", "`logprobs` has tokens and a number for each", completions, "102",
     logprobs},
    {"completions.stream", "a stream is an event stream", completions, "24", stream_answer},
    {"completions.stream_done", "it ends with [DONE]", completions, "20", stream_done},
    {"completions.stream_object", "each chunk is a \"text_completion\"", completions, "49",
     stream_object},
    {"completions.stream_finish", "it has one finish reason", completions, "62, 66", stream_finish},
    {"completions.stream_like_plain",
     "it joins to the plain answer, where the model is "
     "deterministic",
     completions, "", stream_like_plain},
};

constexpr check embedding_table[] = {
    {"embeddings.answer", "an input answers 200", embeddings, "", embeddings_first},
    {"embeddings.json", "the answer is JSON, and says so", "RFC 8259", "", embeddings_json},
    {"embeddings.schema", "the members that the document requires are there, with their types",
     embeddings, "119", embeddings_schema},
    {"embeddings.object", "`object` is \"list\", and \"embedding\" in each", embeddings, "49",
     embeddings_object},
    {"embeddings.float", "\"float\" gives a list of numbers", embeddings, "119", floats},
    {"embeddings.base64", "\"base64\" gives the same numbers as 4 bytes each", embeddings, "119",
     base64},
    {"embeddings.dimensions", "`dimensions` says how many", embeddings, "", dimensions},
    {"embeddings.inputs", "several inputs give as many embeddings, in order", embeddings, "",
     inputs},
    {"embeddings.alike", "one text has one embedding", embeddings, "", alike},
    {"embeddings.tokens", "tokens as input are accepted, or refused as an error", embeddings, "",
     tokens},
    {"embeddings.usage", "the total is not less than the prompt", embeddings, "", embeddings_usage},
};

}  // namespace

std::span<const check> completion_checks() {
    return completion_table;
}
std::span<const check> embedding_checks() {
    return embedding_table;
}

}  // namespace conform
