// expected: oaiwire: schema_name must be 1 to 64 of A-Z
#include <string_view>

#include <oaiwire/json/schema_name.hpp>

struct subject {
#ifdef OAIWIRE_WRONG
    static constexpr std::string_view schema_name = "a name";
#else
    static constexpr std::string_view schema_name = "a-name";
#endif
};

std::string_view name() {
    return oaiwire::json::schema_name<subject>();
}
