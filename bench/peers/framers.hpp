// What one would write instead of an SSE decoder. Only LF ends a line, only `data: ` is recognised,
// and each event is one line: none of these implements the standard.
#pragma once

#include <cstddef>
#include <cstring>
#include <sstream>
#include <string>
#include <string_view>

namespace bench {

// Calls take(piece) with pieces of at most `read` bytes; 0: all at once.
template <class F>
void each_piece(std::string_view stream, std::size_t read, F&& take) {
    if (read == 0) return take(stream);
    for (; stream.size() > read; stream.remove_prefix(read)) take(stream.substr(0, read));
    take(stream);
}

// The simplest form: one string per line.
template <class F>
void naive_lines(std::string_view stream, std::size_t read, F&& take) {
    std::string line;
    if (read == 0) {
        std::istringstream in{std::string(stream)};
        while (std::getline(in, line)) take(std::string_view(line));
        return;
    }
    std::string pending;
    each_piece(stream, read, [&](std::string_view piece) {
        pending.append(piece);
        for (std::size_t end; (end = pending.find('\n')) != std::string::npos;) {
            line = pending.substr(0, end);
            pending.erase(0, end + 1);
            take(std::string_view(line));
        }
    });
}

// memchr, copying only lines that span two pieces.
class line_framer {
public:
    template <class F>
    void feed(std::string_view piece, F&& take) {
        const char* p = piece.data();
        const char* const end = p + piece.size();
        while (p != end) {
            const auto left = static_cast<std::size_t>(end - p);
            const auto* const lf = static_cast<const char*>(std::memchr(p, '\n', left));
            if (lf == nullptr) {
                pending_.append(p, end);
                return;
            }
            const std::string_view line(p, static_cast<std::size_t>(lf - p));
            if (pending_.empty()) {
                take(line);
            } else {
                pending_.append(line);
                take(std::string_view(pending_));
                pending_.clear();
            }
            p = lf + 1;
        }
    }

private:
    std::string pending_{};
};

template <class F>
void fast_lines(std::string_view stream, std::size_t read, F&& take) {
    line_framer framer;
    each_piece(stream, read, [&](std::string_view piece) { framer.feed(piece, take); });
}

// Calls take(payload) for the lines that contain a chunk.
template <class F>
auto payloads(F&& take) {
    return [take](std::string_view line) {
        if (line.starts_with("data: ") && line != "data: [DONE]") take(line.substr(6));
    };
}

// The same for chunks of several lines, each of which ends before a blank line.
template <class F>
auto joined_payloads(F&& take) {
    return [take, text = std::string()](std::string_view line) mutable {
        if (line.starts_with("data: ")) {
            if (!text.empty()) text += '\n';
            text.append(line.substr(6));
        } else if (line.empty()) {
            if (text != "[DONE]") take(std::string_view(text));
            text.clear();
        }
    };
}

// The lower bound: searches for LF only.
inline std::size_t count_lines(std::string_view stream, std::size_t read) {
    std::size_t lines = 0;
    each_piece(stream, read, [&](std::string_view piece) {
        const char* p = piece.data();
        const char* const end = p + piece.size();
        while (p != end) {
            p = static_cast<const char*>(std::memchr(p, '\n', static_cast<std::size_t>(end - p)));
            if (p == nullptr) return;
            ++p;
            ++lines;
        }
    });
    return lines;
}

}  // namespace bench
