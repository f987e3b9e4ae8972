// answer_head: what the head of a response tells: status, request id, content type and coding,
// retry hints, rate limits.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
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

// What few heads state. Allocated only if the head has any of it.
struct answer_notes {
    std::string coding{};    // of the content, such as gzip; "": none
    std::string location{};  // of a redirect, without path and query
    retry_hints hints{};
    http::rate_limit limits_of_server{};
    // openai-poll-after-ms: when to ask again for what is not done yet
    std::optional<std::int64_t> poll_after_ms{};
    friend bool operator==(const answer_notes&, const answer_notes&) = default;
};

// Texts are copied, with the API key replaced where a server quotes it.
struct answer_head {
    int status = 0;         // 0: no head was received
    std::int64_t date = 0;  // of the Date header, Unix milliseconds; 0: none
    std::string request_id{};
    std::string content_type{};
    std::unique_ptr<const answer_notes> noted{};  // null: none

    // Reads the status and the headers.
    void take(int code, const http::header_list& headers, const secret& key);

    bool successful() const { return status >= 200 && status <= 299; }
    bool redirects() const { return status >= 300 && status <= 399; }
    // What the head noted, or what a head without notes has.
    const answer_notes& notes() const;
    // The error of a successful response that cannot be read because its content is coded.
    error coding_refused() const;
    // The message of an error response whose body has none.
    std::string failure() const;
    // The content type without its parameters.
    std::string_view media_type() const {
        return std::string_view(content_type).substr(0, content_type.find(';'));
    }
    // Whether the media type contains `type`, in any case.
    bool says(const char* words) const;
    bool is_json_or_text() const {
        return says("json") || http::same_name(media_type().substr(0, 5), "text/");
    }
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <utility>

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

// Never destroyed, so that objects with static lifetime may use it.
union no_answer_notes {
    no_answer_notes() : value() {}
    ~no_answer_notes() {}  // NOLINT(modernize-use-equals-default): it would be deleted
    answer_notes value;
};

[[gnu::cold]] OAIWIRE_INLINE const answer_notes& answer_head::notes() const {
    static const no_answer_notes none;
    return noted ? *noted : none.value;
}

[[gnu::cold]] OAIWIRE_INLINE bool answer_head::says(const char* words) const {
    const std::string_view type = words;
    const std::string_view media = media_type();
    for (std::size_t i = 0; i + type.size() <= media.size(); ++i) {
        if (http::same_name(media.substr(i, type.size()), type)) return true;
    }
    return false;
}

[[gnu::cold]] OAIWIRE_INLINE void answer_head::take(int code, const http::header_list& headers,
                                                    const secret& key) {
    status = code;
    request_id = http::request_id(headers);
    date = std::max(http::parse_http_date(headers.value("Date"), 0).value_or(0), std::int64_t{0});
    redact(request_id, key);
    content_type = std::string(headers.value("Content-Type").substr(0, 128));
    redact(content_type, key);
    answer_notes notes;
    notes.hints = http::parse_retry_hints(headers, date);
    redact(notes.hints.raw, key);
    notes.limits_of_server = http::parse_rate_limits(headers, date);
    const auto poll = http::detail::trim_blanks(headers.value("openai-poll-after-ms"));
    if (const auto ms = http::detail::parse_decimal(poll)) {
        notes.poll_after_ms = ms->in(http::detail::milliseconds);
    }
    notes.coding = content_coding(headers);
    if (redirects() && headers.find("Location")) {
        auto& location = notes.location;
        location = http::location_origin(http::detail::trim_blanks(headers.value("Location")));
        if (location.empty()) location = "another path";
    }
    noted.reset();
    if (notes != answer_notes()) noted = std::make_unique<const answer_notes>(std::move(notes));
}

OAIWIRE_INLINE error answer_head::coding_refused() const {
    error why = make_error(errc::unexpected_content_encoding);
    why.message.append(": ").append(notes().coding);
    return why;
}

OAIWIRE_INLINE std::string answer_head::failure() const {
    std::string text("HTTP status ");
    text.append(decimal(status));
    if (const std::string& location = notes().location; !location.empty()) {
        text.append(": redirected to ").append(location);
        text.append(", and redirects are not followed");
    }
    if (status == 407) text += ": a proxy asks for credentials";
    return text;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
