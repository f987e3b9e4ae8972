// response_events_of: writes the events of a Responses stream in their order while a response is
// built.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/bridge/response_shell_of.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_events.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A response in progress and the events that tell of it. Items are in the order of their beginning,
// and so are the parts of the message. Reasoning ends where something else begins; the message and
// the calls are open until the end, since chunks may return to them. Each piece is appended to its
// text once. A template so that who includes this does not compile it.
template <class Event = ResponseStreamEvent>
class response_events_of {
public:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    using type = ResponseStreamEventType;

    Response response{};
    answer_ids ids{};
    bool as_summary = false;               // of reasoning
    const std::string* padding = nullptr;  // of the next delta; borrowed

    // The next event, valid until the next call of any function; null: there is none.
    const Event* next() {
        if (at_ == queue_.size()) {
            queue_.clear();
            at_ = 0;
            return nullptr;
        }
        return &queue_[at_++];
    }

    // The number of events that wait, and back to it after a failure: an event may be incomplete.
    std::size_t size() const { return queue_.size(); }
    void restore(std::size_t size) {
        while (queue_.size() > size) queue_.pop_back();
    }

    void lifecycle(type what) {
        auto& e = push<ResponseLifecycleEvent>(what);
        e.response = response;
    }
    // An error outside of any response.
    void error_event(std::string code, const std::string& message) {
        auto& e = push<ResponseErrorEvent>(type::error);
        e.code.emplace(std::move(code));
        e.message = message;
        e.param = null;
    }

    void add_reasoning(std::string_view piece) {
        if (reasoning_ == none) open_reasoning();
        auto& e =
            delta(as_summary ? type::reasoning_summary_text_delta : type::reasoning_text_delta,
                  reasoning_, ids_[reasoning_], piece);
        (as_summary ? e.summary_index : e.content_index) = 0;
        *reasoning_text() += piece;
    }
    // Log probabilities may come without text: those before the first text wait for it.
    void add_text(std::string_view piece, const std::vector<TokenLogprob>* logprobs) {
        const bool any = logprobs != nullptr && !logprobs->empty();
        if (any) early_.insert(early_.end(), logprobs->begin(), logprobs->end());
        if (piece.empty() && (text_ == none || !any)) return;
        if (text_ == none) text_ = open_part(text_part_of_output<>());
        end_reasoning();
        OutputTextContent& part = text_part();
        *part.text += piece;
        part.logprobs->insert(part.logprobs->end(), early_.begin(), early_.end());
        auto& e = delta(type::output_text_delta, message_, ids_[message_], piece);
        e.content_index = static_cast<std::int64_t>(text_);
        e.logprobs = std::exchange(early_, {});
    }
    void add_refusal(std::string_view piece) {
        if (refusal_ == none) refusal_ = open_part(RefusalContent{.refusal = std::string()});
        end_reasoning();
        *std::get_if<RefusalContent>(&parts()[refusal_])->refusal += piece;
        auto& e = delta(type::refusal_delta, message_, ids_[message_], piece);
        e.content_index = static_cast<std::int64_t>(refusal_);
    }
    // A citation of the text; false if there is no text yet.
    bool add_annotation(ResponseAnnotation from) {
        if (text_ == none) return false;
        auto& all = *text_part().annotations;
        auto& e = push<ResponseAnnotationEvent>(type::output_text_annotation_added);
        e.item_id = ids_[message_];
        e.output_index = static_cast<std::int64_t>(message_);
        e.content_index = static_cast<std::int64_t>(text_);
        e.annotation_index = static_cast<std::int64_t>(all.size());
        e.annotation = from;
        all.push_back(std::move(from));
        return true;
    }

    // Begins a call: the nth, without arguments. Returns its position in the output.
    std::size_t open_call(std::size_t n, const ToolCall& call, std::string call_id) {
        end_reasoning();
        ResponseItem item = call_item<>(ids, n, call, std::move(call_id));
        if (auto* f = std::get_if<FunctionToolCall>(&item)) f->arguments = std::string();
        if (auto* c = std::get_if<ResponseCustomToolCall>(&item)) c->input = std::string();
        return open_item(std::move(item), ids.call(n, is_custom(call)));
    }
    void add_arguments(std::size_t at, std::string_view piece) {
        end_reasoning();
        const bool custom = std::holds_alternative<ResponseCustomToolCall>(response.output[at]);
        delta(custom ? type::custom_tool_call_input_delta : type::function_call_arguments_delta, at,
              ids_[at], piece);
    }
    // Sets a call to what it has become.
    void finish_call(std::size_t at, const ToolCall& call) {
        if (auto* f = std::get_if<FunctionToolCall>(&response.output[at])) {
            if (!call.function) return;
            if (call.function->name) f->name = *call.function->name;
            f->arguments = call.function->arguments.value_or("");
        } else if (auto* c = std::get_if<ResponseCustomToolCall>(&response.output[at])) {
            if (!call.custom) return;
            if (call.custom->name) c->name = *call.custom->name;
            c->input = call.custom->input.value_or("");
        }
    }

    // Ends all items. cut: the last one is incomplete.
    void end_items(bool cut) {
        for (std::size_t i = 0; i != response.output.size(); ++i) {
            const bool whole = !cut || i + 1 != response.output.size();
            if (!closed_[i]) {
                close(i, whole ? ResponseStatus::completed : ResponseStatus::incomplete);
            }
        }
        reasoning_ = none;
    }
    void end_reasoning() {
        if (reasoning_ == none) return;
        close(reasoning_, ResponseStatus::completed);
        reasoning_ = none;
    }

private:
    template <class T>
    T& push(type what) {
        queue_.emplace_back(T());
        T& e = *std::get_if<T>(&queue_.back());
        e.type = what;
        e.sequence_number = sequence_++;
        return e;
    }
    // Sets what all events of an item have in common.
    template <class T>
    T& push(type what, std::size_t at) {
        T& e = push<T>(what);
        e.item_id = ids_[at];
        e.output_index = static_cast<std::int64_t>(at);
        return e;
    }
    ResponseDeltaEvent& delta(type what, std::size_t at, const std::string& id,
                              std::string_view piece) {
        auto& e = push<ResponseDeltaEvent>(what);
        e.item_id = id;
        e.output_index = static_cast<std::int64_t>(at);
        e.delta.emplace(std::string(piece));
        if (padding != nullptr) e.obfuscation = *std::exchange(padding, nullptr);
        return e;
    }

    std::size_t open_item(ResponseItem item, std::string id) {
        response.output.push_back(std::move(item));
        ids_.push_back(std::move(id));
        closed_.push_back(false);
        const std::size_t at = response.output.size() - 1;
        auto& e = push<ResponseItemEvent>(type::output_item_added);
        e.output_index = static_cast<std::int64_t>(at);
        e.item = response.output[at];
        return at;
    }
    void open_reasoning() {
        ReasoningItem item = reasoning_item<>(ids, reasonings_++);
        std::string id = *item.id;
        reasoning_ = open_item(std::move(item), std::move(id));
        auto* const made = std::get_if<ReasoningItem>(&response.output[reasoning_]);
        set_reasoning<>(*made, std::string(), as_summary);
        auto& e = push<ResponsePartEvent>(
            as_summary ? type::reasoning_summary_part_added : type::content_part_added, reasoning_);
        (as_summary ? e.summary_index : e.content_index) = 0;
        e.part = reasoning_part();
    }
    ResponseContentPart& reasoning_part() {
        auto* const item = std::get_if<ReasoningItem>(&response.output[reasoning_]);
        auto& content = as_summary ? item->summary : item->content;
        return std::get_if<std::vector<ResponseContentPart>>(&*content)->front();
    }
    std::string* reasoning_text() {
        auto& part = reasoning_part();
        if (auto* summary = std::get_if<SummaryTextContent>(&part)) return &*summary->text;
        return &*std::get_if<ReasoningTextContent>(&part)->text;
    }
    std::size_t open_part(ResponseContentPart part) {
        end_reasoning();
        if (message_ == none) message_ = open_item(message_item<>(ids), ids.message());
        auto& e = push<ResponsePartEvent>(type::content_part_added, message_);
        e.content_index = static_cast<std::int64_t>(parts().size());
        e.part = part;
        parts().push_back(std::move(part));
        return parts().size() - 1;
    }
    std::vector<ResponseContentPart>& parts() {
        auto* const item = std::get_if<ResponseMessage>(&response.output[message_]);
        return *std::get_if<std::vector<ResponseContentPart>>(&*item->content);
    }
    OutputTextContent& text_part() { return *std::get_if<OutputTextContent>(&parts()[text_]); }

    void close(std::size_t at, ResponseStatus status) {
        ResponseItem& item = response.output[at];
        set_item_status(item, status);
        closed_[at] = true;
        if (std::holds_alternative<ReasoningItem>(item)) {
            close_reasoning(at);
        } else if (std::holds_alternative<ResponseMessage>(item)) {
            for (std::size_t i = 0; i != parts().size(); ++i) close_part(i);
        } else if (const auto* f = std::get_if<FunctionToolCall>(&item)) {
            auto& e = push<ResponseDoneEvent>(type::function_call_arguments_done, at);
            e.name = f->name;
            e.arguments = f->arguments;
        } else if (const auto* c = std::get_if<ResponseCustomToolCall>(&item)) {
            push<ResponseDoneEvent>(type::custom_tool_call_input_done, at).input = c->input;
        }
        auto& e = push<ResponseItemEvent>(type::output_item_done);
        e.output_index = static_cast<std::int64_t>(at);
        e.item = item;
    }
    void close_reasoning(std::size_t at) {
        auto& text = push<ResponseDoneEvent>(
            as_summary ? type::reasoning_summary_text_done : type::reasoning_text_done, at);
        (as_summary ? text.summary_index : text.content_index) = 0;
        text.text = *reasoning_text();
        auto& part = push<ResponsePartEvent>(
            as_summary ? type::reasoning_summary_part_done : type::content_part_done, at);
        (as_summary ? part.summary_index : part.content_index) = 0;
        part.part = reasoning_part();
    }
    void close_part(std::size_t i) {
        const auto index = static_cast<std::int64_t>(i);
        if (const auto* t = std::get_if<OutputTextContent>(&parts()[i])) {
            auto& e = push<ResponseDoneEvent>(type::output_text_done, message_);
            e.content_index = index;
            e.text = t->text;
            e.logprobs = t->logprobs;
        } else if (const auto* r = std::get_if<RefusalContent>(&parts()[i])) {
            auto& e = push<ResponseDoneEvent>(type::refusal_done, message_);
            e.content_index = index;
            e.refusal = r->refusal;
        }
        auto& e = push<ResponsePartEvent>(type::content_part_done, message_);
        e.content_index = index;
        e.part = parts()[i];
    }

    std::vector<Event> queue_{};
    std::size_t at_ = 0;  // of the next event
    std::int64_t sequence_ = 0;
    std::vector<std::string> ids_{};  // of the items
    std::vector<bool> closed_{};      // whether they were ended
    std::size_t reasoning_ = none;    // the open one, in the output
    std::size_t reasonings_ = 0;      // how many there were
    std::size_t message_ = none;      // in the output
    std::size_t text_ = none;         // in the parts of the message
    std::size_t refusal_ = none;
    std::vector<TokenLogprob> early_{};  // that wait for text
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
