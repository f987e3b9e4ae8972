// exchange: one call as a state machine without I/O. The caller sends request() and feeds what
// arrives. A typed face of exchange_machine.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/call_table.hpp>
#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

template <class Call>
struct stream_parts {
    using chunk = void;
    static constexpr call_mode usual = call_mode::plain;
};
template <streamed_operation Call>
struct stream_parts<Call> {
    using chunk = chunk_of<Call>;
    static constexpr call_mode usual = call_mode::streamed;
};

// The response before anything has come. Never destroyed, so it is valid at program exit too.
template <class T>
const T& nothing() {
    static const union none {
        T value;
        none() : value() {}
        ~none() {}  // NOLINT(modernize-use-equals-default): deleted then
    } none;
    return none.value;
}

// For the client, which handles calls of all types by the same code.
struct exchange_access {
    template <class Exchange>
    static exchange_machine& machine_of(Exchange& call) {
        return call.machine_;
    }
    // Moves the response out of a call that has ended.
    template <class Exchange>
    static auto take_response(Exchange& call) {
        return call.take_response();
    }
};

}  // namespace detail

// Use: send request(); call head() once; feed() as bytes come, and next() until it returns null;
// finish() or fail() when the transport is done, and next() again. `Call` is the request's type or
// the name of an operation. A request that cannot be built ends the exchange at once: ended() is
// true and error() says why. The request, the endpoint and the options are not needed after
// construction. Movable. Not thread-safe, but may move between threads.
template <operation Call>
class exchange {
    using parts = detail::stream_parts<Call>;
    friend detail::exchange_access;

public:
    using request_type = request_of<Call>;
    using response_type = response_of<Call>;
    using chunk_type = typename parts::chunk;
    using next_type =
        std::conditional_t<streamed_operation<Call>, const chunk_type*, std::nullptr_t>;

    // Validates and builds the request; copies what it needs. A request that cannot be sent ends
    // the exchange at once.
    exchange(const request_type& request, const endpoint& where, const call_options& options = {},
             call_mode mode = parts::usual)
        : machine_(detail::call_table_of<Call>(), &request, where, options, mode) {}

    // What to send. Valid as long as the exchange; moving the exchange moves it.
    const http::request& request() const { return machine_.request(); }

    // Resets the exchange to send request() again. References to the response become invalid.
    void restart() { machine_.restart(); }

    // For an endpoint with a key source: if the server refused the key (status 401), asks for
    // another, once in a call, and resets the exchange to send request() with it. False if there is
    // none: the call has ended. A client does so itself.
    bool renew_key() { return machine_.renew_key(); }

    // Call once with the head of the final response, before feed(). Not kept.
    void head(int status, const http::header_list& headers) { machine_.head(status, headers); }
    void head(const http::response_head& response) { head(response.status, response.headers); }

    // Feeds bytes of the body, in pieces of any size. They must stay until next() has returned
    // null.
    void feed(std::string_view bytes) { machine_.feed(bytes); }

    // Takes what a body's read_some() returned: feeds its bytes, or calls finish() where there are
    // none, or fail() with its error. True while there is more to read.
    bool feed_read(oaiwire::result<std::string_view> read) {
        return machine_.feed_read(std::move(read));
    }

    // The next chunk of a streamed call, valid until the next call of a non-const function. Null:
    // feed more bytes, or ended(). A plain call always returns null.
    next_type next() {
        if constexpr (streamed_operation<Call>) {
            return static_cast<next_type>(machine_.next());
        } else {
            return nullptr;
        }
    }

    // Call when the transport has delivered the whole body.
    void finish() { machine_.finish(); }

    // Call when the transport failed. Chunks that were fed before can still be read.
    void fail(oaiwire::error why) { machine_.fail(std::move(why)); }

    // Ends the call at once, as stream_end::cancelled.
    void cancel() { machine_.cancel(); }

    // True once the call has ended, well or not.
    bool ended() const { return machine_.ended(); }
    // How it ended; stream_end::open until then.
    stream_end end_reason() const { return machine_.end_reason(); }
    // True if it ended with a complete response.
    bool ok() const { return machine_.ok(); }
    // Why it did not; errc::ok otherwise. Valid until restart().
    const oaiwire::error& error() const { return machine_.error(); }
    // The response so far, also if the call failed. Valid until result() or restart().
    const response_type& response() const {
        const void* const come = machine_.response();
        if (come == nullptr) return detail::nothing<response_type>();
        return *static_cast<const response_type*>(come);
    }
    // Moves the response out if the call is ok(); its error otherwise.
    oaiwire::result<response_type> result() {
        if (auto done = machine_.check_result(); !done) return std::move(done).error();
        return take_response();
    }

    // The HTTP status; 0 before head().
    int status() const { return machine_.status(); }
    // Whether the status is 2xx. The body may still hold an error.
    bool successful() const { return machine_.successful(); }
    // The server's id of the call; "" if it sent none.
    const std::string& request_id() const { return machine_.request_id(); }
    // What the head said about retries.
    const retry_hints& hints() const { return machine_.hints(); }
    // The rate limits in the head.
    const http::rate_limit& rate_limits() const { return machine_.rate_limits(); }
    // When to ask again for what is not done yet, in milliseconds (openai-poll-after-ms).
    std::optional<std::int64_t> poll_after_ms() const { return machine_.poll_after_ms(); }
    // Streamed calls: statistics of the stream so far. If memory runs out, without lists and texts.
    stream_statistics statistics() const requires streamed_operation<Call> {
        return machine_.statistics();
    }
    // Streamed calls: the JSON text of the last chunk, valid as long as the chunk.
    std::string_view payload() const requires streamed_operation<Call> {
        return machine_.payload();
    }

private:
    response_type take_response() {
        if constexpr (streamed_operation<Call>) {
            using accumulator = typename detail::accumulator_of<Call>::type;
            auto* const added = static_cast<accumulator*>(machine_.accumulator());
            if (machine_.decodes()) return added != nullptr ? added->take() : response_type{};
        }
        auto* const come = static_cast<response_type*>(machine_.plain_response());
        return come != nullptr ? std::move(*come) : response_type{};
    }

    detail::exchange_machine machine_;
};

template <operation Request>
exchange(const Request&, const endpoint&, call_options = {}, call_mode = {}) -> exchange<Request>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
