// send() for transports that can open(): feeds a handler from a pulled response.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <utility>

#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Calls the handler until the response has ended, has failed, or the handler said stop. The error
// of open() or of the body is returned.
template <http::response_body Body, http::response_handler Handler>
result<void> deliver(result<Body> opened, Handler& handler) {
    if (!opened) return std::move(opened).error();
    if (handler.on_head(opened->head()) == http::flow::stop) return {};
    for (;;) {
        auto bytes = opened->read_some();
        if (!bytes) return std::move(bytes).error();
        if (bytes->empty() || handler.on_body(*bytes) == http::flow::stop) return {};
    }
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
