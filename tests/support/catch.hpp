// Catch2, whichever major version is installed.
#pragma once

#include <support/bit_cast.hpp>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
