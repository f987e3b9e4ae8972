// Options of winhttp_transport.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// TLS always verifies, by the certificate store of Windows: to trust a private authority, add its
// certificate to the store "Trusted Root Certification Authorities" of the user or the machine.
struct winhttp_options {
    oaiwire::limits limits{};      // used: head and headers
    bool keep_connections = true;  // false: each call has a connection of its own
    bool system_proxy = true;      // false: no proxy, whatever Windows' settings say
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
