// The library's compiled form, for the test programs.
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
