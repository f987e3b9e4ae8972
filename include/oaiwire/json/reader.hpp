// The JSON reader: one pass over the text, which checks every byte and stops at the first error.
// Its exact position and cause are found afterwards, by the checker (json/text/check.hpp). The
// reader interprets tables of members; it is not instantiated per type.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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
#include <oaiwire/json/text/quick_check.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Reads the value at p, which is not white space, into an object of that type. Returns one past the
// value, or null after a failure.
const char* read_value(reader& r, const char* p, void* out, const description& type);

// The same for a member; fast for strings and integers. After a failure the caller calls
// drop_member().
const char* read_member(reader& r, const char* p, void* out, const description& type);

// A member whose value at `from` was not read. If it is a field that cannot hold that value, which
// is valid, makes it absent and skips the value; else returns null: the failure stays. `depth` is
// what depth() was at `from`.
const char* drop_member(reader& r, const char* from, void* out, const description& type,
                        std::size_t depth);

// Where that object keeps the members that its type does not name; null if it drops them.
inline extra_members* extra_of(void* object, const object_table& table) {
    if (table.extra == no_member) return nullptr;
    return static_cast<extra_members*>(table.member(object, table.members[table.extra]));
}

// Reads one text, which must outlive it. Values nest at most options.depth levels. After a failure
// each caller returns null, up to one that skips the value (pass_over()) or reads it again
// (return_to()); if none does, explain() gives the error.
class reader {
public:
    reader(std::string_view text, const read_options& options)
        : end(text.data() + text.size()), text_(text), options_(options), depth_(options.depth) {}

    const char* const end;

    const char* begin() const { return text_.data(); }
    bool tolerant() const { return options_.mode == read_mode::tolerant; }
    std::size_t raw_depth() const { return options_.depth; }
    bool requires_members() const { return options_.required; }
    bool stopped_at_depth() const { return fault_.code == errc::too_deep; }

    // Reading functions take p at the first byte of what they read, and return one past it, or null
    // after a failure.

    // Records the error and returns null. `due` says what was expected, for the message.
    [[gnu::noinline]] std::nullptr_t fail(errc code, const char* at, std::string_view due = {}) {
        fault_.set(code, at);
        due_ = due;
        return nullptr;
    }

    // The next byte that is not white space; fails at the end of the text.
    const char* token(const char* p) {
        if (p != end && static_cast<unsigned char>(*p) > ' ') return p;
        return next_token(p);
    }

    // Whether only white space is left; else fails with errc::trailing_bytes.
    bool at_end(const char* p) {
        p = skip_space(p, end);
        return p == end || fail(errc::trailing_bytes, p) != nullptr;
    }

    // Fails because the value is of a kind that the type does not take.
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

    // Checks any value and stores its text in `raw`. White space may come first.
    const char* skip(const char* p, std::string_view& raw) {
        p = token(p);
        if (!p) return nullptr;
        const char* const after = quick_check(p, end, options_.depth, strings_);
        if (!after) return check(p, options_.depth, raw);
        raw = text_between(p, after);
        return after;
    }

    // Checks a number of any size and stores its text.
    const char* number(const char* p, std::string_view& number_token) {
        fault f;
        const char* const after = check_number(p, end, f);
        if (!after) return fail(f.code, f.at);
        number_token = text_between(p, after);
        return after;
    }

    // Decodes a string into `out`.
    const char* string(const char* p, std::string& out);

    // Checks a string and stores the text between its quotes; `escaped`: it has escapes.
    const char* raw_string(const char* p, std::string_view& raw, bool& escaped);

    // Reads the members of an object. Bit i of `seen` is set if member i was present. `after_tag`
    // is one past the first member if that was already read as the tag, or null.
    const char* object(const char* p, void* object, const object_table& table, std::uint64_t& seen,
                       const char* after_tag = nullptr);

    // Enters an object or array. If this returns true, leave() must follow.
    bool enter(const char* p) {
        if (depth_ == 0) return fail(errc::too_deep, p) != nullptr;
        --depth_;
        return true;
    }
    void leave() { ++depth_; }
    std::size_t depth() const { return depth_; }

    // Call after a failure to read the value of an optional member, which begins at `from`. In
    // tolerant mode, skips a valid value that the member cannot hold; else the failure remains.
    // `depth` is what depth() was at `from`.
    const char* pass_over(const char* from, std::size_t depth);

    // The value of the member that tells the alternatives of a union apart, without its quotes.
    struct first_tag_found {
        std::string_view text{};      // "": use last_tag()
        const char* after = nullptr;  // one past it, if it is the first member
    };
    // The first member of that name in the object at p, if it is a plain string. Checks nothing.
    first_tag_found first_tag(const char* p, std::string_view name) const;
    // The value of the last member of that name ("": none). Checks the whole object and returns one
    // past it.
    const char* last_tag(const char* p, std::string_view name, std::string_view& text,
                         std::size_t depth);
    // Whether the object at p, which was read, has more than one tag.
    bool tag_came_again(const char* p) const { return tag_again_ == p; }

    // State to return to before a value is read again. From then on first_tag() finds nothing, so
    // that nested objects are not read again and again.
    struct mark {
        std::size_t depth = 0;
        std::size_t notes = 0;
        bool lone_surrogate = false;
        const char* passed_over = nullptr;
    };
    mark here() const;
    void return_to(const mark& m);

    [[gnu::noinline]] void note(read_note::kind what, const char* at) {
        if (!options_.report || options_.report->full()) return;
        const auto offset = static_cast<std::size_t>(at - text_.data());
        options_.report->notes.push_back({what, path_at(text_, offset)});
    }

    // How many elements an empty list or map of that type grows to at first: as many as the last of
    // its type in this text had, which saves growing in the thousands of lists of log
    // probabilities; else the number that suits the type.
    std::size_t first_growth(const description& type) {
        if (sized_ != &type || last_size_ == 0) return type.first_capacity;
        sized_ = nullptr;  // only once, so that no more is allocated than twice what was read
        return last_size_;
    }
    // Call after each list or map: `count` is its number of elements.
    void has_size(const description& type, std::size_t count) {
        constexpr std::size_t most = 64;  // far larger ones are no pattern
        sized_ = &type;
        last_size_ = std::min(count, most);
    }

    // The error to report after a failure: the first syntax error of the text if it has one, else
    // the value that did not fit its type.
    error explain() const;

private:
    struct found_member {
        const member_entry* member = nullptr;  // null: the object ends
        const char* after = nullptr;           // one past the colon, or at the brace; null: failed
    };

    // The members of an object that its table does not name.
    struct unknown_members {
        extra_members* extra = nullptr;  // where they are kept; null: nowhere
        std::size_t tags = 0;            // occurrences of a tag that is no member of the struct
        // those that follow each other as `extra` keeps them are copied together
        const char* begin = nullptr;
        const char* end = nullptr;

        void keep(std::string_view name, std::string_view value) {
            const char* const from = name.data() - 1;  // the quote
            const bool compact = value.data() == from + name.size() + 3;
            if (begin == nullptr || !compact || from != end + 1) {  // not only a comma between them
                flush();
                if (!compact) return extra->append_trusted(name, value);
                begin = from;
            }
            end = value.data() + value.size();
        }
        void flush() {
            if (begin != nullptr) extra->append_trusted(text_between(begin, end));
            begin = nullptr;
        }
    };

    [[gnu::noinline]] const char* next_token(const char* p) {
        p = skip_space(p, end);
        return p != end ? p : fail(errc::unexpected_end, p);
    }
    const char* check(const char* p, std::size_t depth, std::string_view& raw);
    const char* other_string(const char* from, std::string& out);
    const char* other_name(const char* p, const object_table& table, std::string_view& raw,
                           const member_entry*& member);
    found_member find_member(const char* p, const object_table& table, const member_entry* expected,
                             unknown_members& unknown);
    void note_absent(const object_table& table, const char* opening, std::uint64_t absent);
    std::nullptr_t miss(const object_table& table, const char* opening, std::uint64_t absent);
    // Keeps a value that pass_over() skipped in `extra`. Returns whether `extra` now has a stale
    // value, one of a member that was read again later; drop_stale() removes them all at once.
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
    const read_options& options_;        // borrowed
    std::size_t depth_;                  // levels that may still be entered
    fault fault_{};                      // the last failure
    std::string_view due_{};             // what was expected, for its message
    const char* passed_over_ = nullptr;  // where the last value skipped by pass_over() begins
    const char* tag_again_ = nullptr;    // where the last object with two tags begins
    bool tags_repeat_ = false;           // the first tag of some object was not the one that counts
    const description* sized_ = nullptr;  // the type of the last list
    std::size_t last_size_ = 0;           // and its number of elements, up to a bound
    string_checker strings_{valid_utf8};
};

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
                                                                  unknown_members& unknown) {
    // servers leave members out: look at the next few before the name is scanned
    constexpr std::ptrdiff_t tried = 8;
    if (end - p >= static_cast<std::ptrdiff_t>(member_entry::held)) {
        const member_entry* const last = expected + std::min(tried, table.none() - expected);
        for (const member_entry* m = expected; m != last; ++m) {
            if (m->may_match(p) && m->matches(p, end)) return {m, p + m->size};
        }
    }
    for (;;) {
        std::string_view name;
        const member_entry* member = nullptr;
        const char* q = find_special_soon(p + 1, end);
        if (q != end && *q == '"') {
            name = text_between(p + 1, q++);
            member = table.find(name);
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
        if (!table.tag.empty() && same_name(name, table.tag)) {
            ++unknown.tags;
        } else if (unknown.extra) {
            unknown.keep(name, value);
        }
        p = token(q);
        if (!p || *p == '}') return {nullptr, p};
        if (*p != ',') return {nullptr, fail(errc::unexpected_byte, p)};
        p = token(p + 1);
        if (!p) return {};
        if (*p != '"') return {nullptr, fail(errc::unexpected_byte, p)};
        if (expected->matches(p, end)) return {expected, p + expected->size};
    }
}

inline const char* reader::object(const char* p, void* object, const object_table& table,
                                  std::uint64_t& seen, const char* after_tag) {
    extra_members* const extra = extra_of(object, table);
    const char* const opening = p;
    if (!enter(p)) return nullptr;
    const std::size_t inner_depth = depth_;
    std::uint64_t kept = 0;   // members whose value is in `extra`
    bool stale = false;       // `extra` has values of members that were read again
    std::uint64_t had = 0;    // members that were present
    std::uint64_t again = 0;  // members that were present more than once
    unknown_members unknown{extra, after_tag ? std::size_t{1} : 0};
    if (extra) extra->clear();
    p = token(after_tag ? after_tag : p + 1);
    if (!p) return nullptr;
    if (after_tag && *p != '}') {
        if (*p != ',') return fail(errc::unexpected_byte, p);
        p = token(p + 1);
        if (!p) return nullptr;
        if (*p == '}') return fail(errc::unexpected_byte, p);
    }
    const member_entry* expected = options_.predict ? table.first() : table.none();
    if (*p != '}') {
        for (;;) {  // a member in each turn
            if (*p != '"') return fail(errc::unexpected_byte, p);
            const member_entry* m = expected;  // servers send members in one order
            if (expected->matches(p, end)) {
                p += m->size;
            } else {
                const found_member found = find_member(p, table, expected, unknown);
                p = found.after;
                if (!p) return nullptr;
                m = found.member;
                if (m == nullptr) break;  // only unknown ones were left
            }
            p = token(p);
            if (!p) return nullptr;
            const char* const from = p;
            const std::uint64_t bit = std::uint64_t{1} << m->index;
            again |= had & bit;
            had |= bit;
            void* const to = table.member(object, *m);
            p = read_member(*this, p, to, *m->type);
            if (!p) {
                p = drop_member(*this, from, to, *m->type, inner_depth);
                if (!p) return nullptr;
            }
            if (passed_over_ && extra) {
                unknown.flush();
                stale |= keep(*extra, m->quoted(), text_between(from, p), bit, kept);
            }
            expected = options_.predict ? m + 1 : table.none();
            p = token(p);
            if (!p) return nullptr;
            if (*p == '}') break;
            if (*p != ',') return fail(errc::unexpected_byte, p);
            p = token(p + 1);
            if (!p) return nullptr;
        }
    }
    leave();
    unknown.flush();
    if (stale) drop_stale(*extra, table, kept);
    if (unknown.tags > 1 || (again & table.tag_bit) != 0) tag_again_ = opening;
    seen = had;
    const std::uint64_t absent = table.required & ~had;
    if (absent != 0 && options_.required) return miss(table, opening, absent);
    if (absent != 0 && options_.report) note_absent(table, opening, absent);
    return p + 1;
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

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
