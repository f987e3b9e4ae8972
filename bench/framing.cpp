// Framing of an event stream only: from bytes to the data of events. The peers handle only LF,
// `data: ` and single-line events; this library implements the standard's algorithm.
#include <cstddef>
#include <cstdio>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/sse/decoder.hpp>

#include "generate_streams.hpp"
#include "harness.hpp"
#include "peers/framers.hpp"

namespace {

struct input {
    const char* name;
    std::string stream;
    std::size_t events;
};

template <class Sink>
void ours(std::string_view stream, std::size_t read, Sink&& sink) {
    oaiwire::sse::decoder decoder;
    bench::each_piece(stream, read, [&](std::string_view piece) {
        decoder.feed(piece);
        while (const oaiwire::sse::item* item = decoder.next()) sink(item->data);
    });
}

template <class Sink>
auto data_of(Sink& sink) {
    return [&](std::string_view line) {
        if (line.starts_with("data: ")) sink(line.substr(6));
    };
}

struct look {
    void operator()(std::string_view data) const {
        benchmark::DoNotOptimize(data.data());
        benchmark::DoNotOptimize(data.size());
    }
};

// A single event of that size.
std::string one_event(std::size_t size) {
    bench::generator random{30};
    return "data: " + random.letters(size, bench::base62) + "\n\n";
}

std::string name_of(std::size_t read) {
    switch (read) {
        case 0:
            return "one read";
        case 1:
            return "one byte at a time";
        default:
            return std::to_string(read) + " B reads";
    }
}

}  // namespace

int main(int argc, char** argv) {
    using role = bench::contender::role;
    const input inputs[] = {{"openai", bench::openai_stream(), bench::event_count + 1},
                            {"vllm", bench::vllm_stream(), bench::event_count + 1},
                            {"one event of 64 KB", one_event(65536), 1},
                            {"one event of 128 KB", one_event(131072), 1}};

    bench::contenders all;
    std::vector<std::function<bool()>> checks;
    for (const input& in : inputs) {
        const std::string_view s = in.stream;
        for (const std::size_t read :
             {std::size_t{1400}, std::size_t{65536}, std::size_t{0}, std::size_t{1}}) {
            const bool doubling = in.events == 1;
            if (doubling && read != 1) continue;
            const std::string what = std::string(in.name) + ", " + name_of(read);
            const auto add = [&](const char* name, role as, std::function<void()> run) {
                all.push_back({what, name, as, static_cast<double>(in.events),
                               static_cast<double>(s.size()), std::move(run)});
            };
            add("oaiwire", role::ours, [=] { ours(s, read, look()); });
            add("memchr, not the standard's", role::peer, [=] {
                look sink;
                bench::fast_lines(s, read, data_of(sink));
            });
            if (!doubling) {
                add("a string a line", role::peer, [=] {
                    look sink;
                    bench::naive_lines(s, read, data_of(sink));
                });
            }
            add("bound: memchr", role::bound,
                [=] { benchmark::DoNotOptimize(bench::count_lines(s, read)); });

            checks.push_back([=] {
                std::string found[3];
                const auto keep = [](std::string& out) {
                    return [&out](std::string_view data) { out.append(data) += '\n'; };
                };
                ours(s, read, keep(found[0]));
                auto fast = keep(found[1]);
                bench::fast_lines(s, read, data_of(fast));
                auto naive = keep(found[2]);
                // takes quadratic time
                if (!doubling) bench::naive_lines(s, read, data_of(naive));
                if (found[1] == found[0] && (doubling || found[2] == found[0])) return true;
                std::fprintf(stderr, "%s: the events differ\n", what.c_str());
                return false;
            });
        }
    }
    return bench::run(argc, argv, all, [&] {
        for (const auto& check : checks) {
            if (!check()) return false;
        }
        return true;
    });
}
