// WebSocket connections over Boost.Beast, after the request that asked for them.
#pragma once

#include <cstdint>
#include <memory>
#include <utility>  // Asio 1.74 uses std::exchange without including it

#include <boost/asio/awaitable.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>

#include "socket.hpp"

namespace serve {

// A connection whose messages go to a handler.
class beast_socket {
public:
    beast_socket() = default;
    beast_socket(const beast_socket&) = delete;
    beast_socket& operator=(const beast_socket&) = delete;
    virtual ~beast_socket() = default;

    using request = boost::beast::http::request<boost::beast::http::empty_body>;
    // Accepts the request and serves until the connection has ended.
    virtual boost::asio::awaitable<void> run(const request& head) = 0;
    // Closes it with code 1001, "going away". run() returns soon.
    virtual void stop() = 0;
};

// Takes the connection over.
std::shared_ptr<beast_socket> make_beast_socket(boost::beast::tcp_stream stream,
                                                socket_opening opening);

}  // namespace serve
