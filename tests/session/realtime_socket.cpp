#include <oaiwire/session/realtime_socket.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace realtime_socket_tests {

using namespace oaiwire;
using strings = std::vector<std::string>;

namespace {

const endpoint where{.base_url = "https://api.openai.com/v1", .api_key = secret{"key"}};

// What a server would say, and what it was told.
struct script {
    std::deque<result<std::string>> replies{};
    strings sent{};
    std::size_t room = 1000;  // messages that are taken
    bool open = true;
    bool ended = false;
    bool closing = false;  // the peer has closed: nothing is taken any more
    oaiwire::error error{};
    http::close_status closed{};
    http::response_head head{101, {}};
    http::duplex_request request{};
    std::string last{};
    std::string refuses{};  // an Authorization
};

struct scripted_stream {
    script* of;

    const http::response_head& head() const { return of->head; }
    result<void> send(http::message_kind kind, std::string_view data) {
        CHECK(kind == http::message_kind::text);
        if (of->ended) return make_error(errc::send_failed);
        of->sent.emplace_back(data);
        return {};
    }
    result<std::optional<http::message>> receive(std::int64_t) {
        if (of->replies.empty()) return std::optional<http::message>();
        auto reply = std::move(of->replies.front());
        of->replies.pop_front();
        if (!reply) return std::move(reply).error();
        of->last = *std::move(reply);
        return std::optional(http::message{http::message_kind::text, of->last});
    }
    result<void> close(std::uint16_t code, std::string_view reason) {
        of->closed = {code, std::string(reason)};
        of->ended = true;
        return {};
    }
    bool ended() const { return of->ended && of->replies.empty(); }
    const http::close_status& closed() const { return of->closed; }
};

struct polled_stream {
    script* of;

    const http::response_head* head() const { return of->open ? &of->head : nullptr; }
    result<void> send(http::message_kind, std::string_view data) {
        if (of->closing) return make_error(errc::send_failed);
        if (of->room == 0) return make_error(errc::limit_exceeded);
        --of->room;
        of->sent.emplace_back(data);
        return {};
    }
    std::size_t unsent() const { return of->sent.size(); }
    std::optional<http::message> next() {
        if (of->replies.empty()) return std::nullopt;
        of->last = *of->replies.front();
        of->replies.pop_front();
        return http::message{http::message_kind::text, of->last};
    }
    result<void> close(std::uint16_t code, std::string_view reason) {
        of->closed = {code, std::string(reason)};
        of->ended = true;
        return {};
    }
    bool ended() const { return of->ended && of->replies.empty(); }
    const oaiwire::error& error() const { return of->error; }
    const http::close_status& closed() const { return of->closed; }
};

struct scripted_transport {
    script* of;
    result<scripted_stream> connect(const http::duplex_request& r) {
        of->request = r;
        if (!of->open) return make_error(errc::connect_failed);
        if (r.headers.value("Authorization") == of->refuses) {
            auto why = make_error(errc::api_error, "Expired.");
            why.api.status = 401;
            return why;
        }
        return scripted_stream{of};
    }
    polled_stream start(const http::duplex_request& r) {
        of->request = r;
        return {of};
    }
    bool poll(std::int64_t) { return false; }
};

constexpr std::string_view created =
    R"({"type":"session.created","session":{"type":"realtime","id":"sess_1"}})";
constexpr std::string_view done = R"({"type":"response.done","response":{"id":"r"}})";

}  // namespace

TEST_CASE("a blocking socket sends what is queued before it waits, and after it answers") {
    script server;
    scripted_transport transport{&server};
    auto socket = connect_realtime(transport, where, {.model = "m"}, {}, {.message = 1000});
    REQUIRE(socket);
    CHECK(server.request.message_limit == 1000);
    server.replies = {std::string(created), std::string("{"), std::string(done)};
    REQUIRE((*socket)->say("Hello"));
    auto event = socket->next();
    REQUIRE(event);
    CHECK(std::holds_alternative<RealtimeSessionEvent>(**event));
    CHECK(server.sent.size() == 2);
    CHECK(socket->session().id() == "sess_1");
    const auto bad = socket->next();
    REQUIRE_FALSE(bad);
    CHECK(bad.error().kind() == error_kind::decode);
    event = socket->next();
    REQUIRE(event);
    CHECK(std::holds_alternative<RealtimeResponseEvent>(**event));
    event = socket->next(0);
    REQUIRE(event);
    CHECK(*event == nullptr);
    CHECK_FALSE(socket->ended());
    REQUIRE(socket->session().send(RealtimeInputAudioClear{}));
    REQUIRE(socket->close(1000, "bye"));
    CHECK(server.sent.back() == R"({"type":"input_audio_buffer.clear"})");
    CHECK(socket->ended());
    CHECK(socket->closed() == http::close_status{1000, "bye"});
}

TEST_CASE("a blocking socket returns what had come before the connection ended, and its error") {
    script server;
    realtime_socket socket{scripted_stream{&server}};
    server.replies = {std::string(created), make_error(errc::closed_early)};
    server.ended = true;
    REQUIRE(socket->say("Hello"));
    auto event = socket.next();
    REQUIRE(event);
    CHECK(*event != nullptr);
    event = socket.next();
    REQUIRE_FALSE(event);
    CHECK(event.error().code == errc::closed_early);
    CHECK_FALSE(socket.flush());
}

TEST_CASE("a blocking socket returns what had come before a close, though it cannot send") {
    script server;
    realtime_socket socket{scripted_stream{&server}};
    server.replies = {std::string(created), std::string(done)};
    server.ended = true;
    server.closed = {1008, "session expired"};
    for (int i = 0; i != 2; ++i) {
        REQUIRE(socket->append({}));
        const auto event = socket.next();
        REQUIRE(event);
        CHECK(*event != nullptr);
    }
    const auto event = socket.next();
    REQUIRE(event);
    CHECK(*event == nullptr);
    CHECK(socket.ended());
    CHECK(socket.closed().code == 1008);
    CHECK_FALSE(socket.close());
    CHECK(server.closed.code == 1000);  // it was closed all the same
}

TEST_CASE("a polled socket returns what had come before a close, though it cannot send") {
    script server;
    scripted_transport transport{&server};
    auto socket = start_realtime(transport, where, {.model = "m"});
    REQUIRE(socket);
    server.replies = {std::string(created), std::string(done)};
    server.closing = true;
    REQUIRE((*socket)->say("Hello"));
    for (const bool there : {true, true, false, false}) {
        const auto event = socket->next();
        REQUIRE(event);
        CHECK((*event != nullptr) == there);
    }
    server.ended = true;
    server.error = make_error(errc::closed_early);
    CHECK(socket->next().error().code == errc::closed_early);
}

TEST_CASE("a connection that cannot be opened is an error") {
    script server{.open = false};
    scripted_transport transport{&server};
    const auto socket = connect_realtime(transport, where, {.model = "m"});
    REQUIRE_FALSE(socket);
    CHECK(socket.error().code == errc::connect_failed);
    CHECK_FALSE(connect_realtime(transport, where, {}));
    CHECK_FALSE(start_realtime(transport, where, {}));
}

TEST_CASE("a key that the handshake of a session refuses is renewed once") {
    int asked = 0;
    endpoint expiring = where;
    expiring.key_source = [&](bool refused) -> result<secret> {
        if (refused) ++asked;
        return secret(asked == 1 ? "new" : "old");
    };
    script server{.refuses = "Bearer old"};
    scripted_transport transport{&server};
    CHECK(connect_realtime(transport, expiring, {.model = "m"}, {}, {.message = 1000}));
    CHECK(server.request.message_limit == 1000);
    server.refuses = "Bearer new";
    CHECK(connect_realtime(transport, expiring, {.model = "m"}));
    CHECK(asked == 2);
    CHECK_FALSE(connect_realtime(transport, {.base_url = where.base_url, .api_key = secret{"new"}},
                                 {.model = "m"}));
}

TEST_CASE("a polled socket sends once the connection is open, and as much as it takes") {
    script server{.room = 1, .open = false};
    scripted_transport transport{&server};
    auto socket = start_realtime(transport, where, {.model = "m"});
    REQUIRE(socket);
    REQUIRE((*socket)->say("Hello"));
    auto event = socket->next();
    REQUIRE(event);
    CHECK(*event == nullptr);
    CHECK(server.sent.empty());
    server.open = true;
    REQUIRE(socket->next());
    CHECK(server.sent.size() == 1);  // full
    server.room = 10;
    server.replies = {std::string(created)};
    event = socket->next();
    REQUIRE(event);
    CHECK(*event != nullptr);
    CHECK(server.sent.size() == 2);
    server.ended = true;
    server.error = make_error(errc::idle_timeout);
    server.replies = {std::string(done)};
    event = socket->next();
    REQUIRE(event);
    CHECK(*event != nullptr);
    event = socket->next();
    REQUIRE_FALSE(event);
    CHECK(event.error().code == errc::idle_timeout);
    event = socket->next();
    REQUIRE(event);
    CHECK(*event == nullptr);
    CHECK(socket->ended());
}

}  // namespace realtime_socket_tests
