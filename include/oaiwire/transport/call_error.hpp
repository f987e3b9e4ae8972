// The error of a call that failed: it names the server and quotes nothing else of the request.
// Shared by adapters.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// "host:port: why", without user info; why: the description of the code, if it is empty.
inline error call_error(const http::origin& to, errc code, std::string_view why = {}) {
    auto e = make_error(
        code, to.host.substr(to.host.rfind('@') + 1) + ':' + std::to_string(to.port) + ": ");
    e.message += why.empty() ? describe(code) : why;
    return e;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
