// One stream, and the contenders that decode it, framing included, into a typed value that owns its
// text.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "digest.hpp"
#include "harness.hpp"
#include "peers/boost_reader.hpp"
#include "peers/framers.hpp"
#include "peers/glaze.hpp"
#include "peers/nlohmann_reader.hpp"
#include "peers/rapidjson_reader.hpp"
#include "peers/simdjson_ordered.hpp"
#include "peers/simdjson_reader.hpp"
#include "peers/yyjson_reader.hpp"

namespace bench {

struct stream_input {
    const char* name;
    server from;  // server::any: no reader may rely on the order of the members
    std::string body;
    std::size_t events;
    bool keep = false;       // there are unknown members, which are part of the value
    bool lines = false;      // events of several lines
    std::size_t repeat = 1;  // how often the body is read in one stream
};

using checks = std::vector<std::function<bool()>>;

// What an event without a matching template takes.
inline constexpr oaiwire::fast_paths without_shortcuts{.event_templates = false,
                                                       .key_prediction = true};

// Calls take(piece) for the whole stream.
template <class F>
void each_piece(const stream_input& in, std::size_t read, F&& take) {
    for (std::size_t i = 0; i != in.repeat; ++i) each_piece(in.body, read, take);
}

// Calls sink(chunk) for every chunk of the stream.
template <class Chunk, class Sink>
void ours(const stream_input& in, std::size_t read, Sink&& sink,
          const oaiwire::fast_paths& paths = {}) {
    oaiwire::stream_decoder<Chunk> decoder;
    decoder.use(paths);
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) sink(*chunk);
    };
    each_piece(in, read, [&](std::string_view piece) {
        decoder.feed(piece);
        drain();
    });
    decoder.finish();
    drain();
}

// The peers use the fast framer, unless stated otherwise.
template <class Reader, class Sink>
void theirs(Reader& reader, const stream_input& in, std::size_t read, Sink&& sink) {
    line_framer framer;
    const auto run = [&](auto take) {
        each_piece(in, read, [&](std::string_view piece) { framer.feed(piece, take); });
    };
    const auto one = [&](std::string_view json) { sink(reader.read(json)); };
    in.lines ? run(joined_payloads(one)) : run(payloads(one));
}

struct look {
    template <class Value>
    void operator()(const Value& value) const {
        benchmark::DoNotOptimize(&value);
        benchmark::ClobberMemory();
    }
};

// All contenders for one stream. Each is run once with a digest, which must equal the first one's.
template <class Chunk>
class stream_subject {
public:
    // few: only the fastest peers
    stream_subject(const stream_input& in, std::size_t read, contenders& all, checks& to_check,
                   bool few = false)
        : in_(in), read_(read), all_(all), checks_(to_check) {
        using role = contender::role;
        add(
            "oaiwire", role::ours, [&in, read] { ours<Chunk>(in, read, look()); },
            [&in, read](auto& d) { ours<Chunk>(in, read, d); });
        add(
            "oaiwire, without templates", role::variant,
            [&in, read] { ours<Chunk>(in, read, look(), without_shortcuts); },
            [&in, read](auto& d) { ours<Chunk>(in, read, d, without_shortcuts); });
        // those that do not keep unknown members do less
        const role dropping = in.keep ? role::unfair : role::peer;
        if (in.from != server::any) {
            peer("simdjson by hand, in order",
                 std::make_shared<simdjson_ordered_reader<Chunk>>(in.from, false, in.keep));
        }
        if (in.keep) {
            peer("simdjson by hand, in order, unknown members ignored",
                 std::make_shared<simdjson_ordered_reader<Chunk>>(in.from), role::unfair);
        }
        if (!few && !in.keep && (in.from == server::openai || in.from == server::vllm)) {
            peer("simdjson by hand, in order, few members",
                 std::make_shared<simdjson_ordered_reader<Chunk>>(in.from, true), role::unfair);
        }
        peer("simdjson by hand, any order", std::make_shared<simdjson_loop_reader<Chunk>>(in.keep));
#if BENCH_HAS_GLAZE
        peer("glaze", std::make_shared<glaze_reader<Chunk>>(in.keep));
#endif
#if BENCH_HAS_YYJSON
        peer("yyjson", std::make_shared<yyjson_reader<Chunk>>(), dropping);
#endif
        if (!few) add_slower_peers(dropping);
        add(
            "bound: memchr", role::bound,
            [&in, read] {
                std::size_t lines = 0;
                each_piece(in, read,
                           [&](std::string_view piece) { lines += count_lines(piece, 0); });
                benchmark::DoNotOptimize(lines);
            },
            nullptr);
    }

private:
    void add_slower_peers(contender::role dropping) {
        peer("simdjson DOM", std::make_shared<simdjson_dom_reader<Chunk>>(), dropping);
#if BENCH_HAS_RAPIDJSON
        peer("RapidJSON in situ", std::make_shared<rapidjson_reader<Chunk>>(), dropping);
#endif
#if BENCH_HAS_BOOST
        peer("Boost.JSON", std::make_shared<boost_reader<Chunk>>(), dropping);
#endif
#if BENCH_HAS_NLOHMANN
        const auto nlohmann = std::make_shared<nlohmann_reader<Chunk>>();
        peer("nlohmann", nlohmann, dropping);
        if (in_.lines || in_.repeat != 1) return;
        const auto naive = [nlohmann, &in = in_, read = read_](auto&& sink) {
            naive_lines(in.body, read,
                        payloads([&](std::string_view json) { sink(nlohmann->read(json)); }));
        };
        add(
            "nlohmann, a string a line", dropping, [=] { naive(look()); },
            [=](auto& d) { naive(d); });
#endif
    }

    template <class Reader>
    void peer(const char* name, std::shared_ptr<Reader> reader,
              contender::role as = contender::role::peer) {
        add(
            name, as, [reader, &in = in_, read = read_] { theirs(*reader, in, read, look()); },
            [reader, &in = in_, read = read_](auto& d) { theirs(*reader, in, read, d); });
    }

    template <class Check>
    void add(const char* name, contender::role as, std::function<void()> run, Check check) {
        const std::string way = read_ == 0 ? "one read" : std::to_string(read_) + " B reads";
        const std::string what = std::string(in_.name) + ", " + way;
        const auto times = static_cast<double>(in_.repeat);
        all_.push_back({what, name, as, times * static_cast<double>(in_.events),
                        times * static_cast<double>(in_.body.size()), std::move(run)});
        if constexpr (!std::is_null_pointer_v<Check>) {
            const bool whole = as != contender::role::unfair;
            checks_.push_back([=, &in = in_, read = read_] {
                digest expected(in.keep && whole), found(in.keep && whole);
                ours<Chunk>(in, read, expected);
                check(found);
                if (found.value() == expected.value()) return true;
                std::fprintf(stderr, "%s: %s reads a different value\n", what.c_str(), name);
                return false;
            });
        }
    }

    const stream_input& in_;
    std::size_t read_;
    contenders& all_;
    checks& checks_;
};

}  // namespace bench
