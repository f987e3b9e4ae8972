// Finds an error object appended to incomplete text in the same payload: a proxy writes it when its
// upstream breaks off in the middle of an event.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire::inline v0_2::detail {

// Whether an object starts with a member that only error objects start with.
inline bool begins_like_error(std::string_view object) {
    const char* p = object.data();
    const char* const end = p + object.size();
    const auto take = [&](std::initializer_list<std::string_view> tokens) {
        const char* from = p;
        for (const std::string_view token : tokens) {
            from = json::detail::skip_space(from, end);
            const std::string_view rest(from, static_cast<std::size_t>(end - from));
            if (!rest.starts_with(token)) return false;
            from += token.size();
        }
        return true;
    };
    return take({"{", "\"error\"", ":"}) || take({"{", "\"type\"", ":", "\"error\""}) ||
           take({"{", "\"object\"", ":", "\"error\""});
}

// Whether an event or a line could start after `before`, where a proxy writes.
inline bool ends_where_events_begin(std::string_view before) {
    const std::size_t last = before.find_last_not_of(" \t");
    if (last == std::string_view::npos) return true;
    before = before.substr(0, last + 1);
    return before.ends_with('\n') || before.ends_with('\r') || before.ends_with("data:");
}

// Returns the JSON text of the error in a payload that is not JSON, or "". The error starts a line,
// follows "data:", or starts like an error object. Takes linear time. `from`: the first possible
// offset.
inline std::string_view glued_error(std::string_view payload, std::size_t from = 1) {
    // rejected text is examined repeatedly, up to this total
    std::size_t room = 8 * payload.size();
    const char* const end = payload.data() + payload.size();
    for (std::size_t at = payload.find('{', from); at < payload.size();
         at = payload.find('{', at + 1)) {
        const std::string_view object = payload.substr(at);
        const bool like_error = begins_like_error(object);
        if (!like_error && !ends_where_events_begin(payload.substr(0, at))) continue;
        json::detail::fault fault;
        const char* after = json::detail::check_value(object.data(), end, json::max_depth, fault);
        const auto looked = static_cast<std::size_t>((after ? after : fault.at) - object.data());
        const std::string_view text = object.substr(0, looked);
        if (after && error_in(json_view(text), true)) return text;
        if (looked >= room) break;
        room -= looked;
    }
    return {};
}

// Returns the error of an event named "error".
inline error error_of_event(std::string_view text, const limits& bounds) {
    const bool whole = json_view::checked(text).exists();
    const std::string_view said = whole ? text : glued_error(text, 0);
    return error_of_body(said.empty() ? text : said, 0, bounds);
}

}  // namespace oaiwire::inline v0_2::detail
