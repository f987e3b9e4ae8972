// simdjson On-Demand in its fastest form: assumes the order of the members and which of them each
// server sends, reuses all memory, and skips everything else, so it does not validate the whole
// document. Handles only what the generators produce.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "fill.hpp"
#include "server.hpp"
#include "simdjson_reader.hpp"

namespace bench {

// The members of an object in order, with the text of those that are not asked for.
class keeping_object {
public:
    keeping_object(simdjson::ondemand::object from, oaiwire::extra_members& to) : to_(to) {
        to.clear();
        if (!got(from.begin(), at_) || !got(from.end(), end_)) std::abort();
    }

    simdjson::simdjson_result<simdjson::ondemand::value> find_field(std::string_view wanted) {
        for (; next(); keep()) {
            if (member_.key().unsafe_is_equal(wanted)) return std::move(member_.value());
        }
        return simdjson::NO_SUCH_FIELD;
    }
    void keep_rest() {
        while (next()) keep();
    }

private:
    bool next() {
        if (started_) ++at_;
        started_ = true;
        if (!(at_ != end_)) return false;
        if (!got(*at_, member_)) std::abort();
        return true;
    }
    void keep() {
        std::string_view key, text;
        if (!got(member_.unescaped_key(), key)) std::abort();
        if (!got(simdjson::to_json_string(member_.value()), text)) std::abort();
        to_.append_trusted(key, text);
    }

    oaiwire::extra_members& to_;
    simdjson::ondemand::object_iterator at_{};
    simdjson::ondemand::object_iterator end_{};
    simdjson::ondemand::field member_{};
    bool started_ = false;
};

template <class T>
class simdjson_ordered_reader {
public:
    // few: fills only what distinguishes chunks, which is less than required. keep: keeps unknown
    // members of the whole value.
    explicit simdjson_ordered_reader(server from = server::openai, bool few = false,
                                     bool keep = false)
        : from_(from), few_(few), keep_(keep) {}

    T value{};

    const T& read(std::string_view json) {
        simdjson::ondemand::document document;
        if (!got(parser_.iterate(padded_(json)), document)) std::abort();
        if constexpr (requires { value.extra; }) {
            if (keep_) {
                simdjson::ondemand::object object;
                if (!got(document.get_object(), object)) std::abort();
                keeping_object members(object, value.extra);
                whole(members, value);
                members.keep_rest();
                return value;
            }
        }
        whole(document, value);
        return value;
    }

private:
    using json_value = simdjson::simdjson_result<simdjson::ondemand::value>;

    template <class In>
    void whole(In& in, oaiwire::ChatCompletionChunk& to) {
        if (from_ == server::llama) {
            list(in.find_field("choices"), to.choices, [this](auto e, auto& c) { llama(e, c); });
            integer(in.find_field("created"), to.created);
            text(in.find_field("id"), to.id);
            text(in.find_field("model"), to.model);
            if (few_) return;
            text(in.find_field("system_fingerprint"), to.system_fingerprint);
            text(in.find_field("object"), to.object);
            return;
        }
        text(in.find_field("id"), to.id);
        if (!few_) text(in.find_field("object"), to.object);
        integer(in.find_field("created"), to.created);
        text(in.find_field("model"), to.model);
        const bool openai = from_ == server::openai;
        if (openai && !few_) {
            token(in.find_field("service_tier"), to.service_tier);
            text(in.find_field("system_fingerprint"), to.system_fingerprint);
        }
        list(in.find_field("choices"), to.choices, [](auto e, auto& c) {
            integer(e.find_field("index"), c.index);
            delta(e.find_field("delta"), c.delta.revive());
            logprobs(e.find_field("logprobs"), c.logprobs);
            token(e.find_field("finish_reason"), c.finish_reason);
        });
        if (from_ == server::vllm_usage) {
            details(in.find_field("usage"), to.usage);
            return;
        }
        if (!openai) return;
        usage(in.find_field("usage"), to.usage);
        if (!few_) text(in.find_field("obfuscation"), to.obfuscation);
    }

    void llama(json_value e, oaiwire::ChatCompletionChunkChoice& c) {
        token(e.find_field("finish_reason"), c.finish_reason);
        integer(e.find_field("index"), c.index);
        delta(e.find_field("delta"), c.delta.revive());
    }

    template <class In>
    void whole(In& in, oaiwire::ChatCompletion& to) {
        text(in.find_field("id"), to.id);
        text(in.find_field("object"), to.object);
        integer(in.find_field("created"), to.created);
        text(in.find_field("model"), to.model);
        list(in.find_field("choices"), to.choices, [](auto e, auto& c) {
            integer(e.find_field("index"), c.index);
            auto from = e.find_field("message");
            auto& message = c.message.revive();
            token(from.find_field("role"), message.role);
            content(from.find_field("content"), message.content);
            text(from.find_field("refusal"), message.refusal);
            logprobs(e.find_field("logprobs"), c.logprobs);
            token(e.find_field("finish_reason"), c.finish_reason);
        });
        usage(in.find_field("usage"), to.usage);
        token(in.find_field("service_tier"), to.service_tier);
        text(in.find_field("system_fingerprint"), to.system_fingerprint);
    }

    template <class In>
    void whole(In& in, oaiwire::Completion& to) {
        text(in.find_field("id"), to.id);
        if (!few_) text(in.find_field("object"), to.object);
        integer(in.find_field("created"), to.created);
        text(in.find_field("model"), to.model);
        list(in.find_field("choices"), to.choices, [this](auto e, auto& c) {
            if (from_ == server::vllm) integer(e.find_field("index"), c.index);
            text(e.find_field("text"), c.text);
            if (from_ == server::openai) integer(e.find_field("index"), c.index);
            completion_logprobs(e.find_field("logprobs"), c.logprobs);
            token(e.find_field("finish_reason"), c.finish_reason);
        });
        usage(in.find_field("usage"), to.usage);
    }

    template <class In>
    void whole(In& in, oaiwire::EmbeddingResponse& to) {
        text(in.find_field("object"), to.object);
        list(in.find_field("data"), to.data, [](auto e, auto& entry) {
            text(e.find_field("object"), entry.object);
            integer(e.find_field("index"), entry.index);
            auto& values = entry.embedding.revive().values;
            auto from = e.find_field("embedding");
            simdjson::ondemand::array floats;
            if (got(from.get_array(), floats)) {
                values.clear();
                for (auto number : floats) {
                    double d = 0;
                    if (!got(number.get_double(), d)) std::abort();
                    values.push_back(static_cast<float>(d));
                }
            } else {
                std::string_view s;
                if (!got(from.get_string(), s)) std::abort();
                if (!decode_floats(s, values)) std::abort();
            }
        });
        text(in.find_field("model"), to.model);
        usage(in.find_field("usage"), to.usage);
    }

    // The members of a delta differ between events.
    static void delta(json_value from, oaiwire::ChatCompletionDelta& to) {
        to.role.reset();
        to.content.reset();
        to.refusal.reset();
        to.reasoning_content.reset();
        to.tool_calls.reset();
        for (auto member : from.get_object()) {
            std::string_view key;
            if (!got(member.unescaped_key(), key)) std::abort();
            if (key == "content") {
                content(member.value(), to.content);
            } else if (key == "role") {
                token(member.value(), to.role);
            } else if (key == "reasoning_content") {
                text(member.value(), to.reasoning_content);
            } else if (key == "refusal") {
                text(member.value(), to.refusal);
            } else if (key == "tool_calls") {
                list(json_value(member.value()), to.tool_calls.revive(),
                     [](auto e, auto& call) { tool_call(e, call); });
            }
        }
    }
    static void tool_call(json_value from, oaiwire::ToolCallChunk& to) {
        to.id.reset();
        to.type.reset();
        auto& function = to.function.revive();
        function.name.reset();
        function.arguments.reset();
        for (auto member : from.get_object()) {
            std::string_view key;
            if (!got(member.unescaped_key(), key)) std::abort();
            if (key == "index") {
                integer(member.value(), to.index);
            } else if (key == "id") {
                text(member.value(), to.id);
            } else if (key == "type") {
                text(member.value(), to.type);
            } else if (key == "function") {
                for (auto part : member.value().get_object()) {
                    if (!got(part.unescaped_key(), key)) std::abort();
                    text(part.value(), key == "name" ? function.name : function.arguments);
                }
            }
        }
    }
    template <class List>
    static void tokens(json_value from, List& to) {
        list(from, to, [](auto e, auto& t) {
            text(e.find_field("token"), t.token);
            number(e.find_field("logprob"), t.logprob);
            list(e.find_field("bytes"), t.bytes.revive(), [](auto b, std::uint8_t& byte) {
                std::uint64_t n = 0;
                if (!got(b.get_uint64(), n)) std::abort();
                byte = static_cast<std::uint8_t>(n);
            });
            if constexpr (requires { t.top_logprobs; }) {
                tokens(e.find_field("top_logprobs"), t.top_logprobs.revive());
            }
        });
    }
    static void logprobs(json_value from, oaiwire::field<oaiwire::Logprobs>& to) {
        to.reset();
        bool none = true;
        if (got(from.is_null(), none) && !none) {
            tokens(from.find_field("content"), to.revive().content.revive());
        }
    }
    static void completion_logprobs(json_value from, oaiwire::field<oaiwire::Logprobs>& to) {
        to.reset();
        bool none = true;
        if (!got(from.is_null(), none) || none) return;
        auto& lists = to.revive();
        list(from.find_field("tokens"), lists.tokens.revive(), [](auto e, std::string& s) {
            std::string_view view;
            if (!got(e.get_string(), view)) std::abort();
            s.assign(view);
        });
        list(from.find_field("token_logprobs"), lists.token_logprobs.revive(),
             [](auto e, auto& d) { number(e, d); });
        list(from.find_field("top_logprobs"), lists.top_logprobs.revive(), [](auto e, auto& d) {
            auto& map = d.revive();
            std::size_t n = 0;
            for (auto member : e.get_object()) {
                auto& one = entry(map, n++);
                std::string_view key;
                if (!got(member.unescaped_key(), key)) std::abort();
                one.first.assign(key);
                if (!got(member.value().get_double(), one.second)) std::abort();
            }
            map.resize(n);
        });
        list(from.find_field("text_offset"), lists.text_offset.revive(),
             [](auto e, std::int64_t& offset) {
                 if (!got(e.get_int64(), offset)) std::abort();
             });
    }
    static void usage(json_value from, oaiwire::field<oaiwire::Usage>& to) {
        to.reset();
        simdjson::ondemand::object o;
        if (!got(from.get_object(), o)) return;
        auto& u = to.revive();
        integer(o.find_field("prompt_tokens"), u.prompt_tokens);
        if constexpr (!std::is_same_v<T, oaiwire::EmbeddingResponse>) {
            integer(o.find_field("completion_tokens"), u.completion_tokens);
        }
        integer(o.find_field("total_tokens"), u.total_tokens);
        if constexpr (std::is_same_v<T, oaiwire::ChatCompletion>) {
            auto prompt = o.find_field("prompt_tokens_details");
            auto& p = u.prompt_tokens_details.revive();
            integer(prompt.find_field("cached_tokens"), p.cached_tokens);
            integer(prompt.find_field("audio_tokens"), p.audio_tokens);
            auto completion = o.find_field("completion_tokens_details");
            auto& c = u.completion_tokens_details.revive();
            integer(completion.find_field("reasoning_tokens"), c.reasoning_tokens);
            integer(completion.find_field("audio_tokens"), c.audio_tokens);
            integer(completion.find_field("accepted_prediction_tokens"),
                    c.accepted_prediction_tokens);
            integer(completion.find_field("rejected_prediction_tokens"),
                    c.rejected_prediction_tokens);
        }
    }
    // The usage of support/hostile_streams.hpp.
    static void details(json_value from, oaiwire::field<oaiwire::Usage>& to) {
        to.reset();
        simdjson::ondemand::object o;
        if (!got(from.get_object(), o)) return;
        auto& u = to.revive();
        integer(o.find_field("prompt_tokens"), u.prompt_tokens);
        integer(o.find_field("completion_tokens"), u.completion_tokens);
        integer(o.find_field("total_tokens"), u.total_tokens);
        auto completion = o.find_field("completion_tokens_details");
        auto& c = u.completion_tokens_details.revive();
        integer(completion.find_field("reasoning_tokens"), c.reasoning_tokens);
        integer(completion.find_field("accepted_prediction_tokens"), c.accepted_prediction_tokens);
        auto& p = u.prompt_tokens_details.revive();
        integer(o.find_field("prompt_tokens_details").find_field("cached_tokens"), p.cached_tokens);
    }

    template <class V, std::derived_from<std::string> Text>
    static void text(V&& from, oaiwire::field<Text>& to) {
        std::string_view s;
        if (!got(from.get_string(), s)) return to.reset();
        to.revive().assign(s);
    }
    template <class V>
    static void content(V&& from, oaiwire::field<oaiwire::MessageContent>& to) {
        std::string_view s;
        if (!got(from.get_string(), s)) return to.reset();
        auto& kept = to.revive();
        if (kept.index() != 0) kept.template emplace<0>();
        std::get<0>(kept).assign(s);
    }
    template <class V, class E>
    static void token(V&& from, oaiwire::field<oaiwire::open_enum<E>>& to) {
        std::string_view s;
        if (!got(from.get_string(), s)) return to.reset();
        to.revive().assign(s);
    }
    template <class V>
    static void integer(V&& from, oaiwire::field<std::int64_t>& to) {
        std::int64_t n = 0;
        if (!got(from.get_int64(), n)) return to.reset();
        to = n;
    }
    template <class V>
    static void number(V&& from, oaiwire::field<double>& to) {
        double d = 0;
        if (!got(from.get_double(), d)) return to.reset();
        to = d;
    }
    template <class V, class List, class F>
    static void list(V&& from, List& to, F&& one) {
        std::size_t n = 0;
        for (auto e : from.get_array()) one(e, entry(to, n++));
        to.resize(n);
    }

    server from_;
    bool few_;
    bool keep_;
    simdjson::ondemand::parser parser_{};
    padded_text padded_{};
};

}  // namespace bench
