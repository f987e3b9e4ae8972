// The building blocks of wire types, in one include.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 {

// The JSON member and its value that identify an alternative of a tagged union. An alternative
// declares `static constexpr wire_tag tag`; the member is written first and is not stored.
struct wire_tag {
    std::string_view member{};
    std::string_view value{};
};

// A JSON object with arbitrary names, in order. Names are unique after reading: the last duplicate
// wins.
template <class V>
using string_map = std::vector<std::pair<std::string, V>>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
