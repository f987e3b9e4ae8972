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
    if (!table.has_extra()) return nullptr;
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
        const char* const after = *p == '"'       ? strings_(p + 1, end, fault_)
                                  : is_nested(*p) ? quick_check(p, end, options_.depth, strings_)
                                                  : nullptr;
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

    // Reads an object (json/objects.hpp). `after_tag` is one past the first member if that was
    // already read as the tag, or null. Members that are absent are reset.
    const char* object(const char* p, void* object, const object_table& table,
                       const char* after_tag);

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

    // For texts with the same beginning (json/known_head.hpp).
    // The object that is read next begins with those members, as bits; the `next` one of its table
    // is expected. Its `after_tag` is where that one begins.
    void begin_behind(std::uint64_t had, std::size_t next) {
        head_ = {nullptr, had, next};
        behind_head_ = true;
    }
    // Notes where that member begins in the object that is read next, whose `after_tag` is one past
    // its brace. False if that is not possible.
    bool watch(const object_table& table, std::size_t member) {
        // only objects that are read without a fast path of their own, and whose members all stand
        // for themselves
        if (table.read_compact != nullptr || table.tag_bit != 0 || !table.tag().empty())
            return false;
        watched_ = std::uint64_t{1} << member;
        begin_behind(watched_, 0);
        return true;
    }
    // Where that was, and which members came before it. `at` is null if there is no such place, or
    // if they are not known to have these values only.
    struct head_end {
        const char* at = nullptr;
        std::uint64_t had = 0;
        std::size_t next = 0;
    };
    head_end watched() const { return repeats_ ? head_end() : head_; }
    // Whether a member came again in any object.
    bool has_repeated() const { return repeats_; }

    // The error to report after a failure: the first syntax error of the text if it has one, else
    // the value that did not fit its type.
    error explain() const;

private:
    struct found_member {
        const member_entry* member = nullptr;  // null: the object ends
        const char* after = nullptr;           // one past the colon, or at the brace; null: failed
    };

    // What few objects have: members that their table does not name, and values that did not fit.
    struct unusual {
        extra_members* extra = nullptr;  // where unknown members are kept; null: nowhere
        bool any = false;                // any of these
        bool stale = false;              // `extra` has values of members that were read again
        bool tag_again = false;          // a tag that is a member was present more than once
        std::size_t tags = 0;            // occurrences of a tag that is no member of the struct
        std::uint64_t kept = 0;          // members whose value is in `extra`
        // what a function that reads a value does not need, and would have to keep in registers
        std::uint64_t had = 0;  // members that were present, and the one that is watched
        const member_entry* member = nullptr;  // the one that is read
        const char* from = nullptr;            // where its value begins
        // unknown members that follow each other as `extra` keeps them are copied together
        const char* first = nullptr;
        const char* last = nullptr;

        void keep(std::string_view name, std::string_view value) {
            const char* const quote = name.data() - 1;
            const bool compact = value.data() == quote + name.size() + 3;
            if (first == nullptr || !compact || quote != last + 1) {  // not only a comma between
                flush();
                if (!compact) return extra->append_trusted(name, value);
                first = quote;
            }
            last = value.data() + value.size();
        }
        void flush() {
            if (first != nullptr) extra->append_trusted(text_between(first, last));
            first = nullptr;
        }
    };

    [[gnu::noinline]] const char* next_token(const char* p) {
        const char* const after = skip_usual_space(p, end);
        return after != nullptr ? after : other_token(p);
    }
    [[gnu::noinline]] const char* other_token(const char* p) {
        p = skip_other_space(p, end);
        return p != end ? p : fail(errc::unexpected_end, p);
    }
    const char* check(const char* p, std::size_t depth, std::string_view& raw);
    const char* other_string(const char* from, std::string& out);
    const char* other_name(const char* p, const object_table& table, std::string_view& raw,
                           const member_entry*& member);
    found_member find_member(const char* p, const object_table& table, const member_entry* expected,
                             unusual& others);
    const char* behind_tag(const char* after_tag);
    // Whether that is the bit of the watched member. Call within the object: it is the outermost.
    bool is_watched(std::uint64_t bit) const {
        return bit == watched_ && depth_ + 1 == options_.depth;
    }
    void take_again(const object_table& table, const member_entry& m, const char* value,
                    unusual& others);
    void keep_value(unusual& others, const member_entry& m, std::string_view value);
    void finish(unusual& others, const object_table& table, const char* opening);
    void note_absent(const object_table& table, const char* opening, std::uint64_t absent);
    std::nullptr_t miss(const object_table& table, const char* opening, std::uint64_t absent);
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
    head_end head_{};
    std::uint64_t watched_ = 0;  // a member of the outermost object, as a bit, until it comes
    bool behind_head_ = false;   // the object that is read next begins as head_ says
    bool repeats_ = false;       // a member came again in some object
};

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
