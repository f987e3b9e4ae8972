// fast_paths: switches for the optimisations of stream_decoder.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// The decoded chunks, errors and statistics are the same with each of them on or off. For tests,
// benchmarks, and to rule one out when a bug is suspected.
struct fast_paths {
    bool event_templates = true;  // match events against earlier ones, see docs/event_matcher.md
    bool key_prediction = true;   // try object members in their usual order before looking names up
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
