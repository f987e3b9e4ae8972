// With odr_2.cpp: two translation units that include everything make one program, in which both
// mean the same by every name.
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/oaiwire.hpp>  // NOLINT: once more, on purpose

const oaiwire::version_number* version_of_the_other_unit();

int main() {
    return version_of_the_other_unit() == &oaiwire::version ? 0 : 1;
}
