// The conformance suite for streamed calls (conformance/streams.hpp) as tests of Catch2.
#pragma once

#include <utility>

#include "conformance.hpp"
#include "conformance/streams.hpp"

namespace oaiwire::conformance {

// Tests a client over the transports that `make` creates under server faults; call it inside a
// TEST_CASE.
template <class Make>
void run_streams(Make make, const traits& claims = {}) {
    options o;
    o.claims = claims;
    detail::tell(examine_streams(std::move(make), o));
}

}  // namespace oaiwire::conformance
