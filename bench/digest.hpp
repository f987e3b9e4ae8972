// A hash over what a contender has read, to check that all read the same.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/token_bytes.hpp>

#include "hash.hpp"

namespace bench {

class digest : hash {
public:
    // extra: unknown members of the whole value are hashed too
    explicit digest(bool extra = false) : extra_(extra) {}

    // Uses members that are text or numbers for every contender; doubles are rounded to float,
    // since RapidJSON and Boost.JSON miss the last bit of some.
    template <class T>
    void operator()(const T& value) {
        add(value);
    }
    using hash::value;

private:
    // a value of a peer that has types of its own
    template <class Foreign>
    requires requires(const Foreign& value, std::uint64_t n) { value.digest(n, true); }
    void add(const Foreign& value) { start_from(value.digest(hash::value(), extra_)); }
    using hash::add;
    template <class E>
    void add(const oaiwire::open_enum<E>& token) {
        add(token.text());
    }
    void add(const oaiwire::MessageContent& content) { add(std::get<std::string>(content)); }
    template <class T>
    void add(const oaiwire::field<T>& f) {
        if (f) {
            add(*f);
        } else {
            add(std::uint64_t{1});
        }
    }
    template <class T>
    void add(const std::vector<T>& list) {
        for (const auto& entry : list) add(entry);
        add(std::uint64_t{list.size()});
    }
    void add(const oaiwire::token_bytes& bytes) {
        for (const auto byte : bytes) add(byte);
        add(std::uint64_t{bytes.size()});
    }
    // nlohmann sorts them
    void add(const oaiwire::string_map<double>& map) {
        std::uint64_t sum = 0;
        for (const auto& [name, number] : map) {
            digest one;
            one.add(name);
            one.add(number);
            sum += one.value();
        }
        add(sum);
    }
    void add(const oaiwire::extra_members& extra) {
        for (const auto& member : extra) {
            add(member.name);
            add(member.value);
        }
    }
    template <class... Members>
    void all(const Members&... members) {
        (add(members), ...);
    }

    void add(const oaiwire::ChatCompletionChunk& c) {
        all(c.id, c.model, c.created, c.choices, c.usage);
        if (extra_) add(c.extra);
    }
    void add(const oaiwire::ChatCompletionChunkChoice& c) {
        all(c.index, c.delta, c.logprobs, c.finish_reason);
    }
    void add(const oaiwire::ChatCompletionDelta& d) {
        all(d.role, d.content, d.refusal, d.reasoning_content, d.tool_calls);
    }
    void add(const oaiwire::ToolCallChunk& t) { all(t.index, t.id, t.function); }
    template <class Function>
    requires requires(Function f) { f.arguments; }
    void add(const Function& f) { all(f.name, f.arguments); }
    void add(const oaiwire::Logprobs& l) {
        all(l.content, l.tokens, l.token_logprobs, l.top_logprobs, l.text_offset);
    }
    void add(const oaiwire::TokenLogprob& t) { all(t.token, t.logprob, t.bytes, t.top_logprobs); }
    void add(const oaiwire::TopLogprob& t) { all(t.token, t.logprob, t.bytes); }
    void add(const oaiwire::Usage& u) {
        all(u.prompt_tokens, u.completion_tokens, u.total_tokens, u.prompt_tokens_details,
            u.completion_tokens_details);
    }
    void add(const oaiwire::PromptTokensDetails& d) { all(d.cached_tokens, d.audio_tokens); }
    void add(const oaiwire::CompletionTokensDetails& d) {
        all(d.reasoning_tokens, d.audio_tokens, d.accepted_prediction_tokens);
    }
    void add(const oaiwire::ChatCompletion& c) {
        all(c.id, c.object, c.created, c.model, c.choices, c.usage, c.service_tier,
            c.system_fingerprint);
        if (extra_) add(c.extra);
    }
    void add(const oaiwire::ChatCompletionChoice& c) {
        all(c.index, c.message, c.logprobs, c.finish_reason);
    }
    void add(const oaiwire::ChatCompletionMessage& m) { all(m.role, m.content, m.refusal); }
    void add(const oaiwire::Completion& c) { all(c.id, c.created, c.model, c.choices, c.usage); }
    void add(const oaiwire::CompletionChoice& c) {
        all(c.index, c.text, c.logprobs, c.finish_reason);
    }
    void add(const oaiwire::EmbeddingResponse& r) { all(r.object, r.data, r.model, r.usage); }
    void add(const oaiwire::Embedding& e) { all(e.index, e.embedding); }
    void add(const oaiwire::EmbeddingVector& e) { add(e.values); }

    bool extra_;
};

}  // namespace bench
