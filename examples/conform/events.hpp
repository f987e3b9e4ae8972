// An event stream as it is written: its lines, and what clients would pass over.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "node.hpp"

namespace conform {

struct event {
    std::size_t offset = 0;  // of its first line
    std::string name{};
    bool named = false;
    std::string data{};           // its lines, joined
    std::size_t data_offset = 0;  // of the value of the first data line
    std::size_t data_lines = 0;
    bool ended = false;  // by a blank line
};

struct event_note {
    enum class kind : std::uint8_t {
        mark,      // a byte order mark
        line_end,  // CR or CRLF
        no_space,  // no space after "data:"
        comment,
        unknown,   // a field that the standard does not know
        blank,     // a blank line that ends nothing
        no_blank,  // several payloads in one event
        id,
        retry,
        twice,       // "data: data: "
        empty,       // an event with empty data
        done_form,   // [DONE] in quotes or with white space
        not_json,    // data that is neither JSON nor [DONE]
        not_object,  // JSON that is not an object
        lines,       // JSON over several data lines
        no_end,      // the last event lacks its blank line
    };
    kind what{};
    std::size_t offset = 0;
    std::string message{};
};

// One JSON object of the stream.
struct chunk {
    node json{};
    std::string event{};
    bool named = false;
    std::size_t offset = 0;
};

struct stream_text {
    explicit stream_text(std::string_view bytes);
    stream_text(const stream_text&) = delete;
    stream_text& operator=(const stream_text&) = delete;

    std::vector<event> events{};
    std::vector<event_note> notes{};
    std::vector<chunk> chunks{};      // before the first [DONE]
    std::vector<std::size_t> done{};  // offsets of each [DONE]
    std::size_t after_done = 0;       // the offset of what follows the first one
    bool more_after_done = false;     // bytes other than blank lines follow it
    bool is_events = false;           // whether there is a data line

    bool has(event_note::kind what) const;

private:
    void note(event_note::kind what, std::size_t offset, std::string message);
    void read_lines(std::string_view bytes);
    void take_line(std::string_view line, std::size_t offset);
    void end_event(std::size_t offset);
    void take_payload(const event& from, std::string_view data, std::size_t offset);
    std::vector<std::string> texts_{};  // what nodes view
    event open_{};
    bool in_event_ = false;
};

// The text of all deltas of a choice, joined.
std::string joined_text(const stream_text& stream, std::int64_t index = 0);

}  // namespace conform
