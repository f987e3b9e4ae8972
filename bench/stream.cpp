// Decoding a stream, framing included, into a typed value that owns its text: this library compared
// with hand-written decoders.
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
#include <support/hostile_streams.hpp>

#include "digest.hpp"
#include "generate_streams.hpp"
#include "harness.hpp"
#include "peers/boost_reader.hpp"
#include "peers/framers.hpp"
#include "peers/nlohmann_reader.hpp"
#include "peers/rapidjson_reader.hpp"
#include "peers/simdjson_ordered.hpp"
#include "peers/simdjson_reader.hpp"

namespace {

struct input {
    const char* name;
    bench::server from;
    std::string stream;
};

// What an event without a matching template takes.
constexpr oaiwire::fast_paths without_shortcuts{.event_templates = false, .key_prediction = true};

// Calls sink(chunk) for every chunk of the stream.
template <class Chunk, class Sink>
void ours(std::string_view stream, std::size_t read, Sink&& sink,
          const oaiwire::fast_paths& paths = {}) {
    oaiwire::stream_decoder<Chunk> decoder;
    decoder.use(paths);
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) sink(*chunk);
    };
    bench::each_piece(stream, read, [&](std::string_view piece) {
        decoder.feed(piece);
        drain();
    });
    decoder.finish();
    drain();
}

// The peers use the fast framer, unless stated otherwise.
template <class Reader, class Sink>
void theirs(Reader& reader, std::string_view stream, std::size_t read, Sink&& sink) {
    bench::fast_lines(stream, read,
                      bench::payloads([&](std::string_view json) { sink(reader.read(json)); }));
}

struct look {
    template <class Chunk>
    void operator()(const Chunk& chunk) const {
        benchmark::DoNotOptimize(chunk.choices.data());
        benchmark::ClobberMemory();
    }
};

// All contenders for one stream. Each is run once with a digest, which must equal the first one's.
template <class Chunk>
class subject {
public:
    subject(const input& in, std::size_t read, bench::contenders& all,
            std::vector<std::function<bool()>>& checks)
        : in_(in), read_(read), all_(all), checks_(checks) {
        using role = bench::contender::role;
        const std::string_view s = in.stream;
        add(
            "oaiwire", role::ours, [=] { ours<Chunk>(s, read, look()); },
            [=](auto& d) { ours<Chunk>(s, read, d); });
        add(
            "oaiwire, without templates", role::variant,
            [=] { ours<Chunk>(s, read, look(), without_shortcuts); },
            [=](auto& d) { ours<Chunk>(s, read, d, without_shortcuts); });
        peer("simdjson by hand, in order",
             std::make_shared<bench::simdjson_ordered_reader<Chunk>>(in.from));
        peer("simdjson by hand, in order, few members",
             std::make_shared<bench::simdjson_ordered_reader<Chunk>>(in.from, true), role::unfair);
        peer("simdjson by hand, any order", std::make_shared<bench::simdjson_loop_reader<Chunk>>());
        peer("simdjson DOM", std::make_shared<bench::simdjson_dom_reader<Chunk>>());
#if BENCH_HAS_RAPIDJSON
        peer("RapidJSON in situ", std::make_shared<bench::rapidjson_reader<Chunk>>());
#endif
#if BENCH_HAS_BOOST
        peer("Boost.JSON", std::make_shared<bench::boost_reader<Chunk>>());
#endif
        const auto nlohmann = std::make_shared<bench::nlohmann_reader<Chunk>>();
        peer("nlohmann", nlohmann);
        const auto naive = [=](auto&& sink) {
            bench::naive_lines(s, read, bench::payloads([&](std::string_view json) {
                                   sink(nlohmann->read(json));
                               }));
        };
        add(
            "nlohmann, a string a line", role::peer, [=] { naive(look()); },
            [=](auto& d) { naive(d); });
        add(
            "bound: memchr", role::bound,
            [=] { benchmark::DoNotOptimize(bench::count_lines(s, read)); }, nullptr);
    }

private:
    template <class Reader>
    void peer(const char* name, std::shared_ptr<Reader> reader,
              bench::contender::role as = bench::contender::role::peer) {
        const std::string_view s = in_.stream;
        const std::size_t read = read_;
        add(
            name, as, [=] { theirs(*reader, s, read, look()); },
            [=](auto& d) { theirs(*reader, s, read, d); });
    }

    template <class Check>
    void add(const char* name, bench::contender::role as, std::function<void()> run, Check check) {
        const std::string what =
            std::string(in_.name) + (read_ == 0 ? ", one read" : ", 1400 B reads");
        all_.push_back({what, name, as, static_cast<double>(bench::event_count),
                        static_cast<double>(in_.stream.size()), std::move(run)});
        if constexpr (!std::is_null_pointer_v<Check>) {
            checks_.push_back([=, &in = in_, read = read_] {
                bench::digest expected, found;
                ours<Chunk>(in.stream, read, expected);
                check(found);
                if (found.value() == expected.value()) return true;
                std::fprintf(stderr, "%s: %s reads a different value\n", what.c_str(), name);
                return false;
            });
        }
    }

    const input& in_;
    std::size_t read_;
    bench::contenders& all_;
    std::vector<std::function<bool()>>& checks_;
};

// A hostile stream, with and without the fast path.
void add_hostile(const support::hostile_stream& of, std::size_t read, bench::contenders& all,
                 std::vector<std::function<bool()>>& checks) {
    using role = bench::contender::role;
    using chunk = oaiwire::ChatCompletionChunk;
    const std::string_view s = of.body;
    const std::string subject =
        std::string("hostile: ") + of.name + (read == 0 ? ", one read" : ", 1400 B reads");
    const auto add = [&](const char* name, role as, const oaiwire::fast_paths& paths) {
        all.push_back({subject, name, as, static_cast<double>(of.events),
                       static_cast<double>(s.size()),
                       [=] { ours<chunk>(s, read, look(), paths); }});
    };
    add("oaiwire", role::ours, {});
    add("oaiwire, without templates", role::variant, without_shortcuts);
    checks.push_back([=] {
        bench::digest with, without;
        ours<chunk>(s, read, with);
        ours<chunk>(s, read, without, without_shortcuts);
        if (with.value() == without.value()) return true;
        std::fprintf(stderr, "%s: the fast path reads a different value\n", subject.c_str());
        return false;
    });
}

}  // namespace

int main(int argc, char** argv) {
    using bench::server;
    const input chats[] = {{"openai", server::openai, bench::openai_stream()},
                           {"vllm", server::vllm, bench::vllm_stream()},
                           {"tool calls", server::vllm, bench::tool_stream()},
                           {"logprobs", server::vllm, bench::logprobs_stream()},
                           {"reasoning", server::vllm, bench::reasoning_stream()},
                           {"llama.cpp", server::llama, bench::llama_stream()},
                           {"three choices", server::vllm, bench::three_choices_stream()},
                           {"irregular", server::openai, bench::irregular_stream()}};
    const input completions{"completions", server::vllm, bench::completion_stream()};
    const auto hostile = support::hostile_streams(400'000);

    bench::contenders all;
    std::vector<std::function<bool()>> checks;
    for (const std::size_t read : {std::size_t{1400}, std::size_t{0}}) {
        for (const input& in : chats) {
            subject<oaiwire::ChatCompletionChunk>(in, read, all, checks);
        }
        subject<oaiwire::CompletionChunk>(completions, read, all, checks);
        for (const auto& stream : hostile) add_hostile(stream, read, all, checks);
    }
    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
