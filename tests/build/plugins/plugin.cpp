// A plugin: PLUGIN is the name of its function.
#include "work.hpp"

extern "C" __attribute__((visibility("default"))) int PLUGIN() {
    return work();
}
