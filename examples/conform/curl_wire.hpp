// Connections over libcurl, which sends and receives the bytes as they are, over TLS too. POSIX
// only.
#pragma once

#include <memory>
#include <string>

#include <oaiwire/http/message.hpp>

#include "wire.hpp"

namespace conform {

// `ca_file`: a PEM file of the authorities to trust; "": the system's.
std::unique_ptr<dialer> make_curl_dialer(const oaiwire::http::origin& to,
                                         const std::string& ca_file);

}  // namespace conform
