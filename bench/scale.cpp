// Many streams on one thread: memory of an idle stream, cost of an event when all take turns, and
// duration of a single feed.
#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "digest.hpp"
#include "generate_streams.hpp"
#include "harness.hpp"
#include "peers/framers.hpp"
#include "peers/glaze.hpp"
#include "peers/simdjson_ordered.hpp"
#include "peers/yyjson_reader.hpp"

namespace {

using oaiwire::ChatCompletionChunk;

class our_stream {
public:
    template <class Sink>
    void feed(std::string_view piece, Sink&& sink) {
        decoder_.feed(piece);
        while (const ChatCompletionChunk* chunk = decoder_.next()) sink(*chunk);
    }

protected:
    oaiwire::stream_decoder<ChatCompletionChunk> decoder_{};
};

// The same without templates, and with the general reader only.
class predicted_stream : public our_stream {
public:
    predicted_stream() { decoder_.use({.event_templates = false}); }
};
class plain_stream : public our_stream {
public:
    plain_stream() { decoder_.use({.event_templates = false, .key_prediction = false}); }
};

// All streams share parser and chunk; each stores only its incomplete event.
template <class Reader>
class shared_stream {
public:
    template <class Sink>
    void feed(std::string_view piece, Sink&& sink) {
        static Reader reader;
        framer_.feed(piece,
                     bench::payloads([&](std::string_view json) { sink(reader.read(json)); }));
    }

private:
    bench::line_framer framer_{};
};

using simdjson_stream = shared_stream<bench::simdjson_ordered_reader<ChatCompletionChunk>>;

struct look {
    template <class Chunk>
    void operator()(const Chunk& chunk) const {
        benchmark::DoNotOptimize(&chunk);
        benchmark::ClobberMemory();
    }
};

// Typical streams, differing in id and text: a first event with the role, and 59 that can be
// repeated endlessly. A few suffice for all streams: real input also comes from a socket buffer
// that is in the cache.
struct text {
    std::string first{};
    std::string rest{};
    std::vector<std::string_view> events{};  // of `rest`
};

std::vector<text> make_texts() {
    std::vector<text> out(32);
    for (std::size_t i = 0; i != out.size(); ++i) {
        const std::string all = bench::openai_stream(100 + i);
        std::size_t end = all.find("\n\n") + 2;
        out[i].first = all.substr(0, end);
        std::vector<std::size_t> ends;
        for (const std::size_t begin = end; ends.size() != 59;) {
            end = all.find("\n\n", end) + 2;
            ends.push_back(end - begin);
        }
        out[i].rest = all.substr(out[i].first.size(), ends.back());
        for (std::size_t begin = 0; const std::size_t e : ends) {
            out[i].events.push_back(std::string_view(out[i].rest).substr(begin, e - begin));
            begin = e;
        }
    }
    return out;
}

// Endless streams.
template <class Stream>
class crowd {
public:
    crowd(std::size_t count, const std::vector<text>& texts) : texts_(texts), positions_(count) {
        before_ = bench::allocations().live_bytes;
        streams_ = std::vector<Stream>(count);
        for (std::size_t i = 0; i != count; ++i) streams_[i].feed(of(i).first, look());
    }

    // Feeds one event to each stream in turn.
    template <class Sink>
    void round(Sink&& sink) {
        for (std::size_t i = 0; i != streams_.size(); ++i) {
            std::size_t& at = positions_[i];
            streams_[i].feed(of(i).events[at], sink);
            at = at + 1 == of(i).events.size() ? 0 : at + 1;
        }
    }

    // Feeds a random piece to a random stream.
    template <class Sink>
    std::size_t piece(bench::generator& random, Sink&& sink) {
        const std::size_t i = random.below(streams_.size());
        const std::size_t size = 1 + random.below(1460);
        const std::string& rest = of(i).rest;
        std::size_t& at = positions_[i];
        if (size <= rest.size() - at) {
            streams_[i].feed(std::string_view(rest).substr(at, size), sink);
            at += size;
        } else {  // start again
            streams_[i].feed(std::string_view(rest).substr(at), sink);
            at = size - (rest.size() - at);
            streams_[i].feed(std::string_view(rest).substr(0, at), sink);
        }
        return size;
    }

    // Feeds all streams to the end of their texts.
    template <class Sink>
    void settle(Sink&& sink) {
        for (std::size_t i = 0; i != streams_.size(); ++i) {
            streams_[i].feed(std::string_view(of(i).rest).substr(positions_[i]), sink);
            positions_[i] = 0;
        }
    }

    // Bytes per stream, including the object.
    double memory() const {
        return static_cast<double>(bench::allocations().live_bytes - before_) /
               static_cast<double>(streams_.size());
    }

private:
    const text& of(std::size_t i) const { return texts_[i % texts_.size()]; }

    const std::vector<text>& texts_;
    std::vector<std::size_t> positions_;
    std::vector<Stream> streams_{};
    std::size_t before_ = 0;
};

constexpr std::size_t feeds = 200000;
constexpr std::size_t rounds = 4;

// The duration of each of that many feeds in nanoseconds, including the clock's own.
template <class Stream>
void time_feeds(crowd<Stream>& streams, benchmark::UserCounters& counters) {
    using clock = std::chrono::steady_clock;
    bench::generator random{51};
    std::vector<double> times;
    times.reserve(feeds);
    for (std::size_t n = 0; n != feeds; ++n) {
        const auto start = clock::now();
        streams.piece(random, look());
        times.push_back(std::chrono::duration<double, std::nano>(clock::now() - start).count());
    }
    std::sort(times.begin(), times.end());
    counters["p50 feed"] = times[feeds / 2];
    counters["p99 feed"] = times[feeds / 100 * 99];
    counters["p99.9 feed"] = times[feeds / 1000 * 999];
}

template <class Stream>
void add(bench::contenders& all, const char* name, bench::contender::role as,
         const std::vector<text>& texts) {
    // created by the first run, destroyed by the last
    struct state {
        std::unique_ptr<crowd<Stream>> streams{};
        double bytes = 0;
    };
    double event_size = 0;
    for (const text& t : texts) event_size += static_cast<double>(t.rest.size());
    event_size /= static_cast<double>(texts.size() * texts[0].events.size());

    constexpr std::size_t some = 10000;
    constexpr double mean_piece = (1 + 1460) / 2.0;
    const auto pieces = std::make_shared<state>();
    all.push_back({"10000 streams, random pieces", name, as, feeds * mean_piece / event_size,
                   feeds * mean_piece,
                   [=, &texts] {
                       auto& streams = pieces->streams;
                       if (!streams) streams = std::make_unique<crowd<Stream>>(some, texts);
                       bench::generator random{50};
                       for (std::size_t n = 0; n != feeds; ++n) streams->piece(random, look());
                   },
                   [=](benchmark::UserCounters& counters) {
                       counters["B a stream"] = pieces->streams->memory();
                       counters["B of its object"] = sizeof(Stream);
                       time_feeds(*pieces->streams, counters);
                       pieces->streams.reset();
                   }});

    constexpr std::size_t many = 32768;
    const auto turns = std::make_shared<state>();
    all.push_back({"32768 streams, one event each", name, as, rounds * many,
                   rounds * many * event_size,
                   [=, &texts] {
                       auto& streams = turns->streams;
                       if (!streams) streams = std::make_unique<crowd<Stream>>(many, texts);
                       for (std::size_t n = 0; n != rounds; ++n) streams->round(look());
                   },
                   [=](benchmark::UserCounters& counters) {
                       counters["B a stream"] = turns->streams->memory();
                       turns->streams.reset();
                   }});
}

// Whether all streams get their own contents, however they are split. Compares sums, because a
// framer that searches for one LF is ahead of one that waits for the blank line.
template <class Stream>
std::uint64_t digest_of(const std::vector<text>& texts) {
    crowd<Stream> streams(100, texts);
    bench::generator random{52};
    std::uint64_t sum = 0;
    const auto sink = [&](const auto& chunk) {
        bench::digest one;
        one(chunk);
        sum += one.value();
    };
    for (std::size_t n = 0; n != 2000; ++n) streams.piece(random, sink);
    streams.settle(sink);
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    using role = bench::contender::role;
    bench::allocations().weigh = true;
    const std::vector<text> texts = make_texts();
    bench::contenders all;
    add<our_stream>(all, "oaiwire", role::ours, texts);
    add<predicted_stream>(all, "oaiwire, prediction alone", role::variant, texts);
    add<plain_stream>(all, "oaiwire, general reader alone", role::variant, texts);
    add<simdjson_stream>(all, "simdjson by hand, in order", role::peer, texts);
#if BENCH_HAS_GLAZE
    using glaze_stream = shared_stream<bench::glaze_reader<ChatCompletionChunk>>;
    add<glaze_stream>(all, "glaze", role::peer, texts);
#endif
#if BENCH_HAS_YYJSON
    using yyjson_stream = shared_stream<bench::yyjson_reader<ChatCompletionChunk>>;
    add<yyjson_stream>(all, "yyjson", role::peer, texts);
#endif
    return bench::run(argc, argv, all, [&] {
        std::vector<std::uint64_t> found{
            digest_of<our_stream>(texts), digest_of<predicted_stream>(texts),
            digest_of<plain_stream>(texts), digest_of<simdjson_stream>(texts)};
#if BENCH_HAS_GLAZE
        found.push_back(digest_of<glaze_stream>(texts));
#endif
#if BENCH_HAS_YYJSON
        found.push_back(digest_of<yyjson_stream>(texts));
#endif
        const bool same =
            std::adjacent_find(found.begin(), found.end(), std::not_equal_to<>()) == found.end();
        if (!same) std::fprintf(stderr, "the chunks differ\n");
        return same;
    });
}
