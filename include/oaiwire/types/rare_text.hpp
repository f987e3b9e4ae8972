// rare_text: a std::string for members that few messages have.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <utility>

#include <oaiwire/core/version.hpp>
#include <oaiwire/types/kept_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// Used like the std::string that it is. A field<rare_text> allocates it on first use, and so takes
// half of the memory of a field<std::string> that is absent.
struct rare_text : detail::kept_text {
    static constexpr bool kept_apart = true;

    using detail::kept_text::kept_text;
    using detail::kept_text::operator=;
    rare_text() = default;
    rare_text(const std::string& text) { assign(text); }
    rare_text(std::string&& text) noexcept { swap(text); }
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
