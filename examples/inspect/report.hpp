// Shows an explanation: as text for people, with a caret under each byte, or as one JSON document.
// Nothing of the input reaches the terminal unescaped.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/utf8.hpp>

#include "finding.hpp"
#include "json_line.hpp"

namespace inspect {

// One character of the input as it is shown.
struct shown_character {
    std::string text{};
    std::size_t columns = 0;
    std::size_t size = 0;  // bytes of the input
};

// Whether a terminal gives the character two columns (East Asian wide, emoji). An approximation by
// blocks.
constexpr bool is_wide(std::uint32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0x303E) ||
           (c >= 0x3041 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) ||
           (c >= 0xFF00 && c <= 0xFF60) || (c >= 0xFFE0 && c <= 0xFFE6) ||
           (c >= 0x1F300 && c <= 0x1FAFF) || (c >= 0x20000 && c <= 0x3FFFD);
}
// Whether it is shown by its number: it has no width, or changes what is around it.
constexpr bool is_unseen(std::uint32_t c) {
    return (c >= 0x80 && c < 0xA0) || c == 0xAD || (c >= 0x300 && c <= 0x36F) || c == 0x61C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c >= 0xFFF0 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF) ||
           (c >= 0x1F3FB && c <= 0x1F3FF);
}

// The character at the start of `text`, which is not empty.
inline shown_character show_first(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    shown_character out;
    const auto byte = static_cast<unsigned char>(text.front());
    const char* const end = text.data() + text.size();
    const oaiwire::utf8_step step = oaiwire::utf8_advance(text.data(), end);
    out.size = step.next ? static_cast<std::size_t>(step.next - text.data()) : 1;
    if (!step.next || byte < 0x20 || byte == 0x7F) {
        out.text = byte == '\n'   ? "\\n"
                   : byte == '\r' ? "\\r"
                   : byte == '\t' ? "\\t"
                                  : std::string("\\x") + hex[byte >> 4] + hex[byte & 15];
        out.columns = out.text.size();
        return out;
    }
    std::uint32_t code = byte;
    if (out.size > 1) {
        code = byte & (0x7Fu >> out.size);
        for (const char c : text.substr(1, out.size - 1)) {
            code = code << 6 | (static_cast<unsigned char>(c) & 0x3Fu);
        }
    }
    if (is_unseen(code)) {
        append_utf16(out.text, text.data(), "\\u");
        out.columns = out.text.size();
    } else {
        out.text = text.substr(0, out.size);
        out.columns = is_wide(code) ? 2 : 1;
    }
    return out;
}

// Text without what a terminal would obey.
inline std::string safe(std::string_view text) {
    std::string out;
    while (!text.empty()) {
        const shown_character c = show_first(text);
        out.append(c.text);
        text.remove_prefix(c.size);
    }
    return out;
}

// Where lines begin; a line ends with LF, CR or CRLF.
class line_index {
public:
    explicit line_index(std::string_view text) : text_(text), begins_{0} {
        for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;) {
            at += text.substr(at, 2) == "\r\n" ? 2 : 1;
            begins_.push_back(at);
            at = text.find_first_of("\r\n", at);
        }
    }
    // From 1.
    std::size_t number(std::size_t offset) const {
        return static_cast<std::size_t>(std::upper_bound(begins_.begin(), begins_.end(), offset) -
                                        begins_.begin());
    }
    std::size_t begin(std::size_t line) const { return begins_[line - 1]; }
    // Without its line end.
    std::string_view line(std::size_t number) const {
        const std::size_t from = begin(number);
        return text_.substr(from, text_.find_first_of("\r\n", from) - from);
    }

private:
    std::string_view text_;
    std::vector<std::size_t> begins_;
};

// What surrounds words on a terminal; all empty without colours.
struct colours {
    std::string_view wrong{};
    std::string_view differs{};
    std::string_view note{};
    std::string_view faint{};
    std::string_view end{};

    std::string_view of(grade is) const {
        return is == grade::wrong ? wrong : is == grade::differs ? differs : note;
    }
};
inline constexpr colours no_colours{};
inline constexpr colours ansi_colours{"\x1b[1;31m", "\x1b[1;33m", "\x1b[36m", "\x1b[2m", "\x1b[0m"};

class report {
public:
    report(const explanation& e, std::string_view input, const colours& with)
        : explained_(e), input_(input), lines_(input), with_(with) {}

    std::string text() {
        add_head("kind", explained_.kind);
        add_head("server", explained_.server);
        for (const std::string& reason : explained_.reasons) add_head("", reason);
        if (!explained_.end.empty()) add_head("end", explained_.end);
        for (std::size_t i = 0; i != explained_.summary.size(); ++i) {
            add_head(i == 0 ? "answer" : "", explained_.summary[i]);
        }
        std::vector<const finding*> ordered;
        for (const finding& f : explained_.findings) ordered.push_back(&f);
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const finding* a, const finding* b) { return a->is > b->is; });
        for (const finding* f : ordered) add(*f);
        add_counts();
        return std::move(out_);
    }

private:
    static constexpr std::size_t before = 28;  // columns shown before the caret, and
    static constexpr std::size_t after = 44;   // behind it

    void add_head(std::string_view what, std::string_view value) {
        std::string label(what);
        if (!label.empty()) label.push_back(':');
        label.resize(8, ' ');
        out_.append(with_.faint).append(label).append(with_.end);
        out_.append(safe(value)).push_back('\n');
    }

    void add(const finding& f) {
        std::size_t number = lines_.number(f.offset);
        // the end of the input: behind the last line that has something
        while (f.size == 0 && number > 1 && lines_.line(number).empty()) --number;
        out_.push_back('\n');
        out_.append(with_.of(f.is)).append(name(f.is)).append(" ").append(f.name).append(with_.end);
        out_.append(": ").append(safe(f.message)).push_back('\n');
        out_.append("  byte " + std::to_string(f.offset) + ", line " + std::to_string(number));
        if (!f.path.empty()) out_.append(", at ").append(safe(f.path));
        const finding_name* const row = row_of(f.name);
        if (row && !row->quirks.empty()) out_.append(", quirk ").append(row->quirks);
        out_.push_back('\n');
        add_line(f, number);
    }

    // The line with the finding, shortened around it, and the caret.
    void add_line(const finding& f, std::size_t number) {
        const std::size_t begin = lines_.begin(number);
        const std::string_view line = lines_.line(number);
        // an offset behind the line is that of its end
        const std::size_t at = (std::min)(f.offset - begin, line.size());
        const std::size_t from = start_of_window(line, at);
        std::string shown = from == 0 ? "" : "...";
        std::string marks(shown.size(), ' ');
        std::size_t columns = 0;  // behind the caret
        std::size_t i = from;
        while (i < line.size() && columns < after) {
            const shown_character c = show_first(line.substr(i));
            shown.append(c.text);
            if (i + c.size <= at) {
                marks.append(c.columns, ' ');
            } else {
                const bool inside = i < at + f.size;
                if (i <= at) marks.push_back('^');
                const std::size_t rest = c.columns - (i <= at ? 1 : 0);
                marks.append(rest, inside ? '~' : ' ');
                columns += c.columns;
            }
            i += c.size;
        }
        if (at >= i) marks.push_back('^');
        marks.resize(marks.find_last_not_of(' ') + 1);
        if (i < line.size()) shown.append("...");
        const std::string label = std::to_string(number);
        out_.append(with_.faint).append("  " + label + " | ").append(with_.end).append(shown);
        out_.append("\n  ").append(label.size(), ' ').append(" | ");
        out_.append(with_.of(f.is)).append(marks).append(with_.end).push_back('\n');
    }
    // Where to begin so that at most `before` columns come first: at a character.
    static std::size_t start_of_window(std::string_view line, std::size_t at) {
        if (at <= before) return 0;
        std::size_t from = at - before;
        while (from != 0 && (static_cast<unsigned char>(line[from]) & 0xC0) == 0x80) --from;
        return from;
    }

    void add_counts() {
        std::size_t of[3] = {};
        for (const finding& f : explained_.findings) ++of[static_cast<unsigned>(f.is)];
        out_.append("\n" + std::to_string(of[2]) + " wrong, " + std::to_string(of[1]) +
                    " different, " + std::to_string(of[0]) + (of[0] == 1 ? " note\n" : " notes\n"));
    }

    const explanation& explained_;
    std::string_view input_;
    line_index lines_;
    const colours& with_;
    std::string out_{};
};

// The explanation as one JSON document (docs/inspect.md), without a line end.
inline std::string json_of(const explanation& e, std::string_view input) {
    const line_index lines(input);
    json_line out;
    out.open('{').name("kind").string(e.kind).name("server").string(e.server);
    const auto list = [&](std::string_view name, const std::vector<std::string>& all) {
        out.name(name).open('[');
        for (const std::string& one : all) out.string(one);
        out.close(']');
    };
    list("reasons", e.reasons);
    out.name("end");
    if (e.end.empty()) {
        out.null();
    } else {
        out.string(e.end);
    }
    list("answer", e.summary);
    out.name("worst").string(name(e.worst())).name("findings").open('[');
    for (const finding& f : e.findings) {
        const std::size_t line = lines.number(f.offset);
        const finding_name* const row = row_of(f.name);
        out.open('{').name("name").string(f.name).name("grade").string(name(f.is));
        out.name("message").string(f.message).name("path").string(f.path);
        out.name("offset").number(f.offset).name("size").number(f.size);
        out.name("line").number(line).name("column").number(f.offset - lines.begin(line) + 1);
        out.name("quirks").string(row ? row->quirks : std::string_view()).close('}');
    }
    return ascii(out.close(']').close('}').text());
}

}  // namespace inspect
