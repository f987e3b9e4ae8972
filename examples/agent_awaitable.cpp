// agent_awaitable: loops of tool calls as Asio coroutines, several at once on one thread. A tool
// may be awaited as well.
//
//     agent_awaitable [QUESTION...]
//
// OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL select the server; without the first, a small
// server on loopback answers. Exit status: 0 if every answer is complete.

#include <chrono>
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
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

#include "support/server_thread.hpp"

namespace {

namespace asio = boost::asio;

struct Search {
    std::string words{};
};

// A tool that waits, as one that asks another server does.
asio::awaitable<std::string> search(std::string words) {
    asio::steady_timer timer(co_await asio::this_coro::executor, std::chrono::milliseconds(50));
    co_await timer.async_wait(asio::use_awaitable);
    co_return "nothing about " + words;
}

// One loop, from its question to its end.
asio::awaitable<void> ask(oaiwire::beast_async_transport& transport, const oaiwire::endpoint& where,
                          oaiwire::ChatCompletionRequest request,
                          oaiwire::tool_outcome<oaiwire::ChatCompletionRequest>& out) {
    oaiwire::tool_set tools;
    tools.declare<Search>("search", "Searches the library");
    oaiwire::tool_conversation talk(std::move(request), tools);
    while (!talk.done()) {
        if (talk.next() == oaiwire::tool_step::send) {
            oaiwire::exchange call(talk.request(), where);
            auto stream = co_await transport.async_stream(call);
            while (co_await stream.next() != nullptr) std::fputc('.', stderr);
            talk.take(call);
        } else if (const auto* call = talk.call()) {
            const std::string id = call->id;
            auto query = oaiwire::json::read<Search>(call->arguments);  // was checked
            Search asked = std::move(query).value_or(Search());
            const std::string found = co_await search(std::move(asked.words));
            talk.answer(id, found);
        }
    }
    out = talk.outcome();
}

std::string environment(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

}  // namespace

int main(int count, char** words) {
    std::vector<std::string> questions(words + 1, words + count);
    if (questions.empty())
        questions = {"Is there a book about salt?", "Is there one about whales?"};

    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    std::unique_ptr<example::server_thread> server;
    if (where.base_url.empty()) {
        server = std::make_unique<example::server_thread>();
        if (!server->started()) {
            std::perror("agent_awaitable: no server could be started");
            return 1;
        }
        where.base_url = server->base_url();
        where.api_key = {};
    }

    asio::io_context context;
    oaiwire::beast_async_transport transport(context.get_executor());
    std::vector<oaiwire::tool_outcome<oaiwire::ChatCompletionRequest>> answers(questions.size());
    for (std::size_t i = 0; i != questions.size(); ++i) {
        oaiwire::ChatCompletionRequest request{.model = environment("OPENAI_MODEL", "gpt-4o-mini"),
                                               .messages = {oaiwire::user(questions[i])}};
        asio::co_spawn(context, ask(transport, where, std::move(request), answers[i]),
                       asio::detached);
    }
    context.run();  // returns when the last one has ended
    std::fputc('\n', stderr);

    int status = 0;
    for (std::size_t i = 0; i != questions.size(); ++i) {
        std::printf("%s\n  %s\n", questions[i].c_str(), text(answers[i].response).c_str());
        if (answers[i]) continue;
        std::fprintf(stderr, "agent_awaitable: %s\n", to_string(answers[i].error).c_str());
        status = 1;
    }
    return status;
}
