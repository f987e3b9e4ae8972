// A minimal user program: requires the library's headers, its package and simdjson.
#include <iostream>

#include <simdjson.h>
#include <oaiwire/core/version.hpp>
#include <oaiwire/sse/decoder.hpp>

// EXPECTED_VERSION comes from the package, so it must equal the version in the headers.
static_assert(oaiwire::version == oaiwire::version_number{EXPECTED_VERSION});

int main() {
    oaiwire::sse::decoder decoder;
    decoder.feed("data: hello\n\n");
    const auto event = decoder.next();
    if (!event || event->data != "hello") return 1;
    std::cout << event->data << " from simdjson " << SIMDJSON_STRINGIFY(SIMDJSON_VERSION) << '\n';
    return simdjson::get_active_implementation() ? 0 : 1;
}
