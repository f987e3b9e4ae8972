// A user program with the cpp-httplib adapter: requires its header.
#include <httplib.h>
#include <oaiwire/core/version.hpp>

static_assert(sizeof(httplib::Client) > 0 && oaiwire::version == oaiwire::version_number{});
