// Runs checks against a server.
#pragma once

#include <string>
#include <string_view>

#include "context.hpp"
#include "report.hpp"

namespace conform {

// `only`: groups or ids, separated by commas; "": all. "stream" names the chunks, too.
bool selected(const check& c, std::string_view only);

// Whether the server can be reached at all; `why` says why not.
bool reachable(context& in, std::string& why);

// Runs the selected checks in their order. Nothing of the key is in the results.
report run_checks(context& in, std::string_view only);

}  // namespace conform
