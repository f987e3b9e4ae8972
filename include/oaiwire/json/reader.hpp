// The part of the reader that is no template: one pass over the text, which checks every byte as it
// goes and stops at the first that is wrong. Where and why is worked out afterwards, by the scalar
// checker. Knows tables of members, not types.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire::inline v0_2::json::detail {

// Reads the value at p, which is no white space, into an object of that type. One past it, or null:
// failed.
const char* read_value(reader& r, const char* p, void* out, const description& type);

// The same of a member, most of which are text and numbers.
const char* read_member(reader& r, const char* p, void* out, const description& type);

// The members of that object that its type does not name, if it keeps them; else null.
inline extra_members* extra_of(void* object, const object_table& table) {
    if (table.extra == no_member) return nullptr;
    return static_cast<extra_members*>(table.member(object, table.members[table.extra]));
}

class reader {
public:
    reader(std::string_view text, const read_options& options)
        : end(text.data() + text.size()), text_(text), options_(options), depth_(options.depth) {}

    // Reads on from where the memo leads, or makes it.
    void use(read_memo& memo) {
        resumes_ = memo.fits(text_);
        if (!resumes_) memo.forget();
        if (resumes_ || memo.due()) memo_ = &memo;
        on_the_way_ = memo_ != nullptr;
    }
    // The text was read: is it fit to be the last one of the next?
    void complete(read_memo& memo) const;

    const char* const end;

    const char* begin() const { return text_.data(); }
    bool tolerant() const { return options_.mode == read_mode::tolerant; }
    std::size_t raw_depth() const { return options_.depth; }
    bool stopped_at_depth() const { return fault_.code == errc::too_deep; }

    // The functions that read take p, at the first byte of what they read, and give one past it, or
    // null where they failed.

    // Always null. The reader stops; `due` says what was expected, for the message.
    [[gnu::noinline]] std::nullptr_t fail(errc code, const char* at, std::string_view due = {}) {
        fault_.set(code, at);
        due_ = due;
        return nullptr;
    }

    // To the next byte that is no white space, which must be there.
    const char* token(const char* p) {
        if (p != end && static_cast<unsigned char>(*p) > ' ') return p;
        return next_token(p);
    }

    bool at_end(const char* p) {
        p = skip_space(p, end);
        return p == end || fail(errc::trailing_bytes, p) != nullptr;
    }

    // A value of a kind that no member of this type takes.
    std::nullptr_t mismatch(const char* p, std::string_view due) {
        return fail(errc::type_mismatch, p, due);
    }

    template <std::size_t N>
    const char* literal(const char* p, const char (&word)[N]) {
        if (end - p >= static_cast<std::ptrdiff_t>(N - 1) && std::memcmp(p, word, N - 1) == 0) {
            return p + (N - 1);
        }
        return fail(errc::invalid_literal, p);
    }

    // Checks any value; the text it had is in `raw`. White space may come first.
    const char* skip(const char* p, std::string_view& raw) {
        p = token(p);
        if (!p) return nullptr;
        return check(p, options_.depth, raw);
    }

    const char* number(const char* p, std::string_view& number_token) {
        fault f;
        const char* const after = check_number(p, end, f);
        if (!after) return fail(f.code, f.at);
        number_token = text_between(p, after);
        return after;
    }

    // A string, decoded into `out`.
    const char* string(const char* p, std::string& out);

    // A string as the text between its quotes; `escaped` says whether that is its value.
    const char* raw_string(const char* p, std::string_view& raw, bool& escaped);

    // The members of an object; bit i of `seen` says that member i was there. `after_tag` is where
    // its first member ends, if that was read as its tag, or null.
    const char* object(const char* p, void* object, const object_table& table, std::uint64_t& seen,
                       const char* after_tag = nullptr);

    // Enters an object or array; a matching leave() is due where this was true.
    bool enter(const char* p) {
        if (depth_ == 0) return fail(errc::too_deep, p) != nullptr;
        --depth_;
        return true;
    }
    void leave() { ++depth_; }
    std::size_t depth() const { return depth_; }

    // Tolerant reading passes over a value that an optional member cannot hold, if that is what is
    // wrong with it. The value began at `from`, with that depth left.
    const char* pass_over(const char* from, std::size_t depth);

    // What tells the alternatives of a union apart: a member, whose text is what stands between its
    // quotes, or the value itself where it has none.
    struct first_tag_found {
        std::string_view text{};      // "": there is none, or it takes more than a look
        const char* after = nullptr;  // one past it, if it is the first member
    };
    // The first member of that name in the object at p, if it is a plain string. Checks nothing.
    first_tag_found first_tag(const char* p, std::string_view name) const;
    // The last one, and one past the object, all of which is checked.
    const char* last_tag(const char* p, std::string_view name, std::string_view& text,
                         std::size_t depth);
    // Had the object at p, which was read, more than one?
    bool tag_came_again(const char* p) const { return tag_again_ == p; }

    // To read something once more as if it had not been read. From then on tags are looked for in
    // the whole object before it is read, so that no text is read again and again.
    struct mark {
        std::size_t depth = 0;
        std::size_t notes = 0;
        bool lone_surrogate = false;
        const char* passed_over = nullptr;
    };
    mark here() const;
    void return_to(const mark& m);

    [[gnu::noinline]] void note(read_note::kind what, const char* at) {
        if (!options_.report) return;
        const auto offset = static_cast<std::size_t>(at - text_.data());
        options_.report->notes.push_back({what, path_at(text_, offset)});
    }

    // The error to report after a failure: the first byte that no JSON text could have, if there is
    // one, and only else what did not fit the types.
    error explain() const;

private:
    struct found_member {
        const member_entry* member = nullptr;  // null: no such member
        const char* after = nullptr;           // the colon; null: failed
        std::string_view raw{};                // the name as it is spelled
    };

    [[gnu::noinline]] const char* next_token(const char* p) {
        p = skip_space(p, end);
        return p != end ? p : fail(errc::unexpected_end, p);
    }
    const char* check(const char* p, std::size_t depth, std::string_view& raw);
    const char* other_string(const char* from, const char* p, std::string& out);
    found_member find_member(const char* p, const object_table& table, std::size_t expected);
    void note_absent(const object_table& table, const char* opening, std::uint64_t absent);
    bool lead_on(const member_entry& m, const char* p, std::uint64_t seen,
                 const extra_members* extra);

    // A value that was passed over is kept among the members that are not known, until another of
    // the same name is read; what is stale then goes with drop_stale(), all at once.
    [[gnu::noinline]] bool keep(extra_members& extra, std::string_view quoted,
                                std::string_view value, std::uint64_t bit, std::uint64_t& kept) {
        const bool stale = (kept & bit) != 0;
        kept &= ~bit;
        if (passed_over_ != value.data()) return stale;
        extra.append_trusted(quoted.substr(1, quoted.size() - 3), value);
        kept |= bit;
        return stale;
    }
    static void drop_stale(extra_members& extra, const object_table& table, std::uint64_t kept);

    std::string_view text_;
    const read_options& options_;
    std::size_t depth_;
    fault fault_{};
    std::string_view due_{};
    const char* passed_over_ = nullptr;  // where the last such value began
    const char* tag_again_ = nullptr;    // where the last object with two tags began
    bool tags_repeat_ = false;           // there was one whose first tag was misleading
    read_memo* memo_ = nullptr;
    std::uint8_t level_ = 0;   // objects on the memo's way that were left behind
    bool on_the_way_ = false;  // the next object is on it
    bool resumes_ = false;
    bool repeats_ = false;  // a member came twice in an object on the way
    string_checker strings_{valid_utf8};
};

// p is at the quote of a member's name, which is not the one that was expected.
[[gnu::noinline]] inline reader::found_member reader::find_member(const char* p,
                                                                  const object_table& table,
                                                                  std::size_t expected) {
    found_member found;
    // servers leave members out: try those that come next before any search
    constexpr std::size_t tried = 8;
    const std::size_t last = std::min(table.count, expected + tried);
    for (std::size_t i = expected; i < last; ++i) {
        const member_entry& m = table.members[i];
        if (m.matches(p, end)) return {&m, p + m.size, {}};
    }
    bool escaped = false;
    p = raw_string(p, found.raw, escaped);
    if (!p) return found;
    if (escaped) {
        std::string name;
        append_unescaped(name, found.raw, surrogates::keep);
        found.member = table.find(name);
    } else {
        found.member = table.find(found.raw);
    }
    p = token(p);
    if (!p) return found;
    if (*p != ':') return fail(errc::unexpected_byte, p), found;
    found.after = p + 1;
    return found;
}

inline const char* reader::object(const char* p, void* object, const object_table& table,
                                  std::uint64_t& seen, const char* after_tag) {
    extra_members* const extra = extra_of(object, table);
    const char* const opening = p;
    if (!enter(p)) return nullptr;
    const bool on_the_way = std::exchange(on_the_way_, false);
    const std::size_t level = level_;
    const member_entry* m = nullptr;
    std::uint64_t kept = 0;  // members whose value is in `extra`
    bool stale = false;      // it has values there that others came after
    std::uint64_t had = 0;
    std::uint64_t again = 0;
    std::size_t tags = after_tag ? 1 : 0;
    if (on_the_way && resumes_) {
        const read_memo::step& step = memo_->steps[level];
        if (extra) extra->truncate_trusted(step.extra);
        m = table.members + step.member;
        had = step.seen;
        p = token(text_.data() + step.at);
    } else {
        if (extra) extra->clear();
        p = token(after_tag ? after_tag : p + 1);
        if (after_tag && p && *p == ',') {
            p = token(p + 1);
            if (p && *p == '}') return fail(errc::unexpected_byte, p);
        } else if (after_tag && p && *p != '}') {
            return fail(errc::unexpected_byte, p);
        }
    }
    if (!p) return nullptr;
    if (m != nullptr || *p != '}') {
        if (m == nullptr && *p != '"') return fail(errc::unexpected_byte, p);
        const member_entry* expected = options_.predict ? table.first() : table.none();
        for (;;) {
            std::string_view unknown;
            if (m == nullptr) {
                // servers send members in one order
                if (expected->matches(p, end)) {
                    m = expected;
                    p += m->size;
                } else {
                    const found_member found =
                        find_member(p, table, static_cast<std::size_t>(expected - table.members));
                    if (!found.after) return nullptr;
                    m = found.member;
                    unknown = found.raw;
                    p = found.after;
                }
                p = token(p);
                if (!p) return nullptr;
            }
            if (m != nullptr) {
                const char* const from = p;
                const std::uint64_t bit = std::uint64_t{1} << m->index;
                again |= had & bit;
                if (on_the_way && level == level_) on_the_way_ = lead_on(*m, p, had, extra);
                p = read_member(*this, p, table.member(object, *m), *m->type);
                if (!p) return nullptr;
                if (on_the_way) on_the_way_ = false;
                if (passed_over_ && extra) {
                    stale |= keep(*extra, m->quoted(), {from, static_cast<std::size_t>(p - from)},
                                  bit, kept);
                }
                had |= bit;
                expected = options_.predict ? m + 1 : table.none();
                m = nullptr;
            } else {
                std::string_view value;
                p = skip(p, value);
                if (!p) return nullptr;
                const bool is_tag = !table.tag.empty() && same_name(unknown, table.tag);
                if (extra && !is_tag) extra->append_trusted(unknown, value);
                if (is_tag) ++tags;
            }
            p = token(p);
            if (!p) return nullptr;
            if (*p == '}') break;
            if (*p != ',') return fail(errc::unexpected_byte, p);
            p = token(p + 1);
            if (!p) return nullptr;
            if (*p != '"') return fail(errc::unexpected_byte, p);
        }
    }
    leave();
    if (stale) drop_stale(*extra, table, kept);
    if (again != 0 || tags > 1) {
        if (on_the_way) repeats_ = true;
        if (tags > 1 || (again & table.tag_bit) != 0) tag_again_ = opening;
    }
    seen = had;
    const std::uint64_t absent = table.required & ~had;
    if (absent != 0 && options_.report) note_absent(table, opening, absent);
    return p + 1;
}

// Of known members, only the last value stays, and only where that was passed over.
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

// In an object on the way: does the member m, whose value is at p, lead on to another?
inline bool reader::lead_on(const member_entry& m, const char* p, std::uint64_t seen,
                            const extra_members* extra) {
    const std::string_view quoted = m.quoted();
    if (quoted.substr(1, quoted.size() - 3) != memo_->name(level_)) return false;
    if (!resumes_) {
        read_memo::step& step = memo_->steps[level_];
        step.seen = seen;
        step.at = static_cast<std::uint32_t>(p - text_.data());
        step.extra = static_cast<std::uint32_t>(extra ? extra->text().size() : 0);
        step.member = m.index;
    }
    return ++level_ != read_memo::levels;
}

// Nothing may have been noted or passed over that reading on from there would not meet, and no
// member may come again that had come before it.
inline void reader::complete(read_memo& memo) const {
    const read_report* const report = options_.report;
    const bool plain = report && report->notes.empty() && !report->lone_surrogate &&
                       !passed_over_ && !repeats_ && level_ == read_memo::levels;
    if (resumes_) memo.was_of_use();
    if (memo_ == nullptr) return;
    if (!plain) {
        memo.forget();
    } else if (!resumes_) {
        memo.remember(text_.substr(0, memo.steps[read_memo::levels - 1].at));
    }
}

}  // namespace oaiwire::inline v0_2::json::detail
