// See odr_1.cpp: a file with declarations only, without simdjson.h.
#define OAIWIRE_DECLARATIONS
#include "odr.hpp"

form_facts facts_of_declarations() {
    return facts_of_this_file();
}
