// The compiled form's one file; with what adapters have in common.
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/system_timing.hpp>
