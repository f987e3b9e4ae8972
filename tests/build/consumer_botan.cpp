// A user program with the Botan adapter: requires Botan's headers.
#include <oaiwire/confidential/botan.hpp>

static_assert(oaiwire::confidential::crypto<oaiwire::botan_crypto>);
