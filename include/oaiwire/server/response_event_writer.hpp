// response_event_writer: events of the Responses API as text, numbered; deltas from a template.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/text_sink.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/event_output.hpp>
#include <oaiwire/server/responder.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The texts that come in deltas.
enum class response_text : std::uint8_t {
    output,
    refusal,
    reasoning,
    summary,
    arguments,
    input,
};

// What their events are called, and which members they have.
struct response_text_names {
    std::string_view delta;  // the types of the events
    std::string_view done;
    std::string_view part_added;  // "" if the text is no part of something
    std::string_view part_done;
    std::string_view index;   // the member with the number of the part
    std::string_view member;  // the one of the whole text in the last event
    bool logprobs;            // whether the events have such a member
};
const response_text_names& names_of(response_text kind);

// Where an event belongs.
struct response_event_place {
    std::string_view item_id{};
    std::size_t item = 0;  // output_index
    std::size_t part = 0;  // content_index or summary_index
};

class response_event_writer {
public:
    response_event_writer(responder& to, bool obfuscate, std::uint64_t seed)
        : out_(to, stream_errors::typed), padding_(seed), obfuscate_(obfuscate) {}

    // Writes events: f(sink) calls put() for each. All of them or none.
    template <class F>
    errc write(F&& f) {
        std::int64_t& number = out_.sequence_number();
        const std::int64_t before = number;
        const errc code = out_.write([&](text_sink& out) {
            number = before;
            f(out);
            return errc::ok;
        });
        if (code != errc::ok) number = before;
        return code;
    }
    // One event: `members` is JSON that follows the number, as `,"a":1`.
    void put(text_sink& out, std::string_view type, const response_event_place* at,
             std::string_view index, std::string_view name, std::string_view json);

    // From now on delta() writes pieces of this text.
    errc open(response_text kind, const response_event_place& at);
    // Writes a delta, and appends its text to `whole`. `logprobs`: a JSON list, or null.
    errc delta(std::string_view piece, std::string& whole, const std::string* logprobs = nullptr);
    // Writes what is held, as U+FFFD.
    errc flush(std::string& whole) {
        return joiner_.empty() ? errc::ok : join({}, whole, nullptr, true);
    }

    event_output& out() { return out_; }

private:
    errc join(std::string_view piece, std::string& whole, const std::string* logprobs, bool last);
    errc write_delta(std::string_view text, std::string& whole, const std::string* logprobs);

    event_output out_;
    padding padding_;
    bool obfuscate_;
    bool logprobs_ = false;  // of the open text
    utf8_joiner joiner_{};
    std::string before_{};  // the event up to its number
    std::string middle_{};  // from there to the text
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE const response_text_names& names_of(response_text kind) {
    constexpr std::string_view added = "response.content_part.added";
    constexpr std::string_view done = "response.content_part.done";
    constexpr std::string_view index = "content_index";
    static constexpr response_text_names all[] = {
        {"response.output_text.delta", "response.output_text.done", added, done, index, "text",
         true},
        {"response.refusal.delta", "response.refusal.done", added, done, index, "refusal", false},
        {"response.reasoning_text.delta", "response.reasoning_text.done", added, done, index,
         "text", false},
        {"response.reasoning_summary_text.delta", "response.reasoning_summary_text.done",
         "response.reasoning_summary_part.added", "response.reasoning_summary_part.done",
         "summary_index", "text", false},
        {"response.function_call_arguments.delta", "response.function_call_arguments.done", "", "",
         "", "arguments", false},
        {"response.custom_tool_call_input.delta", "response.custom_tool_call_input.done", "", "",
         "", "input", false},
    };
    return all[static_cast<std::size_t>(kind)];
}

OAIWIRE_ADAPTER_INLINE void put_event_start(text_sink& out, std::string_view type) {
    out.put("event: ");
    out.put(type);
    out.put("\ndata: {\"type\":\"");
    out.put(type);
    out.put("\",\"sequence_number\":");
}

OAIWIRE_ADAPTER_INLINE void put_place(text_sink& out, const response_event_place& at,
                                      std::string_view index) {
    if (!at.item_id.empty()) {
        out.put(R"(,"item_id":)");
        put_repaired(out, at.item_id);
    }
    out.put(R"(,"output_index":)");
    json::detail::put_number(out, at.item);
    if (index.empty()) return;
    out.put(",\"");
    out.put(index);
    out.put("\":");
    json::detail::put_number(out, at.part);
}

OAIWIRE_ADAPTER_INLINE void response_event_writer::put(text_sink& out, std::string_view type,
                                                       const response_event_place* at,
                                                       std::string_view index,
                                                       std::string_view name,
                                                       std::string_view json) {
    put_event_start(out, type);
    json::detail::put_number(out, out_.sequence_number()++);
    if (at != nullptr) put_place(out, *at, index);
    out.put(",\"");
    out.put(name);
    out.put("\":");
    out.put(json);
    out.put("}\n\n");
}

OAIWIRE_ADAPTER_INLINE errc response_event_writer::open(response_text kind,
                                                        const response_event_place& at) {
    const auto make = [&] {
        const response_text_names& names = names_of(kind);
        text_sink before(before_);
        put_event_start(before, names.delta);
        before.finish();
        text_sink middle(middle_);
        put_place(middle, at, names.index);
        middle.put(R"(,"delta":)");
        middle.finish();
        logprobs_ = names.logprobs;
        return errc::ok;
    };
    return within_memory(make, [] { return errc::out_of_memory; });
}

OAIWIRE_ADAPTER_INLINE errc response_event_writer::delta(std::string_view piece, std::string& whole,
                                                         const std::string* logprobs) {
    if (piece.empty() && logprobs == nullptr) return errc::ok;
    if (!joiner_.empty()) return join(piece, whole, logprobs, false);
    const errc code = write_delta(piece, whole, logprobs);
    return code == errc::invalid_text ? join(piece, whole, logprobs, false) : code;
}

OAIWIRE_ADAPTER_INLINE errc response_event_writer::join(std::string_view piece, std::string& whole,
                                                        const std::string* logprobs, bool last) {
    const auto write_joined = [&] {
        joiner_.join({}, piece, last);
        const bool nothing = joiner_.text().empty() && logprobs == nullptr;
        const errc code = nothing ? errc::ok : write_delta(joiner_.text(), whole, logprobs);
        if (code == errc::ok) joiner_.accept();
        return code;
    };
    return within_memory(write_joined, [] { return errc::out_of_memory; });
}

OAIWIRE_ADAPTER_INLINE errc response_event_writer::write_delta(std::string_view text,
                                                               std::string& whole,
                                                               const std::string* logprobs) {
    std::int64_t& number = out_.sequence_number();
    return out_.write([&](text_sink& out) {
        out.put(before_);
        json::detail::put_number(out, number);
        out.put(middle_);
        std::size_t size = 0;
        if (obfuscate_) {
            // with room for all of it, writing the string does not move what is measured
            const char* const start = out.room(text.size() * 6 + 2 * json::detail::slack);
            if (!json::detail::put_string(out, text)) return errc::invalid_text;
            size = static_cast<std::size_t>(out.room(0) - start);
        } else if (!json::detail::put_string(out, text)) {
            return errc::invalid_text;
        }
        if (logprobs != nullptr) {
            out.put(R"(,"logprobs":)");
            out.put(*logprobs);
        } else if (logprobs_) {
            out.put(R"(,"logprobs":[])");
        }
        if (obfuscate_) padding_.put(out, size);
        out.put("}\n\n");
        whole.append(text);  // last: nothing can fail after it
        ++number;
        return errc::ok;
    });
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
