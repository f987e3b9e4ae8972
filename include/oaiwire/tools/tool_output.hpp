// What a tool returns, as the text that the model gets.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <class T>
inline constexpr bool is_result = false;
template <class T>
inline constexpr bool is_result<result<T>> = true;

// What the model gets from a tool that returns nothing.
inline constexpr std::string_view empty_output = "ok";

// A text as it is, other values as JSON, a result as its value. Errors: the result's; those of
// json::write.
template <class T>
result<std::string> output_of(T&& value) {
    using type = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<type, error>) {
        return result<std::string>(std::forward<T>(value));
    } else if constexpr (is_result<type>) {
        if (!value) return std::forward<T>(value).error();
        if constexpr (std::is_void_v<typename type::value_type>) {
            return std::string(empty_output);
        } else {
            return output_of(*std::forward<T>(value));
        }
    } else if constexpr (std::is_same_v<type, raw_json>) {
        return std::string(value.text());
    } else if constexpr (std::is_constructible_v<std::string, T>) {
        return std::string(std::forward<T>(value));
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        return std::string(std::string_view(value));
    } else {
        return json::write(value);
    }
}

// Calls a function of a tool with as many of the arguments as it takes.
template <class F, class Context, class... Args>
result<std::string> output_from(F& f, const Context& context, Args&&... args) {
    const auto call = [&]() -> decltype(auto) {
        if constexpr (std::is_invocable_v<F&, Args..., const Context&>) {
            return f(std::forward<Args>(args)..., context);
        } else {
            return f(std::forward<Args>(args)...);
        }
    };
    if constexpr (std::is_void_v<decltype(call())>) {
        call();
        return std::string(empty_output);
    } else {
        return output_of(call());
    }
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
