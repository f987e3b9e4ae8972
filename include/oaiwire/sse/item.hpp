// What a decoder hands out, and what it is asked for. Knows no decoder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2::sse {

enum class item_kind : std::uint8_t { message, retry, comment, field };

// What next() hands out. The views last until the next call of next(), feed(), finish(), consume()
// or reset(), and no longer than the bytes that were fed.
struct item {
    item_kind kind = item_kind::message;
    std::string_view event{};  // message: the event type, "" where the default, "message", applies;
                               // field: the unknown field's name
    std::string_view data{};   // message: its data; comment: its text; field: its value
    std::string_view id{};     // message: the last event ID
    std::uint64_t retry = 0;   // retry: milliseconds
    std::size_t offset = 0;    // in the whole stream, a BOM included. message: of the first line
                               // that is an event, data or id field of it; others: of the line
};

// What next() hands out beside messages.
struct reports {
    bool retries = false;
    bool comments = false;
    bool unknown_fields = false;
};

}  // namespace oaiwire::inline v0_2::sse
