// response_request_of(): a request of chat completions as a request of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge/bridge_members.hpp>
#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/bridge/chat_request_of.hpp>
#include <oaiwire/bridge/response_input_of.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 {

// The request of the Responses API that asks the same. docs/bridge.md lists what becomes of each
// member. notes: what was left out is added. Where defaults differ, the chat's is sent: nothing is
// stored unless the request says so, and functions are not strict. Errors: invalid_argument with
// the path of what the Responses API cannot say, such as several choices; out_of_memory. Takes
// linear time, but for results of custom tools, which look for their call.
// R: ChatCompletionRequest; a template so that who includes this does not compile it.
template <class R = ChatCompletionRequest>
result<ResponseRequest> response_request_of(const std::type_identity_t<R>& request,
                                            bridge_notes& notes,
                                            const bridge_options& options = {});

namespace detail {

// Tools and the choice of tools. A template, as above.
template <class Request = ResponseRequest>
class response_tools {
public:
    response_tools(bridge_work& work, Request& to) : work_(work), to_(to) {}

    void add(const Tool& tool, const bridge_path& at) {
        if (const auto* f = std::get_if<FunctionTool>(&tool)) {
            work_.lost_members(at, f->extra);
            work_.lost_members(at.member("function"), f->function.extra);
            ResponseFunctionTool out{.name = f->function.name,
                                     .description = f->function.description,
                                     .parameters = f->function.parameters,
                                     .strict = f->function.strict};
            if (!out.strict) out.strict = false;  // the Responses API has true by default
            push(std::move(out));
        } else if (const auto* c = std::get_if<CustomTool>(&tool)) {
            work_.lost_members(at, c->extra);
            work_.lost_members(at.member("custom"), c->custom.extra);
            ResponseCustomTool out{.name = c->custom.name, .description = c->custom.description};
            if (c->custom.format) take_format(out, *c->custom.format, at.member("custom"));
            push(std::move(out));
        } else {
            std::string why = "no function and no custom tool, but of type ";
            why.append(type_in(&tool, json::detail::described<Tool>()));
            work_.refuse(at, why);
        }
    }
    void choose(const ToolChoice& from, const bridge_path& at) {
        if (const auto* mode = std::get_if<open_enum<ToolChoiceMode>>(&from)) {
            to_.tool_choice.emplace(*mode);
        } else if (const auto* f = std::get_if<NamedToolChoice>(&from)) {
            to_.tool_choice.emplace(ToolChoiceFunction{.name = f->function.name});
        } else if (const auto* c = std::get_if<NamedToolChoiceCustom>(&from)) {
            to_.tool_choice.emplace(ToolChoiceCustom{.name = c->custom.name});
        } else if (const auto* a = std::get_if<AllowedToolsChoice>(&from)) {
            allow(a->allowed_tools, at.member("allowed_tools"));
        } else {
            work_.refuse(at, "an unknown choice of tools");
        }
    }
    // What web_search_options ask for is a tool there.
    void search(const WebSearchOptions& from, const bridge_path& at) {
        work_.lost_members(at, from.extra);
        WebSearchTool out{.search_context_size = from.search_context_size};
        if (from.user_location) {
            const WebSearchLocation& place = from.user_location->approximate;
            work_.lost_members(at.member("user_location"), from.user_location->extra);
            out.user_location = ApproximateLocation{.type = "approximate",
                                                    .city = place.city,
                                                    .country = place.country,
                                                    .region = place.region,
                                                    .timezone = place.timezone};
        }
        push(std::move(out));
    }

private:
    template <class T>
    void push(T tool) {
        if (!to_.tools) to_.tools.emplace();
        to_.tools->push_back(std::move(tool));
    }
    void take_format(ResponseCustomTool& to, const CustomToolFormat& from, const bridge_path& at) {
        if (const auto* g = std::get_if<CustomToolGrammarFormat>(&from)) {
            to.format = ResponseToolFormat{.type = "grammar",
                                           .definition = g->grammar.definition,
                                           .syntax = g->grammar.syntax};
        } else if (std::holds_alternative<CustomToolTextFormat>(from)) {
            to.format = ResponseToolFormat{.type = "text"};
        } else {
            work_.refuse(at.member("format"), "an unknown format");
        }
    }
    // {"type":"function","function":{"name":"f"}} becomes {"type":"function","name":"f"}.
    void allow(const AllowedTools& from, const bridge_path& at) {
        ToolChoiceAllowed out{.mode = from.mode};
        out.tools.emplace();
        const bridge_path list = at.member("tools");
        for (std::size_t i = 0; i != from.tools.size(); ++i) {
            const json_view tool(from.tools[i].text());
            const std::string type = tool["type"].string().value_or("");
            const json_view name = tool[type]["name"];
            if ((type != "function" && type != "custom") || !name.is_string()) {
                return work_.refuse(list.element(i), "no function and no custom tool");
            }
            std::string text = R"({"type":")" + type + R"(","name":)";
            text.append(name.text()).append("}");
            out.tools->push_back(raw_json::trusted(text));
        }
        to_.tool_choice.emplace(std::move(out));
    }

    bridge_work& work_;  // borrowed
    Request& to_;        // borrowed
};

template <class To>
void take_format(To& to, const ResponseFormat& from, bridge_work& work) {
    const bridge_path at{nullptr, "response_format"};
    work.lost_members(at, from.extra);
    if (!to.text) to.text.emplace();
    ResponseTextFormat& out = to.text->format.emplace();
    out.type = from.type;
    if (!from.json_schema) return;
    work.lost_members(at.member("json_schema"), from.json_schema->extra);
    out.name = from.json_schema->name;
    out.description = from.json_schema->description;
    out.schema = from.json_schema->schema;
    out.strict = from.json_schema->strict;
}

template <class To, class From>
void take_limit(To& to, const From& from, bridge_work& work) {
    to.max_output_tokens = from.max_completion_tokens;
    if (!to.max_output_tokens) {
        to.max_output_tokens = from.max_tokens;
    } else if (from.max_tokens && *from.max_tokens != *to.max_output_tokens) {
        work.lost({nullptr, "max_tokens"}, "max_completion_tokens counts");
    }
}

}  // namespace detail

template <class R>
result<ResponseRequest> response_request_of(const std::type_identity_t<R>& request,
                                            bridge_notes& notes, const bridge_options& options) {
    return within_memory([&]() -> result<ResponseRequest> {
        detail::bridge_work work(notes, options);
        work.check(detail::chat_request_rows, std::size(detail::chat_request_rows), &request,
                   json::detail::described<R>());
        ResponseRequest to;
        detail::copy_common_members(to, request);
        // the Responses API stores by default
        if (!to.store) to.store = false;
        std::vector<ResponseItem> items;
        detail::response_input_of<> input(work, items);
        const detail::bridge_path messages{nullptr, "messages"};
        for (std::size_t i = 0; i != request.messages.size() && work.ok(); ++i) {
            input.add(request.messages[i], messages.element(i));
        }
        to.input.emplace(std::move(items));
        detail::take_limit(to, request, work);
        if (request.reasoning_effort) to.reasoning = Reasoning{.effort = request.reasoning_effort};
        if (request.verbosity) to.text.emplace().verbosity = request.verbosity;
        if (request.response_format) detail::take_format(to, *request.response_format, work);
        detail::response_tools<> tools(work, to);
        const detail::bridge_path list{nullptr, "tools"};
        for (std::size_t i = 0; request.tools && i != request.tools->size(); ++i) {
            tools.add((*request.tools)[i], list.element(i));
        }
        if (request.web_search_options) {
            tools.search(*request.web_search_options, {nullptr, "web_search_options"});
        }
        if (request.tool_choice) tools.choose(*request.tool_choice, {nullptr, "tool_choice"});
        if (request.logprobs.value_or(false)) {
            to.include.emplace().push_back("message.output_text.logprobs");
        }
        if (request.stream_options) {
            work.lost_members({nullptr, "stream_options"}, request.stream_options->extra);
            if (request.stream_options->include_obfuscation) {
                to.stream_options.emplace().include_obfuscation =
                    request.stream_options->include_obfuscation;
            }
        }
        work.carry(request.extra, to.extra, json::detail::described<ResponseRequest>());
        if (!work.ok()) return work.take_failure();
        return to;
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
