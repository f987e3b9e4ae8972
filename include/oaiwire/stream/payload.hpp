// One payload, which is the text of an event or of a whole body: what it is, and its value. Knows
// no framing and no stream.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_view.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/error_payload.hpp>
#include <oaiwire/stream/event_name.hpp>
#include <oaiwire/stream/glued_error.hpp>
#include <oaiwire/stream/readings.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

enum class payload_kind : std::uint8_t {
    value,         // a chunk or response: it was read
    error,         // the server reports an error
    ignorable,     // nothing for anyone: a ping, {}, null, a chunk with neither choices nor usage
    unrecognised,  // JSON that is none of this protocol
    done,          // [DONE]
    multiple,      // several JSON texts, or a list of objects
    invalid,       // not JSON, or of types that cannot be read
};

constexpr std::string_view name(payload_kind kind) {
    constexpr std::array<std::string_view, 7> names{
        "value", "error", "ignorable", "unrecognised", "done", "multiple", "invalid"};
    return names[static_cast<std::size_t>(kind)];
}

// Without a byte order mark, the white space around it, and the second "data:" that some proxies
// write. Of these, strict takes white space only.
inline std::string_view payload_text(std::string_view data, json::read_mode mode = json::tolerant) {
    if (data.size() >= 2 && data.front() == '{' && data.back() == '}') return data;
    const auto trim = [](std::string_view text) {
        constexpr std::string_view space = " \t\r\n";
        text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
        text.remove_suffix(text.size() - (text.find_last_not_of(space) + 1));
        return text;
    };
    if (mode == json::strict) return trim(data);
    if (data.starts_with("\xEF\xBB\xBF")) data.remove_prefix(3);
    data = trim(data);
    return data.starts_with("data:") ? trim(data.substr(5)) : data;
}

// The functions below take text as payload_text() gives it.

// Strict takes no quotes around it.
inline bool is_done(std::string_view text, json::read_mode mode = json::tolerant) {
    return text == "[DONE]" || (mode == json::tolerant && text == "\"[DONE]\"");
}

// Some servers leave out the blank line between events, or write JSON texts one after another: the
// size of the first of them, 0 where there is but one or the first is not JSON. No other is
// checked.
inline std::size_t first_of_several(std::string_view text) {
    constexpr std::string_view marker = "[DONE]";
    const char* const end = text.data() + text.size();
    const char* after = text.data();
    if (text.starts_with(marker)) {
        after += marker.size();
    } else if (text.starts_with('{') || text.starts_with('[')) {
        json_scan::fault ignored;
        after = json_scan::check_value(after, end, json_scan::max_depth, ignored);
        if (!after) return 0;
    }
    const char* const next = json_scan::skip_space(after, end);
    const std::string_view rest(next, static_cast<std::size_t>(end - next));
    const bool more = rest.starts_with('{') || rest.starts_with('[') || rest.starts_with('"') ||
                      rest.starts_with("data:");
    return more ? static_cast<std::size_t>(after - text.data()) : 0;
}

namespace detail {

// Is it a list of objects, as far as its beginning shows?
inline bool is_list(std::string_view text) {
    if (!text.starts_with('[')) return false;
    const char* const end = text.data() + text.size();
    const char* const first = json_scan::skip_space(text.data() + 1, end);
    return first != end && *first == '{';
}

// Strict takes one text.
inline bool is_several(std::string_view text, json::read_mode mode) {
    return mode == json::tolerant && first_of_several(text) != 0;
}

inline payload_kind report(error& to, error known, std::string_view text, const limits& bounds) {
    to = std::move(known);
    std::string repaired;
    read_wait(to, payload_view(text, repaired));
    append_valid_utf8(to.api.body, utf8_prefix(text, bounds.error_body));
    return payload_kind::error;
}

inline json_view view_of(std::string_view text, std::string& repaired, json::read_mode mode) {
    return mode == json::strict ? json_view::checked(text) : payload_view(text, repaired);
}

// A payload with choices may report an error all the same, beside them or in one.
template <class T>
std::optional<error> error_beside_choices(std::string_view text, const T& value) {
    if (!value.extra.empty() && says_something(extra_view(value.extra, "error"))) {
        std::string repaired;
        if (auto known = error_in(payload_view(text, repaired), false)) return known;
    }
    for (const auto& choice : value.choices) {
        if (choice.extra.empty()) continue;
        const json_view e = extra_view(choice.extra, "error");
        if (!e.is_object() || e.empty()) continue;
        error known = make_error(errc::api_error);
        read_error_object(known, e);
        read_stated_status(known, e);
        return known;
    }
    return std::nullopt;
}

// The list that a response is about; "" where it is about none.
template <class Response>
constexpr std::string_view list_name() {
    if (requires(Response & r) { r.choices; }) return "choices";
    if (requires(Response & r) { r.data; }) return "data";
    if (requires(Response & r) { r.results; }) return "results";
    return "";
}

// Of a response that is about no list: is there what it is about? True where nothing is known to
// be.
template <class Response>
bool has_content(const Response& response) {
    if constexpr (requires { response.ciphertext; }) {
        return !response.ciphertext.empty();
    } else if constexpr (requires { response.public_key.empty(); }) {
        return !response.public_key.empty();
    } else if constexpr (requires { response.incomplete_details; }) {
        return !response.output.empty() || response.id || response.status;
    } else if constexpr (requires { response.segments; }) {
        return response.text || response.segments;
    } else {
        return true;
    }
}

// Has a text that was read as T no member at all that could report an error? Only those that T does
// not know do, and `object`.
template <class T>
bool reports_no_error(const T& value) {
    if constexpr (requires { value.object->size(); }) {
        if (value.object && *value.object == "error") return false;
    }
    return value.extra.empty();
}

inline bool says_nothing(json_view json) {
    if (json.is_object() || json.is_array()) {
        return json.empty() || json["type"].text() == "\"ping\"";
    }
    return json.is_null() || json.text() == "\"\"";
}

// What could not be read and is no object of this protocol. Tolerant mode looks for several
// payloads in it, and for an error behind what is no JSON.
inline payload_kind other_text(std::string_view text, json_view json, error& why, error reason,
                               json::read_mode mode, const limits& bounds) {
    if (mode == json::tolerant) {
        if (is_list(json.exists() ? json.text() : text)) return payload_kind::multiple;
        if (json.is_array()) return payload_kind::unrecognised;
        const std::string_view said = json.exists() ? std::string_view() : glued_error(text);
        if (!said.empty()) return report(why, *error_in(json_view(said), true), said, bounds);
    }
    why = std::move(reason);
    return payload_kind::invalid;
}

// read_chunk() and read_response(), but that std::bad_alloc goes through. One pass where it is a
// chunk.
template <choice_chunk Chunk>
payload_kind classify_chunk(std::string_view text, Chunk& chunk, error& why,
                            const json::read_options& options, const limits& bounds, event_name&) {
    if (text.empty()) return payload_kind::ignorable;
    if (is_done(text, options.mode)) return payload_kind::done;
    auto done = json::detail::read_or_throw(text, chunk, options);
    if (done && !chunk.choices.empty()) {
        auto known = error_beside_choices(text, chunk);
        return known ? report(why, *std::move(known), text, bounds) : payload_kind::value;
    }
    if (done && reports_no_error(chunk) && counts_of(chunk).any()) {
        return payload_kind::value;
    }
    if (!done && is_several(text, options.mode)) return payload_kind::multiple;
    std::string repaired;
    const json_view json = view_of(text, repaired, options.mode);
    if (!done && is_several(repaired, options.mode)) return payload_kind::multiple;
    if (json.exists()) {
        const json_view choices = json["choices"];
        const bool alone = !choices.is_array() || choices.empty();
        if (auto known = error_in(json, alone)) {
            return report(why, *std::move(known), text, bounds);
        }
        if (says_nothing(json)) return payload_kind::ignorable;
        if (done) {
            if (counts_of(chunk).any()) return payload_kind::value;
            if constexpr (requires { chunk.moderation; }) {
                if (chunk.moderation) return payload_kind::value;
            }
        }
        // a list that was read and gave nothing has nothing but null
        const bool empty = choices.is_null() || (choices.is_array() && (alone || done));
        if (empty) return payload_kind::ignorable;
        if (!choices.exists() && !json.is_array()) {
            const auto object = json["object"].string();
            const bool chunk_like = object && object->find("completion") != std::string::npos;
            return chunk_like ? payload_kind::ignorable : payload_kind::unrecognised;
        }
    }
    error reason =
        done ? make_error(errc::type_mismatch, "a chunk was due") : std::move(done).error();
    return other_text(text, json, why, std::move(reason), options.mode, bounds);
}

// The same of an event that tells its own kind, in its text or by its name.
template <class Event>
requires(!choice_chunk<Event>) payload_kind
    classify_chunk(std::string_view text, Event& event, error& why,
                   const json::read_options& options, const limits& bounds, event_name& named) {
    using traits = chunk_traits<Event>;
    if (text.empty()) return payload_kind::ignorable;
    if (is_done(text, options.mode)) return payload_kind::done;
    auto done = json::detail::read_or_throw(text, event, options);
    if (!done && is_several(text, options.mode)) return payload_kind::multiple;
    const bool own = done && has_own_type(event);
    if (own && traits::recognises(event)) return payload_kind::value;
    std::string repaired;
    json_view json;
    Event other;
    bool by_name = false;
    if (done && !own && !named.name.empty()) {
        json = view_of(text, repaired, options.mode);
        by_name = read_as(named, json, other, options) && traits::recognises(other);
        if (by_name && has_own_type(other)) {
            event = std::move(other);
            return payload_kind::value;
        }
    }
    std::string typed = std::exchange(named.typed, {});
    if (done && traits::recognises(event)) return payload_kind::value;
    if (!json.exists()) json = view_of(text, repaired, options.mode);
    if (!done && is_several(repaired, options.mode)) return payload_kind::multiple;
    if (json.exists()) {
        if (auto known = error_in(json, true)) {
            return report(why, *std::move(known), text, bounds);
        }
        if (says_nothing(json)) return payload_kind::ignorable;
        if (traits::adopt(json, event)) return payload_kind::value;
        // an event that is not known yet
        if (by_name && is_of_family(other, named.name)) {
            named.typed = std::move(typed);
            event = std::move(other);
            return payload_kind::value;
        }
        if (done && !json.is_array()) return payload_kind::unrecognised;
    }
    error reason =
        done ? make_error(errc::type_mismatch, "an event was due") : std::move(done).error();
    return other_text(text, json, why, std::move(reason), options.mode, bounds);
}

// Reads a text again, with halves of surrogate pairs as they came; false where that fails.
template <class Chunk>
bool read_halves(std::string_view text, Chunk& chunk, json::read_options options) {
    options.lone_surrogates = json_scan::surrogates::keep;
    options.report = nullptr;
    options.memo = nullptr;
    return json::detail::read_or_throw(text, chunk, options).has_value();
}

template <class Response>
payload_kind classify_response(std::string_view text, Response& response, error& why,
                               const json::read_options& options, const limits& bounds) {
    constexpr bool has_choices = requires {
        response.choices;
    };
    constexpr std::string_view list_name = detail::list_name<Response>();
    if (text.empty()) return payload_kind::ignorable;
    if (is_done(text, options.mode)) return payload_kind::done;
    auto done = json::detail::read_or_throw(text, response, options);
    if (!done && options.mode == json::tolerant) {
        if (const std::size_t size = first_of_several(text); size != 0) {
            if (!is_done(payload_text(text.substr(size)))) return payload_kind::multiple;
            text = text.substr(0, size);
            done = json::detail::read_or_throw(text, response, options);
        }
    }
    if constexpr (has_choices) {
        if (done && !response.choices.empty()) {
            auto known = error_beside_choices(text, response);
            return known ? report(why, *std::move(known), text, bounds) : payload_kind::value;
        }
    }
    if constexpr (list_name == "data") {
        if (done && reports_no_error(response) && !response.data.empty()) {
            return payload_kind::value;
        }
    }
    std::string repaired;
    if constexpr (list_name.empty()) {
        if (done) {
            const json_view json = view_of(text, repaired, options.mode);
            if constexpr (requires { response.incomplete_details; }) {
                // it tells itself how it failed, beside what it came to
                if (json["output"].is_array()) return payload_kind::value;
            }
            // nothing marks such an object as its type's: it is one unless it says that it is an
            // error, or has nothing of what it should be about
            const bool bare = !has_content(response);
            auto known = error_in(json, bare);
            if (!known && bare && says_nothing(json)) return payload_kind::ignorable;
            return known ? report(why, *std::move(known), text, bounds) : payload_kind::value;
        }
    }
    const json_view json = view_of(text, repaired, options.mode);
    if (json.exists()) {
        const json_view list = json[list_name];
        if (auto known = error_in(json, !list.is_array())) {
            return report(why, *std::move(known), text, bounds);
        }
        if (list.is_null() && done) return payload_kind::value;
        if constexpr (list_name == "data") {
            // some servers list their models without the object around the list
            if (json.is_array()) {
                const std::string whole = "{\"data\":" + std::string(json.text()) + "}";
                done = json::detail::read_or_throw(whole, response, options);
                if (done) return payload_kind::value;
            }
        }
        if (says_nothing(json)) return payload_kind::ignorable;
        if (!list.is_array()) return payload_kind::unrecognised;
        if (done) return payload_kind::value;
    } else if (options.mode == json::tolerant) {
        const std::string_view said = glued_error(text);
        if (!said.empty()) return report(why, *error_in(json_view(said), true), said, bounds);
    }
    why = std::move(done).error();
    return payload_kind::invalid;
}

}  // namespace detail

// Reads a payload of a stream. `why` is set for payload_kind::error (what the API said) and
// ::invalid (decode, out_of_memory); `chunk` is only meaningful for ::value.
template <class Chunk>
payload_kind read_chunk(std::string_view text, Chunk& chunk, error& why,
                        const json::read_options& options = json::tolerant,
                        const limits& bounds = {}) {
    const auto read = [&] {
        detail::event_name none;
        return detail::classify_chunk(text, chunk, why, options, bounds, none);
    };
    return within_memory(read, [&] {
        why = no_memory();
        return payload_kind::invalid;
    });
}

// Reads the body of a call without streaming, or what may stand there instead. A [DONE] after it is
// passed over. For the rest as read_chunk().
template <class Response>
payload_kind read_response(std::string_view text, Response& response, error& why,
                           const json::read_options& options = json::tolerant,
                           const limits& bounds = {}) {
    const auto read = [&] {
        return detail::classify_response(text, response, why, options, bounds);
    };
    return within_memory(read, [&] {
        why = no_memory();
        return payload_kind::invalid;
    });
}

}  // namespace oaiwire::inline OAIWIRE_ABI
