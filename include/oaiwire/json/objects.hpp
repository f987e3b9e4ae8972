// How the reader reads objects: which member stands at a position, and what becomes of those that a
// type does not name.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/scalars.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/unions.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Reads a value other than null, or null where that is a value of its own. `type` is neither a
// field nor an optional.
const char* read_present(reader& r, const char* p, void* out, const description& type);

// Reads an array into a list of that type, which is a type_kind::list.
const char* read_list(reader& r, const char* p, void* out, const description& type);

#if OAIWIRE_DEFINES

// The member of a name that is long or has escapes.
[[gnu::noinline]] inline const char* reader::other_name(const char* p, const object_table& table,
                                                        std::string_view& raw,
                                                        const member_entry*& member) {
    bool escaped = false;
    p = raw_string(p, raw, escaped);
    if (!p) return nullptr;
    std::string name;
    if (escaped) append_unescaped(name, raw, surrogates::keep);
    member = table.find(escaped ? std::string_view(name) : raw);
    return p;
}

// The next member that the table has. p is at the quote of a name, which is not the expected one.
// Unknown members before it are checked and kept.
[[gnu::noinline]] inline reader::found_member reader::find_member(const char* p,
                                                                  const object_table& table,
                                                                  const member_entry* expected,
                                                                  unusual& others) {
    bool sought = table.key_beginning(p, end) != 0;  // by the caller, with find_key()
    for (;; sought = false) {
        std::string_view name;
        const member_entry* member = nullptr;
        const char* q = find_special_soon(p + 1, end);
        if (q != end && *q == '"') {
            name = text_between(p + 1, q++);
            const bool unknown = sought && q != end && *q == ':' && object_table::is_found(name);
            if (!unknown) member = table.find(name);
        } else {
            q = other_name(p, table, name, member);
            if (!q) return {};
        }
        q = token(q);
        if (!q) return {};
        if (*q != ':') return {nullptr, fail(errc::unexpected_byte, q)};
        if (member) return {member, q + 1};
        std::string_view value;
        q = skip(q + 1, value);
        if (!q) return {};
        others.any = true;
        if (table.tag_size != 0 && same_name(name, table.tag())) {
            ++others.tags;
        } else if (others.extra) {
            others.keep(name, value);
        }
        p = token(q);
        if (!p || *p == '}') return {nullptr, p};
        if (*p != ',') return {nullptr, fail(errc::unexpected_byte, p)};
        p = token(p + 1);
        if (!p) return {};
        if (*p != '"') return {nullptr, fail(errc::unexpected_byte, p)};
        const bool matches = object_table::key_beginning(p, end) != 0 ? expected->is_key(p)
                                                                      : expected->matches(p, end);
        if (matches) return {expected, p + expected->size};
    }
}

// Of each known member, keeps only the last value in `extra`, and only if that one was skipped.
[[gnu::noinline]] inline void reader::drop_stale(extra_members& extra, const object_table& table,
                                                 std::uint64_t kept) {
    std::array<std::size_t, 64> left{};
    for (const auto& member : extra) {
        if (const member_entry* const known = table.find(member.name)) ++left[known->index];
    }
    extra_members clean;
    for (const auto& member : extra) {
        const member_entry* const known = table.find(member.name);
        const bool last =
            known == nullptr || (--left[known->index] == 0 && (kept >> known->index & 1) != 0);
        if (last) clean.append_trusted(member.name, member.value);
    }
    extra = std::move(clean);
}

// Of an object whose tag was read, the next member or the brace that ends it.
[[gnu::noinline]] inline const char* reader::behind_tag(const char* after_tag) {
    const char* p = token(after_tag);
    if (!p || *p == '}') return p;
    if (*p != ',') return fail(errc::unexpected_byte, p);
    p = token(p + 1);
    return !p || *p == '"' ? p : fail(errc::unexpected_byte, p);
}

// A member that came before, or the one that is watched, whose bit is set as well; its value begins
// at `value`.
[[gnu::noinline]] inline void reader::take_again(const object_table& table, const member_entry& m,
                                                 const char* value, unusual& others) {
    const std::uint64_t bit = std::uint64_t{1} << m.index;
    if (!is_watched(bit)) {
        repeats_ = true;
        if (bit == table.tag_bit) others.any = others.tag_again = true;
        return;
    }
    watched_ = 0;
    const read_report* const report = options_.report;
    const bool noted = report && (!report->notes.empty() || report->lone_surrogate);
    const std::string_view key = m.quoted();
    const char* const at = value - key.size() - (value[-1] == ' ' ? 1 : 0);
    const bool plain = std::memcmp(at, key.data(), key.size()) == 0;
    if (plain && !noted && !others.any && !passed_over_ && others.had != bit) {
        head_ = {at, others.had & ~bit, m.index};
    }
}

// Keeps the value of a member that pass_over() skipped in `extra`. Remembers whether `extra` now
// has a stale value, one of a member that was read again later; finish() removes them all at once.
[[gnu::noinline]] inline void reader::keep_value(unusual& others, const member_entry& m,
                                                 std::string_view value) {
    const std::uint64_t bit = std::uint64_t{1} << m.index;
    others.flush();
    others.any = true;
    others.stale = others.stale || (others.kept & bit) != 0;
    others.kept &= ~bit;
    if (passed_over_ != value.data()) return;
    const std::string_view quoted = m.quoted();
    others.extra->append_trusted(quoted.substr(1, quoted.size() - 3), value);
    others.kept |= bit;
}

[[gnu::noinline]] inline void reader::finish(unusual& others, const object_table& table,
                                             const char* opening) {
    others.flush();
    if (others.stale) drop_stale(*others.extra, table, others.kept);
    if (others.tags > 1 || others.tag_again) tag_again_ = opening;
}

// Of a field, null is its null state; a valid value that the field cannot hold makes it absent in
// tolerant mode, and reader::object() keeps the text in `extra`.
OAIWIRE_INLINE const char* read_member(reader& r, const char* p, void* out,
                                       const description& type) {
    if (type.kind == type_kind::field || type.kind == type_kind::field_apart) {
        std::uint8_t& state = state_of(out, type);
        if (*p == 'n') {
            state = field_states::nil;
            return r.literal(p, "null");
        }
        state = field_states::value;
        // a value on the heap: the last one, reused
        if (type.kind == type_kind::field_apart) out = type.as<apart_type>().revive(out);
        return read_present(r, p, out, *type.inner);
    }
    if (*p == 'n' || type.kind == type_kind::optional) return read_value(r, p, out, type);
    if (*p == '[' && type.kind == type_kind::list) return read_list(r, p, out, type);
    return read_present(r, p, out, type);
}

// The functions of member_way.
struct member_readers {
    static const char* text(reader& r, const char* p, void* out, const description& type) {
        if (*p != '"') return read_member(r, p, out, type);
        state_of(out, type) = field_states::value;
        if (type.inner->kind == type_kind::choice) {
            out = type.inner->as<choice_type>().select(out, 0);
        }
        return r.string(p, as<std::string>(out));
    }
    static const char* count(reader& r, const char* p, void* out, const description& type) {
        constexpr std::ptrdiff_t few = 3;  // digits; most counts have no more
        if (!is_digit(*p)) return read_member(r, p, out, type);
        state_of(out, type) = field_states::value;
        if (r.end - p > few && !is_digit(p[few])) {
            std::int64_t value = *p - '0';
            const char* q = p + 1;
            if (value != 0) {  // else a digit that follows is malformed
                for (; is_digit(*q); ++q) value = value * 10 + (*q - '0');
            }
            if (*q == ',' || *q == '}') {
                std::memcpy(out, &value, sizeof value);
                return q;
            }
        }
        return longer_count(r, p, out, type);
    }
    [[gnu::noinline]] static const char* longer_count(reader& r, const char* p, void* out,
                                                      const description& type) {
        std::int64_t value = 0;
        if (const char* const after = read_plain_integer(r, p, value)) {
            std::memcpy(out, &value, sizeof value);
            return after;
        }
        return read_number(r, p, out, *type.inner);
    }
    static const char* object(reader& r, const char* p, void* out, const description& type) {
        if (*p != '{') return read_member(r, p, out, type);
        state_of(out, type) = field_states::value;
        if (type.kind == type_kind::field_apart) {
            void* value = nullptr;
            std::memcpy(&value, out, sizeof value);  // null: not allocated yet
            out = value != nullptr ? value : type.as<apart_type>().revive(out);
        }
        return read_object(r, p, out, type.inner->object(), nullptr);
    }
    using function = const char* (*)(reader& r, const char* p, void* out, const description& type);
    static constexpr function of_way[] = {&read_member, &text, &count, &object};
};

[[gnu::cold, gnu::noinline]] OAIWIRE_INLINE const char* drop_member(reader& r, const char* from,
                                                                    void* out,
                                                                    const description& type,
                                                                    std::size_t depth) {
    if (type.kind != type_kind::field && type.kind != type_kind::field_apart) return nullptr;
    if (*from == 'n') return nullptr;  // a malformed null
    state_of(out, type) = field_states::absent;
    return r.pass_over(from, depth);
}

[[gnu::always_inline]] inline const char* reader::object(const char* p, void* object,
                                                         const object_table& table,
                                                         const char* after_tag) {
    const char* const opening = p;
    if (!enter(p)) return nullptr;
    const std::size_t inner_depth = depth_;
    unusual others;
    if (table.has_extra()) {
        others.extra = static_cast<extra_members*>(table.member(object, table.extra));
        others.extra->clear();
    }
    ++p;
    const member_entry* expected = table.first();  // servers send members in one order
    const bool predict = options_.predict;
    if (!predict) [[unlikely]]
        expected = table.none();
    if (after_tag != nullptr) {
        if (std::exchange(behind_head_, false)) {
            p = after_tag;
            others.had = head_.had;
            expected += predict ? head_.next : 0;
        } else {
            others.tags = 1;
            others.any = true;
            p = behind_tag(after_tag);
            if (!p) return nullptr;
        }
    }
    for (;;) {  // a member in each turn; p is behind a brace or a comma
        // the quote and three bytes, if more bytes are left than any key has that is found by them
        std::uint32_t beginning = object_table::key_beginning(p, end);
        if (static_cast<char>(beginning) != '"') {
            p = token(p);
            if (!p) return nullptr;
            if (*p == '}' && (others.had == 0 || is_watched(others.had)))
                break;  // empty: no comma came before
            if (*p != '"') return fail(errc::unexpected_byte, p);
            beginning = object_table::key_beginning(p, end);
        }
        const member_entry* m = expected;
        std::size_t way = 0;
        if (beginning != 0 ? m->is_key(p) : m->matches(p, end)) {
            way = m->way;
            p += m->size;
            ++expected;
        } else if ((m = table.find_key(p, beginning, way)) != nullptr) {
            p += m->size;
            if (predict) expected = m + 1;
        } else {
            const found_member found = find_member(p, table, expected, others);
            p = found.after;
            if (!p) return nullptr;
            m = found.member;
            if (m == nullptr) break;  // only unknown ones were left
            way = m->way;
            if (predict) expected = m + 1;
            p = token(p);
            if (!p) return nullptr;
        }
        if (static_cast<unsigned char>(*p) <= ' ') {
            // one space, as most writers put it that put any
            p = end - p > 1 && *p == ' ' && static_cast<unsigned char>(p[1]) > ' ' ? p + 1
                                                                                   : next_token(p);
            if (!p) return nullptr;
        }
        const std::uint64_t bit = std::uint64_t{1} << m->index;
        if ((others.had & bit) != 0) take_again(table, *m, p, others);
        others.had |= bit;
        others.member = m;
        others.from = p;
        p = member_readers::of_way[way](*this, p, table.member(object, *m), *m->type);
        if (!p) {
            p = drop_member(*this, others.from, table.member(object, *others.member),
                            *others.member->type, inner_depth);
            if (!p) return nullptr;
        }
        if (passed_over_ && others.extra)
            keep_value(others, *others.member, text_between(others.from, p));
        if (p == end || *p != ',') {
            p = token(p);
            if (!p) return nullptr;
            if (*p == '}') break;
            if (*p != ',') return fail(errc::unexpected_byte, p);
        }
        ++p;
    }
    std::uint64_t had = others.had;
    if (watched_ != 0 && is_watched(watched_)) had &= ~watched_;
    leave();
    if (others.any) finish(others, table, opening);
    if (((table.required | table.optionals) & ~had) != 0) {
        const std::uint64_t absent = table.required & ~had;
        if (absent != 0 && options_.required) return miss(table, opening, absent);
        if (absent != 0 && options_.report) note_absent(table, opening, absent);
        reset_unseen_others(object, table, had);
    }
    reset_unseen_fields(object, table, had);
    return p + 1;
}

// `after_tag` is one past the object's first member if that was already read as the tag, or null.
// Members that were not present are reset afterwards, so that those present keep their memory.
OAIWIRE_INLINE const char* read_object(reader& r, const char* p, void* out,
                                       const object_table& table, const char* after_tag) {
    if (*p == '{') {
        if (table.read_compact != nullptr) {
            // null: not compact, or malformed; the general code below reads it again
            if (const char* const after = table.read_compact(r, p, out)) return after;
        }
        return r.object(p, out, table, after_tag);
    }
    if (*p == '[' && table.bare_list != table.none_of_them && r.tolerant()) {
        // TGI sends the list of numbers without the object around it (docs/quirks.md, 102)
        const member_entry& list = table.members[table.bare_list];
        r.note(read_note::kind::converted, p);
        reset_unseen(out, table, 0);
        if (extra_members* const extra = extra_of(out, table)) extra->clear();
        return read_value(r, p, revive(table.member(out, list), *list.type), *list.type->inner);
    }
    return r.mismatch(p, "an object");
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
