// With odr_1.cpp.
#include <oaiwire/oaiwire.hpp>

const oaiwire::version_number* version_of_the_other_unit();
const oaiwire::version_number* version_of_the_other_unit() {
    return &oaiwire::version;
}
