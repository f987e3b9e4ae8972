// response_payload: reads the body of a plain call's response, or the error in its place.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>

#include <oaiwire/body/payload.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/extra_members.hpp>
#if OAIWIRE_DEFINES
#include <cstddef>
#include <string>
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/glued_error.hpp>
#include <oaiwire/json/text/view.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The name of the list that makes up the response; "" if it has none.
template <class Response>
constexpr std::string_view list_name() {
    if (requires(Response & r) { r.choices; }) return "choices";
    if (requires(Response & r) { r.data; }) return "data";
    if (requires(Response & r) { r.results; }) return "results";
    return "";
}

// Whether a response without such a list has its essential members. True for types of which none is
// known to be essential.
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

// The properties of a type of responses, as chunk_table has those of a chunk.
struct response_table {
    const json::detail::description* described;
    std::string_view list_name;
    choices_table choices;                      // null: no choices
    bool (*has_data)(const void* response);     // null: no `data`
    bool (*has_content)(const void* response);  // for types without a list
    bool tells_failure;                         // a Response, with an error member of its own
    bool keeps_error;                           // another type with one, or a choice of types
    const extra_members* (*extra)(const void* response);
};

// Which members a response must have depends on its type: choices, the list `data`, or, for types
// without a list, the members that has_content() knows.
template <class Response>
constexpr response_table make_response_table() {
    response_table out{};
    out.described = &json::detail::described<Response>();
    out.list_name = list_name<Response>();
    out.tells_failure = requires(Response & r) {
        r.incomplete_details;
    };
    // an alternative may have the member, as the call of an MCP tool
    constexpr bool is_choice = requires(Response & r) {
        r.valueless_by_exception();
    };
    constexpr bool has_error = requires(Response & r) {
        r.error;
    };
    out.keeps_error = is_choice || (has_error && !out.tells_failure);
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

// The table of a type: one constant for the whole program, made at compile time.
template <class Response>
const response_table& response_table_of() {
    static constexpr response_table table = make_response_table<Response>();
    return table;
}

// read_response() for any type. Throws std::bad_alloc.
payload_kind classify_response(std::string_view text, void* response, const response_table& type,
                               error& why, const json::read_options& options, const limits& bounds);

payload_kind read_any_response(std::string_view text, void* response, const response_table& type,
                               error& why, const json::read_options& options, const limits& bounds);

}  // namespace detail

// Reads the body of a response that is not streamed. A [DONE] after it is ignored. `why` is set for
// payload_kind::error (the API's error) and ::invalid (a decode error, or errc::out_of_memory);
// `response` is meaningful for ::value only.
template <class Response>
payload_kind read_response(std::string_view text, Response& response, error& why,
                           const json::read_options& options = json::tolerant,
                           const limits& bounds = {}) {
    return detail::read_any_response(text, &response, detail::response_table_of<Response>(), why,
                                     options, bounds);
}

#if OAIWIRE_DEFINES

namespace detail {

// A response is read in one pass. Only if it lacks its list, or could not be read, is the text
// scanned again to find out what it is.
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
            // a [DONE] behind the body (quirk 25)
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
        // a failed response of the Responses API is a value: it has its own error member
        if (type.tells_failure && json["output"].is_array()) return payload_kind::value;
        // a video, a job or a run that failed
        if (type.keeps_error && json["id"].is_string()) return payload_kind::value;
        // nothing identifies the type of such an object: it is a value unless it reports an error
        // or lacks the essential members
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
        if (list.is_null() && done) return payload_kind::value;  // quirk 118
        // some servers send the list of models without the object around it
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

[[gnu::cold]] OAIWIRE_INLINE payload_kind read_any_response(std::string_view text, void* response,
                                                            const response_table& type, error& why,
                                                            const json::read_options& options,
                                                            const limits& bounds) {
    const auto read = [&] { return classify_response(text, response, type, why, options, bounds); };
    return kind_within_memory(read, why);
}

}  // namespace detail

#endif  // OAIWIRE_DEFINES

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
