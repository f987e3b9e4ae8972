// chunk_payload: reads one payload of a stream as a chunk, an event, or the error in its place.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>

#include <oaiwire/body/payload.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/known_head.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/event_name.hpp>
#if OAIWIRE_DEFINES
#include <string>
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/glued_error.hpp>
#include <oaiwire/json/text/view.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// read_chunk() for any type: `chunk` is an object of that type. Takes one pass if the text is a
// chunk; other texts are scanned again to find out what they are. Throws std::bad_alloc. `named`:
// the event's SSE name, which gives the type of an event that states none; named.typed is set if it
// did. `head`: as of read_behind_head(), or null.
payload_kind classify_chunk(std::string_view text, void* chunk, const chunk_table& type,
                            boxed_error& why, const json::read_options& options,
                            const limits& bounds, event_name& named,
                            json::detail::known_head* head = nullptr);

// The same, with errc::out_of_memory in place of the exception.
payload_kind read_any_chunk(std::string_view text, void* chunk, const chunk_table& type, error& why,
                            const json::read_options& options, const limits& bounds);
// Reads a text again, with lone surrogates kept. False if that fails.
bool read_halves(std::string_view text, void* chunk, const chunk_table& type,
                 json::read_options options);

}  // namespace detail

// Reads a payload of a stream. `why` is set for payload_kind::error (the API's error) and ::invalid
// (a decode error, or errc::out_of_memory); `chunk` is meaningful for ::value only.
template <class Chunk>
payload_kind read_chunk(std::string_view text, Chunk& chunk, error& why,
                        const json::read_options& options = json::tolerant,
                        const limits& bounds = {}) {
    return detail::read_any_chunk(text, &chunk, detail::chunk_table_of<Chunk>(), why, options,
                                  bounds);
}

#if OAIWIRE_DEFINES

namespace detail {

[[gnu::cold]] OAIWIRE_INLINE payload_kind report_in(boxed_error& why, error known,
                                                    std::string_view text, const limits& bounds) {
    error whole;
    const payload_kind kind = report(whole, std::move(known), text, bounds);
    why.set(std::move(whole));
    return kind;
}

// The kind of a text that was not read and is no object of this protocol. Tolerant mode looks for
// several payloads in it, and for an error after incomplete JSON.
[[gnu::cold]] OAIWIRE_INLINE payload_kind other_text(std::string_view text, json_view json,
                                                     boxed_error& why, error reason,
                                                     json::read_mode mode, const limits& bounds) {
    if (mode == json::tolerant) {
        if (is_list(json.exists() ? json.text() : text)) return payload_kind::multiple;
        if (json.is_array()) return payload_kind::unrecognised;
        const std::string_view said = json.exists() ? std::string_view() : glued_error(text);
        if (!said.empty()) return report_in(why, *error_in(json_view(said), true), said, bounds);
    }
    why.set(std::move(reason));
    return payload_kind::invalid;
}

// The kind of a text that is no chunk with choices. `done`: the result of reading it into `chunk`.
// In this order: several payloads, an error, nothing, a chunk without choices (quirk 44), and
// another protocol's object (quirk 46).
[[gnu::cold]] OAIWIRE_INLINE payload_kind
classify_other_chunk(std::string_view text, void* chunk, const chunk_table& type, boxed_error& why,
                     const json::read_options& options, const limits& bounds, result<void> done) {
    const bool counts = done && type.choices.has_counts(chunk);
    if (!done && is_several(text, options.mode)) return payload_kind::multiple;
    std::string repaired;
    const json_view json = view_of(text, repaired, options.mode);
    if (!done && is_several(repaired, options.mode)) return payload_kind::multiple;
    if (json.exists()) {
        const json_view choices = json["choices"];
        // without choices, `message` and the like may be an error
        const bool alone = !choices.is_array() || choices.empty();
        if (auto known = error_in(json, alone)) {
            return report_in(why, *std::move(known), text, bounds);
        }
        if (says_nothing(json)) return payload_kind::ignorable;
        if (counts || (done && type.has_moderation(chunk))) return payload_kind::value;
        // a list that was read without choices has null elements only
        const bool empty = choices.is_null() || (choices.is_array() && (alone || done));
        if (empty) return payload_kind::ignorable;
        if (!choices.exists() && !json.is_array()) {
            // an object of this protocol, although it has no choices
            const auto object = json["object"].string();
            const bool chunk_like = object && object->find("completion") != std::string::npos;
            return chunk_like ? payload_kind::ignorable : payload_kind::unrecognised;
        }
    }
    error reason =
        done ? make_error(errc::type_mismatch, "a chunk was due") : std::move(done).error();
    return other_text(text, json, why, std::move(reason), options.mode, bounds);
}

// The kind of a text that was not read as an event of a stated type. `own`: it states a type that
// is known, but its event was not recognised. If it states none, it is read again as the type that
// its SSE name gives.
[[gnu::cold]] OAIWIRE_INLINE payload_kind
classify_other_event(std::string_view text, void* event, const chunk_table& type, boxed_error& why,
                     const json::read_options& options, const limits& bounds, event_name& named,
                     result<void> done, bool own) {
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
    // set again only if the event is taken by its name
    std::string typed = std::exchange(named.typed, {});
    if (done && of.recognises(event)) return payload_kind::value;
    if (!json.exists()) json = view_of(text, repaired, options.mode);
    if (!done && is_several(repaired, options.mode)) return payload_kind::multiple;
    if (json.exists()) {
        if (auto known = error_in(json, true)) {
            return report_in(why, *std::move(known), text, bounds);
        }
        if (says_nothing(json)) return payload_kind::ignorable;
        if (of.adopt(json, event)) return payload_kind::value;
        // an event of a type that may be added later
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

// The kind of a chunk with choices: unknown members may be an error.
[[gnu::noinline]] OAIWIRE_INLINE payload_kind classify_others(std::string_view text,
                                                              const void* chunk,
                                                              const chunk_table& type,
                                                              boxed_error& why,
                                                              const limits& bounds) {
    error found;
    const auto kind = kind_of_choices(text, chunk, type.choices, *type.extra(chunk), found, bounds);
    why.set(std::move(found));
    return kind;
}

OAIWIRE_INLINE payload_kind classify_chunk(std::string_view text, void* chunk,
                                           const chunk_table& type, boxed_error& why,
                                           const json::read_options& options, const limits& bounds,
                                           event_name& named, json::detail::known_head* head) {
    // quirk 5
    if (text.empty()) return payload_kind::ignorable;
    if (is_done(text, options.mode)) return payload_kind::done;
    auto done = head != nullptr
                    ? json::detail::read_behind_head(text, chunk, *type.described, options,
                                                     type.choices.position, *head)
                    : json::detail::read_described(text, chunk, *type.described, options);
    if (type.has_choices()) {
        if (done && type.choices.only(chunk).choice != nullptr) return payload_kind::value;
        if (done && type.choices.size(chunk) != 0) {
            return classify_others(text, chunk, type, why, bounds);
        }
        // a chunk with usage only: no second look
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
    options.lone_surrogates = json::surrogates::keep;
    options.report = nullptr;
    return json::detail::read_described(text, chunk, *type.described, options).has_value();
}

[[gnu::cold]] OAIWIRE_INLINE payload_kind read_any_chunk(std::string_view text, void* chunk,
                                                         const chunk_table& type, error& why,
                                                         const json::read_options& options,
                                                         const limits& bounds) {
    const auto read = [&] {
        event_name none;
        boxed_error box;
        const auto kind = classify_chunk(text, chunk, type, box, options, bounds, none);
        if (!box.there()) return kind;
        why = box.take();
        return why.code == errc::out_of_memory ? payload_kind::invalid : kind;
    };
    return kind_within_memory(read, why);
}

}  // namespace detail

#endif  // OAIWIRE_DEFINES

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
