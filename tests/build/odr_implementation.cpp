// With odr_1.cpp: the one file, also where all files are told that they are declarations.
#define OAIWIRE_DECLARATIONS
#define OAIWIRE_IMPLEMENTATION
#include "odr.hpp"

form_facts facts_of_implementation() {
    return facts_of_this_file();
}
