// gateway: an OpenAI-compatible gateway on one thread. Checks keys, finds the upstream of each
// model in a table, asks another one if the first fails, forwards streams as they come with the
// model's public name, and counts what each key uses.
//
//     gateway [PORT MODEL=BASE_URL[,UPSTREAM_MODEL[,KEY_VARIABLE]]...]
//
// GATEWAY_KEYS lists the keys of the clients as NAME:KEY,NAME:KEY. Serves chat and text
// completions, responses, embeddings, GET /models and GET /usage below http://127.0.0.1:PORT/v1.
// Without arguments it starts two small servers, of which the first is out of order, and calls
// itself.
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "gateway/server.hpp"
#include "support/server_process.hpp"

namespace {

volatile std::sig_atomic_t stopped = 0;

void add_keys(example::gateway_options& to, std::string_view list) {
    while (!list.empty()) {
        const std::string_view one = list.substr(0, list.find(','));
        list.remove_prefix(one.size() == list.size() ? one.size() : one.size() + 1);
        const std::size_t colon = one.find(':');
        if (colon == one.npos) continue;
        to.keys.push_back({.name = std::string(one.substr(0, colon)),
                           .key = oaiwire::secret(one.substr(colon + 1))});
    }
}

void print_usage(const example::gateway_options& options) {
    for (const auto& k : options.keys) {
        std::printf("%s: %llu requests, %lld prompt tokens, %lld completion tokens\n",
                    k.name.c_str(), static_cast<unsigned long long>(k.requests),
                    static_cast<long long>(k.prompt_tokens),
                    static_cast<long long>(k.completion_tokens));
    }
}

int serve(example::gateway_options options, int port) {
    example::gateway_server server(std::move(options), static_cast<std::uint16_t>(port));
    if (!server.listening()) {
        std::perror("gateway");
        return 1;
    }
    std::signal(SIGINT, [](int) { stopped = 1; });
    std::signal(SIGTERM, [](int) { stopped = 1; });
    std::fprintf(stderr, "gateway: %s\n", server.base_url().c_str());
    while (stopped == 0) server.poll(100);
    print_usage(server.options());
    return 0;
}

// Calls a gateway with both its upstreams in this program, by the same loop.
int demonstrate() {
    const example::server_process broken({{503}, {503}, {503}});
    const example::server_process sound;
    if (!broken.started() || !sound.started()) {
        std::perror("gateway: no server could be started");
        return 1;
    }
    example::gateway_options options;
    options.routes.push_back(
        {"my-model", {{broken.base_url(), "model-a", {}}, {sound.base_url(), "model-b", {}}}});
    options.keys.push_back({.name = "you", .key = oaiwire::secret("demo-key")});
    example::gateway_server server(std::move(options));
    if (!server.listening()) return 1;

    oaiwire::curl_transport http;
    const oaiwire::endpoint where{.base_url = server.base_url(),
                                  .api_key = oaiwire::secret("demo-key")};
    const oaiwire::ChatCompletionRequest request{.model = "my-model",
                                                 .messages = {oaiwire::user("What is a gateway?")}};
    oaiwire::polled_call<oaiwire::ChatCompletionRequest, oaiwire::curl_transport> call(
        http, request, where);
    while (!call.ended()) {
        server.poll(1);
        http.poll(1);
        while (const auto* chunk = call.next()) {
            std::printf("%s", std::string(text(*chunk)).c_str());
        }
    }
    std::printf("\n");
    if (!call.ok()) {
        std::fprintf(stderr, "gateway: %s\n", to_string(call.error()).c_str());
        return 1;
    }
    std::printf("model: %s\n", call.response().model.value_or("").c_str());
    print_usage(server.options());
    return 0;
}

}  // namespace

int main(int count, char** words) {
    if (count == 1) return demonstrate();
    example::gateway_options options;
    add_keys(options, example::variable("GATEWAY_KEYS"));
    const int port = std::atoi(words[1]);
    bool good = port > 0 && port < 65536 && count > 2;
    for (int i = 2; i < count; ++i) good = good && add_route(options, words[i]);
    if (!good) {
        std::fputs(
            "usage: gateway [PORT MODEL=BASE_URL[,UPSTREAM_MODEL[,KEY_VARIABLE]]...]\n"
            "GATEWAY_KEYS=NAME:KEY,... are the keys of its clients\n",
            stderr);
        return 2;
    }
    return serve(std::move(options), port);
}
