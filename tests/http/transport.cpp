#include <oaiwire/http/transport.hpp>

#include <support/catch.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace transport_tests {

namespace {

namespace http = oaiwire::http;
using http::flow;
using oaiwire::result;

// Minimal models of the concepts. Library templates that compile with them require nothing else of
// a transport.

struct handler {
    flow on_head(const http::response_head&) { return flow::proceed; }
    flow on_body(std::string_view) { return flow::proceed; }
};

// Delivers a fixed response, "ab", in two pieces.
struct push_only {
    push_only() = default;
    push_only(const push_only&) = delete;
    push_only& operator=(const push_only&) = delete;

    template <http::response_handler H>
    result<void> send(const http::request&, H& h) {
        ++requests;
        if (h.on_head({200, {}}) == flow::stop) return {};
        if (h.on_body("a") == flow::stop) return {};
        h.on_body("b");
        return {};
    }
    int requests = 0;
};

struct body {
    body(body&&) = default;
    body& operator=(body&&) = default;
    const http::response_head& head() const { return head_; }
    result<std::string_view> read_some() { return std::string_view{}; }
    http::response_head head_{};
};

struct pull {
    template <http::response_handler H>
    result<void> send(const http::request&, H&) {
        return {};
    }
    result<body> open(const http::request&) { return oaiwire::make_error({}); }
};

static_assert(http::response_handler<handler>);
static_assert(http::response_handler<http::handler_archetype>);
static_assert(http::transport<push_only>);
static_assert(http::response_body<body>);
static_assert(http::transport<pull>);
static_assert(http::pull_transport<pull>);

// Types that are not models: each differs from a model in the respect that its name states.

struct handler_without_flow {
    void on_head(const http::response_head&) {}
    flow on_body(std::string_view) { return flow::proceed; }
};
struct handler_that_counts {
    flow on_head(const http::response_head&) { return flow::proceed; }
    std::size_t on_body(std::string_view b) { return b.size(); }
};
struct handler_that_takes_heads_to_change {
    flow on_head(http::response_head&) { return flow::proceed; }
    flow on_body(std::string_view) { return flow::proceed; }
};
struct handler_without_body {
    flow on_head(const http::response_head&) { return flow::proceed; }
};
static_assert(!http::response_handler<handler_without_flow>);
static_assert(!http::response_handler<handler_that_counts>);
static_assert(!http::response_handler<handler_that_takes_heads_to_change>);
static_assert(!http::response_handler<handler_without_body>);
static_assert(!http::response_handler<int>);

struct send_without_result {
    template <class H>
    void send(const http::request&, H&) {}
};
struct send_with_bool {
    template <class H>
    bool send(const http::request&, H&) {
        return true;
    }
};
struct send_that_takes_the_request_to_change {
    template <class H>
    result<void> send(http::request&, H&) {
        return {};
    }
};
struct send_that_wants_an_own_handler {
    result<void> send(const http::request&, handler&) { return {}; }
};
static_assert(!http::transport<send_without_result>);
static_assert(!http::transport<send_with_bool>);
static_assert(!http::transport<send_that_takes_the_request_to_change>);
static_assert(!http::transport<send_that_wants_an_own_handler>);
static_assert(!http::transport<handler>);

struct body_that_cannot_move : body {
    body_that_cannot_move(body_that_cannot_move&&) = delete;
};
struct body_with_head_by_value {
    http::response_head head() const { return {}; }
    result<std::string_view> read_some() { return std::string_view{}; }
};
struct body_that_owns_what_it_reads {
    const http::response_head& head() const { return head_; }
    result<std::string> read_some() { return std::string{}; }
    http::response_head head_{};
};
static_assert(!http::response_body<body_that_cannot_move>);
static_assert(!http::response_body<body_with_head_by_value>);
static_assert(!http::response_body<body_that_owns_what_it_reads>);

template <class Opened>
struct opens {
    template <class H>
    result<void> send(const http::request&, H&) {
        return {};
    }
    Opened open(const http::request&);
};
struct open_without_send {
    result<body> open(const http::request&) { return oaiwire::make_error({}); }
};
static_assert(http::pull_transport<opens<result<body>>>);
static_assert(!http::pull_transport<opens<body>>);  // cannot report an error
static_assert(!http::pull_transport<opens<result<body_with_head_by_value>>>);
static_assert(!http::pull_transport<open_without_send>);
static_assert(!http::pull_transport<push_only>);

struct polled_only {
    struct call {
        const http::response_head* head() const { return nullptr; }
        std::string_view read() { return {}; }
        bool ended() const { return true; }
        const oaiwire::error& error() const { return error_; }
        oaiwire::error error_{};
    };
    call start(const http::request&) { return {}; }
    bool poll(std::int64_t) { return false; }
};
struct listing : polled_only {
    struct call : polled_only::call {
        void tag(std::uint64_t) {}
    };
    call start(const http::request&) { return {}; }
    std::optional<std::uint64_t> next_ready() { return std::nullopt; }
};
struct listing_without_tags : listing {
    polled_only::call start(const http::request&) { return {}; }
};
struct listing_without_end : listing {
    std::uint64_t next_ready() { return 0; }
};
static_assert(http::polled_transport<polled_only>);
static_assert(http::polled_transport<listing>);
static_assert(http::listing_transport<listing>);
static_assert(!http::listing_transport<polled_only>);
static_assert(!http::listing_transport<listing_without_tags>);
static_assert(!http::listing_transport<listing_without_end>);

// The concept's guarantees suffice to execute a call.
template <http::transport T, http::response_handler H>
result<void> carry(T& t, H& h) {
    return t.send(http::request{}, h);
}

struct collector {
    flow on_head(const http::response_head& h) {
        status = h.status;
        return after_head;
    }
    flow on_body(std::string_view b) {
        text += b;
        return after_body;
    }
    int status = 0;
    std::string text{};
    flow after_head = flow::proceed;
    flow after_body = flow::proceed;
};

}  // namespace

TEST_CASE("a minimal transport delivers a response to any handler") {
    push_only t;
    collector all;
    REQUIRE(carry(t, all));
    CHECK(all.status == 200);
    CHECK(all.text == "ab");

    collector one{.after_body = flow::stop};
    REQUIRE(carry(t, one));
    CHECK(one.text == "a");

    collector none{.after_head = flow::stop};
    REQUIRE(carry(t, none));
    CHECK(none.text.empty());
    CHECK(t.requests == 3);
}

}  // namespace transport_tests
