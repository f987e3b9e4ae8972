// The conformance suite of transports: whatever models http::transport, the library's adapters or
// yours, carries the same calls to a server that does every wrong thing on purpose. Knows the
// concepts of http/transport.hpp only, never a stack.
//
// To put a transport of your own through it, with Catch2 (2.13 or 3):
//
//     #include <transport/conformance.hpp>   // tests/ and include/ are on the include path
//
//     TEST_CASE("mine conforms") {
//         conformance::run([](const std::string& ca_file) { return my_transport(ca_file); },
//                          {.reuse = false, .tls = true});
//     }
//
// The function makes a transport, many times; with `ca_file` not empty it trusts the authorities in
// that PEM file besides. What the traits deny is left out: the defaults are what the library's
// adapters do. A pull_transport is put through twice, by send() and by open().
// conformance/streams.hpp has run_streams(), which does the same with the client's streams on top.
// Build tests/support/fault_server.cpp (with OAIWIRE_TEST_TLS and libssl for the TLS group) and
// define OAIWIRE_TEST_FAULT_SERVER as its path, a string. Linux and other POSIX systems.
#pragma once

#include <memory>
#include <string>

#include <oaiwire/http/transport.hpp>

#include "conformance/call.hpp"
#include "conformance/ends.hpp"
#include "conformance/faults.hpp"
#include "conformance/messages.hpp"
#include "conformance/tls.hpp"
#include "conformance/uploads.hpp"

namespace conformance {
namespace detail {

inline void all(const subject& s) {
    requests(s);
    uploads(s);
    responses(s);
    cuts(s);
    connections(s);
    handlers(s);
    stops(s);
    timeouts(s);
    early_ends(s);
    bad_responses(s);
    if (s.claims.tls) tls(s);
}

}  // namespace detail

// Puts what `make` makes through the suite, inside a TEST_CASE.
template <class Make>
void run(Make make, const traits& claims = {}) {
    using transport = decltype(make(std::string{}));
    static_assert(http::transport<transport>);
    const auto pushing = [&](const std::string& ca_file) {
        return std::make_unique<detail::pushed<transport>>(make, ca_file);
    };
    SECTION("send") {
        detail::all({pushing, claims});
    }
    if constexpr (http::pull_transport<transport>) {
        const auto pulling = [&](const std::string& ca_file) {
            return std::make_unique<detail::pulled<transport>>(make, ca_file);
        };
        SECTION("open") {
            detail::all({pulling, claims});
            detail::bodies<transport>(make);
        }
    }
}

}  // namespace conformance
