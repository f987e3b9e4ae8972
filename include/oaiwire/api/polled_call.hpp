// polled_call: a call over a polled transport, for programs with their own loop. Never waits, and
// makes one attempt.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire { inline namespace v0_2 {

// Begins the call when constructed and abandons it when destroyed. The program polls the transport,
// which may be destroyed first. The request and the endpoint are not needed after construction.
//
//     oaiwire::polled_call call(http, request, where);
//     every frame:
//     http.poll(0);
//     while (const auto* chunk = call.next()) label += text(*chunk);
//     if (call.ended()) show(call.ok() ? ... : call.error());
//
// Of many calls over an http::listing_transport, ask only those that have something, each until
// next() returns null:
//
//     call.tag(i);
//     while (const auto i = http.next_ready()) ... calls[*i].next() ...
template <operation Call, http::polled_transport Transport>
class polled_call : private exchange<Call> {
    using base = exchange<Call>;
    using wire = decltype(std::declval<Transport&>().start(std::declval<const http::request&>()));

public:
    using typename base::response_type;

    // Starts the call. What it needs of request and endpoint is copied.
    polled_call(Transport& transport, const request_of<Call>& request, const endpoint& where,
                const call_options& options = {},
                call_mode mode = detail::stream_parts<Call>::usual)
        : base(request, where, options, mode) {
        if (!ended()) wire_.emplace(transport.start(base::request()));
    }

    // Takes the bytes that have come, and returns the next chunk of a streamed call, valid until
    // the next call of next() or cancel(). Null: poll again, or ended(). A plain call always
    // returns null.
    auto next() {
        auto chunk = base::next();
        while (chunk == nullptr && advance()) chunk = base::next();
        if (ended()) wire_.reset();
        return chunk;
    }

    // For an endpoint with a key source, once ended(): if the server refused the key (status 401),
    // asks for another, once in a call, and sends the request again with it. False if there is
    // none.
    bool renew_key(Transport& transport) {
        if (!base::renew_key()) return false;
        wire_.emplace(transport.start(base::request()));
        return true;
    }

    // Ends the call at once, as stream_end::cancelled. response() stays.
    void cancel() {
        base::cancel();
        wire_.reset();
    }

    // What next_ready() of the transport calls this call from now on. A call that has ended is not
    // named any more: not before it began, if its request could not be built.
    void tag(std::uint64_t name) requires http::listing_transport<Transport> {
        if (wire_) wire_->tag(name);
    }

    // See exchange.
    using base::end_reason;
    using base::ended;
    using base::error;
    using base::ok;
    using base::payload;
    using base::poll_after_ms;
    using base::request_id;
    using base::response;
    using base::result;
    using base::statistics;
    using base::status;

private:
    // Feeds the bytes that have come, or the end. True if the exchange has news. The head comes
    // first, then bytes, then the end: ended() of the transfer is true only once all bytes were
    // read.
    bool advance() {
        if (ended() || !wire_) return false;
        if (status() == 0) {
            if (const auto* head = wire_->head()) {
                base::head(*head);
                return true;
            }
        } else if (const auto bytes = wire_->read(); !bytes.empty()) {
            base::feed(bytes);
            return true;
        }
        if (!wire_->ended()) return false;
        oaiwire::result<std::string_view> end = std::string_view();
        if (wire_->error().code != errc::ok) end = wire_->error();
        base::feed_read(std::move(end));
        wire_.reset();
        return true;
    }

    std::optional<wire> wire_{};  // until the call has ended
};

template <http::polled_transport Transport, operation Request>
polled_call(Transport&, const Request&, const endpoint&, call_options = {}, call_mode = {})
    -> polled_call<Request, Transport>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
