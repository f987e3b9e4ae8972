// Checks of what a chat completion request can ask for.
#include "context.hpp"

namespace conform {

namespace {

constexpr std::string_view path = "/chat/completions";

// An option that every server must accept.
const answer* needed(context& in, judge& to, std::string body, std::string_view what) {
    if (!answered(to, in.plain())) return nullptr;
    const answer& a = in.post(path, std::move(body));
    return accepted(to, a, what) ? &a : nullptr;
}

// One that a model may not have: a refusal is no deviation, a failure is.
const answer* optional(context& in, judge& to, std::string body, std::string_view what) {
    if (!answered(to, in.plain())) return nullptr;
    const answer& a = in.post(path, std::move(body));
    if (a.usable() && a.status >= 400 && a.status < 500) {
        to.skip("refused: " + refusal(a));
        return nullptr;
    }
    return accepted(to, a, what) ? &a : nullptr;
}

void roles(context& in, judge& to) {
    needed(in, to,
           in.chat("", R"([{"role":"system","content":"Be brief."},)"
                       R"({"role":"user","content":"Hello"},{"role":"assistant","content":"Hi"},)"
                       R"({"role":"user","content":"Again"}])"),
           "a history is refused");
}

void developer(context& in, judge& to) {
    optional(in, to,
             in.chat("", R"([{"role":"developer","content":"Be brief."},)"
                         R"({"role":"user","content":"Hello"}])"),
             "the role \"developer\"");
}

void names(context& in, judge& to) {
    optional(in, to, in.chat("", R"([{"role":"user","name":"ada","content":"Hello"}])"),
             "`name` of a message");
}

void parts(context& in, judge& to) {
    optional(in, to,
             in.chat("", R"([{"role":"user","content":[{"type":"text","text":"Hello, "},)"
                         R"({"type":"text","text":"again"}]}])"),
             "content in parts");
}

void images(context& in, judge& to) {
    optional(
        in, to,
        in.chat(
            "",
            R"([{"role":"user","content":[{"type":"text","text":"What is it?"},)"
            R"({"type":"image_url","image_url":{"url":"data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAA)"
            R"(ABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="}}]}])"),
        "an image");
}

void n(context& in, judge& to) {
    const answer* a = optional(in, to, in.chat(R"(,"n":2)"), "`n`");
    const node list = a ? json_of(to, *a)["choices"] : node();
    if (!list.is_array()) return;
    if (list.size() != 2) {
        return to.deviates(found_at(*a, list, std::to_string(list.size()) + " choices for `n` 2"));
    }
    if (list[0]["index"].is_number() && list[1]["index"].is_number() &&
        (list[0]["index"].integer() != 0 || list[1]["index"].integer() != 1)) {
        to.deviates(found_at(*a, list, "the indices of two choices are not 0 and 1"));
    }
}

// A word of the plain answer that does not begin it, to stop at.
std::string later_word(context& in) {
    const std::string text = text_of(node(in.plain().body));
    const std::size_t space = text.find(' ', text.size() / 3);
    if (space == text.npos) return "zzz";
    const std::string word =
        text.substr(space + 1, text.find_first_of(" ,.\n", space + 1) - space - 1);
    return word.empty() ? "zzz" : word;
}

void stop_with(context& in, judge& to, const std::string& stop, const std::string& word) {
    const answer* a = needed(in, to, in.chat(",\"stop\":" + stop), "`stop` is refused");
    const node body = a ? json_of(to, *a) : node();
    const node text = body["choices"][0]["message"]["content"];
    if (text.string().find(word) != std::string::npos) {
        to.deviates(found_at(*a, text, "the stop sequence is in the text"));
    }
}
void stop(context& in, judge& to) {
    const std::string word = later_word(in);
    stop_with(in, to, quoted(word), word);
}
void stop_list(context& in, judge& to) {
    const std::string word = later_word(in);
    stop_with(in, to, R"(["zzzz",)" + quoted(word) + "]", word);
}

void at_most(context& in, judge& to, std::string_view member) {
    const answer* a = optional(in, to, in.chat(",\"" + std::string(member) + "\":2"),
                               "`" + std::string(member) + "`");
    const node body = a ? json_of(to, *a) : node();
    if (!body) return;
    const node spent = body["usage"]["completion_tokens"];
    const auto full = node(in.plain().body)["usage"]["completion_tokens"].integer();
    if (spent.integer().value_or(0) > 2) {
        to.deviates(found_at(*a, spent, "more than two tokens were made"));
    } else if (const node reason = body["choices"][0]["finish_reason"];
               full.value_or(0) > 2 && reason.is_string() && !reason.is("length")) {
        to.deviates(found_at(*a, reason, "`finish_reason` of a cut answer is not \"length\""));
    } else if (!spent.integer() && text_of(body).size() > 40) {
        to.deviates(found_at(*a, body["choices"][0]["message"]["content"],
                             "the text is longer than two tokens"));
    }
}
void max_tokens(context& in, judge& to) {
    at_most(in, to, "max_tokens");
}
void max_completion_tokens(context& in, judge& to) {
    at_most(in, to, "max_completion_tokens");
}

void sampling(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"temperature":0.5,"top_p":0.9)"), "`temperature` and `top_p`");
}
void penalties(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"presence_penalty":0.5,"frequency_penalty":-0.5)"), "penalties");
}
void seed(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"seed":7)"), "`seed`");
}
void logit_bias(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"logit_bias":{"50256":-100})"), "`logit_bias`");
}
void user(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"user":"someone","metadata":{"a":"b"})"), "`user` and `metadata`");
}
void nulls(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"temperature":null,"stop":null,"stream":null,"n":null)"),
             "null for what may be null");
}
void unknown(context& in, judge& to) {
    optional(in, to, in.chat(R"(,"x_conform":{"a":[1,2]})"), "an unknown member");
}

void logprobs(context& in, judge& to) {
    const answer* a =
        optional(in, to, in.chat(R"(,"logprobs":true,"top_logprobs":2)"), "`logprobs`");
    const node body = a ? json_of(to, *a) : node();
    const node choice = body["choices"][0];
    if (!choice.is_object() || text_of(body).empty()) return;
    const node list = choice["logprobs"]["content"];
    if (!list.is_array()) {
        return to.deviates(found_at(*a, choice["logprobs"], "no list `logprobs.content`"));
    }
    std::string joined;
    bool whole = true;
    list.each([&](const node& one) {
        joined += one["token"].string();
        const auto value = one["logprob"].number();
        if (!value) {
            to.deviates(found_at(*a, one["logprob"], "`logprob` is not a number"));
        } else if (*value > 0 || *value < -9000) {
            to.deviates(found_at(*a, one["logprob"], "`logprob` is no log probability"));
        }
        if (one["top_logprobs"].is_array() && one["top_logprobs"].size() > 2) {
            to.deviates(found_at(*a, one["top_logprobs"], "more `top_logprobs` than asked for"));
        }
        whole = whole && one["bytes"].is_array();
    });
    if (!whole) to.deviates(found_at(*a, list, "a token without `bytes`"));
    if (whole && !joined.empty() && joined != text_of(body) &&
        joined.find("\xef\xbf\xbd") == joined.npos && joined.find('<') == joined.npos) {
        to.deviates(found_at(*a, list, "the tokens do not join to the text"));
    }
}

// The content as JSON, or nothing if the answer was cut.
node inner(judge& to, const answer& a, std::string& text) {
    const node body = json_of(to, a);
    if (body["choices"][0]["finish_reason"].is("length")) {
        to.skip("the answer was cut by its length");
        return {};
    }
    text = text_of(body);
    return node(text);
}

void json_object(context& in, judge& to) {
    const answer* a =
        optional(in, to,
                 in.chat(R"(,"response_format":{"type":"json_object"},"max_tokens":300)",
                         R"([{"role":"user","content":"{\"name\": \"Ada\"}: repeat it as JSON"}])"),
                 "`response_format`");
    std::string text;
    if (!a) return;
    const node content = inner(to, *a, text);
    if (to.open() && !content.is_object()) {
        to.deviates(found(*a, "the content is not a JSON object"));
    }
}

void json_schema(context& in, judge& to) {
    const answer* a = optional(
        in, to,
        in.chat(
            R"(,"response_format":{"type":"json_schema","json_schema":{"name":"person","strict":true,)"
            R"("schema":{"type":"object","properties":{"name":{"type":"string"},"age":{"type":)"
            R"("integer"}},"required":["name","age"],"additionalProperties":false}}},"max_tokens":300)",
            R"([{"role":"user","content":"Ada is 36 years old. Give it as JSON."}])"),
        "a schema as `response_format`");
    std::string text;
    if (!a) return;
    const node content = inner(to, *a, text);
    if (to.open() && (!content["name"].is_string() || !content["age"].integer())) {
        to.deviates(found(*a, "the content is not as the schema says"));
    }
}

constexpr std::string_view document = "OpenAI: Chat completions, create";

constexpr check table[] = {
    {"chat.roles", "a history of system, user and assistant messages is accepted", document, "",
     roles},
    {"chat.developer", "the role \"developer\" is accepted, or refused as an error", document, "",
     developer},
    {"chat.name", "`name` of a message is accepted", document, "", names},
    {"chat.parts", "content in text parts is accepted", document, "", parts},
    {"chat.images", "an image as a data URL is accepted, or refused as an error", document, "",
     images},
    {"chat.n", "`n` gives as many choices, numbered from 0", document, "57, 60", n},
    {"chat.stop", "the text ends before the stop sequence", document, "", stop},
    {"chat.stop_list", "`stop` may be a list", document, "", stop_list},
    {"chat.max_tokens", "`max_tokens` bounds the answer, which ends with \"length\"", document, "",
     max_tokens},
    {"chat.max_completion_tokens", "`max_completion_tokens` bounds it likewise", document, "",
     max_completion_tokens},
    {"chat.sampling", "`temperature` and `top_p` are accepted", document, "", sampling},
    {"chat.penalties", "penalties are accepted", document, "", penalties},
    {"chat.seed", "`seed` is accepted", document, "", seed},
    {"chat.logit_bias", "`logit_bias` is accepted", document, "", logit_bias},
    {"chat.user", "`user` and `metadata` are accepted", document, "", user},
    {"chat.nulls", "null is accepted where the document allows it", document, "", nulls},
    {"chat.unknown_member", "an unknown member is ignored, or refused as an error", document, "",
     unknown},
    {"chat.logprobs", "log probabilities: numbers up to 0, with tokens that join to the text",
     document, "101, 102", logprobs},
    {"chat.json_object", "`json_object` gives a JSON object", document, "", json_object},
    {"chat.json_schema", "`json_schema` gives what the schema says", document, "", json_schema},
};

}  // namespace

std::span<const check> option_checks() {
    return table;
}

}  // namespace conform
