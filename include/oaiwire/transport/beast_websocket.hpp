// WebSocket connections over Boost.Asio 1.74 or newer: any number on one thread, blocking or
// polled.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <utility>  // Asio 1.74 uses std::exchange without including it

#include <oaiwire/core/macros_pause.hpp>

#include <boost/asio/buffer.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/transport/beast_pool.hpp>
#include <oaiwire/transport/websocket_streams.hpp>
#include <oaiwire/transport/websocket_task.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The connections of a beast_websocket_transport. All handlers run in step().
class beast_websocket_pool final : public websocket_pool {
public:
    explicit beast_websocket_pool(beast_options options)
        : work_(context_.get_executor()), shared_(context_.get_executor(), std::move(options)) {}
    ~beast_websocket_pool() override { end_all(); }

    boost::asio::io_context& context() { return context_; }
    std::shared_ptr<boost::asio::ssl::context> tls() { return shared_.tls(); }

private:
    std::shared_ptr<websocket_task> make_task() override;
    bool step(std::int64_t longest_ms) override {
        context_.restart();
        if (context_.poll() != 0) return true;
        return longest_ms > 0 && context_.run_one_for(std::chrono::milliseconds(longest_ms)) != 0;
    }
    void wake() noexcept override {
        const auto interrupt = [this] { boost::asio::post(context_, [] {}); };
        within_memory(interrupt, [] {});
    }

    boost::asio::io_context context_{1};
    boost::asio::executor_work_guard<boost::asio::io_context::executor_type> work_;
    beast_pool shared_;  // the TLS settings; its connections are not used
};

// Memory of one operation of Asio's at a time, used again for the next.
class beast_memory {
public:
    void* take(std::size_t size) {
        if (taken_ || size > sizeof bytes_) return ::operator new(size);
        taken_ = true;
        return bytes_;
    }
    void give(void* at) noexcept {
        if (at != bytes_) return ::operator delete(at);
        taken_ = false;
    }

private:
    alignas(std::max_align_t) std::byte bytes_[1024];
    bool taken_ = false;
};

// The allocator of an operation.
template <class T>
struct beast_allocator {
    using value_type = T;

    explicit beast_allocator(beast_memory& m) noexcept : memory(&m) {}
    template <class U>
    beast_allocator(const beast_allocator<U>& other) noexcept : memory(other.memory) {}
    T* allocate(std::size_t n) { return static_cast<T*>(memory->take(n * sizeof(T))); }
    void deallocate(T* at, std::size_t) noexcept { memory->give(at); }
    template <class U>
    bool operator==(const beast_allocator<U>& other) const noexcept {
        return memory == other.memory;
    }

    beast_memory* memory;
};

// A connection: resolve, connect, handshake of TLS, then reading and writing side by side. Pending
// handlers own it.
class beast_websocket_task final : public websocket_task,
                                   public std::enable_shared_from_this<beast_websocket_task> {
public:
    explicit beast_websocket_task(beast_websocket_pool& pool)
        : websocket_task(pool), pool_(pool), resolver_(pool.context()), socket_(pool.context()) {}
    ~beast_websocket_task() override { wipe(output_); }

private:
    using tcp = boost::asio::ip::tcp;
    using error_code = boost::system::error_code;
    static constexpr std::size_t piece = std::size_t{16} << 10;         // bytes read at once
    static constexpr std::size_t most_written = std::size_t{64} << 10;  // at once

    // Calls f(task, ...), unless the task has ended. Owns the task, and so the memory.
    template <class F>
    struct handler_of {
        using allocator_type = beast_allocator<char>;

        allocator_type get_allocator() const noexcept { return allocator_type(*memory); }
        template <class... Results>
        void operator()(Results&&... results) const {
            if (self->ended()) return;
            within_memory([&] { f(*self, results...); }, [&] { self->fail(errc::out_of_memory); });
        }

        std::shared_ptr<beast_websocket_task> self;
        beast_memory* memory;
        F f;
    };
    template <class F>
    handler_of<F> handler(beast_memory& memory, F f) {
        return {shared_from_this(), &memory, std::move(f)};
    }

    void connect() override {
        const auto& to = request().origin;
        bare_host_ = to.host.starts_with('[') && to.host.ends_with(']')
                         ? to.host.substr(1, to.host.size() - 2)
                         : to.host;
        const bool known = to.scheme == "https" || to.scheme == "http";
        if (!known || to.host.find('@') != std::string::npos) return fail(errc::invalid_url);
        resolver_.async_resolve(
            bare_host_, std::to_string(to.port),
            handler(read_memory_, [](auto& self, error_code ec, const auto& found) {
                if (ec) return self.fail(errc::resolve_failed, ec.message());
                self.connect_to(found);
            }));
    }

    template <class Endpoints>
    void connect_to(const Endpoints& found) {
        boost::asio::async_connect(
            socket_, found, handler(read_memory_, [](auto& self, error_code ec, const auto&) {
                if (ec) return self.fail(errc::connect_failed, ec.message());
                error_code ignored;
                self.socket_.set_option(tcp::no_delay(true), ignored);
                self.socket_.set_option(boost::asio::socket_base::keep_alive(true), ignored);
                if (self.request().origin.scheme == "https") return self.secure();
                self.begin();
            }));
    }

    void secure() {
        namespace ssl = boost::asio::ssl;
        context_ = pool_.tls();
        if (!context_) return fail(errc::tls_failed, "the authorities' certificates are no good");
        tls_.emplace(socket_, *context_);
        error_code ec;
        boost::asio::ip::make_address(bare_host_, ec);
        const bool named = static_cast<bool>(ec);  // no address: RFC 6066 wants names only
        if (named && SSL_set_tlsext_host_name(tls_->native_handle(), bare_host_.c_str()) != 1) {
            return fail(errc::tls_failed);
        }
        tls_->set_verify_mode(ssl::verify_peer, ec);
        if (!ec) tls_->set_verify_callback(ssl::host_name_verification(bare_host_), ec);
        if (ec) return fail(errc::tls_failed);
        tls_->async_handshake(ssl::stream_base::client,
                              handler(read_memory_, [](auto& self, error_code failed) {
                                  if (failed) return self.fail(errc::tls_failed, failed.message());
                                  self.begin();
                              }));
    }

    void begin() {
        ready();
        resume();
    }

    void resume() override {
        if (ended() || !is_ready()) return;
        write();
        read();
    }

    void read() {
        if (ended() || reading_ || !wants_bytes()) return;
        reading_ = true;
        auto done = handler(read_memory_, [](auto& self, error_code ec, std::size_t size) {
            self.reading_ = false;
            if (size != 0) self.received({self.input_.data(), size});
            if (ec && !self.ended()) return self.no_more(ec);
            self.resume();
        });
        if (tls_) {
            tls_->async_read_some(boost::asio::buffer(input_), std::move(done));
        } else {
            socket_.async_receive(boost::asio::buffer(input_), std::move(done));
        }
    }

    void no_more(error_code why) {
        const bool cut = why == boost::asio::ssl::error::stream_truncated;
        if (cut || why == boost::asio::error::eof) return finished();
        fail(errc::receive_failed, why.message());
    }

    // What is written is a copy: the codec may move its bytes meanwhile.
    void write() {
        if (ended() || writing_ || unsent().empty()) return;
        output_.assign(unsent().substr(0, most_written));
        writing_ = true;
        auto done = handler(write_memory_, [](auto& self, error_code ec, std::size_t size) {
            self.writing_ = false;
            wipe(self.output_);  // the handshake has a key
            // the peer may have said why
            if (ec) return self.write_failed();
            self.sent(size);
            self.resume();
        });
        const auto bytes = boost::asio::buffer(output_);
        if (tls_) {
            boost::asio::async_write(*tls_, bytes, std::move(done));
        } else {
            boost::asio::async_write(socket_, bytes, std::move(done));
        }
    }

    // What the peer sent before it closed can still be read, and says why.
    void write_failed() {
        writing_ = true;  // no more of it
        if (!wants_bytes()) return fail(errc::send_failed);
        read();
    }

    void disconnect() noexcept override {
        error_code ignored;
        resolver_.cancel();
        socket_.close(ignored);
    }

    beast_websocket_pool& pool_;  // outlived only by tasks that have ended
    tcp::resolver resolver_;
    tcp::socket socket_;
    std::string bare_host_{};                               // an IPv6 address without its brackets
    std::shared_ptr<boost::asio::ssl::context> context_{};  // of tls_
    std::optional<boost::asio::ssl::stream<tcp::socket&>> tls_{};
    beast_memory read_memory_{};
    beast_memory write_memory_{};
    std::array<char, piece> input_{};
    std::string output_{};
    bool reading_ = false;
    bool writing_ = false;
};

inline std::shared_ptr<websocket_task> beast_websocket_pool::make_task() {
    return std::make_shared<beast_websocket_task>(*this);
}

}  // namespace detail

// Models http::duplex_transport and http::polled_duplex_transport. Runs its own io_context on the
// calling thread. Movable; the transport and its connections may be used from any thread, by one at
// a time. Whatever waits serves all connections of the transport.
//
// No proxy is used. A connection ends on time even while the system's resolver hangs, but the
// transport's destructor waits for the resolver.
class beast_websocket_transport : public detail::websocket_transport {
public:
    explicit beast_websocket_transport(beast_options options = {}) {
        pool_ = std::make_shared<detail::beast_websocket_pool>(std::move(options));
    }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
