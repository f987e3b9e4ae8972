// path_parameter: a member of a request that is sent in the URL's path, not in the body.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// A text that becomes one percent-encoded path segment (RFC 3986, 3.3) when the request is built;
// pass it unencoded. JSON encoding skips it, and decoding leaves it unchanged.
class path_parameter {
public:
    // An empty text, which is an error when the request is built.
    path_parameter() = default;
    // A copy of `text`.
    template <std::convertible_to<std::string> T>
    path_parameter(T&& text) : text_(std::forward<T>(text)) {}

    // The text, not encoded. The view that the conversion returns is valid as long as this object
    // is not modified.
    const std::string& text() const { return text_; }
    // The text, not encoded; a view, valid until this object is modified.
    operator std::string_view() const { return text_; }
    // True if the text is empty.
    bool empty() const { return text_.empty(); }

    friend bool operator==(const path_parameter&, const path_parameter&) = default;

private:
    std::string text_{};
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
