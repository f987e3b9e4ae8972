// partial_machine_steps: how partial_machine takes bytes and opens and closes values.
//
// advance() takes tokens until the bytes are used up. A value begins in begin(); open() shows a
// string, object, list or map at once, and hold() keeps any other value back until it is whole; the
// reader reads it then. A token that the bytes so far do not complete is looked at again when more
// have come, from its first byte on if it is a character, else from where it was left.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/decode.hpp>
#include <oaiwire/json/duplicates.hpp>
#include <oaiwire/json/partial_machine.hpp>
#include <oaiwire/json/partial_machine_tokens.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/unions.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

inline value_shape shape_at(char c) {
    switch (first_bytes::of(c)) {
        case first_bytes::quote:
            return value_shape::text;
        case first_bytes::digit:
            return value_shape::number;
        case first_bytes::letter:
            return value_shape::boolean;
        case first_bytes::nil:
            return value_shape::null;
        case first_bytes::bracket:
            return value_shape::list;
        case first_bytes::brace:
            return value_shape::object;
        default:
            return value_shape::none;
    }
}

// Whether a value that begins with that byte is shown before it is whole.
inline bool is_shown_early(const partial_type& wrapped, char c) {
    const partial_type& type = unwrapped(wrapped);
    switch (type.type->kind) {
        case type_kind::text:
            return c == '"';
        case type_kind::object:
        case type_kind::map:
        case type_kind::std_map:
            return c == '{';
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::flags:
        case type_kind::array:
            return c == '[';
        case type_kind::choice:
            return c == '"' || c == '{' || c == '[';
        default:
            return false;
    }
}

OAIWIRE_INLINE errc partial_machine::feed(std::string_view piece) {
    return within_memory(
        [&] {
            text_.append(piece);
            if (code_ == errc::ok) advance();
            return code_;
        },
        [&] { return code_ = errc::out_of_memory; });
}

OAIWIRE_INLINE errc partial_machine::end() {
    return within_memory(
        [&] {
            const bool number = step_ == step::number && frames_.empty();
            if (code_ == errc::ok && number) close_held(text_.size());
            return code_;
        },
        [&] { return code_ = errc::out_of_memory; });
}

OAIWIRE_INLINE void partial_machine::fail(errc code, std::size_t offset) {
    code_ = code;
    failed_at_ = offset;
}

OAIWIRE_INLINE void partial_machine::advance() {
    while (at_ != text_.size() && code_ == errc::ok) {
        const std::size_t before = at_;
        const step was = step_;
        switch (step_) {
            case step::in_name:
                take_name();
                break;
            case step::text:
                take_text();
                break;
            case step::held:
                take_held();
                break;
            case step::literal:
                take_literal();
                break;
            case step::number:
                take_number();
                break;
            default: {
                const char* const from = text_.data() + at_;
                const char* const p = skip_space(from, text_.data() + text_.size());
                at_ += static_cast<std::size_t>(p - from);
                if (at_ != text_.size()) token(*p);
            }
        }
        work_ += at_ > before ? at_ - before : 1;
        // a character of which more must come
        if (at_ == before && step_ == was && was == step::text) break;
    }
}

// A byte outside names and values that is no white space.
OAIWIRE_INLINE void partial_machine::token(char c) {
    switch (step_) {
        case step::first_element:
            if (c == ']') return close_container();
            [[fallthrough]];
        case step::value:
            return begin(c);
        case step::first_name:
            if (c == '}') return close_container();
            [[fallthrough]];
        case step::name:
            if (c != '"') return fail_here(errc::unexpected_byte);
            string_ = ++at_;
            passed_ = false;
            step_ = step::in_name;
            return;
        case step::colon:
            if (c != ':') return fail_here(errc::unexpected_byte);
            ++at_;
            step_ = step::value;
            return;
        case step::after: {
            const bool object = frames_.back().shape == value_shape::object;
            if (c == (object ? '}' : ']')) return close_container();
            if (c != ',') return fail_here(errc::unexpected_byte);
            ++at_;
            step_ = object ? step::name : step::value;
            return;
        }
        case step::first_byte:
            return take_first_byte();
        default:
            return fail_here(errc::trailing_bytes);
    }
}

OAIWIRE_INLINE const partial_type& partial_machine::type_due() const {
    if (frames_.empty()) return type_;
    const frame& f = frames_.back();
    return f.kind() == type_kind::object ? *f.type->parts[f.member->index].type : f.type->inner();
}

OAIWIRE_INLINE void partial_machine::begin(char c) {
    begin_ = at_;
    given_ = nullptr;
    chosen_for_ = nullptr;
    shape_ = shape_at(c);
    if (shape_ == value_shape::none) return fail_here(errc::unexpected_byte);
    const bool is_full =
        !frames_.empty() && frames_.back().kind() == type_kind::array &&
        frames_.back().count == elements_of(frames_.back().at, *frames_.back().type->type).count;
    if (is_full) return fail(errc::type_mismatch, frames_.back().begin);
    begin_path();
    const bool unknown = !frames_.empty() && frames_.back().kind() == type_kind::object &&
                         frames_.back().member == nullptr;
    if (unknown) return hold(c, purpose::skip);
    value_ = &type_due();
    if (options_.mode == read_mode::strict && !value_->type->takes_byte(c)) {
        return fail_here(errc::type_mismatch);
    }
    if (c == 'n') return hold(c, purpose::read);
    open(c, no_member);
}

// `chosen` is the alternative if the value is a union's and its tag has decided.
OAIWIRE_INLINE void partial_machine::open(char c, std::size_t chosen) {
    for (;;) {
        const partial_type& type = unwrapped(*value_);
        const bool is_choice = type.type->kind == type_kind::choice;
        const bool by_tag = chosen != no_member && c == '{';
        if (is_choice && chosen == no_member && !choose(c, chosen, type)) return;
        const partial_type& shown = is_choice ? *type.parts[chosen].type : type;
        if (!is_shown_early(shown, c)) return hold(c, purpose::read);
        const partial_type* inside = value_;
        void* const at = through_wrappers(place(), inside);
        if (is_choice) {
            const auto& choice = type.type->as<choice_type>();
            given_ = choice.select(at, chosen);
            take_back(given_, type.parts[chosen]);
            chosen_for_ = by_tag ? &type : nullptr;
            chosen_at_ = at;
            value_ = &shown;
            chosen = no_member;
            continue;
        }
        if (type.type->kind != type_kind::text) return open_container(at, type);
        out_ = &as<std::string>(at);
        out_->clear();
        at_ = begin_ + 1;
        step_ = step::text;
        return changed(partial_change::kind::opened, shape_);
    }
}

// Decides the alternative of a union by what is known; false if that must wait, or failed.
OAIWIRE_INLINE bool partial_machine::choose(char c, std::size_t& chosen, const partial_type& type) {
    const auto& choice = type.type->as<choice_type>();
    chosen_for_ = &type;
    if (c == '"') {
        chosen = choice.text;
        if (chosen == no_member) hold(c, purpose::read);
    } else if (c == '{' && !choice.tag.empty()) {
        hold(c, purpose::choose);
    } else if (c == '{') {
        chosen = choose_alternative(choice, an_object, {});
        if (chosen == no_member) hold(c, purpose::read);
    } else if (c == '[') {
        at_ = begin_ + 1;
        step_ = step::first_byte;
    } else {
        hold(c, purpose::read);
    }
    return chosen != no_member;
}

// The first byte of a list's first element, or its closing bracket: it chooses the type.
OAIWIRE_INLINE void partial_machine::take_first_byte() {
    const std::size_t chosen = choose_alternative(chosen_for_->type->as<choice_type>(),
                                                  value_kind{'[', text_[at_], false}, {});
    at_ = begin_;
    if (chosen == no_member) return hold('[', purpose::read);
    open('[', chosen);
}

OAIWIRE_INLINE void partial_machine::open_container(void* at, const partial_type& type) {
    if (frames_.size() >= options_.depth) return fail(errc::too_deep, begin_);
    clear_value(at, *type.type);
    frame f;
    f.type = &type;
    f.at = at;
    f.choice = chosen_for_;
    f.choice_at = chosen_at_;
    f.begin = begin_;
    f.path = path_.size();
    f.shape = shape_;
    frames_.push_back(f);
    at_ = begin_ + 1;
    step_ = shape_ == value_shape::object ? step::first_name : step::first_element;
    changed(partial_change::kind::opened, shape_);
}

// Keeps the value back from its first byte on.
OAIWIRE_INLINE void partial_machine::hold(char c, purpose why) {
    purpose_ = why;
    at_ = begin_;
    level_ = 0;
    in_string_ = passed_ = escapes_ = undecided_ = false;
    name_due_ = true;
    held_name_size_ = 0;
    step_ = step::held;
    if (c == '"') {
        in_string_ = true;
        string_ = ++at_;
    } else if (c == 't' || c == 'f' || c == 'n') {
        word_ = c == 't' ? "true" : c == 'f' ? "false" : "null";
        step_ = step::literal;
    } else if (c != '{' && c != '[') {
        step_ = step::number;
    }
}

OAIWIRE_INLINE void partial_machine::close_held(std::size_t end) {
    const std::string_view held = std::string_view(text_).substr(begin_, end - begin_);
    work_ += held.size();
    if (purpose_ == purpose::skip) {
        skip_held(held);
    } else {
        read_held(held);
        if (code_ == errc::ok) changed(partial_change::kind::closed, shape_);
    }
    if (code_ == errc::ok) value_is_whole(end);
}

OAIWIRE_INLINE void partial_machine::read_held(std::string_view held) {
    const bool nests = held.front() == '{' || held.front() == '[';
    reader r(held, quiet_);
    for (std::size_t i = 0; nests && i != frames_.size(); ++i) r.enter(held.data());
    void* const to = place();
    const char* const after = read_value(r, held.data(), to, *value_->type);
    if (after == nullptr || !r.at_end(after)) {
        unplace(to);
        const error e = r.explain();
        return fail(e.code, begin_ + e.offset);
    }
    if (frames_.empty() || frames_.back().kind() != type_kind::flags) return;
    as<std::vector<bool>>(frames_.back().at).push_back(flag_);
    ++frames_.back().count;
}

OAIWIRE_INLINE void partial_machine::skip_held(std::string_view held) {
    frame& f = frames_.back();
    const object_table& table = f.type->type->object();
    reader r(held, quiet_);
    std::string_view value;
    const char* const after = r.skip(held.data(), value);
    if (after == nullptr || !r.at_end(after)) {
        const error e = r.explain();
        return fail(e.code, begin_ + e.offset);
    }
    const std::string_view name = std::string_view(text_).substr(f.name, f.name_size);
    const bool is_tag = table.tag_size != 0 && same_name(name, table.tag());
    if (is_tag) ++f.tags;
    extra_members* const extra = extra_of(f.at, table);
    if (extra != nullptr && !is_tag) extra->append_trusted(name, value);
}

OAIWIRE_INLINE void partial_machine::close_container() {
    frame f = frames_.back();
    frames_.pop_back();
    const std::size_t end = at_ + 1;
    shape_ = f.shape;
    if (f.kind() == type_kind::array && f.count != elements_of(f.at, *f.type->type).count) {
        return fail(errc::type_mismatch, f.begin);
    }
    if (f.kind() == type_kind::map) drop_earlier_duplicates(f.at, *f.type->type);
    const std::uint64_t tag = f.kind() == type_kind::object ? f.type->type->object().tag_bit : 0;
    if (f.choice != nullptr && (f.tags > 1 || (f.again & tag) != 0)) {
        // its last tag counts, which may choose another alternative
        begin_ = f.begin;
        value_ = f.choice;
        given_ = f.choice_at;
        const std::string_view held = std::string_view(text_).substr(begin_, end - begin_);
        work_ += held.size();
        read_held(held);
        if (code_ != errc::ok) return;
    }
    changed(partial_change::kind::closed, shape_);
    value_is_whole(end);
}

OAIWIRE_INLINE void partial_machine::value_is_whole(std::size_t end) {
    at_ = end;
    given_ = nullptr;
    if (frames_.empty()) {
        path_.clear();
        step_ = step::end;
        return;
    }
    frame& f = frames_.back();
    path_.resize(f.path);
    step_ = step::after;
    if (f.kind() != type_kind::object || f.member == nullptr) return;
    const std::uint64_t bit = std::uint64_t{1} << f.member->index;
    f.again |= f.seen & bit;
    f.seen |= bit;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
