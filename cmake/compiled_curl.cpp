// The compiled form's one file of the adapters over libcurl, beside compiled.cpp.
#define OAIWIRE_ADAPTER_IMPLEMENTATION
#include <oaiwire/transport/curl.hpp>
#include <oaiwire/transport/curl_websocket.hpp>
