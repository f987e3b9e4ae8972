// The transport concepts: what an HTTP stack must offer to carry a call. Knows messages only.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire::inline v0_2::http {

// What a handler wants next. `stop` ends the transfer promptly; that is no error.
enum class flow : std::uint8_t { proceed, stop };

// Takes a response as it arrives: the head once, then the body in pieces of any size. Transfer
// coding is already undone; content coding was not asked for and is not undone.
template <class H>
concept response_handler = requires(H& h, const response_head& head, std::string_view bytes) {
    { h.on_head(head) } -> std::same_as<flow>;
    { h.on_body(bytes) } -> std::same_as<flow>;
};

// The least that a handler can be: what `transport` is checked with.
struct handler_archetype {
    flow on_head(const response_head&) { return flow::proceed; }
    flow on_body(std::string_view) { return flow::proceed; }
};

// Sends one request and feeds the handler, on the calling thread, until the response ended.
// Returns an error of kind transport when the response could not be had whole: not sent, reset,
// closed early, a deadline, or request.stop (errc::cancelled); or the error that its content ended
// in (http/content.hpp). A response that comes before all was sent is delivered all the same. A
// transport verifies TLS, follows no redirect, asks for no content coding, and ends promptly on
// flow::stop and on request.stop.
template <class T>
concept transport = requires(T& t, const request& r, handler_archetype& h) {
    { t.send(r, h) } -> std::same_as<result<void>>;
};

// A response whose body is read by the caller. Destroying it abandons the transfer.
template <class B>
concept response_body = std::movable<B> && requires(B& b, const B& c) {
    { c.head() } -> std::same_as<const response_head&>;
    // The next bytes, valid until the next call; empty at the clean end of the body.
    { b.read_some() } -> std::same_as<result<std::string_view>>;
};

// A transport that also lets the caller pull: open() returns once the head has arrived.
template <class T>
concept pull_transport = transport<T> && requires(T& t, const request& r) {
    requires response_body<typename decltype(t.open(r))::value_type>;
};

// A response that comes while the program does other things. Nothing here waits, and nothing new
// comes but by the transport's poll(). Destroying it abandons the transfer.
template <class C>
concept polled_response = std::movable<C> && requires(C& c, const C& k) {
    // The head of the final response; null until it has come.
    { k.head() } -> std::same_as<const response_head*>;
    // Bytes of the body that have come and were not read, valid until the next read().
    { c.read() } -> std::same_as<std::string_view>;
    // No byte will come and all were read.
    { k.ended() } -> std::same_as<bool>;
    // Once ended: errc::ok, or why the response could not be had whole.
    { k.error() } -> std::same_as<const oaiwire::error&>;
};

// A transport for programs with a loop of their own: start() begins a call and returns at once,
// poll() does what can be done for all calls and waits at most that many milliseconds for it; 0:
// never. True: something was done. Deadlines and stops are looked at in poll().
template <class T>
concept polled_transport = requires(T& t, const request& r, std::int64_t budget) {
    requires polled_response<decltype(t.start(r))>;
    { t.poll(budget) } -> std::same_as<bool>;
};

}  // namespace oaiwire::inline v0_2::http
