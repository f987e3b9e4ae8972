// From JSON values to members, by type. Knows the reader; the object loop is the reader's.
#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/in_order.hpp>
#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/reader_aside.hpp>
#include <oaiwire/json/reader_strings.hpp>
#include <oaiwire/json/scalars.hpp>
#include <oaiwire/json/unions.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

// Members that the JSON does not have: fields and optionals are emptied, keeping their memory; the
// others are what the struct's own initialisers make them.
template <class T>
void reset_unseen(T& out, std::uint64_t seen) {
    reflect::with_members(out, [seen](auto&... members) {
        std::size_t i = 0;
        const auto reset = [&](auto& member) {
            using M = std::remove_reference_t<decltype(member)>;
            const bool unseen = (seen >> i++ & 1) == 0;
            if constexpr (is_field<M> || is_optional<M>) {
                if (unseen) member.reset();
            }
        };
        (reset(members), ...);
        static_cast<void>(reset);
    });
    if constexpr (constexpr std::uint64_t required = object_table_of<T>::table.required;
                  required != 0) {
        if ((required & ~seen) == 0) return;
        T fresh{};
        reflect::with_members(fresh, [&](auto&... defaults) {
            reflect::with_members(out, [&](auto&... members) {
                std::size_t i = 0;
                const auto assign = [&](auto& member, auto& from) {
                    const bool unseen = ((required & ~seen) >> i++ & 1) != 0;
                    if constexpr (requires { from.empty(), member.clear(); }) {
                        // keeps its memory, and needs no code to copy what is never there
                        if (unseen && from.empty()) return member.clear();
                    }
                    if (unseen) member = std::move(from);
                };
                (assign(members, defaults), ...);
            });
        });
    }
}

// Makes a member what it is when its JSON does not have it, keeping its memory.
template <class T>
void clear_value(T& value) {
    if constexpr (requires { value.clear(); }) {
        value.clear();
    } else if constexpr (!is_scalar<T> && reflect::aggregate<T>) {
        using table = object_table_of<T>;
        reset_unseen(value, 0);
        if constexpr (table::table.extra != no_member) {
            char* const base = reinterpret_cast<char*>(std::addressof(value));
            void* const extra = base + table::offsets()[table::table.extra];
            static_cast<extra_members*>(extra)->clear();
        }
    } else {
        value = T{};
    }
}

template <class T>
const char* read_object(reader& r, const char* p, T& out, const char* after_tag) {
    if constexpr (requires { out.token_logprobs.revive(); }) {
        // TGI sends the bare list of numbers
        if (*p == '[' && r.tolerant()) {
            r.note(read_note::kind::converted, p);
            out = T{};
            return read_value(r, p, out.token_logprobs);
        }
    }
    if (*p != '{') return r.mismatch(p, "an object");
    if constexpr (sent_whole<T>) {
        if (const char* const after = read_in_order(r, p, out)) return after;
    }
    using table = object_table_of<T>;
    std::uint64_t seen = 0;
    p = r.object(p, &out, table::table, table::offsets(), seen, after_tag);
    if (p) reset_unseen(out, seen);
    return p;
}

// Calls element(p) at each element of an array; it gives one past the element, or null.
template <class F>
const char* read_elements(reader& r, const char* p, F&& element) {
    if (*p != '[') return r.mismatch(p, "an array");
    if (!r.enter(p)) return nullptr;
    p = r.token(p + 1);
    if (!p) return nullptr;
    if (*p != ']') {
        for (;;) {
            p = element(p);
            if (!p) return nullptr;
            p = r.token(p);
            if (!p) return nullptr;
            if (*p == ']') break;
            if (*p != ',') return r.fail(errc::unexpected_byte, p);
            p = r.token(p + 1);
            if (!p) return nullptr;
        }
    }
    r.leave();
    return p + 1;
}

// Numbers, which elements that are there have no memory to lend to.
template <class E, class A>
const char* read_numbers(reader& r, const char* p, std::vector<E, A>& out) {
    if constexpr (std::is_same_v<E, std::uint8_t>) {
        if (const char* const after = read_plain_bytes(r, p, out)) return after;
    }
    out.clear();
    return read_elements(r, p, [&](const char* q) {
        if (out.empty()) reserve_a_few(out);
        E value{};
        if constexpr (std::is_same_v<E, float>) {
            while (const char* const after = scan_float(r.begin(), q, r.end, value)) {
                out.push_back(value);
                if (*after != ',' || json_scan::is_space(after[1])) return after;
                q = after + 1;
            }
        }
        q = read_value(r, q, value);
        if (q) out.push_back(value);
        return q;
    });
}

template <class E, class A>
const char* read_objects(reader& r, const char* p, std::vector<E, A>& out) {
    std::size_t kept = 0;
    p = read_elements(r, p, [&](const char* q) {
        if constexpr (takes<E>('{') && !takes<E>('n')) {
            if (*q == 'n' && r.tolerant()) {
                r.note(read_note::kind::nil, q);
                return r.literal(q, "null");
            }
        }
        if (kept == 0) reserve_a_few(out);
        // elements that are there already lend their memory
        E& element = kept < out.size() ? out[kept] : out.emplace_back();
        ++kept;
        q = read_value(r, q, element);
        if constexpr (is_field<E>) {
            // it was dropped, and its place was not
            if (q && element.is_absent()) element = null;
        }
        return q;
    });
    if (p) out.resize(kept);
    return p;
}

template <class E, class A>
const char* read_array(reader& r, const char* p, std::vector<E, A>& out) {
    if constexpr (!std::is_same_v<E, bool>) {
        if (*p != '[' && r.tolerant() && accepts<E>(kind_at(p, r.end))) {
            r.note(read_note::kind::converted, p);
            out.resize(1);
            return read_value(r, p, out[0]);
        }
    }
    if constexpr (std::is_arithmetic_v<E>) {
        return read_numbers(r, p, out);
    } else {
        return read_objects(r, p, out);
    }
}

// For each member of an object: its name is decoded into next_name(), then value(p) is called at
// its value.
template <class Name, class Value>
const char* read_map(reader& r, const char* p, Name&& next_name, Value&& value) {
    if (*p != '{') return r.mismatch(p, "an object");
    if (!r.enter(p)) return nullptr;
    p = r.token(p + 1);
    if (!p) return nullptr;
    for (bool first = true; *p != '}'; first = false) {
        if (!first) {
            if (*p != ',') return r.fail(errc::unexpected_byte, p);
            p = r.token(p + 1);
            if (!p) return nullptr;
        }
        if (*p != '"') return r.fail(errc::unexpected_byte, p);
        p = r.string(p, next_name());
        if (p) p = r.token(p);
        if (!p) return nullptr;
        if (*p != ':') return r.fail(errc::unexpected_byte, p);
        p = r.token(p + 1);
        if (p) p = value(p);
        if (p) p = r.token(p);
        if (!p) return nullptr;
    }
    r.leave();
    return p + 1;
}

template <class V, class A>
const char* read_pairs(reader& r, const char* p, std::vector<std::pair<std::string, V>, A>& out) {
    std::size_t n = 0;
    const auto next_name = [&]() -> std::string& {
        if (n == 0) reserve_a_few(out);
        return (n < out.size() ? out[n++] : (++n, out.emplace_back())).first;
    };
    p = read_map(r, p, next_name,
                 [&](const char* q) { return read_value(r, q, out[n - 1].second); });
    if (!p) return nullptr;
    out.resize(n);
    drop_earlier_duplicates(out);
    return p;
}

// Numbers, or base64 of their bytes. What is neither is kept as it came, and so is base64 that
// would be written in another spelling.
inline const char* read_vector(reader& r, const char* p, EmbeddingVector& out) {
    out.values.clear();
    out.other = {};
    out.form = embedding_form::floats;
    const value_kind kind = kind_at(p, r.end);
    const bool numbers =
        takes<float>(kind.element) || kind.element == ']' || (kind.element == 'n' && r.tolerant());
    if (kind.first == '[' && numbers) return read_array(r, p, out.values);
    out.form = embedding_form::other;
    std::string_view raw;
    if (kind.first == '"') {
        bool escaped = false;
        const char* const after = r.raw_string(p, raw, escaped);
        if (!after) return nullptr;
        std::string text;
        if (escaped) json_scan::append_unescaped(text, raw, json_scan::surrogates::replace);
        if (decode_floats(escaped ? std::string_view(text) : raw, out.values)) {
            out.form = embedding_form::base64;
            const bool canonical = !escaped && raw.size() % 4 == 0;
            if (canonical) return after;
        }
        out.other.assign_trusted({p, static_cast<std::size_t>(after - p)});
        return after;
    }
    p = r.skip(p, raw);
    if (p) out.other.assign_trusted(raw);
    return p;
}

// An optional member with a value, which tolerant reading may drop.
template <class T>
const char* read_field(reader& r, const char* p, field<T>& out) {
    const std::size_t depth = r.depth();
    if (const char* const after = read_value(r, p, out.revive())) return after;
    out.reset();
    return r.pass_over(p, depth);
}

template <class T>
const char* read_value(reader& r, const char* p, T& out) {
    if constexpr (is_field<T>) {
        if (*p != 'n') return read_field(r, p, out);
        out = null;
        return r.literal(p, "null");
    } else if constexpr (is_optional<T>) {
        if (*p == 'n') {
            out.reset();
            return r.literal(p, "null");
        }
        if (!out) out.emplace();
        return read_value(r, p, *out);
    } else if constexpr (std::is_same_v<T, raw_json>) {
        std::string_view raw;
        p = r.skip(p, raw);
        if (p) out.assign_trusted(raw);
        return p;
    } else if constexpr (std::is_same_v<T, EmbeddingVector>) {
        return read_vector(r, p, out);
    } else if constexpr (is_variant<T>) {
        if (!takes<T>('n') && *p == 'n' && r.tolerant()) {
            r.note(read_note::kind::nil, p);
            out = T{};
            return r.literal(p, "null");
        }
        return read_union(r, p, out);
    } else {
        if (*p == 'n' && r.tolerant()) {
            r.note(read_note::kind::nil, p);
            clear_value(out);
            return r.literal(p, "null");
        }
        if constexpr (is_scalar<T>) {
            return read_scalar(r, p, out);
        } else if constexpr (is_string_map<T>) {
            return read_pairs(r, p, out);
        } else if constexpr (is_vector<T>) {
            return read_array(r, p, out);
        } else if constexpr (is_std_map<T>) {
            out.clear();
            std::string name;
            return read_map(
                r, p, [&]() -> std::string& { return name; },
                [&](const char* q) { return read_value(r, q, out[name]); });
        } else {
            static_assert(reflect::aggregate<T>, "oaiwire: no JSON form is known for this type");
            return read_object(r, p, out, nullptr);
        }
    }
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
