// What the programs that run in the loop of a game share. POSIX only.
#pragma once

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "server_process.hpp"

namespace example {

// Whether the work of a frame may go on.
class frame_budget {
public:
    using clock = std::chrono::steady_clock;

    bool left() const { return spent() < std::chrono::milliseconds(1); }
    clock::duration spent() const { return clock::now() - begin_; }

private:
    clock::time_point begin_ = clock::now();
};

// Runs 60 frames per second until done(). In each, work(label, budget) appends text to the label
// while there is budget left.
template <class Done, class Work>
void run_frames(const char* program, Done done, Work work) {
    using namespace std::chrono_literals;
    using clock = frame_budget::clock;
    constexpr auto frame_time = 1'000'000us / 60;

    int frames = 0;
    auto longest = clock::duration::zero();
    for (auto frame = clock::now(); !done(); frame += frame_time, ++frames) {
        const frame_budget budget;
        std::string label;
        work(label, budget);
        longest = (std::max)(longest, budget.spent());

        // Here the game would run physics and sound, and draw a picture with the label.
        std::fwrite(label.data(), 1, label.size(), stdout);
        std::fflush(stdout);
        const auto rest = frame + frame_time - clock::now();
        if (rest > 0ms) usleep(static_cast<useconds_t>(rest / 1us));
    }

    std::printf("\n");
    std::fprintf(stderr, "%s: %d frames, at most %lld us of work in one\n", program, frames,
                 static_cast<long long>(longest / 1us));
}

// Calls run(base_url, prompt) with the words of the command line and the server of OPENAI_BASE_URL;
// without one, with a server of its own.
template <class Run>
int run_with_server(const char* program, int count, char** words, std::string prompt, Run run) {
    std::string said;
    for (int i = 1; i < count; ++i) said.append(i == 1 ? "" : " ").append(words[i]);
    if (!said.empty()) prompt = said;

    const char* const base_url = std::getenv("OPENAI_BASE_URL");
    if (base_url && *base_url) return run(base_url, prompt);
    const server_process server;
    if (!server.started()) {
        std::perror((std::string(program) + ": no server could be started").c_str());
        return 1;
    }
    std::fprintf(stderr, "%s: OPENAI_BASE_URL is not set: answering from %s\n", program,
                 server.base_url().c_str());
    return run(server.base_url(), prompt);
}

}  // namespace example
