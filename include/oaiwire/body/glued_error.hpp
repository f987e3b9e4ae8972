// Finds an error that a proxy appended to an incomplete event when its upstream broke off, as in
// `data: {"choices":[{"delta":{"conten{"error":{"message":"timeout"}}`.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether an object begins with a member with which only errors begin.
inline bool begins_like_error(std::string_view object) {
    const char* p = object.data();
    const char* const end = p + object.size();
    const auto take = [&](const char* tokens) {
        const char* from = p;
        for (std::string_view left = tokens; !left.empty();) {
            const std::string_view token = take_item(left, ' ');
            from = json::detail::skip_space(from, end);
            const std::string_view rest(from, static_cast<std::size_t>(end - from));
            if (!rest.starts_with(token)) return false;
            from += token.size();
        }
        return true;
    };
    return take("{ \"error\" :") || take("{ \"type\" : \"error\"") ||
           take("{ \"object\" : \"error\"");
}

// Whether a line or an event may begin after `before`.
inline bool ends_where_events_begin(std::string_view before) {
    const std::size_t last = before.find_last_not_of(" \t");
    if (last == std::string_view::npos) return true;
    before = before.substr(0, last + 1);
    return before.ends_with('\n') || before.ends_with('\r') || before.ends_with("data:");
}

// The JSON text of the error in a payload that is not JSON, a view into it; "" if there is none.
// The error begins a line, follows "data:", or begins with a member that only errors have. `from`:
// the first offset at which it may begin. Takes linear time.
inline std::string_view glued_error(std::string_view payload, std::size_t from = 1) {
    // bytes that may be checked: rejected candidates overlap, which must not take quadratic time
    std::size_t room = 8 * payload.size();
    const char* const end = payload.data() + payload.size();
    for (std::size_t at = payload.find('{', from); at < payload.size();
         at = payload.find('{', at + 1)) {
        const std::string_view object = payload.substr(at);
        const bool like_error = begins_like_error(object);
        if (!like_error && !ends_where_events_begin(payload.substr(0, at))) continue;
        json::detail::fault fault;
        const char* after = json::detail::check_value(object.data(), end, json::max_depth, fault);
        // up to the fault if it is not JSON
        const auto looked = static_cast<std::size_t>((after ? after : fault.at) - object.data());
        const std::string_view text = object.substr(0, looked);
        if (after && error_in(json_view(text), true)) return text;
        if (looked >= room) break;
        room -= looked;
    }
    return {};
}

// The error of an event that is named `error`.
inline error error_of_event(std::string_view text, const limits& bounds) {
    const bool whole = json_view::checked(text).exists();
    const std::string_view said = whole ? text : glued_error(text, 0);
    return error_of_body(said.empty() ? text : said, 0, bounds);
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
