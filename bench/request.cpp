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
#include "peers/request_writers.hpp"

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
    const std::vector<bench::request_writer> peers = bench::request_writers();
    for (input& in : inputs) {
        in.text = write_ours(in.request, out);
        copy.resize(std::max(copy.size(), in.text.size()));
        const auto add = [&](const char* name, role as, std::function<void()> run) {
            all.push_back(
                {in.name, name, as, 1, static_cast<double>(in.text.size()), std::move(run)});
        };
        add("oaiwire", role::ours,
            [&] { benchmark::DoNotOptimize(write_ours(in.request, out).data()); });
        for (const bench::request_writer& peer : peers) {
            add(peer.name, role::peer,
                [&] { benchmark::DoNotOptimize(peer.write(in.request).data()); });
        }
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
            for (const bench::request_writer& peer : peers) {
                if (nlohmann::json::parse(peer.write(in.request)) == expected) continue;
                std::fprintf(stderr, "%s: %s writes a different text\n", in.name, peer.name);
                return false;
            }
        }
#endif
        return true;
    };
    return bench::run(argc, argv, all, verify);
}
