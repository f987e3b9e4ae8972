#include "beast_socket.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/field.hpp>
#include <boost/beast/websocket.hpp>

namespace serve {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = boost::beast::websocket;
using boost::system::error_code;
using clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now().time_since_epoch())
        .count();
}

// Reads and writes in two coroutines of one thread. The reader waits while the handler's output is
// full; the writer waits until there is something to send or to do.
class socket_of final : public beast_socket, public std::enable_shared_from_this<socket_of> {
public:
    socket_of(beast::tcp_stream stream, socket_opening opening)
        : ws_(std::move(stream)),
          wake_writer_(ws_.get_executor()),
          wake_reader_(ws_.get_executor()),
          opening_(std::move(opening)) {}

    asio::awaitable<void> run(const request& head) override {
        beast::get_lowest_layer(ws_).expires_never();  // the stream has timeouts of its own
        websocket::stream_base::timeout limits{
            .handshake_timeout = 5s, .idle_timeout = 60s, .keep_alive_pings = true};
        ws_.set_option(limits);
        ws_.read_message_max(most_received);
        ws_.set_option(websocket::stream_base::decorator([this](websocket::response_type& to) {
            if (!opening_.subprotocol.empty()) {
                to.set(beast::http::field::sec_websocket_protocol, opening_.subprotocol);
            }
        }));
        error_code failed;
        co_await ws_.async_accept(head, asio::redirect_error(asio::use_awaitable, failed));
        if (failed) co_return;
        asio::co_spawn(
            ws_.get_executor(), [self = shared_from_this()] { return self->read(); },
            asio::detached);
        co_await write();
        while (!reader_ended_) co_await sleep(wake_writer_, never);
    }

    void stop() override {
        out_.close(1001, "The server is being stopped.");
        wake_writer_.cancel();
    }

private:
    static constexpr std::size_t most_received = std::size_t{32} << 20;  // of a message
    static constexpr std::int64_t never = socket_handler::never;

    // Until that time, or until the timer is cancelled.
    static asio::awaitable<void> sleep(asio::steady_timer& timer, std::int64_t until_ms) {
        const std::int64_t left = until_ms - now_ms();
        timer.expires_after(std::chrono::milliseconds((std::min)(left, std::int64_t{3'600'000})));
        error_code no_matter;
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, no_matter));
    }

    asio::awaitable<void> read() {
        beast::flat_buffer message;
        error_code failed;
        while (!ended_) {
            if (out_.full()) {
                co_await sleep(wake_reader_, never);
                continue;
            }
            co_await ws_.async_read(message, asio::redirect_error(asio::use_awaitable, failed));
            if (failed) break;
            const std::string_view bytes{static_cast<const char*>(message.data().data()),
                                         message.size()};
            if (!out_.closing()) opening_.handler->receive(bytes, ws_.got_binary(), out_);
            message.clear();
            wake_writer_.cancel();
        }
        ended_ = reader_ended_ = true;
        wake_writer_.cancel();
    }

    asio::awaitable<void> write() {
        const auto token = [&] { return asio::redirect_error(asio::use_awaitable, failed_); };
        while (!ended_ && !failed_ && !out_.is_cut()) {
            const bool due = opening_.handler->due_ms() <= now_ms();
            if (due && !out_.full() && !out_.closing()) opening_.handler->work(now_ms(), out_);
            if (out_.is_cut()) break;
            if (!out_.empty()) {
                const socket_message next = out_.take();
                if (!out_.full()) wake_reader_.cancel();
                ws_.binary(next.binary);
                co_await ws_.async_write(asio::buffer(next.data), token());
            } else if (out_.closing()) {
                const websocket::close_reason why(static_cast<websocket::close_code>(out_.code()),
                                                  out_.reason());
                co_await ws_.async_close(why, token());
                break;
            } else if (due) {
                co_await asio::post(ws_.get_executor(), asio::use_awaitable);  // others' turn
            } else {
                co_await sleep(wake_writer_, opening_.handler->due_ms());
            }
        }
        ended_ = true;
        beast::get_lowest_layer(ws_).close();  // the reader ends, too
        wake_reader_.cancel();
    }

    websocket::stream<beast::tcp_stream> ws_;
    asio::steady_timer wake_writer_;
    asio::steady_timer wake_reader_;
    socket_opening opening_;
    socket_output out_{};
    error_code failed_{};
    bool ended_ = false;
    bool reader_ended_ = false;
};

}  // namespace

std::shared_ptr<beast_socket> make_beast_socket(beast::tcp_stream stream, socket_opening opening) {
    return std::make_shared<socket_of>(std::move(stream), std::move(opening));
}

}  // namespace serve
