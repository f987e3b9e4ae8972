// The compiled form's file of cassettes, beside compiled.cpp.
#define OAIWIRE_ADAPTER_IMPLEMENTATION
#include <oaiwire/transport/cassette.hpp>
#include <oaiwire/transport/cassette_transport.hpp>
