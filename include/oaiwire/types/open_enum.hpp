// open_enum<E>: one of the texts that we know, or another one as it came. Knows no JSON.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/core/version.hpp>
#include <oaiwire/types/kept_text.hpp>

namespace oaiwire::inline v0_2 {

// E's enumerator 0 is `unknown`; the texts of 1 to N come from `enumerator_names(E)`, a function
// that stands beside E. `switch (e.known())` is how to act on it, text() how to show or forward it.
template <class E>
requires std::is_enum_v<E>
class open_enum {
public:
    using enum_type = E;
    // Where the text that is none of E's is, in bytes; the enumerator is at 0.
    static constexpr std::size_t other_at =
        (sizeof(E) + alignof(std::string) - 1) / alignof(std::string) * alignof(std::string);

    constexpr open_enum() = default;
    constexpr open_enum(E known) : known_(known) {}
    open_enum(std::string_view text) { assign(text); }
    open_enum(const char* text) { assign(text); }

    // The enumerator; E::unknown for a text that is none of ours.
    constexpr E known() const { return known_; }

    // The text on the wire. Views this object where the text is unknown, else static memory.
    std::string_view text() const {
        constexpr auto names = enumerator_names(E{});
        const auto i = static_cast<std::size_t>(known_);
        return i >= 1 && i <= names.size() ? names[i - 1] : std::string_view(other_);
    }

    // Reuses memory; allocates for long unknown texts only.
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

    friend bool operator==(const open_enum& a, const open_enum& b) { return a.text() == b.text(); }
    friend bool operator==(const open_enum& a, E b) { return a.known_ == b; }
    friend bool operator==(const open_enum& a, std::string_view b) { return a.text() == b; }
    friend bool operator==(const open_enum& a, const char* b) { return a.text() == b; }

private:
    E known_{};
    detail::kept_text other_{};
};

}  // namespace oaiwire::inline v0_2
