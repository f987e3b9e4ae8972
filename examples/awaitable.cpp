// awaitable: asks several questions at once, on one thread: each call is a coroutine over Asio.
//
//     awaitable [QUESTION...]
//
// OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL say whom to ask; without the first, a small
// server on loopback answers. Exit status: 0 if every answer came whole.
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/beast_awaitable.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>

#include "support/loopback_server.hpp"

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
        std::fputc('.', stderr);  // a sign of life: a piece of some answer
    }
    out.error = call.error();
}

// The server that answers where none was named.
class own_server {
public:
    own_server() {
        if (!server_.listening() || pipe(stop_) != 0) {
            std::perror("awaitable: no server could be started");
            std::exit(1);
        }
        thread_ = std::thread([this] { server_.serve(stop_[0]); });
    }
    own_server(const own_server&) = delete;
    own_server& operator=(const own_server&) = delete;
    ~own_server() {
        close(stop_[1]);
        thread_.join();
        close(stop_[0]);
    }
    std::string base_url() const { return server_.base_url(); }

private:
    example::loopback_server server_{};
    int stop_[2]{};
    std::thread thread_{};
};

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
    std::unique_ptr<own_server> server;
    if (where.base_url.empty()) {
        server = std::make_unique<own_server>();
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
    context.run();  // until the last of them has ended
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
