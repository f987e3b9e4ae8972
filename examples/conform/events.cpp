#include "events.hpp"

#include <algorithm>

#include <oaiwire/core/utf8.hpp>

namespace conform {

namespace {

constexpr std::size_t most_notes = 64;

// The text without white space and quotes around it.
std::string_view bare(std::string_view text) {
    const auto around = [](char c) { return c == ' ' || c == '"' || c == '\n' || c == '\t'; };
    while (!text.empty() && around(text.front())) text.remove_prefix(1);
    while (!text.empty() && around(text.back())) text.remove_suffix(1);
    return text;
}

bool is_payload(std::string_view text) {
    return bare(text) == "[DONE]" || node(text);
}

}  // namespace

void stream_text::note(event_note::kind what, std::size_t offset, std::string message) {
    if (notes.size() < most_notes) notes.push_back({what, offset, std::move(message)});
}

bool stream_text::has(event_note::kind what) const {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const event_note& n) { return n.what == what; });
}

stream_text::stream_text(std::string_view bytes) {
    read_lines(bytes);
    // nodes view strings that no longer move
    std::size_t payloads = 0;
    for (const event& e : events) payloads += e.data_lines;
    texts_.reserve(payloads + 1);
    for (const event& e : events) {
        if (e.data_lines == 0) continue;
        is_events = true;
        if (e.data_lines > 1 && !node(e.data)) {
            std::vector<std::string_view> lines;
            std::string_view rest = e.data;
            while (true) {
                lines.push_back(rest.substr(0, rest.find('\n')));
                if (lines.back().size() == rest.size()) break;
                rest.remove_prefix(lines.back().size() + 1);
            }
            if (std::all_of(lines.begin(), lines.end(), is_payload)) {
                note(event_note::kind::no_blank, e.offset, "no blank line between two events");
                std::size_t at = e.data_offset;
                for (const auto line : lines) {
                    take_payload(e, line, at);
                    at += line.size() + 7;  // "\ndata: "
                }
                continue;
            }
        }
        if (e.data_lines > 1) {
            note(event_note::kind::lines, e.offset, "a payload over several data lines");
        }
        take_payload(e, e.data, e.data_offset);
    }
    if (!events.empty() && !events.back().ended && events.back().data_lines != 0) {
        note(event_note::kind::no_end, events.back().offset, "no blank line after the last event");
    }
    if (!done.empty()) {
        const auto last = std::find_if(events.begin(), events.end(),
                                       [&](const event& e) { return e.data_offset >= done[0]; });
        const std::size_t line = bytes.find_first_of("\r\n", done[0]);
        after_done = std::min(line, bytes.size());
        if (last != events.end() && line != bytes.npos) {
            const std::size_t other = bytes.find_first_not_of("\r\n", line);
            more_after_done = other != bytes.npos;
            if (more_after_done) after_done = other;
        }
    }
}

void stream_text::read_lines(std::string_view bytes) {
    std::size_t at = 0;
    if (bytes.starts_with("\xef\xbb\xbf")) {
        note(event_note::kind::mark, 0, "a byte order mark");
        at = 3;
    }
    bool told = false;
    while (at < bytes.size()) {
        const std::size_t end = bytes.find_first_of("\r\n", at);
        const std::string_view line = bytes.substr(at, end - at);
        if (end == bytes.npos) {
            take_line(line, at);
            break;
        }
        const bool pair = bytes.substr(end, 2) == "\r\n";
        if (bytes[end] == '\r' && !told) {
            note(event_note::kind::line_end, end, pair ? "lines end in CRLF" : "lines end in CR");
            told = true;
        }
        if (line.empty()) {
            end_event(at);
        } else {
            take_line(line, at);
        }
        at = end + (pair ? 2 : 1);
    }
    if (in_event_) events.push_back(std::move(open_));
}

void stream_text::end_event(std::size_t offset) {
    if (!in_event_) {
        note(event_note::kind::blank, offset, "a blank line that ends no event");
        return;
    }
    open_.ended = true;
    events.push_back(std::move(open_));
    open_ = {};
    in_event_ = false;
}

void stream_text::take_line(std::string_view line, std::size_t offset) {
    if (!in_event_) open_.offset = offset;
    in_event_ = true;
    if (line.starts_with(':')) {
        note(event_note::kind::comment, offset, "a comment");
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view name = line.substr(0, colon);
    std::string_view value = colon == line.npos ? std::string_view() : line.substr(colon + 1);
    const bool space = value.starts_with(' ');
    if (space) value.remove_prefix(1);
    if (name == "data") {
        if (!space && !value.empty()) {
            note(event_note::kind::no_space, offset, "no space after `data:`");
        }
        if (open_.data_lines++ == 0) {
            open_.data_offset = offset + line.size() - value.size();
        } else {
            open_.data.push_back('\n');
        }
        open_.data.append(value);
    } else if (name == "event") {
        open_.named = true;
        open_.name = value;
    } else if (name == "id") {
        note(event_note::kind::id, offset, "an `id:` line");
    } else if (name == "retry") {
        note(event_note::kind::retry, offset, "a `retry:` line");
    } else {
        note(event_note::kind::unknown, offset, "a line that is no field of an event stream");
    }
}

void stream_text::take_payload(const event& from, std::string_view data, std::size_t offset) {
    if (data.starts_with("data:")) {
        note(event_note::kind::twice, offset, "`data:` twice");
        data.remove_prefix(5);
        if (data.starts_with(' ')) data.remove_prefix(1);
    }
    if (bare(data) == "[DONE]") {
        // names of all events are one deviation, of which the form of [DONE] is no part
        const bool alone = from.named && (chunks.empty() || !chunks.back().named);
        if (data != "[DONE]" || alone) {
            note(event_note::kind::done_form, offset, "[DONE] in another form");
        }
        done.push_back(offset);
        return;
    }
    if (bare(data).empty()) {
        note(event_note::kind::empty, offset, "an event with empty data");
        return;
    }
    if (!done.empty()) return;
    // bytes that are not UTF-8 have a check of their own
    std::string& text = texts_.emplace_back();
    oaiwire::append_valid_utf8(text, data);
    const node json(text, offset);
    if (!json) {
        note(event_note::kind::not_json, offset, "data that is neither JSON nor [DONE]");
    } else if (!json.is_object()) {
        note(event_note::kind::not_object, offset, "data that is not an object");
    } else {
        chunks.push_back({json, from.name, from.named, offset});
    }
}

std::string joined_text(const stream_text& stream, std::int64_t index) {
    std::string out;
    for (const chunk& c : stream.chunks) {
        c.json["choices"].each([&](const node& choice) {
            if (choice["index"].integer().value_or(0) != index) return;
            const node content = choice["delta"]["content"];
            out += content.is_string() ? content.string() : choice["text"].string();
        });
    }
    return out;
}

}  // namespace conform
