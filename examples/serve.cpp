// serve: an OpenAI-compatible server to try clients against. It has two models without weights,
// `echo` and `markov`, and fails in the ways that a prompt asks for; docs/servers.md lists them.
//
//     serve [--http beast|httplib] [--host ADDRESS] [--port PORT] [--key KEY]...
//           [--record FILE]
//
// It prints the base URL for clients, and serves until SIGINT or SIGTERM. Port 0 selects a free
// one. With keys, requests need one of them. A file gets
// all calls as a cassette (docs/testing.md), without the keys. Exit status: 0, or 1 if it cannot
// listen, or 2.

#include <charconv>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "serve/stack.hpp"

namespace {

struct settings {
    std::string_view stack{};
    std::string_view record{};  // the file; "": nothing is recorded
    serve::listen_options where{};
    serve::service_options service{};
};

bool read_port(std::string_view text, std::uint16_t& port) {
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), port);
    return failure == std::errc() && end == text.data() + text.size();
}

bool read_arguments(int count, char** words, settings& to) {
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string_view name = words[i];
        const std::string_view value = words[i + 1];
        if (name == "--http") {
            to.stack = value;
        } else if (name == "--host") {
            to.where.address = value;
        } else if (name == "--key") {
            to.service.keys.emplace_back(value);
        } else if (name == "--record") {
            to.record = value;
        } else if (name != "--port" || !read_port(value, to.where.port)) {
            return false;
        }
    }
    return count % 2 == 1;
}

void ready(std::uint16_t port, const std::string& address) {
    std::printf("http://%s:%d/v1\n", address.c_str(), port);
    std::fflush(stdout);
}

// False if there is no such stack.
bool run(const settings& from) {
    serve::service service(from.service);
    const auto print = [&](std::uint16_t port) { ready(port, from.where.address); };
#ifdef SERVE_BEAST
    if (from.stack.empty() || from.stack == "beast") {
        serve::run_beast(service, from.where, print);
        return true;
    }
#endif
#ifdef SERVE_HTTPLIB
    if (from.stack.empty() || from.stack == "httplib") {
        serve::run_httplib(service, from.where, print);
        return true;
    }
#endif
    return false;
}

}  // namespace

int main(int count, char** words) {
    settings from;
    if (!read_arguments(count, words, from)) {
        std::fputs(
            "usage: serve [--http beast|httplib] [--host ADDRESS] [--port PORT] [--key KEY]...\n"
            "             [--record FILE]\n",
            stderr);
        return 2;
    }
    if (!from.record.empty()) {
        auto file = oaiwire::cassette_to_file(std::string(from.record));
        if (!file) {
            std::fprintf(stderr, "serve: %s\n", file.error().message.c_str());
            return 1;
        }
        from.service.tape.emplace(*std::move(file));
    }
    try {
        if (run(from)) return 0;
        std::fprintf(stderr, "serve: it was built without such a stack\n");
        return 2;
    } catch (const std::exception& e) {
        std::fprintf(stderr, "serve: %s\n", e.what());
        return 1;
    }
}
