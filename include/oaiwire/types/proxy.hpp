// Requests that R9S forwards unchanged to one of its channels.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// POST /nextrouter/proxy/{channelid}/{target} (R9S). The body is a JSON object with the members of
// `extra`; set them by name, or read them: json::read<ProxyRequest>(text). The response is
// raw_json.
struct ProxyRequest {
    path_parameter channelid{};
    path_parameter target{};
    extra_members extra{};
    friend bool operator==(const ProxyRequest&, const ProxyRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
