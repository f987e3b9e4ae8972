// partial_machine_memory: where partial_machine puts values, how it keeps their memory, what it
// tells about them, and the beginning and end of a text.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/partial_machine.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/path.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

OAIWIRE_INLINE partial_machine::partial_machine(void* root, const partial_type& type,
                                                const read_options& options)
    : root_(root), type_(type), options_(options), quiet_(options) {
    quiet_.report = nullptr;
    quiet_.conform = {};
    clear_value(root_, *type_.type);
}

OAIWIRE_INLINE partial_machine::~partial_machine() {
    for (const pool& p : pools_) p.type->destroy(p.values);
}

OAIWIRE_INLINE void partial_machine::begin_text() {
    text_.clear();
    at_ = work_ = failed_at_ = 0;
    code_ = errc::ok;
    step_ = step::value;
    shape_ = value_shape::none;
    given_ = nullptr;
    frames_.clear();
    path_.clear();
    queue_.clear();
    taken_ = 0;
    paths_.clear();
    pieces_.clear();
}

OAIWIRE_INLINE void partial_machine::reset() {
    begin_text();
    within_memory(
        [&] {
            // what the last text did not need
            for (const pool& p : pools_) p.type->clear(p.values);
            put_aside(root_, type_);
            clear_value(root_, *type_.type);
        },
        [&] { code_ = errc::out_of_memory; });
}

OAIWIRE_INLINE result<void> partial_machine::finish(void* into) {
    if (code_ == errc::out_of_memory) return no_memory();
    end();
    result<void> done = read_within_memory(text_, into, *type_.type, options_);
    if (!done || options_.mode == read_mode::strict) return done;
    // what only tolerant reading accepts may have stopped the machine
    return within_memory([&]() -> result<void> {
        assign_value(root_, into, *type_.type);
        return {};
    });
}

OAIWIRE_INLINE error partial_machine::failure() const {
    if (code_ == errc::ok || code_ == errc::out_of_memory) return make_error(code_);
    return within_memory(
        [&] { return make_error(code_, {}, path_at(text_, failed_at_), failed_at_); }, no_memory);
}

// The place of the value that is due: made if it is an element or a map's value.
OAIWIRE_INLINE void* partial_machine::place() {
    if (given_ != nullptr) return given_;
    if (frames_.empty()) return root_;
    frame& f = frames_.back();
    const description& type = *f.type->type;
    switch (f.kind()) {
        case type_kind::object:
            return type.object().member(f.at, *f.member);
        case type_kind::flags:
            return &flag_;
        case type_kind::std_map:
            return type.as<std_map_type>().at(f.at, name_);
        default:
            return grow(f);
    }
}

OAIWIRE_INLINE void* partial_machine::grow(frame& list) {
    const description& type = *list.type->type;
    const bool pairs = type.kind == type_kind::map;
    const std::size_t size = pairs ? type.as<pair_type>().size : type.inner->size;
    // an array keeps its size
    char* const element = type.list(list.at, list.count + 1).first + list.count * size;
    ++list.count;
    take_back(element, list.type->parts[0]);
    if (!pairs) return element;
    as<std::string>(element) = name_;
    return element + type.as<pair_type>().value();
}

// Removes what a value that did not fit may have left at its place.
OAIWIRE_INLINE void partial_machine::unplace(void* at) {
    if (given_ == nullptr && !frames_.empty()) {
        frame& f = frames_.back();
        const description& type = *f.type->type;
        if (f.kind() == type_kind::object) {
            return reset_unseen(f.at, type.object(), ~(std::uint64_t{1} << f.member->index));
        }
        if (f.kind() == type_kind::flags) return;
        if (f.kind() == type_kind::array) {
            --f.count;
        } else if (f.kind() != type_kind::std_map) {
            type.list(f.at, --f.count);
            return;
        }
    }
    clear_value(at, *value_->type);
}

// The value of a field or optional, made where there is none.
OAIWIRE_INLINE void* partial_machine::through_wrappers(void* at, const partial_type*& type) {
    while (is_wrapper(*type)) {
        const bool none =
            type->type->kind == type_kind::optional && value_of(at, *type->type) == nullptr;
        if (none) take_back(at, type->parts[0]);
        at = revive(at, *type->type);
        type = &type->inner();
    }
    return at;
}

// Puts aside all that clear_value() would destroy. What was opened first is put aside last, so that
// it is the first to be taken back: a text of the same shape gets each object for the same value.
OAIWIRE_INLINE void partial_machine::put_aside(void* value, const partial_type& type) {
    const description& what = *type.type;
    switch (what.kind) {
        case type_kind::field:
        case type_kind::field_apart:
            // NOLINTNEXTLINE: the object is this machine's own
            if (void* const inner = const_cast<void*>(value_of(value, what))) {
                put_aside(inner, type.inner());
            }
            return;
        case type_kind::optional:
            // NOLINTNEXTLINE: the object is this machine's own
            if (void* const inner = const_cast<void*>(value_of(value, what))) {
                put_aside(inner, type.inner());
                put(value, type.parts[0]);
            }
            return;
        case type_kind::list:
        case type_kind::map: {
            const partial_part& part = type.parts[0];
            if (part.pool == nullptr) return;
            const bool pairs = what.kind == type_kind::map;
            const std::size_t size = pairs ? what.as<pair_type>().size : what.inner->size;
            const std::size_t at = pairs ? what.as<pair_type>().value() : 0;
            const elements all = elements_of(value, what);
            for (std::size_t i = all.count; i != 0; --i) {
                char* const element = all.first + (i - 1) * size;
                put_aside(element + at, *part.type);
                put(element, part);
            }
            what.list(value, 0);
            return;
        }
        case type_kind::array: {
            const elements all = elements_of(value, what);
            for (std::size_t i = all.count; i != 0; --i) {
                put_aside(all.first + (i - 1) * what.inner->size, type.inner());
            }
            return;
        }
        case type_kind::choice: {
            std::size_t held = 0;
            // NOLINTNEXTLINE: the object is this machine's own
            void* const old = const_cast<void*>(what.as<choice_type>().held(value, held));
            if (old == nullptr) return;
            put_aside(old, *type.parts[held].type);
            put(old, type.parts[held]);
            return;
        }
        case type_kind::object: {
            const object_table& table = what.object();
            for (std::size_t i = table.count; i != 0; --i) {
                put_aside(table.member(value, table.members[i - 1]), *type.parts[i - 1].type);
            }
            return;
        }
        default:
            return;
    }
}

OAIWIRE_INLINE void partial_machine::put(void* value, const partial_part& part) {
    if (part.pool != nullptr) part.pool->put(pool_of_values(*part.pool), value);
}

OAIWIRE_INLINE void partial_machine::take_back(void* value, const partial_part& part) {
    if (part.pool == nullptr) return;
    for (const pool& p : pools_) {
        if (p.type == part.pool) return p.type->take(p.values, value);
    }
}

// One for each type of list element, optional value and alternative that was put aside.
OAIWIRE_INLINE void* partial_machine::pool_of_values(const pool_operations& type) {
    for (const pool& p : pools_) {
        if (p.type == &type) return p.values;
    }
    pools_.reserve(pools_.size() + 1);  // nothing leaks if memory runs out
    pools_.push_back({&type, type.make()});
    return pools_.back().values;
}

// The path of the value that begins. Names are shown as the text spells them, up to 64 bytes; at
// most 64 steps.
OAIWIRE_INLINE void partial_machine::begin_path() {
    constexpr std::size_t most = 64;
    if (frames_.empty() || frames_.size() > most) return;
    const frame& f = frames_.back();
    const std::string_view name = std::string_view(text_).substr(f.name, f.name_size);
    append_path_step(path_, {f.shape == value_shape::object, utf8_prefix(name, most), f.count});
}

OAIWIRE_INLINE void partial_machine::changed(partial_change::kind what, value_shape shape) {
    if (!records_) return;
    queue_.push_back({what, shape, paths_.size(), path_.size(), pieces_.size(), 0, 0});
    paths_.append(path_);
}

// Pieces of one text that were not taken yet are one change.
OAIWIRE_INLINE void partial_machine::grown(std::string_view piece, std::size_t at) {
    if (!records_) return;
    const bool goes_on =
        taken_ < queue_.size() && queue_.back().what == partial_change::kind::grown;
    if (!goes_on) {
        changed(partial_change::kind::grown, value_shape::text);
        queue_.back().at = at;
    }
    pieces_.append(piece);
    queue_.back().piece_size += piece.size();
}

OAIWIRE_INLINE const partial_change* partial_machine::next() {
    if (taken_ == queue_.size()) {
        queue_.clear();
        paths_.clear();
        pieces_.clear();
        taken_ = 0;
        return nullptr;
    }
    const entry& e = queue_[taken_++];
    const std::string_view paths(paths_);
    const std::string_view pieces(pieces_);
    change_ = {e.what, e.shape, paths.substr(e.path, e.path_size),
               pieces.substr(e.piece, e.piece_size), e.at};
    return &change_;
}

OAIWIRE_INLINE value_shape partial_machine::open_shape() const {
    switch (step_) {
        case step::text:
        case step::held:
        case step::literal:
        case step::number:
        case step::first_byte:
            return shape_;
        default:
            return frames_.empty() ? value_shape::none : frames_.back().shape;
    }
}

// Whether the path is `of`, or the path of a value inside.
inline bool is_inside(std::string_view path, std::string_view of) {
    if (!path.starts_with(of)) return false;
    if (of.empty() || path.size() == of.size()) return true;
    return path[of.size()] == '.' || path[of.size()] == '[';
}

OAIWIRE_INLINE value_stage partial_machine::stage(std::string_view path) const {
    if (step_ == step::end) return value_stage::closed;
    if (open_shape() == value_shape::none) return value_stage::not_begun;
    const std::string_view open(path_);
    if (is_inside(open, path)) return value_stage::open;
    // the innermost object or list around it that is open
    std::size_t i = frames_.size();
    while (i != 0 && !is_inside(path, open.substr(0, frames_[i - 1].path))) --i;
    if (i == 0) return value_stage::not_begun;
    const frame& f = frames_[i - 1];
    std::string_view rest = path.substr(f.path);
    const auto closed = [](bool is) { return is ? value_stage::closed : value_stage::not_begun; };
    if (f.shape == value_shape::list) {
        std::size_t index = 0;
        if (!rest.starts_with('[')) return value_stage::not_begun;
        for (rest.remove_prefix(1); !rest.empty() && is_digit(rest.front());) {
            index = std::min(index * 10 + static_cast<std::size_t>(rest.front() - '0'), f.count);
            rest.remove_prefix(1);
        }
        return closed(rest.starts_with(']') && index < f.count);
    }
    if (rest.starts_with("[\"")) {
        rest.remove_prefix(2);
        rest = rest.substr(0, rest.find("\"]"));
    } else {
        if (rest.starts_with('.')) rest.remove_prefix(1);
        rest = rest.substr(0, rest.find_first_of(".["));
    }
    const description& type = *f.type->type;
    if (f.kind() == type_kind::object) {
        const member_entry* const m = type.object().find(rest);
        return closed(m != nullptr && (f.seen >> m->index & 1) != 0);
    }
    bool found = false;
    if (f.kind() == type_kind::std_map) {
        each_entry(f.at, type, [&](const std::string& name, const void*) {
            found = found || name == rest;
            return !found;
        });
        return closed(found);
    }
    const elements pairs = elements_of(f.at, type);
    for (std::size_t n = 0; n != pairs.count && !found; ++n) {
        found = as<std::string>(pairs.first + n * type.as<pair_type>().size) == rest;
    }
    return closed(found);
}

OAIWIRE_INLINE value_stage partial_machine::stage_at(std::size_t offset) const {
    if (step_ == step::end) return value_stage::closed;
    if (frames_.empty() || frames_.front().kind() != type_kind::object) {
        return value_stage::not_begun;
    }
    const frame& f = frames_.front();
    const object_table& table = f.type->type->object();
    for (std::size_t i = 0; i != table.count; ++i) {
        const member_entry& m = table.members[i];
        if (table.offset(m) != offset || !m.is_read()) continue;
        // a path longer than the root's: one of its members is open
        if (f.member == &m && !path_.empty()) return value_stage::open;
        if ((f.seen >> i & 1) != 0) return value_stage::closed;
    }
    return value_stage::not_begun;
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
