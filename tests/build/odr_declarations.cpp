// With odr_1.cpp: a file that needs the one file to be linked, and no simdjson.h.
#define OAIWIRE_DECLARATIONS
#include "odr.hpp"

form_facts facts_of_declarations() {
    return facts_of_this_file();
}
