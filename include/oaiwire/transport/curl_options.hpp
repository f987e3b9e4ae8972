// Options of curl_transport.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// TLS always verifies: to trust a private authority, name it.
struct curl_options {
    std::string ca_file{};     // PEM file of the authorities to trust; "": the system's
    oaiwire::limits limits{};  // used: head, headers, trailers
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
