// What the ways to read and write by blocks save, of this library alone.
//
//     bench_blocks
//
// times each row without AVX2, with it, and with AVX-512 too, in turn, where the machine has them.
//
//     bench_blocks --list
//     bench_blocks ROW N
//
// prints the rows; runs a row N times and prints its events or documents, which blocks.py counts.
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/cpu.hpp>
#include <oaiwire/core/utf8_check.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/embeddings.hpp>

#include "generate_documents.hpp"
#include "generate_requests.hpp"
#include "generate_scripts.hpp"
#include "generate_streams.hpp"

namespace {

namespace json = oaiwire::json;

volatile std::size_t result;

struct row {
    const char* name;
    std::function<std::size_t()> run;  // returns how many events or documents it had
};

row stream(const char* name, std::string text) {
    return {name, [text = std::move(text)] {
                constexpr std::size_t read = 1400;
                oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> decoder;
                std::size_t events = 0;
                const auto drain = [&] {
                    while (decoder.next()) ++events;
                };
                for (std::size_t at = 0; at < text.size(); at += read) {
                    decoder.feed(std::string_view(text).substr(at, read));
                    drain();
                }
                decoder.finish();
                drain();
                return events;
            }};
}

template <class T>
row document(const char* name, std::string text) {
    return {name, [text = std::move(text), value = T{}]() mutable {
                if (!json::read_into(text, value, json::tolerant)) std::abort();
                return std::size_t{1};
            }};
}

template <class T>
row request(const char* name, T value) {
    return {name, [value = std::move(value), out = std::string()]() mutable {
                out.clear();
                if (!json::write(value, out)) std::abort();
                result = out.size();
                return std::size_t{1};
            }};
}

row check(const char* name, std::string text) {
    return {name, [text = std::move(text)] {
                result = oaiwire::is_utf8(text);
                return std::size_t{1};
            }};
}

std::vector<row> rows() {
    using oaiwire::ChatCompletion;
    using oaiwire::EmbeddingResponse;
    const std::string large = bench::chat_response(40'000, 120'000);
    const bench::script& cjk = bench::scripts[1];
    std::vector<row> out;
    out.push_back(stream("event, OpenAI", bench::openai_stream()));
    out.push_back(stream("event, tool calls", bench::tool_stream()));
    out.push_back(stream("event, logprobs", bench::logprobs_stream()));
    out.push_back(stream("event, irregular", bench::irregular_stream()));
    out.push_back(document<ChatCompletion>("response of 2 KB", bench::chat_response(1200, 0)));
    out.push_back(document<ChatCompletion>("response of 200 KB", large));
    out.push_back(document<ChatCompletion>("the same, pretty-printed", bench::pretty(large)));
    out.push_back(document<ChatCompletion>("response in CJK", bench::chat_response_in(cjk)));
    out.push_back(
        document<EmbeddingResponse>("embeddings, floats", bench::embedding_response(false)));
    out.push_back(
        document<EmbeddingResponse>("embeddings, base64", bench::embedding_response(true)));
    out.push_back(request("request of 20 messages", bench::conversation()));
    out.push_back(request("request in CJK", bench::conversation_in(cjk)));
    out.push_back(request("image of 4 MB", bench::image_request()));
    bench::generator random{42};
    out.push_back(check("UTF-8 of 8 KB in CJK", bench::text_in(cjk, random, 8192)));
    return out;
}

#if OAIWIRE_AVX2

double nanoseconds_of(row& r, std::size_t times) {
    using clock = std::chrono::steady_clock;
    const clock::time_point start = clock::now();
    std::size_t units = 0;
    for (std::size_t i = 0; i != times; ++i) units += r.run();
    return std::chrono::duration<double, std::nano>(clock::now() - start).count() /
           static_cast<double>(units);
}

// Prints the minimum of many short measurements that take turns.
int compare() {
    constexpr int rounds = 200;
    constexpr double round_of = 2e6;  // nanoseconds
    using oaiwire::detail::cpu_bits;
    std::atomic<unsigned char>& found = oaiwire::detail::cpu_found;
    if (!oaiwire::detail::has_avx2()) {
        std::puts("this machine has no AVX2");
        return 0;
    }
    constexpr unsigned char avx2 = cpu_bits::known | cpu_bits::avx2;
    const unsigned char ways[] = {cpu_bits::known, avx2, found};
    const std::size_t count = ways[2] == avx2 ? 2 : 3;
    std::puts(count == 2 ? "| | without AVX2: ns | with | saves |\n|---|---|---|---|"
                         : "| | without AVX2: ns | with | saves | with AVX-512 | saves |\n"
                           "|---|---|---|---|---|---|");
    for (row& r : rows()) {
        const auto units = static_cast<double>(r.run());
        const double once = nanoseconds_of(r, 1) * units;
        const std::size_t times = once < round_of ? static_cast<std::size_t>(round_of / once) : 1;
        double best[3] = {1e18, 1e18, 1e18};
        for (int i = 0; i != rounds; ++i) {
            for (std::size_t way = 0; way != count; ++way) {
                found = ways[way];
                best[way] = (std::min)(best[way], nanoseconds_of(r, times));
            }
        }
        found = ways[2];
        std::printf("| %s | %.4g", r.name, best[0]);
        for (std::size_t way = 1; way != count; ++way) {
            std::printf(" | %.4g | %.2fx", best[way], best[way - 1] / best[way]);
        }
        std::puts(" |");
        std::fflush(stdout);
    }
    return 0;
}

#else

int compare() {
    std::puts("compiled for a machine without AVX2");
    return 0;
}

#endif

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return compare();
    for (row& r : rows()) {
        if (std::strcmp(argv[1], "--list") == 0) std::puts(r.name);
        if (argc < 3 || std::strcmp(argv[1], r.name) != 0) continue;
        std::size_t units = 0;
        for (int i = std::atoi(argv[2]); i > 0; --i) units = r.run();
        std::printf("%zu\n", units);
    }
    return 0;
}
