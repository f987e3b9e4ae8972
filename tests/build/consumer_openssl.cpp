// A user program with the OpenSSL adapter: requires OpenSSL's headers.
#include <oaiwire/webhooks/openssl.hpp>

static_assert(oaiwire::webhook_crypto<oaiwire::openssl_hmac>);
