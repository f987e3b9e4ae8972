// Takes macros away again after macros_pause.hpp, also those that the foreign library brought.
#include <oaiwire/core/macros_hold.hpp>
