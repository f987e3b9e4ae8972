// answer_body: reads the body of a plain call's response, or of any that is no success, once it is
// whole.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/answer_head.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_view.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/stream/body_start.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/stream/error_payload.hpp>
#include <oaiwire/stream/payload.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

struct ConfidentialComputeResponse;
struct Speech;

}  // namespace oaiwire::inline OAIWIRE_ABI

namespace oaiwire::inline OAIWIRE_ABI::detail {

struct answer_end {
    stream_end end = stream_end::complete;
    error why{};
};

// Can a plain call's response be put together from an event stream, as some gateways answer
// whatever was asked? What sealed events add up to is known only to who can open them.
template <class Call>
constexpr bool adds_up_events() {
    if constexpr (streamed_operation<Call> && !byte_operation<Call>) {
        return !std::is_same_v<typename operation_of<Call>::chunk, ConfidentialComputeResponse>;
    } else {
        return false;
    }
}

// Is the body the answer itself, and not JSON around it?
template <class Call>
bool is_text_answer(std::string_view text, const answer_head& head, bool wants_text) {
    if constexpr (byte_operation<Call>) return !head.is_json_or_text();
    if (head.says("json")) return false;
    const bool named = head.says("text/plain") || head.says("subrip") || head.says("vtt");
    return wants_text ? !head.says("html") : named && !json_view::checked(text).is_object();
}

// The error of a response that is no success. What its coding hides is taken for absent; a gateway
// that undoes a coding may leave its name, so that JSON is read all the same.
inline error error_of_answer(std::string_view body, const answer_head& head, const limits& bounds) {
    if (!head.coding.empty()) {
        const json_view json = json_view::checked(body);
        if (!json.is_object() && !json.is_array()) body = {};
    }
    error e = error_of_body(body, head.status, bounds);
    if (e.message.empty() || !head.location.empty()) e.message = head.failure();
    return e;
}

template <class Response>
payload_kind classify_answer(std::string_view text, Response& response, error& why,
                             const json::read_options& options, const limits& bounds) {
    if constexpr (std::is_same_v<Response, Speech>) {
        raw_json other;  // JSON is never the response
        const auto kind = classify_response(text, other, why, options, bounds);
        return kind == payload_kind::value ? payload_kind::unrecognised : kind;
    } else {
        return classify_response(text, response, why, options, bounds);
    }
}

// The response, or an error that came with a good status. start: where the body's first line is
// that is neither blank nor a comment.
template <class Call>
answer_end read_answer(std::string&& body, std::size_t start, const answer_head& head,
                       bool wants_text, const limits& bounds, response_of<Call>& response) {
    if constexpr (text_operation<Call>) {
        if (is_text_answer<Call>(payload_text(body), head, wants_text)) {
            if (body.empty()) return {stream_end::empty, make_error(errc::empty_response)};
            operation_of<Call>::take_text(response, std::move(body), head.content_type);
            return {};
        }
    }
    const std::string_view text = payload_text(std::string_view(body).substr(start));
    json::read_options options(json::tolerant);
    options.depth = bounds.depth;
    error why;
    switch (classify_answer(text, response, why, options, bounds)) {
        case payload_kind::value:
            return {};
        case payload_kind::error:
            return {stream_end::api_error, std::move(why)};
        case payload_kind::ignorable:
            if (text.empty()) return {stream_end::empty, make_error(errc::empty_response)};
            break;
        case payload_kind::invalid:
            if (json_view::checked(text).exists() || text.starts_with('{')) {
                return {stream_end::malformed, std::move(why)};
            }
            break;
        default:
            break;
    }
    const bool foreign = !head.says("json");
    why = make_error(foreign && !head.content_type.empty() ? errc::unexpected_content_type
                                                           : errc::unrecognised_payload,
                     head.content_type + ": ");
    append_valid_utf8(why.message, utf8_prefix(text, bounds.excerpt));
    return {stream_end::malformed, std::move(why)};
}

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
