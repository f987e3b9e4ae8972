// The library's compiled form, for the test programs.
// [implementation]
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
// [/implementation]
