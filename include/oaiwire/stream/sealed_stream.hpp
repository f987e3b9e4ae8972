// Streams of Atoma's confidential operations: the traits of their events, and their accumulator.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/types/confidential.hpp>

namespace oaiwire { inline namespace v0_2 {

// The events have a ciphertext and nothing to read before it is decrypted (confidential/). The end
// marker is encrypted as well: without the key, any event may be the last, and so each is
// `finished`.
template <class Lazy>
struct chunk_traits<ConfidentialComputeResponse, Lazy> {
    using response = ConfidentialComputeResponse;

    static bool recognises(const ConfidentialComputeResponse& event) {
        return !event.ciphertext.empty();
    }
    // a whole response has the same type as an event
    static bool adopt(json_view, ConfidentialComputeResponse&) { return false; }
    static stream_end end_of(const ConfidentialComputeResponse&) { return stream_end::finished; }
    static error error_of(const ConfidentialComputeResponse&) { return {}; }
    template <class F>
    static void each_text(ConfidentialComputeResponse&, F&&) {}
};

// Keeps the last event: the response can be accumulated only after decryption.
template <class Lazy>
class accumulator<ConfidentialComputeResponse, Lazy>
    : public detail::accumulator_base<accumulator<ConfidentialComputeResponse, Lazy>,
                                      ConfidentialComputeResponse, ConfidentialComputeResponse> {
    using base = detail::accumulator_base<accumulator<ConfidentialComputeResponse, Lazy>,
                                          ConfidentialComputeResponse, ConfidentialComputeResponse>;
    friend base;

public:
    using base::base;

private:
    using base::response_;

    // each event replaces the one before, so that nothing accumulates
    static std::size_t bytes_of(const ConfidentialComputeResponse&) { return 0; }
    errc add_chunk(const ConfidentialComputeResponse& event) {
        response_ = event;
        return errc::ok;
    }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
