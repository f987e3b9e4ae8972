// A user's program that includes the Botan adapter finds Botan's header.
#include <oaiwire/confidential/botan.hpp>

static_assert(oaiwire::confidential::crypto<oaiwire::botan_crypto>);
