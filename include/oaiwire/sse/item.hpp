// item: what sse::decoder returns.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse {

// What an item is.
enum class item_kind : std::uint8_t { message, retry, comment, field };

// A message or another part of an event stream. The views are valid until the next call of a
// non-const function of the decoder, and no longer than the bytes that were fed.
struct item {
    item_kind kind = item_kind::message;  // which of the members below are set
    std::string_view event{};             // message: the event type, "" for the default, "message";
                                          // field: the name of the unknown field
    std::string_view data{};              // message: its data; comment: its text; field: its value
    std::string_view id{};                // message: the last event ID
    std::uint64_t retry = 0;              // retry: milliseconds
    std::size_t offset = 0;  // in the whole stream, a BOM included. message: of its first event,
                             // data or id line; others: of the line
};

// Which kinds of items decoder::next() returns beside messages.
struct reports {
    bool retries = false;         // item_kind::retry
    bool comments = false;        // item_kind::comment
    bool unknown_fields = false;  // item_kind::field
};

// Bytes that were fed and not interpreted yet, for a reader that recognises events by their bytes.
struct lookahead {
    std::string_view bytes{};     // empty where such a reader must not accept any; valid until the
                                  // next call of a non-const function of the decoder
    std::size_t offset = 0;       // of the first of these bytes, in the whole stream
    std::size_t event_read = 0;   // bytes of the event before them; 0: they begin at an event
                                  // boundary; else within the value of the event's first line
    std::size_t event_limit = 0;  // of the whole event, framing included, by limits::event
};

}}}  // namespace oaiwire::v0_2::sse

#include <oaiwire/core/macros_end.hpp>
