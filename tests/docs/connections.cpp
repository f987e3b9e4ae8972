// The code of docs/servers.md on connections, compiled and run.
#include "harness.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include <oaiwire/server.hpp>

namespace docs_tests {
namespace connections {

// [connection]
using connection =
    oaiwire::server_connection<oaiwire::ChatCompletionRequest, oaiwire::ListModelsRequest>;

// Answers the request that waits: a stream that says hello, or the list of models.
oaiwire::result<void> answer(connection& c) {
    auto* chat = c.request()->get<oaiwire::ChatCompletionRequest>();
    if (chat == nullptr) return c.answer().json(oaiwire::ModelList{.data = {{.id = "echo"}}});
    if (!c.request()->streamed()) {
        return c.answer().fail(oaiwire::server_errors::bad_request("Set stream.", "stream"));
    }
    oaiwire::chat_stream_writer out(c.answer(), {.id = "chatcmpl-1", .model = chat->model});
    return out.role()
        .and_then([&] { return out.text("Hello from " + chat->model); })
        .and_then([&] { return out.finish("stop"); })
        .and_then([&] { return out.done(); });
}

// One turn of a loop over sockets that do not block.
template <class Socket>
void turn(connection& c, Socket& socket, std::int64_t now_ms) {
    if (c.reading()) c.feed(socket.read(), now_ms);
    if (socket.ended()) c.peer_closed(now_ms);
    c.tick(now_ms);
    for (;;) {
        if (c.request() != nullptr && !answer(c)) c.peer_gone();
        const std::string_view bytes = c.unsent();
        if (bytes.empty()) break;
        const std::size_t n = socket.write(bytes);
        c.sent(n, now_ms);
        if (n == 0) break;
    }
    if (c.closing() && c.unsent().empty()) socket.close();
}
// [/connection]

// [accepted]
// A connection that was accepted at `now_ms`, by a clock that never goes back.
connection accepted(std::int64_t now_ms) {
    oaiwire::connection_options options;
    options.incoming.accepts_key = [](std::string_view key) {
        return oaiwire::equal_in_constant_time(key, "secret");
    };
    options.incoming.bounds.body = std::size_t{8} << 20;
    options.idle_ms = 60'000;
    return connection(std::move(options), now_ms);
}
// [/accepted]

// [prompt]
// The text of the user's last message; empty if there is none.
std::string prompt_of(const oaiwire::ChatCompletionRequest& request) {
    for (auto it = request.messages.rbegin(); it != request.messages.rend(); ++it) {
        const auto* user = std::get_if<oaiwire::UserMessage>(&*it);
        if (user != nullptr && user->content) return oaiwire::text(*user->content);
    }
    return {};
}
// [/prompt]

struct socket_in_memory {
    std::string_view read() { return std::exchange(to_read, {}); }
    bool ended() const { return false; }
    std::size_t write(std::string_view bytes) {
        written.append(bytes.substr(0, 100));
        return (std::min)(bytes.size(), std::size_t{100});
    }
    void close() { closed = true; }

    std::string_view to_read{};
    std::string written{};
    bool closed = false;
};

}  // namespace connections

TEST_CASE(
    "the connection of docs/servers.md answers what comes, and closes after what is malformed") {
    using namespace connections;
    const std::string chat =
        R"({"model":"m","stream":true,"messages":[{"role":"user","content":"Hi"}]})";
    const std::string wire = "POST /v1/chat/completions HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                             std::to_string(chat.size()) + "\r\n\r\n" + chat +
                             "GET /v1/models HTTP/1.1\r\nHost: a\r\n\r\n"
                             "GET /v1/models HTTP/1.1\nHost: a\r\n\r\n";
    connection c;
    socket_in_memory socket{wire};
    turn(c, socket, 0);
    CHECK(socket.written.find("Hello from m") != std::string::npos);
    CHECK(socket.written.find(R"("id":"echo")") != std::string::npos);
    CHECK(socket.written.find("HTTP/1.1 400 Bad Request") != std::string::npos);
    CHECK_FALSE(socket.closed);
    turn(c, socket, c.due_ms());
    CHECK(socket.closed);
}

TEST_CASE("a connection begins at its time, and checks keys, as docs/servers.md says") {
    using namespace connections;
    const std::int64_t now = 1'000'000;
    socket_in_memory slow;
    connection c = accepted(now);
    turn(c, slow, now);
    CHECK_FALSE(slow.closed);
    connection timeless;  // begins with its first turn
    turn(timeless, slow, now);
    CHECK_FALSE(slow.closed);

    socket_in_memory stranger{"GET /v1/models HTTP/1.1\r\nHost: a\r\n\r\n"};
    turn(c, stranger, now);
    CHECK(stranger.written.starts_with("HTTP/1.1 401 "));
    socket_in_memory known{
        "GET /v1/models HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer secret\r\n\r\n"};
    turn(c, known, now);
    CHECK(known.written.starts_with("HTTP/1.1 200 "));
}

TEST_CASE("the prompt of docs/servers.md is the user's last message") {
    oaiwire::ChatCompletionRequest request{
        .model = "m",
        .messages = {oaiwire::user("One"), oaiwire::user("Two"), oaiwire::system("Be brief.")}};
    CHECK(connections::prompt_of(request) == "Two");
    request.messages.clear();
    CHECK(connections::prompt_of(request).empty());
}

}  // namespace docs_tests
