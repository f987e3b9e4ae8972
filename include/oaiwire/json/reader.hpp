// The part of the reader that is no template: one pass over the text, which checks every byte as it
// goes and stops at the first that is wrong. Where and why is worked out afterwards, by the scalar
// checker. Knows tables of members, not types.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/json_path.hpp>
#include <oaiwire/core/json_scan.hpp>
#include <oaiwire/core/json_unescape.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

class reader;

// What the object loop needs to know of a struct.
struct object_table {
    std::size_t count = 0;
    const std::string_view* quoted = nullptr;
    const std::uint8_t* order = nullptr;
    const std::uint8_t* start = nullptr;
    bool (*const* read)(reader&, void* member) = nullptr;  // one for each member
    void* (*address)(void* object, std::size_t index) = nullptr;
    std::uint64_t required = 0;     // members that are always there, as bits
    std::size_t extra = no_member;  // without such a member, unknown ones are dropped
    std::string_view tag{};         // read elsewhere, and not unknown
};

class reader {
public:
    reader(std::string_view text, const read_options& options)
        : p(text.data()),
          end(text.data() + text.size()),
          text_(text),
          options_(options),
          depth_(options.depth) {}

    const char* p;
    const char* end;

    bool tolerant() const { return options_.mode == read_mode::tolerant; }

    // Always false. The reader stops; `due` says what was expected, for the message.
    bool fail(errc code, const char* at, std::string_view due = {}) {
        fault_.set(code, at);
        due_ = due;
        return false;
    }

    // To the next byte that is no white space, which must be there.
    bool more() {
        if (p != end && static_cast<unsigned char>(*p) > ' ') return true;
        p = json_scan::skip_space(p, end);
        return p != end || fail(errc::unexpected_end, p);
    }

    bool at_end() {
        p = json_scan::skip_space(p, end);
        return p == end || fail(errc::trailing_bytes, p);
    }

    // p is at a value of a kind that no member of this type takes.
    bool mismatch(std::string_view due) { return fail(errc::type_mismatch, p, due); }

    bool literal(std::string_view word) {
        if (static_cast<std::size_t>(end - p) >= word.size() &&
            std::memcmp(p, word.data(), word.size()) == 0) {
            p += word.size();
            return true;
        }
        return fail(errc::invalid_literal, p);
    }

    // Checks the value at p and steps over it; the text it had is in `raw`.
    bool skip(std::string_view& raw) {
        if (!more()) return false;
        const char* const from = p;
        json_scan::fault f;
        const char* const after = json_scan::check_value(p, end, options_.depth, f);
        if (!after) return fail(f.code, f.at);
        p = after;
        raw = {from, static_cast<std::size_t>(after - from)};
        return true;
    }

    // The number token at p.
    bool number(std::string_view& token) {
        json_scan::fault f;
        const char* const after = json_scan::check_number(p, end, f);
        if (!after) return fail(f.code, f.at);
        token = {p, static_cast<std::size_t>(after - p)};
        p = after;
        return true;
    }

    // The string at p, decoded into `out`.
    bool string(std::string& out);

    // The string at p as the text between its quotes; `escaped` says whether that is its value.
    bool raw_string(std::string_view& raw, bool& escaped);

    // The members of the object at p; bit i of `seen` says that member i was there.
    bool object(void* object, const object_table& table, std::uint64_t& seen);

    // Enters an object or array; a matching leave() is due where this was true.
    bool enter() {
        if (depth_ == 0) return fail(errc::too_deep, p);
        --depth_;
        return true;
    }
    void leave() { ++depth_; }
    std::size_t depth() const { return depth_; }

    // Tolerant reading passes over a value that an optional member cannot hold: true if it could.
    // The value began at `from`, with that depth left.
    bool pass_over(const char* from, std::size_t depth) {
        const bool fits_no_type = fault_.code == errc::type_mismatch ||
                                  fault_.code == errc::number_out_of_range ||
                                  fault_.code == errc::unknown_enumerator;
        if (!tolerant() || !fits_no_type) return false;
        p = from;
        depth_ = depth;
        std::string_view dropped;
        if (!skip(dropped)) return false;
        passed_over_ = from;
        if (!options_.report) return true;
        // what was noted inside it no longer matters
        auto& notes = options_.report->notes;
        const std::string path =
            json_scan::path_at(text_, static_cast<std::size_t>(from - text_.data()));
        const auto inside = [&](const read_note& n) {
            return n.path.starts_with(path) &&
                   (n.path.size() == path.size() ||
                    std::string_view(".[").find(n.path[path.size()]) != std::string_view::npos);
        };
        while (!notes.empty() && inside(notes.back())) notes.pop_back();
        notes.push_back({read_note::kind::dropped, path});
        return true;
    }

    // The text of the last member of that name in the object at p, without moving p. Empty where
    // there is none.
    bool peek_member(std::string_view name, std::string_view& value);

    void note(read_note::kind what, const char* at) {
        if (!options_.report) return;
        const auto offset = static_cast<std::size_t>(at - text_.data());
        options_.report->notes.push_back({what, json_scan::path_at(text_, offset)});
    }

    // The error to report after a failure: the first byte that no JSON text could have, if there is
    // one, and only else what did not fit the types.
    error explain() const;

private:
    bool escaped_string(std::string& out);

    // A value that was passed over is kept among the members that are not known, until another of
    // the same name is read.
    void keep(extra_members& extra, std::string_view quoted, const char* from, std::uint64_t bit,
              std::uint64_t& kept) {
        const std::string_view name = quoted.substr(1, quoted.size() - 3);
        if ((kept & bit) != 0) extra.erase(name);
        kept &= ~bit;
        if (passed_over_ != from) return;
        extra.append_trusted(name, {from, static_cast<std::size_t>(p - from)});
        kept |= bit;
    }

    std::string_view text_;
    const read_options& options_;
    std::size_t depth_;
    json_scan::fault fault_{};
    std::string_view due_{};
    const char* passed_over_ = nullptr;  // where the last such value began
};

// The first quote, backslash or control character in [p, end).
inline const char* find_string_end(const char* p, const char* end) {
    for (;;) {
        p = json_scan::find_special(p, end);
        if (p == end || static_cast<unsigned char>(*p) < 0x80) return p;
        while (p != end && static_cast<unsigned char>(*p) >= 0x80) ++p;
    }
}

inline bool reader::raw_string(std::string_view& raw, bool& escaped) {
    const char* const from = p + 1;
    const char* q = json_scan::find_special(from, end);
    if (q != end && *q == '"') {
        raw = {from, static_cast<std::size_t>(q - from)};
        escaped = false;
        p = q + 1;
        return true;
    }
    json_scan::fault f;
    q = json_scan::check_string(from, end, f);
    if (!q) return fail(f.code, f.at);
    raw = {from, static_cast<std::size_t>(q - from) - 1};
    escaped = raw.find('\\') != std::string_view::npos;
    p = q;
    return true;
}

inline bool reader::string(std::string& out) {
    const char* const from = p + 1;
    const char* q = json_scan::find_special(from, end);
    if (q != end && static_cast<unsigned char>(*q) >= 0x80) {
        const char* const high = q;
        q = find_string_end(q, end);
        if (!valid_utf8({high, static_cast<std::size_t>(q - high)})) {
            return fail(errc::invalid_utf8, high);
        }
    }
    if (q != end && *q == '"') {
        out.assign(from, q);
        p = q + 1;
        return true;
    }
    out.assign(from, q);
    p = q;
    return escaped_string(out);
}

// p is at the first byte that is no plain text; what came before it is in `out`.
inline bool reader::escaped_string(std::string& out) {
    const json_scan::surrogates policy =
        tolerant() ? options_.lone_surrogates : json_scan::surrogates::refuse;
    bool lone = false;
    for (;;) {
        if (p == end) return fail(errc::unexpected_end, p);
        if (*p == '"') break;
        if (*p != '\\') return fail(errc::control_character, p);
        json_scan::fault f;
        if (!json_scan::check_escape(p + 1, end, f)) return fail(f.code, f.at);
        p = json_scan::append_escape(out, p + 1, end, policy, lone, f);
        if (!p) return fail(f.code, f.at, "a whole surrogate pair");
        const char* const from = p;
        p = find_string_end(p, end);
        const std::string_view plain(from, static_cast<std::size_t>(p - from));
        if (!valid_utf8(plain)) return fail(errc::invalid_utf8, from);
        out.append(plain);
    }
    ++p;
    if (lone && options_.report) options_.report->lone_surrogate = true;
    return true;
}

inline bool reader::object(void* object, const object_table& table, std::uint64_t& seen) {
    extra_members* const extra =
        table.extra == no_member ? nullptr
                                 : static_cast<extra_members*>(table.address(object, table.extra));
    if (extra) extra->clear();
    const char* const opening = p;
    if (!enter()) return false;
    ++p;
    if (!more()) return false;
    std::size_t expected = 0;
    std::uint64_t kept = 0;  // members whose value is in `extra`
    bool first = true;
    while (*p != '}') {
        if (!first) {
            if (*p != ',') return fail(errc::unexpected_byte, p);
            ++p;
            if (!more()) return false;
        }
        first = false;
        // servers send members in one order: try the next one before any search
        std::size_t index = no_member;
        std::string_view raw;
        if (expected < table.count && table.read[expected]) {
            const std::string_view next = table.quoted[expected];
            if (static_cast<std::size_t>(end - p) >= next.size() &&
                std::memcmp(p, next.data(), next.size()) == 0) {
                index = expected;
                p += next.size();
            }
        }
        if (index == no_member) {
            if (*p != '"') return fail(errc::unexpected_byte, p);
            bool escaped = false;
            if (!raw_string(raw, escaped)) return false;
            if (escaped) {
                std::string name;
                json_scan::append_unescaped(name, raw, json_scan::surrogates::keep);
                index = find_member(name, table.quoted, table.order, table.start);
            } else {
                index = find_member(raw, table.quoted, table.order, table.start);
            }
            if (index != no_member && !table.read[index]) index = no_member;
            if (!more()) return false;
            if (*p != ':') return fail(errc::unexpected_byte, p);
            ++p;
        }
        if (!more()) return false;
        if (index != no_member) {
            const char* const from = p;
            if (!table.read[index](*this, table.address(object, index))) return false;
            if (extra && (passed_over_ == from || kept != 0)) {
                keep(*extra, table.quoted[index], from, std::uint64_t{1} << index, kept);
            }
            seen |= std::uint64_t{1} << index;
            expected = index + 1;
        } else {
            std::string_view value;
            if (!skip(value)) return false;
            const bool is_tag = !table.tag.empty() && json_scan::same_name(raw, table.tag);
            if (extra && !is_tag) extra->append_trusted(raw, value);
        }
        if (!more()) return false;
    }
    ++p;
    leave();
    if (options_.report && (table.required & ~seen) != 0) {
        for (std::size_t i = 0; i != table.count; ++i) {
            if ((table.required & ~seen) >> i & 1) {
                const auto offset = static_cast<std::size_t>(opening - text_.data());
                std::string path = json_scan::path_at(text_, offset);
                if (!path.empty()) path.push_back('.');
                path.append(table.quoted[i].substr(1, table.quoted[i].size() - 3));
                options_.report->notes.push_back({read_note::kind::absent, std::move(path)});
            }
        }
    }
    return true;
}

inline bool reader::peek_member(std::string_view name, std::string_view& value) {
    const char* const back = p;
    json_scan::fault f;
    const char* const after = json_scan::check_value(p, end, json_scan::max_depth, f);
    if (!after) return fail(f.code, f.at);
    // the object is well-formed: its members can be walked without further checks
    p = json_scan::skip_space(p + 1, end);
    while (*p != '}') {
        if (*p == ',') p = json_scan::skip_space(p + 1, end);
        std::string_view raw;
        bool escaped = false;
        raw_string(raw, escaped);
        p = json_scan::skip_space(p, end);
        p = json_scan::skip_space(p + 1, end);
        const char* const from = p;
        p = json_scan::check_value(p, end, json_scan::max_depth, f);
        if (json_scan::same_name(raw, name)) value = {from, static_cast<std::size_t>(p - from)};
        p = json_scan::skip_space(p, end);
    }
    p = back;
    return true;
}

inline error reader::explain() const {
    const json_scan::fault syntax = json_scan::check_text(text_);
    // nesting is bounded by the reader's own limit, at the bracket that it stopped at
    const bool malformed = syntax.code != errc::ok && syntax.code != errc::too_deep &&
                           !(fault_.code == errc::too_deep && syntax.at > fault_.at);
    const json_scan::fault& f = malformed ? syntax : fault_;
    const auto offset = static_cast<std::size_t>(f.at - text_.data());
    std::string message;
    if (!malformed && !due_.empty()) message.append(due_).append(" was due");
    return make_error(f.code, std::move(message), json_scan::path_at(text_, offset), offset);
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
