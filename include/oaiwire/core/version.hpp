// The version of the library. Every header spells out the inline namespace (`v0_2`), so that two
// plug-ins built with different versions can be loaded into one program. Checked by
// tests/build/version.py.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

// The single source of the version: the build files read these three lines.
#define OAIWIRE_VERSION_MAJOR 0
#define OAIWIRE_VERSION_MINOR 2
#define OAIWIRE_VERSION_PATCH 0

namespace oaiwire { inline namespace v0_2 {

// A semantic version.
struct version_number {
    int major = OAIWIRE_VERSION_MAJOR;  // incompatible changes
    int minor = OAIWIRE_VERSION_MINOR;  // additions; before 1.0, also incompatible changes
    int patch = OAIWIRE_VERSION_PATCH;  // corrections
    friend bool operator==(const version_number&, const version_number&) = default;
};

// The version of these headers.
inline constexpr version_number version{};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
