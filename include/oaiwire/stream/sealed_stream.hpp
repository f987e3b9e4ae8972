// Streams of sealed events, as Atoma's confidential operations send them. Knows no cryptography:
// what an event says is for confidential/ to open.
#pragma once

#include <concepts>
#include <utility>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/types/confidential.hpp>

namespace oaiwire::inline v0_2 {

// Whether more is due is sealed too: to who cannot open them, such a stream may end after any
// event.
template <std::same_as<ConfidentialComputeResponse> Chunk>
struct chunk_traits<Chunk> {
    using response = ConfidentialComputeResponse;

    static bool recognises(const ConfidentialComputeResponse& event) {
        return !event.ciphertext.empty();
    }
    static bool adopt(json_view, ConfidentialComputeResponse&) { return false; }
    static stream_end end_of(const ConfidentialComputeResponse&) { return stream_end::finished; }
    static error error_of(const ConfidentialComputeResponse&) { return {}; }
    template <class F>
    static void each_text(ConfidentialComputeResponse&, F&&) {}
};

// The last event: what several add up to is known once they are opened.
template <std::same_as<ConfidentialComputeResponse> Chunk>
class accumulator<Chunk> {
public:
    explicit accumulator(const limits& = {}) {}
    errc add(const ConfidentialComputeResponse& event) {
        return within_memory([&] {
            response_ = event;
            return errc::ok;
        });
    }
    const ConfidentialComputeResponse& response() const { return response_; }
    ConfidentialComputeResponse take() { return std::exchange(response_, {}); }
    void clear() { response_ = {}; }

private:
    ConfidentialComputeResponse response_{};
};

}  // namespace oaiwire::inline v0_2
