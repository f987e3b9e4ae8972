// One reading of what servers spell in several ways: finish reasons, token counts, reasoning and
// tool calls. Knows the wire types only.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/tools.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire::inline v0_2 {

// What a finish_reason comes to. `other` is none of these, and no success.
enum class finish_kind : std::uint8_t {
    none,
    stop,
    length,
    tool_calls,
    content_filter,
    function_call,
    error,
    other,
};

constexpr std::string_view name(finish_kind kind) {
    constexpr std::array<std::string_view, 8> names{"none",       "stop",           "length",
                                                    "tool_calls", "content_filter", "function_call",
                                                    "error",      "other"};
    return names[static_cast<std::size_t>(kind)];
}

// From the raw text; "" is `none`.
constexpr finish_kind kind_of_finish(std::string_view reason) {
    constexpr std::pair<std::string_view, finish_kind> known[] = {
        {"", finish_kind::none},
        {"stop", finish_kind::stop},
        {"eos", finish_kind::stop},
        {"eos_token", finish_kind::stop},
        {"end_turn", finish_kind::stop},
        {"stop_sequence", finish_kind::stop},
        {"COMPLETE", finish_kind::stop},
        {"STOP", finish_kind::stop},
        {"length", finish_kind::length},
        {"model_length", finish_kind::length},
        {"max_tokens", finish_kind::length},
        {"MAX_TOKENS", finish_kind::length},
        {"max_output_tokens", finish_kind::length},
        {"tool_calls", finish_kind::tool_calls},
        {"tool_use", finish_kind::tool_calls},
        {"content_filter", finish_kind::content_filter},
        {"sensitive", finish_kind::content_filter},
        {"SAFETY", finish_kind::content_filter},
        {"function_call", finish_kind::function_call},
        {"error", finish_kind::error},
        {"ERROR", finish_kind::error},
    };
    for (const auto& [text, kind] : known) {
        if (text == reason) return kind;
    }
    return finish_kind::other;
}

// Reasons with which servers give up in the middle of an answer, [DONE] or not: the text is a
// beginning (vLLM "abort", OpenRouter "error", DeepSeek "insufficient_system_resource").
constexpr bool is_aborted(std::string_view reason) {
    return kind_of_finish(reason) == finish_kind::error || reason == "abort" ||
           reason == "insufficient_system_resource";
}

// The counts of a usage object under whichever names it has them.
struct token_counts {
    std::optional<std::int64_t> prompt{};
    std::optional<std::int64_t> completion{};
    std::optional<std::int64_t> total{};
    std::optional<std::int64_t> cached{};
    std::optional<std::int64_t> reasoning{};

    bool any() const { return prompt || completion || total; }
    friend bool operator==(const token_counts&, const token_counts&) = default;
};

namespace detail {

inline std::optional<std::int64_t> count_of(const field<std::int64_t>& f) {
    return f ? std::optional<std::int64_t>(*f) : std::nullopt;
}

// A count as a number, with a fraction of zeros or as text; servers have all three.
inline std::optional<std::int64_t> count_in(json_view v) {
    std::string_view text = v.text();
    if (v.is_string()) text = text.substr(1, text.size() - 2);
    const std::size_t point = text.find('.');
    if (point != std::string_view::npos) {
        if (text.find_first_not_of('0', point + 1) != std::string_view::npos) return std::nullopt;
        text = text.substr(0, point);
    }
    if (text.empty()) return std::nullopt;
    std::int64_t n = 0;
    for (const char c : text) {
        if (!json_scan::is_digit(c) || n > (std::int64_t{1} << 53)) return std::nullopt;
        n = n * 10 + (c - '0');
    }
    return n;
}

inline json_view extra_view(const extra_members& extra, std::string_view name) {
    const auto text = extra.find(name);
    return text ? json_view(*text) : json_view();
}

}  // namespace detail

inline token_counts counts_of(const Usage& usage) {
    token_counts c;
    c.prompt = detail::count_of(usage.prompt_tokens);
    c.completion = detail::count_of(usage.completion_tokens);
    c.total = detail::count_of(usage.total_tokens);
    if (usage.prompt_tokens_details) {
        c.cached = detail::count_of(usage.prompt_tokens_details->cached_tokens);
    }
    if (usage.completion_tokens_details) {
        c.reasoning = detail::count_of(usage.completion_tokens_details->reasoning_tokens);
    }
    if (usage.extra.empty()) return c;
    const auto other = [&](std::optional<std::int64_t>& count, std::string_view name) {
        if (!count) count = detail::count_in(detail::extra_view(usage.extra, name));
    };
    other(c.prompt, "input_tokens");
    other(c.completion, "output_tokens");
    other(c.cached, "cached_tokens");
    other(c.cached, "num_cached_tokens");
    other(c.cached, "prompt_cache_hit_tokens");
    if (!c.cached) {
        c.cached = detail::count_in(
            detail::extra_view(usage.extra, "prompt_token_details")["cached_tokens"]);
    }
    other(c.reasoning, "reasoning_tokens");
    return c;
}

namespace detail {

// Where servers put a usage object beside `usage` itself: x_groq.usage, and in a choice. Calls f
// with each until it gives true.
template <class T, class F>
bool each_other_usage(const T& value, F&& f) {
    const auto look = [&](json_view from) {
        if (!from.is_object() || from.empty()) return false;
        Usage usage;
        return json::detail::read_or_throw(from.text(), usage, json::tolerant) && f(usage);
    };
    if (!value.extra.empty() && look(extra_view(value.extra, "x_groq")["usage"])) return true;
    for (const auto& choice : value.choices) {
        if (!choice.extra.empty() && look(extra_view(choice.extra, "usage"))) return true;
    }
    return false;
}

}  // namespace detail

// The token counts that a chunk or response reports, in whichever place it has them.
template <class T>
requires requires(const T& t) {
    t.choices;
    t.usage;
}
token_counts counts_of(const T& value) {
    token_counts c;
    if (value.usage) c = counts_of(*value.usage);
    if (!c.any()) {
        detail::each_other_usage(value, [&](const Usage& usage) {
            c = counts_of(usage);
            return c.any();
        });
    }
    return c;
}

namespace detail {

// The text of a part, in whichever member, as itself or as a list of parts. Still escaped: what was
// streamed may have half a surrogate pair at the end of one part, and half at the start of the
// next.
inline void append_part_text(std::string& out, json_view part) {
    if (part.is_array()) {
        part.each([&](std::string_view, json_view element) {
            append_part_text(out, element);
            return true;
        });
    } else if (part.is_object()) {
        for (const std::string_view member : {"thinking", "text", "summary"}) {
            if (const json_view text = part[member]; text.exists() && !text.is_null()) {
                return append_part_text(out, text);
            }
        }
    } else if (part.is_string()) {
        out.append(part.text().substr(1, part.text().size() - 2));
    }
}

}  // namespace detail

// The reasoning of a message or delta under whichever of its names it came, taken once: the members
// reasoning_content, reasoning and reasoning_details, or parts of type "thinking". Nothing where
// none came, "" where one came empty.
template <class MessageOrDelta>
std::optional<std::string> reasoning_of(const MessageOrDelta& m) {
    std::optional<std::string> found;
    for (const auto* named : {&m.reasoning_content, &m.reasoning}) {
        if (!*named) continue;
        found = **named;
        if (!found->empty()) return found;
    }
    std::string other;
    if (m.reasoning_details) {
        detail::append_part_text(other, json_view(m.reasoning_details->text()));
    }
    if (other.empty() && m.content) {
        if (const auto* parts = std::get_if<std::vector<ContentPart>>(&*m.content)) {
            for (const auto& part : *parts) {
                const auto* raw = std::get_if<raw_json>(&part);
                if (raw == nullptr) continue;
                const json_view json(raw->text());
                if (json["type"].text() == "\"thinking\"") detail::append_part_text(other, json);
            }
        }
    }
    if (!other.empty()) {
        json_scan::append_unescaped(found.emplace(), other, json_scan::surrogates::replace);
    }
    return found;
}

// A tool call, or a piece of one, with what servers write for nothing taken as nothing: an empty id
// or name, the name "null", a negative index. The type is in lower case. arguments: the input, for
// a custom tool.
struct call_parts {
    std::optional<std::int64_t> index{};
    std::optional<std::string> id{};
    std::optional<std::string> type{};
    std::optional<std::string> name{};
    std::optional<std::string> arguments{};
};

// Of a ToolCall or a ToolCallChunk. Some gateways leave out the `function` object and write its
// members beside the others.
template <class Call>
call_parts parts_of(const Call& call) {
    call_parts out;
    const auto take = [](std::optional<std::string>& to, const field<std::string>& from) {
        if (from) to = *from;
    };
    if constexpr (requires { call.index; }) {
        if (call.index && *call.index >= 0) out.index = *call.index;
    }
    take(out.id, call.id);
    take(out.type, call.type);
    if (call.function) {
        take(out.name, call.function->name);
        take(out.arguments, call.function->arguments);
    } else if (call.custom) {
        take(out.name, call.custom->name);
        take(out.arguments, call.custom->input);
    } else if (!call.extra.empty()) {
        out.name = detail::extra_view(call.extra, "name").string();
        const json_view arguments = detail::extra_view(call.extra, "arguments");
        if (arguments.exists() && !arguments.is_null()) out.arguments = arguments.text_or_json();
    }
    for (auto* text : {&out.id, &out.type, &out.name}) {
        if (*text && ((*text)->empty() || **text == "null")) text->reset();
    }
    if (out.type) {
        for (char& c : *out.type) {
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return out;
}

// The bytes of a token. `token` alone is no safe source: where a token ends inside a character,
// servers write U+FFFD, "" or a name like "bytes:\\xf0" there, and `bytes` has the truth.
template <class Logprob>
requires requires(const Logprob& l) {
    l.bytes->size();
}
std::string token_text(const Logprob& logprob) {
    if (logprob.bytes && !logprob.bytes->empty()) {
        return std::string(logprob.bytes->begin(), logprob.bytes->end());
    }
    return logprob.token.value_or(std::string());
}

}  // namespace oaiwire::inline v0_2
