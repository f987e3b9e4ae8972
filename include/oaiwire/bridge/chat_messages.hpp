// chat_messages: the items of the Responses API as messages of a chat completion request.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/types/message.hpp>
#include <oaiwire/types/response_items.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Appends messages for items. Reasoning, a message of the assistant and the calls after it become
// one message, since the results of calls must follow the message that made them. Ids and states of
// items have no place in a chat and mean nothing to a model: they are left out without a note.
// A template so that who includes this does not compile it.
template <class Message = RequestMessage>
class chat_messages {
public:
    chat_messages(bridge_work& work, std::vector<Message>& to) : work_(work), to_(to) {}

    void add(const ResponseItem& item, const bridge_path& at) {
        if (const auto* m = std::get_if<ResponseMessage>(&item)) return add_message(*m, at);
        if (const auto* c = std::get_if<FunctionToolCall>(&item)) return add_call(*c, at);
        if (const auto* c = std::get_if<ResponseCustomToolCall>(&item)) return add_call(*c, at);
        if (const auto* o = std::get_if<FunctionToolCallOutput>(&item)) return add_output(*o, at);
        if (const auto* o = std::get_if<ResponseCustomToolCallOutput>(&item)) {
            return add_output(*o, at);
        }
        if (const auto* r = std::get_if<ReasoningItem>(&item)) return add_reasoning(*r, at);
        refuse_type(at, "an item", type_in(&item, json::detail::described<ResponseItem>()));
    }
    // Ends the message of the assistant that is in progress. Call after the last item.
    void flush() {
        if (!open_) return;
        open_ = false;
        AssistantMessage message = std::move(pending_);
        pending_ = AssistantMessage();
        if (!message.content && message.tool_calls) message.content = null;
        // reasoning that nothing follows, as of an answer that was cut
        if (!message.content && !message.tool_calls && !message.refusal) {
            if (!message.content.is_null()) message.content = std::string();
        }
        to_.push_back(std::move(message));
    }
    // The content of a message. text_only: parts of other types are refused.
    void convert(field<MessageContent>& to, const ResponseContent& from, bool text_only,
                 const bridge_path& at) {
        if (const auto* plain = std::get_if<std::string>(&from)) {
            to.emplace(*plain);
            return;
        }
        const auto& parts = *std::get_if<std::vector<ResponseContentPart>>(&from);
        std::vector<ContentPart> out;
        out.reserve(parts.size());
        for (std::size_t i = 0; i != parts.size() && work_.ok(); ++i) {
            add_part(out, parts[i], text_only, at.element(i));
        }
        to.emplace(std::move(out));
    }

private:
    void refuse_type(const bridge_path& at, std::string_view what, std::string_view type) {
        std::string why = "chat completions have no place for ";
        why.append(what).append(type.empty() ? " without a type" : " of type ").append(type);
        work_.refuse(at, why);
    }

    void add_message(const ResponseMessage& from, const bridge_path& at) {
        if (!from.role && !from.content && from.id) {
            return refuse_type(at, "an item", "item_reference");
        }
        work_.lost_if(from.phase, at, "phase", "messages have no phase");
        work_.lost_members(at, from.extra);
        const Role role = from.role ? from.role->known() : Role::user;
        if (role == Role::assistant) return add_answer(from, at);
        flush();
        field<MessageContent> content;
        if (from.content) convert(content, *from.content, role != Role::user, at.member("content"));
        switch (role) {
            case Role::user:
                to_.push_back(UserMessage{.content = std::move(content)});
                return;
            case Role::system:
                to_.push_back(SystemMessage{.content = std::move(content)});
                return;
            case Role::developer:
                to_.push_back(DeveloperMessage{.content = std::move(content)});
                return;
            default:
                work_.refuse(at.member("role"), "a message of this role cannot be converted");
        }
    }

    // A message of the assistant. Text after calls joins the message that made them.
    void add_answer(const ResponseMessage& from, const bridge_path& at) {
        if ((pending_.content || pending_.refusal) && !pending_.tool_calls) flush();
        open_ = true;
        if (!from.content) return;
        if (const auto* plain = std::get_if<std::string>(&*from.content)) return add_text(*plain);
        const auto& parts = *std::get_if<std::vector<ResponseContentPart>>(&*from.content);
        const bridge_path list = at.member("content");
        for (std::size_t i = 0; i != parts.size() && work_.ok(); ++i) {
            if (const auto* refusal = std::get_if<RefusalContent>(&parts[i])) {
                if (!pending_.refusal) pending_.refusal.emplace();
                *pending_.refusal += refusal->refusal.value_or("");
                work_.lost_members(list.element(i), refusal->extra);
                continue;
            }
            std::vector<ContentPart> one;
            add_part(one, parts[i], true, list.element(i));
            if (one.empty()) return;
            const auto* text = std::get_if<ContentPartText>(&one.front());
            if (text != nullptr) add_text(text->text);
        }
    }
    // A text alone stays a text, which all servers read; several become parts.
    void add_text(const std::string& text) {
        if (!pending_.content) {
            pending_.content.emplace(text);
            return;
        }
        if (auto* const plain = std::get_if<std::string>(&*pending_.content)) {
            std::vector<ContentPart> parts;
            parts.push_back(ContentPartText{.text = std::move(*plain)});
            pending_.content.emplace(std::move(parts));
        }
        std::get_if<std::vector<ContentPart>>(&*pending_.content)
            ->push_back(ContentPartText{.text = text});
    }

    void add_reasoning(const ReasoningItem& from, const bridge_path& at) {
        if ((pending_.content || pending_.refusal) && !pending_.tool_calls) flush();
        work_.lost_if(from.encrypted_content, at, "encrypted_content",
                      "chat completions have no encrypted reasoning");
        work_.lost_members(at, from.extra);
        const std::string text = oaiwire::reasoning(from);
        if (text.empty()) return;
        if (!work_.options.reasoning) return work_.lost(at, "reasoning is not sent");
        open_ = true;
        if (!pending_.reasoning_content) pending_.reasoning_content.emplace();
        *pending_.reasoning_content += text;
    }

    template <class Call>
    void add_call(const Call& from, const bridge_path& at) {
        open_ = true;
        if (from.namespace_ && !from.namespace_->empty()) {
            work_.refuse(at.member("namespace"), "chat completions have no namespaces of tools");
        }
        work_.lost_if(from.caller, at, "caller", "calls have no caller");
        work_.lost_if(from.async, at, "async", "calls are not asynchronous");
        work_.lost_members(at, from.extra);
        ToolCall call;
        call.id = from.call_id;
        if constexpr (requires { from.arguments; }) {
            call.function = FunctionCall{.name = from.name, .arguments = from.arguments};
        } else {
            call.type = "custom";
            call.custom = CustomToolCall{.name = from.name, .input = from.input};
        }
        if (!pending_.tool_calls) pending_.tool_calls.emplace();
        pending_.tool_calls->push_back(std::move(call));
    }

    template <class Output>
    void add_output(const Output& from, const bridge_path& at) {
        flush();
        work_.lost_if(from.caller, at, "caller", "results have no caller");
        work_.lost_members(at, from.extra);
        ToolMessage message;
        if (from.call_id) message.tool_call_id = *from.call_id;
        if (from.output) convert(message.content, *from.output, true, at.member("output"));
        to_.push_back(std::move(message));
    }

    void add_part(std::vector<ContentPart>& to, const ResponseContentPart& from, bool text_only,
                  const bridge_path& at) {
        if (const auto* t = std::get_if<InputTextContent>(&from)) {
            work_.lost_members(at, t->extra);
            to.push_back(ContentPartText{.text = t->text,
                                         .prompt_cache_breakpoint = t->prompt_cache_breakpoint});
        } else if (const auto* o = std::get_if<OutputTextContent>(&from)) {
            work_.lost_members(at, o->extra);
            if (o->annotations && !o->annotations->empty()) {
                work_.lost(at.member("annotations"), "citations of earlier answers");
            }
            to.push_back(ContentPartText{.text = o->text.value_or("")});
        } else if (text_only) {
            refuse_type(at, "a part (only text is possible here)", type_of(from));
        } else if (const auto* i = std::get_if<InputImageContent>(&from)) {
            add_image(to, *i, at);
        } else if (const auto* f = std::get_if<InputFileContent>(&from)) {
            add_file(to, *f, at);
        } else if (const auto* a = std::get_if<InputAudioContent>(&from)) {
            work_.lost_members(at, a->extra);
            to.push_back(ContentPartInputAudio{.input_audio = a->input_audio});
        } else {
            refuse_type(at, "a part", type_of(from));
        }
    }
    static std::string_view type_of(const ResponseContentPart& part) {
        return type_in(&part, json::detail::described<ResponseContentPart>());
    }
    void add_image(std::vector<ContentPart>& to, const InputImageContent& from,
                   const bridge_path& at) {
        if (!from.image_url) {
            work_.refuse(at.member("file_id"), "an image of a chat needs a URL");
            return;
        }
        work_.lost_members(at, from.extra);
        to.push_back(ContentPartImage{.image_url = {.url = *from.image_url, .detail = from.detail},
                                      .prompt_cache_breakpoint = from.prompt_cache_breakpoint});
    }
    void add_file(std::vector<ContentPart>& to, const InputFileContent& from,
                  const bridge_path& at) {
        if (from.file_url) {
            work_.refuse(at.member("file_url"), "a file of a chat has an id or data, and no URL");
            return;
        }
        work_.lost_if(from.detail, at, "detail", "files have no detail");
        work_.lost_members(at, from.extra);
        to.push_back(ContentPartFile{.file = {.filename = from.filename,
                                              .file_data = from.file_data,
                                              .file_id = from.file_id},
                                     .prompt_cache_breakpoint = from.prompt_cache_breakpoint});
    }

    bridge_work& work_;           // borrowed
    std::vector<Message>& to_;    // borrowed
    AssistantMessage pending_{};  // in progress
    bool open_ = false;           // there is one in progress
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
