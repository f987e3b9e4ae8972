// Reads API errors: the message, type, code and param of an error body, or of an error payload in a
// stream, in all the shapes in which servers send them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/error_wait.hpp>
#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/repair.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 {

// A view of the JSON of a payload. Malformed JSON is repaired into `storage`, which must outlive
// the view; empty if it cannot be repaired.
inline json_view payload_view(std::string_view payload, std::string& storage) {
    const json_view json = json_view::checked(payload);
    storage.clear();
    return json.exists() || !json::repair(payload, storage) ? json : json_view::checked(storage);
}

namespace detail {

// The text of a scalar, or the JSON of other values; "" for null and for Python's None.
inline std::string error_text(json_view v) {
    if (v.is_object() || v.is_array()) return std::string(v.text());
    std::string text = v.text_or_json();
    return text == "None" ? std::string() : text;
}

// The first of the named members that has text.
inline std::string first_text(json_view object, const char* names) {
    for (std::string_view left = names; !left.empty();) {
        if (std::string text = error_text(object[take_item(left)]); !text.empty()) return text;
    }
    return {};
}

// Whether a value is anything but null, false, "", {} or [].
inline bool says_something(json_view v) {
    if (!v.exists() || v.is_null() || v.text() == "false" || v.text() == "\"\"") return false;
    return !(v.is_object() || v.is_array()) || !v.empty();
}

// A message, which some servers wrap in an object or a list; "" if there is none.
inline std::string message_text(json_view v, int depth = 4) {
    if (v.is_array()) v = v.first();
    if (!v.is_object()) return v.is_string() ? error_text(v) : std::string();
    if (depth == 0) return {};
    for (std::string_view left = "message,Message,msg,detail"; !left.empty();) {
        std::string text = message_text(v[take_item(left)], depth - 1);
        if (!text.empty()) return text;
    }
    return {};
}

// The HTTP status from 400 to 599 that a decimal number stands for; 0 if it is none of them.
inline int http_error_status(std::string_view text) {
    auto number = http::detail::parse_decimal(http::detail::trim_blanks(text));
    if (!number || number->more || number->digits == 0) return 0;
    // "429", "429.0" and 4.29e2 are the same number
    auto& [digits, exponent, more] = *number;
    for (; exponent < 0 && digits % 10 == 0; ++exponent) digits /= 10;
    for (; exponent > 0 && digits < 1000; --exponent) digits *= 10;
    return exponent == 0 && digits >= 400 && digits <= 599 ? static_cast<int>(digits) : 0;
}

// The status that one of the members of an error object states; 0 if none does.
inline int stated_status(json_view object) {
    constexpr std::string_view names =
        "code,status,status_code,statusCode,http_status_code,http_status,httpStatus,http_code,"
        "error_code,errorCode";
    for (std::string_view left = names; !left.empty();) {
        const json_view v = object[take_item(left)];
        if (!v.is_number() && !v.is_string()) continue;
        if (const int status = http_error_status(v.text_or_json()); status != 0) return status;
    }
    return 0;
}

// Sets api.stated_status and the error class: from the error's code, else from its object, else
// from the payload around it.
inline void read_stated_status(error& e, json_view payload) {
    if (e.api.stated_status != 0) return;
    int status = http_error_status(e.api.code);
    if (payload.is_array()) payload = payload.first();
    for (json_view at :
         {payload["error"], payload["errors"], payload["response"]["error"], payload}) {
        if (status != 0) break;
        status = stated_status(at.is_array() ? at.first() : at);
    }
    e.api.stated_status = status;
    e.api.error_class = class_of_status(status);
}

// Sets the message, type, code and param from an error object. Google writes the type as `status`,
// which is the HTTP status elsewhere.
inline void read_error_object(error& e, json_view object) {
    e.message = message_text(object);
    if (e.message.empty()) e.message = first_text(object, "message,Message,msg");
    if (e.message.empty()) e.message = std::string(object.text());
    e.api.type = first_text(object, "type");
    if (e.api.type.empty()) e.api.type = object["status"].string().value_or(std::string());
    e.api.code = first_text(object, "code,error_code,statusCode");
    e.api.param = first_text(object, "param");
}

// Reads the value of an `error` member; `siblings` is the object around it. False: not an error.
inline bool read_error_value(error& e, json_view value, json_view siblings) {
    if (!says_something(value)) return false;
    if (value.is_array()) return read_error_value(e, value.first(), siblings);
    if (value.is_object()) {
        read_error_object(e, value);
        return true;
    }
    if (!value.is_string()) return false;  // {"error":true,"message":...}
    e.message = *value.string();
    e.api.type = first_text(siblings, "error_type,type");
    e.api.code = first_text(siblings, "code");
    return true;
}

// Reads `detail` of FastAPI and of RFC 9457 problem documents.
inline void read_error_detail(error& e, json_view detail, json_view siblings) {
    e.message = message_text(detail);
    if (e.message.empty()) e.message = detail.text_or_json();
    e.api.type = first_text(siblings, "type");
    e.api.code = first_text(siblings, "code,status");
}

// error_in(), without the stated status.
inline std::optional<error> find_error(json_view payload, bool alone) {
    error e = make_error(errc::api_error);
    if (payload.is_array()) return find_error(payload.first(), alone);
    if (!payload.is_object()) return std::nullopt;
    // quirks 104 to 108
    if (read_error_value(e, payload["error"], payload)) return e;
    // quirk 110
    if (payload["object"].text() == "\"error\"") {
        read_error_object(e, payload);
        return e;
    }
    if (alone) {
        if (read_error_value(e, payload["errors"], payload)) return e;
        if (json_view m = payload["error_message"]; says_something(m)) {
            e.message = m.text_or_json();
            e.api.type = first_text(payload, "error_type");
            e.api.code = first_text(payload, "code");
            return e;
        }
        if (json_view d = payload["detail"]; says_something(d)) {
            read_error_detail(e, d, payload);
            return e;
        }
        // quirk 111
        const bool flat = payload["message"].is_string() || payload["Message"].is_string() ||
                          !message_text(payload["message"]).empty();
        if (flat || says_something(payload["error"])) {
            read_error_object(e, payload);
            return e;
        }
    }
    return std::nullopt;
}

}  // namespace detail

// The error that a JSON payload reports; empty if it reports none. `alone`: the payload has no
// choices, so that members such as `message` and `detail` are taken for errors too.
inline std::optional<error> error_in(json_view payload, bool alone) {
    auto found = detail::find_error(payload, alone);
    if (found) detail::read_stated_status(*found, payload);
    return found;
}

// The error of a response whose status is no success. A body of unknown shape becomes the message,
// up to limits::excerpt bytes. `status`: 0 if not known.
inline error error_of_body(std::string_view body, int status, const limits& bounds = {}) {
    std::string repaired;
    const json_view json = payload_view(body.substr(0, bounds.error_body), repaired);
    error e = make_error(errc::api_error);
    e.message.clear();
    if (auto known = error_in(json, true)) {
        e = *std::move(known);
    } else {
        const std::string_view text = utf8_prefix(detail::trimmed(body), bounds.excerpt);
        append_valid_utf8(e.message, detail::trimmed(text));
    }
    read_wait(e, json);
    detail::read_stated_status(e, json);
    e.api.status = status;
    e.api.error_class = class_of_status(error_status(e.api));
    append_valid_utf8(e.api.body, utf8_prefix(body, bounds.error_body));
    return e;
}

namespace detail {

// Whether the text contains one of the phrases, ignoring ASCII case. The phrases are in lower case.
inline bool mentions(std::string_view text, const char* phrases) {
    const std::string lower = lower_case(text);
    for (std::string_view left = phrases; !left.empty();) {
        if (lower.find(take_item(left)) != std::string::npos) return true;
    }
    return false;
}

}  // namespace detail

// Whether the account has no credit left, so that a retry does not help. Recognised by status 402,
// by code or type, and by the messages of servers that have no code for it.
inline bool is_quota_exhausted(const error& e) {
    if (e.kind() != error_kind::api) return false;
    if (error_status(e.api) == 402) return true;
    constexpr const char* codes =
        "insufficient_quota,insufficient_balance,balance_error,billing_hard_limit,quota_exceeded";
    return detail::mentions(e.api.code, codes) || detail::mentions(e.api.type, codes) ||
           detail::mentions(e.message,
                            "insufficient balance,insufficient quota,insufficient credits,"
                            "exceeded your current quota");
}

// Whether the conversation exceeds the context of the model, so that a shorter one may succeed.
inline bool is_context_length(const error& e) {
    if (e.kind() != error_kind::api) return false;
    constexpr const char* codes =
        "context_length_exceeded,exceed_context_size,context_window_exceeded";
    return detail::mentions(e.api.code, codes) || detail::mentions(e.api.type, codes) ||
           detail::mentions(e.message,
                            "maximum context length,context length,context size,context window,"
                            "prompt is too long");
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
