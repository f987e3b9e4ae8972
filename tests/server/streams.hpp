// For the tests of stream writers: events of a responder, and texts cut within characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/random.hpp>

namespace server_streams {

// All that is unsent, which is sent.
inline std::string take(oaiwire::responder& r) {
    std::string out(r.unsent());
    r.sent(out.size());
    return out;
}

// An event with one line of data, as the writers write it.
template <class T>
std::string event_of(const T& typed, std::string_view name = "") {
    std::string out;
    if (!name.empty()) out += "event: " + std::string(name) + "\n";
    return out + "data: " + *oaiwire::json::write(typed) + "\n\n";
}

// The events of a body, each with the blank line at its end.
inline std::vector<std::string> split(std::string_view body) {
    std::vector<std::string> out;
    while (!body.empty()) {
        const std::size_t size = std::min(body.find("\n\n"), body.size() - 2) + 2;
        out.emplace_back(body.substr(0, size));
        body.remove_prefix(size);
    }
    return out;
}

// What a client makes of a body, fed in pieces of a given size.
template <class Chunk>
struct received {
    oaiwire::stream_end end{};
    oaiwire::error error{};
    std::vector<Chunk> chunks{};
    typename oaiwire::chunk_traits<Chunk>::response response{};

    explicit received(std::string_view body, std::size_t piece = 97) {
        oaiwire::stream_decoder<Chunk> decoder;
        oaiwire::accumulator<Chunk> sum;
        const auto take = [&] {
            while (const Chunk* chunk = decoder.next()) {
                chunks.push_back(*chunk);
                static_cast<void>(sum.add(*chunk));
            }
        };
        for (; !body.empty(); body.remove_prefix(std::min(piece, body.size()))) {
            decoder.feed(body.substr(0, piece));
            take();
        }
        decoder.finish();
        take();
        end = decoder.end_reason();
        error = decoder.error();
        response = sum.response();
    }
};

// The reference for texts that come in pieces: repairs the whole text again for each piece.
class whole_text {
public:
    // What is new of the repaired text, without an incomplete character at its end.
    std::string add(std::string_view piece, bool last = false) {
        all_ += piece;
        std::size_t whole = all_.size();
        for (std::size_t n = 1; n <= 3 && n <= all_.size() && !last; ++n) {
            const auto tail = std::string_view(all_).substr(all_.size() - n);
            if (oaiwire::find_invalid_utf8(tail) != n) continue;
            whole = all_.size() - n;
            break;
        }
        std::string repaired;
        oaiwire::append_valid_utf8(repaired, std::string_view(all_).substr(0, whole));
        std::string out = repaired.substr(said_);
        said_ = repaired.size();
        return out;
    }

private:
    std::string all_{};
    std::size_t said_ = 0;
};

// A piece of a text as a model gives it: words, escapes, characters of all sizes, parts of them,
// and bytes that are no text.
inline std::string piece(support::random& random) {
    static constexpr std::string_view parts[] = {"a",        " word",        "\"",
                                                 "\\",       "\n",           "\x01",
                                                 "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80",
                                                 "\xc3",     "\xa9",         "\xe2",
                                                 "\x82",     "\xe2\x82",     "\xac",
                                                 "\xf0\x9f", "\x98\x80",     "\xff",
                                                 "</s>",     "\r\n",         "data: x\n\n"};
    std::string out;
    for (std::size_t n = random.below(4); n != 0; --n) {
        out += parts[random.below(std::size(parts))];
    }
    if (random.one_in(50)) out += std::string(random.below(3000), 'x');
    return out;
}

}  // namespace server_streams
