// A reference decoder for event streams, written from the text of the standard. Works on the whole
// input; slow and simple; shares no code with the library.
// https://html.spec.whatwg.org/multipage/server-sent-events.html
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oracle {

struct event_stream {
    struct entry {
        std::string kind{};  // "message", "retry", "comment", "field"
        std::string event{}, data{}, id{};
        std::uint64_t retry = 0;
        std::size_t offset = 0;
        std::size_t block = 0;  // the number of preceding blank lines
        friend bool operator==(const entry& a, const entry& b) {
            return a.kind == b.kind && a.event == b.event && a.data == b.data && a.id == b.id &&
                   a.retry == b.retry && a.offset == b.offset;
        }
    };
    // the items that the standard defines, in order
    std::vector<entry> entries{};
    std::string last_event_id{};
    std::optional<std::uint64_t> retry{};
    // the event that would be dispatched if the input ended with a blank line
    std::optional<entry> unfinished{};
    // the first byte beyond a limit
    std::optional<std::size_t> failure{};
};

struct event_stream_options {
    std::size_t event_limit = static_cast<std::size_t>(-1);
    std::size_t line_limit = static_cast<std::size_t>(-1);
    bool comments_count = true;  // towards the limits
};

inline event_stream read_event_stream(const std::string& bytes, event_stream_options options = {}) {
    event_stream out;

    std::string event_type_buffer, data_buffer, last_event_id_buffer;
    bool any_field = false;
    std::size_t first_field = 0;
    std::size_t block = 0;

    const auto field = [&](const std::string& name, const std::string& value, std::size_t start,
                           bool terminated) {
        if (name == "event") {
            event_type_buffer = value;
        } else if (name == "data") {
            data_buffer += value;
            data_buffer += '\n';
        } else if (name == "id") {
            for (char c : value) {
                if (c == '\0') return;
            }
            last_event_id_buffer = value;
        } else if (name == "retry") {
            std::uint64_t number = 0;
            if (value.empty() || !terminated) return;
            for (char c : value) {
                if (c < '0' || c > '9') return;
                const std::uint64_t next = number * 10 + static_cast<std::uint64_t>(c - '0');
                if (next / 10 != number) return;  // more than 64 bits
                number = next;
            }
            out.retry = number;
            out.entries.push_back({"retry", "", "", "", number, start, block});
            return;
        } else {
            if (terminated) out.entries.push_back({"field", name, value, "", 0, start, block});
            return;
        }
        if (!any_field) first_field = start;
        any_field = true;
    };

    const auto process = [&](const std::string& line, std::size_t start, bool terminated) {
        const std::size_t colon = line.find(':');
        if (colon == 0) {
            if (terminated) {
                out.entries.push_back({"comment", "", line.substr(1), "", 0, start, block});
            }
        } else if (colon != std::string::npos) {
            std::string value = line.substr(colon + 1);
            if (!value.empty() && value[0] == ' ') value.erase(0, 1);
            field(line.substr(0, colon), value, start, terminated);
        } else {
            field(line, "", start, terminated);
        }
    };

    const auto dispatch = [&]() -> std::optional<event_stream::entry> {
        std::optional<event_stream::entry> e;
        if (!data_buffer.empty()) {
            data_buffer.pop_back();
            e = {"message", event_type_buffer, data_buffer, last_event_id_buffer,
                 0,         first_field,       block};
        }
        data_buffer.clear();
        event_type_buffer.clear();
        any_field = false;
        return e;
    };

    // The limits are this library's, not the standard's.
    const auto too_long = [&](const std::string& line, std::size_t start) {
        if (!line.empty() && line[0] == ':' && !options.comments_count) return false;
        const bool is_data = line.compare(0, 5, "data:") == 0;
        std::size_t allowed = options.event_limit - data_buffer.size() - event_type_buffer.size() -
                              last_event_id_buffer.size();
        // any line may have five bytes: it could have been a data line
        const std::size_t line_limit = options.line_limit < 5 ? 5 : options.line_limit;
        if (!is_data && line_limit < allowed) allowed = line_limit;
        if (line.size() <= allowed) return false;
        out.failure = start + allowed;
        return true;
    };

    const std::string bom = "\xEF\xBB\xBF";
    std::size_t position = bytes.compare(0, 3, bom) == 0 ? 3 : 0;
    if (bom.compare(0, bytes.size(), bytes) == 0) return out;  // empty, or an incomplete BOM

    while (position != bytes.size()) {
        const std::size_t start = position;
        std::string line;
        while (position != bytes.size() && bytes[position] != '\r' && bytes[position] != '\n') {
            line += bytes[position++];
        }
        const bool terminated = position != bytes.size();
        if (too_long(line, start)) return out;
        if (!terminated) {
            process(line, start, false);
            break;
        }
        const bool crlf = bytes.compare(position, 2, "\r\n") == 0;
        position += crlf ? 2 : 1;
        if (line.empty()) {
            out.last_event_id = last_event_id_buffer;
            if (auto e = dispatch()) out.entries.push_back(*e);
            ++block;
        } else {
            process(line, start, true);
        }
    }
    out.unfinished = dispatch();
    return out;
}

}  // namespace oracle
