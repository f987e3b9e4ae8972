// Counts calls of operator new, in programs that link allocations.cpp.
#pragma once

#include <cstddef>

namespace bench {

struct allocation_counts {
    std::size_t count = 0;
    bool weigh = false;          // update live_bytes too, which is slower
    std::size_t live_bytes = 0;  // as rounded by malloc; 0 if it does not tell
};

allocation_counts& allocations();

}  // namespace bench
