// A struct as the reader and the writer see it: the names, places and types of its members.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <oaiwire/core/block.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/json/keys.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A member of a table. After the last one stands an entry that matches nothing; those of members
// that are no part of the JSON match nothing either.
struct member_entry {
    static constexpr std::size_t held = 32;
    static constexpr std::uint16_t never = UINT16_MAX;

    std::array<char, held> key{};  // `"name":`, or the first 32 bytes of it
    std::uint32_t mask = 1;        // one bit for each byte of `key`
    std::uint16_t size = never;    // of the complete key
    std::uint8_t index = 0;
    member_way way = any_member;
    const char* long_key = nullptr;  // the complete key, where `key` is too small
    const description* type = nullptr;

    std::string_view quoted() const { return {text(), size}; }
    bool is_read() const { return size != never; }

    constexpr void take_key(std::string_view quoted_name) {
        for (std::size_t i = 0; i != quoted_name.size() && i != held; ++i) {
            key[i] = quoted_name[i];
            mask |= std::uint32_t{1} << i;
        }
        size = static_cast<std::uint16_t>(quoted_name.size());
        // short ones need no pointer, which would have to be relocated when a program is loaded
        if (quoted_name.size() > held) long_key = quoted_name.data();
    }

    // Whether the text at p, which is a quote, begins with the key, and has more behind it.
    [[gnu::noinline]] bool matches(const char* p, const char* end) const {
        return size != never && static_cast<std::size_t>(end - p) > size &&
               std::memcmp(p, text(), size) == 0;
    }

    // Whether the 32 bytes at p begin with the key; false if it has more.
    [[gnu::always_inline]] bool is_key(const char* p) const {
        std::uint32_t same = equal_bytes(p, 0);
        if (size <= 16) return (~same & mask) == 0;
        same |= equal_bytes(p, 16) << 16;
        return (~same & mask) == 0 && size <= held;
    }

private:
    const char* text() const { return long_key != nullptr ? long_key : key.data(); }
    std::uint32_t equal_bytes(const char* p, std::size_t at) const {
        using oaiwire::detail::block;
        return bits_of(equal(block::load(p + at), block::load(key.data() + at)));
    }
};

// The offset of a member in an object, in bytes. Constant expressions cannot compute them for all
// types; then they are computed once, by any thread.
using member_offset = std::atomic<std::uint32_t>;

// Constant but for the offsets. One bit per member in a 64-bit word, hence at most 64 members. A
// pointer costs four times its size where programs are relocated: few of them, and small indices.
struct object_table {
    static constexpr std::uint8_t none_of_them = UINT8_MAX;

    std::size_t count = 0;
    const member_entry* members = nullptr;
    // Of the members, then of the states of fields. The element before them is not 0 once they are
    // known; `fill` computes those of the members, null if they are known from the beginning.
    member_offset* offsets = nullptr;
    void (*fill)(member_offset* offsets) = nullptr;
    const std::uint8_t* lists = nullptr;  // of members by their names: key_order
    std::uint64_t required = 0;           // members that are not optional, as bits
    std::uint64_t tag_bit = 0;            // the tag among the members, as a bit
    std::uint64_t fields = 0;             // members that are fields, as bits
    std::uint64_t others = 0;             // the other members
    std::uint64_t optionals = 0;          // members that are std::optional, as bits
    const void* (*fresh)() = nullptr;     // an object with the struct's own initialisers
    const char* tag_start = nullptr;      // `{"type":"text"`, which is written first
    // A fast path that reads compact objects (json/compact_objects.hpp), or null.
    const char* (*read_compact)(reader&, const char* p, void* object) = nullptr;
    std::uint16_t tag_text_size = 0;
    std::uint8_t tag_size = 0;          // of the name in it
    std::uint8_t extra = none_of_them;  // the member for unknown members; else they are dropped
    // the member that takes an array sent in place of the object
    std::uint8_t bare_list = none_of_them;

    bool has_extra() const { return extra != none_of_them; }
    std::string_view tag_text() const { return {tag_start, tag_text_size}; }
    // The name of a tag that is no member, nor an unknown member; "" if there is none.
    std::string_view tag() const {
        if (tag_size == 0) return {};
        return {tag_start + 2, tag_size};
    }

    void* member(void* object, const member_entry& m) const { return member(object, m.index); }
    void* member(void* object, std::size_t index) const {
        return static_cast<char*>(object) + offset(index);
    }
    const void* member(const void* object, const member_entry& m) const {
        return static_cast<const char*>(object) + offset(m);
    }
    std::size_t offset(const member_entry& m) const { return offset(m.index); }
    std::size_t offset(std::size_t index) const {
        return offsets[index].load(std::memory_order_relaxed);
    }
    // The state of a member that is a field.
    std::uint8_t& state(void* object, std::size_t index) const {
        return static_cast<std::uint8_t*>(object)[state_offset(index)];
    }
    std::uint8_t state(const void* object, std::size_t index) const {
        return static_cast<const std::uint8_t*>(object)[state_offset(index)];
    }
    std::size_t state_offset(std::size_t index) const {
        return states()[index].load(std::memory_order_relaxed);
    }
    // The offsets of the states of fields, by member.
    const member_offset* states() const { return offsets + count; }
    // Call before members are accessed; description::object() does.
    const object_table& prepared() const {
        if (offsets[-1].load(std::memory_order_acquire) == 0) prepare();
        return *this;
    }

    // The entry that the first member is expected to match.
    const member_entry* first() const { return members; }
    // The entry that matches nothing.
    const member_entry* none() const { return members + count; }

    // The member of that name, or null.
    const member_entry* find(std::string_view name) const {
        std::size_t i = lists[list_of_name(name)] % 64;
        do {
            const member_entry& m = members[i];
            if (std::size_t{m.size} == name.size() + 3 && m.is_read() && is_name(m, name))
                return &m;
            i = after(i);
        } while (i != 0);
        return nullptr;
    }

    // The first four bytes at p, if more bytes are left than a key has that find_key() finds, and
    // find_key() can be used; else 0.
    [[gnu::always_inline]] static std::uint32_t key_beginning(const char* p, const char* end) {
        std::uint32_t beginning = 0;
        if (oaiwire::detail::has_blocks &&
            end - p > static_cast<std::ptrdiff_t>(member_entry::held)) {
            // blocks are for little-endian machines
            std::memcpy(&beginning, p, sizeof beginning);
        }
        return beginning;
    }
    // Whether find_key() finds every member of such a name.
    static bool is_found(std::string_view name) {
        return !name.empty() && name.size() <= member_entry::held - 3;
    }

    // The member whose key stands at p, where a quote is: its name and at once a colon. Null if
    // there is none, or if `beginning`, the key_beginning() there, is 0. `way`: its way, which is
    // known before its key is compared.
    [[gnu::always_inline]] const member_entry* find_key(const char* p, std::uint32_t beginning,
                                                        std::size_t& way) const {
        if (beginning == 0) return nullptr;
        std::size_t i = lists[key_list(beginning)];
        way = i / 64;
        i %= 64;
        if (members[i].is_key(p)) return &members[i];
        while ((i = after(i)) != 0) {
            if (!members[i].is_key(p)) continue;
            way = members[i].way;
            return &members[i];
        }
        return nullptr;
    }

private:
    // The next member of its list; 0 if there is none.
    std::size_t after(std::size_t index) const { return lists[key_lists + index]; }
    // Most names of the same length differ in the first or in the last character.
    static bool is_name(const member_entry& m, std::string_view name) {
        const char* const key = m.quoted().data();
        return name.empty() || (key[1] == name.front() && key[name.size()] == name.back() &&
                                std::memcmp(key + 1, name.data(), name.size()) == 0);
    }
    [[gnu::cold, gnu::noinline]] void prepare() const {
        fill(offsets);
        for (std::size_t i = 0; i != count; ++i) {
            offsets[count + i].store(
                static_cast<std::uint32_t>(offset(members[i]) + members[i].type->state_at),
                std::memory_order_relaxed);
        }
        offsets[-1].store(1, std::memory_order_release);
    }
};

inline const object_table& description::object() const {
    return static_cast<const object_table*>(details)->prepared();
}

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
