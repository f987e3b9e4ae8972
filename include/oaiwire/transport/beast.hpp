// Blocking HTTP/1.1 transport over Boost.Beast and Boost.Asio 1.74 or newer. The coroutine form is
// beast_awaitable.hpp.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <utility>  // Asio 1.74 uses std::exchange without including it

#include <oaiwire/core/macros_pause.hpp>

#include <boost/asio/io_context.hpp>

#include <oaiwire/core/macros_resume.hpp>

#include <memory>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/beast_call.hpp>
#include <oaiwire/transport/beast_pool.hpp>
#include <oaiwire/transport/deliver.hpp>
#include <oaiwire/transport/system_timing.hpp>

namespace oaiwire { inline namespace v0_2 {

// Models http::pull_transport. Runs its own io_context on the calling thread; connections are kept
// for later calls. Movable; the transport and its bodies may be used from any thread, by one at a
// time. Several bodies may be open at once.
//
// Redirects, cookies, content codings, authentication schemes and proxies are left alone. A call
// ends on time even while the system's resolver hangs, but the transport's destructor waits for the
// resolver.
class beast_transport {
public:
    using timing = system_timing;

    // A response being read. It may outlive its transport.
    class body {
    public:
        body(body&&) noexcept = default;
        body& operator=(body&&) noexcept = default;

        // Valid as long as the body.
        const http::response_head& head() const { return head_; }

        // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end.
        // Waits for them; after the end or an error it returns the same again.
        result<std::string_view> read_some() {
            return within_memory([&]() -> result<std::string_view> {
                if (call_) {
                    wait(*context_, [this](auto done) { call_->read(std::move(done)); });
                    if (!call_->unread().empty()) return call_->unread();
                    if (call_->failure().code != errc::ok) end_ = call_->failure();
                    call_.reset();
                }
                if (!end_) return end_.error();
                return std::string_view{};
            });
        }

    private:
        friend class beast_transport;
        body(std::shared_ptr<boost::asio::io_context> context,
             std::shared_ptr<detail::beast_call> call)
            : context_(std::move(context)),
              call_(std::move(call)),
              head_(std::move(call_->head())) {}
        std::shared_ptr<boost::asio::io_context> context_;
        std::shared_ptr<detail::beast_call> call_;  // null once the transfer ended
        http::response_head head_;
        result<void> end_{};
    };

    // Connects when the first call is made.
    explicit beast_transport(beast_options options = {})
        : context_(std::make_shared<boost::asio::io_context>(1)),
          pool_(std::make_shared<detail::beast_pool>(context_->get_executor(), std::move(options),
                                                     context_)) {}
    beast_transport(beast_transport&&) noexcept = default;
    beast_transport& operator=(beast_transport&&) noexcept = default;

    // Sends the request and returns once the head of the response has come. Nothing of `request` is
    // needed afterwards.
    result<body> open(const http::request& request) {
        return within_memory([&]() -> result<body> {
            if (!pool_) return make_error(errc::invalid_argument, "the transport was moved from");
            // not copied: all of it was sent when open() returns
            const auto call = std::make_shared<detail::beast_call>(pool_, request);
            wait(*context_, [&](auto done) { call->open(std::move(done)); });
            call->rethrow();
            if (call->failure().code != errc::ok) return call->failure();
            return body(context_, call);
        });
    }

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    // The request must stay until the head has come.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        return detail::deliver(open(request), handler);
    }

private:
    template <class Start>
    static void wait(boost::asio::io_context& context, Start start) {
        bool done = false;
        start([&done] { done = true; });
        context.restart();
        while (!done) context.run_one();
    }

    std::shared_ptr<boost::asio::io_context> context_;
    std::shared_ptr<detail::beast_pool> pool_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
