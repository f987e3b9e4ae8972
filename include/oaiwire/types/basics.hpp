// What every wire type is made of, in one include. Knows no wire type.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/open_enum.hpp>
#include <oaiwire/types/path_parameter.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline v0_2 {

// The member and its one text that tell an alternative of a tagged union from the others. An
// alternative carries one as `static constexpr wire_tag tag`; it is written first and not stored.
struct wire_tag {
    std::string_view member{};
    std::string_view value{};
};

// A JSON object used as a map, in its own order. Names are unique after reading.
template <class V>
using string_map = std::vector<std::pair<std::string, V>>;

}  // namespace oaiwire::inline v0_2
