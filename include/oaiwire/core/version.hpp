// The version, and the inline namespace that carries it. Knows nothing else.
#pragma once

// The build files read these three lines; nothing else states the version.
#define OAIWIRE_VERSION_MAJOR 0
#define OAIWIRE_VERSION_MINOR 1
#define OAIWIRE_VERSION_PATCH 0

// Two plug-ins built on two versions may meet in one program: their symbols differ by this name.
#define OAIWIRE_ABI v0_1

namespace oaiwire::inline OAIWIRE_ABI {

struct version_number {
    int major = OAIWIRE_VERSION_MAJOR;
    int minor = OAIWIRE_VERSION_MINOR;
    int patch = OAIWIRE_VERSION_PATCH;
    friend bool operator==(const version_number&, const version_number&) = default;
};

inline constexpr version_number version{};

}  // namespace oaiwire::inline OAIWIRE_ABI
