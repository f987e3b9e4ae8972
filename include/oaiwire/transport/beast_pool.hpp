// Connections over Boost.Asio 1.74 or newer and their TLS settings, shared by a transport's calls.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <utility>  // Asio 1.74 uses std::exchange without including it

#include <oaiwire/core/macros_pause.hpp>

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/error.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/strand.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/version.hpp>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

static_assert(BOOST_VERSION >= 107400, "oaiwire: Boost 1.74 or newer is needed");

namespace oaiwire { inline namespace v0_2 {

// Options of beast_transport and beast_async_transport. TLS always verifies: to trust a private
// authority, name it.
struct beast_options {
    std::string ca_file{};              // PEM file of the authorities to trust; "": the system's
    std::size_t idle_connections = 16;  // kept open for later calls
    // Used: head (65,000 at most), headers, trailers, chunk_extensions.
    oaiwire::limits limits{};
};

namespace detail {

// A connection, its buffers and its strand: all of its handlers run there. Owned by one call at a
// time, or by the pool.
struct beast_connection {
    using tcp = boost::asio::ip::tcp;
    using strand_type = boost::asio::strand<boost::asio::any_io_executor>;
    static constexpr std::size_t piece = std::size_t{64} << 10;  // bytes read or written at once

    explicit beast_connection(const boost::asio::any_io_executor& executor)
        : strand(executor), socket(strand) {}

    // Whether the kept connection is open and has nothing to read. Unexpected bytes could be taken
    // for the response to the next request.
    bool usable() {
        boost::system::error_code ec;
        char byte = 0;
        socket.non_blocking(true, ec);
        if (ec) return false;
        socket.receive(boost::asio::buffer(&byte, 1), tcp::socket::message_peek, ec);
        return ec == boost::asio::error::would_block || ec == boost::asio::error::try_again;
    }

    bool secure() const { return origin.scheme == "https"; }
    // http or https, without user info in the host.
    bool valid_origin() const {
        return (secure() || origin.scheme == "http") && origin.host.find('@') == std::string::npos;
    }
    // For the resolver and the certificate: an IPv6 address without its brackets.
    std::string bare_host() const {
        const auto& host = origin.host;
        return host.starts_with('[') && host.ends_with(']') ? host.substr(1, host.size() - 2)
                                                            : host;
    }

    strand_type strand;
    http::origin origin{};
    tcp::socket socket;
    std::shared_ptr<boost::asio::ssl::context> context{};  // of tls, which refers to it
    // Set once an https connection is connected.
    std::optional<boost::asio::ssl::stream<tcp::socket&>> tls{};
    boost::beast::flat_buffer input{};                    // received, not parsed yet
    std::vector<char> output = std::vector<char>(piece);  // a piece of a decoded body
};

// The idle connections and TLS settings of one transport. Thread-safe.
class beast_pool {
public:
    // `owned`: the context of the executor, if the pool is to keep it alive.
    beast_pool(boost::asio::any_io_executor executor, beast_options options,
               std::shared_ptr<void> owned = nullptr)
        : owned_(std::move(owned)), executor_(std::move(executor)), options_(std::move(options)) {}

    const beast_options& options() const { return options_; }

    // An idle connection to that origin, the one used last first, or a new one that is not
    // connected yet. Those that are no longer usable are dropped.
    std::unique_ptr<beast_connection> take(const http::origin& origin) {
        const std::lock_guard guard(lock_);
        while (true) {
            const auto found = std::find_if(idle_.rbegin(), idle_.rend(),
                                            [&](const auto& c) { return c->origin == origin; });
            if (found == idle_.rend()) break;
            auto connection = std::move(*found);
            idle_.erase(std::next(found).base());
            if (connection->usable()) return connection;
        }
        auto fresh = std::make_unique<beast_connection>(executor_);
        fresh->origin = origin;
        return fresh;
    }

    // Keeps the connection for later calls; closes the oldest one above the limit.
    void give_back(std::unique_ptr<beast_connection> connection) {
        const std::lock_guard guard(lock_);
        idle_.push_back(std::move(connection));
        if (idle_.size() > options_.idle_connections) idle_.erase(idle_.begin());
    }

    // The TLS context, made at the first call. Null if it cannot be set up.
    std::shared_ptr<boost::asio::ssl::context> tls() {
        namespace ssl = boost::asio::ssl;
        const std::lock_guard guard(lock_);
        if (tls_) return tls_;
        auto made = std::make_shared<ssl::context>(ssl::context::tls_client);
        boost::system::error_code ec;
        made->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 |
                              ssl::context::no_sslv3 | ssl::context::no_tlsv1 |
                              ssl::context::no_tlsv1_1,
                          ec);
        if (!ec) made->set_verify_mode(ssl::verify_peer, ec);
        if (!ec && options_.ca_file.empty()) made->set_default_verify_paths(ec);
        if (!ec && !options_.ca_file.empty()) made->load_verify_file(options_.ca_file, ec);
        if (!ec) tls_ = std::move(made);
        return tls_;
    }

private:
    std::shared_ptr<void> owned_;  // first member: destroyed last
    boost::asio::any_io_executor executor_;
    beast_options options_;
    std::mutex lock_{};
    std::shared_ptr<boost::asio::ssl::context> tls_{};       // null until the first https call
    std::vector<std::unique_ptr<beast_connection>> idle_{};  // the one used last at the end
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
