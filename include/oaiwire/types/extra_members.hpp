// extra_members: the members of a JSON object that its C++ type does not declare, in order and
// verbatim.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/boxed_text.hpp>
#include <oaiwire/types/field.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// Stored as one JSON text, `"name":value,"name":value`, and parsed on access: reading into the same
// object again does not allocate. Lookups take linear time. Every wire type has such a member,
// `extra`; use it to send members that the type lacks. Not thread-safe while modified.
class extra_members {
public:
    // One member. Views into the text, valid until it is modified.
    struct member {
        std::string_view name{};   // as spelled in JSON, without the quotes, escapes kept
        std::string_view value{};  // one JSON value
        friend bool operator==(const member&, const member&) = default;
    };

    // Forward iterator. Invalid once the members are modified.
    class iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using value_type = member;
        using difference_type = std::ptrdiff_t;
        using pointer = const member*;
        using reference = const member&;

        iterator() = default;
        explicit iterator(std::string_view rest) : rest_(rest) { parse(); }
        reference operator*() const { return current_; }
        pointer operator->() const { return &current_; }
        iterator& operator++() {
            rest_.remove_prefix(taken_);
            parse();
            return *this;
        }
        iterator operator++(int) {
            iterator old = *this;
            ++*this;
            return old;
        }
        friend bool operator==(const iterator& a, const iterator& b) {
            return a.rest_.size() == b.rest_.size();
        }
        // The length of the text from this member on, in bytes.
        std::size_t rest() const { return rest_.size(); }
        // The length of this member's text, following comma included, in bytes.
        std::size_t taken() const { return taken_; }

    private:
        void parse();

        std::string_view rest_{};
        member current_{};
        std::size_t taken_ = 0;
    };

    // Iteration over the members, in order.
    iterator begin() const { return iterator(text_.view()); }
    iterator end() const { return iterator(); }
    // True if there are no members.
    bool empty() const { return text_.empty(); }
    // The number of members. Takes linear time.
    std::size_t size() const { return static_cast<std::size_t>(std::distance(begin(), end())); }

    // Returns the JSON text of the last member of that name (RFC 8259 leaves duplicates open; in
    // this library the last one wins), or nothing. A view, valid until the members are modified.
    std::optional<std::string_view> find(std::string_view name) const;
    // True if there is a member of that name.
    bool contains(std::string_view name) const { return find(name).has_value(); }

    // Sets a member. An existing one keeps its position. Returns errc::ok or, with nothing changed:
    // errc::invalid_text if name or value is not UTF-8, errc::not_finite for NaN and infinity,
    // errc::out_of_memory.
    errc set(std::string_view name, const raw_json& value) {
        return within_memory([&] { return set_member(name, value); });
    }
    errc set(std::string_view name, null_t) { return set(name, raw_json()); }
    errc set(std::string_view name, bool value) { return set(name, raw_json::of(value)); }
    errc set(std::string_view name, std::integral auto value) {
        return within_memory([&] { return set_member(name, raw_json::of(value)); });
    }
    errc set(std::string_view name, double value) { return set_result(name, raw_json::of(value)); }
    errc set(std::string_view name, std::string_view value) {
        return set_result(name, raw_json::of(value));
    }
    errc set(std::string_view name, const std::string& value) {
        return set(name, std::string_view(value));
    }
    errc set(std::string_view name, const char* value) {
        return set(name, std::string_view(value));
    }

    // Removes all members of that name. Returns whether there were any.
    bool erase(std::string_view name);
    // Removes all members.
    void clear() { text_.clear(); }

    // All members as written between the braces of an object: `"a":1,"b":[2]`.
    const std::string& text() const { return text_.get(); }

    // For the library: appends a member without checking it. `raw_name` is the name as spelled in
    // JSON.
    void append_trusted(std::string_view raw_name, std::string_view value);

    // For the library: the same for text that spells members as text() does, `"a":1,"b":[2]`.
    void append_trusted(std::string_view members) {
        std::string& text = text_.make();
        if (!text.empty()) text.push_back(',');
        text.append(members);
    }

    // For the library: set() for a name known to be UTF-8. Lets std::bad_alloc through.
    void set_trusted(std::string_view name, const raw_json& value) { set_member(name, value); }

    friend bool operator==(const extra_members& a, const extra_members& b) {
        return a.text_.view() == b.text_.view();
    }

private:
    errc set_member(std::string_view name, const raw_json& value);
    // Offset and length of the first member of that name, including the following comma.
    std::pair<std::size_t, std::size_t> find_span(std::string_view name) const;
    errc set_result(std::string_view name, const result<raw_json>& value) {
        return value ? set(name, *value) : value.error().code;
    }

    detail::boxed_text text_{};
};

namespace detail {

// The value of an unknown member; empty where there is none. Valid until `extra` changes.
inline json_view extra_view(const extra_members& extra, const char* name) {
    const auto text = extra.find(name);
    return text ? json_view(*text) : json_view();
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <algorithm>

#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/walk.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Whether a text may have a member of that name: it has that name in quotes, or any escape. Looks
// at 16 bytes at a time, since most texts have none.
OAIWIRE_INLINE bool may_have_member(std::string_view text, std::string_view name) {
    using json::detail::block;
    using json::detail::block_size;
    const std::size_t around = name.size() + 1;  // from one quote to the other
    if (text.size() < around + block_size || name.empty() || !json::detail::has_blocks) return true;
    const block quote = block::all('"');
    const block backslash = block::all('\\');
    const block first = block::all(static_cast<unsigned char>(name.front()));
    const char* p = text.data();
    const char* const last = p + (text.size() - around - block_size);  // where all blocks fit
    const char* const end = p + text.size();
    for (;;) {
        const block here = block::load(p);
        const block found = equal(here, quote) & equal(block::load(p + 1), first) &
                            equal(block::load(p + around), quote);
        if (any_of(found | equal(here, backslash))) return true;
        if (p == last) break;
        p = last - p < block_size ? last : p + block_size;
    }
    // the quotes of a name that comes later do not fit: only escapes are left
    return std::find(last + block_size, end, '\\') != end;
}

}  // namespace detail

OAIWIRE_INLINE void extra_members::iterator::parse() {
    if (rest_.empty()) return;
    json::detail::walker at(rest_);
    at.next();
    current_.name = at.name();
    current_.value = at.take();
    taken_ = static_cast<std::size_t>(at.here() - rest_.data());
}

OAIWIRE_INLINE std::optional<std::string_view> extra_members::find(std::string_view name) const {
    std::optional<std::string_view> found;
    if (!detail::may_have_member(text_.view(), name)) return found;
    for (const member& m : *this) {
        if (json::detail::same_name(m.name, name)) found = m.value;
    }
    return found;
}

OAIWIRE_INLINE bool extra_members::erase(std::string_view name) {
    bool any = false;
    for (auto span = find_span(name); span.second != 0; span = find_span(name)) {
        text_.make().erase(span.first, span.second);
        any = true;
    }
    if (any && text_.view().ends_with(',')) text_.make().pop_back();
    return any;
}

OAIWIRE_INLINE void extra_members::append_trusted(std::string_view raw_name,
                                                  std::string_view value) {
    std::string& text = text_.make();
    if (!text.empty()) text.push_back(',');
    text.append("\"").append(raw_name).append("\":").append(value);
}

OAIWIRE_INLINE errc extra_members::set_member(std::string_view name, const raw_json& value) {
    std::string entry;
    if (!json::detail::append_string(entry, name)) return errc::invalid_text;
    entry.append(":").append(value.text()).push_back(',');
    // nothing below can fail
    std::string& text = text_.make();
    text.reserve(text.size() + entry.size() + 1);
    std::size_t at = text.size();
    if (const auto old = find_span(name); old.second != 0) {
        at = old.first;
        erase(name);
    }
    if (at < text.size()) {
        text.insert(at, entry);
    } else {
        if (!text.empty()) text.push_back(',');
        text.append(entry).pop_back();
    }
    return errc::ok;
}

OAIWIRE_INLINE std::pair<std::size_t, std::size_t> extra_members::find_span(
    std::string_view name) const {
    for (iterator i = begin(); i != end(); ++i) {
        if (json::detail::same_name(i->name, name))
            return {text_.view().size() - i.rest(), i.taken()};
    }
    return {0, 0};
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
