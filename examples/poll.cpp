// poll: a chat completion in the loop of a game. 60 frames per second with at most a millisecond of
// work each, over the sockets of the system; no exceptions or RTTI. polled_socket_transport has no
// TLS; curl_transport, used in the same way, has.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/socket_polled.hpp>

#include "support/frames.hpp"

namespace {

int run(const std::string& base_url, const std::string& prompt) {
    const char* const key = std::getenv("OPENAI_API_KEY");
    const char* const model = std::getenv("OPENAI_MODEL");
    const oaiwire::ChatCompletionRequest request{
        .model = model && *model ? model : "gpt-4o-mini",
        .messages = {oaiwire::user(prompt)},
    };
    oaiwire::polled_socket_transport http;
    oaiwire::polled_call call(http, request,
                              {.base_url = base_url, .api_key = oaiwire::secret{key ? key : ""}});

    example::run_frames(
        "poll", [&] { return call.ended(); },
        [&](std::string& label, const example::frame_budget& budget) {
            http.poll(0);
            while (budget.left()) {
                const auto* chunk = call.next();
                if (!chunk) break;
                label += text(*chunk);
            }
        });
    if (call.ok()) return 0;
    std::fprintf(stderr, "poll: %s\n", to_string(call.error()).c_str());
    return 1;
}

}  // namespace

int main(int count, char** words) {
    return example::run_with_server("poll", count, words, "Why is the sky blue?", run);
}
