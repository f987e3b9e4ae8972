// call_handler: feeds an exchange from a push transport, for calls of any type.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <utility>

#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Takes one chunk of the operation's chunk type, valid during the call. stop: cancels the exchange.
using chunk_function = http::flow(void* to, const void* chunk);

// Models http::response_handler: the transport calls on_head() once, then on_body() for each piece.
// Refers to the exchange and to `to`, which must outlive it. When either returns `stop`, the
// exchange has ended already, so the result that finish() gets then does not matter.
class call_handler {
public:
    // on_chunk is called with `to` and each chunk; null for plain calls.
    call_handler(exchange_machine& call, chunk_function* on_chunk, void* to)
        : call_(&call), on_chunk_(on_chunk), to_(to) {}

    http::flow on_head(const http::response_head& head) {
        call_->head(head.status, head.headers);
        return call_->ended() ? http::flow::stop : http::flow::proceed;
    }
    http::flow on_body(std::string_view bytes);
    // Call with the result of the transport's send().
    void finish(result<void> sent);
    // Whether on_chunk was called.
    bool delivered() const { return delivered_; }

private:
    void drain();

    exchange_machine* call_;
    chunk_function* on_chunk_;
    void* to_;
    bool delivered_ = false;  // a call with output is not retried
    bool stopped_ = false;    // by on_chunk
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE http::flow call_handler::on_body(std::string_view bytes) {
    call_->feed(bytes);
    drain();
    return stopped_ || call_->ended() ? http::flow::stop : http::flow::proceed;
}

// Ends the exchange with the transport's result; without effect if it has ended. The last chunks
// may come only now: an event may lack the blank line at its end.
[[gnu::cold]] OAIWIRE_INLINE void call_handler::finish(result<void> sent) {
    call_->feed_read(sent ? result<std::string_view>(std::string_view()) : std::move(sent).error());
    drain();
}

// Delivers all chunks that are complete. A plain call has none.
OAIWIRE_INLINE void call_handler::drain() {
    while (on_chunk_ != nullptr && !stopped_) {
        const void* const chunk = call_->next();
        if (chunk == nullptr) return;
        delivered_ = true;
        if (on_chunk_(to_, chunk) == http::flow::stop) {
            stopped_ = true;
            call_->cancel();
        }
    }
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
