// Counts what operator new hands out, in a program that links allocations.cpp.
#pragma once

#include <cstddef>

namespace bench {

struct allocation_counts {
    std::size_t count = 0;
    bool weigh = false;          // keep live_bytes too, which costs time
    std::size_t live_bytes = 0;  // as malloc rounds them; 0 where it does not tell
};

allocation_counts& allocations();

}  // namespace bench
