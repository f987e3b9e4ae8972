#include <oaiwire/websocket/close_code.hpp>

#include <support/catch.hpp>

#include <cstdint>

namespace close_code_tests {

using namespace oaiwire::websocket;

TEST_CASE("codes that a close frame may carry are those of RFC 6455, 7.4 and of IANA's registry") {
    for (int code = 0; code != 65536; ++code) {
        const bool registered = (code >= 1000 && code <= 1014) && code != 1004 &&
                                code != close_code::none && code != close_code::lost;
        const bool application = code >= 3000 && code < 5000;
        CHECK(is_sendable(static_cast<std::uint16_t>(code)) == (registered || application));
    }
}

}  // namespace close_code_tests
