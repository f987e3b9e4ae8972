// Streams that are legal but not the usual ones, short streams with the construction of the
// decoder, and a long one: this library compared with hand-written decoders.
#include <cstddef>
#include <cstdio>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "digest.hpp"
#include "generate_hostile.hpp"
#include "generate_scripts.hpp"
#include "generate_streams.hpp"
#include "harness.hpp"
#include "stream_subject.hpp"

namespace {

using bench::server;
using chunk = oaiwire::ChatCompletionChunk;
using role = bench::contender::role;

bench::stream_input input(const char* name, server from, bench::made_stream made) {
    return {name, from, std::move(made.body), made.events};
}

std::vector<bench::stream_input> unusual() {
    std::vector<bench::stream_input> out;
    out.push_back(input("usage steps", server::vllm_usage, bench::usage_stream()));
    out.push_back(input("varying unknown members", server::vllm, bench::unknown_stream()));
    out.back().keep = true;
    out.push_back(input("unknown value 20 deep", server::vllm, bench::deep_stream()));
    out.back().keep = true;
    out.push_back(input("dense escapes of 1 KB", server::vllm, bench::escapes_stream()));
    out.push_back(input("32 choices in an event", server::vllm, bench::choices_stream()));
    out.push_back(input("created changes in pairs", server::vllm, bench::created_stream()));
    out.push_back(
        input("fingerprint changes in pairs", server::openai, bench::fingerprint_stream()));
    out.push_back(input("new id in each event", server::vllm, bench::id_stream()));
    out.push_back(input("random order", server::any, bench::shuffled_stream()));
    out.push_back(input("spaced", server::vllm, bench::spaced_stream()));
    out.push_back(input("pretty-printed", server::vllm, bench::pretty_stream()));
    out.back().lines = true;
    for (const bench::script& s : bench::scripts) {
        out.push_back(input(s.name, server::vllm, bench::script_stream(s)));
    }
    out.push_back(input("emoji escapes", server::vllm, bench::emoji_stream()));
    out.push_back(input("8 tool calls in an event", server::vllm, bench::calls_stream(8)));
    out.push_back(input("32 tool calls in an event", server::vllm, bench::calls_stream(32)));
    out.push_back(input("64 tool calls in an event", server::vllm, bench::calls_stream(64)));
    out.push_back(input("160 tool calls in an event", server::vllm, bench::calls_stream(160)));
    return out;
}

// Events 2 to 1,998 again and again.
bench::stream_input long_stream() {
    const std::string all = bench::openai_stream();
    const std::size_t first = all.find("\n\n") + 2;
    std::size_t end = all.size();
    for (int blank = 0; blank != 4; ++blank) end = all.rfind("\n\n", end - 1);
    bench::stream_input out{"one stream of 100 MB", server::openai,
                            all.substr(first, end + 2 - first), bench::event_count - 3};
    out.repeat = 100'000'000 / out.body.size() + 1;
    return out;
}

// Many short streams one after the other, in one read each. Each has a decoder of its own, or, for
// peers, at least a value and a framer of its own.
class short_streams {
public:
    static constexpr std::size_t count = 100;

    short_streams(std::string name, std::string body, bool ends, bench::contenders& all,
                  bench::checks& checks)
        : name_(std::move(name)), body_(std::move(body)), ends_(ends), all_(all), checks_(checks) {
        add("oaiwire", role::ours, [this](auto& sink) { this->ours(sink, {}); });
        add("oaiwire, without templates", role::variant,
            [this](auto& sink) { this->ours(sink, bench::without_shortcuts); });
        using ordered = bench::simdjson_ordered_reader<chunk>;
        own<ordered>("simdjson by hand, in order");
        shared("simdjson by hand, in order, shared parser", std::make_shared<ordered>());
        own<bench::simdjson_loop_reader<chunk>>("simdjson by hand, any order");
        shared("simdjson by hand, any order, shared parser",
               std::make_shared<bench::simdjson_loop_reader<chunk>>());
        own<bench::simdjson_dom_reader<chunk>>("simdjson DOM");
#if BENCH_HAS_GLAZE
        shared("glaze, shared buffer", std::make_shared<bench::glaze_reader<chunk>>());
#endif
#if BENCH_HAS_YYJSON
        shared("yyjson, shared buffers", std::make_shared<bench::yyjson_reader<chunk>>());
#endif
#if BENCH_HAS_RAPIDJSON
        shared("RapidJSON in situ, shared buffers",
               std::make_shared<bench::rapidjson_reader<chunk>>());
#endif
#if BENCH_HAS_BOOST
        shared("Boost.JSON, shared parser", std::make_shared<bench::boost_reader<chunk>>());
#endif
#if BENCH_HAS_NLOHMANN
        own<bench::nlohmann_reader<chunk>>("nlohmann");
#endif
    }

private:
    template <class Sink>
    void ours(Sink& sink, const oaiwire::fast_paths& paths) const {
        oaiwire::stream_decoder<chunk> decoder;
        decoder.use(paths);
        decoder.feed(body_);
        while (const chunk* c = decoder.next()) sink(*c);
        if (!ends_) return;
        decoder.finish();
        while (const chunk* c = decoder.next()) sink(*c);
    }
    template <class Reader, class Sink>
    void theirs(Reader& reader, Sink& sink) const {
        bench::line_framer framer;
        framer.feed(body_,
                    bench::payloads([&](std::string_view json) { sink(reader.read(json)); }));
    }
    template <class Reader>
    void own(const char* name) {
        add(name, role::peer, [this](auto& sink) {
            Reader reader;
            this->theirs(reader, sink);
        });
    }
    template <class Reader>
    void shared(const char* name, std::shared_ptr<Reader> reader) {
        add(name, role::peer, [this, reader](auto& sink) {
            bench::renew(*reader);
            this->theirs(*reader, sink);
        });
    }
    template <class F>
    void add(const char* name, role as, F one) {
        all_.push_back({name_, name, as, count, static_cast<double>(count * body_.size()), [one] {
                            bench::look sink;
                            for (std::size_t i = 0; i != count; ++i) one(sink);
                        }});
        checks_.push_back([this, one, name] {
            bench::digest expected, found;
            ours(expected, {});
            one(found);
            if (found.value() == expected.value()) return true;
            std::fprintf(stderr, "%s: %s reads a different value\n", name_.c_str(), name);
            return false;
        });
    }

    std::string name_;
    std::string body_;
    bool ends_;
    bench::contenders& all_;
    bench::checks& checks_;
};

}  // namespace

int main(int argc, char** argv) {
    const std::vector<bench::stream_input> inputs = unusual();
    const bench::stream_input openai{"openai", server::openai, bench::openai_stream(),
                                     bench::event_count};
    const bench::stream_input vllm{"vllm", server::vllm, bench::vllm_stream(), bench::event_count};
    const bench::stream_input long_one = long_stream();

    bench::contenders all;
    bench::checks checks;
    for (const bench::stream_input& in : inputs) {
        bench::stream_subject<chunk>(in, 1400, all, checks);
    }
    for (const std::size_t read : {std::size_t{1}, std::size_t{16}}) {
        for (const bench::stream_input* in : {&openai, &vllm}) {
            bench::stream_subject<chunk>(*in, read, all, checks, true);
        }
    }
    bench::stream_subject<chunk>(long_one, 1400, all, checks, true);
    const std::string done = "data: [DONE]\n\n";
    const short_streams first("first chunk, with its decoder", bench::first_events(1), false, all,
                              checks);
    const short_streams one("streams of 1 event, with its decoder", bench::first_events(1) + done,
                            true, all, checks);
    const short_streams three("streams of 3 events, with its decoder",
                              bench::first_events(3) + done, true, all, checks);
    const short_streams twenty("streams of 20 events, with its decoder",
                               bench::first_events(20) + done, true, all, checks);
    return bench::run(argc, argv, all, [&] {
        bool ok = true;
        for (const auto& check : checks) ok = check() && ok;
        return ok;
    });
}
