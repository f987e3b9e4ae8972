// call_parts: the id, name and arguments of a tool call, from every form in which servers write
// one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire::inline v0_2 {

// A tool call, or a piece of one, with what servers write for nothing taken as nothing: an empty id
// or name, the name "null", a negative index. The type is in lower case. arguments: the input, for
// a custom tool.
struct call_parts {
    std::optional<std::int64_t> index{};
    std::optional<std::string> id{};
    std::optional<std::string> type{};
    std::optional<std::string> name{};
    std::optional<std::string> arguments{};
};

// Of a ToolCall or a ToolCallChunk. Some gateways leave out the `function` object and write its
// members beside the others.
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

}  // namespace oaiwire::inline v0_2
