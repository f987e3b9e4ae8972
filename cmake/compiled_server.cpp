// The compiled form's file of server/ and bridge/, beside compiled.cpp.
#define OAIWIRE_ADAPTER_IMPLEMENTATION
#include <oaiwire/bridge.hpp>
#include <oaiwire/server.hpp>
