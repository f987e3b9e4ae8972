// std::bit_cast for standard libraries without it (libc++ before 14).
#pragma once

#include <bit>

#if !defined(__cpp_lib_bit_cast)
namespace std {
template <class To, class From>
constexpr To bit_cast(const From& from) {
    return __builtin_bit_cast(To, from);
}
}  // namespace std
#endif
