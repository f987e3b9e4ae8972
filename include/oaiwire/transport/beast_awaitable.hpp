// HTTP/1.1 for C++20 coroutines, over Boost.Beast and Boost.Asio: many calls on one io_context.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <utility>  // Asio 1.74 uses std::exchange without including it

#include <oaiwire/core/macros_pause.hpp>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <oaiwire/core/macros_resume.hpp>

#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/beast_call.hpp>
#include <oaiwire/transport/beast_pool.hpp>

#if !defined(BOOST_ASIO_HAS_CO_AWAIT)
#error "oaiwire: Asio has no co_await here (clang with libstdc++ needs BOOST_ASIO_HAS_CO_AWAIT)"
#endif

// g++ 12, optimising, takes the operator delete of Asio's coroutines for one that has no operator
// new.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"
#endif

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Awaits one operation of a call and resumes on the coroutine's executor. Only the pending
// operation owns the coroutine, so destroying the io_context destroys it.
inline boost::asio::awaitable<void> beast_wait(std::shared_ptr<beast_call> call,
                                               void (beast_call::*start)(beast_call::done)) {
    boost::asio::use_awaitable_t<> token;
    return boost::asio::async_initiate<boost::asio::use_awaitable_t<>, void()>(
        [start](auto handler, const std::shared_ptr<beast_call>& c) {
            const auto executor = boost::asio::get_associated_executor(handler);
            auto resume = std::make_shared<decltype(handler)>(std::move(handler));
            ((*c).*start)([executor, resume] {
                boost::asio::post(executor, [resume]() mutable { std::move (*resume)(); });
            });
        },
        token, std::move(call));
}

}  // namespace detail

// A response being read by a coroutine. It may outlive its transport, but not the executor's
// context.
class beast_async_body {
public:
    beast_async_body(beast_async_body&&) noexcept = default;
    beast_async_body& operator=(beast_async_body&&) noexcept = default;

    // Valid as long as the body.
    const http::response_head& head() const { return head_; }

    // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end. One read
    // at a time; after the end or an error it returns the same again.
    boost::asio::awaitable<result<std::string_view>> async_read_some() {
        if (call_) {
            co_await detail::beast_wait(call_, &detail::beast_call::read);
            if (!call_->unread().empty()) co_return call_->unread();
            if (call_->failure().code != errc::ok) end_ = call_->failure();
            call_.reset();
        }
        if (!end_) co_return end_.error();
        co_return std::string_view{};
    }

private:
    friend class beast_async_transport;
    explicit beast_async_body(std::shared_ptr<detail::beast_call> call)
        : call_(std::move(call)), head_(std::move(call_->head())) {}
    std::shared_ptr<detail::beast_call> call_;  // null once the transfer ended
    http::response_head head_;
    result<void> end_{};
};

// A streamed call being read by a coroutine. Refers to the caller's exchange, which must outlive
// it. Destroying it before its end abandons the call.
template <class Exchange>
class beast_stream {
public:
    // The exchange is borrowed; the body is the response that feeds it.
    explicit beast_stream(Exchange& call, std::optional<beast_async_body> body = {})
        : call_(&call), body_(std::move(body)) {}

    // The next chunk, valid until the next call; null when the stream has ended: the exchange says
    // how.
    boost::asio::awaitable<const typename Exchange::chunk_type*> next() {
        for (;;) {
            if (const auto* chunk = call_->next()) co_return chunk;
            if (call_->ended()) break;
            if (!body_) {
                call_->finish();
                continue;
            }
            if (!call_->feed_read(co_await body_->async_read_some())) body_.reset();
        }
        body_.reset();
        co_return nullptr;
    }

private:
    Exchange* call_;
    std::optional<beast_async_body> body_;  // empty once all was read
};

// Any number of calls at once on the caller's executor, whose context must outlive the transport
// and may be run by several threads. Apart from blocking, the comment of beast_transport applies.
// Requests are taken by value.
class beast_async_transport {
public:
    // Connects when the first call is made.
    explicit beast_async_transport(boost::asio::any_io_executor executor,
                                   beast_options options = {})
        : pool_(std::make_shared<detail::beast_pool>(std::move(executor), std::move(options))) {}
    beast_async_transport(beast_async_transport&&) noexcept = default;
    beast_async_transport& operator=(beast_async_transport&&) noexcept = default;

    // Sends the request and returns once the head of the response has come.
    boost::asio::awaitable<result<beast_async_body>> async_open(http::request request) {
        const auto call = std::make_shared<detail::beast_call>(pool_, request);
        co_await detail::beast_wait(call, &detail::beast_call::open);
        call->rethrow();
        if (call->failure().code != errc::ok) co_return call->failure();
        co_return beast_async_body(call);
    }

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    // The handler must stay until then.
    template <http::response_handler Handler>
    boost::asio::awaitable<result<void>> async_send(http::request request, Handler& handler) {
        auto opened = co_await async_open(std::move(request));
        if (!opened) co_return std::move(opened).error();
        if (handler.on_head(opened->head()) == http::flow::stop) co_return result<void>{};
        for (;;) {
            auto bytes = co_await opened->async_read_some();
            if (!bytes) co_return std::move(bytes).error();
            if (bytes->empty() || handler.on_body(*bytes) == http::flow::stop) {
                co_return result<void>{};
            }
        }
    }

    // Sends the exchange's request and returns once the head of the response has come or the call
    // has failed: then next() returns null and the exchange says why. `call` must outlive the
    // stream. Not for temporaries: g++ 12 destroys parts of those made within a co_await twice.
    template <class Exchange>
    boost::asio::awaitable<beast_stream<Exchange>> async_stream(Exchange& call) {
        if (call.ended()) co_return beast_stream<Exchange>(call);
        auto opened = co_await async_open(call.request());
        if (!opened) {
            call.fail(std::move(opened).error());
            co_return beast_stream<Exchange>(call);
        }
        call.head(opened->head());
        co_return beast_stream<Exchange>(call, std::move(*opened));
    }

private:
    std::shared_ptr<detail::beast_pool> pool_;
};

}}  // namespace oaiwire::v0_2

#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic pop
#endif

#include <oaiwire/core/macros_end.hpp>
