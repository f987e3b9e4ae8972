// chat_request_of(): a request of the Responses API as a request of chat completions.
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
#include <oaiwire/bridge/chat_messages.hpp>
#include <oaiwire/bridge/response_store.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 {

// The chat completion request that asks the same. docs/bridge.md lists what becomes of each member.
// notes: what was left out is added. store: where earlier answers are; null: there are none. A
// stream asks for its usage. Errors: invalid_argument with the path of what chat completions cannot
// say, such as a hosted tool; those of the store; out_of_memory. Takes linear time.
// R: ResponseRequest; a template so that who includes this does not compile it.
template <class R = ResponseRequest>
result<ChatCompletionRequest> chat_request_of(const std::type_identity_t<R>& request,
                                              bridge_notes& notes,
                                              const response_store* store = nullptr,
                                              const bridge_options& options = {});

namespace detail {

// Tools and the choice of tools. A template, as above.
template <class Request = ChatCompletionRequest>
class chat_tools {
public:
    chat_tools(bridge_work& work, Request& to) : work_(work), to_(to) {}

    void add(const ResponseTool& tool, const bridge_path& at) {
        if (const auto* f = std::get_if<ResponseFunctionTool>(&tool)) {
            lost_settings(*f, at);
            work_.lost_if(f->output_schema, at, "output_schema", "functions have no such schema");
            FunctionTool out;
            out.function.name = f->name.value_or("");
            out.function.description = f->description;
            out.function.parameters = f->parameters;
            out.function.strict = f->strict;
            to_.tools->push_back(std::move(out));
        } else if (const auto* c = std::get_if<ResponseCustomTool>(&tool)) {
            lost_settings(*c, at);
            CustomTool out;
            out.custom.name = c->name.value_or("");
            out.custom.description = c->description;
            if (c->format) out.custom.format.emplace(format_of(*c->format, at.member("format")));
            to_.tools->push_back(std::move(out));
        } else {
            refuse(at, type_in(&tool, json::detail::described<ResponseTool>()));
        }
    }
    void choose(const ResponseToolChoice& from, const bridge_path& at) {
        if (const auto* mode = std::get_if<open_enum<ToolChoiceMode>>(&from)) {
            to_.tool_choice.emplace(*mode);
        } else if (const auto* f = std::get_if<ToolChoiceFunction>(&from)) {
            NamedToolChoice out;
            out.function.name = f->name ? *f->name : f->function ? f->function->name : "";
            to_.tool_choice.emplace(std::move(out));
        } else if (const auto* c = std::get_if<ToolChoiceCustom>(&from)) {
            NamedToolChoiceCustom out;
            out.custom.name = c->name.value_or("");
            to_.tool_choice.emplace(std::move(out));
        } else if (const auto* a = std::get_if<ToolChoiceAllowed>(&from)) {
            allow(*a, at);
        } else {
            refuse(at, type_in(&from, json::detail::described<ResponseToolChoice>()));
        }
    }

private:
    void refuse(const bridge_path& at, std::string_view type) {
        std::string why = "chat completions have no tool ";
        why.append(type.empty() ? "without a type" : "of type ").append(type);
        work_.refuse(at, why);
    }
    template <class Tool>
    void lost_settings(const Tool& tool, const bridge_path& at) {
        work_.lost_if(tool.allowed_callers, at, "allowed_callers", "only the model calls tools");
        if (tool.async.value_or(false))
            work_.lost(at.member("async"), "calls are not asynchronous");
        if (tool.defer_loading.value_or(false)) {
            work_.lost(at.member("defer_loading"), "all tools are loaded");
        }
        work_.lost_members(at, tool.extra);
    }
    CustomToolFormat format_of(const ResponseToolFormat& from, const bridge_path& at) {
        if (from.type == "grammar") {
            CustomToolGrammarFormat out;
            out.grammar.definition = from.definition.value_or("");
            if (from.syntax) out.grammar.syntax = *from.syntax;
            return out;
        }
        if (from.type && from.type != "text") work_.refuse(at.member("type"), "an unknown format");
        return CustomToolTextFormat();
    }
    // {"type":"function","name":"f"} becomes {"type":"function","function":{"name":"f"}}.
    void allow(const ToolChoiceAllowed& from, const bridge_path& at) {
        AllowedToolsChoice out;
        if (from.mode) out.allowed_tools.mode = *from.mode;
        const bridge_path list = at.member("tools");
        for (std::size_t i = 0; from.tools && i != from.tools->size(); ++i) {
            const json_view tool((*from.tools)[i].text());
            const std::string type = tool["type"].string().value_or("");
            const json_view name = tool["name"];
            if ((type != "function" && type != "custom") || !name.is_string()) {
                return refuse(list.element(i), type);
            }
            std::string text = R"({"type":")";
            text.append(type).append(R"(",")").append(type).append(R"(":{"name":)");
            text.append(name.text()).append("}}");
            out.allowed_tools.tools.push_back(raw_json::trusted(text));
        }
        to_.tool_choice.emplace(std::move(out));
    }

    bridge_work& work_;  // borrowed
    Request& to_;        // borrowed
};

// Without tools these settings say nothing, and OpenAI refuses them. A choice that needs a tool
// stays, for the server to refuse.
template <class To>
void drop_tool_settings(To& to) {
    to.parallel_tool_calls.reset();
    const auto* mode =
        to.tool_choice ? std::get_if<open_enum<ToolChoiceMode>>(&*to.tool_choice) : nullptr;
    if (mode && *mode != ToolChoiceMode::required) to.tool_choice.reset();
}

// The members that both requests have.
template <class To, class From>
void copy_common_members(To& to, const From& from) {
    to.model = from.model;
    to.metadata = from.metadata;
    to.moderation = from.moderation;
    to.parallel_tool_calls = from.parallel_tool_calls;
    to.prompt_cache_key = from.prompt_cache_key;
    to.prompt_cache_options = from.prompt_cache_options;
    to.prompt_cache_retention = from.prompt_cache_retention;
    to.safety_identifier = from.safety_identifier;
    to.service_tier = from.service_tier;
    to.stop = from.stop;
    to.store = from.store;
    to.stream = from.stream;
    to.temperature = from.temperature;
    to.top_logprobs = from.top_logprobs;
    to.top_p = from.top_p;
    to.user = from.user;
}

template <class To>
void take_text(To& to, const ResponseTextParam& from, bridge_work& work) {
    const bridge_path at{nullptr, "text"};
    work.lost_members(at, from.extra);
    to.verbosity = from.verbosity;
    if (!from.format) return;
    const ResponseTextFormat& format = *from.format;
    work.lost_members(at.member("format"), format.extra);
    ResponseFormat& out = to.response_format.emplace();
    out.type = format.type;
    if (format.type == ResponseFormatType::json_schema) {
        out.json_schema = JsonSchema{.name = format.name,
                                     .description = format.description,
                                     .schema = format.schema,
                                     .strict = format.strict};
    }
}

template <class To>
void take_reasoning(To& to, const Reasoning& from, bridge_work& work) {
    const bridge_path at{nullptr, "reasoning"};
    to.reasoning_effort = from.effort;
    // reasoning is shown as it is
    work.lost_if(from.summary, at, "summary", "reasoning is not summarised");
    work.lost_if(from.generate_summary, at, "generate_summary", "reasoning is not summarised");
    work.lost_if(from.context, at, "context", "the server decides which reasoning it uses");
    work.lost_if(from.mode, at, "mode", "there are no modes of reasoning");
    work.lost_members(at, from.extra);
}

// The items that a request refers to by an id.
template <class Messages>
void take_stored(Messages& messages, std::string_view member, std::string_view id,
                 const response_store* store, bridge_work& work) {
    const bridge_path at{nullptr, member};
    if (store == nullptr || !store->find) return work.refuse(at, "there is no store of answers");
    result<std::vector<ResponseItem>> items = store->find(id);
    if (!items) {
        error why = std::move(items).error();
        if (why.path.empty()) why.path = at.text();
        return work.refuse(std::move(why));
    }
    for (std::size_t i = 0; i != items->size() && work.ok(); ++i) {
        messages.add((*items)[i], at.element(i));
    }
}

template <class To, class From>
void take_input(To& to, const From& from, const response_store* store, bridge_work& work) {
    if (from.instructions && !from.instructions->empty()) {
        if (work.options.instructions == Role::developer) {
            to.messages.push_back(DeveloperMessage{.content = *from.instructions});
        } else {
            to.messages.push_back(SystemMessage{.content = *from.instructions});
        }
    }
    chat_messages<> messages(work, to.messages);
    if (from.previous_response_id) {
        take_stored(messages, "previous_response_id", *from.previous_response_id, store, work);
    }
    if (from.conversation) {
        const auto* plain = std::get_if<std::string>(&*from.conversation);
        const auto* object = std::get_if<ResponseConversation>(&*from.conversation);
        const std::string id = plain ? *plain : object ? object->id.value_or("") : "";
        if (from.previous_response_id) {
            work.refuse({nullptr, "conversation"}, "not together with previous_response_id");
        }
        take_stored(messages, "conversation", id, store, work);
    }
    if (from.input) {
        if (const auto* plain = std::get_if<std::string>(&*from.input)) {
            messages.flush();
            to.messages.push_back(UserMessage{.content = *plain});
        } else {
            const auto& items = *std::get_if<std::vector<ResponseItem>>(&*from.input);
            const bridge_path at{nullptr, "input"};
            for (std::size_t i = 0; i != items.size() && work.ok(); ++i) {
                messages.add(items[i], at.element(i));
            }
        }
    }
    messages.flush();
}

}  // namespace detail

template <class R>
result<ChatCompletionRequest> chat_request_of(const std::type_identity_t<R>& request,
                                              bridge_notes& notes, const response_store* store,
                                              const bridge_options& options) {
    return within_memory([&]() -> result<ChatCompletionRequest> {
        detail::bridge_work work(notes, options);
        work.check(detail::response_request_rows, std::size(detail::response_request_rows),
                   &request, json::detail::described<R>());
        ChatCompletionRequest to;
        detail::copy_common_members(to, request);
        to.modalities = request.modalities;
        detail::take_input(to, request, store, work);
        (options.max_tokens ? to.max_tokens : to.max_completion_tokens) = request.max_output_tokens;
        if (request.reasoning) detail::take_reasoning(to, *request.reasoning, work);
        if (request.text) detail::take_text(to, *request.text, work);
        if (request.tools) {
            to.tools.emplace();
            detail::chat_tools<> tools(work, to);
            const detail::bridge_path at{nullptr, "tools"};
            for (std::size_t i = 0; i != request.tools->size(); ++i) {
                tools.add((*request.tools)[i], at.element(i));
            }
            // an empty list is an error at many servers
            if (to.tools->empty()) to.tools.reset();
        }
        if (request.tool_choice) {
            detail::chat_tools<>(work, to).choose(*request.tool_choice, {nullptr, "tool_choice"});
        }
        if (!to.tools) detail::drop_tool_settings(to);
        if (request.top_logprobs && *request.top_logprobs > 0) to.logprobs = true;
        const detail::bridge_path include{nullptr, "include"};
        for (std::size_t i = 0; request.include && i != request.include->size(); ++i) {
            if ((*request.include)[i] == "message.output_text.logprobs") {
                to.logprobs = true;
            } else {
                work.lost(include.element(i), "chat completions cannot include it");
            }
        }
        if (to.top_logprobs && !to.logprobs) to.top_logprobs.reset();
        if (request.stream_options) {
            work.lost_members({nullptr, "stream_options"}, request.stream_options->extra);
        }
        if (request.stream.value_or(false)) {
            StreamOptions& stream = to.stream_options.emplace();
            stream.include_usage = true;
            if (request.stream_options) {
                stream.include_obfuscation = request.stream_options->include_obfuscation;
            }
        }
        work.carry(request.extra, to.extra, json::detail::described<ChatCompletionRequest>());
        if (!work.ok()) return work.take_failure();
        return to;
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
