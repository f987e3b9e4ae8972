// Includes Catch2, version 2 or 3.
#pragma once

#include <support/bit_cast.hpp>

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
