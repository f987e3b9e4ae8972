// A user program with the Botan adapter: requires Botan's headers.
#include <oaiwire/confidential/botan.hpp>
#include <oaiwire/webhooks/botan.hpp>

static_assert(oaiwire::confidential::crypto<oaiwire::botan_crypto>);
static_assert(oaiwire::webhook_crypto<oaiwire::botan_hmac>);
