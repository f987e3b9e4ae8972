// Conformance suite for transports: any model of http::transport, of the library or of yours,
// executes the same calls to a server that misbehaves on purpose. Uses only the concepts of
// http/transport.hpp.
//
// To test a transport of your own, with Catch2 (2.13 or 3):
//
//     #include <transport/conformance.hpp>   // tests/ and include/ are on the include path
//
//     TEST_CASE("mine conforms") {
//         conformance::run([](const std::string& ca_file) { return my_transport(ca_file); },
//                          {.reuse = false, .tls = true});
//     }
//
// The function creates a transport and is called many times; if `ca_file` is not empty, the
// transport must also trust the authorities in that PEM file. Tests of capabilities that the traits
// deny are skipped; the defaults are those of the library's adapters. A pull_transport is tested
// twice, with send() and with open(). run_streams() in conformance/streams.hpp does the same with
// streamed client calls.
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
#include "conformance/uploads.hpp"
#if !defined(_WIN32)  // the certificates are made by a shell
#include "conformance/tls.hpp"
#endif

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
#if !defined(_WIN32)
    if (s.claims.tls) tls(s);
#endif
}

}  // namespace detail

// Tests the transports that `make` creates; call it inside a TEST_CASE.
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
