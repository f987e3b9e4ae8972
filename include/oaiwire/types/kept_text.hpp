// kept_text: a string whose copies, moves and end are calls, not inlined code: wire types hold
// dozens of them, and what copies, moves or destroys one of these types would be most of the code,
// and of the compiler's time, of a program that makes a request. Knows no types.
#pragma once

#include <string>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2::detail {

// A template, so that the compiled form can have them once.
template <class String>
struct not_inlined : String {
    using String::String;
    using String::operator=;

    constexpr not_inlined() = default;
    [[gnu::noinline]] not_inlined(const not_inlined& other) : String(other) {}
    [[gnu::noinline]] not_inlined(not_inlined&& other) noexcept : String(std::move(other)) {}
    [[gnu::noinline]] not_inlined& operator=(const not_inlined& other) {
        String::operator=(other);
        return *this;
    }
    [[gnu::noinline]] not_inlined& operator=(not_inlined&& other) noexcept {
        String::operator=(std::move(other));
        return *this;
    }
    // NOLINTNEXTLINE(modernize-use-equals-default): inlined then
    [[gnu::noinline]] constexpr ~not_inlined() {}
};
OAIWIRE_COMPILED(struct not_inlined<std::string>)

using kept_text = not_inlined<std::string>;

}  // namespace oaiwire::inline v0_2::detail
