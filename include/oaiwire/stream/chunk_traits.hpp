// chunk_traits: what the stream decoder needs to know about each type of chunk.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string_view>

#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// Specialised for each chunk type, in <kind>_stream.hpp. For all types:
//     using response = ...;                            the accumulated response
//     static void each_varying(Chunk&, f);             optional: calls f(path, value) for each
//         std::string or std::int64_t that is likely to be the only difference of the next chunk.
//         `path` is its position in the JSON; the value must depend on that position only, and
//         nothing else may depend on it.
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
    if (chunk.usage->completion_tokens) {
        f({"usage", "completion_tokens"}, *chunk.usage->completion_tokens);
    }
    if (chunk.usage->total_tokens) f({"usage", "total_tokens"}, *chunk.usage->total_tokens);
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
