// The transport concepts: what an adapter to an HTTP stack must implement.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// Return value of a response handler. `stop` makes the transport abort the transfer promptly and
// return success.
enum class flow : std::uint8_t { proceed, stop };

// Receives a response as it arrives: on_head() once, then on_body() for pieces of any size. The
// views are valid during the call only. Transfer coding (chunked) is already decoded. Content
// coding (gzip) is not: none is requested.
template <class H>
concept response_handler = requires(H& h, const response_head& head, std::string_view bytes) {
    { h.on_head(head) } -> std::same_as<flow>;
    { h.on_body(bytes) } -> std::same_as<flow>;
};

// A minimal handler, used to check the concept `transport`.
struct handler_archetype {
    // Ignores the head.
    flow on_head(const response_head&) { return flow::proceed; }
    // Ignores the piece.
    flow on_body(std::string_view) { return flow::proceed; }
};

// Push transport: `send(request, handler)` sends one request and calls the handler on the same
// thread until the response ends.
// Returns an error of kind transport if the response is incomplete: not sent, connection reset or
// closed early, a timeout, request.stop (errc::cancelled). Also returns the error of a content
// source (http/content.hpp). A response that arrives before the whole request was sent is delivered
// all the same.
// A transport must verify TLS certificates, follow no redirects, request no content coding, and end
// promptly on flow::stop and on request.stop.
template <class T>
concept transport = requires(T& t, const request& r, handler_archetype& h) {
    { t.send(r, h) } -> std::same_as<result<void>>;
};

// A response whose body the caller reads. Destroying it aborts the transfer.
template <class B>
concept response_body = std::movable<B> && requires(B& b, const B& c) {
    { c.head() } -> std::same_as<const response_head&>;
    // Blocks for the next bytes, which are valid until the next call. Empty at the proper end of
    // the body.
    { b.read_some() } -> std::same_as<result<std::string_view>>;
};

// A transport that also lets the caller pull: `open(request)` blocks until the head has arrived and
// returns a response_body.
template <class T>
concept pull_transport = transport<T> && requires(T& t, const request& r) {
    requires response_body<typename decltype(t.open(r))::value_type>;
};

// A response that is received while the program does other things. No function blocks; the state
// changes only within the transport's poll(). Destroying it aborts the transfer.
template <class C>
concept polled_response = std::movable<C> && requires(C& c, const C& k) {
    // The head of the final response, or null until it has arrived.
    { k.head() } -> std::same_as<const response_head*>;
    // The body bytes received since the last read(); valid until the next read(). Empty if there
    // are none.
    { c.read() } -> std::same_as<std::string_view>;
    // True once the transfer has ended and all bytes were read.
    { k.ended() } -> std::same_as<bool>;
    // Once ended: errc::ok, or why the response is incomplete.
    { k.error() } -> std::same_as<const oaiwire::error&>;
};

// A transport for programs with their own event loop. `start(request)` begins a call and returns at
// once. `poll(budget)` makes progress on all calls; it blocks for at most `budget` milliseconds (0:
// not at all) and returns whether anything happened. Timeouts and cancellation are checked in
// poll().
template <class T>
concept polled_transport = requires(T& t, const request& r, std::int64_t budget) {
    requires polled_response<decltype(t.start(r))>;
    { t.poll(budget) } -> std::same_as<bool>;
};

// A polled transport that names the calls to which something has come, so that a program with
// thousands of them need not ask each after every poll.
// A call is named by its tag, which the program sets. `next_ready()` returns the tag of a call that
// got its head, bytes or its end since it was last returned; empty if there is none. Calls may be
// started and destroyed between two of its results.
template <class T>
concept listing_transport = polled_transport<T> &&
    requires(T& t, decltype(t.start(std::declval<const request&>()))& call, std::uint64_t tag) {
    { call.tag(tag) } -> std::same_as<void>;
    { t.next_ready() } -> std::same_as<std::optional<std::uint64_t>>;
};

}}}  // namespace oaiwire::v0_2::http

#include <oaiwire/core/macros_end.hpp>
