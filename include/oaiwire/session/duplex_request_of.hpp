// The connection that a request for a WebSocket stands for.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/duplex.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The connection to open at the URL of `made`, with its headers and timeouts, or its error.
result<http::duplex_request> duplex_request_of(result<http::request> made,
                                               const call_options& options);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <utility>

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE result<http::duplex_request> duplex_request_of(result<http::request> made,
                                                                      const call_options& options) {
    if (!made) return std::move(made).error();
    return within_memory([&]() -> result<http::duplex_request> {
        http::duplex_request out;
        out.origin = std::move(made->origin);
        out.target = std::move(made->target);
        for (const auto& field : made->headers) {
            // of the answer's content, which is none
            if (http::same_name(field.name, "Accept")) continue;
            out.headers.add(field.name, field.value, field.sensitive);
        }
        out.timeouts = made->timeouts;
        out.limits = options.limits;
        out.stop = made->stop;
        return out;
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
