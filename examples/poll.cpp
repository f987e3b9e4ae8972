// poll: a chat completion in the loop of a game. 60 frames per second with at most a millisecond of
// work each, over the sockets of the system; no exceptions or RTTI. polled_socket_transport has no
// TLS; curl_transport, used in the same way, has.
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/socket_polled.hpp>

#include "support/server_process.hpp"

namespace {

int run(const std::string& base_url, const std::string& prompt) {
    using namespace std::chrono_literals;
    using clock = std::chrono::steady_clock;
    constexpr auto frame_time = 1'000'000us / 60;
    constexpr auto budget = 1ms;

    const char* const key = std::getenv("OPENAI_API_KEY");
    const char* const model = std::getenv("OPENAI_MODEL");
    const oaiwire::ChatCompletionRequest request{
        .model = model && *model ? model : "gpt-4o-mini",
        .messages = {oaiwire::user(prompt)},
    };
    oaiwire::polled_socket_transport http;
    oaiwire::polled_call call(http, request,
                              {.base_url = base_url, .api_key = oaiwire::secret{key ? key : ""}});

    int frames = 0;
    auto longest = clock::duration::zero();
    for (auto frame = clock::now(); !call.ended(); frame += frame_time, ++frames) {
        const auto begin = clock::now();
        std::string label;  // text to append in this frame
        http.poll(0);
        while (clock::now() - begin < budget) {
            const auto* chunk = call.next();
            if (!chunk) break;
            label += text(*chunk);
        }
        longest = (std::max)(longest, clock::now() - begin);

        // Here the game would run physics and sound, and draw a picture with the label.
        std::fwrite(label.data(), 1, label.size(), stdout);
        std::fflush(stdout);
        const auto rest = frame + frame_time - clock::now();
        if (rest > 0ms) usleep(static_cast<useconds_t>(rest / 1us));
    }

    std::printf("\n");
    std::fprintf(stderr, "poll: %d frames, at most %lld us of work in one\n", frames,
                 static_cast<long long>(longest / 1us));
    if (call.ok()) return 0;
    std::fprintf(stderr, "poll: %s\n", to_string(call.error()).c_str());
    return 1;
}

}  // namespace

int main(int count, char** words) {
    std::string prompt;
    for (int i = 1; i < count; ++i) prompt.append(i == 1 ? "" : " ").append(words[i]);
    if (prompt.empty()) prompt = "Why is the sky blue?";

    const char* const base_url = std::getenv("OPENAI_BASE_URL");
    if (base_url && *base_url) return run(base_url, prompt);
    const example::server_process server;
    if (!server.started()) {
        std::perror("poll: no server could be started");
        return 1;
    }
    std::fprintf(stderr, "poll: OPENAI_BASE_URL is not set: answering from %s\n",
                 server.base_url().c_str());
    return run(server.base_url(), prompt);
}
