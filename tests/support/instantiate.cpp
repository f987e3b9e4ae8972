// The JSON functions of the wire types, compiled once for all test programs: their files include
// declarations only, as a large program's would.
#include <oaiwire/instantiate.hpp>
