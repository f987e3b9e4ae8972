// Fills wire types from a JSON value of any library, member by member in any order, reusing the
// object's memory, as one would write it to get the same typed, owning struct. `Dom` adapts the
// library's values:
//     using value = ...;
//     static bool text(value, std::string_view&);       each returns false for other kinds
//     static bool integer(value, std::int64_t&);
//     static bool number(value, double&);
//     static bool members(value, f);                    f(key, value)
//     static bool elements(value, f);                   f(value)
//     static bool raw(value, std::string_view&);        only to keep unknown members: its text
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/token_bytes.hpp>

#include "base64.hpp"

namespace bench {

// The next entry of a list whose elements are reused.
template <class T>
T& entry(std::vector<T>& list, std::size_t i) {
    return i < list.size() ? list[i] : list.emplace_back();
}
inline std::uint8_t& entry(oaiwire::token_bytes& list, std::size_t i) {
    if (i == list.size()) list.push_back(0);
    return list[i];
}

// Lets a reader fill a new value next.
template <class Reader>
void renew(Reader& reader) {
    if constexpr (requires { reader.value; }) {
        reader.value = {};
    } else {
        reader.renew();
    }
}

// Keep: keeps unknown members of the whole value, as this library does.
template <class Dom, bool Keep = false>
struct fill {
    using value = typename Dom::value;
    using key = std::string_view;

    static void into(value from, oaiwire::ChatCompletionChunk& to) {
        to.id.reset();
        to.object.reset();
        to.created.reset();
        to.model.reset();
        to.service_tier.reset();
        to.system_fingerprint.reset();
        to.usage.reset();
        to.obfuscation.reset();
        to.extra.clear();
        Dom::members(from, [&](key k, value v) {
            if (k == "id") return text(v, to.id);
            if (k == "object") return text(v, to.object);
            if (k == "created") return integer(v, to.created);
            if (k == "model") return text(v, to.model);
            if (k == "service_tier") return token(v, to.service_tier);
            if (k == "system_fingerprint") return text(v, to.system_fingerprint);
            if (k == "choices") return list(v, to.choices);
            if (k == "usage") return object(v, to.usage);
            if (k == "obfuscation") return text(v, to.obfuscation);
            keep(k, v, to.extra);
        });
    }

    static void into(value from, oaiwire::ChatCompletion& to) {
        to.usage.reset();
        to.extra.clear();
        Dom::members(from, [&](key k, value v) {
            if (k == "id") return text(v, to.id);
            if (k == "object") return text(v, to.object);
            if (k == "created") return integer(v, to.created);
            if (k == "model") return text(v, to.model);
            if (k == "choices") return list(v, to.choices);
            if (k == "usage") return object(v, to.usage);
            if (k == "service_tier") return token(v, to.service_tier);
            if (k == "system_fingerprint") return text(v, to.system_fingerprint);
            keep(k, v, to.extra);
        });
    }

    static void into(value from, oaiwire::Completion& to) {
        to.usage.reset();
        Dom::members(from, [&](key k, value v) {
            if (k == "id") return text(v, to.id);
            if (k == "object") return text(v, to.object);
            if (k == "created") return integer(v, to.created);
            if (k == "model") return text(v, to.model);
            if (k == "choices") return list(v, to.choices);
            if (k == "usage") return object(v, to.usage);
        });
    }

    static void into(value from, oaiwire::EmbeddingResponse& to) {
        to.usage.reset();
        Dom::members(from, [&](key k, value v) {
            if (k == "object") return text(v, to.object);
            if (k == "data") return list(v, to.data);
            if (k == "model") return text(v, to.model);
            if (k == "usage") return object(v, to.usage);
        });
    }

private:
    static void keep(key k, value v, oaiwire::extra_members& to) {
        if constexpr (Keep) {
            std::string_view raw;
            if (Dom::raw(v, raw)) to.append_trusted(k, raw);
        }
    }
    template <std::derived_from<std::string> Text>
    static void text(value from, oaiwire::field<Text>& to) {
        std::string_view s;
        if (!Dom::text(from, s)) return to.reset();
        to.revive().assign(s);
    }
    static void text(value from, oaiwire::field<oaiwire::MessageContent>& to) {
        std::string_view s;
        if (!Dom::text(from, s)) return to.reset();
        auto& content = to.revive();
        if (content.index() != 0) content.emplace<0>();
        std::get<0>(content).assign(s);
    }
    template <class E>
    static void token(value from, oaiwire::field<oaiwire::open_enum<E>>& to) {
        std::string_view s;
        if (!Dom::text(from, s)) return to.reset();
        to.revive().assign(s);
    }
    static void integer(value from, oaiwire::field<std::int64_t>& to) {
        std::int64_t n = 0;
        if (!Dom::integer(from, n)) return to.reset();
        to = n;
    }
    static void number(value from, oaiwire::field<double>& to) {
        double d = 0;
        if (!Dom::number(from, d)) return to.reset();
        to = d;
    }
    template <class T>
    static void object(value from, oaiwire::field<T>& to) {
        if (!one(from, to.revive())) to.reset();
    }
    template <class T>
    static void list(value from, std::vector<T>& to) {
        one(from, to);
    }
    template <class List>
    static void list(value from, oaiwire::field<List>& to) {
        if (!one(from, to.revive())) to.reset();
    }

    template <class T>
    static bool one(value from, std::vector<T>& to) {
        return fill_list(from, to);
    }
    static bool one(value from, oaiwire::token_bytes& to) { return fill_list(from, to); }
    template <class List>
    static bool fill_list(value from, List& to) {
        std::size_t n = 0;
        const bool is_list = Dom::elements(from, [&](value v) { one(v, entry(to, n++)); });
        to.resize(n);
        return is_list;
    }

    static bool one(value from, std::string& to) {
        std::string_view s;
        if (!Dom::text(from, s)) return false;
        to.assign(s);
        return true;
    }
    static bool one(value from, oaiwire::field<double>& to) {
        number(from, to);
        return true;
    }
    static bool one(value from, std::int64_t& to) { return Dom::integer(from, to); }
    static bool one(value from, std::uint8_t& to) {
        std::int64_t n = 0;
        if (!Dom::integer(from, n)) return false;
        to = static_cast<std::uint8_t>(n);
        return true;
    }
    static bool one(value from, oaiwire::field<oaiwire::string_map<double>>& to) {
        std::size_t n = 0;
        auto& map = to.revive();
        const bool ok = Dom::members(from, [&](key k, value v) {
            auto& member = entry(map, n++);
            member.first.assign(k);
            Dom::number(v, member.second);
        });
        map.resize(n);
        if (!ok) to.reset();
        return ok;
    }

    static bool one(value from, oaiwire::ChatCompletionChunkChoice& to) {
        to.finish_reason.reset();
        to.logprobs.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "index") return integer(v, to.index);
            if (k == "delta") return object(v, to.delta);
            if (k == "logprobs") return object(v, to.logprobs);
            if (k == "finish_reason") return token(v, to.finish_reason);
        });
    }
    static bool one(value from, oaiwire::ChatCompletionDelta& to) {
        to.role.reset();
        to.content.reset();
        to.refusal.reset();
        to.reasoning_content.reset();
        to.tool_calls.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "role") return token(v, to.role);
            if (k == "content") return text(v, to.content);
            if (k == "refusal") return text(v, to.refusal);
            if (k == "reasoning_content") return text(v, to.reasoning_content);
            if (k == "tool_calls") return list(v, to.tool_calls);
        });
    }
    static bool one(value from, oaiwire::ToolCallChunk& to) {
        to.id.reset();
        to.type.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "index") return integer(v, to.index);
            if (k == "id") return text(v, to.id);
            if (k == "type") return text(v, to.type);
            if (k == "function") return object(v, to.function);
        });
    }
    template <class Function>
    requires requires(Function f) { f.arguments; }
    static bool one(value from, Function& to) {
        to.name.reset();
        to.arguments.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "name") return text(v, to.name);
            if (k == "arguments") return text(v, to.arguments);
        });
    }
    static bool one(value from, oaiwire::ChatCompletionChoice& to) {
        to.logprobs.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "index") return integer(v, to.index);
            if (k == "message") return object(v, to.message);
            if (k == "logprobs") return object(v, to.logprobs);
            if (k == "finish_reason") return token(v, to.finish_reason);
        });
    }
    static bool one(value from, oaiwire::ChatCompletionMessage& to) {
        to.refusal.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "role") return token(v, to.role);
            if (k == "content") return text(v, to.content);
            if (k == "refusal") return text(v, to.refusal);
        });
    }
    static bool one(value from, oaiwire::CompletionChoice& to) {
        to.logprobs.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "text") return text(v, to.text);
            if (k == "index") return integer(v, to.index);
            if (k == "logprobs") return object(v, to.logprobs);
            if (k == "finish_reason") return token(v, to.finish_reason);
        });
    }
    static bool one(value from, oaiwire::Logprobs& to) {
        return Dom::members(from, [&](key k, value v) {
            if (k == "content") return list(v, to.content);
            if (k == "tokens") return list(v, to.tokens);
            if (k == "token_logprobs") return list(v, to.token_logprobs);
            if (k == "top_logprobs") return list(v, to.top_logprobs);
            if (k == "text_offset") return list(v, to.text_offset);
        });
    }
    template <class Token>
    requires requires(Token t) { t.bytes; }
    static bool one(value from, Token& to) {
        return Dom::members(from, [&](key k, value v) {
            if (k == "token") return text(v, to.token);
            if (k == "logprob") return number(v, to.logprob);
            if (k == "bytes") return list(v, to.bytes);
            if constexpr (requires { to.top_logprobs; }) {
                if (k == "top_logprobs") return list(v, to.top_logprobs);
            }
        });
    }
    static bool one(value from, oaiwire::Usage& to) {
        to.prompt_tokens_details.reset();
        to.completion_tokens_details.reset();
        return Dom::members(from, [&](key k, value v) {
            if (k == "prompt_tokens") return integer(v, to.prompt_tokens);
            if (k == "completion_tokens") return integer(v, to.completion_tokens);
            if (k == "total_tokens") return integer(v, to.total_tokens);
            if (k == "prompt_tokens_details") return object(v, to.prompt_tokens_details);
            if (k == "completion_tokens_details") return object(v, to.completion_tokens_details);
        });
    }
    static bool one(value from, oaiwire::PromptTokensDetails& to) {
        return Dom::members(from, [&](key k, value v) {
            if (k == "cached_tokens") return integer(v, to.cached_tokens);
            if (k == "audio_tokens") return integer(v, to.audio_tokens);
        });
    }
    static bool one(value from, oaiwire::CompletionTokensDetails& to) {
        return Dom::members(from, [&](key k, value v) {
            if (k == "reasoning_tokens") return integer(v, to.reasoning_tokens);
            if (k == "audio_tokens") return integer(v, to.audio_tokens);
            if (k == "accepted_prediction_tokens") {
                return integer(v, to.accepted_prediction_tokens);
            }
            if (k == "rejected_prediction_tokens") {
                return integer(v, to.rejected_prediction_tokens);
            }
        });
    }
    static bool one(value from, oaiwire::Embedding& to) {
        return Dom::members(from, [&](key k, value v) {
            if (k == "object") return text(v, to.object);
            if (k == "index") return integer(v, to.index);
            if (k == "embedding") return object(v, to.embedding);
        });
    }
    static bool one(value from, oaiwire::EmbeddingVector& to) {
        std::string_view s;
        if (Dom::text(from, s)) return decode_floats(s, to.values);
        to.values.clear();
        return Dom::elements(from, [&](value v) {
            double d = 0;
            Dom::number(v, d);
            to.values.push_back(static_cast<float>(d));
        });
    }
};

}  // namespace bench
