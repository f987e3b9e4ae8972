// many: 200 concurrent chat completions on one thread, with curl_transport. No threads, callbacks,
// exceptions or RTTI: polls, then reads from the calls to which something has come.
//
//     many [STREAMS [PROMPT...]]
//
// OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL select the server. Without a base URL a small
// server on loopback answers. Progress is printed to standard error, totals to standard output.
#include <sys/resource.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "support/server_process.hpp"

namespace {

using clock_type = std::chrono::steady_clock;
using chat_call = oaiwire::polled_call<oaiwire::ChatCompletionRequest, oaiwire::curl_transport>;

struct totals {
    std::size_t running = 0;
    std::size_t chunks = 0;
    std::size_t bytes = 0;    // of text
    std::int64_t tokens = 0;  // as counted by the server
    std::map<std::string_view, std::size_t> ends{};
    std::string first_error{};
};

void take_end(const chat_call& call, totals& sum) {
    --sum.running;
    ++sum.ends[name(call.end_reason())];
    if (const auto& usage = call.response().usage) {
        sum.tokens += usage->completion_tokens.value_or(0);
    }
    if (!call.ok() && sum.first_error.empty()) sum.first_error = to_string(call.error());
}

void take_news(chat_call& call, totals& sum) {
    if (call.ended()) return;
    while (const auto* chunk = call.next()) {
        ++sum.chunks;
        sum.bytes += text(*chunk).size();
    }
    if (call.ended()) take_end(call, sum);
}

double seconds_since(clock_type::time_point t) {
    return std::chrono::duration<double>(clock_type::now() - t).count();
}

double processor_seconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

int run(const std::string& base_url, std::size_t streams, const std::string& prompt) {
    const char* const key = std::getenv("OPENAI_API_KEY");
    const char* const model = std::getenv("OPENAI_MODEL");
    const oaiwire::endpoint where{.base_url = base_url, .api_key = oaiwire::secret{key ? key : ""}};

    const auto began = clock_type::now();
    oaiwire::curl_transport http;
    totals sum{.running = streams};
    std::vector<chat_call> calls;
    calls.reserve(streams);
    for (std::size_t i = 0; i != streams; ++i) {
        const oaiwire::ChatCompletionRequest request{
            .model = model && *model ? model : "gpt-4o-mini",
            .messages = {oaiwire::user(prompt + " (" + std::to_string(i + 1) + ")")},
            .stream_options = oaiwire::StreamOptions{.include_usage = true},
        };
        calls.emplace_back(http, request, where);
        calls.back().tag(i);
        if (calls.back().ended()) take_end(calls.back(), sum);  // the request could not be built
    }

    constexpr auto between_lines = std::chrono::milliseconds(250);
    auto next_line = began;
    while (sum.running != 0) {
        http.poll(50);
        while (const auto i = http.next_ready()) take_news(calls[*i], sum);
        if (clock_type::now() < next_line && sum.running != 0) continue;
        next_line += between_lines;
        std::fprintf(stderr, "\rmany: %zu of %zu streams run, %zu chunks, %zu bytes of text ",
                     sum.running, streams, sum.chunks, sum.bytes);
    }
    std::fputc('\n', stderr);

    std::printf("streams     %zu\nchunks      %zu\ntext bytes  %zu\ntokens      %lld\n", streams,
                sum.chunks, sum.bytes, static_cast<long long>(sum.tokens));
    std::size_t good = 0;
    for (const auto& [end, count] : sum.ends) {
        std::printf("%-11.*s %zu\n", static_cast<int>(end.size()), end.data(), count);
        if (end == "complete" || end == "finished") good += count;
    }
    std::printf("wall time   %.2f s\ncpu time    %.2f s\n", seconds_since(began),
                processor_seconds());
    if (!sum.first_error.empty()) {
        std::fprintf(stderr, "many: the first error: %s\n", sum.first_error.c_str());
    }
    return good == streams ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
    std::size_t streams = 200;
    if (count > 1) {
        char* end = nullptr;
        streams = std::strtoul(words[1], &end, 10);
        constexpr std::size_t most = 100'000;
        if (end == words[1] || *end != '\0' || streams == 0 || streams > most) {
            std::fputs("many: usage: many [STREAMS [PROMPT...]]\n", stderr);
            return 2;
        }
    }
    std::string prompt;
    for (int i = 2; i < count; ++i) prompt.append(i == 2 ? "" : " ").append(words[i]);
    if (prompt.empty()) prompt = "Why is the sky blue?";

    rlimit files{};  // each stream takes a file descriptor
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }

    const char* const base_url = std::getenv("OPENAI_BASE_URL");
    if (base_url && *base_url) return run(base_url, streams, prompt);
    const example::server_process server;
    if (!server.started()) {
        std::perror("many: no server could be started");
        return 1;
    }
    std::fprintf(stderr, "many: OPENAI_BASE_URL is not set: answering from %s\n",
                 server.base_url().c_str());
    return run(server.base_url(), streams, prompt);
}
