// How a stream ended, and what was seen on the way. Knows no events and no types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

enum class stream_end : std::uint8_t {
    open,       // it has not
    complete,   // an event that says it is the last; of chunks with choices, [DONE]
    finished,   // no [DONE], but every choice has a finish_reason and the transport ended cleanly
    truncated,  // neither; what came is a beginning
    empty,      // nothing but blanks and comments came
    api_error,  // the server reported an error
    malformed,  // a payload that cannot be read, or nothing but such as are none of this protocol
    limit,      // a limit was reached, or memory ran out
    cancelled,  // the caller ended it
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

constexpr std::string_view name(stream_end end) {
    return detail::name_in(detail::stream_end_names, end);
}

// Why a payload gave no chunk.
enum class skip_reason : std::uint8_t {
    ignorable,     // nothing for anyone: a ping, {}, null, neither choices nor usage
    invalid,       // not JSON
    unrecognised,  // JSON that is none of this protocol
    after_end,     // came after the stream's end
};

namespace detail {

inline constexpr name_row<skip_reason> skip_reason_names[] = {
    {skip_reason::ignorable, "ignorable"},
    {skip_reason::invalid, "invalid"},
    {skip_reason::unrecognised, "unrecognised"},
    {skip_reason::after_end, "after_end"},
};

}  // namespace detail

constexpr std::string_view name(skip_reason reason) {
    return detail::name_in(detail::skip_reason_names, reason);
}

// The three facts that an end is made of, and what was passed over.
struct stream_statistics {
    bool done_seen = false;              // [DONE]
    bool transport_clean = false;        // the bytes ended where they should
    bool all_finished = false;           // at least one choice, and each has a finish_reason
    bool aborted = false;                // a finish_reason says that the server gave up
    std::size_t chunks = 0;              // delivered
    std::size_t skipped_count = 0;       // payloads that gave no chunk
    std::vector<skip_reason> skipped{};  // the first 64 of them, in order
    std::size_t event_offset = 0;        // in the stream, of the last event: where an error lies
    std::string excerpt{};  // of the first payload that was not recognised or read, bounded
    friend bool operator==(const stream_statistics&, const stream_statistics&) = default;
};

}  // namespace oaiwire::inline v0_2
