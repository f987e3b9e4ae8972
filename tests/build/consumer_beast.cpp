// A user program with the Beast adapter: requires the headers of Boost and OpenSSL.
#include <openssl/opensslv.h>
#include <boost/beast/version.hpp>
#include <oaiwire/core/version.hpp>

static_assert(BOOST_BEAST_VERSION > 0 && OPENSSL_VERSION_NUMBER > 0);
static_assert(oaiwire::version == oaiwire::version_number{});
