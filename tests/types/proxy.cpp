#include <oaiwire/types/proxy.hpp>
//
#include <support/catch.hpp>

namespace proxy_tests {

using namespace oaiwire;

TEST_CASE("a proxy request has arbitrary members") {
    ProxyRequest request{.channelid = "7", .target = "chat"};
    request.extra.set("model", "m");
    CHECK(request.extra.text() == R"("model":"m")");
    CHECK(request.channelid.text() == "7");
}

}  // namespace proxy_tests
