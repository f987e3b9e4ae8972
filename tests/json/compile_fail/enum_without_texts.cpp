// expected: oaiwire: an enum needs the function `enumerator_names(E)` beside it
#include <array>
#include <string_view>

#include <oaiwire/json/read.hpp>

enum class mood { unknown, happy, sad };
#ifndef OAIWIRE_WRONG
constexpr std::array<std::string_view, 2> enumerator_names(mood) {
    return {"happy", "sad"};
}
#endif
struct subject {
    mood value{};
};

bool is_read() {
    return oaiwire::json::read<subject>("{}").has_value();
}
