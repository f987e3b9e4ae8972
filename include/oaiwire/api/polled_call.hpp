// polled_call: an exchange and the polled transport that carries it, for programs with a loop of
// their own. Never waits, starts no thread; knows no HTTP stack, no clock and no retry.
#pragma once

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

namespace oaiwire::inline v0_2 {

// One call, begun when this is made, abandoned when it goes. The transport is polled by the program
// and may go first.
//
//     oaiwire::polled_call call(http, request, where);
//     every frame:
//     http.poll(0);
//     while (const auto* chunk = call.next()) label += text(*chunk);
//     if (call.ended()) show(call.ok() ? ... : call.error());
template <operation Call, http::polled_transport Transport>
class polled_call {
    using wire = decltype(std::declval<Transport&>().start(std::declval<const http::request&>()));

public:
    using response_type = response_of<Call>;

    polled_call(Transport& transport, const request_of<Call>& request, const endpoint& where,
                call_options options = {}, call_mode mode = detail::stream_parts<Call>::usual)
        : exchange_(request, where, std::move(options), mode) {
        if (!exchange_.ended()) wire_.emplace(transport.start(exchange_.request()));
    }

    // Takes what has come. The next chunk of a streamed call, valid until the next call of this or
    // cancel(); null: no more before the next poll, or ended(). Of a plain call always null.
    auto next() {
        auto chunk = exchange_.next();
        while (chunk == nullptr && advance()) chunk = exchange_.next();
        if (exchange_.ended()) wire_.reset();
        return chunk;
    }

    // Ends the call now; what has come stays.
    void cancel() {
        exchange_.cancel();
        wire_.reset();
    }

    bool ended() const { return exchange_.ended(); }
    // Did it end as it should? Also false while it has not ended.
    bool ok() const { return exchange_.ok(); }
    stream_end end_reason() const { return exchange_.end_reason(); }
    // Why it did not end well; errc::ok else.
    const oaiwire::error& error() const { return exchange_.error(); }
    // What has come so far, as the response of a plain call.
    const response_type& response() const { return exchange_.response(); }
    // The response if the call ended well, its error otherwise; moves the response out.
    oaiwire::result<response_type> result() { return exchange_.result(); }
    int status() const { return exchange_.status(); }
    const std::string& request_id() const { return exchange_.request_id(); }
    stream_statistics statistics() const requires streamed_operation<Call> {
        return exchange_.statistics();
    }
    // Streamed calls: the JSON text of the chunk that next() returned last.
    std::string_view payload() const requires streamed_operation<Call> {
        return exchange_.payload();
    }

private:
    // True: something was fed, and next() has to be asked again.
    bool advance() {
        if (exchange_.ended() || !wire_) return false;
        if (exchange_.status() == 0) {
            if (const auto* head = wire_->head()) {
                exchange_.head(*head);
                return true;
            }
        } else if (const auto bytes = wire_->read(); !bytes.empty()) {
            exchange_.feed(bytes);
            return true;
        }
        if (!wire_->ended()) return false;
        if (wire_->error().code == errc::ok) {
            exchange_.finish();
        } else {
            exchange_.fail(wire_->error());
        }
        wire_.reset();
        return true;
    }

    exchange<Call> exchange_;
    std::optional<wire> wire_{};  // until the call has ended
};

template <http::polled_transport Transport, operation Request>
polled_call(Transport&, const Request&, const endpoint&, call_options = {}, call_mode = {})
    -> polled_call<Request, Transport>;

}  // namespace oaiwire::inline v0_2
