// response_input_of: the messages of a chat completion request as items of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/message.hpp>
#include <oaiwire/types/response_items.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Appends items for messages: reasoning, the text and the calls of one message are items of their
// own. A template so that who includes this does not compile it.
template <class Item = ResponseItem>
class response_input_of {
public:
    response_input_of(bridge_work& work, std::vector<Item>& to) : work_(work), to_(to) {}

    void add(const RequestMessage& message, const bridge_path& at) {
        if (const auto* m = std::get_if<UserMessage>(&message))
            return add_plain(*m, Role::user, at);
        if (const auto* m = std::get_if<SystemMessage>(&message)) {
            return add_plain(*m, Role::system, at);
        }
        if (const auto* m = std::get_if<DeveloperMessage>(&message)) {
            return add_plain(*m, Role::developer, at);
        }
        if (const auto* m = std::get_if<AssistantMessage>(&message)) return add_answer(*m, at);
        if (const auto* m = std::get_if<ToolMessage>(&message)) return add_result(*m, at);
        std::string why = "the Responses API has no message of role ";
        why.append(type_in(&message, json::detail::described<RequestMessage>()));
        work_.refuse(at.member("role"), why);
    }

private:
    template <class Message>
    void add_plain(const Message& from, Role role, const bridge_path& at) {
        lost_common(from, at);
        ResponseMessage out{.type = "message", .role = role};
        if (from.content) out.content.emplace(content_of(*from.content, at.member("content")));
        to_.push_back(std::move(out));
    }
    template <class Message>
    void lost_common(const Message& from, const bridge_path& at) {
        work_.lost_if(from.name, at, "name", "messages have no names of authors");
        work_.lost_members(at, from.extra);
    }

    void add_answer(const AssistantMessage& from, const bridge_path& at) {
        lost_common(from, at);
        if (from.audio) {
            work_.refuse(at.member("audio"), "the Responses API has no audio of the assistant");
        }
        if (from.function_call) {
            work_.refuse(at.member("function_call"), "deprecated: use tool_calls");
        }
        if (from.reasoning_content && !from.reasoning_content->empty()) {
            add_reasoning(*from.reasoning_content, at);
        }
        add_text(from, at);
        const bridge_path list = at.member("tool_calls");
        for (std::size_t i = 0; from.tool_calls && i != from.tool_calls->size(); ++i) {
            add_call((*from.tool_calls)[i], list.element(i));
        }
    }
    void add_reasoning(const std::string& text, const bridge_path& at) {
        if (!work_.options.reasoning) {
            return work_.lost(at.member("reasoning_content"), "reasoning is not sent");
        }
        ReasoningItem item;
        item.summary.emplace(std::vector<ResponseContentPart>());
        std::vector<ResponseContentPart> parts;
        parts.push_back(ReasoningTextContent{.text = text});
        item.content.emplace(std::move(parts));
        to_.push_back(std::move(item));
    }
    // The text and the refusal. A text alone stays a text.
    void add_text(const AssistantMessage& from, const bridge_path& at) {
        const bool calls = from.tool_calls && !from.tool_calls->empty();
        const auto* plain = from.content ? std::get_if<std::string>(&*from.content) : nullptr;
        if (!from.refusal && (!from.content || (plain && plain->empty())) && calls) return;
        ResponseMessage out{.type = "message", .role = Role::assistant};
        if (plain && !from.refusal) {
            out.content.emplace(*plain);
        } else {
            std::vector<ResponseContentPart> parts;
            if (plain && !plain->empty()) parts.push_back(OutputTextContent{.text = *plain});
            const auto* list =
                from.content ? std::get_if<std::vector<ContentPart>>(&*from.content) : nullptr;
            const bridge_path content = at.member("content");
            for (std::size_t i = 0; list && i != list->size() && work_.ok(); ++i) {
                add_output_part(parts, (*list)[i], content.element(i));
            }
            if (from.refusal) parts.push_back(RefusalContent{.refusal = *from.refusal});
            out.content.emplace(std::move(parts));
        }
        to_.push_back(std::move(out));
    }
    void add_output_part(std::vector<ResponseContentPart>& to, const ContentPart& from,
                         const bridge_path& at) {
        if (const auto* t = std::get_if<ContentPartText>(&from)) {
            work_.lost_if(t->prompt_cache_breakpoint, at, "prompt_cache_breakpoint",
                          "texts of the assistant have no breakpoints");
            work_.lost_members(at, t->extra);
            to.push_back(OutputTextContent{.text = t->text});
        } else if (const auto* r = std::get_if<ContentPartRefusal>(&from)) {
            work_.lost_members(at, r->extra);
            to.push_back(RefusalContent{.refusal = r->refusal});
        } else {
            refuse_part(from, at);
        }
    }

    void add_call(const ToolCall& from, const bridge_path& at) {
        work_.lost_members(at, from.extra);
        if (from.custom) {
            if (from.id) customs_.push_back(*from.id);
            work_.lost_members(at.member("custom"), from.custom->extra);
            to_.push_back(ResponseCustomToolCall{
                .call_id = from.id, .name = from.custom->name, .input = from.custom->input});
        } else if (from.function) {
            work_.lost_members(at.member("function"), from.function->extra);
            to_.push_back(FunctionToolCall{.call_id = from.id,
                                           .name = from.function->name,
                                           .arguments = from.function->arguments});
        } else {
            work_.refuse(at, "a call of neither a function nor a custom tool");
        }
    }
    // The result of a custom tool's call has a type of its own.
    void add_result(const ToolMessage& from, const bridge_path& at) {
        lost_common(from, at);
        const bool custom = from.tool_call_id && std::find(customs_.begin(), customs_.end(),
                                                           *from.tool_call_id) != customs_.end();
        field<ResponseContent> output;
        if (from.content) output.emplace(content_of(*from.content, at.member("content")));
        if (custom) {
            to_.push_back(ResponseCustomToolCallOutput{.call_id = from.tool_call_id,
                                                       .output = std::move(output)});
        } else {
            to_.push_back(
                FunctionToolCallOutput{.call_id = from.tool_call_id, .output = std::move(output)});
        }
    }

    ResponseContent content_of(const MessageContent& from, const bridge_path& at) {
        if (const auto* plain = std::get_if<std::string>(&from)) return *plain;
        const auto& parts = *std::get_if<std::vector<ContentPart>>(&from);
        std::vector<ResponseContentPart> out;
        out.reserve(parts.size());
        for (std::size_t i = 0; i != parts.size() && work_.ok(); ++i) {
            add_input_part(out, parts[i], at.element(i));
        }
        return out;
    }
    void add_input_part(std::vector<ResponseContentPart>& to, const ContentPart& from,
                        const bridge_path& at) {
        if (const auto* t = std::get_if<ContentPartText>(&from)) {
            work_.lost_members(at, t->extra);
            to.push_back(InputTextContent{.text = t->text,
                                          .prompt_cache_breakpoint = t->prompt_cache_breakpoint});
        } else if (const auto* i = std::get_if<ContentPartImage>(&from)) {
            work_.lost_members(at, i->extra);
            work_.lost_members(at.member("image_url"), i->image_url.extra);
            to.push_back(InputImageContent{.image_url = i->image_url.url,
                                           .detail = i->image_url.detail,
                                           .prompt_cache_breakpoint = i->prompt_cache_breakpoint});
        } else if (const auto* a = std::get_if<ContentPartInputAudio>(&from)) {
            work_.lost_if(a->prompt_cache_breakpoint, at, "prompt_cache_breakpoint",
                          "audio has no breakpoints");
            work_.lost_members(at, a->extra);
            to.push_back(InputAudioContent{.input_audio = a->input_audio});
        } else if (const auto* f = std::get_if<ContentPartFile>(&from)) {
            work_.lost_members(at, f->extra);
            work_.lost_members(at.member("file"), f->file.extra);
            to.push_back(InputFileContent{.file_data = f->file.file_data,
                                          .file_id = f->file.file_id,
                                          .filename = f->file.filename,
                                          .prompt_cache_breakpoint = f->prompt_cache_breakpoint});
        } else {
            refuse_part(from, at);
        }
    }
    void refuse_part(const ContentPart& part, const bridge_path& at) {
        const std::string_view type = type_in(&part, json::detail::described<ContentPart>());
        std::string why = "the Responses API has no place here for a part ";
        why.append(type.empty() ? "without a type" : "of type ").append(type);
        work_.refuse(at, why);
    }

    bridge_work& work_;                   // borrowed
    std::vector<Item>& to_;               // borrowed
    std::vector<std::string> customs_{};  // ids of calls of custom tools
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
