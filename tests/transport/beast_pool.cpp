#include <oaiwire/transport/beast_pool.hpp>
//
#include <support/catch.hpp>

#include <boost/asio/io_context.hpp>

#include <string>
#include <utility>

namespace beast_pool_tests {

using namespace oaiwire;
using detail::beast_connection;
using detail::beast_pool;

namespace {

beast_connection to(boost::asio::io_context& context, std::string scheme, std::string host) {
    beast_connection c(context.get_executor());
    c.origin = {std::move(scheme), std::move(host), 1};
    return c;
}

}  // namespace

TEST_CASE("beast: a connection knows its origin, and invalid origins are rejected") {
    boost::asio::io_context context;
    CHECK(to(context, "https", "h").secure());
    CHECK_FALSE(to(context, "http", "h").secure());
    CHECK(to(context, "http", "h").valid_origin());
    CHECK_FALSE(to(context, "ftp", "h").valid_origin());
    CHECK_FALSE(to(context, "https", "user@h").valid_origin());
    CHECK(to(context, "http", "[::1]").bare_host() == "::1");
    CHECK(to(context, "http", "127.0.0.1").bare_host() == "127.0.0.1");
}

TEST_CASE("beast: a closed connection is not reused") {
    boost::asio::io_context context;
    beast_pool pool(context.get_executor(), {});
    const http::origin origin{"http", "h", 1};
    auto first = pool.take(origin);
    CHECK(first->origin == origin);
    CHECK_FALSE(first->usable());
    first->input.commit(first->input.prepare(3).size());  // distinguishes it from a new one
    pool.give_back(std::move(first));
    const auto next = pool.take(origin);
    CHECK(next->origin == origin);
    CHECK(next->input.size() == 0);
}

TEST_CASE("beast: unreadable CA certificates disable TLS rather than trusting others") {
    boost::asio::io_context context;
    beast_pool wrong(context.get_executor(), {.ca_file = "/nonexistent/authorities.pem"});
    CHECK(wrong.tls() == nullptr);
    beast_pool usual(context.get_executor(), {});
    const auto tls = usual.tls();
    REQUIRE(tls != nullptr);
    CHECK(tls == usual.tls());
    CHECK(SSL_CTX_get_verify_mode(tls->native_handle()) == SSL_VERIFY_PEER);
}

}  // namespace beast_pool_tests
