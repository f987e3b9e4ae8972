// The version of the library. Every header spells the inline namespace out (`v0_2`), so that two
// plug-ins built on two versions can live in one program; tests/build/version.py compares them.
#pragma once

// The build files read these three lines; nothing else states the version.
#define OAIWIRE_VERSION_MAJOR 0
#define OAIWIRE_VERSION_MINOR 2
#define OAIWIRE_VERSION_PATCH 0

namespace oaiwire::inline v0_2 {

struct version_number {
    int major = OAIWIRE_VERSION_MAJOR;
    int minor = OAIWIRE_VERSION_MINOR;
    int patch = OAIWIRE_VERSION_PATCH;
    friend bool operator==(const version_number&, const version_number&) = default;
};

inline constexpr version_number version{};

}  // namespace oaiwire::inline v0_2
