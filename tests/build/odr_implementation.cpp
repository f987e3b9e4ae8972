// See odr_1.cpp: the implementation file, here with OAIWIRE_DECLARATIONS defined for the whole
// program.
#define OAIWIRE_DECLARATIONS
#define OAIWIRE_IMPLEMENTATION
#include "odr.hpp"

form_facts facts_of_implementation() {
    return facts_of_this_file();
}
