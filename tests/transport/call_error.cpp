#include <oaiwire/transport/call_error.hpp>

#include <support/catch.hpp>

namespace call_error_tests {

using oaiwire::errc;
using oaiwire::detail::call_error;

TEST_CASE("the error of a call names the server, without user info, and says why") {
    CHECK(to_string(call_error({"http", "user:secret@host", 81}, errc::send_failed)) ==
          "send_failed: host:81: the request could not be sent");
    CHECK(to_string(call_error({"http", "[::1]", 80}, errc::send_failed, "no route")) ==
          "send_failed: [::1]:80: no route");
}

}  // namespace call_error_tests
