// A reference decoder for whole chat streams: the result for a body and the way in which the
// transport ended. Uses oracle/event_stream.hpp for events and nlohmann for JSON; only chunks are
// read by the library's reader, which has its own reference. Undecided where a payload needs repair
// or complex guessing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oracle/event_stream.hpp>
#include <oracle/json_text.hpp>

namespace oracle {

struct chat_stream_options {
    std::size_t event_limit = static_cast<std::size_t>(-1);
    std::size_t line_limit = static_cast<std::size_t>(-1);
    std::size_t body_limit = static_cast<std::size_t>(-1);
    std::size_t choice_limit = static_cast<std::size_t>(-1);
    oaiwire::json::read_mode mode = oaiwire::json::tolerant;
    bool transport_fails = false;
};

struct chat_stream {
    // Chunks that do not depend on others, each read into a new object. Up to the first one that
    // depends on a pending surrogate half or that this decoder does not understand.
    std::vector<oaiwire::ChatCompletionChunk> chunks{};
    // "complete", "finished", "truncated", "empty", "api_error", "malformed", "limit"; "" if
    // undecided.
    std::string end{};
    std::size_t error_at = 0;   // offset of the event with the api_error
    bool all_chunks = true;     // whether `chunks` is complete
    bool all_finished = false;  // at least one choice, and each has a finish_reason
    // The text of each choice, if the end is decided and there were plain deltas only.
    std::optional<std::map<std::int64_t, std::string>> contents{std::in_place};
};

class chat_stream_reader {
public:
    chat_stream_reader(std::string_view bytes, const chat_stream_options& options)
        : bytes_(bytes), options_(options) {}

    chat_stream read() {
        read_body();
        out_.all_finished = all_finished();
        if (out_.contents) {
            for (auto& [index, text] : *out_.contents) text = joined(text);
        }
        if (out_.end == unknown) out_.contents.reset();
        if (out_.end == unknown) out_.end.clear();
        return out_;
    }

private:
    using document = nlohmann::json;
    static constexpr const char* unknown = "unknown";
    static constexpr char end_of_choice = '\xFF';  // occurs in no text

    void read_body() {
        // what follows white space and comments determines the kind of body
        constexpr std::string_view blank = " \t\r\n\xEF\xBB\xBF";
        std::size_t first = bytes_.find_first_not_of(blank);
        while (first != std::string_view::npos && bytes_[first] == ':') {
            first = bytes_.find_first_of("\r\n", first);
            if (first != std::string_view::npos) first = bytes_.find_first_not_of(blank, first);
        }
        if (first != std::string_view::npos && (bytes_[first] == '{' || bytes_[first] == '[')) {
            const std::string_view body = bytes_.substr(first);
            if (body.size() > options_.body_limit) return finish("limit");
            last_ = true;
            json_body_ = true;
            take_payload(payload(body), 0);
        } else {
            // a line that starts with white space: this library deviates from the standard
            if (first != std::string_view::npos && first != 0 &&
                std::string_view("\r\n\xBF").find(bytes_[first - 1]) == std::string_view::npos) {
                return finish(unknown);
            }
            read_events(first);
        }
        if (!out_.end.empty()) return;
        if (cut_) return finish("malformed");
        if (options_.transport_fails) return finish("truncated");
        if (!came_) return finish("empty");
        if (nothing_but_others()) return finish("malformed");
        finish(all_finished() ? "finished" : "truncated");
    }

    void read_events(std::size_t first) {
        auto events = read_event_stream(std::string(bytes_),
                                        {options_.event_limit, options_.line_limit, false});
        for (const auto& e : events.entries) {
            take_event(e);
            if (!out_.end.empty()) return;
        }
        if (events.failure) return finish(cut_ ? "malformed" : "limit");
        last_ = true;
        if (events.unfinished) {
            take_event(*events.unfinished);
        } else if (!came_ && first != std::string_view::npos && is_other_body(first)) {
            finish("malformed");
        }
    }

    void take_event(const event_stream::entry& e) {
        if (e.kind == "comment" || e.kind == "retry") return;
        const std::string text = payload(e.data);
        // a field of that name is sent by old llama.cpp
        if (e.kind == "field" ? e.event == "error" && !e.data.empty()
                              : e.event == "error" && !text.empty()) {
            return api_error(e.offset);
        }
        if (e.kind == "message") take_payload(text, e.offset);
    }

    void take_payload(std::string_view text, std::size_t offset) {
        came_ = true;
        ++payloads_;
        if (cut_) return take_behind_cut(text, offset);
        if (text.empty()) return;
        if (text == "[DONE]" || (!strict() && text == "\"[DONE]\"")) {
            return finish(nothing_but_others() ? "malformed" : "complete");
        }
        const json_verdict verdict = read_json_text(text);
        if (verdict.ok) return take_json(text, offset);
        if (!strict() && take_several(text, verdict.bad, offset)) return;
        if (!strict() && text.starts_with('[') && text.find('{') != std::string_view::npos) {
            return finish(unknown);  // a malformed list
        }
        if (!strict() && brackets(text) > 60) return finish(unknown);
        // a text that becomes JSON by repair is read as a whole
        if (!strict() && read_json_text(with_repaired_bytes(text)).ok) return finish(unknown);
        if (!strict() && holds_glued_error(text)) {
            // repairing the preceding text may give a chunk
            if (may_be_repaired(text)) out_.all_chunks = false;
            return api_error(offset);
        }
        if (!strict() && may_be_repaired(text)) return finish(unknown);
        // text cut off by the end of input is not the sender's fault
        const bool beginning = verdict.bad == text.size();
        if (last_ && (!json_body_ || beginning || options_.transport_fails)) return;
        if (json_body_ || strict() || !beginning) return finish("malformed");
        cut_ = true;  // an error may follow
    }

    // After an incomplete event, only an error counts.
    void take_behind_cut(std::string_view text, std::size_t offset) {
        chat_stream_reader alone = *this;
        alone.cut_ = false;
        alone.payloads_ = 0;
        if (!text.empty()) alone.take_payload(text, offset);
        if (alone.out_.end == unknown) return finish(unknown);
        if (alone.out_.end == "api_error" && alone.payloads_ == 1) return api_error(offset);
        finish("malformed");
    }

    // Several JSON texts are read like separate events.
    bool take_several(std::string_view text, std::size_t bad, std::size_t offset) {
        const std::size_t size = text.starts_with("[DONE]") ? 6 : bad;
        const std::string_view one = trimmed(text.substr(0, size));
        const bool first = one == "[DONE]" || read_json_text(one).ok;
        if (size == text.size() || !first || !(one.starts_with('{') || one.starts_with('['))) {
            return false;
        }
        const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", size), text.size());
        const std::string_view rest = text.substr(next);
        if (!rest.starts_with('{') && !rest.starts_with('[') && !rest.starts_with('"') &&
            !rest.starts_with("data:")) {
            return false;
        }
        --payloads_;
        take_payload(one, offset);
        if (out_.end.empty()) take_payload(trimmed(rest), offset);
        return true;
    }

    void take_json(std::string_view text, std::size_t offset) {
        if (brackets(text) > 60) return finish(unknown);
        const std::string plain = with_marked_halves(text);
        const document json = document::parse(plain, nullptr, false);
        if (json.is_discarded()) return finish(unknown);  // a number outside the range of double
        const bool halves = plain != text;

        auto chunk = oaiwire::json::read<oaiwire::ChatCompletionChunk>(text, options_.mode);
        if (chunk && !chunk->choices.empty()) {
            if (error_beside_choices(json)) return api_error(offset);
            return deliver(*std::move(chunk), json, halves);
        }
        const document& choices = member(json, "choices");
        const bool alone = !choices.is_array() || choices.empty();
        if (is_error(json, alone)) return api_error(offset);
        if (says_nothing(json)) {
            other_ = other_ || json_body_;
            return;
        }
        if (chunk && (oaiwire::counts_of(*chunk).any() || chunk->moderation)) {
            return deliver(*std::move(chunk), json, halves);
        }
        if (json.is_array()) return take_list(json, text, offset);
        if (choices.is_null() || (choices.is_array() && (choices.empty() || chunk))) {
            // empty, or of another protocol
            const document& object = member(json, "object");
            const bool ours = json.contains("choices") ||
                              (object.is_string() &&
                               object.get<std::string>().find("completion") != std::string::npos);
            other_ = other_ || json_body_ || !ours;
            return;
        }
        refuse_at_end();
    }

    // A list of objects is read like separate events.
    void take_list(const document& json, std::string_view text, std::size_t offset) {
        if (strict()) return refuse_at_end();
        if (!json.front().is_object()) {
            other_ = true;
            return;
        }
        --payloads_;
        // the bytes of each element: after a bracket or comma, up to where they are JSON
        std::size_t at = 1;
        for (std::size_t i = 0; i != json.size() && out_.end.empty(); ++i) {
            const std::string_view rest = text.substr(at);
            const std::size_t from = rest.find_first_not_of(" \t\r\n");
            const std::string_view element = rest.substr(from, read_json_text(rest).bad - from);
            if (json[i].is_array() && !json[i].empty() && json[i].front().is_object() &&
                !is_error(json[i], true)) {
                return refuse_at_end();
            }
            take_payload(trimmed(element), offset);
            at = text.find_first_of(",]", at + from + element.size()) + 1;
        }
    }

    void refuse_at_end() {
        if (last_ && (!json_body_ || options_.transport_fails)) return;
        finish("malformed");
    }

    // Whether all payloads so far were of another protocol.
    bool nothing_but_others() const { return other_ && finished_.empty(); }
    bool strict() const { return options_.mode == oaiwire::json::strict; }

    void deliver(oaiwire::ChatCompletionChunk chunk, const document& json, bool halves) {
        std::int64_t position = 0;
        const auto before = finished_;
        for (const auto& c : chunk.choices) {
            const std::int64_t index = c.index && *c.index >= 0 ? *c.index : position;
            ++position;
            if (finished_.size() == options_.choice_limit && !finished_.contains(index)) {
                finished_ = before;  // a chunk that is not delivered changes nothing
                return finish("limit");
            }
            finished_.emplace(index, false);
        }
        position = 0;
        for (const auto& c : chunk.choices) {
            const std::int64_t index = c.index && *c.index >= 0 ? *c.index : position;
            const document& choice = json["choices"][static_cast<std::size_t>(position++)];
            say(index, choice);
            if (!c.finish_reason || c.finish_reason->text().empty()) continue;
            finished_[index] = true;
            // a pending half is given up
            if (out_.contents) (*out_.contents)[index] += end_of_choice;
        }
        // the effect of a whole message depends on preceding deltas
        const bool whole = json.dump().find("\"message\"") != std::string::npos;
        if (halves || whole) out_.all_chunks = false;
        if (whole) out_.contents.reset();
        if (out_.all_chunks) out_.chunks.push_back(std::move(chunk));
    }

    void say(std::int64_t index, const document& choice) {
        const document& content = member(member(choice, "delta"), "content");
        const bool plain = choice.is_object() && member(choice, "text").is_null() &&
                           (content.is_string() || content.is_null());
        if (!plain) out_.contents.reset();
        if (!out_.contents) return;
        auto& said = (*out_.contents)[index];
        if (content.is_string()) said += content.get<std::string>();
    }

    void api_error(std::size_t offset) {
        out_.error_at = offset;
        finish("api_error");
    }
    void finish(std::string_view end) {
        out_.end = end;
        if (end == unknown) out_.all_chunks = false;
    }
    bool all_finished() const {
        return !finished_.empty() && std::all_of(finished_.begin(), finished_.end(),
                                                 [](const auto& choice) { return choice.second; });
    }

    // Whether a line cannot be part of an event stream. The last one may be incomplete.
    bool is_other_body(std::size_t first) const {
        std::string_view lines = bytes_.substr(first, 512);
        while (!lines.empty()) {
            const std::size_t end = std::min(lines.find_first_of("\r\n"), lines.size());
            const std::string_view field = lines.substr(0, std::min(lines.find(':'), end));
            bool known = false;
            for (const std::string_view f : {"", "data", "event", "id", "retry"}) {
                known = known || (field.size() == lines.size() ? f.starts_with(field) : f == field);
            }
            if (!known) return true;
            lines.remove_prefix(std::min(end + 1, lines.size()));
        }
        return false;
    }

    // Strict mode removes white space only.
    std::string_view payload(std::string_view text) const {
        if (!strict()) return trimmed(text);
        while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
        while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        return text;
    }
    std::string payload(const std::string& text) const {
        return std::string(payload(std::string_view(text)));
    }
    // Removes a byte order mark, white space around, and a second "data:".
    static std::string_view trimmed(std::string_view text) {
        const auto trim = [&] {
            while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
            while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
        };
        if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
        trim();
        if (text.starts_with("data:")) {
            text.remove_prefix(5);
            trim();
        }
        return text;
    }
    static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

    // Whether an error follows after text that is not JSON: at the start of a line, after "data:",
    // or with the start of an error object.
    static bool holds_glued_error(std::string_view text) {
        for (std::size_t at = 1; at < text.size(); ++at) {
            if (text[at] != '{') continue;
            std::string_view before = text.substr(0, at);
            while (!before.empty() && (before.back() == ' ' || before.back() == '\t')) {
                before.remove_suffix(1);
            }
            const bool begins =
                before.ends_with('\n') || before.ends_with('\r') || before.ends_with("data:");
            std::string beginning;
            bool in_name = false;
            for (const char c : text.substr(at)) {
                in_name = in_name != (c == '"');
                if (in_name || !is_space(c)) beginning += c;
                if (beginning.size() == 20) break;
            }
            const bool like_error = beginning.starts_with("{\"error\":") ||
                                    beginning.starts_with("{\"type\":\"error\"") ||
                                    beginning.starts_with("{\"object\":\"error\"");
            if (!begins && !like_error) continue;
            const std::string_view rest = text.substr(at);
            const std::string_view one = rest.substr(0, read_json_text(rest).bad);
            if (!read_json_text(one).ok) continue;
            const document json = document::parse(with_marked_halves(one), nullptr, false);
            if (!json.is_discarded() && is_error(json, true)) return true;
        }
        return false;
    }

    // With a space in place of each byte that repair replaces by an escape, and a letter in place
    // of each that it may replace by U+FFFD.
    static std::string with_repaired_bytes(std::string_view text) {
        std::string out(text);
        for (char& c : out) {
            if (static_cast<unsigned char>(c) < 0x20) c = ' ';
            if (static_cast<unsigned char>(c) >= 0x80) c = 'x';
        }
        return out;
    }

    static bool may_be_repaired(std::string_view text) {
        return text.find("NaN") != std::string_view::npos ||
               text.find("Infinity") != std::string_view::npos ||
               std::any_of(text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; });
    }
    static std::size_t brackets(std::string_view text) {
        return static_cast<std::size_t>(std::count(text.begin(), text.end(), '[') +
                                        std::count(text.begin(), text.end(), '{'));
    }

    // nlohmann rejects lone surrogates: U+D800 + n is replaced by U+F0000 + n, which no server
    // sends.
    static std::string with_marked_halves(std::string_view text) {
        std::string out;
        const auto unit = [&](std::size_t at) {
            unsigned value = 0;
            for (std::size_t i = at + 2; i != at + 6; ++i) {
                const char c = text[i];
                const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
                value = value * 16 + static_cast<unsigned>(digit);
            }
            return value;
        };
        const auto is_unit = [&](std::size_t at, unsigned low, unsigned high) {
            return text.substr(at, 2) == "\\u" && unit(at) >= low && unit(at) <= high;
        };
        for (std::size_t at = 0; at != text.size();) {
            std::size_t size = text[at] == '\\' ? 2 : 1;
            if (is_unit(at, 0xD800, 0xDBFF) && is_unit(at + 6, 0xDC00, 0xDFFF)) {
                size = 12;
            } else if (is_unit(at, 0xD800, 0xDFFF)) {
                const unsigned n = unit(at) - 0xD800;
                const char* digits = "0123456789abcdef";
                const unsigned low = 0xDC00 + n % 0x400;
                out += n < 0x400 ? "\\udb80\\u" : "\\udb81\\u";
                for (int shift = 12; shift >= 0; shift -= 4) out += digits[low >> shift & 15];
                at += 6;
                continue;
            }
            out += text.substr(at, size);
            at += size;
        }
        return out;
    }

    // Marked halves that meet become a character, others U+FFFD; end_of_choice marks are removed.
    static std::string joined(const std::string& text) {
        const auto half = [&](std::size_t at) -> unsigned {
            if (text.compare(at, 2, "\xF3\xB0") != 0 || at + 4 > text.size()) return 0;
            const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
            const unsigned n = (byte(at + 2) & 0x3Fu) << 6 | (byte(at + 3) & 0x3Fu);
            return n < 0x800 ? 0xD800 + n : 0;
        };
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            if (half(at) == 0) {
                if (text[at] != end_of_choice) out += text[at];
                ++at;
            } else if (half(at) < 0xDC00 && at + 4 < text.size() && half(at + 4) >= 0xDC00) {
                const unsigned code = 0x10000 + (half(at) - 0xD800) * 0x400 + half(at + 4) - 0xDC00;
                for (const unsigned byte : {0xF0 | code >> 18, 0x80 | (code >> 12 & 0x3F),
                                            0x80 | (code >> 6 & 0x3F), 0x80 | (code & 0x3F)}) {
                    out += static_cast<char>(byte);
                }
                at += 8;
            } else {
                out += "\xEF\xBF\xBD";
                at += 4;
            }
        }
        return out;
    }

    static const document& member(const document& json, const char* name) {
        static const document none;
        const auto found = json.is_object() ? json.find(name) : json.end();
        return found == json.end() ? none : *found;
    }
    static bool says_something(const document& v) {
        return !v.is_null() && v != document(false) && v != document("") &&
               !(v.is_structured() && v.empty());
    }
    static bool says_nothing(const document& json) {
        return !says_something(json) || member(json, "type") == document("ping");
    }
    static bool is_error_value(const document& v) {
        if (!says_something(v)) return false;
        return v.is_array() ? is_error_value(v.front()) : v.is_object() || v.is_string();
    }
    static bool is_error(const document& json, bool alone) {
        if (json.is_array()) return !json.empty() && is_error(json.front(), alone);
        if (is_error_value(member(json, "error"))) return true;
        if (member(json, "object") == document("error")) return true;
        return alone &&
               (is_error_value(member(json, "errors")) ||
                says_something(member(json, "error_message")) ||
                says_something(member(json, "detail")) || member(json, "message").is_string() ||
                member(json, "Message").is_string() || says_something(member(json, "error")));
    }
    static bool error_beside_choices(const document& json) {
        if (says_something(member(json, "error")) && is_error(json, false)) return true;
        for (const auto& choice : member(json, "choices")) {
            const document& e = member(choice, "error");
            if (e.is_object() && !e.empty()) return true;
        }
        return false;
    }

    std::string_view bytes_;
    chat_stream_options options_;
    chat_stream out_{};
    std::map<std::int64_t, bool> finished_{};
    bool came_ = false;   // a payload was read
    bool other_ = false;  // a payload of another protocol was read
    bool cut_ = false;    // the last event was incomplete
    std::size_t payloads_ = 0;
    bool last_ = false;       // nothing follows: it may be incomplete
    bool json_body_ = false;  // not an event stream
};

inline chat_stream read_chat_stream(std::string_view bytes,
                                    const chat_stream_options& options = {}) {
    return chat_stream_reader(bytes, options).read();
}

}  // namespace oracle
