// answer_head: what the head of an answer says of the call. Knows no body.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/api/redact.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/rate_limit.hpp>
#include <oaiwire/http/retry_after.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

struct answer_head {
    int status = 0;         // 0: none has come
    std::int64_t date = 0;  // Unix milliseconds; 0: it has none
    std::string request_id{};
    std::string content_type{};
    std::string media_type{};  // in lower case, without parameters
    retry_hints hints{};
    http::rate_limit limits_of_server{};

    // The key is taken out of whatever quotes it.
    void take(int code, const http::header_list& headers, const secret& key) {
        status = code;
        request_id = http::request_id(headers);
        date = http::parse_http_date(headers.value("Date"), 0).value_or(0);
        hints = http::parse_retry_hints(headers, date);
        redact(request_id, key);
        redact(hints.raw, key);
        limits_of_server = http::parse_rate_limits(headers, date);
        content_type = std::string(headers.value("Content-Type").substr(0, 128));
        media_type = content_type.substr(0, content_type.find(';'));
        for (char& c : media_type) c = http::detail::lower(c);
    }

    bool successful() const { return status >= 200 && status <= 299; }
    bool says(std::string_view type) const { return media_type.find(type) != std::string::npos; }
    bool is_json_or_text() const { return says("json") || media_type.starts_with("text/"); }
};

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
