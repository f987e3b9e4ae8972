// chunk_traits: what the stream decoder needs to know about each type of chunk.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>

#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/matcher/template_slots.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// Specialised for each chunk type, in <kind>_stream.hpp. For all types:
//     using response = ...;                            the accumulated response
//     static void each_varying(Chunk&, f);             optional: calls f(path, value) for each
//         std::string or std::int64_t that is likely to be the only difference of the next chunk,
//         and f(path, value, varies::seldom) for those that may be, in about their usual order.
//         `path` is its position in the JSON; the value must depend on that position only, and
//         nothing else may depend on it. f.index(path, value): the index of a choice, of which the
//         chunk reports no end. f.full(): whether it takes no more.
// For chunks with choices in addition:
//     using choice = ...;
//     static bool has_output(choice&);                 whether any text is non-empty
//     static bool adopt_message(choice&, bool had_output);  uses a whole `message` sent in place
//         of deltas; false: there is none
//     static void each_text(choice&, f);               f(slot, std::string& piece)
//     static std::string* text_of(choice&, slot);      the text of a slot, created if absent
// For events, which have no choices, instead:
//     static bool recognises(const Event&);            whether the payload is such an event
//     static bool adopt(json_view, Event&);            reads a whole response in place of a stream
//     static stream_end end_of(const Event&);          complete, api_error: the last event;
//                                                      finished: may be the last; otherwise open
//     static bool begins_another(const Event&);        optional: another event must follow
//     static error error_of(const Event&);             the error of an event with end api_error
//     static void each_text(Event&, f);                f(key of the text, std::string& piece)
//
// `Lazy` keeps the library's specialisations templates, so that only functions that are called are
// compiled. Constraints (`template <std::same_as<X> Chunk> struct chunk_traits<Chunk>`) would do
// the same, but g++ 12 gives internal linkage to all such specialisations except the first.
template <class Chunk, class Lazy = void>
struct chunk_traits;

template <class Chunk>
concept choice_chunk = requires(Chunk& c) {
    c.choices;
};

namespace detail {

// Whether an event of an unknown type may be one that was added later. Errors and pings are not.
inline bool is_other_event(const raw_json& event) {
    const auto type = json_view(event.text())["type"].string();
    return type && !type->empty() && *type != "error" && *type != "ping";
}

// Calls f with the counts of `usage`, which some servers send in every chunk.
template <class Chunk, class F>
void each_varying_count(Chunk& chunk, F&& f) {
    if (!chunk.usage) return;
    auto& usage = *chunk.usage;
    const auto count = [&](const char* name, auto& value, varies how) {
        if (value) f({"usage", name}, *value, how);
    };
    count("prompt_tokens", usage.prompt_tokens, varies::seldom);
    count("completion_tokens", usage.completion_tokens, varies::often);
    count("total_tokens", usage.total_tokens, varies::often);
    if (usage.completion_tokens_details) {
        auto& details = *usage.completion_tokens_details;
        const auto detail = [&](const char* name, auto& value) {
            if (value) f({"usage", "completion_tokens_details", name}, *value, varies::seldom);
        };
        detail("reasoning_tokens", details.reasoning_tokens);
        detail("audio_tokens", details.audio_tokens);
        detail("accepted_prediction_tokens", details.accepted_prediction_tokens);
        detail("rejected_prediction_tokens", details.rejected_prediction_tokens);
        detail("text_tokens", details.text_tokens);
    }
    if (usage.prompt_tokens_details) {
        auto& details = *usage.prompt_tokens_details;
        const auto detail = [&](const char* name, auto& value) {
            if (value) f({"usage", "prompt_tokens_details", name}, *value, varies::seldom);
        };
        detail("cached_tokens", details.cached_tokens);
        detail("audio_tokens", details.audio_tokens);
        detail("text_tokens", details.text_tokens);
        detail("image_tokens", details.image_tokens);
        detail("cache_write_tokens", details.cache_write_tokens);
    }
}

// The members of a chunk before its choices.
template <class Chunk, class F>
void each_varying_head(Chunk& chunk, F&& f) {
    if (chunk.id) f({"id"}, *chunk.id, varies::seldom);
    if (chunk.created) f({"created"}, *chunk.created, varies::seldom);
    if (chunk.system_fingerprint) {
        f({"system_fingerprint"}, *chunk.system_fingerprint, varies::seldom);
    }
}

// The index of a choice that comes alone, in turn with others, and has not ended.
template <class Chunk, class F>
void varying_choice(Chunk& chunk, F&& f) {
    if (chunk.choices.size() != 1) return;
    auto& choice = chunk.choices.front();
    if (choice.index && !choice.finish_reason)
        f.index({"choices", std::size_t{0}, "index"}, *choice.index);
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
