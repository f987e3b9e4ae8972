// Values as JSON text and back, for tests that know the text.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <support/catch.hpp>

namespace support {

// The JSON text that a value is written as, or the error.
template <class T>
std::string json_of(const T& value) {
    const auto text = oaiwire::json::write(value);
    return text ? *text : to_string(text.error());
}

// The value that a text is read as, strictly unless options say otherwise. The test fails where it
// is not read.
template <class T>
T from_json(std::string_view text, const oaiwire::json::read_options& options = {}) {
    auto value = oaiwire::json::read<T>(text, options);
    INFO(text);
    CHECK((value ? "" : to_string(value.error())) == "");
    return value ? *std::move(value) : T{};
}

// A text as it is written after it was read as a T.
template <class T>
std::string rewritten(std::string_view text) {
    return json_of(from_json<T>(text));
}

// Whether a text is read as that alternative of the union, and written as the same text.
template <class Alternative, class Union>
bool chooses(std::string_view text) {
    const Union value = from_json<Union>(text);
    const std::string written = json_of(value);
    if (std::holds_alternative<Alternative>(value) && written == text) return true;
    UNSCOPED_INFO("alternative " << value.index() << ", written as " << written);
    return false;
}

}  // namespace support
