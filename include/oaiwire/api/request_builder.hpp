// From a typed request and an endpoint to an HTTP request: a pure function. Knows no response.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/form.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// What a single call may ask for beside its request; what is set here comes before what the
// endpoint says.
struct call_options {
    http::header_list headers{};  // sent with this call
    query_list query{};           // sent with this call
    extra_members body{};         // members that the request's type does not have, or other values
    stop_handle stop{};           // ends the call, from any thread
    bool validate = true;         // refuse requests outside of the documented ranges
    // Paths of rules that do not hold for this call, with all below them; the others do:
    // {"temperature", "messages[].content"}.
    std::vector<std::string> waive{};
    bool accumulate = true;  // false: a streamed call gives its chunks and keeps no response
    oaiwire::limits limits{};
    std::optional<http::deadlines> deadlines{};  // of each attempt
    std::optional<retry_policy> retry{};
    std::string base_url{};         // the key of the endpoint goes there too
    std::string idempotency_key{};  // Idempotency-Key, the same on every attempt
};

namespace detail {

// Takes out of a plain call's text what is_for_streams(). Looks only for what the request has set.
template <class Request>
result<void> erase_for_streams(const Request& request, std::string& body) {
    result<void> done;
    const auto erase = [&](std::string_view name, bool absent) {
        if (done && !absent) done = json::erase(body, name);
    };
    if constexpr (requires { request.stream_options.is_absent(); }) {
        erase("stream_options", request.stream_options.is_absent());
    }
    if constexpr (requires { request.partial_images.is_absent(); }) {
        erase("partial_images", request.partial_images.is_absent());
    }
    if constexpr (requires { request.stream_format.is_absent(); }) {
        erase("stream_format", request.stream_format.is_absent());
    }
    return done;
}

// The call says whether it streams: the text is made to agree, so that no request has to be copied.
template <class Call>
result<void> write_body(const request_of<Call>& request, bool streamed, std::string& body) {
    auto done = json::write(request, body);
    if (done && !streamed) done = erase_for_streams(request, body);
    if constexpr (requires { request.stream.value_or(false); }) {
        const bool agrees = streamed ? request.stream == true : !request.stream.value_or(false);
        if (done && !agrees) return json::patch(body, "stream", raw_json::of(streamed));
    }
    return done;
}

inline result<void> add_members(const extra_members& members, std::string& body) {
    for (const auto& member : members) {
        std::string name;
        json_scan::append_unescaped(name, member.name, json_scan::surrogates::replace);
        auto done = json::patch(body, name, raw_json::trusted(member.value));
        if (!done) return done;
    }
    return {};
}

// The model that a request names; nothing where it leaves that to the server.
template <class Model>
std::optional<std::string_view> name_of(const Model& model) {
    if constexpr (requires { model.is_absent(); }) {
        return model ? std::optional<std::string_view>(*model) : std::nullopt;
    } else {
        return std::string_view(model);
    }
}

// Calls that name a model in their body; but for those that say otherwise.
template <class Call>
inline constexpr bool is_below_deployment =
    operation_of<Call>::has_body&& requires(const request_of<Call>& request) {
    name_of(request.model);
    requires !requires {
        requires operation_of<Call>::beside_deployments;
    };
};

// The path of the operation below the base URL, and of the deployment where there is one.
template <class Call>
result<std::string> target_of(const request_of<Call>& request, const endpoint& where,
                              const http::endpoint_url& base, bool streamed) {
    using op = operation_of<Call>;
    std::string target = http::join(base, op::path);
    if constexpr (is_below_deployment<Call>) {
        const auto name = where.deployment.empty()
                              ? name_of(request.model)
                              : std::optional<std::string_view>(where.deployment);
        if (where.by_deployment && name) {
            target = http::join(base, "/deployments");
            if (auto done = http::append_path_segment(target, *name); !done) {
                return std::move(done).error();
            }
            target.append(op::path);
        }
    }
    if constexpr (requires { op::complete(target, request, streamed); }) {
        if (auto done = op::complete(target, request, streamed); !done) {
            return std::move(done).error();
        }
    } else if constexpr (requires { op::complete(target, request); }) {
        if (auto done = op::complete(target, request); !done) return std::move(done).error();
    }
    return target;
}

template <class Call>
constexpr std::string_view accept_of(bool streamed) {
    using op = operation_of<Call>;
    if (streamed && !byte_operation<Call>) return "text/event-stream";
    if constexpr (requires { op::accept; }) return op::accept;
    return "application/json";
}

inline result<http::header> key_header(const endpoint& where) {
    if (where.sends_key_as == key_field::authorization) {
        return http::authorization_bearer(where.api_key);
    }
    if (auto done = http::check_key(where.api_key.reveal()); !done) return std::move(done).error();
    return http::header("api-key", where.api_key.reveal(), true);
}

template <operation Call>
result<http::request> build_call(const request_of<Call>& request, const endpoint& where,
                                 bool streamed, const call_options& options) {
    return within_memory([&]() -> result<http::request> {
        using op = operation_of<Call>;
        if (options.validate) {
            auto found = validate(request);
            for (auto& more : validate(request, where.quirks)) found.push_back(std::move(more));
            oaiwire::waive(found, options.waive);
            if (!found.empty()) return error_of(found);
        }
        auto base = http::parse_base_url(
            options.base_url.empty() ? where.base_url : options.base_url, where.allow_cleartext);
        if (!base) return std::move(base).error();

        http::request out;
        out.method = op::method;
        if (op::at_root) base->base_path.clear();
        out.origin = std::move(base->origin);
        auto target = target_of<Call>(request, where, *base, streamed);
        if (!target) return std::move(target).error();
        out.target = *std::move(target);
        for (const auto* query : {&where.query, &options.query}) {
            for (const auto& [name, value] : *query) http::append_query(out.target, name, value);
        }
        out.headers.add("Accept", accept_of<Call>(streamed));
        if (op::auth == auth::bearer && !where.api_key.empty()) {
            auto field = key_header(where);
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
        if (auto done = add("Idempotency-Key", options.idempotency_key); !done) {
            return std::move(done).error();
        }
        if constexpr (has_form<Call>) {
            if (auto done = write_form(request, options.body, streamed, out); !done) {
                return std::move(done).error();
            }
        } else if constexpr (op::has_body) {
            out.headers.add("Content-Type", "application/json");
            if (auto done = write_body<Call>(request, streamed, out.body); !done) {
                return std::move(done).error();
            }
            if (auto done = add_members(options.body, out.body); !done) {
                return std::move(done).error();
            }
        }
        for (const auto* extra : {&where.headers, &options.headers}) {
            for (const auto& h : *extra) {
                if (auto done = http::check_extra_field(h.name); !done)
                    return std::move(done).error();
                // only a form's own type tells where its parts begin
                if (has_form<Call> && http::same_name(h.name, "Content-Type")) continue;
                out.headers.remove(h.name);
                if (auto done = http::add_checked(out.headers, h.name, h.value, h.sensitive);
                    !done) {
                    return std::move(done).error();
                }
            }
        }
        if (!out.headers.find("User-Agent")) {
            out.headers.add("User-Agent", "oaiwire/" + std::to_string(version.major) + "." +
                                              std::to_string(version.minor) + "." +
                                              std::to_string(version.patch));
        }
        out.deadlines = options.deadlines.value_or(where.deadlines);
        if (streamed) out.deadlines.total = 0;
        out.stop = options.stop;
        return out;
    });
}

}  // namespace detail

// Errors: invalid_request of every sort, and nothing was sent then.
template <operation Request>
result<http::request> build_request(const Request& request, const endpoint& where, bool streamed,
                                    const call_options& options = {}) {
    return detail::build_call<Request>(request, where, streamed, options);
}

// The same for an operation by its name.
template <named_operation Named>
result<http::request> build_request(const request_of<Named>& request, const endpoint& where,
                                    bool streamed, const call_options& options = {}) {
    return detail::build_call<Named>(request, where, streamed, options);
}

}  // namespace oaiwire::inline OAIWIRE_ABI
