// Encoding a typed chat request: this library compared with hand-written encoders.
#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/json/write.hpp>

#include "generate_requests.hpp"
#include "harness.hpp"
#include "peers/nlohmann_writer.hpp"
#include "peers/rapidjson_writer.hpp"
#include "peers/simdjson_writer.hpp"

namespace {

using oaiwire::ChatCompletionRequest;

std::string_view write_ours(const ChatCompletionRequest& request, std::string& out) {
    if (!oaiwire::json::write(request, out)) std::abort();
    return out;
}

}  // namespace

int main(int argc, char** argv) {
    struct input {
        const char* name;
        ChatCompletionRequest request;
        std::string text;
    };
    std::vector<input> inputs{{"20 messages", bench::conversation(), {}},
                              {"4 MB image", bench::image_request(), {}}};

    using role = bench::contender::role;
    bench::contenders all;
    std::string out;
    std::vector<char> copy;
#if BENCH_HAS_RAPIDJSON
    rapidjson::StringBuffer buffer;
#endif
#if BENCH_HAS_SIMDJSON_WRITER
    bench::simdjson_builder builder;
#endif
    for (input& in : inputs) {
        in.text = write_ours(in.request, out);
        copy.resize(std::max(copy.size(), in.text.size()));
        const auto add = [&](const char* name, role as, std::function<void()> run) {
            all.push_back(
                {in.name, name, as, 1, static_cast<double>(in.text.size()), std::move(run)});
        };
        add("oaiwire", role::ours,
            [&] { benchmark::DoNotOptimize(write_ours(in.request, out).data()); });
#if BENCH_HAS_RAPIDJSON
        add("RapidJSON Writer", role::peer,
            [&] { benchmark::DoNotOptimize(bench::write_rapidjson(in.request, buffer).data()); });
#endif
#if BENCH_HAS_SIMDJSON_WRITER
        add("simdjson string_builder", role::peer,
            [&] { benchmark::DoNotOptimize(bench::write_simdjson(in.request, builder).data()); });
#endif
#if BENCH_HAS_NLOHMANN
        add("nlohmann, build and dump", role::peer,
            [&] { benchmark::DoNotOptimize(bench::write_nlohmann(in.request).data()); });
#endif
        add("bound: memcpy", role::bound, [&] {
            std::memcpy(copy.data(), in.text.data(), in.text.size());
            benchmark::DoNotOptimize(copy.data());
            benchmark::ClobberMemory();
        });
    }

    const auto verify = [&] {
#if BENCH_HAS_NLOHMANN
        for (const input& in : inputs) {
            const auto expected = nlohmann::json::parse(in.text);
            std::vector<std::string> others{bench::write_nlohmann(in.request)};
#if BENCH_HAS_RAPIDJSON
            others.emplace_back(bench::write_rapidjson(in.request, buffer));
#endif
#if BENCH_HAS_SIMDJSON_WRITER
            others.emplace_back(bench::write_simdjson(in.request, builder));
#endif
            for (const std::string& text : others) {
                if (nlohmann::json::parse(text) == expected) continue;
                std::fprintf(stderr, "%s: the contenders write different texts\n", in.name);
                return false;
            }
        }
#endif
        return true;
    };
    return bench::run(argc, argv, all, verify);
}
