// Lookup in tables that list what is known of each value of an enum.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A text of a table, kept in place: a pointer would have to be relocated when a program is loaded,
// which takes more bytes than most texts.
template <std::size_t Most>
struct table_text {
    template <std::size_t Size>
    constexpr table_text(const char (&text)[Size]) : size(static_cast<std::uint8_t>(Size - 1)) {
        static_assert(Size - 1 <= Most && Most < 256);
        for (std::size_t i = 0; i != Size - 1; ++i) bytes[i] = text[i];
    }
    constexpr operator std::string_view() const { return {bytes, size}; }

    char bytes[Most]{};
    std::uint8_t size;
};

// The row whose member `value` is the given one; null if there is none. Linear: the tables are
// short, and used where time does not matter.
template <class Row, std::size_t Count, class Value>
constexpr const Row* find_row(const Row (&rows)[Count], const Value& value) {
    for (const Row& row : rows) {
        if (row.value == value) return &row;
    }
    return nullptr;
}

// A row of a table that gives names only.
template <class Enum>
struct name_row {
    Enum value;
    std::string_view name;
};

// The name of a value in a table of any rows that have one; for other values, that of the first
// row.
template <class Row, std::size_t Count, class Enum>
constexpr std::string_view name_in(const Row (&rows)[Count], Enum value) {
    const Row* row = find_row(rows, value);
    return row != nullptr ? row->name : rows[0].name;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
