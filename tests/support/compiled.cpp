// The compiled form of the library for the test programs, with the parts shared by adapters.
// [implementation]
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
// [/implementation]
#include <oaiwire/transport/system_timing.hpp>
