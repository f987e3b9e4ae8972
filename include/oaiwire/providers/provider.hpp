// provider: what is known of a provider of the API, as plain data.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>

#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A provider. Names of environment variables and header fields are empty if it has none. Of several
// variables, separated by spaces, the first one that is set counts.
struct provider {
    std::string_view name{};  // as printed
    // Empty: each customer has their own. {account} and {region} are parts that customers set;
    // {dns} is the domain of the AWS region.
    std::string_view base_url{};
    std::string_view prefix{};            // path appended to the base URL
    std::string_view versioned_prefix{};  // replaces `prefix` if an API version is set
    key_field sends_key_as = key_field::authorization;  // the header field for the key
    bool needs_key = true;                              // false for local servers
    std::string_view key_variable{};                    // of the API key or token
    std::string_view base_url_variable{};               // replaces base_url
    std::string_view organization_variable{};           // sets the OpenAI-Organization header
    std::string_view project_variable{};                // sets the OpenAI-Project header
    std::string_view api_version_variable{};            // sets the version of Azure's API
    std::string_view account_variable{};                // sets {account}
    std::string_view region_variable{};                 // sets {region}
    std::string_view app_url_header{};                  // names the calling program
    std::string_view app_name_header{};                 // shown in the provider's statistics
    std::string_view version_header{};                  // sent with every request, if not empty
    std::string_view version{};                         // the value of version_header
    request_quirks quirks{};                            // requirements beyond the documents
    // The rest is for people. Not std::string_view, which takes compilers longer.
    const char* notes = "";    // what its server does differently; docs/quirks.md has streams
    const char* source = "";   // the document or code that says so
    const char* checked = "";  // when it was read, "YYYY-MM-DD"
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
