// Catch2's main: written by version 2's header, linked from Catch2WithMain by version 3.
#if !__has_include(<catch2/catch_all.hpp>)
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
#endif
