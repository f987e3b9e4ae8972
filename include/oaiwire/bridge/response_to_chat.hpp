// response_to_chat: the events of a Responses stream as the chunks of a chat completion's stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/bridge/bridge_work.hpp>
#include <oaiwire/bridge/chat_chunks_of.hpp>
#include <oaiwire/bridge/completion_of_response.hpp>
#include <oaiwire/bridge/response_shell_of.hpp>
#include <oaiwire/bridge/sent_texts.hpp>
#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/response_events.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// Turns events into chunks, each at once. Call feed() with each event and then next() until it
// returns null; then finish() once, and next() again. A stream that ended well ends with a chunk
// that has the finish_reason and, if the request asks for it, one that has the usage; the server
// then writes [DONE]. One that failed ends without them, and failed() says so: a chat stream has no
// chunk for errors, so that the server writes failure() as its error event. Texts that came whole
// in place of pieces are sent when they come. Pieces are not kept: memory is a few words for each
// item, of which there can be eight for each of limits::tool_calls. Not thread-safe.
// Event: ResponseStreamEvent; a template so that who includes this does not compile it.
template <class Event>
class basic_response_to_chat {
public:
    // request: the one that was converted.
    explicit basic_response_to_chat(const ChatCompletionRequest& request,
                                    bridge_options options = {})
        : options_(std::move(options)),
          work_(notes_, lenient_),
          out_(options_),
          usage_(request.stream_options && request.stream_options->include_usage.value_or(false)) {}
    basic_response_to_chat(const basic_response_to_chat&) = delete;
    basic_response_to_chat& operator=(const basic_response_to_chat&) = delete;

    // Takes an event. Ignored once done().
    void feed(const Event& event) {
        if (done_) return;
        const std::size_t before = out_.size();
        const errc code = within_memory([&] { return add(event); });
        if (code == errc::out_of_memory) out_.restore(before);
        if (code != errc::ok) fail(make_error(code));
    }
    // Ends the stream as its decoder says: end_reason() and error(). Ignored once done(): the last
    // event decides.
    void finish(stream_end end, const error& why = {}) {
        if (done_) return;
        if (why.code != errc::ok) {
            return within_memory([&] { fail(why); }, [&] { fail(no_memory()); });
        }
        fail(make_error(end == stream_end::cancelled ? errc::cancelled
                        : end == stream_end::limit   ? errc::limit_exceeded
                                                     : errc::truncated_stream));
    }
    // The next chunk; valid until the next call of any function. Null: there is none.
    const ChatCompletionChunk* next() { return out_.next(); }

    // Whether the stream has ended.
    bool done() const { return done_; }
    // Whether a chunk was written.
    bool begun() const { return out_.begun(); }
    // Whether it ended with an error.
    bool failed() const { return done_ && failure_.code != errc::ok; }
    // Why it failed; errc::ok if it did not.
    const error& failure() const { return failure_; }
    // What events said that chunks cannot.
    const bridge_notes& notes() const { return notes_; }

private:
    using type = ResponseStreamEventType;
    using text_kind = detail::text_kind;

    void fail(error why) {
        done_ = true;
        failure_ = std::move(why);
    }

    // ---- events

    errc add(const Event& event) {
        if (const auto* e = std::get_if<ResponseDeltaEvent>(&event)) return add_delta(*e);
        if (const auto* e = std::get_if<ResponseLifecycleEvent>(&event)) return add_lifecycle(*e);
        if (const auto* e = std::get_if<ResponseItemEvent>(&event)) return add_item(*e);
        // the items that they are of follow
        if (std::holds_alternative<ResponsePartEvent>(event)) return errc::ok;
        if (const auto* e = std::get_if<ResponseDoneEvent>(&event)) return add_done(*e);
        if (const auto* e = std::get_if<ResponseAnnotationEvent>(&event)) return add_citation(*e);
        if (std::holds_alternative<ResponseErrorEvent>(event)) {
            fail(chunk_traits<Event>::error_of(event));
            return errc::ok;
        }
        work_.lost({nullptr, type_text(event)}, "an event that chunks cannot say");
        return errc::ok;
    }

    // The kind of text that a delta or a done event is about; none for other events.
    static text_kind kind_of(type event) {
        switch (event) {
            case type::output_text_delta:
            case type::output_text_done:
                return text_kind::text;
            case type::refusal_delta:
            case type::refusal_done:
                return text_kind::refusal;
            case type::reasoning_text_delta:
            case type::reasoning_text_done:
            case type::reasoning_delta:
            case type::reasoning_done:
                return text_kind::reasoning;
            case type::reasoning_summary_text_delta:
            case type::reasoning_summary_text_done:
            case type::reasoning_summary_delta:
            case type::reasoning_summary_done:
                return text_kind::summary;
            case type::function_call_arguments_delta:
            case type::function_call_arguments_done:
                return text_kind::arguments;
            case type::custom_tool_call_input_delta:
            case type::custom_tool_call_input_done:
                return text_kind::input;
            default:
                return text_kind::none;
        }
    }

    errc add_delta(const ResponseDeltaEvent& e) {
        const text_kind kind = kind_of(e.type.known());
        if (kind == text_kind::none) {
            work_.lost({nullptr, e.type.text()}, "an event that chunks cannot say");
            return errc::ok;
        }
        if (!e.delta) return errc::ok;
        detail::sent_item* const item = sent_.at(e, kind);
        if (item == nullptr) return errc::limit_exceeded;
        const std::string_view piece = text(*e.delta);
        if (kind == text_kind::arguments || kind == text_kind::input) {
            // its announcement may follow: the whole call is sent then
            if (item->call < 0) item->waits = true;
            if (!item->waits) write_arguments(*item, piece);
            return errc::ok;
        }
        if (!item->takes(kind)) {
            work_.lost({nullptr, e.type.text()}, "reasoning comes in another form, too");
            return errc::ok;
        }
        if (kind == text_kind::text) begin_part(*item, e.content_index);
        item->add(kind, piece);
        sent_.add(kind, piece);
        ChatCompletionChunk* const chunk = out_.text(kind, piece);
        if (chunk != nullptr && e.obfuscation) chunk->obfuscation = *e.obfuscation;
        if (kind == text_kind::text) out_.logprobs(e.logprobs, chunk);
        return errc::ok;
    }

    // The end of a text. It is sent if no piece of it was.
    errc add_done(const ResponseDoneEvent& e) {
        const text_kind kind = kind_of(e.type.known());
        if (kind == text_kind::none) return errc::ok;
        detail::sent_item* const item = sent_.at(e, kind);
        if (item == nullptr) return errc::limit_exceeded;
        if (kind == text_kind::arguments || kind == text_kind::input) {
            const auto& whole = kind == text_kind::input ? e.input : e.arguments;
            if (item->call >= 0 && whole) write_rest_of_call(*item, *whole);
            return errc::ok;
        }
        const auto& whole = kind == text_kind::refusal ? e.refusal : e.text;
        if (!whole || !item->takes(kind) || item->of(kind).size != 0) return errc::ok;
        write_rest(*item, kind, *whole);
        if (kind == text_kind::text) out_.logprobs(e.logprobs);
        return errc::ok;
    }

    // Sends what of an item's text was not sent.
    void write_rest(detail::sent_item& item, text_kind kind, std::string_view whole) {
        if (!item.takes(kind)) return;
        const auto rest = item.of(kind).rest_of(whole);
        if (!rest) {
            work_.lost({nullptr, "output"}, "a text that differs from its pieces");
            return;
        }
        item.add(kind, *rest);
        sent_.add(kind, *rest);
        out_.text(kind, *rest);
    }

    errc add_item(const ResponseItemEvent& e) {
        const auto& given = e.item ? e.item : e.output_item;  // output_item: of R9S
        if (!given) return errc::ok;
        return add_item(*given, e, e.type == type::output_item_done, true);
    }
    // last: the item is whole; begins: it may be a new one.
    template <class Place>
    errc add_item(const ResponseItem& from, const Place& place, bool last, bool begins) {
        if (const auto* f = std::get_if<FunctionToolCall>(&from)) {
            return add_call(*f, f->arguments, text_kind::arguments, place, last, begins);
        }
        if (const auto* c = std::get_if<ResponseCustomToolCall>(&from)) {
            return add_call(*c, c->input, text_kind::input, place, last, begins);
        }
        if (const auto* m = std::get_if<ResponseMessage>(&from)) {
            detail::sent_item* const item = sent_.at(place, text_kind::text, m->id, begins);
            if (item == nullptr) return errc::limit_exceeded;
            if (!last) return errc::ok;
            item->done = true;
            work_.lost_if(m->phase, {}, "phase", "messages have no phase");
            work_.lost_members({}, m->extra);
            std::string all;
            detail::append_parts<OutputTextContent>(all, m->content);
            const bool whole = item->of(text_kind::text).size == 0;
            const std::int64_t start = sent_.characters();
            write_rest(*item, text_kind::text, all);
            if (whole) write_logprobs_of(*m);
            write_citations(*item, *m, whole ? start : item->start);
            std::string refusal = detail::refusal_of<>(*m);
            write_rest(*item, text_kind::refusal, refusal);
            return errc::ok;
        }
        if (const auto* r = std::get_if<ReasoningItem>(&from)) {
            detail::sent_item* const item = sent_.at(place, text_kind::reasoning, r->id, begins);
            if (item == nullptr) return errc::limit_exceeded;
            item->done = item->done || last;
            if (last) write_reasoning(*item, *r);
            return errc::ok;
        }
        if (last) {
            work_.lost({nullptr, detail::type_in(&from, json::detail::described<ResponseItem>())},
                       "an item that chunks cannot say");
        }
        return errc::ok;
    }
    void write_reasoning(detail::sent_item& item, const ReasoningItem& from) {
        work_.lost_if(from.encrypted_content, {}, "encrypted_content",
                      "completions have no encrypted reasoning");
        work_.lost_members({}, from.extra);
        std::string content;
        std::string summary;
        detail::append_parts<ReasoningTextContent, OutputTextContent>(content, from.content);
        detail::append_parts<SummaryTextContent, OutputTextContent>(summary, from.summary);
        const bool by_summary = item.of(text_kind::summary).size != 0 ||
                                (item.of(text_kind::reasoning).size == 0 && content.empty());
        write_rest(item, by_summary ? text_kind::summary : text_kind::reasoning,
                   by_summary ? summary : content);
    }
    void write_logprobs_of(const ResponseMessage& from) {
        const auto* parts =
            from.content ? std::get_if<std::vector<ResponseContentPart>>(&*from.content) : nullptr;
        for (std::size_t i = 0; parts && i != parts->size(); ++i) {
            if (const auto* t = std::get_if<OutputTextContent>(&(*parts)[i])) {
                out_.logprobs(t->logprobs);
            }
        }
    }

    // ---- citations

    // Takes where a part of a message begins; citations count from there.
    void begin_part(detail::sent_item& item, const field<std::int64_t>& index) {
        if (!index || *index == item.part) return;
        item.part = *index;
        item.part_start = sent_.characters();
    }
    void write_citation(const ResponseAnnotation& from, std::int64_t start) {
        if (from.type != "url_citation") {
            work_.lost({nullptr, "annotation"}, "a citation of no web page");
            return;
        }
        out_.delta().annotations.emplace().push_back(detail::chat_annotation<>(from, start));
    }
    errc add_citation(const ResponseAnnotationEvent& e) {
        if (!e.annotation) return errc::ok;
        detail::sent_item* const item = sent_.at(e, text_kind::text);
        if (item == nullptr) return errc::limit_exceeded;
        ++item->citations;
        write_citation(*e.annotation, item->part_start);
        return errc::ok;
    }
    // Those that no event announced.
    void write_citations(detail::sent_item& item, const ResponseMessage& from, std::int64_t start) {
        const auto* parts =
            from.content ? std::get_if<std::vector<ResponseContentPart>>(&*from.content) : nullptr;
        std::size_t n = 0;
        for (std::size_t i = 0; parts && i != parts->size(); ++i) {
            const auto* t = std::get_if<OutputTextContent>(&(*parts)[i]);
            if (t == nullptr) continue;
            for (std::size_t k = 0; t->annotations && k != t->annotations->size(); ++k) {
                if (n++ < item.citations) continue;
                ++item.citations;
                write_citation((*t->annotations)[k], start);
            }
            if (t->text) start += detail::characters_in(*t->text);
        }
    }

    // ---- calls

    template <class Call, class Place>
    errc add_call(const Call& from, const field<std::string>& arguments, text_kind kind,
                  const Place& place, bool last, bool begins) {
        detail::sent_item* const item = sent_.at(place, kind, from.id, begins);
        if (item == nullptr) return errc::limit_exceeded;
        const bool named = from.name && !from.name->empty();
        if (item->call < 0 && (named || last)) {
            item->call = calls_++;
            out_.begin_call(item->call, kind, from.call_id, from.name);
        }
        item->done = item->done || last;
        if (last) detail::lost_of_call_item(work_, from, {});
        if (item->call >= 0 && arguments) write_rest_of_call(*item, *arguments);
        return errc::ok;
    }
    void write_arguments(detail::sent_item& item, std::string_view piece) {
        if (piece.empty()) return;
        item.add(item.kind, piece);
        out_.arguments(item.call, item.kind, piece);
    }
    void write_rest_of_call(detail::sent_item& item, std::string_view whole) {
        const auto rest = item.of(item.kind).rest_of(whole);
        if (rest) return write_arguments(item, *rest);
        work_.lost({nullptr, "output"}, "arguments that differ from their pieces");
    }

    // ---- the end

    errc add_lifecycle(const ResponseLifecycleEvent& e) {
        const auto* row = detail::find_row(detail::lifecycle_rows, e.type.known());
        if (e.response) out_.identify(*e.response);
        if (row == nullptr || !row->last) {
            out_.begin();
            return errc::ok;
        }
        ResponseStatus status = row->status;
        const Response* const response = e.response ? &*e.response : nullptr;
        if (e.type == type::done && response && response->status) {
            status = response->status->known();
        }
        error why = detail::why_no_answer(status, response);
        if (why.code != errc::ok) {
            fail(std::move(why));
            return errc::ok;
        }
        out_.begin();
        const errc code = response ? add_output(*response) : errc::ok;
        if (code != errc::ok) return code;
        done_ = true;
        write_end(status, response);
        return errc::ok;
    }
    // What of the output was not sent. The order of items can differ from that of the pieces, so
    // that each item is looked at by itself.
    errc add_output(const Response& response) {
        for (std::size_t i = 0; i != response.output.size(); ++i) {
            const detail::output_place place{static_cast<std::int64_t>(i)};
            const errc code = add_item(response.output[i], place, true, false);
            if (code != errc::ok) return code;
        }
        if (response.output.empty() && response.output_text &&
            sent_.of(text_kind::text).size == 0) {
            out_.text(text_kind::text, *response.output_text);
        }
        return errc::ok;
    }
    void write_end(ResponseStatus status, const Response* response) {
        if (response) {
            work_.lost_if(response->moderation, {}, "moderation", "in another form there");
        }
        out_.end(status, response, calls_ != 0, usage_, work_);
    }

    bridge_options options_;
    bridge_options lenient_{};  // notes what is lost
    bridge_notes notes_{};
    detail::bridge_work work_;
    detail::sent_texts sent_{8 * options_.bounds.tool_calls};
    detail::chat_chunks_of<> out_;
    std::int64_t calls_ = 0;  // how many were begun
    error failure_{};
    bool usage_;  // the request asks for it
    bool done_ = false;
};
// The machine for ResponseStreamEvent.
using response_to_chat = basic_response_to_chat<ResponseStreamEvent>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
