// answer_head: what the head of a response tells: status, request id, content type and coding,
// retry hints, rate limits.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/body/redact.hpp>
#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/rate_limit.hpp>
#include <oaiwire/http/retry_after.hpp>
#include <oaiwire/http/url.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Texts are copied, with the API key replaced where a server quotes it.
struct answer_head {
    int status = 0;         // 0: no head was received
    std::int64_t date = 0;  // of the Date header, Unix milliseconds; 0: none
    std::string request_id{};
    std::string content_type{};
    std::string media_type{};  // in lower case, without parameters
    std::string coding{};      // of the content, such as gzip; "": none
    std::string location{};    // of a redirect, without path and query
    retry_hints hints{};
    http::rate_limit limits_of_server{};
    // openai-poll-after-ms: when to ask again for what is not done yet
    std::optional<std::int64_t> poll_after_ms{};

    // Reads the status and the headers.
    void take(int code, const http::header_list& headers, const secret& key);

    bool successful() const { return status >= 200 && status <= 299; }
    bool redirects() const { return status >= 300 && status <= 399; }
    // The error of a successful response that cannot be read because its content is coded.
    error coding_refused() const;
    // The message of an error response whose body has none.
    std::string failure() const;
    // Whether the media type contains `type`.
    bool says(std::string_view type) const { return media_type.find(type) != std::string::npos; }
    bool is_json_or_text() const { return says("json") || media_type.starts_with("text/"); }
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The first coding of the content other than identity, from all Content-Encoding fields; "" if
// there is none.
inline std::string content_coding(const http::header_list& headers) {
    constexpr std::size_t most = 64;  // maximum stored length
    for (const auto& field : headers) {
        if (!http::same_name(field.name, "Content-Encoding")) continue;
        for (std::string_view list = field.value; !list.empty();) {
            const auto end = std::min(list.find(','), list.size());
            const auto coding = http::detail::trim_blanks(list.substr(0, end));
            list.remove_prefix(std::min(end + 1, list.size()));
            if (coding.empty() || http::same_name(coding, "identity")) continue;
            std::string out;
            append_valid_utf8(out, utf8_prefix(coding, most));
            return out;
        }
    }
    return {};
}

OAIWIRE_INLINE void answer_head::take(int code, const http::header_list& headers,
                                      const secret& key) {
    status = code;
    request_id = http::request_id(headers);
    date = std::max(http::parse_http_date(headers.value("Date"), 0).value_or(0), std::int64_t{0});
    hints = http::parse_retry_hints(headers, date);
    redact(request_id, key);
    redact(hints.raw, key);
    limits_of_server = http::parse_rate_limits(headers, date);
    poll_after_ms.reset();
    const auto poll = http::detail::trim_blanks(headers.value("openai-poll-after-ms"));
    if (const auto ms = http::detail::parse_decimal(poll)) {
        poll_after_ms = ms->in(http::detail::milliseconds);
    }
    content_type = std::string(headers.value("Content-Type").substr(0, 128));
    media_type = lower_case(content_type.substr(0, content_type.find(';')));
    redact(content_type, key);
    coding = content_coding(headers);
    if (redirects() && headers.find("Location")) {
        location = http::location_origin(http::detail::trim_blanks(headers.value("Location")));
        if (location.empty()) location = "another path";
    }
}

OAIWIRE_INLINE error answer_head::coding_refused() const {
    error why = make_error(errc::unexpected_content_encoding);
    why.message.append(": ").append(coding);
    return why;
}

OAIWIRE_INLINE std::string answer_head::failure() const {
    std::string text = "HTTP status " + std::to_string(status);
    if (!location.empty()) {
        text += ": redirected to " + location + ", and redirects are not followed";
    }
    if (status == 407) text += ": a proxy asks for credentials";
    return text;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
