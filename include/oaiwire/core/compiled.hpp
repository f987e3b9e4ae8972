// The forms that this library is used in: headers alone; or declarations, and one source file in
// which everything is compiled once. The form hides definitions and changes no type.
//
//     OAIWIRE_IMPLEMENTATION            in that one file
//     OAIWIRE_ADAPTER_IMPLEMENTATION    in one that has only the adapters compiled that it includes
//     OAIWIRE_DECLARATIONS              in the others, or in all files: it has no effect beside the
//                                       above
//
// A header declares its functions first. Their definitions, and what only these include, stand
// behind `#if OAIWIRE_DEFINES`, each with OAIWIRE_INLINE; those of adapters to a foreign stack
// behind OAIWIRE_ADAPTER_DEFINES, with OAIWIRE_ADAPTER_INLINE. Templates that are instantiated for
// types of this library are listed with OAIWIRE_COMPILED behind their definitions.
#pragma once

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

// In the one file, also what nothing there calls is emitted. What is not `inline` g++ puts in fewer
// places; clang puts it in as many, and emits half a constructor where it is [[gnu::used]].
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

// OAIWIRE_COMPILED(result<void> write<Usage>(const Usage&, std::string&))
#if defined(OAIWIRE_IMPLEMENTATION)
#define OAIWIRE_COMPILED(...) template __VA_ARGS__;
#elif !OAIWIRE_DEFINES
#define OAIWIRE_COMPILED(...) extern template __VA_ARGS__;
#else
#define OAIWIRE_COMPILED(...)
#endif
