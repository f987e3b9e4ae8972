// Operations that only gateways have: Atoma's nodes and health, R9S's search and proxy; and the
// rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/types/nodes.hpp>
#include <oaiwire/types/proxy.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <oaiwire/types/search.hpp>

#if OAIWIRE_DEFINES
#include <cstdint>
#include <limits>
#endif

namespace oaiwire { inline namespace v0_2 {

// Registers an Atoma node. Signed by the node, so no key is sent.
template <>
struct operation_of<NodesCreateRequest> : post_operation<NodesCreateResponse> {
    static constexpr std::string_view id = "nodes_create";
    static constexpr std::string_view path = "/nodes";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
};

// Reserves an Atoma node for one confidential call. Its `model` is no deployment of Azure's.
template <>
struct operation_of<NodesCreateLockRequest> : post_operation<NodesCreateLockResponse> {
    static constexpr std::string_view id = "nodes_create_lock";
    static constexpr std::string_view path = "/nodes/lock";
};

// Whether Atoma's proxy runs: /health beside the base URL's path, without a key.
template <>
struct operation_of<HealthRequest> : get_operation<HealthResponse> {
    static constexpr std::string_view id = "health";
    static constexpr std::string_view path = "/health";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
    static constexpr bool at_root = true;
};

// R9S: a web search.
template <>
struct operation_of<SearchRequest> : post_operation<SearchResponse> {
    static constexpr std::string_view id = "createSearch";
    static constexpr std::string_view path = "/search";
};

// R9S: forwards a body of any members to a channel: /nextrouter/proxy/{channelid}/{target}.
template <>
struct operation_of<ProxyRequest> : post_operation<raw_json> {
    static constexpr std::string_view id = "createProxyRequest";
    static constexpr std::string_view path = "/nextrouter/proxy";
    static result<void> complete(std::string& target, const ProxyRequest& request) {
        auto done = http::append_path_segment(target, request.channelid);
        return done ? http::append_path_segment(target, request.target) : std::move(done);
    }
};

template <>
inline constexpr bool has_no_rules<HealthRequest> = true;

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const NodesCreateRequest&);
[[gnu::cold]] std::vector<violation> validate(const NodesCreateLockRequest&);
[[gnu::cold]] std::vector<violation> validate(const SearchRequest&);
[[gnu::cold]] std::vector<violation> validate(const ProxyRequest&);

#if OAIWIRE_DEFINES

namespace detail {

// The schema has int64; a larger value is a negative number that was converted.
[[gnu::cold]] OAIWIRE_INLINE void check_units(validator& v, const field<std::uint64_t>& units,
                                              rule_text path) {
    constexpr auto most = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    v.check(!units || *units <= most, path, "must be from 0 to 9223372036854775807");
}

}  // namespace detail

OAIWIRE_INLINE std::vector<violation> validate(const NodesCreateRequest& r) {
    detail::validator v;
    v.text(r.data.public_address, "data.public_address");
    v.text(r.data.country, "data.country");
    v.text(r.signature, "signature");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const NodesCreateLockRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    detail::check_units(v, r.max_num_tokens, "max_num_tokens");
    detail::check_units(v, r.timeout, "timeout");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const SearchRequest& r) {
    detail::validator v;
    v.text(r.extra.query, "extra.query");
    return std::move(v.found);
}

OAIWIRE_INLINE std::vector<violation> validate(const ProxyRequest& r) {
    detail::validator v;
    v.text(r.channelid, "channelid");
    v.text(r.target, "target");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
