// A struct with a member of every kind that has a JSON form, as a user might write it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/types/basics.hpp>

namespace support {

enum class color { unknown, red, dark_blue };
constexpr std::array<std::string_view, 2> enumerator_names(color) {
    return {"red", "dark-blue"};
}

struct circle {
    static constexpr oaiwire::wire_tag tag{"kind", "circle"};
    double radius{};
    friend bool operator==(const circle&, const circle&) = default;
};
struct square {
    static constexpr oaiwire::wire_tag tag{"kind", "square"};
    double side{};
    oaiwire::extra_members extra{};
    friend bool operator==(const square&, const square&) = default;
};

struct everything {
    bool flag{};
    std::int8_t i8{};
    std::uint8_t u8{};
    std::int16_t i16{};
    std::uint16_t u16{};
    std::int32_t i32{};
    std::uint32_t u32{};
    std::int64_t i64{};
    std::uint64_t u64{};
    float real{};
    double wide{};
    std::string text{};
    std::optional<int> maybe{};
    std::vector<int> numbers{};
    std::vector<bool> bits{};
    std::map<std::string, int> counts{};
    oaiwire::string_map<std::vector<double>> series{};
    std::vector<std::optional<std::string>> names{};
    color tint{};
    oaiwire::open_enum<color> open{};
    std::variant<bool, std::int64_t, std::string, std::vector<std::int64_t>,
                 std::vector<std::string>, std::map<std::string, bool>>
        any{};
    std::variant<circle, square> shape{};
    oaiwire::raw_json raw{};
    oaiwire::field<double> three{};
    std::vector<everything> children{};
    int default_{};
    int self_harm{};
    static constexpr std::array json_names{std::pair{"self_harm", "self-harm"}};
    friend bool operator==(const everything&, const everything&) = default;
};

}  // namespace support
