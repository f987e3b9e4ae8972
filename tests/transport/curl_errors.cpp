#include <oaiwire/transport/curl_errors.hpp>
//
#include <support/catch.hpp>

namespace curl_errors_tests {

using namespace oaiwire;

TEST_CASE("curl: a proxy is shown as host and port, without credentials") {
    using detail::proxy_of;
    CHECK(proxy_of("http://user:pw@proxy.example:3128/") == "proxy.example:3128");
    CHECK(proxy_of("user:p@s/s?#w@proxy.example:3128") == "proxy.example:3128");
    CHECK(proxy_of("socks5h://user@[::1]:1080") == "[::1]:1080");
    CHECK(proxy_of("proxy") == "proxy");
    for (const char* none : {"", "http://", "user:pw@", "a b:1", "http://u:p@%31:1"}) {
        CHECK(proxy_of(none) == "");
    }
}

TEST_CASE("curl: the meaning of an error depends on how far its call got") {
    using detail::curl_meaning;
    CHECK(curl_meaning(CURLE_RECV_ERROR, true, false) == errc::connect_failed);
    CHECK(curl_meaning(CURLE_RECV_ERROR, false, false) == errc::receive_failed);
    CHECK(curl_meaning(CURLE_RECV_ERROR, false, true) == errc::closed_early);
    CHECK(curl_meaning(CURLE_OUT_OF_MEMORY, true, false) == errc::transport_failed);
    CHECK(curl_meaning(CURLE_OUT_OF_MEMORY, false, false) == errc::limit_exceeded);
    CHECK(curl_meaning(CURLE_FTP_ACCEPT_FAILED, false, false) == errc::transport_failed);
}

}  // namespace curl_errors_tests
