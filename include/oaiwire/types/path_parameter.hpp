// path_parameter: a part of a request that goes into its path, never into its body. Knows no URL.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// Text as it is meant; it becomes one percent-encoded segment (RFC 3986, 3.3) when the call is
// made. JSON knows nothing of it: reading leaves it alone, writing leaves it out.
class path_parameter {
public:
    path_parameter() = default;
    template <std::convertible_to<std::string> T>
    path_parameter(T&& text) : text_(std::forward<T>(text)) {}

    const std::string& text() const { return text_; }
    operator std::string_view() const { return text_; }
    bool empty() const { return text_.empty(); }

    friend bool operator==(const path_parameter&, const path_parameter&) = default;

private:
    std::string text_{};
};

}  // namespace oaiwire::inline v0_2
