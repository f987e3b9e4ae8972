// Which of the decoder's shortcuts are taken. Knows none of them.
#pragma once

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// What comes out is the same with each of them on or off; they are switched to compare, in tests
// and when one is suspected.
struct decode_tiers {
    bool templates = true;   // an event like one before it: its strings alone are read
    bool prediction = true;  // members are expected in their usual order, before any search
};

}  // namespace oaiwire::inline v0_2
