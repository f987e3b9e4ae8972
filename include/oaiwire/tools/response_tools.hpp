// Tool loops over the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/tools/response_history.hpp>
#include <oaiwire/tools/response_parse.hpp>
#include <oaiwire/tools/tool_conversation.hpp>
#include <oaiwire/tools/tool_runner.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// See tool_dialect<ChatCompletionRequest>. Calls of hosted tools, of computers and of shells are
// not the loop's: they neither continue nor fail it.
template <>
struct tool_dialect<ResponseRequest> {
    template <class = void>
    static void declare(ResponseRequest& request, const tool_set& tools);
    template <class = void>
    static found_output read(const Response& response);
    template <class = void>
    static void append(ResponseRequest& request, const Response& response,
                       std::span<const called_tool> calls, const tool_options& options);
    template <class = void>
    static void conclude(ResponseRequest& request, const Response& response,
                         const tool_options& options);
    template <class = void>
    static void forbid(ResponseRequest& request);
    template <class = void>
    static void relax(ResponseRequest& request);
    // Responses always have token counts.
    static void ask_usage(ResponseRequest&) {}
};

template <>
struct tool_loop<ResponseRequest> : tool_runner<ResponseRequest> {};

}}}  // namespace oaiwire::v0_2::detail

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <class = void>
ResponseTool response_tool_of(const tool_declaration& from) {
    const auto describe = [&](auto& to) {
        to.name = from.name;
        if (!from.description.empty()) to.description = from.description;
    };
    if (from.custom) {
        ResponseCustomTool out;
        describe(out);
        if (const auto& grammar = from.settings.grammar) {
            out.format = ResponseToolFormat{.type = "grammar",
                                            .definition = grammar->definition,
                                            .syntax = grammar->syntax,
                                            .extra = grammar->extra};
        }
        return out;
    }
    ResponseFunctionTool out;
    describe(out);
    out.parameters = from.parameters;
    // without it, OpenAI takes schemas as strict ones here
    out.strict = from.settings.strict.value_or(false);
    return out;
}

template <class = void>
bool is_tool_named(const ResponseTool& tool, std::string_view name) {
    const auto matches = [&](const field<std::string>& own) { return own && *own == name; };
    if (const auto* f = std::get_if<ResponseFunctionTool>(&tool)) return matches(f->name);
    const auto* c = std::get_if<ResponseCustomTool>(&tool);
    return c && matches(c->name);
}

template <class>
void tool_dialect<ResponseRequest>::declare(ResponseRequest& request, const tool_set& tools) {
    std::vector<ResponseTool> all;
    if (request.tools) all = *request.tools;
    const std::size_t own = all.size();
    for (std::size_t i = 0; i != tools.size(); ++i) {
        bool declared = false;
        for (std::size_t k = 0; k != own && !declared; ++k) {
            declared = is_tool_named(all[k], tools[i].name);
        }
        if (!declared) all.push_back(response_tool_of(tools[i]));
    }
    if (!all.empty()) request.tools = std::move(all);
}

// Calls f with each call of a function or a custom tool, in order.
template <class Items, class F>
void each_call(Items& items, F&& f) {
    for (auto& item : items) {
        if (auto* call = std::get_if<FunctionToolCall>(&item)) f(*call, call->arguments);
        if (auto* call = std::get_if<ResponseCustomToolCall>(&item)) f(*call, call->input);
    }
}

// The refusal among the parts of a message, if there is one.
template <class = void>
const std::string* refusal_in(const ResponseItem& item) {
    const auto* message = std::get_if<ResponseMessage>(&item);
    if (!message || !message->content) return nullptr;
    const auto* parts = std::get_if<std::vector<ResponseContentPart>>(&*message->content);
    if (!parts) return nullptr;
    for (const auto& part : *parts) {
        const auto* refusal = std::get_if<RefusalContent>(&part);
        if (refusal && refusal->refusal && !refusal->refusal->empty()) return &*refusal->refusal;
    }
    return nullptr;
}

template <class>
found_output tool_dialect<ResponseRequest>::read(const Response& response) {
    found_output out;
    out.text = text(response);
    if (response.usage) {
        const ResponseUsage& usage = *response.usage;
        out.usage.prompt = count_of(usage.input_tokens);
        out.usage.completion = count_of(usage.output_tokens);
        out.usage.total = count_of(usage.total_tokens);
        if (usage.input_tokens_details) {
            out.usage.cached = count_of(usage.input_tokens_details->cached_tokens);
        }
        if (usage.output_tokens_details) {
            out.usage.reasoning = count_of(usage.output_tokens_details->reasoning_tokens);
        }
    }
    each_call(response.output, [&](const auto& call, const field<std::string>& arguments) {
        found_call& found = out.calls.emplace_back();
        found.id = call.call_id.value_or(std::string());
        found.name = call.name.value_or(std::string());
        found.arguments = arguments.value_or(std::string());
        found.custom = std::is_same_v<std::remove_cvref_t<decltype(call)>, ResponseCustomToolCall>;
    });
    const auto status = response.status ? response.status->known() : ResponseStatus::completed;
    if (status == ResponseStatus::incomplete) {
        const bool filtered =
            response.incomplete_details && response.incomplete_details->reason == "content_filter";
        out.end = filtered ? output_end::filtered : output_end::cut;
    } else if (status == ResponseStatus::failed) {
        out.end = output_end::failed;
        out.text = failure_of(response).message;
    } else if (status != ResponseStatus::completed && status != ResponseStatus::unknown) {
        // in the background, or cancelled
        out.end = output_end::nothing;
        out.calls.clear();
    }
    for (const auto& item : response.output) {
        if (const std::string* refusal = refusal_in(item)) {
            out.end = output_end::refused;
            out.text = *refusal;
        }
    }
    return out;
}

// Whether the server keeps the conversation, so that only what is new is sent.
template <class = void>
bool is_kept_by_server(const ResponseRequest& request, const Response& response,
                       const tool_options& options) {
    if (request.conversation) return true;
    return options.use_previous_response_id && request.store != false && response.id &&
           !response.id->empty();
}

// The input as a list; of a text, a message of the user's.
template <class = void>
std::vector<ResponseItem> input_items(const ResponseRequest& request) {
    std::vector<ResponseItem> out;
    if (!request.input) return out;
    if (const auto* list = std::get_if<std::vector<ResponseItem>>(&*request.input)) return *list;
    out.push_back(input_message(Role::user, std::get<std::string>(*request.input)));
    return out;
}

// The input of the next request: what was sent and has come, or nothing if the server keeps it.
template <class = void>
std::vector<ResponseItem> next_input(const ResponseRequest& request, const Response& response,
                                     std::span<const called_tool> calls, bool kept) {
    std::vector<ResponseItem> out;
    if (kept) return out;
    out = input_items(request);
    std::vector<ResponseItem> output;
    // a server that was told not to store items has none of these ids
    append_output(output, response,
                  {.ids = request.store == false ? item_ids::dropped : item_ids::by_store});
    // ids may be missing or not unique, and arguments no JSON
    std::size_t i = 0;
    each_call(output, [&](auto& call, field<std::string>& arguments) {
        if (i == calls.size()) return;
        call.call_id = calls[i].id;
        if (calls[i].repaired) arguments = calls[i].arguments;
        ++i;
    });
    for (auto& item : output) out.push_back(std::move(item));
    return out;
}

template <class = void>
void set_input(ResponseRequest& request, const Response& response,
               std::vector<ResponseItem>&& input, bool kept) {
    if (kept && !request.conversation) request.previous_response_id = *response.id;
    request.input = ResponseInput(std::move(input));
}

template <class>
void tool_dialect<ResponseRequest>::append(ResponseRequest& request, const Response& response,
                                           std::span<const called_tool> calls,
                                           const tool_options& options) {
    const bool kept = is_kept_by_server(request, response, options);
    std::vector<ResponseItem> input = next_input(request, response, calls, kept);
    std::size_t i = 0;
    each_call(response.output, [&](const auto& call, const field<std::string>&) {
        if (i == calls.size()) return;
        const auto answer = [&](auto output) {
            output.call_id = calls[i].id;
            output.output = calls[i].output;
            output.caller = call.caller;  // a program that the model wrote waits for it
            input.emplace_back(std::move(output));
        };
        if (calls[i].custom) {
            answer(ResponseCustomToolCallOutput{});
        } else {
            answer(FunctionToolCallOutput{});
        }
        ++i;
    });
    set_input(request, response, std::move(input), kept);
}

template <class>
void tool_dialect<ResponseRequest>::conclude(ResponseRequest& request, const Response& response,
                                             const tool_options& options) {
    const bool kept = is_kept_by_server(request, response, options);
    set_input(request, response, next_input(request, response, {}, kept), kept);
}

template <class>
void tool_dialect<ResponseRequest>::forbid(ResponseRequest& request) {
    request.tool_choice = open_enum<ToolChoiceMode>(ToolChoiceMode::none);
}

template <class>
void tool_dialect<ResponseRequest>::relax(ResponseRequest& request) {
    if (!request.tool_choice) return;
    if (auto* allowed = std::get_if<ToolChoiceAllowed>(&*request.tool_choice)) {
        if (allowed->mode == ToolChoiceMode::required) allowed->mode = ToolChoiceMode::auto_;
        return;
    }
    const auto* mode = std::get_if<open_enum<ToolChoiceMode>>(&*request.tool_choice);
    if (!mode || *mode == ToolChoiceMode::required) request.tool_choice.reset();
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
