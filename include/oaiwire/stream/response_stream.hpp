// Streams of the Responses API: the traits of their events, and their accumulator.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/enum_table.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/response_builder.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 {

// Returns the token counts of a response.
inline token_counts counts_of(const ResponseUsage& usage) {
    token_counts c;
    c.prompt = detail::count_of(usage.input_tokens);
    c.completion = detail::count_of(usage.output_tokens);
    c.total = detail::count_of(usage.total_tokens);
    if (usage.input_tokens_details) {
        c.cached = detail::count_of(usage.input_tokens_details->cached_tokens);
    }
    if (usage.output_tokens_details) {
        c.reasoning = detail::count_of(usage.output_tokens_details->reasoning_tokens);
    }
    return c;
}

namespace detail {

// The code of an error as text; numbers and other JSON as their JSON text. "" if there is none.
template <class = void>
std::string response_error_code(
    const field<std::variant<std::string, std::int64_t, raw_json>>& code) {
    if (!code) return {};
    if (const auto* text = std::get_if<std::string>(&*code)) return *text;
    if (const auto* n = std::get_if<std::int64_t>(&*code)) {
        return std::string(raw_json::of(*n).text());
    }
    return std::string(std::get_if<raw_json>(&*code)->text());
}
// The same for `param`.
template <class = void>
std::string response_error_param(const field<std::variant<std::string, raw_json>>& param) {
    if (!param) return {};
    if (const auto* text = std::get_if<std::string>(&*param)) return *text;
    return json_view(std::get_if<raw_json>(&*param)->text()).text_or_json();
}
// Sets the message, type, param and code of `e` from the `error` of a response or event: an object,
// a text, or other JSON, which becomes the message. Leaves `e` as it is if there is none.
template <class = void>
void read_response_error(error& e,
                         const field<std::variant<ResponseError, std::string, raw_json>>& from) {
    if (!from) return;
    if (const auto* object = std::get_if<ResponseError>(&*from)) {
        if (object->message) e.message = *object->message;
        if (object->type) e.api.type = *object->type;
        if (object->param) e.api.param = response_error_param(object->param);
        e.api.code = response_error_code(object->code);
    } else if (const auto* text = std::get_if<std::string>(&*from)) {
        e.message = *text;
    } else {
        e.message = std::string(std::get_if<raw_json>(&*from)->text());
    }
}

// Whether the event reports a failure; some servers send `done` for any end.
template <class = void>
bool is_failed(const ResponseLifecycleEvent& e) {
    return e.type == ResponseStreamEventType::failed ||
           (e.type == ResponseStreamEventType::done && e.response && e.response->status &&
            e.response->status == ResponseStatus::failed);
}

}  // namespace detail

// The events of the response as a whole (lifecycle_rows) decide the end.
template <class Lazy>
struct chunk_traits<ResponseStreamEvent, Lazy> {
    using response = Response;

    // Whether the event has a known type, or one that may have been added later.
    static bool recognises(const ResponseStreamEvent& event) {
        const auto* raw = std::get_if<raw_json>(&event);
        if (!raw || type_text(event).starts_with("response.")) return true;
        // errors have a type as well
        const json_view json(raw->text());
        return detail::is_other_event(*raw) && !json["message"].exists() && !json["error"].exists();
    }
    // Takes the whole response of a server that does not stream as its last event.
    static bool adopt(json_view body, ResponseStreamEvent& event) {
        const bool whole = body["object"].text() == "\"response\"" || body["output"].is_array();
        if (!whole || body["type"].exists()) return false;
        ResponseLifecycleEvent last{.type = ResponseStreamEventType::done};
        json::read_options options(json::tolerant);
        if (!json::detail::read_or_throw(body.text(), last.response.emplace(), options))
            return false;
        event = std::move(last);
        return true;
    }

    // incomplete and cancelled responses complete the stream too: the status says how the response
    // ended.
    static stream_end end_of(const ResponseStreamEvent& event) {
        if (std::holds_alternative<ResponseErrorEvent>(event)) return stream_end::api_error;
        const auto* e = std::get_if<ResponseLifecycleEvent>(&event);
        if (!e) return stream_end::open;
        if (detail::is_failed(*e)) return stream_end::api_error;
        const auto* row = detail::find_row(detail::lifecycle_rows, e->type.known());
        return row != nullptr && row->last ? stream_end::complete : stream_end::open;
    }

    // The error of an event whose end is api_error.
    static error error_of(const ResponseStreamEvent& event) {
        error e = make_error(errc::api_error);
        if (const auto* failed = std::get_if<ResponseLifecycleEvent>(&event)) {
            e.message = "the response failed";
            if (failed->response) detail::read_response_error(e, failed->response->error);
        }
        if (const auto* reported = std::get_if<ResponseErrorEvent>(&event)) {
            if (reported->message) e.message = *reported->message;
            e.api.param = detail::response_error_param(reported->param);
            e.api.code = detail::response_error_code(reported->code);
            detail::read_response_error(e, reported->error);
        }
        return e;
    }

    // Calls f with the texts of a delta and a key for each; audio in base64 is none. Only deltas
    // continue in later events.
    template <class F>
    static void each_text(ResponseStreamEvent& event, F&& f) {
        auto* const e = std::get_if<ResponseDeltaEvent>(&event);
        if (!e || !e->delta || e->type == ResponseStreamEventType::audio_delta) return;
        const std::uint64_t key = key_of(*e);
        if (auto* plain = std::get_if<std::string>(&*e->delta)) {
            f(key, *plain);
        } else if (auto* parts = std::get_if<ResponseDelta>(&*e->delta)) {
            if (parts->text) f(key + 1, *parts->text);  // several texts in one delta
            if (parts->content) f(key + 2, *parts->content);
            if (parts->stdout_) f(key + 3, *parts->stdout_);
            if (parts->stderr_) f(key + 4, *parts->stderr_);
        }
    }

    // The text of a delta, `obfuscation` (padding), the number of the event, and its place.
    template <class F>
    static void each_varying(ResponseStreamEvent& event, F&& f) {
        auto* const e = std::get_if<ResponseDeltaEvent>(&event);
        if (!e) return;
        const auto seldom = [&](const char* name, auto& value) {
            if (value) f({name}, *value, detail::varies::seldom);
        };
        seldom("item_id", e->item_id);
        seldom("output_index", e->output_index);
        seldom("content_index", e->content_index);
        seldom("summary_index", e->summary_index);
        if (e->delta) {
            if (auto* plain = std::get_if<std::string>(&*e->delta)) f({"delta"}, *plain);
        }
        if (e->obfuscation) f({"obfuscation"}, *e->obfuscation);
        if (e->sequence_number) f({"sequence_number"}, *e->sequence_number);
    }

private:
    // A hash (FNV-1a) of the type of the text, its item and its part. An item's id may differ
    // between events, so that it counts only if there is no index.
    static std::uint64_t key_of(const ResponseDeltaEvent& e) {
        std::uint64_t hash = 14695981039346656037u;
        const auto mix = [&](std::uint64_t n) { hash = (hash ^ n) * 1099511628211u; };
        const auto mix_index = [&](const field<std::int64_t>& index) {
            mix(index ? static_cast<std::uint64_t>(*index) + 1 : 0);
        };
        mix(static_cast<std::uint64_t>(e.type.known()));
        mix_index(e.output_index ? e.output_index : e.output_item_index);
        mix_index(e.content_index);
        mix_index(e.summary_index);
        mix_index(e.command_index);
        if (!e.output_index && !e.output_item_index && e.item_id) {
            for (const char c : *e.item_id) mix(static_cast<unsigned char>(c));
        }
        return hash;
    }
};

// Events with a complete response, item or text replace what was accumulated, unless they have less
// of it: some servers end with a response without output. Items are found by id, index and type,
// and are in the order of their indices; an index is never used as a size. Limits: eight items for
// each of tool_calls, choices for the parts of an item.
template <class Lazy>
class accumulator<ResponseStreamEvent, Lazy> : public detail::response_builder<> {
public:
    using detail::response_builder<>::response_builder;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
