// completion_of_response(): a response of the Responses API as a chat completion.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/bridge/response_shell_of.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// The completion with one choice that says the same as a response: the texts of all its messages,
// joined; their refusals; reasoning as reasoning_content; calls of functions and custom tools.
// notes: what was left out is added, such as items of hosted tools. Members that repeat the request
// are left out without a note. Errors: api_error with the response's error if it failed or was
// cancelled; no_output if it is still queued or in progress; out_of_memory. Takes linear time.
// R: Response; a template so that who includes this does not compile it.
template <class R = Response>
result<ChatCompletion> completion_of_response(const std::type_identity_t<R>& response,
                                              bridge_notes& notes,
                                              const bridge_options& options = {});

namespace detail {

// How many characters a text has, as indices of citations count them.
inline std::int64_t characters_in(std::string_view text) {
    std::int64_t n = 0;
    for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    return n;
}

// shift: characters before the text of the citation.
template <class = void>
Annotation chat_annotation(const ResponseAnnotation& from, std::int64_t shift) {
    Annotation out;
    out.type = "url_citation";
    UrlCitation& to = out.url_citation.emplace();
    const auto shifted = [&](const field<std::int64_t>& index) {
        return index ? field<std::int64_t>(*index + shift) : index;
    };
    to.end_index = shifted(from.end_index);
    to.start_index = shifted(from.start_index);
    to.url = from.url;
    to.title = from.title;
    return out;
}

// The refusals of a message, joined.
template <class = void>
std::string refusal_of(const ResponseMessage& from) {
    std::string out;
    const auto* parts =
        from.content ? std::get_if<std::vector<ResponseContentPart>>(&*from.content) : nullptr;
    for (std::size_t i = 0; parts && i != parts->size(); ++i) {
        const auto* r = std::get_if<RefusalContent>(&(*parts)[i]);
        if (r && r->refusal) out += *r->refusal;
    }
    return out;
}

// Notes what a message has no place for: members of a call, and unknown members.
template <class Call>
void lost_of_call_item(bridge_work& work, const Call& call, const bridge_path& at) {
    if (call.namespace_ && !call.namespace_->empty()) {
        work.lost(at.member("namespace"), "calls have no namespace");
    }
    work.lost_if(call.caller, at, "caller", "calls have no caller");
    if (call.async.value_or(false)) work.lost(at.member("async"), "calls are not asynchronous");
    work.lost_members(at, call.extra);
}

template <class = void>
Usage chat_usage(const ResponseUsage& from) {
    Usage to;
    to.prompt_tokens = from.input_tokens.value_or(0);
    to.completion_tokens = from.output_tokens.value_or(0);
    to.total_tokens =
        from.total_tokens ? *from.total_tokens : *to.prompt_tokens + *to.completion_tokens;
    to.prompt_tokens_details = from.input_tokens_details;
    to.completion_tokens_details = from.output_tokens_details;
    carry_unknown(from.extra, to.extra, json::detail::described<Usage>());
    return to;
}

// The finish_reason of a response that is completed or incomplete. Reasons that chat completions do
// not know are kept.
template <class = void>
open_enum<FinishReason> finish_of(ResponseStatus status, const field<IncompleteDetails>& details,
                                  bool calls) {
    if (status != ResponseStatus::incomplete) {
        return calls ? FinishReason::tool_calls : FinishReason::stop;
    }
    const std::string reason = details ? details->reason.value_or("") : "";
    if (reason == "max_output_tokens" || reason.empty()) return FinishReason::length;
    return open_enum<FinishReason>(reason);
}

// Why a response with that status is no answer: code is errc::ok if it is one.
template <class R = Response>
error why_no_answer(ResponseStatus status, const R* response) {
    error none;
    switch (status) {
        case ResponseStatus::failed:
        case ResponseStatus::cancelled: {
            error e = make_error(errc::api_error, status == ResponseStatus::failed
                                                      ? "the response failed"
                                                      : "the response was cancelled");
            if (response != nullptr) read_response_error(e, response->error);
            return e;
        }
        case ResponseStatus::queued:
        case ResponseStatus::in_progress:
            return make_error(errc::no_output, "the response is not there yet", "status");
        default:
            return none;
    }
}

template <class Completion, class R>
void begin_completion(Completion& to, const R& response, const bridge_options& options) {
    const std::string upstream = response.id.value_or("");
    to.id = options.id.empty() ? "chatcmpl-" + std::string(id_base(upstream)) : options.id;
    to.created = options.created != 0  ? options.created
                 : response.created_at ? static_cast<std::int64_t>(*response.created_at)
                                       : 0;
    if (response.model) to.model = *response.model;
}

// What stands beside the choices at the end.
template <class Completion, class R>
void end_completion(Completion& to, const R& response, bridge_work& work) {
    to.service_tier = response.service_tier;
    extra_members others = response.extra;
    if (const auto text = extra_view(others, "system_fingerprint").string()) {
        to.system_fingerprint = *text;
        others.erase("system_fingerprint");
    }
    work.carry_answer(others, to.extra, json::detail::described<Completion>());
}

// The message of a response. A template, as above.
template <class Item = ResponseItem>
class chat_message_of {
public:
    chat_message_of(bridge_work& work, ChatCompletionChoice& choice) : work_(work), to_(choice) {}

    void add(const Item& item, const bridge_path& at) {
        if (const auto* m = std::get_if<ResponseMessage>(&item)) {
            add_message(*m, at);
        } else if (const auto* r = std::get_if<ReasoningItem>(&item)) {
            work_.lost_if(r->encrypted_content, at, "encrypted_content",
                          "completions have no encrypted reasoning");
            work_.lost_members(at, r->extra);
            const std::string text = oaiwire::reasoning(*r);
            if (text.empty()) return;
            auto& all = message().reasoning_content;
            if (!all) all.emplace();
            *all += text;
        } else if (const auto* f = std::get_if<FunctionToolCall>(&item)) {
            lost_of_call_item(work_, *f, at);
            ToolCall call{.id = f->call_id};
            call.function = FunctionCall{.name = f->name, .arguments = f->arguments.value_or("")};
            add_call(std::move(call));
        } else if (const auto* c = std::get_if<ResponseCustomToolCall>(&item)) {
            lost_of_call_item(work_, *c, at);
            ToolCall call{.id = c->call_id, .type = "custom"};
            call.custom = CustomToolCall{.name = c->name, .input = c->input.value_or("")};
            add_call(std::move(call));
        } else {
            work_.lost(at, type_in(&item, json::detail::described<ResponseItem>()));
        }
    }
    bool calls() const { return to_.message->tool_calls.has_value(); }

private:
    ChatCompletionMessage& message() { return *to_.message; }

    void add_call(ToolCall call) {
        auto& calls = message().tool_calls;
        if (!calls) calls.emplace();
        calls->push_back(std::move(call));
    }
    void add_message(const ResponseMessage& from, const bridge_path& at) {
        work_.lost_if(from.phase, at, "phase", "messages have no phase");
        work_.lost_members(at, from.extra);
        if (!from.content) return;
        if (const auto* plain = std::get_if<std::string>(&*from.content)) return add_text(*plain);
        const auto& parts = *std::get_if<std::vector<ResponseContentPart>>(&*from.content);
        const bridge_path list = at.member("content");
        for (std::size_t i = 0; i != parts.size(); ++i) add_part(parts[i], list.element(i));
    }
    void add_part(const ResponseContentPart& part, const bridge_path& at) {
        if (const auto* t = std::get_if<OutputTextContent>(&part)) {
            work_.lost_members(at, t->extra);
            const std::int64_t before = characters_;
            if (t->text) add_text(*t->text);
            for (std::size_t i = 0; t->annotations && i != t->annotations->size(); ++i) {
                const ResponseAnnotation& citation = (*t->annotations)[i];
                if (citation.type == "url_citation") {
                    if (!message().annotations) message().annotations.emplace();
                    message().annotations->push_back(chat_annotation<>(citation, before));
                } else {
                    work_.lost(at.member("annotations").element(i), "a citation of no web page");
                }
            }
            if (t->logprobs && !t->logprobs->empty()) {
                if (!to_.logprobs) to_.logprobs.emplace();
                auto& all = to_.logprobs->content;
                if (!all) all.emplace();
                all->insert(all->end(), t->logprobs->begin(), t->logprobs->end());
            }
        } else if (const auto* r = std::get_if<RefusalContent>(&part)) {
            if (!r->refusal || r->refusal->empty()) return;
            if (!message().refusal) message().refusal.emplace();
            *message().refusal += *r->refusal;
        } else {
            work_.lost(at, type_in(&part, json::detail::described<ResponseContentPart>()));
        }
    }
    void add_text(const std::string& text) {
        if (text.empty()) return;
        characters_ += characters_in(text);
        auto& content = message().content;
        if (!content) content.emplace(std::string());
        *std::get_if<std::string>(&*content) += text;
    }

    bridge_work& work_;         // borrowed
    ChatCompletionChoice& to_;  // borrowed
    std::int64_t characters_ = 0;
};

}  // namespace detail

template <class R>
result<ChatCompletion> completion_of_response(const std::type_identity_t<R>& response,
                                              bridge_notes& notes, const bridge_options& options) {
    return within_memory([&]() -> result<ChatCompletion> {
        const ResponseStatus status =
            response.status ? response.status->known() : ResponseStatus::completed;
        error why = detail::why_no_answer(status, &response);
        if (why.code != errc::ok) return why;
        bridge_options lenient = options;
        lenient.strict = false;
        detail::bridge_work work(notes, lenient);
        ChatCompletion to;
        to.object = "chat.completion";
        detail::begin_completion(to, response, options);
        ChatCompletionChoice& choice = to.choices.emplace_back();
        choice.index = 0;
        choice.message.emplace().role = Role::assistant;
        choice.message->content = null;
        detail::chat_message_of<> message(work, choice);
        const detail::bridge_path output{nullptr, "output"};
        for (std::size_t i = 0; i != response.output.size(); ++i) {
            message.add(response.output[i], output.element(i));
        }
        // of servers that send the text alone
        if (response.output.empty() && response.output_text && !response.output_text->empty()) {
            choice.message->content.emplace(*response.output_text);
        }
        work.lost_if(response.moderation, {}, "moderation", "in another form there");
        choice.finish_reason =
            detail::finish_of(status, response.incomplete_details, message.calls());
        if (response.usage) to.usage = detail::chat_usage<>(*response.usage);
        detail::end_completion(to, response, work);
        return to;
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
