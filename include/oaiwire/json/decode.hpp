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

#include <oaiwire/json/keys.hpp>
#include <oaiwire/json/kinds.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/scalars.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json::detail {

template <class T>
bool read_value(reader& r, T& out);

// Makes a member what it is when its JSON does not have it, keeping its memory.
template <class T>
void clear_value(T& value) {
    if constexpr (is_field<T> || is_optional<T>) {
        value.reset();
    } else if constexpr (requires { value.clear(); }) {
        value.clear();
    } else {
        value = T{};
    }
}

// Readers are one for each type of member, not for each member: structs share most of them.
template <class M>
bool read_member(reader& r, void* member) {
    return read_value(r, *static_cast<M*>(member));
}

template <class T>
struct object_table_of {
    static constexpr std::size_t count = reflect::member_count<T>;
    using reader_function = bool (*)(reader&, void*);

    template <class M>
    static constexpr reader_function reader_of() {
        if constexpr (std::is_same_v<M, extra_members> || std::is_same_v<M, path_parameter>) {
            return nullptr;
        } else {
            return &read_member<M>;
        }
    }
    static void* address(void* object, std::size_t index) {
        return reflect::with_members(*static_cast<T*>(object), [index](auto&... members) {
            void* const addresses[] = {std::addressof(members)..., nullptr};
            return addresses[index];
        });
    }
    template <std::size_t... I>
    static constexpr auto readers_of(std::index_sequence<I...>) {
        return std::array<reader_function, count + 1>{reader_of<reflect::member_type<T, I>>()...};
    }
    template <std::size_t... I>
    static constexpr std::uint64_t required_of(std::index_sequence<I...>) {
        return ((std::uint64_t{always_there<reflect::member_type<T, I>>} << I) | ... | 0);
    }
    template <std::size_t... I>
    static constexpr std::size_t extra_of(std::index_sequence<I...>) {
        std::size_t at = no_member;
        ((std::is_same_v<reflect::member_type<T, I>, extra_members> ? void(at = I) : void()), ...);
        return at;
    }
    static constexpr auto indices = std::make_index_sequence<count>{};
    static constexpr auto readers = readers_of(indices);

    static constexpr object_table make() {
        object_table t;
        t.count = count;
        t.quoted = key_table<T>::quoted.data();
        t.order = key_buckets<T>::order.data();
        t.start = key_buckets<T>::start.data();
        t.read = readers.data();
        t.address = &address;
        t.required = required_of(indices);
        t.extra = extra_of(indices);
        if constexpr (tagged<T>) t.tag = T::tag.member;
        return t;
    }
    static constexpr object_table table = make();
};

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
        const T fresh{};
        reflect::with_members(fresh, [&](const auto&... defaults) {
            reflect::with_members(out, [&](auto&... members) {
                std::size_t i = 0;
                const auto assign = [&](auto& member, const auto& from) {
                    if ((required & ~seen) >> i++ & 1) member = from;  // keeps its memory
                };
                (assign(members, defaults), ...);
            });
        });
    }
}

template <class T>
bool read_object(reader& r, T& out) {
    if constexpr (requires { out.token_logprobs.revive(); }) {
        // TGI sends the bare list of numbers
        if (*r.p == '[' && r.tolerant()) {
            r.note(read_note::kind::converted, r.p);
            out = T{};
            return read_value(r, out.token_logprobs);
        }
    }
    if (*r.p != '{') return r.mismatch("an object");
    std::uint64_t seen = 0;
    if (!r.object(&out, object_table_of<T>::table, seen)) return false;
    reset_unseen(out, seen);
    return true;
}

// Calls element(i) with p at each element of the array at p; n is how many there were.
template <class F>
bool read_elements(reader& r, std::size_t& n, F&& element) {
    n = 0;
    if (*r.p != '[') return r.mismatch("an array");
    if (!r.enter()) return false;
    ++r.p;
    if (!r.more()) return false;
    while (*r.p != ']') {
        if (n != 0) {
            if (*r.p != ',') return r.fail(errc::unexpected_byte, r.p);
            ++r.p;
            if (!r.more()) return false;
        }
        if (!element(n++) || !r.more()) return false;
    }
    ++r.p;
    r.leave();
    return true;
}

template <class E, class A>
bool read_array(reader& r, std::vector<E, A>& out) {
    std::size_t n = 0;
    if constexpr (!std::is_same_v<E, bool>) {
        if (*r.p != '[' && r.tolerant() && accepts<E>(kind_at(r.p, r.end))) {
            r.note(read_note::kind::converted, r.p);
            out.resize(1);
            return read_value(r, out[0]);
        }
    }
    std::size_t kept = 0;
    const bool ok = read_elements(r, n, [&](std::size_t) {
        if constexpr (std::is_same_v<E, bool>) {
            bool value = false;
            if (!read_value(r, value)) return false;
            if (kept++ == 0) out.clear();
            out.push_back(value);
            return true;
        } else {
            if constexpr (takes<E>('{') && !takes<E>('n')) {
                if (*r.p == 'n' && r.tolerant()) {
                    r.note(read_note::kind::nil, r.p);
                    return r.literal("null");
                }
            }
            // elements that are there already lend their memory
            E& element = kept < out.size() ? out[kept] : out.emplace_back();
            ++kept;
            if (!read_value(r, element)) return false;
            if constexpr (is_field<E>) {
                if (element.is_absent()) element = null;  // it was dropped, and its place was not
            }
            return true;
        }
    });
    if (ok) out.resize(kept);
    return ok;
}

// For each member of the object at p: its name is decoded into next_name(), then value() is called
// with p at its value.
template <class Name, class Value>
bool read_map(reader& r, Name&& next_name, Value&& value) {
    if (*r.p != '{') return r.mismatch("an object");
    if (!r.enter()) return false;
    ++r.p;
    if (!r.more()) return false;
    for (bool first = true; *r.p != '}'; first = false) {
        if (!first) {
            if (*r.p != ',') return r.fail(errc::unexpected_byte, r.p);
            ++r.p;
            if (!r.more()) return false;
        }
        if (*r.p != '"') return r.fail(errc::unexpected_byte, r.p);
        if (!r.string(next_name()) || !r.more()) return false;
        if (*r.p != ':') return r.fail(errc::unexpected_byte, r.p);
        ++r.p;
        if (!r.more() || !value() || !r.more()) return false;
    }
    ++r.p;
    r.leave();
    return true;
}

template <class V, class A>
bool read_pairs(reader& r, std::vector<std::pair<std::string, V>, A>& out) {
    std::size_t n = 0;
    const auto next_name = [&]() -> std::string& {
        return (n < out.size() ? out[n++] : (++n, out.emplace_back())).first;
    };
    if (!read_map(r, next_name, [&] { return read_value(r, out[n - 1].second); })) return false;
    out.resize(n);
    drop_earlier_duplicates(out);
    return true;
}

template <class T>
bool read_union(reader& r, T& out);

// Numbers, or base64 of their bytes. What is neither is kept as it came, and so is base64 that
// would be written in another spelling.
inline bool read_vector(reader& r, EmbeddingVector& out) {
    out.values.clear();
    out.other = {};
    out.form = embedding_form::floats;
    const value_kind kind = kind_at(r.p, r.end);
    const bool numbers =
        takes<float>(kind.element) || kind.element == ']' || (kind.element == 'n' && r.tolerant());
    if (kind.first == '[' && numbers) return read_array(r, out.values);
    const char* const from = r.p;
    out.form = embedding_form::other;
    if (kind.first == '"') {
        std::string_view raw;
        bool escaped = false;
        if (!r.raw_string(raw, escaped)) return false;
        std::string text;
        if (escaped) json_scan::append_unescaped(text, raw, json_scan::surrogates::replace);
        if (decode_floats(escaped ? std::string_view(text) : raw, out.values)) {
            out.form = embedding_form::base64;
            const bool canonical = !escaped && raw.size() % 4 == 0;
            if (canonical) return true;
        }
        out.other.assign_trusted({from, static_cast<std::size_t>(r.p - from)});
        return true;
    }
    std::string_view raw;
    if (!r.skip(raw)) return false;
    out.other.assign_trusted(raw);
    return true;
}

template <class T>
bool read_value(reader& r, T& out) {
    if constexpr (is_field<T>) {
        if (*r.p == 'n') {
            if (!r.literal("null")) return false;
            out = null;
            return true;
        }
        const char* const from = r.p;
        const std::size_t depth = r.depth();
        if (read_value(r, out.revive())) return true;
        out.reset();
        return r.pass_over(from, depth);
    } else if constexpr (is_optional<T>) {
        if (*r.p == 'n') {
            out.reset();
            return r.literal("null");
        }
        if (!out) out.emplace();
        return read_value(r, *out);
    } else if constexpr (std::is_same_v<T, raw_json>) {
        std::string_view raw;
        if (!r.skip(raw)) return false;
        out.assign_trusted(raw);
        return true;
    } else if constexpr (std::is_same_v<T, EmbeddingVector>) {
        return read_vector(r, out);
    } else if constexpr (is_variant<T>) {
        if (!takes<T>('n') && *r.p == 'n' && r.tolerant()) {
            r.note(read_note::kind::nil, r.p);
            out = T{};
            return r.literal("null");
        }
        return read_union(r, out);
    } else {
        if (*r.p == 'n' && r.tolerant()) {
            r.note(read_note::kind::nil, r.p);
            clear_value(out);
            return r.literal("null");
        }
        if constexpr (is_scalar<T>) {
            return read_scalar(r, out);
        } else if constexpr (is_string_map<T>) {
            return read_pairs(r, out);
        } else if constexpr (is_vector<T>) {
            return read_array(r, out);
        } else if constexpr (is_std_map<T>) {
            out.clear();
            std::string name;
            return read_map(
                r, [&]() -> std::string& { return name; },
                [&] { return read_value(r, out[name]); });
        } else {
            static_assert(reflect::aggregate<T>, "oaiwire: no JSON form is known for this type");
            return read_object(r, out);
        }
    }
}

// The alternative that takes the value at p: by tag where alternatives have one, else by the kind
// of the value, and for arrays of their first element.
template <class T>
std::size_t choose_alternative(reader& r, bool& ok) {
    constexpr std::size_t count = std::variant_size_v<T>;
    std::size_t chosen = no_member;
    std::string_view tag;
    if constexpr (has_tagged<T>) {
        if (*r.p == '{') {
            ok = r.peek_member(tag_member<T>(), tag);
            if (!ok) return no_member;
            if (tag.size() >= 2 && tag.front() == '"') tag = tag.substr(1, tag.size() - 2);
        }
    }
    const char first = *r.p;
    const value_kind kind = kind_at(r.p, r.end);
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto fits = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (tagged<A>) {
                return first == '{' && json_scan::same_name(tag, A::tag.value);
            } else if constexpr (tagged_by_member<A>) {
                return first == '{' &&
                       std::any_of(A::tag_values.begin(), A::tag_values.end(),
                                   [&](auto value) { return json_scan::same_name(tag, value); });
            } else {
                return accepts<A>(kind);
            }
        };
        static_cast<void>(
            ((fits(std::in_place_type<std::variant_alternative_t<I, T>>) ? (chosen = I, true)
                                                                         : false) ||
             ...));
    }
    (std::make_index_sequence<count>{});
    return chosen;
}

// The alternative for a value that none takes: of text, for one whose own text is short; else the
// list of such values, for one that came without its list.
template <class T>
std::size_t next_best_alternative(value_kind kind) {
    std::size_t chosen = no_member;
    const bool short_text = kind.first != '{' && kind.first != '[';
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        const auto fits = [&]<class A>(std::in_place_type_t<A>) {
            if constexpr (std::is_same_v<A, std::string>) {
                return short_text;
            } else if constexpr (is_vector<A> && !is_string_map<A>) {
                return accepts<typename A::value_type>(kind);
            } else {
                return false;
            }
        };
        static_cast<void>(
            ((fits(std::in_place_type<std::variant_alternative_t<I, T>>) ? (chosen = I, true)
                                                                         : false) ||
             ...));
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
    return chosen;
}

template <class T>
bool read_union(reader& r, T& out) {
    bool ok = true;
    std::size_t chosen = choose_alternative<T>(r, ok);
    if (!ok) return false;
    if (chosen == no_member && r.tolerant()) chosen = next_best_alternative<T>(kind_at(r.p, r.end));
    if (chosen == no_member) return r.mismatch("a value of another kind");
    return [&]<std::size_t... I>(std::index_sequence<I...>) {
        bool result = false;
        static_cast<void>(
            ((I == chosen ? (result = read_value(r, out.index() == I ? *std::get_if<I>(&out)
                                                                     : out.template emplace<I>()),
                             true)
                          : false) ||
             ...));
        return result;
    }
    (std::make_index_sequence<std::variant_size_v<T>>{});
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json::detail
