// Checks of token counts, and of the fields that tell limits.
#include <oaiwire/http/rate_limit.hpp>

#include "context.hpp"
#include "events.hpp"
#include "library.hpp"

namespace conform {

namespace {

node usage(context& in, judge& to) {
    const node value = document_of(to, in.plain())["usage"];
    if (to.open() && !value.is_object()) to.skip("there is no usage");
    return value.is_object() ? value : node();
}

void present(context& in, judge& to) {
    const node body = document_of(to, in.plain());
    if (!body) return;
    if (!body["usage"].is_object()) {
        to.deviates(found_at(in.plain(), body["usage"], "no usage in a plain answer"));
    }
}

void counts(context& in, judge& to) {
    const node value = usage(in, to);
    if (!value) return;
    for (const char* name : {"prompt_tokens", "completion_tokens", "total_tokens"}) {
        const node count = value[name];
        if (!count.integer()) {
            to.deviates(
                found_at(in.plain(), count, std::string("`") + name + "` is not a whole number"));
        } else if (*count.integer() < 0) {
            to.deviates(found_at(in.plain(), count, "a negative count"));
        }
    }
}

void counted(context& in, judge& to) {
    const node value = usage(in, to);
    const std::string text = text_of(node(in.plain().body));
    if (value["prompt_tokens"].integer() == 0) {
        to.deviates(found_at(in.plain(), value["prompt_tokens"], "no tokens of the prompt"));
    }
    if (!text.empty() && value["completion_tokens"].integer() == 0) {
        to.deviates(found_at(in.plain(), value["completion_tokens"], "no tokens of the answer"));
    }
}

void sum(context& in, judge& to) {
    const node value = usage(in, to);
    const auto prompt = value["prompt_tokens"].integer();
    const auto answered_with = value["completion_tokens"].integer();
    const auto total = value["total_tokens"].integer();
    if (prompt && answered_with && total && *total != *prompt + *answered_with) {
        to.deviates(found_at(in.plain(), value["total_tokens"], "the total is not the sum"));
    }
}

void details(context& in, judge& to) {
    const node value = usage(in, to);
    const auto within = [&](const char* list, const char* member, const char* whole) {
        const node part = value[list][member];
        const auto all = value[whole].integer();
        if (part.integer() && all && *part.integer() > *all) {
            to.deviates(found_at(in.plain(), part, "a part is more than the whole"));
        }
    };
    within("prompt_tokens_details", "cached_tokens", "prompt_tokens");
    within("prompt_tokens_details", "audio_tokens", "prompt_tokens");
    within("completion_tokens_details", "reasoning_tokens", "completion_tokens");
    within("completion_tokens_details", "audio_tokens", "completion_tokens");
}

void grows(context& in, judge& to) {
    const auto before = usage(in, to)["prompt_tokens"].integer();
    if (!before || *before == 0) return to.skip("there is no count");
    std::string words;
    for (int i = 0; i != 200; ++i) words += "word ";
    const answer& a = in.post("/chat/completions",
                              in.chat("", R"([{"role":"user","content":")" + words + "\"}]"));
    const node count = document_of(to, a)["usage"]["prompt_tokens"];
    if (count.integer() && *count.integer() <= *before) {
        to.deviates(found_at(a, count, "200 words count no more than a short prompt"));
    }
}

const answer& counted_stream(context& in) {
    return in.post("/chat/completions",
                   in.chat(R"(,"stream":true,"stream_options":{"include_usage":true})"));
}

bool reads(judge& to, const answer& a, const stream_text& text) {
    if (!answered(to, a)) return false;
    if (!text.is_events || text.chunks.empty()) {
        to.skip("the answer is not an event stream");
        return false;
    }
    return true;
}

void streamed(context& in, judge& to) {
    const answer& a = counted_stream(in);
    const stream_text text(a.body);
    if (!reads(to, a, text)) return;
    if (text.chunks.back().json["usage"].is_object()) return;
    for (const chunk& c : text.chunks) {
        if (c.json["usage"].is_object()) {
            return to.deviates(found_at(a, c.json["usage"], "the usage is not in the last chunk"));
        }
    }
    to.deviates(found_at(a, text.chunks.back().json, "no chunk has the usage that was asked for"));
}

void own_chunk(context& in, judge& to) {
    const answer& a = counted_stream(in);
    const stream_text text(a.body);
    if (!reads(to, a, text)) return;
    const node last = text.chunks.back().json;
    if (last["usage"].is_object() && last["choices"].size() != 0) {
        to.deviates(found_at(a, last["choices"], "the chunk with the usage has choices"));
    }
}

void once(context& in, judge& to) {
    const answer& a = counted_stream(in);
    const stream_text text(a.body);
    if (!reads(to, a, text)) return;
    for (const chunk& c : text.chunks) {
        if (&c != &text.chunks.back() && c.json["usage"].is_object()) {
            return to.deviates(found_at(a, c.json["usage"], "usage in a chunk before the last"));
        }
    }
}

void not_asked(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!reads(to, a, text)) return;
    for (const chunk& c : text.chunks) {
        if (c.json["usage"].is_object()) {
            return to.deviates(found_at(a, c.json["usage"], "usage that was not asked for"));
        }
    }
}

void other_places(context& in, judge& to) {
    const answer& a = counted_stream(in);
    const stream_text text(a.body);
    if (!reads(to, a, text)) return;
    for (const chunk& c : text.chunks) {
        for (const node& place : {c.json["x_groq"]["usage"], c.json["choices"][0]["usage"]}) {
            if (place.is_object()) {
                return to.deviates(found_at(a, place, "usage in another place"));
            }
        }
    }
}

void same(context& in, judge& to) {
    const node whole = usage(in, to);
    const answer& a = counted_stream(in);
    const stream_text text(a.body);
    if (!reads(to, a, text)) return;
    const node last = text.chunks.back().json["usage"];
    if (!whole || !last.is_object()) return to.skip("there is no usage");
    if (joined_text(text) != text_of(node(in.plain().body))) {
        return to.skip("the model does not answer alike");
    }
    for (const char* name : {"prompt_tokens", "completion_tokens"}) {
        if (last[name].integer() != whole[name].integer()) {
            to.deviates(found_at(a, last[name], "another count than of the plain answer"));
        }
    }
}

// Fields whose name contains that word.
template <class F>
bool each_limit(context& in, std::string_view word, F&& f) {
    bool any = false;
    for (const auto& h : in.plain().fields) {
        std::string name = h.name;
        for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        if (!name.starts_with("x-ratelimit-") || name.find(word) == name.npos) continue;
        any = true;
        f(name, h.value);
    }
    return any;
}

void numbers(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    bool any = false;
    for (const char* word : {"limit-", "remaining-"}) {
        any = each_limit(
                  in, word,
                  [&](const std::string& name, const std::string& value) {
                      if (name.find("reset") != name.npos) return;
                      if (value.empty() || value.find_first_not_of("0123456789") != value.npos) {
                          to.deviates(found(in.plain(), name + " is not a number: " + value));
                      }
                  }) ||
              any;
    }
    if (!any) to.skip("there are no such fields");
}

void remaining(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const auto limits = oaiwire::http::parse_rate_limits(in.plain().fields, 0);
    bool any = false;
    for (const auto* one : {&limits.requests, &limits.tokens}) {
        if (!one->limit.value || !one->remaining.value) continue;
        any = true;
        if (*one->remaining.value > *one->limit.value) {
            to.deviates(found(in.plain(), "more remains than the limit of " + one->name));
        }
    }
    if (!any) to.skip("there are no such fields");
}

void resets(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const bool any =
        each_limit(in, "reset", [&](const std::string& name, const std::string& value) {
            if (!oaiwire::http::parse_duration(value)) {
                to.deviates(found(in.plain(), name + " is not a duration: " + value));
            }
        });
    if (!any) to.skip("there are no such fields");
}

void request_ids(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const auto id = in.plain().field("x-request-id");
    if (id.empty()) return to.skip("there is no x-request-id");
    for (const answer* a : in.answers()) {
        if (a != &in.plain() && a->field("x-request-id") == id) {
            return to.deviates(found(*a, "two answers have the same x-request-id"));
        }
    }
}

constexpr std::string_view document = "OpenAI: Chat completions, usage";
constexpr std::string_view asked = "OpenAI: Chat completions, stream_options.include_usage";
constexpr std::string_view limits = "OpenAI: Rate limits, fields";

constexpr check table[] = {
    {"usage.present", "a plain answer has usage", document, "97", present},
    {"usage.counts", "three whole numbers, none negative", document, "97, 98, 99", counts},
    {"usage.counted", "the prompt and the answer count", document, "", counted},
    {"usage.sum", "the total is the sum", document, "100", sum},
    {"usage.details", "no detail is more than its whole", document, "", details},
    {"usage.grows", "a longer prompt counts more", document, "", grows},
    {"usage.stream", "include_usage puts the usage into the last chunk", asked, "96", streamed},
    {"usage.own_chunk", "the chunk with the usage has no choices", asked, "96", own_chunk},
    {"usage.once", "no other chunk has usage", asked, "96", once},
    {"usage.place", "usage is at the top of the chunk", asked, "96", other_places},
    {"usage.not_asked", "no usage where it was not asked for", asked, "96", not_asked},
    {"usage.same", "a stream counts as the plain answer does", asked, "", same},
    {"rate.numbers", "x-ratelimit-limit and -remaining are numbers", limits, "", numbers},
    {"rate.remaining", "no more remains than the limit", limits, "", remaining},
    {"rate.reset", "x-ratelimit-reset is a duration, as 6m0s", limits, "", resets},
    {"rate.request_id", "each answer has an x-request-id of its own", "OpenAI: Debugging requests",
     "", request_ids},
};

}  // namespace

std::span<const check> usage_checks() {
    return table;
}

}  // namespace conform
