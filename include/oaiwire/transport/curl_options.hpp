// What curl.hpp and curl_multi.hpp are both told, and what both do with a handler. Knows messages;
// includes nothing of libcurl.
#pragma once

#include <string>
#include <utility>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire::inline v0_2 {

// TLS verification is always on: a private authority is added by naming it, not by trusting all.
struct curl_options {
    std::string ca_file{};     // PEM file of the authorities to trust; "" for the system's
    oaiwire::limits limits{};  // of these: head, headers, trailers
};

namespace detail {

// The rest of http::transport's send(), once a response is open.
template <class Body, http::response_handler Handler>
result<void> curl_deliver(Body& response, Handler& handler) {
    if (handler.on_head(response.head()) == http::flow::stop) return {};
    for (;;) {
        auto bytes = response.read_some();
        if (!bytes) return std::move(bytes).error();
        if (bytes->empty() || handler.on_body(*bytes) == http::flow::stop) return {};
    }
}

}  // namespace detail

}  // namespace oaiwire::inline v0_2
