// retry: how a client reacts to server failures. Prints a line per attempt with the decision and
// its reason to standard error, and answers to standard output.
//
//     retry
//
// Without OPENAI_BASE_URL, a failing server on loopback is used for four calls: two that succeed
// after retries, one that fails permanently and one that must not be repeated. Otherwise one call
// is made to that URL, with OPENAI_API_KEY and OPENAI_MODEL.
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "support/server_process.hpp"

namespace {

using client = oaiwire::client<oaiwire::curl_transport>;

std::string environment(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

// Makes one streamed call and reports its result. Returns whether it was answered.
bool ask(client& api, const char* what, const oaiwire::call_options& options = {}) {
    const oaiwire::ChatCompletionRequest request{
        .model = environment("OPENAI_MODEL", "gpt-4o-mini"),
        .messages = {oaiwire::user(what)},
    };
    std::fprintf(stderr, "retry: %s\n", what);
    auto stream = api.stream(request, options);
    for (const auto& made : api.attempts()) {
        const auto& [again, wait_ms, reason] = made.decision;
        const std::string_view code = name(made.code);
        const std::string_view why = name(reason);
        std::fprintf(stderr, "retry:   status %d, %.*s: %.*s", made.status,
                     static_cast<int>(code.size()), code.data(), static_cast<int>(why.size()),
                     why.data());
        if (again) std::fprintf(stderr, ", again after %lld ms", static_cast<long long>(wait_ms));
        std::fputc('\n', stderr);
    }
    for (const auto& chunk : stream) {
        const std::string piece = text(chunk);
        std::fwrite(piece.data(), 1, piece.size(), stdout);
        std::fflush(stdout);
    }
    if (stream.ok()) {
        std::fputc('\n', stdout);
    } else {
        std::fprintf(stderr, "retry:   %s\n", to_string(stream.error()).c_str());
    }
    return stream.ok();
}

}  // namespace

int main() {
    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    if (!where.base_url.empty()) {
        client api{oaiwire::curl_transport{}, where};
        return ask(api, "Why is the sky blue?") ? 0 : 1;
    }

    setenv("no_proxy", "127.0.0.1", 1);  // a proxy would search for the server on its own host
    const example::server_process server({
        {.status = 503, .fields = "retry-after-ms: 100\r\n"},
        {.status = 429, .fields = "Retry-After: 1\r\n", .why = "slow down"},
        {},
        {.status = 500},
        {.status = 500},
        {},
        {.status = 400, .why = "no such thing"},
        {.status = 429, .why = "You exceeded your current quota", .code = "insufficient_quota"},
    });
    if (!server.started()) {
        std::perror("retry: no server could be started");
        return 1;
    }
    where.base_url = server.base_url();
    client api{oaiwire::curl_transport{}, where};

    const bool waited = ask(api, "A busy server is retried after the time that it states.");
    oaiwire::call_options patient;
    patient.retry = oaiwire::backoff_retries{.initial_interval_ms = 50, .max_interval_ms = 400};
    const bool backed_off = ask(api, "A broken server is retried after a pause.", patient);
    const bool wrong = ask(api, "An invalid request is not retried.");
    const bool empty = ask(api, "An exhausted quota is not retried.");
    return waited && backed_off && !wrong && !empty ? 0 : 1;
}
