// The result of decoding a response body, as texts for comparison. Includes only declarations of
// json/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/response_payload.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/chunk_payload.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/text.hpp>
#include <support/catch.hpp>
#include <support/chat_stream.hpp>

namespace support {

// "prompt/completion/total", then "cached" and "reasoning" if known; "" if there is no usage.
inline std::string text_of(const oaiwire::token_counts& c) {
    const auto number = [](const std::optional<std::int64_t>& n) {
        return n ? std::to_string(*n) : std::string("-");
    };
    if (!c.any()) return {};
    std::string out = number(c.prompt) + "/" + number(c.completion) + "/" + number(c.total);
    if (c.cached) out += " cached " + number(c.cached);
    if (c.reasoning) out += " reasoning " + number(c.reasoning);
    return out;
}

// "id:name(arguments)" per call; "-" for absent parts.
template <class Call>
std::string text_of(const std::vector<Call>& list) {
    std::string out;
    for (const auto& call : list) {
        const oaiwire::call_parts parts = oaiwire::parts_of(call);
        if (!out.empty()) out += ' ';
        out += parts.id.value_or("-") + ":" + parts.name.value_or("-") + "(" +
               parts.arguments.value_or("-") + ")";
    }
    return out;
}

// "message|type|code|param"; "" if there is no error.
inline std::string text_of(const oaiwire::error& e) {
    if (e.code == oaiwire::errc::ok) return {};
    return e.message + "|" + e.api.type + "|" + e.api.code + "|" + e.api.param;
}

// The result of a whole body. Texts, calls and reason are those of the first choice.
struct answer {
    std::string end{};      // the name of a stream_end
    std::string skipped{};  // the names of payloads that gave no chunk, separated by spaces
    std::string error{};    // as text_of() gives it
    std::string text{};
    std::string reasoning{};
    std::string calls{};
    std::string reason{};  // finish_reason
    std::string usage{};
    oaiwire::stream_statistics statistics{};
    oaiwire::error failure{};
    oaiwire::ChatCompletion response{};
};

inline answer answer_of(const std::vector<std::string>& pieces, const oaiwire::limits& bounds) {
    oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> decoder(bounds);
    oaiwire::accumulator<oaiwire::ChatCompletionChunk> whole(bounds);
    const auto take = [&] {
        while (const auto* chunk = decoder.next()) static_cast<void>(whole.add(*chunk));
    };
    for (const auto& piece : pieces) {
        decoder.feed(piece);
        take();
    }
    decoder.finish();
    take();

    answer out;
    out.end = oaiwire::name(decoder.end_reason());
    for (const auto reason : decoder.statistics().skipped) {
        out.skipped.append(out.skipped.empty() ? "" : " ").append(oaiwire::name(reason));
    }
    out.error = text_of(decoder.error());
    out.statistics = decoder.statistics();
    out.failure = decoder.error();
    out.response = whole.take();
    out.text = oaiwire::text(out.response);
    out.usage = text_of(oaiwire::counts_of(out.response));
    if (out.response.choices.empty()) return out;
    const auto& choice = out.response.choices.front();
    if (choice.finish_reason) out.reason = choice.finish_reason->text();
    if (choice.message) {
        out.reasoning = oaiwire::reasoning(*choice.message).value_or("");
        if (choice.message->tool_calls) out.calls = text_of(*choice.message->tool_calls);
    }
    return out;
}

// Decodes the body as a whole and byte by byte, and checks that both give the same.
inline answer answer_of(const std::string& body, const oaiwire::limits& bounds = {}) {
    std::vector<std::string> bytes;
    for (const char c : body) bytes.emplace_back(1, c);
    const answer whole = answer_of(std::vector<std::string>{body}, bounds);
    const answer cut = answer_of(bytes, bounds);
    INFO(body.substr(0, 2000));
    CHECK(whole.end == cut.end);
    CHECK(whole.skipped == cut.skipped);
    CHECK((whole.statistics == cut.statistics));
    CHECK((whole.failure == cut.failure));
    CHECK((whole.response == cut.response));
    return whole;
}

// The result of one payload, a chunk or a response.
template <class T>
struct reading {
    std::string kind{};   // the name of a payload_kind
    std::string error{};  // as text_of() gives it, for kinds "error" and "invalid"
    T value{};
};

template <class T = oaiwire::ChatCompletionChunk>
reading<T> chunk_of(std::string_view payload) {
    reading<T> out;
    oaiwire::error why;
    out.kind = oaiwire::name(oaiwire::read_chunk(oaiwire::payload_text(payload), out.value, why));
    out.error = text_of(why);
    return out;
}
template <class T = oaiwire::ChatCompletion>
reading<T> response_of(std::string_view payload) {
    reading<T> out;
    oaiwire::error why;
    out.kind =
        oaiwire::name(oaiwire::read_response(oaiwire::payload_text(payload), out.value, why));
    out.error = text_of(why);
    return out;
}

}  // namespace support
