// expected: oaiwire: enumerator_names(E) has a text without an enumerator
#include <array>
#include <string_view>

#include <oaiwire/json/read.hpp>

#ifdef OAIWIRE_WRONG
enum class mood { happy, sad };
#else
enum class mood { unknown, happy, sad };
#endif
constexpr std::array<std::string_view, 2> enumerator_names(mood) {
    return {"happy", "sad"};
}
struct subject {
    mood value{};
};

bool is_read() {
    return oaiwire::json::read<subject>("{}").has_value();
}
