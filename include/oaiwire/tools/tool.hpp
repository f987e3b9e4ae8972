// tool<Args>() and arguments<Args>(): a struct as the parameters of a tool, and filled by a call.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/tools/model_text.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// Whether arguments must be as the schema says. `lenient` also takes what tolerant reading takes
// (json/options.hpp), repairs what models break (json/repair_lenient.hpp), and reads no arguments
// as {}.
enum class argument_mode : std::uint8_t { strict, lenient };

namespace detail {

FunctionTool function_tool(std::string name, std::string description, const raw_json& parameters,
                           bool strict);

// The name, or the type's if it is empty.
template <class T>
std::string name_or_type(std::string&& name) {
    return name.empty() ? std::string(json::schema_name<T>()) : std::move(name);
}

}  // namespace detail

// Declares a function whose parameters are the members of the struct Args, by its strict schema:
// json::schema<Args>(). The name is the type's (json::schema_name) if it is empty. For a request's
// `tools`.
template <class Args>
FunctionTool tool(std::string name = {}, const std::string& description = {}) {
    return detail::function_tool(detail::name_or_type<Args>(std::move(name)), description,
                                 json::schema<Args>(), true);
}
// The same by json::loose_schema<Args>(), for servers without strict schemas, and for what strict
// schemas cannot express. The model may then deviate from the schema.
template <class Args>
FunctionTool loose_tool(std::string name = {}, const std::string& description = {}) {
    return detail::function_tool(detail::name_or_type<Args>(std::move(name)), description,
                                 json::loose_schema<Args>(), false);
}

// Reads the arguments that the model wrote. Members of Args that are not optional must be there,
// and keywords beside Args are checked (json::check_keywords). A report, which is replaced, says
// what was repaired: see report->was_cut(). Errors: syntax and type errors, with the path and,
// where the text was not repaired, the offset in it; type_mismatch for a member that is missing;
// number_out_of_range and invalid_argument for keywords; out_of_memory.
template <class Args>
result<Args> arguments(std::string_view text, argument_mode mode = argument_mode::strict,
                       repair_report* report = nullptr) {
    return within_memory([&]() -> result<Args> {
        const bool lenient = mode == argument_mode::lenient;
        if (lenient && text.find_first_not_of(" \t\r\n") == std::string_view::npos) text = "{}";
        return detail::read_model_value<Args>(text, {lenient, report, nullptr});
    });
}
// Reads the arguments of a call, in whichever form the server sent them (parts_of()).
template <class Args>
result<Args> arguments(const ToolCall& call, argument_mode mode = argument_mode::strict,
                       repair_report* report = nullptr) {
    return within_memory([&]() -> result<Args> {
        const auto parts = parts_of(call);
        const std::string_view text = parts.arguments ? *parts.arguments : std::string_view();
        return arguments<Args>(text, mode, report);
    });
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE FunctionTool function_tool(std::string name, std::string description,
                                          const raw_json& parameters, bool strict) {
    FunctionTool out;
    out.function.name = std::move(name);
    if (!description.empty()) out.function.description = std::move(description);
    out.function.parameters = parameters;
    if (strict) out.function.strict = true;
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
