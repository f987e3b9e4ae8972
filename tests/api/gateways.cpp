#include <oaiwire/gateways.hpp>
//
#include <support/catch.hpp>

#include <string>

// Only this header is included: it must bring everything for its operations.
namespace gateways_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

}  // namespace

TEST_CASE("gateways.hpp is enough for the additional operations of Atoma and R9S") {
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
