// A file of lines, cut into lines at once, as a reference for the reader that gets it in pieces.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace oracle {

struct text_line {
    std::size_t number = 0;  // from 1
    bool too_long = false;
    std::string text{};
    friend bool operator==(const text_line&, const text_line&) = default;
};

// All lines. Each ends with LF, a carriage return before it is dropped; the last one may end with
// the file, and is none if it is empty then. A line is too long if it has more than `limit` bytes
// before its LF.
inline std::vector<text_line> text_lines(std::string_view file, std::size_t limit) {
    std::vector<text_line> out;
    std::string line;
    std::size_t number = 0;
    const auto end = [&] {
        text_line one;
        one.number = ++number;
        one.too_long = line.size() > limit;
        if (!one.too_long) {
            if (!line.empty() && line.back() == '\r') line.pop_back();
            one.text = line;
        }
        out.push_back(one);
        line.clear();
    };
    for (const char c : file) {
        if (c == '\n') {
            end();
        } else {
            line += c;
        }
    }
    if (!line.empty()) end();
    return out;
}

}  // namespace oracle
