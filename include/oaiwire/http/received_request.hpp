// received_request: the head of a request as a server received it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>

#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// Method, target and fields of a request. http::request_decoder fills it with checked values; a
// program with another HTTP stack fills it itself.
struct received_request {
    std::string method{};   // as sent: methods are case-sensitive (RFC 9110, 9.1)
    std::string target{};   // origin-form, percent-encoded as sent; "*" for OPTIONS
    header_list headers{};  // in the order of arrival, values without surrounding white space
    int minor_version = 1;  // HTTP/1.x
    friend bool operator==(const received_request&, const received_request&) = default;
};

}}}  // namespace oaiwire::v0_2::http

#include <oaiwire/core/macros_end.hpp>
