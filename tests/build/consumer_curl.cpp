// A user program with the libcurl adapter: requires libcurl's header.
#include <curl/curl.h>
#include <oaiwire/core/version.hpp>

static_assert(LIBCURL_VERSION_NUM > 0 && oaiwire::version == oaiwire::version_number{});
