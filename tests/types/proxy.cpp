#include <oaiwire/types/proxy.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace proxy_tests {

using namespace oaiwire;
using support::json_of;
using support::rewritten;

TEST_CASE("a proxy request is written as its extra members only") {
    ProxyRequest request{.channelid = "7", .target = "chat"};
    CHECK(json_of(request) == "{}");
    CHECK(request.extra.set("model", "m") == errc::ok);
    CHECK(json_of(request) == R"({"model":"m"})");
}

TEST_CASE("a proxy request may have extra members named like its path parameters") {
    const char* const text = R"({"target":"x","model":"m","channelid":7})";
    CHECK(rewritten<ProxyRequest>(text) == text);
}

}  // namespace proxy_tests
