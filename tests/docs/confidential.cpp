// The code of docs/confidential.md, compiled and run where Botan is installed.
#ifdef OAIWIRE_TEST_BOTAN
#include "harness.hpp"

#include <oaiwire/confidential/botan.hpp>
#include <oaiwire/transport/curl.hpp>

namespace docs_tests {

TEST_CASE("the confidential call of docs/confidential.md says why it cannot be made") {
    const oaiwire::endpoint where{.base_url = "http://127.0.0.1:9/v1",
                                  .retry = oaiwire::retry_policy::none()};
    const auto& request = hello;
    const captured_output out;

    // [confidential]
    oaiwire::confidential_client api{oaiwire::curl_transport{}, where, oaiwire::botan_crypto{}};
    auto stream = api.stream(request);
    for (const auto& chunk : stream) std::cout << oaiwire::text(chunk) << std::flush;
    if (!stream.ok()) std::cerr << to_string(stream.error()) << '\n';
    if (api.statistics().last.nonce_reused) std::cerr << "the node used a nonce twice\n";
    // [/confidential]

    CHECK(stream.error().code == oaiwire::errc::connect_failed);
    CHECK(out.text().empty());
}

}  // namespace docs_tests
#endif
