// open_enum<E>: an enumerator of E, or a text that E does not list, verbatim.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/version.hpp>
#include <oaiwire/types/short_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// E's enumerator 0 must be `unknown`; the texts of enumerators 1 to N are returned by
// `enumerator_names(E)`, declared in E's namespace. Use `switch (e.known())` to act on the value,
// and text() to show or forward it.
template <class E>
requires std::is_enum_v<E>
class open_enum {
public:
    using enum_type = E;
    // The offset in bytes of the text that E does not list; the enumerator is at offset 0.
    static constexpr std::size_t other_at = sizeof(E);

    // E::unknown with an empty text.
    constexpr open_enum() = default;
    // A known value.
    constexpr open_enum(E known) : known_(known) {}
    // See assign().
    open_enum(std::string_view text) { assign(text); }
    open_enum(const char* text) { assign(text); }

    // The enumerator, or E::unknown if E does not list the text.
    constexpr E known() const { return known_; }

    // The text in JSON. For unknown texts a view into this object, otherwise into static memory.
    std::string_view text() const {
        constexpr auto names = enumerator_names(E{});
        const auto i = static_cast<std::size_t>(known_);
        return i >= 1 && i <= names.size() ? names[i - 1] : other_.view();
    }

    // Sets the value from its text. Allocates only for long texts that E does not list, and reuses
    // memory.
    void assign(std::string_view text) {
        constexpr auto names = enumerator_names(E{});
        known_ = E{};
        for (std::size_t i = 0; i != names.size(); ++i) {
            if (names[i] == text) {
                known_ = static_cast<E>(i + 1);
                return;
            }
        }
        other_.assign(text);
    }

    // Two values are equal if their texts are.
    friend bool operator==(const open_enum& a, const open_enum& b) { return a.text() == b.text(); }
    friend bool operator==(const open_enum& a, E b) { return a.known_ == b; }
    friend bool operator==(const open_enum& a, std::string_view b) { return a.text() == b; }
    friend bool operator==(const open_enum& a, const char* b) { return a.text() == b; }

private:
    E known_{};
    detail::short_text other_{};
};

namespace detail {

// The JSON texts of the enumerators from `first` to `last`.
template <auto first, auto last>
inline constexpr auto enumerator_texts = [] {
    constexpr auto from = static_cast<std::size_t>(first);
    std::array<std::string_view, static_cast<std::size_t>(last) - from + 1> out{};
    for (std::size_t i = 0; i != out.size(); ++i) {
        out[i] = enumerator_names(first)[from - 1 + i];
    }
    return out;
}();

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
