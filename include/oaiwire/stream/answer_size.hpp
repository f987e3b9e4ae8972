// answer_size: counts what a stream adds to the response that it accumulates to, against
// limits::answer.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/reflect/members.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/open_enum.hpp>
#include <oaiwire/types/raw_json.hpp>
#include <oaiwire/types/tools.hpp>

namespace oaiwire::inline OAIWIRE_ABI::detail {

// The bytes that a value holds beside its own object, spare capacity not counted.
struct held_bytes {
    template <class T>
    std::size_t operator()(const T& value) const {
        if constexpr (reflect::aggregate<T>) {
            return reflect::with_members(value, [&](const auto&... member) {
                return (std::size_t{0} + ... + (*this)(member));
            });
        } else {
            return 0;
        }
    }
    std::size_t operator()(const std::string& text) const { return text.size(); }
    std::size_t operator()(const raw_json& json) const { return json.text().size(); }
    std::size_t operator()(const extra_members& extra) const { return extra.text().size(); }
    template <class E>
    std::size_t operator()(const open_enum<E>& e) const {
        return e.known() == E{} ? e.text().size() : 0;
    }
    template <class T>
    std::size_t operator()(const field<T>& f) const {
        return f ? (*this)(*f) : 0;
    }
    template <class A, class B>
    std::size_t operator()(const std::pair<A, B>& pair) const {
        return (*this)(pair.first) + (*this)(pair.second);
    }
    template <class... A>
    std::size_t operator()(const std::variant<A...>& value) const {
        return std::visit(*this, value);
    }
    template <class T>
    std::size_t operator()(const std::vector<T>& list) const {
        std::size_t size = list.size() * sizeof(T);
        for (const T& element : list) size += (*this)(element);
        return size;
    }
};

// The bytes by which the answer grows where a piece is joined to it: texts and lists are appended.
// Unknown members are counted where they are joined, for most of them replace others. A piece of a
// tool call is joined to its call.
struct joined_bytes : held_bytes {
    template <class T>
    std::size_t operator()(const T& piece) const {
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
    std::size_t operator()(const std::vector<ToolCallChunk>& calls) const {
        std::size_t size = 0;
        for (const ToolCallChunk& call : calls) size += (*this)(call);
        return size;
    }
};

template <class Chunk>
std::size_t joined_bytes_of_choices(const Chunk& chunk) {
    std::size_t size = 0;
    for (const auto& choice : chunk.choices) size += joined_bytes()(choice);
    return size;
}

class answer_size {
public:
    answer_size() = default;
    explicit answer_size(const limits& bounds) : left_(bounds.answer) {}

    // May n more bytes be added? Once they may not, nothing may.
    bool take(std::size_t n) {
        exceeded_ = exceeded_ || n > left_;
        if (!exceeded_) left_ -= n;
        return !exceeded_;
    }

private:
    std::size_t left_ = limits{}.answer;
    bool exceeded_ = false;
};

}  // namespace oaiwire::inline OAIWIRE_ABI::detail
