// endpoint: where calls go and who makes them. Plain data; knows no operation.
#pragma once

#include <string>

#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

struct endpoint {
    std::string base_url = "https://api.openai.com/v1";
    secret api_key{};             // empty: no Authorization is sent, as local servers like it
    std::string organization{};   // OpenAI-Organization, where not empty
    std::string project{};        // OpenAI-Project, where not empty
    http::header_list headers{};  // sent with every call; checked when a call is made
    http::deadlines deadlines{};
    bool allow_cleartext = false;  // plain http to other hosts than this one
};

}  // namespace oaiwire::inline OAIWIRE_ABI
