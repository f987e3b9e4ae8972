// The compiled form's file of session/ and of the Realtime and Live APIs, beside compiled.cpp.
#define OAIWIRE_ADAPTER_IMPLEMENTATION
#include <oaiwire/live.hpp>
#include <oaiwire/realtime.hpp>
#include <oaiwire/websocket.hpp>
