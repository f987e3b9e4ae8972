// The C library's value of a number, infinity on overflow.
#pragma once

#include <cstdlib>
#include <string>
#include <type_traits>

namespace support {

template <class T>
T nearest(const std::string& token) {
    if constexpr (std::is_same_v<T, float>) {
        return std::strtof(token.c_str(), nullptr);
    } else {
        return std::strtod(token.c_str(), nullptr);
    }
}

}  // namespace support
