// Examines my_transport. An argument limits the examination to rules whose text contains it.
// [own_main]
#include <oaiwire/testing/conformance.hpp>

#include "my_transport.hpp"

int main(int count, char** words) {
    return oaiwire::conformance::main_of([] { return my_transport{}; }, count, words);
}
// [/own_main]
