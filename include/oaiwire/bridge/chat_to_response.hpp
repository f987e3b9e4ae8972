// chat_to_response: the chunks of a chat completion's stream as the events of the Responses API.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/bridge/response_events_of.hpp>
#include <oaiwire/bridge/response_shell_of.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/stream/answer_size.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_request.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 {

// Turns chunks into events, each at once. Call feed() with each chunk and then next() until it
// returns null; then finish() once, and next() again. The last event is response.completed,
// response.incomplete or response.failed and has the whole response, which is what
// response_of_completion() makes of the whole completion but for two things: items are in the order
// of their beginning, and reasoning that is interrupted becomes several items. A stream that failed
// before its first chunk becomes one event of type "error"; a server that has not begun its answer
// may rather answer with a status. Memory: the answer so far, at most limits::answer. Not
// thread-safe.
// Chunk: ChatCompletionChunk; a template so that who includes this does not compile it.
template <class Chunk>
class basic_chat_to_response {
public:
    // request: the one that was converted, which the response repeats.
    explicit basic_chat_to_response(const ResponseRequest& request, bridge_options options = {})
        : options_(std::move(options)), size_(options_.bounds), work_(notes_, lenient_) {
        const auto begin = [&] {
            detail::begin_response(out_.response, request, {}, 0, {});
            out_.as_summary = options_.reasoning_as_summary;
            return errc::ok;
        };
        if (within_memory(begin) != errc::ok) fail(errc::out_of_memory);
    }
    basic_chat_to_response(const basic_chat_to_response&) = delete;
    basic_chat_to_response& operator=(const basic_chat_to_response&) = delete;

    // Takes a chunk. Ignored once done().
    void feed(const Chunk& chunk) {
        if (done_) return;
        const std::size_t before = out_.size();
        const errc code = within_memory([&] { return add(chunk); });
        if (code == errc::out_of_memory) out_.restore(before);
        if (code != errc::ok) fail(code);
    }
    // Ends the stream as its decoder says: end_reason() and error(). Ignored once done().
    void finish(stream_end end, const error& why = {}) {
        if (done_) return;
        done_ = true;
        const bool whole = end == stream_end::complete || end == stream_end::finished;
        const std::size_t before = out_.size();
        const errc code = within_memory([&] {
            if (!whole || !begun_) failure_ = why.code != errc::ok ? why : error_of(end);
            write_end();
            return errc::ok;
        });
        if (code == errc::ok) return;
        out_.restore(before);
        failure_ = make_error(code);
    }
    // The next event; valid until the next call of any function. Null: there is none.
    const ResponseStreamEvent* next() { return out_.next(); }

    // Whether the last event was written. True without one if memory ran out.
    bool done() const { return done_; }
    // Whether an event was written that belongs to a response.
    bool begun() const { return begun_; }
    // Why the response failed; errc::ok if it did not.
    const error& failure() const { return failure_; }
    // The response, whole once done().
    const Response& response() const { return out_.response; }
    // What chunks said that events cannot.
    const bridge_notes& notes() const { return notes_; }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    // A call that was begun.
    struct call_state {
        std::size_t item = none;  // in the output; none: its name has not come
        std::size_t sent = 0;     // bytes of its arguments
    };

    static error error_of(stream_end end) {
        switch (end) {
            case stream_end::complete:
            case stream_end::finished:
            case stream_end::empty:
                return make_error(errc::no_output, "the stream had no chunk");
            case stream_end::cancelled:
                return make_error(errc::cancelled);
            case stream_end::limit:
                return make_error(errc::limit_exceeded);
            default:
                return make_error(errc::truncated_stream);
        }
    }
    void fail(errc code) {
        if (code == errc::out_of_memory) {
            done_ = true;  // an event would need memory as well
            failure_ = make_error(code);
        } else {
            finish(stream_end::limit, make_error(code));
        }
    }

    errc add(const Chunk& chunk) {
        if (!size_.take(detail::joined_bytes_of_choices(chunk))) return errc::limit_exceeded;
        detail::add_chunk_members(whole_, chunk, join_);
        detail::set_once(whole_.service_tier, chunk.service_tier);
        work_.lost_if(chunk.moderation, {}, "moderation", "in another form there");
        if (!begun_) begin();
        out_.padding = chunk.obfuscation ? &*chunk.obfuscation : nullptr;
        const detail::bridge_path choices{nullptr, "choices"};
        std::int64_t position = 0;
        for (const auto& choice : chunk.choices) {
            const std::int64_t index =
                choice.index && *choice.index >= 0 ? *choice.index : position;
            ++position;
            if (chosen_ < 0) chosen_ = index;
            const detail::bridge_path at = choices.element(static_cast<std::size_t>(index));
            if (index != chosen_) {
                work_.lost(at, "a response has one answer");
                continue;
            }
            const errc code = add_choice(choice, at);
            if (code != errc::ok) return code;
        }
        out_.padding = nullptr;
        const bool fits = size_.take(join_.take_growth()) && !join_.exceeded() &&
                          out_.response.output.size() <= 8 * options_.bounds.tool_calls;
        return fits ? errc::ok : errc::limit_exceeded;
    }
    void begin() {
        begun_ = true;
        const std::string upstream = whole_.id.value_or("");
        out_.ids.base = detail::id_base(options_.id.empty() ? upstream : options_.id);
        Response& to = out_.response;
        to.id = options_.id.empty() ? "resp_" + out_.ids.base : options_.id;
        to.created_at = static_cast<double>(options_.created != 0 ? options_.created
                                                                  : whole_.created.value_or(0));
        if (whole_.model && !whole_.model->empty()) to.model = *whole_.model;
        out_.lifecycle(ResponseStreamEventType::created);
        out_.lifecycle(ResponseStreamEventType::in_progress);
    }

    template <class Choice>
    errc add_choice(const Choice& from, const detail::bridge_path& at) {
        if (from.finish_reason && !from.finish_reason->text().empty()) {
            finish_ = from.finish_reason->text();
        }
        work_.lost_if(from.stop_reason, at, "stop_reason", "responses have no stop_reason");
        work_.lost_members(at, from.extra);
        const std::vector<TokenLogprob>* logprobs = nullptr;
        if (from.logprobs) {
            if (from.logprobs->content) logprobs = &*from.logprobs->content;
            if (from.logprobs->refusal && !from.logprobs->refusal->empty()) {
                work_.lost(at.member("logprobs").member("refusal"),
                           "refusals have no log probabilities");
            }
        }
        if (!from.delta) return errc::ok;
        const auto& delta = *from.delta;
        const detail::bridge_path message = at.member("delta");
        work_.lost_if(delta.audio, message, "audio", "responses have no audio");
        work_.lost_members(message, delta.extra);
        if (const auto text = oaiwire::reasoning(delta); text && !text->empty()) {
            out_.add_reasoning(*text);
        }
        if (delta.content) {
            if (const auto* plain = std::get_if<std::string>(&*delta.content)) {
                out_.add_text(*plain, logprobs);
            } else {
                out_.add_text(oaiwire::text(*delta.content), logprobs);
            }
        } else if (logprobs != nullptr) {
            out_.add_text({}, logprobs);
        }
        if (delta.refusal && !delta.refusal->empty()) out_.add_refusal(*delta.refusal);
        const detail::bridge_path citations = message.member("annotations");
        for (std::size_t i = 0; delta.annotations && i != delta.annotations->size(); ++i) {
            if (!out_.add_annotation(
                    detail::annotation_of<>((*delta.annotations)[i], work_, citations))) {
                work_.lost(citations, "there is no text that they could be of");
            }
        }
        return add_calls(delta, message);
    }

    template <class Delta>
    errc add_calls(const Delta& delta, const detail::bridge_path& message) {
        if (delta.tool_calls) {
            const detail::bridge_path list = message.member("tool_calls");
            joiner_.begin_list();
            for (const auto& piece : *delta.tool_calls) {
                const errc code = joiner_.add(calls_, piece, options_.bounds.tool_calls, join_);
                if (code != errc::ok) return code;
                const std::size_t n = joiner_.touched();
                if (n == joiner_.none) continue;
                detail::lost_of_call(work_, piece, list.element(n));
                if (n >= states_.size()) states_.resize(n + 1);
                send_call(n, false);
            }
        }
        if (delta.function_call) {  // the deprecated form of one call
            work_.lost_members(message.member("function_call"), delta.function_call->extra);
            if (!legacy_call_.function) legacy_call_.function.emplace();
            joiner_.add_function(legacy_call_.function, *delta.function_call, legacy_arguments_,
                                 join_);
            has_legacy_ = true;
            send(legacy_, legacy_call_, out_.ids.legacy, false);
        }
        return errc::ok;
    }
    const ToolCall& call(std::size_t n) const { return (*calls_)[joiner_.position(n)]; }
    void send_call(std::size_t n, bool last) { send(states_[n], call(n), n, last); }
    // Begins the call once its name and id are there, or its arguments begin, and sends what of
    // the arguments was not sent yet. last: nothing more will come.
    void send(call_state& state, const ToolCall& from, std::size_t n, bool last) {
        const std::string* name = nullptr;
        std::string_view text;
        if (from.custom) {
            if (from.custom->name) name = &*from.custom->name;
            if (from.custom->input) text = *from.custom->input;
        } else if (from.function) {
            if (from.function->name) name = &*from.function->name;
            if (from.function->arguments) text = *from.function->arguments;
        }
        const bool has_id = from.id && !from.id->empty();
        if (state.item == none) {
            const bool known = name != nullptr && !name->empty() && (has_id || !text.empty());
            if (!known && !last) return;
            state.item = out_.open_call(n, from, has_id ? *from.id : out_.ids.call_id(n));
        }
        // a server may change what it has sent; the last word is the call at the end
        if (text.size() <= state.sent) return;
        out_.add_arguments(state.item, text.substr(state.sent));
        state.sent = text.size();
    }

    void write_end() {
        if (!begun_) {
            out_.error_event(error_code(), failure_.message);
            return;
        }
        for (std::size_t n = 0; n != states_.size(); ++n) {
            send_call(n, true);
            out_.finish_call(states_[n].item, call(n));
        }
        if (has_legacy_) {
            send(legacy_, legacy_call_, out_.ids.legacy, true);
            out_.finish_call(legacy_.item, legacy_call_);
        }
        detail::response_end end = detail::end_of_finish(finish_);
        if (failure_.code != errc::ok) {
            end = {ResponseStatus::failed, {}};
            ResponseError why;
            why.message = failure_.message;
            why.code = error_code();
            out_.response.error.emplace(std::move(why));
        }
        out_.end_items(end.status != ResponseStatus::completed);
        detail::end_response(out_.response, whole_, end, work_);
        if (end.status == ResponseStatus::failed && failure_.code == errc::ok) {
            failure_ = make_error(errc::api_error, "the model failed: " + end.reason);
        }
        out_.lifecycle(end.status == ResponseStatus::completed ? ResponseStreamEventType::completed
                       : end.status == ResponseStatus::incomplete
                           ? ResponseStreamEventType::incomplete
                           : ResponseStreamEventType::failed);
    }
    std::string error_code() const {
        return failure_.api.code.empty() ? std::string("server_error") : failure_.api.code;
    }

    bridge_options options_;
    bridge_options lenient_{};  // notes what is lost
    bridge_notes notes_{};
    detail::answer_size size_;
    detail::bridge_work work_;
    detail::response_events_of<> out_{};
    ChatCompletion whole_{};  // what chunks say beside their choices
    detail::extra_join join_{};
    detail::tool_call_joiner joiner_{};
    field<std::vector<ToolCall>> calls_{};
    std::vector<call_state> states_{};  // in the order of arrival
    ToolCall legacy_call_{};            // of function_call
    detail::argument_pieces legacy_arguments_{};
    call_state legacy_{};
    bool has_legacy_ = false;
    std::int64_t chosen_ = -1;  // index of the choice
    std::string finish_{};      // the last finish_reason
    error failure_{};
    bool begun_ = false;
    bool done_ = false;
};
// The machine for ChatCompletionChunk.
using chat_to_response = basic_chat_to_response<ChatCompletionChunk>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
