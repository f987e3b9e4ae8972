// Decodes a body in pieces and records everything observable, for comparison between splits; and
// enumerates splits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/text.hpp>
#include <support/chat_stream.hpp>
#include <support/full_size.hpp>

namespace support {

using chat = oaiwire::ChatCompletionChunk;

template <class Chunk = chat>
struct outcome {
    std::vector<std::string> chunks{};
    oaiwire::stream_end end{};
    oaiwire::error error{};
    oaiwire::stream_statistics statistics{};
    typename oaiwire::chunk_traits<Chunk>::response response{};

    std::vector<std::string_view> skipped() const {
        std::vector<std::string_view> names;
        for (const auto reason : statistics.skipped) names.push_back(oaiwire::name(reason));
        return names;
    }
    // Everything observed, as one text.
    std::string text() const {
        std::string out;
        for (const auto& c : chunks) out.append(c).append("\n");
        out.append(oaiwire::name(end)).append(" ").append(to_string(error)).append(error.api.body);
        out.append(error.api.type).append(error.api.code).append(error.api.param);
        for (const auto name : skipped()) out.append(" ").append(name);
        out.append(statistics.done_seen ? " done" : "")
            .append(statistics.all_finished ? " finished" : "");
        out.append(statistics.transport_clean ? " clean" : "").append(statistics.excerpt);
        out.append(std::to_string(statistics.chunks))
            .append(std::to_string(statistics.skipped_count));
        return out;
    }
};

// Feeds the pieces and reads all chunks after each; `last` ends the input.
template <class Chunk = chat, class F>
outcome<Chunk> decode(const std::vector<std::string>& pieces,
                      oaiwire::stream_decoder<Chunk> decoder, F&& last) {
    outcome<Chunk> out;
    oaiwire::accumulator<Chunk> whole;
    const auto take = [&] {
        while (const Chunk* chunk = decoder.next()) {
            auto text = oaiwire::json::write(*chunk);
            out.chunks.push_back(text ? *text : to_string(text.error()));
            static_cast<void>(whole.add(*chunk));
        }
    };
    for (const auto& piece : pieces) {
        // a copy that is freed, so that sanitizers detect a decoder that still refers to it
        const std::string lent = piece;
        decoder.feed(lent);
        take();
    }
    last(decoder);
    take();
    out.end = decoder.end_reason();
    out.error = decoder.error();
    out.statistics = decoder.statistics();
    out.response = whole.take();
    return out;
}

template <class Chunk = chat>
outcome<Chunk> decode(const std::vector<std::string>& pieces,
                      oaiwire::stream_decoder<Chunk> decoder = oaiwire::stream_decoder<Chunk>()) {
    return decode<Chunk>(pieces, std::move(decoder), [](auto& d) { d.finish(); });
}

template <class Chunk = chat>
outcome<Chunk> decode(const std::string& body) {
    return decode<Chunk>(std::vector<std::string>{body});
}

inline std::vector<std::string> in_two(const std::string& body, std::size_t at) {
    return {body.substr(0, at), body.substr(at)};
}
inline std::vector<std::string> byte_by_byte(const std::string& body) {
    std::vector<std::string> out;
    for (const char c : body) out.emplace_back(1, c);
    return out;
}
inline std::vector<std::string> at_random(const std::string& body, std::mt19937& random) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < body.size();) {
        const std::size_t most = random() % 3 == 0 ? 4 : 64;
        const std::size_t size = random() % most;  // may be an empty piece
        out.push_back(body.substr(at, size));
        at += size;
    }
    return out;
}

// Calls f with every split in two (with sanitizers five hundred of a long text, as all would take
// minutes), the single bytes, and `randoms` random splits.
template <class F>
void each_cutting(const std::string& body, int randoms, F&& f) {
    const bool all = !sanitized || full_size();
    const std::size_t step = all ? 1 : 1 + body.size() / 500;
    for (std::size_t at = 0; at <= body.size(); at += step) f(in_two(body, at));
    f(byte_by_byte(body));
    std::mt19937 random(20240607);
    for (int i = 0; i != randoms; ++i) f(at_random(body, random));
}

}  // namespace support
