// The conformance suite for transports (conformance/conformance.hpp) as tests of Catch2, with the
// rules for TLS:
//
//     TEST_CASE("mine conforms") {
//         oaiwire::conformance::run([](const std::string& ca_file) { return my_transport(ca_file);
//         },
//                                   {.reuse = false, .tls = true});
//     }
//
// Build tests/support/fault_server.cpp (with OAIWIRE_TEST_TLS and libssl for TLS) and define
// OAIWIRE_TEST_FAULT_SERVER as its path, a string; else the server runs in the test's process. For
// Windows, run it on the same machine, set OAIWIRE_TEST_FAULT_PORTS to its first line, and link
// ws2_32.
#pragma once

#include <string>
#include <utility>

#include <support/catch.hpp>
#include <support/fault_server.hpp>

#include "conformance/conformance.hpp"
#if !defined(_WIN32)
#include "conformance/tls.hpp"
#endif

namespace oaiwire::conformance {
namespace detail {

// Tells Catch2 what was found.
inline void tell(const report& found) {
    CHECK(found.findings().size() > 4);
    for (const auto& f : found.findings()) {
        INFO(f.form << ": " << f.rule << " (" << f.basis << "): " << f.seen
                    << "; server: " << in_quotes(f.server));
        CHECK((f.how == verdict::kept || f.how == verdict::skipped));
        if (f.how == verdict::skipped) WARN(f.rule << ": " << f.seen);
    }
}

}  // namespace detail

// Tests the transports that `make` creates; call it inside a TEST_CASE.
template <class Make>
void run(Make make, const traits& claims = {}) {
    options o;
    o.claims = claims;
    std::vector<detail::group> more;
#if !defined(_WIN32)
    if (claims.tls) more.push_back(detail::tls);
#endif
    detail::tell(examine(std::move(make), o, more));
}

}  // namespace oaiwire::conformance
