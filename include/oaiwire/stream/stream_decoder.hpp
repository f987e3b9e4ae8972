// stream_decoder: the bytes of a streamed response, cut anywhere, to typed chunks and one of eight
// ends. Knows no HTTP; framing is the SSE decoder's and JSON the reader's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_view.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/chunk_traits.hpp>
#include <oaiwire/stream/end.hpp>
#include <oaiwire/stream/error_payload.hpp>
#include <oaiwire/stream/surrogates.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// Give it bytes with feed(), call next() until it returns null, and again after finish() or fail().
// What comes out depends on the bytes, never on where they were cut; everything decoded before the
// end is delivered, once and in order, and nothing after it. A body that is JSON instead of an
// event stream is understood too, once it is whole. Memory is bounded by the limits.
template <class Chunk>
class stream_decoder {
public:
    using chunk_type = Chunk;
    using traits = chunk_traits<Chunk>;

    explicit stream_decoder(const limits& bounds = {}, json::read_mode mode = json::tolerant)
        : limits_(bounds), sse_(bounds, {.unknown_fields = true}) {
        options_.mode = mode;
        options_.depth = bounds.depth;
        options_.lone_surrogates = json_scan::surrogates::keep;
    }

    // Lends bytes until next() has returned null.
    void feed(std::string_view bytes);

    // The next chunk, valid until the next call of any member function that is not const; null:
    // more bytes are needed, or ended().
    const Chunk* next();

    // The transport has delivered every byte, and says that it is all.
    void finish() {
        facts_.transport_clean = true;
        closed_ = true;
    }
    // The transport failed: what came is a beginning (or errc::cancelled: the caller's own doing).
    void fail(oaiwire::error why) {
        if (!closed_) failure_ = std::move(why);
        closed_ = true;
    }
    // Ends at once; chunks that were not taken yet are dropped.
    void cancel() {
        if (!ended()) conclude(stream_end::cancelled, make_error(errc::cancelled));
    }

    bool ended() const { return end_ != stream_end::open; }
    stream_end end() const { return end_; }
    // Did it end as it should, complete or finished?
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    // Why it did not end well; errc::ok while it is open, complete or finished.
    const oaiwire::error& error() const { return error_; }
    const stream_facts& facts() const { return facts_; }
    // The JSON text of the chunk that next() returned last, as it came; valid as long as the chunk.
    std::string_view payload() const { return payload_; }

private:
    enum class body : std::uint8_t { undecided, events, json };

    struct choice_state {
        std::int64_t index = 0;
        bool finished = false;
        bool had_output = false;
    };

    bool take_item(const sse::item& item);
    bool take_text(std::string_view text, std::size_t offset);
    bool take_failed_text(std::string_view text, std::size_t offset, oaiwire::error why);
    bool take_without_choices(std::string_view text);
    bool deliver(std::string_view text);
    bool take_body();
    bool take_end_of_input();
    bool flush_surrogates();
    void join_surrogates(typename traits::choice& choice, std::int64_t index);

    void conclude(stream_end end, oaiwire::error why = {}) {
        end_ = end;
        error_ = std::move(why);
    }
    bool skip(skip_reason reason, std::string_view text = {}) {
        constexpr std::size_t listed = 64;
        ++facts_.skipped_count;
        if (facts_.skipped.size() < listed) facts_.skipped.push_back(reason);
        if (reason == skip_reason::unrecognised && facts_.excerpt.empty()) {
            append_valid_utf8(facts_.excerpt, utf8_prefix(text, limits_.excerpt));
        }
        return false;
    }
    bool api_error(oaiwire::error e, std::size_t offset) {
        if (facts_.skipped_count == 0 && e.offset == oaiwire::error::no_offset) e.offset = offset;
        conclude(stream_end::api_error, std::move(e));
        return false;
    }

    limits limits_;
    sse::decoder sse_;
    json::read_options options_{};
    json::read_report report_{};
    Chunk chunk_{};
    surrogate_joiner joiner_{};
    std::vector<choice_state> choices_{};
    std::string body_{};       // what is kept of a body that is no event stream
    std::string_view rest_{};  // of a payload with several JSON texts
    std::size_t rest_offset_ = 0;
    std::string_view payload_{};
    stream_facts facts_{};
    oaiwire::error error_{};
    oaiwire::error failure_{};
    stream_end end_ = stream_end::open;
    body kind_ = body::undecided;
    bool closed_ = false;
    bool input_done_ = false;
};

template <class Chunk>
void stream_decoder<Chunk>::feed(std::string_view bytes) {
    if (closed_) return;
    if (kind_ == body::undecided) {
        // what is kept decides whether this is an event stream at all
        const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
        if (first == std::string_view::npos) {
            sse_.feed(bytes);
            return;
        }
        kind_ = bytes[first] == '{' || bytes[first] == '[' ? body::json : body::events;
        if (kind_ == body::json) bytes.remove_prefix(first);
    }
    if (kind_ == body::json) {
        if (ended()) return;
        if (bytes.size() > limits_.body - body_.size()) {
            conclude(stream_end::limit, make_error(errc::limit_exceeded, {}, {}, limits_.body));
            return;
        }
        body_.append(bytes);
        return;
    }
    if (facts_.chunks == 0 && body_.size() < limits_.excerpt) {
        body_.append(bytes.substr(0, limits_.excerpt - body_.size()));
    }
    sse_.feed(bytes);
}

template <class Chunk>
const Chunk* stream_decoder<Chunk>::next() {
    for (;;) {
        if (!rest_.empty() && !ended()) {
            if (take_text(std::exchange(rest_, {}), rest_offset_)) return &chunk_;
            continue;
        }
        if (const sse::item* item = sse_.next()) {
            if (take_item(*item)) return &chunk_;
            continue;
        }
        if (sse_.failed() && !ended()) conclude(stream_end::limit, sse_.failure());
        if (!closed_ || ended()) return nullptr;
        if (!input_done_) {
            input_done_ = true;
            if (kind_ == body::json ? take_body() : take_end_of_input()) return &chunk_;
            continue;
        }
        if (flush_surrogates()) return &chunk_;
        if (failure_.code == errc::cancelled) {
            conclude(stream_end::cancelled, failure_);
        } else if (failure_.code != errc::ok) {
            conclude(stream_end::truncated, failure_);
        } else if (facts_.chunks == 0 && facts_.skipped_count == 0 && body_.empty()) {
            conclude(stream_end::empty, make_error(errc::empty_response));
        } else if (facts_.all_finished) {
            conclude(stream_end::finished);
        } else {
            conclude(stream_end::truncated, make_error(errc::truncated_stream));
        }
    }
}

// True where a chunk is ready.
template <class Chunk>
bool stream_decoder<Chunk>::take_item(const sse::item& item) {
    if (item.kind == sse::item_kind::field) {
        // old llama.cpp reports errors in a field of that name, which the standard ignores
        if (item.event != "error" || item.data.empty() || ended()) return false;
        const auto e = error_of_body(item.data, 0, limits_);
        return api_error(e, item.offset);
    }
    constexpr std::string_view space = " \t\r\n";
    std::string_view text = item.data;
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    text.remove_suffix(text.size() - (text.find_last_not_of(space) + 1));
    if (ended()) return text.empty() ? false : skip(skip_reason::after_end);
    if (text.empty()) return skip(skip_reason::ignorable);
    if (item.event == "error") return api_error(error_of_body(text, 0, limits_), item.offset);
    return take_text(text, item.offset);
}

template <class Chunk>
bool stream_decoder<Chunk>::take_text(std::string_view text, std::size_t offset) {
    if (text == "[DONE]" || text == "\"[DONE]\"") {
        if (flush_surrogates()) {
            rest_ = text;
            rest_offset_ = offset;
            return true;
        }
        facts_.done_seen = true;
        conclude(stream_end::complete);
        return false;
    }
    report_.clear();
    options_.report = &report_;
    auto done = json::read_into(text, chunk_, options_);
    if (!done) return take_failed_text(text, offset, std::move(done).error());
    if (!chunk_.extra.empty()) {
        if (const json_view e = detail::extra_view(chunk_.extra, "error");
            detail::says_something(e)) {
            if (auto known = error_in(json_view(text), chunk_.choices.empty())) {
                return api_error(*std::move(known), offset);
            }
        }
    }
    if (chunk_.choices.empty()) {
        if (auto known = error_in(json_view(text), true)) {
            return api_error(*std::move(known), offset);
        }
        return take_without_choices(text);
    }
    for (const auto& choice : chunk_.choices) {
        if (choice.extra.empty()) continue;
        const json_view e = detail::extra_view(choice.extra, "error");
        if (!e.is_object() || e.empty()) continue;
        oaiwire::error known = make_error(errc::api_error);
        detail::read_error_object(known, e);
        return api_error(std::move(known), offset);
    }
    return deliver(text);
}

// The text is no chunk: several texts, an error of a shape of its own, nothing, or malformed.
template <class Chunk>
bool stream_decoder<Chunk>::take_failed_text(std::string_view text, std::size_t offset,
                                             oaiwire::error why) {
    const json_view json = json_view::checked(text);
    if (json.exists()) {
        if (auto known = error_in(json, !json["choices"].is_array())) {
            return api_error(*std::move(known), offset);
        }
        if (json.is_null() || json.text().size() == 0) return skip(skip_reason::ignorable);
        if (!json.is_object()) return skip(skip_reason::unrecognised, text);
        if (!json["choices"].is_array()) return take_without_choices(text);
    } else {
        if (text.starts_with("data:")) {
            text.remove_prefix(5);
            rest_ = text.substr(std::min(text.find_first_not_of(' '), text.size()));
            rest_offset_ = offset;
            return false;
        }
        json_scan::fault f;
        const char* const end = text.data() + text.size();
        const char* const after = json_scan::check_value(text.data(), end, json_scan::max_depth, f);
        if (after && (text.front() == '{' || text.front() == '[')) {
            const char* const next = json_scan::skip_space(after, end);
            if (next != end && (*next == '{' || *next == '[' || *next == '"')) {
                rest_ = {next, static_cast<std::size_t>(end - next)};
                rest_offset_ = offset;
                return take_text(text.substr(0, static_cast<std::size_t>(after - text.data())),
                                 offset);
            }
        }
    }
    skip(skip_reason::invalid);
    // an event that no blank line ended was cut by the end of the input, not by its sender
    if (input_done_ && kind_ == body::events) return false;
    conclude(stream_end::malformed, std::move(why));
    return false;
}

// The object has no choices, and reports no error.
template <class Chunk>
bool stream_decoder<Chunk>::take_without_choices(std::string_view text) {
    const json_view json(text);
    if (json.is_object()) {
        if (json["usage"].is_object() && !json["usage"].empty()) {
            return chunk_.usage && counts_of(*chunk_.usage).any() ? deliver(text)
                                                                  : skip(skip_reason::ignorable);
        }
        if (json["x_groq"]["usage"].is_object()) return deliver(text);
        if (json.empty() || json["choices"].exists() || json["type"].text() == "\"ping\"") {
            return skip(skip_reason::ignorable);
        }
    }
    return skip(skip_reason::unrecognised, text);
}

template <class Chunk>
bool stream_decoder<Chunk>::deliver(std::string_view text) {
    std::int64_t position = 0;
    for (auto& choice : chunk_.choices) {
        const std::int64_t index = choice.index && *choice.index >= 0 ? *choice.index : position;
        ++position;
        auto state = std::find_if(choices_.begin(), choices_.end(),
                                  [&](const choice_state& c) { return c.index == index; });
        if (state == choices_.end()) {
            if (choices_.size() == limits_.choices) {
                conclude(stream_end::limit, make_error(errc::limit_exceeded, "too many choices"));
                return false;
            }
            choices_.push_back({index, false, false});
            state = choices_.end() - 1;
        }
        traits::adopt_message(choice, state->had_output);
        state->had_output = state->had_output || traits::has_output(choice);
        if (choice.finish_reason && !choice.finish_reason->text().empty()) state->finished = true;
        if (report_.lone_surrogate || joiner_.holding()) {
            join_surrogates(choice, index);
        }
    }
    facts_.all_finished =
        !choices_.empty() && std::all_of(choices_.begin(), choices_.end(),
                                         [](const choice_state& c) { return c.finished; });
    ++facts_.chunks;
    payload_ = text;
    return true;
}

template <class Chunk>
void stream_decoder<Chunk>::join_surrogates(typename traits::choice& choice, std::int64_t index) {
    const auto base = static_cast<std::uint64_t>(index & 0x7FFF'FFFF) << 32;
    traits::each_text(
        choice, [&](std::uint32_t slot, std::string& text) { joiner_.join(text, base | slot); });
    if (!choice.finish_reason || choice.finish_reason->text().empty()) return;
    for (const auto held : joiner_.held()) {
        if (held >> 32 != base >> 32) continue;
        joiner_.give_up(held);
        traits::text_of(choice, static_cast<std::uint32_t>(held))->append(replacement_character);
    }
}

// Halves that never met their other become one last chunk.
template <class Chunk>
bool stream_decoder<Chunk>::flush_surrogates() {
    if (!joiner_.holding()) return false;
    chunk_.choices.clear();
    chunk_.usage.reset();
    chunk_.extra.clear();
    for (const auto held : joiner_.held()) {
        auto& choice = chunk_.choices.emplace_back();
        choice.index = static_cast<std::int64_t>(held >> 32);
        *traits::text_of(choice, static_cast<std::uint32_t>(held)) = replacement_character;
    }
    joiner_.clear();
    ++facts_.chunks;
    payload_ = {};
    return true;
}

// A body that is JSON: an error, a whole response, or chunks without any framing.
template <class Chunk>
bool stream_decoder<Chunk>::take_body() {
    std::string_view text = body_;
    // a response may be followed by the end marker of the stream that it was asked to be
    if (const std::size_t trailer = text.rfind("data:"); trailer != std::string_view::npos) {
        std::string_view marker = text.substr(trailer + 5);
        marker.remove_prefix(std::min(marker.find_first_not_of(" \t"), marker.size()));
        if (marker.starts_with("[DONE]")) {
            sse_.feed(text.substr(trailer));
            text = text.substr(0, trailer);
        }
    }
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    if (text.empty()) return false;
    return take_text(text, 0);
}

// The last event may lack its blank line. Else: was there anything to read at all?
template <class Chunk>
bool stream_decoder<Chunk>::take_end_of_input() {
    if (const sse::item* item = sse_.finish()) return take_item(*item);
    if (facts_.chunks != 0 || facts_.skipped_count != 0 || body_.empty()) return false;
    for (std::string_view lines = body_; !lines.empty();) {
        const std::size_t end = std::min(lines.find_first_of("\r\n"), lines.size());
        const std::string_view line = lines.substr(0, end);
        lines.remove_prefix(std::min(end + 1, lines.size()));
        const std::string_view field = line.substr(0, line.find(':'));
        if (line.empty() || field.empty() || field == "event" || field == "id" ||
            field == "retry" || field == "data") {
            continue;
        }
        append_valid_utf8(facts_.excerpt, utf8_prefix(body_, limits_.excerpt));
        conclude(stream_end::malformed,
                 make_error(errc::unrecognised_payload, "not an event stream: " + facts_.excerpt));
        return false;
    }
    body_.clear();
    return false;
}

}  // namespace oaiwire::inline OAIWIRE_ABI
