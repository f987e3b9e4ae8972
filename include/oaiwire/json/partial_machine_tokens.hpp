// partial_machine_tokens: how partial_machine takes names, strings, numbers and literals, and finds
// the end of values that it holds back.
//
// Each function takes as many bytes as there are. A character of a string is taken when it is
// complete; of all else, no byte is looked at twice here.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/partial_machine.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/unions.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void partial_machine::take_name() {
    while (at_ != text_.size()) {
        if (passed_) {
            passed_ = false;
            ++at_;
            continue;
        }
        const char* const p = find_escaped(text_.data() + at_, text_.data() + text_.size());
        at_ = static_cast<std::size_t>(p - text_.data());
        if (at_ == text_.size()) return;
        if (*p == '"') return end_name(at_);
        if (*p != '\\') return fail_here(errc::control_character);
        passed_ = true;
        ++at_;
    }
}

OAIWIRE_INLINE void partial_machine::end_name(std::size_t quote) {
    frame& f = frames_.back();
    const char* const from = text_.data() + string_;
    const char* const end = text_.data() + quote + 1;
    fault wrong;
    string_checker strings;
    if (!strings(from, end, wrong)) {
        return fail(wrong.code, static_cast<std::size_t>(wrong.at - text_.data()));
    }
    f.name = string_;
    f.name_size = quote - string_;
    const std::string_view raw(from, f.name_size);
    if (f.kind() == type_kind::object) {
        const object_table& table = f.type->type->object();
        if (raw.find('\\') == std::string_view::npos) {
            f.member = table.find(raw);
        } else {
            name_.clear();
            append_unescaped(name_, raw, surrogates::keep);
            f.member = table.find(name_);
        }
    } else {
        const std::string_view quoted(from - 1, f.name_size + 2);
        reader names(quoted, quiet_);
        if (!names.string(quoted.data(), name_)) return fail(errc::lone_surrogate, string_);
    }
    at_ = quote + 1;
    step_ = step::colon;
}

// Appends what is complete of a string.
OAIWIRE_INLINE void partial_machine::take_text() {
    std::string& out = *out_;
    const std::size_t had = out.size();
    bool ended = false;
    while (at_ != text_.size() && code_ == errc::ok && !ended) {
        const char* const from = text_.data() + at_;
        const char* const end = text_.data() + text_.size();
        const char* const p = find_special(from, end);
        out.append(from, p);
        at_ += static_cast<std::size_t>(p - from);
        if (p == end) break;
        if (*p == '"') {
            ended = true;
        } else if (*p == '\\') {
            if (!take_escape(p, end, out)) break;
        } else if (static_cast<unsigned char>(*p) < 0x20) {
            fail_here(errc::control_character);
        } else {
            const utf8_step character = utf8_advance(p, end);
            if (character.next == nullptr && character.bad == end) break;
            if (character.next == nullptr) {
                fail(errc::invalid_utf8, static_cast<std::size_t>(character.bad - text_.data()));
                break;
            }
            out.append(p, character.next);
            at_ += static_cast<std::size_t>(character.next - p);
        }
    }
    if (out.size() != had) grown(std::string_view(out).substr(had), had);
    if (!ended) return;
    changed(partial_change::kind::closed, shape_);
    value_is_whole(at_ + 1);
}

// p is at a backslash. False if more must come, or after a failure.
OAIWIRE_INLINE bool partial_machine::take_escape(const char* p, const char* end, std::string& out) {
    const auto wrong = [&](errc code, const char* where) {
        fail(code, static_cast<std::size_t>(where - text_.data()));
        return false;
    };
    if (end - p < 2) return false;
    if (const char simple = simple_escapes[static_cast<unsigned char>(p[1])]; simple != 0) {
        out.push_back(simple);
        at_ += 2;
        return true;
    }
    if (p[1] != 'u') return wrong(errc::invalid_escape, p + 1);
    // the code unit of the digits at q; false if they are not all there, or wrong
    const auto unit = [&](const char* q, std::uint32_t& value) {
        for (int i = 0; i != 4; ++i) {
            if (q + i == end) return false;
            if (hex_digit(q[i]) < 0) return wrong(errc::invalid_escape, q + i);
        }
        return hex4(q, value);
    };
    std::uint32_t c = 0;
    if (!unit(p + 2, c)) return false;
    std::size_t size = 6;
    bool lone = is_low_surrogate(c);
    const char* broken = p + 3;
    if (is_high_surrogate(c)) {
        const char* const q = p + 6;
        std::uint32_t low = 0;
        if (q == end || (*q == '\\' && q + 1 == end)) return false;
        lone = q[0] != '\\' || q[1] != 'u';
        if (!lone) {
            if (!unit(q + 2, low)) return false;
            lone = !is_low_surrogate(low);
        }
        broken = q;
        if (!lone) {
            c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
            size = 12;
        }
    }
    if (lone) {
        const surrogates policy =
            options_.mode == read_mode::strict ? surrogates::refuse : options_.lone_surrogates;
        if (policy == surrogates::refuse) return wrong(errc::lone_surrogate, broken);
        if (policy == surrogates::replace) c = 0xFFFD;
    }
    append_utf8(out, c);
    at_ += size;
    return true;
}

OAIWIRE_INLINE void partial_machine::take_literal() {
    while (at_ != text_.size()) {
        if (text_[at_] != word_[at_ - begin_]) return fail_here(errc::invalid_literal);
        ++at_;
        if (at_ - begin_ == word_.size()) return close_held(at_);
    }
}

OAIWIRE_INLINE void partial_machine::take_number() {
    const auto part = [](char c) {
        return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    while (at_ != text_.size() && part(text_[at_])) ++at_;
    if (at_ != text_.size()) close_held(at_);
}

// Finds the end of a string, list or object, and the tag of a union; nothing else is checked.
OAIWIRE_INLINE void partial_machine::take_held() {
    while (at_ != text_.size()) {
        if (in_string_) {
            if (passed_) {
                passed_ = false;
                ++at_;
                continue;
            }
            const char* const p = find_escaped(text_.data() + at_, text_.data() + text_.size());
            at_ = static_cast<std::size_t>(p - text_.data());
            if (at_ == text_.size()) return;
            if (*p == '\\') {
                passed_ = escapes_ = true;
                ++at_;
                continue;
            }
            if (*p != '"') return fail_here(errc::control_character);
            in_string_ = false;
            ++at_;
            if (level_ == 0) return close_held(at_);
            if (level_ == 1 && held_string_ended(at_ - 1)) return;
            continue;
        }
        const char c = text_[at_++];
        if (c == '"') {
            in_string_ = true;
            escapes_ = false;
            string_ = at_;
        } else if (c == '{' || c == '[') {
            ++level_;
        } else if (c == '}' || c == ']') {
            if (--level_ == 0) return close_held(at_);
        } else if (level_ == 1 && (c == ',' || c == ':')) {
            name_due_ = c == ',';
        }
    }
}

// A string of the outermost level: a name, or a value, which may be the tag of a union. True if it
// decides the alternative: the object is taken again then, and shown.
OAIWIRE_INLINE bool partial_machine::held_string_ended(std::size_t quote) {
    if (purpose_ != purpose::choose || undecided_) return false;
    const std::string_view all(text_);
    if (name_due_) {
        held_name_ = string_;
        held_name_size_ = quote - string_;
        undecided_ = escapes_;
        return false;
    }
    const auto& choice = chosen_for_->type->as<choice_type>();
    if (all.substr(held_name_, held_name_size_) != choice.tag) return false;
    const std::size_t chosen =
        choose_alternative(choice, an_object, all.substr(string_, quote - string_));
    // without tags of its own, an alternative is chosen by the last tag of the object
    undecided_ = escapes_ || chosen == no_member || choice.alternatives[chosen].tags == nullptr;
    if (undecided_) return false;
    open('{', chosen);
    return true;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
