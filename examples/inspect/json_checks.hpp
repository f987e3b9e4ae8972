// Checks that concern every JSON text: whether it is one, and what readers may understand in
// different ways. All places are those of the input.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>

#include "finding.hpp"
#include "located.hpp"

namespace inspect {

inline constexpr std::size_t depth_limit = 64;  // as read_options::depth

// Replaces what JSON does not allow but servers send, byte for byte, so that places stay the same.
inline void replace_bad_bytes(located& in, finding_list& found) {
    char* const begin = in.text.data();
    char* const end = begin + in.text.size();
    bool in_string = false;
    const auto offset = [&](const char* p) { return static_cast<std::size_t>(p - begin); };
    for (char* p = begin; p != end;) {
        const auto c = static_cast<unsigned char>(*p);
        if (c >= 0x80) {
            const oaiwire::utf8_step step = oaiwire::utf8_advance(p, end);
            if (step.next) {
                p = const_cast<char*>(step.next);
                continue;
            }
            const bool half = c == 0xED && end - p >= 3 && step.bad == p + 1 &&
                              static_cast<unsigned char>(p[1]) >= 0xA0;
            const std::size_t size =
                half ? 3 : (std::max)(offset(step.bad) - offset(p), std::size_t{1});
            found.add(half ? "surrogate_bytes" : "invalid_utf8", in.at(offset(p), size));
            std::fill_n(p, size, '?');
            p += size;
        } else if (in_string) {
            if (c == '\\' && end - p >= 2 && static_cast<unsigned char>(p[1]) >= 0x20) {
                const bool ascii = static_cast<unsigned char>(p[1]) < 0x80;
                p += ascii ? 2 : 1;
            } else {
                if (c < 0x20) {
                    found.add(c == 0 ? "nul_byte" : "control_character", in.at(offset(p), 1));
                    *p = ' ';
                }
                in_string = c != '"';
                ++p;
            }
        } else {
            const std::string_view rest(p, static_cast<std::size_t>(end - p));
            for (const std::string_view word : {"NaN", "Infinity", "-Infinity"}) {
                if (!rest.starts_with(word)) continue;
                found.add("not_finite", in.at(offset(p), word.size()));
                std::fill_n(p, word.size(), ' ');
                *p = '0';
            }
            if (*p == 0) found.add("nul_byte", in.at(offset(p), 1));
            in_string = *p == '"';
            ++p;
        }
    }
}

// The JSON text at the start of `in`, which begins with `{`, `[` or another value: its size, or 0
// if it is no JSON; what is wrong with it is then a finding.
inline bool check_json(const located& in, std::string_view text, finding_list& found) {
    const auto read = oaiwire::raw_json::parse(text, depth_limit);
    if (read) return true;
    const oaiwire::error& why = read.error();
    const std::size_t at =
        (std::min)(why.offset == oaiwire::error::no_offset ? 0 : why.offset, text.size());
    const std::string_view bad = text.substr(at, at == text.size() ? 0 : 1);
    const place where = in.at(bad);
    if (text.starts_with("{'") || text.starts_with("[{'")) {
        found.add("python_text", in.at(text.substr(0, 2)));
    } else if (why.code == oaiwire::errc::unexpected_end) {
        found.add("cut_json", where, why.path);
    } else if (why.code == oaiwire::errc::too_deep) {
        found.add("too_deep", where);
    } else if (why.code == oaiwire::errc::trailing_bytes) {
        found.add("text_after_json", in.at(text.substr(at)), {}, excerpt(text.substr(at)));
    } else {
        found.add("invalid_json", where, why.path, why.message);
    }
    return false;
}

// A path such as "choices[0].delta", which grows and shrinks.
class path_text {
public:
    std::size_t size() const { return text_.size(); }
    void back_to(std::size_t size) { text_.resize(size); }
    void member(std::string_view name) {
        if (!text_.empty()) text_.push_back('.');
        text_.append(name.substr(0, 80));
    }
    void element(std::size_t index) { text_.append("[" + std::to_string(index) + "]"); }
    const std::string& text() const { return text_; }

private:
    std::string text_{};
};

// What may be found in any JSON text. Keeps surrogate halves over the payloads of a stream.
class json_checks {
public:
    explicit json_checks(finding_list& found) : found_(found) {}

    // `v` is a value of `in.text`, nested at most depth_limit levels.
    void look(const located& in, oaiwire::json_view v) {
        in_ = &in;
        path_.back_to(0);
        value(v);
    }
    // Call behind the last payload.
    void finish() {
        for (const auto& [path, where] : halves_) found_.add("lone_surrogate", where, path);
        halves_.clear();
    }

private:
    void value(oaiwire::json_view v) {
        if (v.is_object()) {
            object(v);
        } else if (v.is_array()) {
            const std::size_t size = path_.size();
            std::size_t i = 0;
            v.each([&](std::string_view, oaiwire::json_view element) {
                path_.element(i++);
                value(element);
                path_.back_to(size);
                return true;
            });
        } else if (v.is_string()) {
            string(v.text().substr(1, v.text().size() - 2));
        } else if (v.is_number()) {
            number(v.text());
        }
    }
    void object(oaiwire::json_view v) {
        const std::size_t size = path_.size();
        const std::size_t first = names_.size();
        v.each([&](std::string_view name, oaiwire::json_view member) {
            names_.push_back(name);
            path_.member(name);
            value(member);
            path_.back_to(size);
            return true;
        });
        const auto from = names_.begin() + static_cast<std::ptrdiff_t>(first);
        std::sort(from, names_.end(), [](std::string_view a, std::string_view b) {
            return a != b ? a < b : a.data() < b.data();
        });
        for (auto p = from; p != names_.end(); ++p) {
            if (p == from || *p != *(p - 1)) continue;
            path_.member(*p);
            found_.add("duplicate_member", in_->at(*p), path_.text());
            path_.back_to(size);
        }
        names_.resize(first);
    }
    void number(std::string_view text) {
        constexpr std::size_t longest = 400;
        const bool large = text.find_first_of("eE") != std::string_view::npos || text.size() > 308;
        if (!large) return;
        const std::string copy(text.substr(0, longest));
        if (text.size() > longest || std::isinf(std::strtod(copy.c_str(), nullptr))) {
            found_.add("huge_number", in_->at(text), path_.text());
        }
    }

    // The code unit of the escape at `at`, or 0 if there is none.
    static unsigned unit(std::string_view raw, std::size_t at) {
        if (raw.substr(at, 2) != "\\u" || raw.size() - at < 6) return 0;
        unsigned out = 0;
        for (const char c : raw.substr(at + 2, 4)) {
            const unsigned digit = c <= '9'   ? static_cast<unsigned>(c - '0')
                                   : c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                              : static_cast<unsigned>(c - 'a' + 10);
            out = out << 4 | digit;
        }
        return out;
    }
    static bool is_high(unsigned u) { return u >= 0xD800 && u < 0xDC00; }
    static bool is_low(unsigned u) { return u >= 0xDC00 && u < 0xE000; }

    // `raw`: the text between the quotes.
    void string(std::string_view raw) {
        const auto done = raw.find("[DONE]");
        if (done != std::string_view::npos && raw.size() != 6) {
            found_.add("done_in_text", in_->at(raw.substr(done, 6)), path_.text());
        }
        const auto half = halves_.empty() ? halves_.end() : halves_.find(path_.text());
        if (half != halves_.end() && !raw.empty()) {
            if (is_low(unit(raw, 0))) {
                found_.add("split_surrogates", in_->at(raw.substr(0, 6)), path_.text());
                raw.remove_prefix(6);
            } else {
                found_.add("lone_surrogate", half->second, path_.text());
            }
            halves_.erase(half);
        }
        for (std::size_t at = raw.find('\\'); at < raw.size(); at = raw.find('\\', at)) {
            const unsigned u = unit(raw, at);
            if (is_high(u) && is_low(unit(raw, at + 6))) {
                at += 12;
            } else if (is_high(u) && at + 6 == raw.size() && halves_.size() < 1000) {
                halves_[path_.text()] = in_->at(raw.substr(at, 6));
                at += 6;
            } else {
                if (is_high(u) || is_low(u)) {
                    found_.add("lone_surrogate", in_->at(raw.substr(at, 6)), path_.text());
                }
                at += u != 0 ? 6 : 2;
            }
        }
    }

    finding_list& found_;
    const located* in_ = nullptr;
    path_text path_{};
    std::vector<std::string_view> names_{};  // of the objects that are open
    std::unordered_map<std::string, place> halves_{};
};

}  // namespace inspect
