// response_of_completion(): a chat completion as the response of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/bridge/response_shell_of.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 {

// The response that says the same as the first choice of a completion: reasoning, then the message,
// then the calls. `request`: the one that was converted, which a response repeats. notes: what was
// left out is added. A finish_reason of "length" or "content_filter" makes it incomplete, one that
// says that the server failed makes it failed. Errors: no_output if there is no choice;
// out_of_memory. Takes linear time.
// R: ResponseRequest; a template so that who includes this does not compile it.
template <class R = ResponseRequest>
result<Response> response_of_completion(const ChatCompletion& completion,
                                        const std::type_identity_t<R>& request, bridge_notes& notes,
                                        const bridge_options& options = {});

namespace detail {

// The output of a message. A template, as above.
template <class Message = ChatCompletionMessage>
class response_output {
public:
    response_output(bridge_work& work, const answer_ids& ids, std::vector<ResponseItem>& to)
        : work_(work), ids_(ids), to_(to) {}

    void add(const Message& from, const field<Logprobs>& logprobs, const bridge_path& at) {
        add_reasoning(from);
        add_message(from, logprobs, at);
        std::size_t n = 0;
        if (from.tool_calls) {
            const bridge_path list = at.member("tool_calls");
            for (const ToolCall& call : *from.tool_calls) {
                lost_of_call(work_, call, list.element(n));
                const bool named = call.id && !call.id->empty();
                to_.push_back(call_item<>(ids_, n, call, named ? *call.id : ids_.call_id(n)));
                ++n;
            }
        }
        if (from.function_call) {
            ToolCall call;
            call.function = *from.function_call;
            work_.lost_members(at.member("function_call"), call.function->extra);
            to_.push_back(call_item<>(ids_, ids_.legacy, call, ids_.call_id(ids_.legacy)));
        }
        if (from.audio) work_.lost(at.member("audio"), "responses have no audio");
        work_.lost_members(at, from.extra);
    }

private:
    void add_reasoning(const Message& from) {
        std::string text = oaiwire::reasoning(from).value_or(std::string());
        if (text.empty()) return;
        ReasoningItem item = reasoning_item<>(ids_, 0);
        set_reasoning<>(item, std::move(text), work_.options.reasoning_as_summary);
        to_.push_back(std::move(item));
    }
    void add_message(const Message& from, const field<Logprobs>& logprobs, const bridge_path& at) {
        std::vector<ResponseContentPart> parts;
        std::string text = from.content ? oaiwire::text(*from.content) : std::string();
        if (!text.empty()) {
            OutputTextContent part = text_part_of_output<>();
            part.text = std::move(text);
            if (logprobs && logprobs->content) part.logprobs = *logprobs->content;
            const bridge_path list = at.member("annotations");
            for (std::size_t i = 0; from.annotations && i != from.annotations->size(); ++i) {
                part.annotations->push_back(
                    annotation_of<>((*from.annotations)[i], work_, list.element(i)));
            }
            parts.push_back(std::move(part));
        } else if (from.annotations && !from.annotations->empty()) {
            work_.lost(at.member("annotations"), "there is no text that they could be of");
        }
        if (from.refusal && !from.refusal->empty()) {
            parts.push_back(RefusalContent{.refusal = *from.refusal});
        }
        if (parts.empty()) return;
        ResponseMessage item = message_item<>(ids_);
        item.content.emplace(std::move(parts));
        to_.push_back(std::move(item));
    }

    bridge_work& work_;              // borrowed
    const answer_ids& ids_;          // borrowed
    std::vector<ResponseItem>& to_;  // borrowed
};

}  // namespace detail

template <class R>
result<Response> response_of_completion(const ChatCompletion& completion,
                                        const std::type_identity_t<R>& request, bridge_notes& notes,
                                        const bridge_options& options) {
    return within_memory([&]() -> result<Response> {
        if (completion.choices.empty()) {
            return make_error(errc::no_output, "the completion has no choice", "choices");
        }
        bridge_options lenient = options;
        lenient.strict = false;
        detail::bridge_work work(notes, lenient);
        const std::string upstream = completion.id.value_or("");
        const detail::answer_ids ids{
            std::string(detail::id_base(options.id.empty() ? upstream : options.id))};
        Response to;
        detail::begin_response(
            to, request, options.id.empty() ? "resp_" + ids.base : options.id,
            options.created != 0 ? options.created : completion.created.value_or(0),
            completion.model.value_or(""));
        const detail::bridge_path choices{nullptr, "choices"};
        const detail::bridge_path at = choices.element(0);
        const ChatCompletionChoice& choice = completion.choices.front();
        if (choice.message) {
            detail::response_output<>(work, ids, to.output)
                .add(*choice.message, choice.logprobs, at.member("message"));
        }
        work.lost_if(choice.stop_reason, at, "stop_reason", "responses have no stop_reason");
        if (choice.logprobs && choice.logprobs->refusal && !choice.logprobs->refusal->empty()) {
            work.lost(at.member("logprobs").member("refusal"),
                      "refusals have no log probabilities");
        }
        work.lost_members(at, choice.extra);
        for (std::size_t i = 1; i != completion.choices.size(); ++i) {
            work.lost(choices.element(i), "a response has one answer");
        }
        work.lost_if(completion.moderation, {}, "moderation", "in another form there");
        const std::string finish =
            choice.finish_reason ? std::string(choice.finish_reason->text()) : std::string();
        detail::end_response(to, completion, detail::end_of_finish(finish), work);
        return to;
    });
}

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
