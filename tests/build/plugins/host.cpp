// A program that uses the library itself, loads plugins with other builds of it, and unloads them
// again: host [FILE FUNCTION]... It is linked with two more, if HOST_LINKED is defined.
#include <dlfcn.h>

#include <cstdio>
#include <vector>

#include "work.hpp"

#if defined(HOST_LINKED)
extern "C" int linked_first();
extern "C" int linked_second();
#endif

namespace {

using function = int (*)();

int failed(const char* what, int code) {
    if (code != 0) std::fprintf(stderr, "%s: %d\n", what, code);
    return code;
}

}  // namespace

int main(int count, char** values) {
    if (failed("host", work()) != 0) return 1;
    std::vector<void*> libraries;
    std::vector<function> functions;
    for (int i = 1; i + 1 < count; i += 2) {
        libraries.push_back(dlopen(values[i], RTLD_NOW | (i % 4 == 1 ? RTLD_LOCAL : RTLD_GLOBAL)));
        if (libraries.back() == nullptr) {
            std::fprintf(stderr, "%s\n", dlerror());
            return 2;
        }
        functions.push_back(reinterpret_cast<function>(dlsym(libraries.back(), values[i + 1])));
        if (functions.back() == nullptr) return 3;
    }
    for (int round = 0; round != 3; ++round) {
        for (std::size_t i = 0; i != functions.size(); ++i) {
            if (failed(values[2 * i + 1], functions[i]()) != 0) return 4;
            if (failed("host", work()) != 0) return 1;
        }
    }
#if defined(HOST_LINKED)
    if (failed("first", linked_first()) != 0 || failed("second", linked_second()) != 0) return 5;
#endif
    for (void* library : libraries) dlclose(library);
    return failed("host, alone again", work());
}
