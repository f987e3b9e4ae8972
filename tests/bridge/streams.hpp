// Random chat streams, and streams of both dialects through the bridge.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge/chat_to_response.hpp>
#include <oaiwire/bridge/response_to_chat.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>
#include <support/json_of.hpp>
#include <support/random.hpp>

namespace bridge_streams {

using chunks = std::vector<oaiwire::ChatCompletionChunk>;
using events = std::vector<oaiwire::ResponseStreamEvent>;

inline oaiwire::ChatCompletionRequest chat_request() {
    oaiwire::ChatCompletionRequest request;
    request.stream_options = oaiwire::StreamOptions{.include_usage = true};
    return request;
}

// The chunks of an answer. In order: reasoning, text, refusal, calls by their index; else text and
// calls come in turns, too.
class chat_grammar {
public:
    chat_grammar(support::random& random, bool in_order) : random_(random), in_order_(in_order) {}

    chunks make() {
        if (random_.one_in(2)) delta().role = oaiwire::Role::assistant;
        if (random_.one_in(2)) delta().content.emplace(std::string());
        if (random_.one_in(2)) reason();
        const bool texts = !random_.one_in(4);
        if (texts) say();
        if (random_.one_in(4)) refuse();
        if (random_.one_in(2)) call();
        if (texts && !in_order_) {
            say();
            call();
            say();
        }
        static constexpr const char* reasons[] = {
            "stop", "length", "tool_calls", "tool_calls", "content_filter", "odd", ""};
        const std::string_view reason = reasons[random_.below(in_order_ ? 7 : 1)];
        if (!reason.empty())
            choice().finish_reason = oaiwire::open_enum<oaiwire::FinishReason>(reason);
        if (random_.one_in(2)) {
            auto& usage = chunk().usage.emplace();
            usage.prompt_tokens = 7;
            usage.completion_tokens = 5;
            usage.total_tokens = 12;
            usage.completion_tokens_details.emplace().reasoning_tokens = 2;
        }
        return std::move(out_);
    }

private:
    oaiwire::ChatCompletionChunk& chunk() {
        auto& c = out_.emplace_back();
        c.id = "chatcmpl-x";
        c.object = "chat.completion.chunk";
        c.created = 1700000000;
        c.model = "model-1";
        if (random_.one_in(8)) c.system_fingerprint = "fp_1";
        if (random_.one_in(8)) c.service_tier = oaiwire::ServiceTier::default_;
        if (random_.one_in(8)) c.obfuscation = "xyz";
        return c;
    }
    oaiwire::ChatCompletionChunkChoice& choice() {
        auto& c = chunk().choices.emplace_back();
        c.index = 0;
        c.delta.emplace();
        return c;
    }
    oaiwire::ChatCompletionDelta& delta() { return *choice().delta; }

    std::string piece() {
        static constexpr std::string_view words[] = {
            "a", " sky", "\n", "\xC3\xA9", "\"\\", "\xF0\x9F\x98\x80", "{", "data: [DONE]", ""};
        std::string out;
        for (std::size_t n = random_.below(4); n != 0; --n) out += words[random_.below(9)];
        return out;
    }
    void reason() {
        const bool other = random_.one_in(3);
        for (std::size_t n = 1 + random_.below(4); n != 0; --n) {
            auto& d = delta();
            (other ? d.reasoning : d.reasoning_content) = piece();
        }
    }
    void say() {
        const bool logprobs = random_.one_in(3);
        for (std::size_t n = 1 + random_.below(5); n != 0; --n) {
            auto& c = choice();
            c.delta->content.emplace(piece());
            if (!logprobs) continue;
            auto& token = c.logprobs.emplace().content.emplace().emplace_back();
            token.token = "t";
            token.logprob = -0.5;
        }
    }
    void refuse() {
        for (std::size_t n = 1 + random_.below(3); n != 0; --n) delta().refusal = piece();
    }
    // Some calls whose arguments come in turns.
    void call() {
        const std::size_t count = 1 + random_.below(3);
        const std::size_t first = calls_;
        for (std::size_t i = 0; i != count; ++i) {
            auto& c = delta().tool_calls.emplace().emplace_back();
            c.index = static_cast<std::int64_t>(calls_);
            c.id = "call_" + std::to_string(calls_++);
            custom_.push_back(random_.one_in(3));
            c.type = custom_.back() ? "custom" : "function";
            if (custom_.back()) {
                c.custom = oaiwire::CustomToolCall{.name = "g", .input = piece()};
            } else {
                c.function = oaiwire::FunctionCall{.name = "f", .arguments = "{\"a\":\""};
            }
        }
        for (std::size_t n = random_.below(5); n != 0; --n) {
            auto& list = delta().tool_calls.emplace();
            for (std::size_t k = 0; k != 1 + n % 2; ++k) {
                const std::size_t i = first + random_.below(count);
                auto& c = list.emplace_back();
                c.index = static_cast<std::int64_t>(i);
                if (custom_[i]) {
                    c.custom = oaiwire::CustomToolCall{.input = piece()};
                } else {
                    c.function = oaiwire::FunctionCall{.arguments = "x y"};
                }
            }
        }
    }

    support::random& random_;
    bool in_order_;
    chunks out_{};
    std::size_t calls_ = 0;
    std::vector<bool> custom_{};
};

template <class Chunk, class Chunks>
auto accumulated(const Chunks& all) {
    oaiwire::accumulator<Chunk> whole;
    for (const auto& chunk : all) REQUIRE(whole.add(chunk) == oaiwire::errc::ok);
    return whole.take();
}
inline oaiwire::ChatCompletion whole_of(const chunks& all) {
    return accumulated<oaiwire::ChatCompletionChunk>(all);
}
inline oaiwire::Response whole_of(const events& all) {
    return accumulated<oaiwire::ResponseStreamEvent>(all);
}

template <class Machine, class Out>
void drain(Machine& machine, Out& out) {
    while (const auto* next = machine.next()) out.push_back(*next);
}
template <class Out, class Machine, class In>
Out through(Machine& machine, const In& in, oaiwire::stream_end end = oaiwire::stream_end::complete,
            const oaiwire::error& why = {}) {
    Out out;
    for (const auto& one : in) {
        machine.feed(one);
        drain(machine, out);
    }
    machine.finish(end, why);
    drain(machine, out);
    CHECK(machine.done());
    return out;
}

// What a stream's decoder says of its bytes.
template <class Chunk>
struct decoded {
    std::vector<Chunk> chunks{};
    oaiwire::stream_end end{};
    oaiwire::error failure{};
    std::size_t skipped = 0;
};
template <class Chunk>
decoded<Chunk> decode(std::string_view bytes) {
    decoded<Chunk> out;
    oaiwire::stream_decoder<Chunk> decoder;
    decoder.feed(bytes);
    while (const auto* chunk = decoder.next()) out.chunks.push_back(*chunk);
    decoder.finish();
    while (const auto* chunk = decoder.next()) out.chunks.push_back(*chunk);
    out.end = decoder.end_reason();
    out.failure = decoder.error();
    out.skipped = decoder.statistics().skipped_count;
    return out;
}
template <class Chunks>
std::string bytes_of(const Chunks& all, bool done) {
    std::string out;
    for (const auto& one : all) out += "data: " + support::json_of(one) + "\n\n";
    return done ? out + "data: [DONE]\n\n" : out;
}

// The output in an order that does not depend on which item or part began first.
inline void sort_output(oaiwire::Response& response) {
    for (auto& item : response.output) {
        auto* const message = std::get_if<oaiwire::ResponseMessage>(&item);
        if (message == nullptr) continue;
        auto& parts = *std::get_if<std::vector<oaiwire::ResponseContentPart>>(&*message->content);
        std::stable_sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) {
            return a.index() < b.index();  // text before refusals
        });
    }
    std::vector<oaiwire::ResponseItem> sorted;
    for (const std::size_t kind : {2u, 0u}) {
        for (auto& item : response.output) {
            if (item.index() == kind) sorted.push_back(std::move(item));
        }
        std::erase_if(response.output, [&](const auto& item) { return item.index() == kind; });
    }
    for (auto& item : response.output) sorted.push_back(std::move(item));
    response.output = std::move(sorted);
}

}  // namespace bridge_streams
