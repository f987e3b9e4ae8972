// Gives all macros back for the includes of a foreign library, which may need its own, until
// macros_resume.hpp. Stands after macros_begin.hpp.
#include <oaiwire/core/macros_restore.hpp>
