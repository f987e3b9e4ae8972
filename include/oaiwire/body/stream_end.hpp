// How a call or stream ended (stream_end), and the statistics of a stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// How a call or stream ended. `complete` and `finished` are successes.
enum class stream_end : std::uint8_t {
    open,       // it has not ended
    complete,   // the last event came; for chunks with choices, [DONE]
    finished,   // no [DONE], but every choice has a finish_reason and the transport ended cleanly
    truncated,  // neither: the response is incomplete
    empty,      // no payload came
    api_error,  // the server reported an error
    malformed,  // a payload could not be read, or none was of this protocol
    limit,      // a limit was reached, or memory ran out
    cancelled,  // cancelled by the caller
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

// The name of the end ("truncated").
constexpr std::string_view name(stream_end end) {
    return detail::name_in(detail::stream_end_names, end);
}

// Why a payload was not delivered as a chunk.
enum class skip_reason : std::uint8_t {
    ignorable,     // without content: a ping, {}, null, neither choices nor usage
    invalid,       // not JSON
    unrecognised,  // JSON that is not of this protocol
    after_end,     // came after the end of the stream
};

namespace detail {

inline constexpr name_row<skip_reason> skip_reason_names[] = {
    {skip_reason::ignorable, "ignorable"},
    {skip_reason::invalid, "invalid"},
    {skip_reason::unrecognised, "unrecognised"},
    {skip_reason::after_end, "after_end"},
};

}  // namespace detail

// The name of the reason ("after_end").
constexpr std::string_view name(skip_reason reason) {
    return detail::name_in(detail::skip_reason_names, reason);
}

// What was seen of a stream: the facts that decide how it ended, and the skipped payloads.
struct stream_statistics {
    bool done_seen = false;              // [DONE] came
    bool transport_clean = false;        // the transport reported the end of the body
    bool all_finished = false;           // there are choices, and each has a finish_reason
    bool aborted = false;                // is_aborted() of a finish_reason
    std::size_t chunks = 0;              // delivered chunks
    std::size_t skipped_count = 0;       // payloads that were not delivered
    std::vector<skip_reason> skipped{};  // the reasons for the first 64 of them, in order
    std::size_t event_offset = 0;        // of the last event, in bytes of the stream
    std::string
        excerpt{};  // of the first payload that was not recognised or read, up to limits::excerpt
    friend bool operator==(const stream_statistics&, const stream_statistics&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
