// response_writer: what response_stream_writer does, as a template.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/server/id_source.hpp>
#include <oaiwire/server/response_event_writer.hpp>
#include <oaiwire/server/server_error.hpp>
#include <oaiwire/types/response_events.hpp>

namespace oaiwire { inline namespace v0_2 {

// How a response_stream_writer writes.
struct response_stream_settings {
    // stream_options::include_obfuscation: pads deltas, so that their sizes tell less
    bool obfuscate = false;
    std::uint64_t seed = 0;  // of the ids of items, and of the padding: another one for each stream
};

namespace detail {

// A template, so that programs without the Responses API do not compile it.
template <class = void>
class response_writer {
public:
    using settings = response_stream_settings;

    // Borrows the responder, which must outlive this.
    response_writer(responder& to, settings s)
        : random_(s.seed), events_(to, s.obfuscate, random_.next()) {}

    // The first call: response.created and response.in_progress. `start` has what the response
    // states of its request (model, instructions, tools, ...), its `id` and `created_at`; object,
    // status and output are set here, and an id if it has none.
    result<void> begin(Response start);

    // A piece of the output text of a message.
    result<void> text(std::string_view piece) { return add(response_text::output, piece); }
    // The same with log probabilities of its tokens; sent even if the piece is empty or held.
    result<void> text(std::string_view piece, const std::vector<TokenLogprob>& logprobs);
    // An annotation of the output text that is open; errc::invalid_argument if none is.
    result<void> annotation(const ResponseAnnotation& a);
    // A piece of a refusal.
    result<void> refusal(std::string_view piece) { return add(response_text::refusal, piece); }
    // A piece of the reasoning, as the model thinks.
    result<void> reasoning(std::string_view piece) { return add(response_text::reasoning, piece); }
    // A piece of a summary of the reasoning.
    result<void> reasoning_summary(std::string_view piece) {
        return add(response_text::summary, piece);
    }
    // The start of a function call. Its arguments follow, before any other item.
    result<void> function_call(std::string_view call_id, std::string_view name);
    // A piece of the arguments of the open function call; errc::invalid_argument if none is open.
    result<void> arguments(std::string_view piece) {
        return add_to_call(response_text::arguments, piece);
    }
    // The start of a call of a custom tool. Its input follows, before any other item.
    result<void> custom_tool_call(std::string_view call_id, std::string_view name);
    // A piece of the input of the open custom tool call.
    result<void> input(std::string_view piece) { return add_to_call(response_text::input, piece); }
    // A whole item of another kind.
    result<void> item(ResponseItem whole);
    // Any event, with the next number. What it says is not added to response().
    result<void> event(ResponseStreamEvent any);

    // Ends the open text; the next one of the same kind is another part. Nothing if none is open.
    result<void> end_part() {
        return guarded([&] { return close_part(); });
    }
    // Ends the open item; the next text is of another one. Nothing if none is open.
    result<void> end_item() {
        return guarded([&] { return close_item(ResponseStatus::completed); });
    }

    // The end: response.completed, and end() of the responder.
    result<void> done(const ResponseUsage* usage = nullptr) {
        return finish("response.completed", ResponseStatus::completed, usage);
    }
    // The end of a response that is cut: response.incomplete. Reasons of OpenAI:
    // "max_output_tokens", "content_filter".
    result<void> incomplete(std::string_view reason, const ResponseUsage* usage = nullptr);
    // The end of a response that failed: response.failed, with the code and the message.
    result<void> fail(const server_error& e);

    // The response so far, consistent with what was sent. Members other than output may be set
    // before the end, such as completed_at.
    Response& response() { return response_; }
    const Response& response() const { return response_; }

private:
    enum class item_kind : std::uint8_t { none, message, reasoning, function, custom };

    static item_kind item_of(response_text kind) {
        switch (kind) {
            case response_text::output:
            case response_text::refusal:
                return item_kind::message;
            case response_text::reasoning:
            case response_text::summary:
                return item_kind::reasoning;
            case response_text::arguments:
                return item_kind::function;
            default:
                return item_kind::custom;
        }
    }
    // f() as a result; errc::out_of_memory where memory runs out.
    template <class F>
    result<void> guarded(F&& f) {
        return event_output::result_of(
            within_memory([&] { return begun_ ? f() : errc::invalid_argument; },
                          [] { return errc::out_of_memory; }));
    }
    // Writes to scratch_.
    template <class T>
    errc to_json(const T& value, std::string& out) {
        const auto done = json::write(value, out);
        return done ? errc::ok : done.error().code;
    }
    static std::string valid(std::string_view text) {
        std::string out;
        append_valid_utf8(out, text);
        return out;
    }
    std::string new_id(std::string_view prefix) {
        std::string out(prefix);
        append_id(out, random_);
        return out;
    }

    response_event_place place() const { return {item_id_, response_.output.size() - 1, part_}; }
    ResponseItem& open_item() { return response_.output.back(); }
    // The parts of the open item that a text belongs to.
    std::vector<ResponseContentPart>& parts_for(response_text kind);
    // The open text.
    std::string& whole();

    errc put_item(std::string_view type, const ResponseItem& item);
    errc start_item(item_kind kind, ResponseItem item, std::string id);
    errc start_part(response_text kind);
    errc close_part();
    errc close_item(ResponseStatus status);
    // Opens what the text belongs to, if it is not open.
    errc open(response_text kind);
    result<void> add(response_text kind, std::string_view piece) {
        return guarded([&] {
            if (piece.empty()) return errc::ok;
            const errc code = open(kind);
            return code == errc::ok ? events_.delta(piece, whole()) : code;
        });
    }
    result<void> add_to_call(response_text kind, std::string_view piece) {
        return guarded([&] {
            if (!part_open_ || kind_ != kind) return errc::invalid_argument;
            return events_.delta(piece, whole());
        });
    }
    errc start_call(response_text kind, ResponseItem item, std::string id) {
        errc code = close_item(ResponseStatus::completed);
        if (code == errc::ok) code = start_item(item_of(kind), std::move(item), std::move(id));
        return code == errc::ok ? start_part(kind) : code;
    }
    result<void> finish(std::string_view type, ResponseStatus status, const ResponseUsage* usage);

    random_bits random_;
    response_event_writer events_;
    Response response_{};
    std::string scratch_{};
    std::string item_id_{};             // of the open item
    std::size_t part_ = 0;              // the number of the open part among its like
    item_kind item_ = item_kind::none;  // the open one
    response_text kind_{};              // of the open text
    bool part_open_ = false;
    bool begun_ = false;
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
