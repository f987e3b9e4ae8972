// token_bytes: the bytes of a token. A response with log probabilities has thousands of these.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Bytes like those of a std::vector<std::uint8_t>, to and from which it converts. Up to `in_place`
// bytes need no memory of their own. Iterators, pointers and references are valid until the size
// changes or the object is moved or swapped.
class token_bytes {
public:
    using value_type = std::uint8_t;
    using size_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using reference = std::uint8_t&;
    using const_reference = const std::uint8_t&;
    using pointer = std::uint8_t*;
    using const_pointer = const std::uint8_t*;
    using iterator = std::uint8_t*;
    using const_iterator = const std::uint8_t*;

    // The number of bytes that are stored in the object.
    static constexpr std::size_t in_place = 15;

    token_bytes() = default;
    token_bytes(std::initializer_list<std::uint8_t> bytes) { assign(bytes.begin(), bytes.end()); }
    token_bytes(const std::vector<std::uint8_t>& bytes) { assign(bytes.begin(), bytes.end()); }
    explicit token_bytes(std::span<const std::uint8_t> bytes) {
        assign(bytes.begin(), bytes.end());
    }
    // Elements that convert to bytes, such as char.
    template <std::forward_iterator I>
    token_bytes(I first, I last) {
        assign(first, last);
    }
    token_bytes(const token_bytes& other) { *this = other; }
    token_bytes(token_bytes&& other) noexcept { swap(*this, other); }
    token_bytes& operator=(const token_bytes& other) {
        if (this == &other) return *this;
        if (is_apart() || other.is_apart()) {
            assign(other.begin(), other.end());
        } else {
            std::memcpy(held_, other.held_, sizeof held_);  // no branch on the size
        }
        return *this;
    }
    token_bytes& operator=(token_bytes&& other) noexcept {
        swap(*this, other);
        return *this;
    }
    ~token_bytes() {
        if (is_apart()) delete[] block().start;
    }

    operator std::vector<std::uint8_t>() const { return {begin(), end()}; }

    std::uint8_t* data() { return is_apart() ? block().bytes() : held_; }
    const std::uint8_t* data() const { return is_apart() ? block().bytes() : held_; }
    std::size_t size() const { return is_apart() ? block().header().size : held_[in_place]; }
    bool empty() const { return size() == 0; }
    std::size_t capacity() const { return is_apart() ? block().header().capacity : in_place; }

    iterator begin() { return data(); }
    iterator end() { return data() + size(); }
    const_iterator begin() const { return data(); }
    const_iterator end() const { return data() + size(); }
    const_iterator cbegin() const { return begin(); }
    const_iterator cend() const { return end(); }

    std::uint8_t& operator[](std::size_t i) { return data()[i]; }
    const std::uint8_t& operator[](std::size_t i) const { return data()[i]; }
    std::uint8_t& front() { return *data(); }
    const std::uint8_t& front() const { return *data(); }
    std::uint8_t& back() { return data()[size() - 1]; }
    const std::uint8_t& back() const { return data()[size() - 1]; }

    // Memory is kept.
    void clear() { set_size(0); }
    void reserve(std::size_t capacity_wanted) {
        if (capacity_wanted > capacity()) grow(capacity_wanted);
    }
    // New bytes are zero.
    void resize(std::size_t count) {
        const std::size_t before = size();
        make_room(count);
        if (count > before) std::memset(data() + before, 0, count - before);
        set_size(count);
    }
    void push_back(std::uint8_t byte) {
        const std::size_t before = size();
        make_room(before + 1);
        data()[before] = byte;
        set_size(before + 1);
    }
    void pop_back() { set_size(size() - 1); }
    // Replaces all bytes. The source is not part of this object.
    template <std::forward_iterator I>
    void assign(I first, I last) {
        const auto count = static_cast<std::size_t>(std::distance(first, last));
        reserve(count);
        std::transform(first, last, data(),
                       [](const auto& value) { return static_cast<std::uint8_t>(value); });
        set_size(count);
    }

    // The same for `count` bytes at `from`, where `in_place` can be read. For decoders: no branch
    // depends on the size of a usual token.
    void assign_padded(const std::uint8_t* from, std::size_t count) {
        if (count > in_place || is_apart()) return assign(from, from + count);
        std::memcpy(held_, from, in_place);
        held_[in_place] = static_cast<std::uint8_t>(count);
    }

    // The same for the first `count` of eight bytes, given as a little-endian word, on machines of
    // that order.
    void assign_word(std::uint64_t bytes, std::size_t count) {
        const std::uint64_t words[2]{bytes, std::uint64_t{count} << 56};
        if (is_apart()) {
            std::uint8_t each[sizeof bytes];
            std::memcpy(each, &bytes, sizeof bytes);
            return assign(each, each + count);
        }
        std::memcpy(held_, words, sizeof words);
    }

    friend void swap(token_bytes& a, token_bytes& b) noexcept {
        std::swap_ranges(a.held_, a.held_ + sizeof a.held_, b.held_);
    }
    friend bool operator==(const token_bytes& a, const token_bytes& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    friend bool operator==(const token_bytes& a, const std::vector<std::uint8_t>& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    static constexpr std::uint8_t apart = 0xFF;

    // Bytes that are not in place: one block that begins with this header.
    struct block_header {
        std::size_t size;
        std::size_t capacity;
    };
    struct block_view {
        std::uint8_t* start;

        block_header header() const {
            block_header out;
            std::memcpy(&out, start, sizeof out);
            return out;
        }
        void set(const block_header& to) const { std::memcpy(start, &to, sizeof to); }
        std::uint8_t* bytes() const { return start + sizeof(block_header); }
    };

    bool is_apart() const { return held_[in_place] == apart; }
    block_view block() const {
        block_view out;
        std::memcpy(&out.start, held_, sizeof out.start);
        return out;
    }
    void set_size(std::size_t count) {
        if (is_apart()) {
            block().set({count, block().header().capacity});
        } else {
            held_[in_place] = static_cast<std::uint8_t>(count);
        }
    }
    void make_room(std::size_t count) {
        if (count > capacity()) grow((std::max)(count, 2 * capacity()));
    }
    void grow(std::size_t new_capacity) {
        const block_view made{new std::uint8_t[sizeof(block_header) + new_capacity]};
        made.set({size(), new_capacity});
        std::memcpy(made.bytes(), data(), size());
        if (is_apart()) delete[] block().start;
        std::memcpy(held_, &made.start, sizeof made.start);
        held_[in_place] = apart;
    }

    // The bytes, then their number; or the address of a block, and `apart` in the last one.
    alignas(void*) std::uint8_t held_[in_place + 1]{};
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
