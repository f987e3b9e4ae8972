#include <oaiwire/http/duplex.hpp>

#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace duplex_tests {

namespace {

namespace http = oaiwire::http;
using http::message_kind;
using oaiwire::result;

// Minimal models of the concepts: they give back what they are sent.

struct blocking_echo {
    http::response_head answer{101, {}};
    std::string last{};
    http::close_status end{};

    const http::response_head& head() const { return answer; }
    result<void> send(message_kind, std::string_view data) {
        last = data;
        return {};
    }
    result<std::optional<http::message>> receive(std::int64_t) {
        return std::optional<http::message>({message_kind::text, last});
    }
    result<void> close(std::uint16_t code, std::string_view reason) {
        end = {code, std::string(reason)};
        return {};
    }
    bool ended() const { return end.code != 0; }
    const http::close_status& closed() const { return end; }
};

struct polled_echo {
    http::response_head answer{101, {}};
    std::string last{};
    http::close_status end{};
    oaiwire::error why{};

    const http::response_head* head() const { return &answer; }
    result<void> send(message_kind, std::string_view data) {
        last = data;
        return {};
    }
    std::size_t unsent() const { return last.size(); }
    std::optional<http::message> next() { return http::message{message_kind::text, last}; }
    result<void> close(std::uint16_t code, std::string_view reason) {
        end = {code, std::string(reason)};
        return {};
    }
    bool ended() const { return end.code != 0; }
    const oaiwire::error& error() const { return why; }
    const http::close_status& closed() const { return end; }
};

struct echo_transport {
    result<blocking_echo> connect(const http::duplex_request&) { return blocking_echo{}; }
    polled_echo start(const http::duplex_request&) { return {}; }
    bool poll(std::int64_t) { return false; }
};

static_assert(http::duplex_stream<blocking_echo>);
static_assert(!http::duplex_stream<polled_echo>);
static_assert(http::polled_duplex_stream<polled_echo>);
static_assert(!http::polled_duplex_stream<blocking_echo>);
static_assert(http::duplex_transport<echo_transport>);
static_assert(http::polled_duplex_transport<echo_transport>);
static_assert(!http::duplex_transport<blocking_echo>);
static_assert(!http::polled_duplex_transport<blocking_echo>);

template <http::duplex_transport T>
std::string once(T transport, std::string_view data) {
    auto stream = transport.connect({});
    if (!stream || !stream->send(message_kind::text, data)) return {};
    const auto got = stream->receive(-1);
    const std::string out(got && *got ? (*got)->data : std::string_view{});
    return stream->close(1000, {}) && stream->ended() ? out : std::string();
}

}  // namespace

TEST_CASE("a model of the duplex concept can be used through it") {
    CHECK(once(echo_transport{}, "hello") == "hello");
}

TEST_CASE("a request for a connection has times and limits unless it says otherwise") {
    const http::duplex_request r;
    CHECK(r.ping_ms > 0);
    CHECK(r.ping_ms < r.timeouts.idle_ms);
    CHECK(r.close_ms > 0);
    CHECK(r.timeouts.total_ms == 0);
    CHECK(r.message_limit > 0);
    CHECK(r.unsent_limit > 0);
}

}  // namespace duplex_tests
