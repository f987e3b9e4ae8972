// Whether RapidJSON is there and compiles, and how it is configured. Version 1.1.0 assigns to a
// const member in a template that nothing uses, which clang reports from version 19 on.
#pragma once

#if __has_include(<rapidjson/document.h>) && (!defined(__clang__) || __clang_major__ < 19)
#define BENCH_RAPIDJSON_FOUND 1

// strings are scanned by 16 bytes only if configured
#if defined(__SSE4_2__)
#define RAPIDJSON_SSE42
#elif defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#else
#define BENCH_RAPIDJSON_FOUND 0
#endif
