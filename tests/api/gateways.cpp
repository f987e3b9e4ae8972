#include <oaiwire/gateways.hpp>
//
#include <support/catch.hpp>

#include <string>

// The header alone is included: all that a program needs for these operations comes with it.
namespace gateways_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

}  // namespace

TEST_CASE("gateways.hpp makes the calls that Atoma and R9S have besides") {
    exchange health(HealthRequest{}, where);
    CHECK(health.request().target == "/health");
    health.head(200, {});
    health.feed(R"({"message":"well"})");
    health.finish();
    CHECK(health.ok());

    exchange proxy(ProxyRequest{.channelid = "7", .target = "a/b"}, where);
    CHECK(proxy.request().target.starts_with("/v1/nextrouter/proxy/7/"));
}

}  // namespace gateways_tests
