#include <oaiwire/transport/winhttp_errors.hpp>
//
#include <support/catch.hpp>

namespace winhttp_errors_tests {

using oaiwire::errc;
using oaiwire::detail::winhttp_meaning;
using oaiwire::detail::winhttp_place;
using oaiwire::detail::winhttp_tls_reason;

TEST_CASE("winhttp: errors are described by the same codes as with other transports") {
    constexpr auto connecting = winhttp_place::connecting;
    constexpr auto receiving = winhttp_place::receiving;
    CHECK(winhttp_meaning(ERROR_WINHTTP_NAME_NOT_RESOLVED, connecting) == errc::resolve_failed);
    CHECK(winhttp_meaning(ERROR_WINHTTP_CANNOT_CONNECT, connecting) == errc::connect_failed);
    CHECK(winhttp_meaning(ERROR_WINHTTP_SECURE_FAILURE, connecting) == errc::tls_failed);
    CHECK(winhttp_meaning(0x80090326, connecting) == errc::tls_failed);  // of SChannel
    CHECK(winhttp_meaning(10061, connecting) == errc::connect_failed);   // of Windows Sockets
    CHECK(winhttp_meaning(ERROR_WINHTTP_TIMEOUT, connecting) == errc::connect_timeout);
    CHECK(winhttp_meaning(ERROR_WINHTTP_CONNECTION_ERROR, connecting) == errc::connect_failed);
    CHECK(winhttp_meaning(ERROR_WINHTTP_CONNECTION_ERROR, winhttp_place::sending) ==
          errc::send_failed);
    CHECK(winhttp_meaning(ERROR_WINHTTP_CONNECTION_ERROR, winhttp_place::waiting) ==
          errc::closed_early);
    CHECK(winhttp_meaning(ERROR_WINHTTP_CONNECTION_ERROR, receiving) == errc::closed_early);
    CHECK(winhttp_meaning(10054, receiving) == errc::closed_early);
    CHECK(winhttp_meaning(ERROR_WINHTTP_TIMEOUT, receiving) == errc::idle_timeout);
    CHECK(winhttp_meaning(ERROR_WINHTTP_TIMEOUT, winhttp_place::waiting) ==
          errc::first_byte_timeout);
    CHECK(winhttp_meaning(ERROR_WINHTTP_INVALID_SERVER_RESPONSE, receiving) ==
          errc::invalid_framing);
    CHECK(winhttp_meaning(ERROR_WINHTTP_HEADER_SIZE_OVERFLOW, receiving) == errc::limit_exceeded);
    CHECK(winhttp_meaning(ERROR_NOT_ENOUGH_MEMORY, receiving) == errc::out_of_memory);
    CHECK(winhttp_meaning(ERROR_WINHTTP_INTERNAL_ERROR, receiving) == errc::transport_failed);
}

TEST_CASE("winhttp: the reason why a certificate was refused is said") {
    CHECK(winhttp_tls_reason(0).empty());
    CHECK(winhttp_tls_reason(WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA) ==
          "the authority is not trusted");
    CHECK(winhttp_tls_reason(WINHTTP_CALLBACK_STATUS_FLAG_CERT_CN_INVALID) ==
          "the certificate is for another name");
    CHECK(!winhttp_tls_reason(WINHTTP_CALLBACK_STATUS_FLAG_CERT_DATE_INVALID).empty());
}

}  // namespace winhttp_errors_tests
