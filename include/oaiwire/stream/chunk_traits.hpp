// chunk_traits: what the stream machinery needs to know of each kind of chunk.
#pragma once

#include <concepts>
#include <cstdint>
#include <string_view>

#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline v0_2 {

// Specialised for each chunk type, in <kind>_stream.hpp. Of every kind:
//     using response = ...;                            what the chunks of a stream add up to
//     static void each_varying(Chunk&, f);             optional: calls f(path, value) for each
//         std::string or std::int64_t that is likely to differ in the next chunk while all else
//         stays. `path` is where in the JSON it was read from; reading must have taken it from
//         there alone, and must not depend on it.
//     leads_to                                         optional: the list, and the member of its
//         first element, in which successive chunks differ first
// A chunk with choices has in addition:
//     using choice = ...;
//     static bool has_output(choice&);                 is any of its texts not empty?
//     static bool adopt_message(choice&, bool had_output);  takes a whole `message` that was sent
//     in
//         place of deltas; false: there is none
//     static void each_text(choice&, f);               f(slot, std::string& piece)
//     static std::string* text_of(choice&, slot);      the text of a slot, made where absent
// An event, which has no choices, has instead:
//     static bool recognises(const Event&);            whether what was read is such an event
//     static bool adopt(json_view, Event&);            takes a whole response in place of a stream
//     static stream_end end_of(const Event&);          complete, api_error: it is the last;
//                                                      finished: none need follow; else open
//     static bool begins_another(const Event&);        optional: an event must follow it
//     static error error_of(const Event&);             of an event whose end is api_error
//     static void each_text(Event&, f);                f(key of the text, std::string& piece)
template <class Chunk>
struct chunk_traits;

template <class Chunk>
concept choice_chunk = requires(Chunk& c) {
    c.choices;
};

namespace detail {

// Whether an event of no known type is one of a type that may be added later. Errors and pings are
// not.
inline bool is_other_event(const raw_json& event) {
    const auto type = json_view(event.text())["type"].string();
    return type && !type->empty() && *type != "error" && *type != "ping";
}

// The counts of `usage`, which some servers send in every chunk.
template <class Chunk, class F>
void each_varying_count(Chunk& chunk, F&& f) {
    if (!chunk.usage) return;
    if (chunk.usage->completion_tokens) {
        f({"usage", "completion_tokens"}, *chunk.usage->completion_tokens);
    }
    if (chunk.usage->total_tokens) f({"usage", "total_tokens"}, *chunk.usage->total_tokens);
}

}  // namespace detail

}  // namespace oaiwire::inline v0_2
