// From a typed request and an endpoint to an HTTP request: a pure function. Knows no response.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/json/patch.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// What a single call may ask for beside its request.
struct call_options {
    http::header_list headers{};  // sent with this call
    stop_handle stop{};           // ends the call, from any thread
    bool validate = true;         // refuse requests outside of the documented ranges
    oaiwire::limits limits{};
};

namespace detail {

// The call says whether it streams; the request's own `stream` is overruled in the text, so that no
// request has to be copied.
template <class Request>
result<void> write_body(const Request& request, bool streamed, std::string& body) {
    auto done = json::write(request, body);
    if constexpr (streamed_operation<Request>) {
        const bool agrees = streamed ? request.stream == true : !request.stream.value_or(false);
        if (done && !agrees) return json::patch(body, "stream", raw_json::of(streamed));
    }
    return done;
}

}  // namespace detail

// Errors: invalid_request of every sort, and nothing was sent then.
template <operation Request>
result<http::request> build_request(const Request& request, const endpoint& where, bool streamed,
                                    const call_options& options = {}) {
    using op = operation_of<Request>;
    if (options.validate) {
        if (const auto found = validate(request); !found.empty()) return error_of(found);
    }
    auto base = http::parse_base_url(where.base_url, where.allow_cleartext);
    if (!base) return std::move(base).error();

    http::request out;
    out.method = op::method;
    if (op::at_root) base->base_path.clear();
    out.origin = std::move(base->origin);
    out.target = http::join(*base, op::path);
    if constexpr (requires { op::complete(out.target, request); }) {
        if (auto done = op::complete(out.target, request); !done) return std::move(done).error();
    }
    out.headers.add("Accept", streamed ? "text/event-stream" : "application/json");
    if (op::auth == auth::bearer && !where.api_key.empty()) {
        auto field = http::authorization_bearer(where.api_key);
        if (!field) return std::move(field).error();
        out.headers.add(field->name, field->value, true);
    }
    const auto add = [&](std::string_view name, std::string_view value) {
        return value.empty() ? result<void>() : http::add_checked(out.headers, name, value);
    };
    if (auto done = add("OpenAI-Organization", where.organization); !done) {
        return std::move(done).error();
    }
    if (auto done = add("OpenAI-Project", where.project); !done) return std::move(done).error();
    if constexpr (op::has_body) {
        out.headers.add("Content-Type", "application/json");
        if (auto done = detail::write_body(request, streamed, out.body); !done) {
            return std::move(done).error();
        }
    }
    for (const auto* extra : {&where.headers, &options.headers}) {
        for (const auto& h : *extra) {
            if (auto done = http::check_extra_field(h.name); !done) return std::move(done).error();
            out.headers.remove(h.name);
            if (auto done = http::add_checked(out.headers, h.name, h.value, h.sensitive); !done) {
                return std::move(done).error();
            }
        }
    }
    if (!out.headers.find("User-Agent")) {
        out.headers.add("User-Agent", "oaiwire/" + std::to_string(version.major) + "." +
                                          std::to_string(version.minor) + "." +
                                          std::to_string(version.patch));
    }
    out.deadlines = where.deadlines;
    if (streamed) out.deadlines.total = 0;
    out.stop = options.stop;
    return out;
}

}  // namespace oaiwire::inline OAIWIRE_ABI
