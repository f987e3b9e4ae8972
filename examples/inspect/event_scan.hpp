// Reads an event stream as sse::decoder does, and keeps for each byte of data where it came from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "finding.hpp"
#include "located.hpp"
#include "server_clues.hpp"

namespace inspect {

// One event: the data of its lines, joined by LF.
struct scanned_event {
    located data{};
    std::string name{};  // "" for the default
    place name_at{};
    place at{};  // its first line with a field
    std::size_t data_lines = 0;
    bool ended = true;       // by a blank line
    bool has_error = false;  // a field `error`
};

// Whether a line is one of an event stream: a comment, or a field that the standard knows.
inline bool is_event_line(std::string_view line) {
    if (line.starts_with(':')) return true;
    const std::string_view name = line.substr(0, line.find(':'));
    const bool colon = name.size() != line.size();
    if (name == "data" || name == "event" || name == "id" || name == "retry") {
        return colon || name == "data";
    }
    return colon && name == "error";
}

// Calls take(event) for each event of `body`, which holds the bytes of the stream.
template <class F>
class event_scan {
public:
    event_scan(const located& body, finding_list& found, clue_list& clues, F take)
        : body_(body), found_(found), clues_(clues), take_(std::move(take)) {}

    void run() {
        const std::string_view all = body_.text;
        std::size_t at = all.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        if (at != 0) found_.add("byte_order_mark", body_.at(0, 3));
        if (all.substr(at).starts_with("\xEF\xBB\xBF")) {
            found_.add("second_byte_order_mark", body_.at(at, 3));
        }
        std::string_view first_end;
        while (at != all.size()) {
            const std::size_t from = at;
            at = all.find_first_of("\r\n", from);
            if (at == std::string_view::npos) {
                // the standard drops a line without an end, and its event
                at = all.size();
                unfinished_ = true;
                line(from, at);
                break;
            }
            const std::size_t end = at;
            at += all.substr(at, 2) == "\r\n" ? 2 : 1;
            note_line_end(first_end, all.substr(end, at - end), end);
            line(from, end);
        }
        if (has_fields_) {
            event_.ended = false;
            dispatch({all.size(), all.size()});
        }
    }
    // Lines that are neither comments nor blank.
    std::size_t fields() const { return fields_; }

private:
    struct range {
        std::size_t from, to;
    };

    void note_line_end(std::string_view& first, std::string_view end, std::size_t at) {
        if (first.empty()) first = end;
        if (end != first) found_.add("mixed_line_ends", body_.at(at, end.size()));
        if (end == "\r") found_.add("cr_line_end", body_.at(at, 1));
    }

    void line(std::size_t from, std::size_t to) {
        constexpr std::size_t huge = 65536;
        const std::string_view text = std::string_view(body_.text).substr(from, to - from);
        if (text.size() > huge) found_.add("huge_line", body_.at(from, to - from));
        if (text.empty()) {
            if (has_fields_) {
                dispatch({from, to});
            } else if (!after_comment_) {
                found_.add("blank_lines", body_.at(from, 1));
            }
            after_comment_ = false;
            return;
        }
        if (text.front() == ':') {
            found_.add("comment", body_.at(from, text.size()));
            add_clues(clues_, clue_place::comment, without_space(text.substr(1)));
            after_comment_ = true;
            return;
        }
        field(from, text);
    }
    static std::string_view without_space(std::string_view value) {
        return value.starts_with(' ') ? value.substr(1) : value;
    }

    void field(std::size_t from, std::string_view text) {
        ++fields_;
        if (!has_fields_) event_.at = body_.at(from, text.size());
        has_fields_ = true;
        after_comment_ = false;
        const std::size_t colon = text.find(':');
        const std::string_view name = text.substr(0, colon);
        const bool has_value = colon != std::string_view::npos;
        const std::string_view value =
            has_value ? without_space(text.substr(colon + 1)) : std::string_view();
        const std::size_t value_at = from + (text.size() - value.size());
        if (name == "data") {
            if (has_value && !value.empty() && text[colon + 1] != ' ') {
                found_.add("no_space_after_colon", body_.at(from, colon + 1));
            }
            if (event_.data_lines++ != 0) event_.data.append("\n", body_.at(from, 1).offset);
            event_.data.append(body_, value_at, value.size());
        } else if (name == "event") {
            event_.name = value;
            event_.name_at = body_.at(value_at, value.size());
        } else if (name == "id") {
            found_.add("event_id", body_.at(from, text.size()));
        } else if (name == "retry") {
            found_.add("retry_time", body_.at(from, text.size()));
        } else if (name == "error") {
            found_.add("error_field", body_.at(from, text.size()), {}, excerpt(value));
            clues_.add("llama.cpp", 4, "a field `error:`");
            event_.has_error = true;
        } else if (has_value && !looks_like_json(text)) {
            found_.add("unknown_field", body_.at(from, name.size()), {}, excerpt(name));
        } else {
            found_.add("line_without_field", body_.at(from, text.size()));
        }
    }
    // A line such as `"choices": []`, which goes on where data should.
    static bool looks_like_json(std::string_view line) {
        const std::size_t first = line.find_first_not_of(" \t");
        return first != std::string_view::npos &&
               std::string_view("{}[]\",").find(line[first]) != std::string_view::npos;
    }

    void dispatch(range end) {
        if (event_.data_lines == 0 && !event_.has_error) {
            found_.add("event_without_data", event_.at);
        } else if (event_.data_lines != 0) {
            if (event_.data_lines > 1) found_.add("data_over_lines", event_.at);
            if (!event_.ended) found_.add("no_last_blank_line", body_.at(end.to, 0));
            take_(event_);
        }
        event_ = {};
        has_fields_ = false;
    }

    const located& body_;
    finding_list& found_;
    clue_list& clues_;
    F take_;
    scanned_event event_{};
    bool has_fields_ = false;
    bool after_comment_ = false;
    bool unfinished_ = false;
    std::size_t fields_ = 0;
};

}  // namespace inspect
