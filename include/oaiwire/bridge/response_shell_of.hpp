// Parts of a Response made from a chat completion, whole or streamed: ids, what repeats the
// request, items, usage and the end.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The part of an id after its prefix, such as "chatcmpl-".
std::string_view id_base(std::string_view id);

// The ids of an answer and of its items, made of one id so that they are the same for a stream and
// for a whole answer. Distinct within an answer.
struct answer_ids {
    std::string base{};

    // The number of the call in the deprecated member function_call.
    static constexpr std::size_t legacy = static_cast<std::size_t>(-1);

    std::string message() const { return "msg_" + base; }
    // Of the nth reasoning.
    std::string reasoning(std::size_t n) const { return made("rs_", n == 0 ? legacy : n); }
    // Of the item of the nth call.
    std::string call(std::size_t n, bool custom) const { return made(custom ? "ctc_" : "fc_", n); }
    // For the nth call, where the server gave none.
    std::string call_id(std::size_t n) const { return made("call_", n); }

private:
    std::string made(std::string_view prefix, std::size_t n) const {
        std::string out(prefix);
        out += base;
        return n == legacy ? out : out + "_" + std::to_string(n);
    }
};

// What a finish_reason means for a response. `reason`: of incomplete_details.
struct response_end {
    ResponseStatus status = ResponseStatus::completed;
    std::string reason{};
};
response_end end_of_finish(std::string_view finish_reason);

// Sets what does not depend on the output: the ids, and what a response repeats of its request.
// Members that OpenAI always sends are null or have their default.
template <class Request = ResponseRequest>
void begin_response(Response& to, const Request& request, std::string_view id, std::int64_t created,
                    std::string_view model) {
    const auto or_null = [](auto& member, const auto& from) {
        if (from) {
            member = from;
        } else {
            member = null;
        }
    };
    to.id = std::string(id);
    to.object = "response";
    to.created_at = static_cast<double>(created);
    to.status = ResponseStatus::in_progress;
    to.background = false;
    to.error = null;
    to.incomplete_details = null;
    if (request.instructions) {
        to.instructions.emplace(*request.instructions);
    } else {
        to.instructions = null;
    }
    if (request.conversation) {
        const auto* plain = std::get_if<std::string>(&*request.conversation);
        to.conversation = plain ? ResponseConversation{.id = *plain}
                                : *std::get_if<ResponseConversation>(&*request.conversation);
    }
    or_null(to.max_output_tokens, request.max_output_tokens);
    to.max_tool_calls = request.max_tool_calls;
    to.model = model.empty() ? request.model : std::string(model);
    to.parallel_tool_calls = request.parallel_tool_calls.value_or(true);
    or_null(to.previous_response_id, request.previous_response_id);
    to.prompt_cache_key = request.prompt_cache_key;
    or_null(to.reasoning, request.reasoning);
    to.safety_identifier = request.safety_identifier;
    to.store = request.store.value_or(true);
    or_null(to.temperature, request.temperature);
    if (request.text) {
        to.text = *request.text;
    } else {
        to.text.emplace().format.emplace().type = ResponseFormatType::text;
    }
    if (request.tool_choice) {
        to.tool_choice = *request.tool_choice;
    } else {
        to.tool_choice.emplace(open_enum<ToolChoiceMode>(ToolChoiceMode::auto_));
    }
    if (request.tools) {
        to.tools = *request.tools;
    } else {
        to.tools.emplace();
    }
    to.top_logprobs = request.top_logprobs;
    or_null(to.top_p, request.top_p);
    to.truncation = Truncation::disabled;
    to.usage = null;
    to.user = request.user;
    to.metadata = request.metadata ? *request.metadata : raw_json::trusted("{}");
}

// An item of reasoning without text.
template <class = void>
ReasoningItem reasoning_item(const answer_ids& ids, std::size_t n) {
    ReasoningItem item;
    item.id = ids.reasoning(n);
    item.summary.emplace(std::vector<ResponseContentPart>());
    item.status = ResponseStatus::in_progress;
    return item;
}
// Adds the text of reasoning to its item, in the list that the options say.
template <class = void>
void set_reasoning(ReasoningItem& item, std::string text, bool as_summary) {
    std::vector<ResponseContentPart> parts;
    if (as_summary) {
        parts.push_back(SummaryTextContent{.text = std::move(text)});
        item.summary.emplace(std::move(parts));
    } else {
        parts.push_back(ReasoningTextContent{.text = std::move(text)});
        item.content.emplace(std::move(parts));
    }
}
// A message without content.
template <class = void>
ResponseMessage message_item(const answer_ids& ids) {
    return ResponseMessage{.type = "message",
                           .role = Role::assistant,
                           .content = std::vector<ResponseContentPart>(),
                           .id = ids.message(),
                           .status = ResponseStatus::in_progress};
}
// An output text without text.
template <class = void>
OutputTextContent text_part_of_output() {
    OutputTextContent part;
    part.text = std::string();
    part.annotations.emplace();
    part.logprobs.emplace();
    return part;
}

inline bool is_custom(const ToolCall& call) {
    return call.custom || (call.type && *call.type == "custom");
}
// The item of the nth call, as far as it is known.
template <class = void>
ResponseItem call_item(const answer_ids& ids, std::size_t n, const ToolCall& call,
                       std::string call_id) {
    if (is_custom(call)) {
        ResponseCustomToolCall item;
        item.call_id = std::move(call_id);
        item.name = call.custom ? call.custom->name.value_or("") : "";
        item.input = call.custom ? call.custom->input.value_or("") : "";
        item.id = ids.call(n, true);
        item.status = ResponseStatus::in_progress;
        return item;
    }
    FunctionToolCall item;
    item.call_id = std::move(call_id);
    item.name = call.function ? call.function->name.value_or("") : "";
    item.arguments = call.function ? call.function->arguments.value_or("") : "";
    item.id = ids.call(n, false);
    item.status = ResponseStatus::in_progress;
    return item;
}

// Notes what an item has no place for: the unknown members of a call, such as signatures of
// thoughts. Call: ToolCall or ToolCallChunk.
template <class Call>
void lost_of_call(bridge_work& work, const Call& call, const bridge_path& at) {
    work.lost_members(at, call.extra);
    if (call.function) work.lost_members(at.member("function"), call.function->extra);
    if (call.custom) work.lost_members(at.member("custom"), call.custom->extra);
}

template <class = void>
ResponseAnnotation annotation_of(const Annotation& from, bridge_work& work, const bridge_path& at) {
    work.lost_members(at, from.extra);
    if (from.url_citation) {
        work.lost_members(at.member("url_citation"), from.url_citation->extra);
    }
    ResponseAnnotation out;
    out.type = from.type ? *from.type : "url_citation";
    if (from.url_citation) {
        out.start_index = from.url_citation->start_index;
        out.end_index = from.url_citation->end_index;
        out.url = from.url_citation->url;
        out.title = from.url_citation->title;
    }
    return out;
}

// The details are always there, with 0 for what the server does not count: OpenAI's SDKs need them.
template <class = void>
ResponseUsage response_usage(const Usage& from) {
    ResponseUsage to;
    to.input_tokens = from.prompt_tokens.value_or(0);
    to.output_tokens = from.completion_tokens.value_or(0);
    to.total_tokens = from.total_tokens ? *from.total_tokens : *to.input_tokens + *to.output_tokens;
    to.input_tokens_details = from.prompt_tokens_details;
    if (!to.input_tokens_details) to.input_tokens_details.emplace();
    auto& in = *to.input_tokens_details;
    if (!in.cached_tokens) in.cached_tokens = 0;
    to.output_tokens_details = from.completion_tokens_details;
    if (!to.output_tokens_details) to.output_tokens_details.emplace();
    auto& out = *to.output_tokens_details;
    if (!out.reasoning_tokens) out.reasoning_tokens = 0;
    carry_unknown(from.extra, to.extra, json::detail::described<ResponseUsage>());
    return to;
}

template <class Item>
void set_item_status(Item& item, ResponseStatus status) {
    if (auto* m = std::get_if<ResponseMessage>(&item)) m->status = status;
    if (auto* r = std::get_if<ReasoningItem>(&item)) r->status = status;
    if (auto* f = std::get_if<FunctionToolCall>(&item)) f->status = status;
    if (auto* c = std::get_if<ResponseCustomToolCall>(&item)) c->status = status;
}

// The end of a response that has all its items: its status and theirs, and what the answer says of
// itself. Only the last item can be incomplete.
template <class Answer = ChatCompletion>
void end_response(Response& to, const Answer& from, const response_end& end, bridge_work& work) {
    to.status = end.status;
    if (end.status == ResponseStatus::incomplete) {
        to.incomplete_details = IncompleteDetails{.reason = end.reason};
    } else if (end.status == ResponseStatus::failed && !to.error) {
        ResponseError why;
        why.message = "the model failed: " + end.reason;
        why.code = "server_error";
        to.error.emplace(std::move(why));
    }
    for (std::size_t i = 0; i != to.output.size(); ++i) {
        const bool cut = end.status != ResponseStatus::completed && i + 1 == to.output.size();
        set_item_status(to.output[i], cut ? ResponseStatus::incomplete : ResponseStatus::completed);
    }
    if (from.usage) to.usage = response_usage<>(*from.usage);
    to.service_tier = from.service_tier;
    work.carry_answer(from.extra, to.extra, json::detail::described<Response>());
    // the Responses API has no such member; a client that does not know it ignores it
    if (from.system_fingerprint) {
        const auto text = raw_json::of(*from.system_fingerprint);
        if (text) to.extra.set_trusted("system_fingerprint", *text);
    }
}

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::string_view id_base(std::string_view id) {
    for (const std::string_view prefix : {"chatcmpl-", "cmpl-", "resp_"}) {
        if (id.starts_with(prefix)) return id.substr(prefix.size());
    }
    return id;
}

OAIWIRE_ADAPTER_INLINE response_end end_of_finish(std::string_view finish_reason) {
    if (is_aborted(finish_reason)) return {ResponseStatus::failed, std::string(finish_reason)};
    switch (kind_of_finish(finish_reason)) {
        case finish_kind::length:
            return {ResponseStatus::incomplete, "max_output_tokens"};
        case finish_kind::content_filter:
            return {ResponseStatus::incomplete, "content_filter"};
        case finish_kind::other:
            return {ResponseStatus::incomplete, std::string(finish_reason)};
        default:
            return {};
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
