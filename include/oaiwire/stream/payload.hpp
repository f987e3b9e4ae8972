// One payload, which is the text of an event or of a whole body: what it is, and its value. Knows
// no framing and no stream.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/stream/event_name.hpp>

namespace oaiwire::inline v0_2 {

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
std::string_view payload_text(std::string_view data, json::read_mode mode = json::tolerant);

// The functions below take text as payload_text() gives it.

// Strict takes no quotes around it.
inline bool is_done(std::string_view text, json::read_mode mode = json::tolerant) {
    return text == "[DONE]" || (mode == json::tolerant && text == "\"[DONE]\"");
}

// Some servers leave out the blank line between events, or write JSON texts one after another: the
// size of the first of them, 0 where there is but one or the first is not JSON. No other is
// checked.
std::size_t first_of_several(std::string_view text);

namespace detail {

// Is it a list of objects, as far as its beginning shows?
bool is_list(std::string_view text);

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

// What is to be known of the type of a response, as chunk_table says it of a chunk.
struct response_table {
    const json::detail::description* described;
    std::string_view list_name;
    choices_table choices;                      // null: it has none
    bool (*has_data)(const void* response);     // null: it is about no data
    bool (*has_content)(const void* response);  // of one that is about no list
    bool tells_failure;                         // it tells itself how it failed
    const extra_members* (*extra)(const void* response);
};

template <class Response>
constexpr response_table make_response_table() {
    response_table out{};
    out.described = &json::detail::described<Response>();
    out.list_name = list_name<Response>();
    out.tells_failure = requires(Response & r) {
        r.incomplete_details;
    };
    if constexpr (requires(Response & r) { r.choices; }) {
        out.choices = choices_in<Response>();
        out.extra = [](const void* r) { return &static_cast<const Response*>(r)->extra; };
    } else if constexpr (requires(Response & r) { r.data; }) {
        out.has_data = [](const void* r) {
            const auto& response = *static_cast<const Response*>(r);
            return reports_no_error(response) && !response.data.empty();
        };
    } else if constexpr (list_name<Response>().empty()) {
        out.has_content = [](const void* r) {
            return has_content(*static_cast<const Response*>(r));
        };
    }
    return out;
}

template <class Response>
const response_table& response_table_of() {
    static constexpr response_table table = make_response_table<Response>();
    return table;
}

// read_chunk() and read_response(), but that std::bad_alloc goes through. One pass where it is a
// chunk.
payload_kind classify_chunk(std::string_view text, void* chunk, const chunk_table& type, error& why,
                            const json::read_options& options, const limits& bounds,
                            event_name& named);
payload_kind classify_response(std::string_view text, void* response, const response_table& type,
                               error& why, const json::read_options& options, const limits& bounds);

payload_kind read_any_chunk(std::string_view text, void* chunk, const chunk_table& type, error& why,
                            const json::read_options& options, const limits& bounds);
payload_kind read_any_response(std::string_view text, void* response, const response_table& type,
                               error& why, const json::read_options& options, const limits& bounds);

// Reads a text again, with halves of surrogate pairs as they came; false where that fails.
bool read_halves(std::string_view text, void* chunk, const chunk_table& type,
                 json::read_options options);

}  // namespace detail

// Reads a payload of a stream. `why` is set for payload_kind::error (what the API said) and
// ::invalid (decode, out_of_memory); `chunk` is only meaningful for ::value.
template <class Chunk>
payload_kind read_chunk(std::string_view text, Chunk& chunk, error& why,
                        const json::read_options& options = json::tolerant,
                        const limits& bounds = {}) {
    return detail::read_any_chunk(text, &chunk, detail::chunk_table_of<Chunk>(), why, options,
                                  bounds);
}

// Reads the body of a call without streaming, or what may stand there instead. A [DONE] after it is
// passed over. For the rest as read_chunk().
template <class Response>
payload_kind read_response(std::string_view text, Response& response, error& why,
                           const json::read_options& options = json::tolerant,
                           const limits& bounds = {}) {
    return detail::read_any_response(text, &response, detail::response_table_of<Response>(), why,
                                     options, bounds);
}

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES
#include <oaiwire/stream/payload_rules.hpp>
#endif
