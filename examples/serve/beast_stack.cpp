#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include "beast_socket.hpp"
#include "call.hpp"
#include "stack.hpp"

namespace serve {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

std::int64_t now_ms() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(clock::now().time_since_epoch())
        .count();
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

using request_parser = http::request_parser<http::buffer_body>;

oaiwire::http::received_request received(const request_parser& parser) {
    const auto& from = parser.get();
    oaiwire::http::received_request out{.method = std::string(view(from.method_string())),
                                        .target = std::string(view(from.target())),
                                        .minor_version = from.version() == 10 ? 0 : 1};
    for (const auto& field : from) {
        out.headers.add(view(field.name_string()), view(field.value()));
    }
    return out;
}

// What the connections of a server share.
struct shared_state {
    asio::io_context context{1};
    service* calls = nullptr;
    int answering = 0;  // calls and WebSockets
    std::set<beast_socket*> sockets{};
    bool stopping = false;

    void call_ended() {
        if (--answering == 0 && stopping) context.stop();
    }
};

// A connection. Its memory is that of one call, however many requests come.
class connection : public std::enable_shared_from_this<connection> {
public:
    connection(tcp::socket socket, shared_state& shared)
        : stream_(std::move(socket)), timer_(shared.context), shared_(shared) {}

    // Its requests, one after another. The caller keeps the connection until it has returned.
    asio::awaitable<void> run() {
        error_code no_matter;
        stream_.socket().set_option(tcp::no_delay(true), no_matter);
        while (!shared_.stopping && co_await one_request()) {
        }
        if (upgraded_) co_return;
        stream_.socket().shutdown(tcp::socket::shutdown_send, no_matter);
        co_await drain();
    }

private:
    static constexpr auto idle = 60s;  // without a byte in either direction

    auto token() { return asio::redirect_error(asio::use_awaitable, failure_); }

    // True if another request may follow.
    asio::awaitable<bool> one_request() {
        request_parser parser;
        parser.header_limit(64 << 10);
        parser.body_limit(
            (std::numeric_limits<std::uint64_t>::max)());  // the call has its own limit
        stream_.expires_after(idle);
        co_await http::async_read_header(stream_, buffer_, parser, token());
        if (failure_ == http::error::end_of_stream) co_return false;
        if (failure_ && buffer_.size() == 0) co_return false;

        ++shared_.answering;
        call c(*shared_.calls);
        if (!failure_ && beast::websocket::is_upgrade(parser.get())) {
            socket_opening opening = open_socket(*shared_.calls, received(parser));
            if (opening.handler) {
                co_await serve_socket(parser, std::move(opening));
                shared_.call_ended();
                co_return false;
            }
            c.refuse(opening.status, opening.why);
        } else if (!failure_) {
            c.head(received(parser));
            co_await read_body(c, parser);
        }
        if (failure_) {
            c.refuse(status_of(failure_), "The request could not be read: " + failure_.message());
        }
        const bool keep = !failure_ && parser.is_done() && parser.keep_alive();
        failure_ = {};
        const bool sent = co_await write_answer(c, keep, parser.get().version(),
                                                parser.get().method() == http::verb::head);
        shared_.call_ended();
        co_return sent&& keep;
    }

    asio::awaitable<void> serve_socket(const request_parser& parser, socket_opening opening) {
        upgraded_ = true;
        const beast_socket::request head(parser.get().base());
        const auto socket = make_beast_socket(std::move(stream_), std::move(opening));
        shared_.sockets.insert(socket.get());
        co_await socket->run(head);
        shared_.sockets.erase(socket.get());
    }

    static int status_of(const error_code& why) {
        if (why == http::error::header_limit) return 431;
        if (why == http::error::bad_version) return 505;
        return why == beast::error::timeout ? 408 : 400;
    }

    asio::awaitable<void> read_body(call& c, request_parser& parser) {
        if (view(parser.get()[http::field::expect]) == "100-continue" && !c.answered()) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(stream_, asio::buffer(go_on), token());
        }
        std::vector<char> bytes(parser.is_done() ? 0 : 16 << 10);
        while (!failure_ && !parser.is_done() && !c.answered()) {
            parser.get().body().data = bytes.data();
            parser.get().body().size = bytes.size();
            stream_.expires_after(idle);
            co_await http::async_read_some(stream_, buffer_, parser, token());
            if (failure_ == http::error::need_buffer) failure_ = {};
            c.feed({bytes.data(), bytes.size() - parser.get().body().size});
        }
        c.finish();
    }

    // True if the answer was sent whole.
    asio::awaitable<bool> write_answer(call& c, bool keep, unsigned version, bool of_head) {
        watch();
        bool head_sent = false;
        const bool chunked = version >= 11;
        while (!gone_) {
            c.work(now_ms());
            oaiwire::responder& out = c.out();
            const std::string_view unsent = out.unsent();
            stream_.expires_after(idle);
            if (c.answered() && !head_sent) {
                head_sent = true;
                if (out.body_size()) co_return co_await write_whole(out, keep, version, of_head);
                auto head = head_of<http::empty_body>(out, keep && chunked, version);
                head.chunked(chunked);
                http::response_serializer<http::empty_body> serializer(head);
                co_await http::async_write_header(stream_, serializer, token());
            } else if (!unsent.empty()) {
                const asio::const_buffer bytes(unsent.data(), unsent.size());
                if (chunked) {
                    co_await asio::async_write(stream_, http::make_chunk(bytes), token());
                } else {
                    co_await asio::async_write(stream_, bytes, token());
                }
                out.sent(unsent.size());
            } else if (c.cut()) {
                break;
            } else if (out.ended()) {
                if (chunked) co_await asio::async_write(stream_, http::make_chunk_last(), token());
                end_watch();
                co_return !failure_ && chunked;
            } else {
                co_await wait_until(c.due_ms());
            }
            if (failure_) break;
        }
        c.out().peer_gone();  // the call ends here, with what it still had to say
        stream_.close();
        co_return false;
    }

    asio::awaitable<bool> write_whole(oaiwire::responder& out, bool keep, unsigned version,
                                      bool of_head) {
        auto whole = head_of<http::string_body>(out, keep, version);
        whole.body() = out.unsent();
        whole.prepare_payload();
        if (of_head) {  // its length, without it
            http::response_serializer<http::string_body> serializer(whole);
            co_await http::async_write_header(stream_, serializer, token());
        } else {
            co_await http::async_write(stream_, whole, token());
        }
        end_watch();
        co_return !failure_;
    }

    template <class Body>
    static http::response<Body> head_of(const oaiwire::responder& out, bool keep,
                                        unsigned version) {
        http::response<Body> head;
        head.version(version);
        head.result(static_cast<unsigned>(out.head()->status));
        for (const auto& field : out.head()->headers) head.insert(field.name, field.value);
        head.insert(http::field::date, call::date());
        head.keep_alive(keep);
        return head;
    }

    asio::awaitable<void> wait_until(std::int64_t due_ms) {
        const std::int64_t left = due_ms - now_ms();
        if (left <= 0) {
            co_await asio::post(stream_.get_executor(), asio::use_awaitable);  // others' turn
            co_return;
        }
        timer_.expires_after(std::chrono::milliseconds((std::min)(left, std::int64_t{60'000})));
        co_await timer_.async_wait(token());
        failure_ = {};
    }

    // Notices that the client goes while its answer is produced.
    void watch() {
        stream_.socket().async_wait(
            tcp::socket::wait_read,
            [self = shared_from_this(), answer = ++answers_](const error_code& failed) {
                error_code no_matter;
                if (failed || self->answers_ != answer) return;
                if (self->stream_.socket().available(no_matter) != 0) return;  // the next request
                self->gone_ = true;
                self->timer_.cancel();
            });
    }
    void end_watch() {
        ++answers_;
        error_code no_matter;
        stream_.socket().cancel(no_matter);
    }

    // Takes what the client still sends, for a while: a connection that is closed with unread bytes
    // is reset, and the client may lose the answer.
    asio::awaitable<void> drain() {
        std::vector<char> bytes(16 << 10);
        stream_.expires_after(2s);
        for (int i = 0; i != 1000 && !failure_; ++i) {
            co_await stream_.async_read_some(asio::buffer(bytes), token());
        }
    }

    beast::tcp_stream stream_;
    beast::flat_buffer buffer_{64 << 10};
    asio::steady_timer timer_;
    shared_state& shared_;
    error_code failure_{};
    bool gone_ = false;
    bool upgraded_ = false;  // stream_ is a WebSocket's
    unsigned answers_ = 0;   // begun and ended; which one is watched
};

asio::awaitable<void> accept(tcp::acceptor& acceptor, shared_state& shared) {
    while (acceptor.is_open()) {
        error_code failed;
        tcp::socket socket(shared.context);
        co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, failed));
        if (failed == asio::error::operation_aborted) break;
        if (failed) {  // as when there are too many open files
            asio::steady_timer pause(shared.context, 100ms);
            co_await pause.async_wait(asio::use_awaitable);
            continue;
        }
        const auto made = std::make_shared<connection>(std::move(socket), shared);
        asio::co_spawn(
            shared.context, [made] { return made->run(); }, asio::detached);
    }
}

}  // namespace

void run_beast(service& shared, const listen_options& where,
               const std::function<void(std::uint16_t port)>& ready) {
    rlimit files{};  // one for each connection
    if (getrlimit(RLIMIT_NOFILE, &files) == 0) {
        files.rlim_cur = files.rlim_max;
        setrlimit(RLIMIT_NOFILE, &files);
    }
    shared_state state;
    state.calls = &shared;
    tcp::acceptor acceptor(state.context, {asio::ip::make_address(where.address), where.port});
    acceptor.listen(4096);
    ready(acceptor.local_endpoint().port());

    asio::signal_set ends(state.context, SIGINT, SIGTERM);
    asio::steady_timer patience(state.context);
    ends.async_wait([&](const error_code&, int) {
        state.stopping = true;
        acceptor.close();
        if (state.answering == 0) return state.context.stop();
        for (auto* socket : state.sockets) socket->stop();
        patience.expires_after(5s);
        patience.async_wait([&](const error_code&) { state.context.stop(); });
    });
    asio::co_spawn(state.context, accept(acceptor, state), asio::detached);
    state.context.run();
}

}  // namespace serve
