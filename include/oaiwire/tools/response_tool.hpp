// response_tool<Args>() and arguments<Args>() for the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/tools/tool.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/response_tools.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

ResponseFunctionTool response_function_tool(std::string name, std::string description,
                                            const raw_json& parameters, bool strict);

}  // namespace detail

// As tool<Args>(), for a ResponseRequest.
template <class Args>
ResponseFunctionTool response_tool(std::string name = {}, const std::string& description = {}) {
    return detail::response_function_tool(detail::name_or_type<Args>(std::move(name)), description,
                                          json::schema<Args>(), true);
}
// As loose_tool<Args>(), for a ResponseRequest.
template <class Args>
ResponseFunctionTool loose_response_tool(std::string name = {},
                                         const std::string& description = {}) {
    return detail::response_function_tool(detail::name_or_type<Args>(std::move(name)), description,
                                          json::loose_schema<Args>(), false);
}

// Reads the arguments of a call: see arguments() in tools/tool.hpp.
template <class Args>
result<Args> arguments(const FunctionToolCall& call, argument_mode mode = argument_mode::strict,
                       repair_report* report = nullptr) {
    return arguments<Args>(std::string_view(call.arguments ? *call.arguments : std::string_view()),
                           mode, report);
}

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE ResponseFunctionTool response_function_tool(std::string name,
                                                           std::string description,
                                                           const raw_json& parameters,
                                                           bool strict) {
    ResponseFunctionTool out;
    out.name = std::move(name);
    if (!description.empty()) out.description = std::move(description);
    out.parameters = parameters;
    // the Responses API takes an absent `strict` for true
    out.strict = strict;
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
