// The library's compiled form, for the test programs; with what adapters have in common.
// [implementation]
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
// [/implementation]
#include <oaiwire/transport/system_timing.hpp>
