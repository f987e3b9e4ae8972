// call_parts: id, name and arguments of a tool call, in every form that servers use.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire { inline namespace v0_2 {

// The parts of a tool call, or of a piece of one. What servers write for absent values is absent:
// an empty id or name, the name "null", a negative index. The type is in lower case. `arguments` is
// the input of a custom tool.
struct call_parts {
    std::optional<std::int64_t> index{};     // position among the calls; unreliable
    std::optional<std::string> id{};         // as sent
    std::optional<std::string> type{};       // in lower case
    std::optional<std::string> name{};       // of the function or custom tool
    std::optional<std::string> arguments{};  // of a custom tool: its input
};

// The parts of a ToolCall or a ToolCallChunk. Some gateways omit the `function` object and put its
// members into the call itself.
template <class Call>
call_parts parts_of(const Call& call) {
    call_parts out;
    const auto take = [](std::optional<std::string>& to, const field<std::string>& from) {
        if (from) to = *from;
    };
    if constexpr (requires { call.index; }) {
        if (call.index && *call.index >= 0) out.index = *call.index;
    }
    take(out.id, call.id);
    take(out.type, call.type);
    if (call.function) {
        take(out.name, call.function->name);
        take(out.arguments, call.function->arguments);
    } else if (call.custom) {
        take(out.name, call.custom->name);
        take(out.arguments, call.custom->input);
    } else if (!call.extra.empty()) {
        out.name = detail::extra_view(call.extra, "name").string();
        const json_view arguments = detail::extra_view(call.extra, "arguments");
        if (arguments.exists() && !arguments.is_null()) out.arguments = arguments.text_or_json();
    }
    for (auto* text : {&out.id, &out.type, &out.name}) {
        if (*text && ((*text)->empty() || **text == "null")) text->reset();
    }
    if (out.type) out.type = detail::lower_case(*out.type);
    return out;
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
