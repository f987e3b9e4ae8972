// answer_size: counts the bytes that a stream adds to its response, up to limits::answer.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/tools.hpp>

#if OAIWIRE_DEFINES
#include <algorithm>

#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/file_content.hpp>
#include <oaiwire/types/raw_json.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The bytes that a value owns outside its own object. `value` points to an object of the type.
// Counts sizes and not capacities, so that the result depends on the value only.
std::size_t held_bytes_of(const void* value, const json::detail::description& type);

// The same for a value whose type is known.
struct held_bytes {
    template <class T>
    std::size_t operator()(const T& value) const {
        return held_bytes_of(std::addressof(value), json::detail::described<T>());
    }
    std::size_t operator()(const std::string& text) const { return text.size(); }
};

// The bytes by which the response grows when a piece is added to it: texts and lists are appended,
// a piece of a tool call is added to its call. Unknown members are counted when they are added,
// since most of them replace others (extra_join::take_growth()).
struct joined_bytes : held_bytes {
    template <class T>
    std::size_t operator()(const T& piece) const {
        // a struct: the sum over its members
        if constexpr (reflect::aggregate<T>) {
            return reflect::with_members(piece, [&](const auto&... member) {
                return (std::size_t{0} + ... + (*this)(member));
            });
        } else {
            return held_bytes::operator()(piece);
        }
    }
    std::size_t operator()(const extra_members&) const { return 0; }
    template <class T>
    std::size_t operator()(const field<T>& f) const {
        return f ? (*this)(*f) : 0;
    }
    template <class... A>
    std::size_t operator()(const std::variant<A...>& value) const {
        return std::visit(*this, value);
    }
    // entries of a delta's list become pieces of calls, not elements of a list
    std::size_t operator()(const std::vector<ToolCallChunk>& calls) const {
        std::size_t size = 0;
        for (const ToolCallChunk& call : calls) size += (*this)(call);
        return size;
    }
};

// The joined_bytes of all choices of a chunk. Members beside the choices (id, model, usage) are not
// counted, since the response keeps only one value of each.
template <class Chunk>
std::size_t joined_bytes_of_choices(const Chunk& chunk) {
    std::size_t size = 0;
    for (const auto& choice : chunk.choices) size += joined_bytes()(choice);
    return size;
}

// The budget of a response: limits::answer bytes. A peer may stream small chunks without end; this
// bounds the memory of what is accumulated from them.
class answer_size {
public:
    answer_size() = default;
    explicit answer_size(const limits& bounds) : answer_size(bounds.answer) {}
    // At most that many bytes.
    explicit answer_size(std::size_t most) : left_(most) {}

    // Takes n bytes of the budget. False if they exceed it, and from then on.
    bool take(std::size_t n) {
        exceeded_ = exceeded_ || n > left_;
        if (!exceeded_) left_ -= n;
        return !exceeded_;
    }

private:
    std::size_t left_ = limits{}.answer;  // bytes that may still be added
    bool exceeded_ = false;  // permanent: no smaller chunk is added after a refused one
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::size_t held_bytes_of(const void* value, const json::detail::description& type) {
    using namespace json::detail;
    const auto* const bytes = static_cast<const char*>(value);
    switch (type.kind) {
        case type_kind::text:
            return as<std::string>(value).size();
        case type_kind::raw:
            return as<raw_json>(value).text().size();
        case type_kind::extra:
            return as<extra_members>(value).text().size();
        case type_kind::open_enum: {
            const auto& names = type.as<enum_type>();
            // an enumerator other than 0 is a known value; the text counts only if there is none
            const bool known =
                std::any_of(bytes, bytes + names.size, [](char c) { return c != 0; });
            return known ? 0 : enumerator_text(value, type).size();
        }
        case type_kind::file:
            return as<FileContent>(value).data.size();
        case type_kind::embedding: {
            const auto& numbers = as<EmbeddingVector>(value);
            // kept if the embedding is neither floats nor canonical base64
            const std::size_t other = numbers.other.is_null() ? 0 : numbers.other.text().size();
            return numbers.values.size() * sizeof(float) + other;
        }
        case type_kind::field:
        case type_kind::field_apart:
        case type_kind::optional: {
            // null if absent; memory that an absent field keeps for reuse is not counted
            const void* const held = value_of(value, type);
            return held != nullptr ? held_bytes_of(held, *type.inner) : 0;
        }
        case type_kind::choice: {
            std::size_t alternative = 0;
            const auto& choice = type.as<choice_type>();
            const void* const held = choice.held(value, alternative);
            if (held == nullptr) return 0;  // valueless
            return held_bytes_of(held, *choice.alternatives[alternative].type);
        }
        case type_kind::flags:
            return as<std::vector<bool>>(value).size();
        case type_kind::list:
        case type_kind::bytes:
        case type_kind::floats:
        case type_kind::array: {
            const elements list = elements_of(value, type);
            const std::size_t each = type.inner->size;
            // the elements themselves, unless they are in the object, then what each of them owns
            std::size_t size = type.kind == type_kind::array ? 0 : list.count * each;
            for (std::size_t i = 0; i != list.count; ++i) {
                size += held_bytes_of(list.first + i * each, *type.inner);
            }
            return size;
        }
        case type_kind::map: {
            const elements pairs = elements_of(value, type);
            const auto& pair = type.as<pair_type>();
            // the pairs themselves, then their names and what their values own
            std::size_t size = pairs.count * pair.size;
            for (std::size_t i = 0; i != pairs.count; ++i) {
                const char* const at = pairs.first + i * pair.size;
                size += as<std::string>(at).size() + held_bytes_of(at + pair.value(), *type.inner);
            }
            return size;
        }
        // a std::map: each entry counts its key object, name, value object and what that owns
        case type_kind::std_map: {
            // has no elements in a row: visited by a function that passes on a context
            struct sum {
                const description& type;
                std::size_t size;
            } all{*type.inner, 0};
            type.as<std_map_type>().each(
                value, &all, [](void* context, const std::string& name, const void* held) {
                    auto& sum_of = as<sum>(context);
                    sum_of.size += sizeof(std::string) + name.size() + sum_of.type.size +
                                   held_bytes_of(held, sum_of.type);
                    return true;
                });
            return all.size;
        }
        case type_kind::object: {
            // a nested object is stored inside; what its members own counts
            const object_table& table = type.object();
            std::size_t size = 0;
            for (const member_entry* m = table.first(); m != table.none(); ++m) {
                size += held_bytes_of(table.member(value, *m), *m->type);
            }
            return size;
        }
        // these own nothing
        case type_kind::boolean:
        case type_kind::integer:
        case type_kind::real:
        case type_kind::closed_enum:
        case type_kind::view:
        case type_kind::path:
            break;
    }
    return 0;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
