// Reads the complete body of a response that is not streamed, or of an error response.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/body/answer_head.hpp>
#include <oaiwire/body/response_payload.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#if OAIWIRE_DEFINES
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// How to read the body of an operation's response.
struct answer_table {
    const response_table& (*response)();  // how to recognise its JSON
    // Takes a body that is the response itself, such as audio; null if the response is JSON.
    void (*take_text)(void* response, std::string&& body, std::string_view content_type);
    bool bytes;         // the response consists of bytes of any kind
    bool speech;        // JSON is never the response
    bool any;           // every body is the response, of any type, and an empty one too
    bool may_be_empty;  // an empty body is a response without members
};

// How reading ended, and the error if it failed. As for streams, so that both report alike.
struct answer_end {
    stream_end end = stream_end::complete;
    error why{};
};

// The error of a response whose status is no success. A coded body counts as empty, unless it is
// JSON: some gateways decode the content and leave the header.
error error_of_answer(std::string_view body, const answer_head& head, const limits& bounds);

// Reads the body of a successful response into `response`, which is of the operation's type; it may
// be an error all the same. `start`: the offset of the first line that is neither blank nor a
// comment. `wants_text`: the request asked for a format that is not JSON. The body is moved from if
// it is the response itself.
answer_end read_answer(const answer_table& type, std::string&& body, std::size_t start,
                       const answer_head& head, bool wants_text, const limits& bounds,
                       void* response);

#if OAIWIRE_DEFINES

// Whether the body is the response itself, such as audio or text, and not JSON. What is labelled as
// JSON is not; what was asked for as text is, unless it is HTML; else the label must be that of a
// text, and the body no JSON object, since some servers label JSON so.
[[gnu::cold]] OAIWIRE_INLINE bool is_text_answer(const answer_table& type, std::string_view text,
                                                 const answer_head& head, bool wants_text) {
    if (type.any) return true;
    if (type.bytes) return !head.is_json_or_text();
    if (head.says("json")) return false;
    const bool named = head.says("text/plain") || head.says("subrip") || head.says("vtt");
    return wants_text ? !head.says("html") : named && !json_view::checked(text).is_object();
}

[[gnu::cold]] OAIWIRE_INLINE error error_of_answer(std::string_view body, const answer_head& head,
                                                   const limits& bounds) {
    if (!head.notes().coding.empty()) {
        const json_view json = json_view::checked(body);
        if (!json.is_object() && !json.is_array()) body = {};
    }
    error e = error_of_body(body, head.status, bounds);
    // a redirect: the body says less than the head
    if (e.message.empty() || !head.notes().location.empty()) e.message = head.failure();
    return e;
}

[[gnu::cold]] OAIWIRE_INLINE payload_kind classify_answer(const answer_table& type,
                                                          std::string_view text, void* response,
                                                          error& why,
                                                          const json::read_options& options,
                                                          const limits& bounds) {
    if (!type.speech) {
        return classify_response(text, response, type.response(), why, options, bounds);
    }
    raw_json other;  // JSON is never the response
    const auto kind = classify_response(text, &other, type.response(), why, options, bounds);
    return kind == payload_kind::value ? payload_kind::unrecognised : kind;
}

[[gnu::cold]] OAIWIRE_INLINE answer_end read_answer(const answer_table& type, std::string&& body,
                                                    std::size_t start, const answer_head& head,
                                                    bool wants_text, const limits& bounds,
                                                    void* response) {
    if (type.take_text != nullptr && is_text_answer(type, payload_text(body), head, wants_text)) {
        if (body.empty() && !type.any) return {stream_end::empty, make_error(errc::empty_response)};
        type.take_text(response, std::move(body), head.content_type);
        return {};
    }
    const std::string_view text = payload_text(std::string_view(body).substr(start));
    json::read_options options(json::tolerant);
    options.depth = bounds.depth;
    error why;
    switch (classify_answer(type, text, response, why, options, bounds)) {
        case payload_kind::value:
            return {};
        case payload_kind::error:
            return {stream_end::api_error, std::move(why)};
        // a ping, {} and null are no response either
        case payload_kind::ignorable:
            if (!text.empty()) break;
            if (type.may_be_empty) return {};
            return {stream_end::empty, make_error(errc::empty_response)};
        case payload_kind::invalid:
            if (json_view::checked(text).exists() || text.starts_with('{')) {
                return {stream_end::malformed, std::move(why)};
            }
            break;
        default:
            break;
    }
    // neither a response nor an error: report what the server calls it, with an excerpt
    const bool other_type = !head.says("json");
    why = make_error(other_type && !head.content_type.empty() ? errc::unexpected_content_type
                                                              : errc::unrecognised_payload,
                     head.content_type + ": ");
    append_valid_utf8(why.message, utf8_prefix(text, bounds.excerpt));
    return {stream_end::malformed, std::move(why)};
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
