// stream_end: how a stream ended, and its statistics.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// How a stream ended.
enum class stream_end : std::uint8_t {
    open,       // not ended yet
    complete,   // its last event was received; for chunks with choices, [DONE]
    finished,   // no [DONE], but every choice has a finish_reason and the transport ended properly
    truncated,  // neither: the output is incomplete
    empty,      // only blank lines and comments were received
    api_error,  // the server reported an error
    malformed,  // an unreadable payload, or no payload of this protocol
    limit,      // a limit was exceeded, or memory ran out
    cancelled,  // by the caller
};

namespace detail {

inline constexpr name_row<stream_end> stream_end_names[] = {
    {stream_end::open, "open"},           {stream_end::complete, "complete"},
    {stream_end::finished, "finished"},   {stream_end::truncated, "truncated"},
    {stream_end::empty, "empty"},         {stream_end::api_error, "api_error"},
    {stream_end::malformed, "malformed"}, {stream_end::limit, "limit"},
    {stream_end::cancelled, "cancelled"},
};

}  // namespace detail

// The name of the enumerator.
constexpr std::string_view name(stream_end end) {
    return detail::name_in(detail::stream_end_names, end);
}

// Why a payload yielded no chunk.
enum class skip_reason : std::uint8_t {
    ignorable,     // without meaning: a ping, {}, null, neither choices nor usage
    invalid,       // not JSON
    unrecognised,  // JSON of another protocol
    after_end,     // after the end of the stream
};

namespace detail {

inline constexpr name_row<skip_reason> skip_reason_names[] = {
    {skip_reason::ignorable, "ignorable"},
    {skip_reason::invalid, "invalid"},
    {skip_reason::unrecognised, "unrecognised"},
    {skip_reason::after_end, "after_end"},
};

}  // namespace detail

// The name of the enumerator.
constexpr std::string_view name(skip_reason reason) {
    return detail::name_in(detail::skip_reason_names, reason);
}

// The facts that determine the end of a stream, and counters.
struct stream_statistics {
    bool done_seen = false;              // [DONE] was received
    bool transport_clean = false;        // the transport reported a proper end
    bool all_finished = false;           // at least one choice, and each has a finish_reason
    bool aborted = false;                // a finish_reason says that the server gave up
    std::size_t chunks = 0;              // number of chunks delivered
    std::size_t skipped_count = 0;       // number of payloads without a chunk
    std::vector<skip_reason> skipped{};  // reasons for the first 64 of them
    // offset of the last event in the stream; with an error, of its event
    std::size_t event_offset = 0;
    std::string excerpt{};  // start of the first unrecognised or unreadable payload
    friend bool operator==(const stream_statistics&, const stream_statistics&) = default;
};

}  // namespace oaiwire::inline v0_2
