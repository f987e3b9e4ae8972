// awaitable: sends several questions concurrently on one thread: each call is an Asio coroutine.
//
//     awaitable [QUESTION...]
//
// OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL select the server; without the first, a small
// server on loopback answers. Exit status: 0 if every answer is complete.

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/beast_awaitable.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include "support/server_thread.hpp"

namespace {

namespace asio = boost::asio;

struct answer {
    std::string text{};
    oaiwire::error error{};
};

// One call, from its question to its end.
asio::awaitable<void> ask(oaiwire::beast_async_transport& transport, const oaiwire::endpoint& where,
                          std::string model, std::string question, answer& out) {
    const oaiwire::ChatCompletionRequest request{.model = std::move(model),
                                                 .messages = {oaiwire::user(std::move(question))}};
    oaiwire::exchange call(request, where);
    auto stream = co_await transport.async_stream(call);
    while (const auto* chunk = co_await stream.next()) {
        out.text += oaiwire::text(*chunk);
        std::fputc('.', stderr);  // progress: a piece of some answer arrived
    }
    out.error = call.error();
}

std::string environment(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

}  // namespace

int main(int count, char** words) {
    std::vector<std::string> questions(words + 1, words + count);
    if (questions.empty()) questions = {"Why is the sky blue?", "Why is the sea salt?", "Why?"};

    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    std::unique_ptr<example::server_thread> server;
    if (where.base_url.empty()) {
        server = std::make_unique<example::server_thread>();
        if (!server->started()) {
            std::perror("awaitable: no server could be started");
            return 1;
        }
        where.base_url = server->base_url();
        where.api_key = {};
    }

    asio::io_context context;
    oaiwire::beast_async_transport transport(context.get_executor());
    std::vector<answer> answers(questions.size());
    for (std::size_t i = 0; i != questions.size(); ++i) {
        asio::co_spawn(context,
                       ask(transport, where, environment("OPENAI_MODEL", "gpt-4o-mini"),
                           questions[i], answers[i]),
                       asio::detached);
    }
    context.run();  // returns when the last one has ended
    std::fputc('\n', stderr);

    int status = 0;
    for (std::size_t i = 0; i != questions.size(); ++i) {
        std::printf("%s\n  %s\n", questions[i].c_str(), answers[i].text.c_str());
        if (answers[i].error.code == oaiwire::errc::ok) continue;
        std::fprintf(stderr, "awaitable: %s\n", to_string(answers[i].error).c_str());
        status = 1;
    }
    return status;
}
