// What a payload is, decided by its text and its type's table. Knows no framing and no stream.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/error_payload.hpp>
#include <oaiwire/stream/glued_error.hpp>
#include <oaiwire/stream/payload.hpp>
#include <oaiwire/stream/readings.hpp>

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE std::string_view payload_text(std::string_view data, json::read_mode mode) {
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

OAIWIRE_INLINE std::size_t first_of_several(std::string_view text) {
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

OAIWIRE_INLINE bool is_list(std::string_view text) {
    if (!text.starts_with('[')) return false;
    const char* const end = text.data() + text.size();
    const char* const first = json_scan::skip_space(text.data() + 1, end);
    return first != end && *first == '{';
}

// Strict takes one text.
[[gnu::cold]] OAIWIRE_INLINE bool is_several(std::string_view text, json::read_mode mode) {
    return mode == json::tolerant && first_of_several(text) != 0;
}

[[gnu::cold]] OAIWIRE_INLINE payload_kind report(error& to, error known, std::string_view text,
                                                 const limits& bounds) {
    to = std::move(known);
    std::string repaired;
    read_wait(to, payload_view(text, repaired));
    append_valid_utf8(to.api.body, utf8_prefix(text, bounds.error_body));
    return payload_kind::error;
}

[[gnu::cold]] OAIWIRE_INLINE json_view view_of(std::string_view text, std::string& repaired,
                                               json::read_mode mode) {
    return mode == json::strict ? json_view::checked(text) : payload_view(text, repaired);
}

// A payload with choices may report an error all the same, beside them or in one.
[[gnu::cold]] OAIWIRE_INLINE std::optional<error> stated_beside_choices(
    std::string_view text, const void* value, const choices_table& type,
    const extra_members& extra) {
    if (!extra.empty() && says_something(extra_view(extra, "error"))) {
        std::string repaired;
        if (auto known = error_in(payload_view(text, repaired), false)) return known;
    }
    for (std::size_t i = 0; i != type.size(value); ++i) {
        const extra_members& of_choice = type.extra_of(value, i);
        if (of_choice.empty()) continue;
        const json_view e = extra_view(of_choice, "error");
        if (!e.is_object() || e.empty()) continue;
        error known = make_error(errc::api_error);
        read_error_object(known, e);
        read_stated_status(known, e);
        return known;
    }
    return std::nullopt;
}

// Of a value with choices that was read: what it is.
OAIWIRE_INLINE payload_kind kind_of_choices(std::string_view text, const void* value,
                                            const choices_table& type, const extra_members& extra,
                                            error& why, const limits& bounds) {
    bool others = !extra.empty();
    for (std::size_t i = 0; !others && i != type.size(value); ++i) {
        others = !type.extra_of(value, i).empty();
    }
    if (!others) return payload_kind::value;
    auto known = stated_beside_choices(text, value, type, extra);
    return known ? report(why, *std::move(known), text, bounds) : payload_kind::value;
}

[[gnu::cold]] OAIWIRE_INLINE bool says_nothing(json_view json) {
    if (json.is_object() || json.is_array()) {
        return json.empty() || json["type"].text() == "\"ping\"";
    }
    return json.is_null() || json.text() == "\"\"";
}

// What could not be read and is no object of this protocol. Tolerant mode looks for several
// payloads in it, and for an error behind what is no JSON.
[[gnu::cold]] OAIWIRE_INLINE payload_kind other_text(std::string_view text, json_view json,
                                                     error& why, error reason, json::read_mode mode,
                                                     const limits& bounds) {
    if (mode == json::tolerant) {
        if (is_list(json.exists() ? json.text() : text)) return payload_kind::multiple;
        if (json.is_array()) return payload_kind::unrecognised;
        const std::string_view said = json.exists() ? std::string_view() : glued_error(text);
        if (!said.empty()) return report(why, *error_in(json_view(said), true), said, bounds);
    }
    why = std::move(reason);
    return payload_kind::invalid;
}

// Of a text that was not read as a chunk with choices, or has none.
[[gnu::cold]] OAIWIRE_INLINE payload_kind classify_other_chunk(std::string_view text, void* chunk,
                                                               const chunk_table& type, error& why,
                                                               const json::read_options& options,
                                                               const limits& bounds,
                                                               result<void> done) {
    const bool counts = done && type.choices.has_counts(chunk);
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
        if (counts || (done && type.has_moderation(chunk))) return payload_kind::value;
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

// Of a text that was not read as an event with a type of its own.
[[gnu::cold]] OAIWIRE_INLINE payload_kind classify_other_event(std::string_view text, void* event,
                                                               const chunk_table& type, error& why,
                                                               const json::read_options& options,
                                                               const limits& bounds,
                                                               event_name& named, result<void> done,
                                                               bool own) {
    const event_table& of = type.event;
    std::string repaired;
    json_view json;
    any_object other;
    bool by_name = false;
    if (done && !own && !named.name.empty()) {
        json = view_of(text, repaired, options.mode);
        other = make_object(type.object);
        by_name = read_as(named, json, other.get(), *type.described, options) &&
                  of.recognises(other.get());
        if (by_name && of.has_own_type(other.get())) {
            of.move(other.get(), event);
            return payload_kind::value;
        }
    }
    std::string typed = std::exchange(named.typed, {});
    if (done && of.recognises(event)) return payload_kind::value;
    if (!json.exists()) json = view_of(text, repaired, options.mode);
    if (!done && is_several(repaired, options.mode)) return payload_kind::multiple;
    if (json.exists()) {
        if (auto known = error_in(json, true)) {
            return report(why, *std::move(known), text, bounds);
        }
        if (says_nothing(json)) return payload_kind::ignorable;
        if (of.adopt(json, event)) return payload_kind::value;
        // an event that is not known yet
        if (by_name && of.is_of_family(named.name)) {
            named.typed = std::move(typed);
            of.move(other.get(), event);
            return payload_kind::value;
        }
        if (done && !json.is_array()) return payload_kind::unrecognised;
    }
    error reason =
        done ? make_error(errc::type_mismatch, "an event was due") : std::move(done).error();
    return other_text(text, json, why, std::move(reason), options.mode, bounds);
}

OAIWIRE_INLINE payload_kind classify_chunk(std::string_view text, void* chunk,
                                           const chunk_table& type, error& why,
                                           const json::read_options& options, const limits& bounds,
                                           event_name& named) {
    if (text.empty()) return payload_kind::ignorable;
    if (is_done(text, options.mode)) return payload_kind::done;
    auto done = json::detail::read_described(text, chunk, *type.described, options);
    if (type.has_choices()) {
        if (done && type.choices.size(chunk) != 0) {
            return kind_of_choices(text, chunk, type.choices, *type.extra(chunk), why, bounds);
        }
        if (done && type.reports_no_error(chunk) && type.choices.has_counts(chunk)) {
            return payload_kind::value;
        }
        return classify_other_chunk(text, chunk, type, why, options, bounds, std::move(done));
    }
    if (!done && is_several(text, options.mode)) return payload_kind::multiple;
    const bool own = done && type.event.has_own_type(chunk);
    if (own && type.event.recognises(chunk)) return payload_kind::value;
    return classify_other_event(text, chunk, type, why, options, bounds, named, std::move(done),
                                own);
}

[[gnu::cold]] OAIWIRE_INLINE bool read_halves(std::string_view text, void* chunk,
                                              const chunk_table& type, json::read_options options) {
    options.lone_surrogates = json_scan::surrogates::keep;
    options.report = nullptr;
    return json::detail::read_described(text, chunk, *type.described, options).has_value();
}

[[gnu::cold]] OAIWIRE_INLINE payload_kind classify_response(std::string_view text, void* response,
                                                            const response_table& type, error& why,
                                                            const json::read_options& options,
                                                            const limits& bounds) {
    const auto read = [&](std::string_view from) {
        return json::detail::read_described(from, response, *type.described, options);
    };
    if (text.empty()) return payload_kind::ignorable;
    if (is_done(text, options.mode)) return payload_kind::done;
    auto done = read(text);
    if (!done && options.mode == json::tolerant) {
        if (const std::size_t size = first_of_several(text); size != 0) {
            if (!is_done(payload_text(text.substr(size)))) return payload_kind::multiple;
            text = text.substr(0, size);
            done = read(text);
        }
    }
    if (type.choices.size != nullptr && done && type.choices.size(response) != 0) {
        return kind_of_choices(text, response, type.choices, *type.extra(response), why, bounds);
    }
    if (type.has_data != nullptr && done && type.has_data(response)) return payload_kind::value;
    std::string repaired;
    const json_view json = view_of(text, repaired, options.mode);
    if (type.list_name.empty() && done) {
        // it tells itself how it failed, beside what it came to
        if (type.tells_failure && json["output"].is_array()) return payload_kind::value;
        // nothing marks such an object as its type's: it is one unless it says that it is an
        // error, or has nothing of what it should be about
        const bool bare = !type.has_content(response);
        auto known = error_in(json, bare);
        if (!known && bare && says_nothing(json)) return payload_kind::ignorable;
        return known ? report(why, *std::move(known), text, bounds) : payload_kind::value;
    }
    if (json.exists()) {
        const json_view list = json[type.list_name];
        if (auto known = error_in(json, !list.is_array())) {
            return report(why, *std::move(known), text, bounds);
        }
        if (list.is_null() && done) return payload_kind::value;
        // some servers list their models without the object around the list
        if (type.has_data != nullptr && json.is_array()) {
            done = read("{\"data\":" + std::string(json.text()) + "}");
            if (done) return payload_kind::value;
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

[[gnu::cold]] OAIWIRE_INLINE payload_kind read_any_chunk(std::string_view text, void* chunk,
                                                         const chunk_table& type, error& why,
                                                         const json::read_options& options,
                                                         const limits& bounds) {
    const auto read = [&] {
        event_name none;
        return classify_chunk(text, chunk, type, why, options, bounds, none);
    };
    return within_memory(read, [&] {
        why = no_memory();
        return payload_kind::invalid;
    });
}

[[gnu::cold]] OAIWIRE_INLINE payload_kind read_any_response(std::string_view text, void* response,
                                                            const response_table& type, error& why,
                                                            const json::read_options& options,
                                                            const limits& bounds) {
    const auto read = [&] { return classify_response(text, response, type, why, options, bounds); };
    return within_memory(read, [&] {
        why = no_memory();
        return payload_kind::invalid;
    });
}

}  // namespace detail

}  // namespace oaiwire::inline v0_2
