// Builds the HTTP request of a typed request for an endpoint. A pure function.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_table.hpp>
#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/extra_members.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/api/validate.hpp>
#include <oaiwire/http/fields.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/json/patch.hpp>
#endif

namespace oaiwire { inline namespace v0_2 {

// Options of a single call. They take precedence over the endpoint's.
struct call_options {
    http::header_list headers{};  // sent with this call
    query_list query{};           // sent with this call
    extra_members body{};         // members of the JSON body to add or to replace
    stop_handle stop{};           // ends the call, from any thread
    bool validate = true;         // refuse requests outside the documented ranges
    // Members that are not validated, by their paths, with all below them: {"temperature",
    // "messages[].content"}.
    std::vector<std::string> waive{};
    bool accumulate = true;                    // false: a streamed call keeps no response
    oaiwire::limits limits{};                  // what the response may take
    std::optional<http::timeouts> timeouts{};  // of each attempt
    std::optional<retry_policy> retry{};       // used by clients that have a timing
    std::string base_url{};                    // gets the endpoint's key too
    std::string idempotency_key{};             // Idempotency-Key, the same on every attempt
};

namespace detail {

// Erases the members that is_for_streams() from a plain call's body, if the request has set them.
result<void> erase_for_streams(const said_of_streams& said, std::string& body);

// Adds the members to the body; each replaces one of the same name.
result<void> add_members(const extra_members& members, std::string& body);

// The key of a call: the endpoint's, or what its source gives. None for operations without one.
result<void> take_key(const request_table& call, const endpoint& where, secret& key);

// The name of the field that a key is sent in.
constexpr std::string_view key_field_name(key_field field) {
    return field == key_field::authorization ? "Authorization" : "api-key";
}
// Sets that field. It is marked as sensitive.
result<void> set_key(http::header_list& headers, key_field field, const secret& key);

// `request` points to an object of the operation's type.
result<http::request> build_call(const request_table& call, const void* request,
                                 const endpoint& where, const secret& key, bool streamed,
                                 const call_options& options);
// The same with the endpoint's key.
result<http::request> build_call(const request_table& call, const void* request,
                                 const endpoint& where, bool streamed, const call_options& options);

}  // namespace detail

// The request to send for a call. Nothing of the arguments is needed afterwards but what
// request.content refers to. Errors are of kind invalid_request.
template <operation Request>
result<http::request> build_request(const Request& request, const endpoint& where, bool streamed,
                                    const call_options& options = {}) {
    return detail::build_call(detail::request_table_of<Request>(), &request, where, streamed,
                              options);
}

// Overload for operations that are selected by name.
template <named_operation Named>
result<http::request> build_request(const request_of<Named>& request, const endpoint& where,
                                    bool streamed, const call_options& options = {}) {
    return detail::build_call(detail::request_table_of<Named>(), &request, where, streamed,
                              options);
}

#if OAIWIRE_DEFINES

namespace detail {

[[gnu::cold]] OAIWIRE_INLINE result<void> erase_for_streams(const said_of_streams& said,
                                                            std::string& body) {
    result<void> done;
    if (said.stream_options) done = json::erase(body, "stream_options");
    if (done && said.partial_images) done = json::erase(body, "partial_images");
    if (done && said.stream_format) done = json::erase(body, "stream_format");
    return done;
}

[[gnu::cold]] OAIWIRE_INLINE result<void> add_members(const extra_members& members,
                                                      std::string& body) {
    for (const auto& member : members) {
        std::string name;
        json::detail::append_unescaped(name, member.name, json::surrogates::replace);
        auto done = json::patch(body, name, raw_json::trusted(member.value));
        if (!done) return done;
    }
    return {};
}

// Builds the parts of a request one after the other in `out`, which is incomplete after an error.
// Refers to its arguments.
struct call_builder {
    const request_table& call;
    const void* const request;
    const endpoint& where;
    const secret& key;
    const bool streamed;
    const call_options& options;
    http::request& out;

    result<void> validate() const;
    result<void> set_target() const;
    result<void> append_target(const http::endpoint_url& base) const;
    result<void> add_headers() const;
    result<void> add_body() const;
    result<void> add_other_headers() const;

    // Stops at the first error.
    result<void> build() const {
        out.method = call.method;
        auto done = options.validate ? validate() : result<void>();
        if (done) done = set_target();
        if (done) done = add_headers();
        if (done) done = add_body();
        if (done) done = add_other_headers();
        out.timeouts = options.timeouts.value_or(where.timeouts);
        // a stream may last as long as it brings bytes
        if (streamed) out.timeouts.total_ms = 0;
        out.stop = options.stop;
        return done;
    }
};

// The violations that are not waived, as one error.
[[gnu::cold]] OAIWIRE_INLINE result<void> call_builder::validate() const {
    std::vector<violation> found;
    call.validate(request, where.quirks, found);
    detail::waive(found, options.waive);
    if (!found.empty()) return error_of(found);
    return {};
}

// Sets the origin, the path and the query. Names that are in both queries are sent twice.
[[gnu::cold]] OAIWIRE_INLINE result<void> call_builder::set_target() const {
    auto base = http::parse_base_url(options.base_url.empty() ? where.base_url : options.base_url,
                                     where.allow_cleartext);
    if (!base) return passed_on(base);
    if (call.at_root) base->base_path.clear();
    out.origin = std::move(base->origin);
    auto done = append_target(*base);
    if (!done) return done;
    for (const auto* query : {&where.query, &options.query}) {
        for (const auto& [name, value] : *query) http::append_query(out.target, name, value);
    }
    return {};
}

// Appends the operation's path to the base URL's, below the deployment if there is one.
[[gnu::cold]] OAIWIRE_INLINE result<void> call_builder::append_target(
    const http::endpoint_url& base) const {
    const std::string_view literal = literal_path(call.path);
    out.target = http::join(base, literal);
    if (call.model != nullptr && where.by_deployment) {
        const auto name = where.deployment.empty()
                              ? call.model(request)
                              : std::optional<std::string_view>(where.deployment);
        if (name) {
            out.target = http::join(base, "/deployments");
            if (auto done = http::append_path_segment(out.target, *name); !done) return done;
            out.target.append(call.path);
        }
    }
    result<void> done;
    if (call.in_target != nullptr) {
        done = append_parameters(out.target, call.path.substr(literal.size()), request,
                                 *call.in_target);
    }
    if (done && call.complete != nullptr) done = call.complete(out.target, request, streamed);
    const bool all = !call.has_body && call.complete == nullptr;
    if (done && call.in_target != nullptr && (all || call.in_query.count != 0)) {
        done = append_query_members(out.target, request, *call.in_target,
                                    all ? nullptr : &call.in_query);
    }
    return done;
}

[[gnu::cold]] OAIWIRE_INLINE result<void> take_key(const request_table& call, const endpoint& where,
                                                   secret& key) {
    if (call.auth != auth::bearer || !where.key_source) {
        if (!where.api_key.empty()) key = where.api_key;
        return {};
    }
    auto given = where.key_source(false);
    if (!given) return passed_on(given);
    key = *std::move(given);
    return {};
}

// Azure takes a key as `api-key`, the others as a bearer token.
[[gnu::cold]] OAIWIRE_INLINE result<void> set_key(http::header_list& headers, key_field field,
                                                  const secret& key) {
    if (field == key_field::authorization) {
        auto made = http::authorization_bearer(key);
        if (!made) return passed_on(made);
        headers.set(made->name, made->value, true);
        return {};
    }
    auto done = http::check_key(key.reveal());
    if (done) headers.set(key_field_name(field), key.reveal(), true);
    return done;
}

// Adds the fields of the library itself. Values with characters that a field cannot have are
// errors, never cut.
[[gnu::cold]] OAIWIRE_INLINE result<void> call_builder::add_headers() const {
    out.headers.add("Accept", streamed && !call.bytes ? "text/event-stream" : call.accept);
    result<void> done;
    if (call.auth == auth::bearer && !key.empty()) {
        done = set_key(out.headers, where.sends_key_as, key);
    }
    const auto add = [&](std::string_view name, std::string_view value) {
        if (done && !value.empty()) done = http::add_checked(out.headers, name, value);
    };
    add("OpenAI-Beta", call.beta);
    add("OpenAI-Organization", where.organization);
    add("OpenAI-Project", where.project);
    add("Idempotency-Key", options.idempotency_key);
    return done;
}

// Writes the body. `stream` is patched in the JSON text to agree with the call, so that the request
// need not be copied.
[[gnu::cold]] OAIWIRE_INLINE result<void> call_builder::add_body() const {
    if (call.write_form != nullptr) {
        return call.write_form(request, options.body, streamed, out);
    }
    if (!call.has_body) return {};
    out.headers.add("Content-Type", "application/json");
    auto done = json::detail::write_described(request, *call.described, out.body);
    for (std::size_t i = 0; done && i != call.in_query.count; ++i) {
        done = json::erase(out.body, call.in_query.names[i]);
    }
    const said_of_streams said = call.streams_said(request);
    if (done && !streamed) done = erase_for_streams(said, out.body);
    const bool agrees = streamed ? said.stream_true : said.stream_false;
    if (done && said.has_stream && !agrees) {
        done = json::patch(out.body, "stream", raw_json::of(streamed));
    }
    return done ? add_members(options.body, out.body) : done;
}

// Adds the fields of the endpoint, then those of the call. Each replaces one of the same name,
// those of the library included. Names that frame the message are errors.
[[gnu::cold]] OAIWIRE_INLINE result<void> call_builder::add_other_headers() const {
    for (const auto* extra : {&where.headers, &options.headers}) {
        for (const auto& h : *extra) {
            if (auto done = http::check_extra_field(h.name); !done) return done;
            // the Content-Type of a form holds its boundary and must not be replaced
            if (call.write_form != nullptr && http::same_name(h.name, "Content-Type")) continue;
            out.headers.remove(h.name);
            auto done = http::add_checked(out.headers, h.name, h.value, h.sensitive);
            if (!done) return done;
        }
    }
    if (!out.headers.find("User-Agent")) {
        std::string agent("oaiwire/");
        for (const int part : {version.major, version.minor, version.patch}) {
            agent.append(decimal(part)).append(".");
        }
        agent.pop_back();
        out.headers.add("User-Agent", agent);
    }
    return {};
}

[[gnu::cold]] OAIWIRE_INLINE result<http::request> build_call(const request_table& call,
                                                              const void* request,
                                                              const endpoint& where,
                                                              const secret& key, bool streamed,
                                                              const call_options& options) {
    return within_memory([&]() -> result<http::request> {
        http::request out;
        auto done = call_builder{call, request, where, key, streamed, options, out}.build();
        if (!done) return passed_on(done);
        return out;
    });
}

[[gnu::cold]] OAIWIRE_INLINE result<http::request> build_call(const request_table& call,
                                                              const void* request,
                                                              const endpoint& where, bool streamed,
                                                              const call_options& options) {
    return within_memory([&]() -> result<http::request> {
        secret key;
        if (auto taken = take_key(call, where, key); !taken) return passed_on(taken);
        return build_call(call, request, where, key, streamed, options);
    });
}

}  // namespace detail

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
