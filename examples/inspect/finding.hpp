// What explain() finds: names, places and how much each matters.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <oaiwire/core/utf8.hpp>

#include "finding_names.hpp"

namespace inspect {

// One thing that was noticed, and the first place where it occurs.
struct finding {
    std::string name{};      // stable; a row of finding_names
    std::string message{};   // a sentence, and how often it occurs if more than once
    std::string path{};      // of the value in its JSON text, as in errors of the library; or ""
    std::size_t offset = 0;  // in bytes of the input; at most its size
    std::size_t size = 0;    // in bytes of the input, framing between them included; may be 0
    grade is = grade::note;  // how much it matters
};

// What explain() says about some bytes. All texts are UTF-8.
struct explanation {
    std::string kind{};    // "HTTP response, chunked, event stream of chat completions"
    std::string server{};  // the most likely one, several joined by " or ", or "unknown"
    std::string end{};     // as name(stream_end); "" where nothing ends, as in a request
    std::vector<std::string> reasons{};  // why that server: "Groq: a member `x_groq`"
    std::vector<finding> findings{};     // by offset
    std::vector<std::string> summary{};  // what the answer says, a line for each fact

    // The most serious grade of all findings.
    grade worst() const {
        grade out = grade::note;
        for (const finding& f : findings) out = (std::max)(out, f.is);
        return out;
    }
};

// Bytes of the input.
struct place {
    std::size_t offset = 0;
    std::size_t size = 0;
};

// A copy of at most `most` bytes for a message: UTF-8, without control characters, marked where it
// was shortened.
inline std::string excerpt(std::string_view text, std::size_t most = 60) {
    std::string out;
    oaiwire::append_valid_utf8(out, oaiwire::utf8_prefix(text, most));
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F') c = ' ';
    }
    return text.size() > most ? out + "..." : out;
}

// Collects findings. What occurs again at the same place of another payload is counted, so that a
// stream of a million chunks has few findings.
class finding_list {
public:
    static constexpr std::size_t most = 400;  // different findings

    // `name` must be a row of finding_names. `detail` is appended to its sentence.
    void add(std::string_view name, place at, std::string_view path = {},
             std::string_view detail = {}) {
        std::string key(name);
        key.push_back('\n');
        append_pattern(key, path.substr(0, longest_path));
        const auto known = index_.find(key);
        if (known != index_.end()) {
            ++list_[known->second].times;
            return;
        }
        if (list_.size() == most) {
            ++left_out_;
            return;
        }
        const finding_name* const row = row_of(name);
        finding out;
        out.name = name;
        out.message = row ? std::string(row->says) : std::string();
        if (!detail.empty()) out.message.append(": ").append(detail);
        out.path = excerpt(path, longest_path);
        out.offset = at.offset;
        out.size = at.size;
        if (row) out.is = row->is;
        index_.emplace(std::move(key), list_.size());
        if (!is_general(name) && !path.empty()) special_.insert(pattern_of(path));
        list_.push_back({std::move(out), 1});
    }

    // Whether one of that name was added.
    bool has(std::string_view name) const {
        for (const entry& e : list_) {
            if (e.what.name == name) return true;
        }
        return false;
    }

    // The findings by offset. `size`: of the input.
    std::vector<finding> take(std::size_t size) {
        std::vector<finding> out;
        for (entry& e : list_) {
            if (is_said_by_another(e.what)) continue;
            if (e.times > 1) e.what.message.append(" (" + std::to_string(e.times) + " times)");
            out.push_back(std::move(e.what));
        }
        if (left_out_ != 0) {
            const finding_name* const row = row_of("too_many");
            out.push_back({std::string(row->name),
                           std::string(row->says) + ": " + std::to_string(left_out_),
                           {},
                           size,
                           0,
                           row->is});
        }
        std::stable_sort(out.begin(), out.end(),
                         [](const finding& a, const finding& b) { return a.offset < b.offset; });
        return out;
    }

private:
    struct entry {
        finding what;
        std::size_t times;
    };
    static constexpr std::size_t longest_path = 160;

    // What only says that a value is not as the document has it, and not what that means.
    static bool is_general(std::string_view name) {
        return name == "missing" || name == "mistyped" || name == "null_member" ||
               name == "unknown_member";
    }
    bool is_said_by_another(const finding& f) const {
        return is_general(f.name) && special_.count(pattern_of(f.path)) != 0;
    }
    static std::string pattern_of(std::string_view path) {
        std::string out;
        append_pattern(out, path.substr(0, longest_path));
        return out;
    }

    // The path with the indices left out: "choices[].delta".
    static void append_pattern(std::string& out, std::string_view path) {
        bool inside = false;
        for (const char c : path) {
            if (c == ']') inside = false;
            if (!inside) out.push_back(c);
            if (c == '[') inside = true;
        }
    }

    std::vector<entry> list_{};
    std::unordered_map<std::string, std::size_t> index_{};
    std::unordered_set<std::string> special_{};  // patterns of paths of findings not general
    std::size_t left_out_ = 0;
};

}  // namespace inspect
