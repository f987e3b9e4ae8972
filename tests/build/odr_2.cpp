// See odr_1.cpp.
#include "odr.hpp"

form_facts facts_of_headers() {
    return facts_of_this_file();
}
