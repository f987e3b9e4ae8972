// Switches between two ways to use the library: header-only (the default), or declarations plus one
// source file that compiles all definitions. No type depends on the switch.
//
//     OAIWIRE_IMPLEMENTATION            defined in that one source file, before any include
//     OAIWIRE_ADAPTER_IMPLEMENTATION    the same for a file that compiles only what oaiwire.hpp
//     does
//                                       not include: transport adapters, server/, bridge/,
//                                       session/, webhooks/ and the operations of platform.hpp,
//                                       as far as it includes them
//     OAIWIRE_DECLARATIONS              defined in the other files, or for the whole program; has
//                                       no effect where one of the above is defined
//
// A header declares its functions first. Definitions of non-template functions, and the includes
// that only they need, follow inside `#if OAIWIRE_DEFINES`, marked OAIWIRE_INLINE. What oaiwire.hpp
// does not include uses OAIWIRE_ADAPTER_DEFINES and OAIWIRE_ADAPTER_INLINE. Template instantiations
// for the library's own types are listed with OAIWIRE_COMPILED after the template's definition; the
// same holds for OAIWIRE_ADAPTER_COMPILED.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#if defined(OAIWIRE_IMPLEMENTATION)
#define OAIWIRE_DEFINES 1
#define OAIWIRE_ADAPTER_DEFINES 1
#elif defined(OAIWIRE_ADAPTER_IMPLEMENTATION)
#define OAIWIRE_DEFINES 0
#define OAIWIRE_ADAPTER_DEFINES 1
#elif defined(OAIWIRE_DECLARATIONS)
#define OAIWIRE_DEFINES 0
#define OAIWIRE_ADAPTER_DEFINES 0
#else
#define OAIWIRE_DEFINES 1
#define OAIWIRE_ADAPTER_DEFINES 1
#endif

// In the implementation file, functions that nothing there calls must be emitted as well. g++: an
// inline function with gnu::used, since g++ then inlines it in fewer places than clang would.
// clang: a plain definition, since gnu::used makes clang 14 emit only one variant of a constructor.
#if defined(__GNUC__) && !defined(__clang__)
#define OAIWIRE_EMITTED [[gnu::used]] inline
#else
#define OAIWIRE_EMITTED
#endif
#if defined(OAIWIRE_IMPLEMENTATION)
#define OAIWIRE_INLINE OAIWIRE_EMITTED
#else
#define OAIWIRE_INLINE inline
#endif
#if defined(OAIWIRE_IMPLEMENTATION) || defined(OAIWIRE_ADAPTER_IMPLEMENTATION)
#define OAIWIRE_ADAPTER_INLINE OAIWIRE_EMITTED
#else
#define OAIWIRE_ADAPTER_INLINE inline
#endif

// Declares or defines an explicit instantiation, depending on the form:
// OAIWIRE_COMPILED(result<void> write<Usage>(const Usage&, std::string&))
#if defined(OAIWIRE_IMPLEMENTATION)
#define OAIWIRE_COMPILED(...) template __VA_ARGS__;
#elif !OAIWIRE_DEFINES
#define OAIWIRE_COMPILED(...) extern template __VA_ARGS__;
#else
#define OAIWIRE_COMPILED(...)
#endif
#if defined(OAIWIRE_IMPLEMENTATION) || defined(OAIWIRE_ADAPTER_IMPLEMENTATION)
#define OAIWIRE_ADAPTER_COMPILED(...) template __VA_ARGS__;
#elif !OAIWIRE_ADAPTER_DEFINES
#define OAIWIRE_ADAPTER_COMPILED(...) extern template __VA_ARGS__;
#else
#define OAIWIRE_ADAPTER_COMPILED(...)
#endif

#include <oaiwire/core/macros_end.hpp>
