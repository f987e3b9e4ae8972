// Calls that R9S passes on to a channel. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline v0_2 {

// POST /nextrouter/proxy/{channelid}/{target}: an object passed on as it is. Its members are those
// of `extra`, set by name or read from JSON: json::read<ProxyRequest>(text). The answer is
// raw_json.
struct ProxyRequest {
    path_parameter channelid{};
    path_parameter target{};
    extra_members extra{};
    friend bool operator==(const ProxyRequest&, const ProxyRequest&) = default;
};

}  // namespace oaiwire::inline v0_2
