// kept_text: a std::string whose copy, move and destruction are not inlined. Wire types contain
// dozens of strings; inlined, these functions would make up most of a program's code and compile
// time.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A template, so that the compiled form can instantiate it once.
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
    // NOLINTNEXTLINE(modernize-use-equals-default): a defaulted destructor would be inlined
    [[gnu::noinline]] constexpr ~not_inlined() {}
};
OAIWIRE_COMPILED(struct not_inlined<std::string>)

// The string type of members that occur in every wire type.
using kept_text = not_inlined<std::string>;

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
