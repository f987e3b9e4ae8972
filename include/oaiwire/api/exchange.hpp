// exchange: one call as a state machine without I/O. The caller sends request() with whatever it
// has and gives back what arrives. Knows no socket, no clock and no retry; what it does is
// exchange_machine's.
#pragma once

#include <cstddef>
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

namespace oaiwire::inline v0_2 {

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

// What a response is before anything has come. Never destroyed.
template <class T>
const T& nothing() {
    static const union none {
        T value;
        none() : value() {}
        ~none() {}  // NOLINT(modernize-use-equals-default): deleted then
    } none;
    return none.value;
}

// For the client, which makes calls of all types by the same code.
struct exchange_access {
    template <class Exchange>
    static exchange_machine& machine_of(Exchange& call) {
        return call.machine_;
    }
    // Of a call that has ended: what has come, moved out.
    template <class Exchange>
    static auto take_response(Exchange& call) {
        return call.take_response();
    }
};

}  // namespace detail

// Use: send request(); head() once; feed() as bytes come, and next() until it is null; finish() or
// fail() when the transport is done, and next() again. A request that cannot be sent ends the
// exchange at once: ended() is true, error() says why. Call: the request's type, or the name of an
// operation.
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

    exchange(const request_type& request, const endpoint& where, const call_options& options = {},
             call_mode mode = parts::usual)
        : machine_(detail::call_table_of<Call>(), &request, where, options, mode) {}

    // What to send; valid as long as this object.
    const http::request& request() const { return machine_.request(); }

    // Forgets the response, to send request() again. What a caller still holds of it ends here.
    void restart() { machine_.restart(); }

    // The final response head. Bytes of the body follow with feed().
    void head(int status, const http::header_list& headers) { machine_.head(status, headers); }
    void head(const http::response_head& response) { head(response.status, response.headers); }

    // Lends bytes of the body until next() has returned null.
    void feed(std::string_view bytes) { machine_.feed(bytes); }

    // The next chunk of a streamed call, valid until the next call that is not const; null: more
    // bytes are needed, or ended().
    next_type next() {
        if constexpr (streamed_operation<Call>) {
            return static_cast<next_type>(machine_.next());
        } else {
            return nullptr;
        }
    }

    // The transport delivered the whole body.
    void finish() { machine_.finish(); }

    // The transport failed. What came before is delivered still.
    void fail(oaiwire::error why) { machine_.fail(std::move(why)); }

    // Ends at once.
    void cancel() { machine_.cancel(); }

    bool ended() const { return machine_.ended(); }
    stream_end end_reason() const { return machine_.end_reason(); }
    bool ok() const { return machine_.ok(); }
    // Why it did not end well; errc::ok else.
    const oaiwire::error& error() const { return machine_.error(); }
    // What the response has come to so far, however the call ended.
    const response_type& response() const {
        const void* const come = machine_.response();
        if (come == nullptr) return detail::nothing<response_type>();
        return *static_cast<const response_type*>(come);
    }
    // The response if the call ended well, its error otherwise; moves the response out.
    oaiwire::result<response_type> result() {
        if (auto done = machine_.check_result(); !done) return std::move(done).error();
        return take_response();
    }

    int status() const { return machine_.status(); }
    // Did the head say so? What follows may still be an error.
    bool successful() const { return machine_.successful(); }
    // The server's id of the call; "" where it gave none.
    const std::string& request_id() const { return machine_.request_id(); }
    const retry_hints& hints() const { return machine_.hints(); }
    // What the server said of its limits, with the call that this is.
    const http::rate_limit& rate_limits() const { return machine_.rate_limits(); }
    // Streamed calls: what was seen on the way; without lists and texts where memory runs out.
    stream_statistics statistics() const requires streamed_operation<Call> {
        return machine_.statistics();
    }
    // Streamed calls: the JSON text of the chunk that next() returned last.
    std::string_view payload() const requires streamed_operation<Call> {
        return machine_.payload();
    }

private:
    response_type take_response() {
        if constexpr (streamed_operation<Call>) {
            using accumulator = oaiwire::accumulator<typename parts::chunk>;
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

}  // namespace oaiwire::inline v0_2
