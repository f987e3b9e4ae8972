// The compiled form's one file.
#define OAIWIRE_IMPLEMENTATION
#include <oaiwire/oaiwire.hpp>
