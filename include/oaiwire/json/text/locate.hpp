// Finds the raw texts of values by their paths, in one pass over a valid JSON text. Values that
// readers might disagree about (duplicate members, escaped names) are not found.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/walk.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A member by its name, or an element by its index.
struct path_step {
    constexpr path_step(const char* member) : name(member) {}
    constexpr path_step(std::string_view member) : name(member) {}
    constexpr path_step(std::size_t element) : index(element) {}
    std::string_view name{};  // "": an element
    std::size_t index = 0;

    bool is_member() const { return !name.empty(); }
};

// A set of paths, each from the outermost value inwards, as a tree: paths with the same beginning
// share the way through the text. A path is not found where a member on the way is not the only one
// of its name, or has a sibling whose name has escapes. The names are borrowed; those of members
// have neither quotes nor backslashes.
//
// add() the paths, those into one array in the order of its elements, then locate() once.
class path_tree {
public:
    static constexpr std::size_t most_steps = 8;    // of a path
    static constexpr std::size_t most_nodes = 200;  // of all paths: steps that are not shared

    path_tree() : size_(1) { nodes_[0] = {}; }  // the other nodes are set when they are added

    // Returns the number of the path, to be given to found(); 0 if it has too many steps, the tree
    // is full, or an element comes after a later one.
    std::size_t add(std::initializer_list<path_step> path);
    // Finds all values in one pass over the text. Values that lie on no path are skipped unchecked.
    // Returns the steps taken, at most one for each byte of the text (see match_budget).
    std::size_t locate(std::string_view text);
    // The text of that value, a view into the text that was searched; empty if it was not found.
    std::string_view found(std::size_t path) const;
    // The value of the empty path.
    static constexpr std::size_t whole = most_nodes;

private:
    using link = std::uint8_t;  // a position in nodes_; 0: none, as the root is nobody's child
    static_assert(most_nodes < 256);

    struct node {
        const char* text;    // the name of a member; null: an element
        std::uint32_t size;  // of the name; or the index of the element
        std::uint32_t found_size;
        const char* found;
        link parent;
        link first;  // child, in the order of adding; the others follow
        link last;
        link next;  // sibling
        bool had;   // the member has come
        bool ambiguous;
    };

    static bool is(const node& n, const path_step& step);
    link child(link of, const path_step& step);
    // The child with that name; 0: none. `from`: a child to begin with, as members come in order.
    link member(link of, link from, std::string_view name) const;
    // p is at the first byte of the node's value. Returns one past the value.
    const char* value(const char* p, node& at);
    const char* object(const char* p, node& at);
    const char* array(const char* p, node& at);
    // Whether the name at p, behind its opening quote, is that of the node.
    bool names(const node& n, const char* p) const;
    // p is at the name of a member, behind its opening quote. Sets `child` to the one that has it,
    // or 0; beginning with that one. Returns one past its closing quote.
    const char* name(const char* p, link of, link& child);
    // Skips a value that no path leads into, and counts its bytes: those of a string, which come in
    // blocks, as a quarter.
    const char* skip(const char* p);
    // From behind an element to the next one or the closing bracket, over a comma.
    const char* to_next(const char* p) const {
        p = past_space(p, end_);
        return p != end_ && *p == ',' ? past_space(p + 1, end_) : p;
    }

    std::size_t size_;  // of nodes_
    std::size_t steps_ = 0;
    const char* end_ = nullptr;
    std::array<node, most_nodes> nodes_;
};

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

#include <cstring>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

OAIWIRE_INLINE bool path_tree::is(const node& n, const path_step& step) {
    if (!step.is_member()) return n.text == nullptr && n.size == step.index;
    return n.text != nullptr && n.size == step.name.size() &&
           (n.text == step.name.data() || std::memcmp(n.text, step.name.data(), n.size) == 0);
}

// The last child first: paths are added in about the order of the values.
OAIWIRE_INLINE path_tree::link path_tree::child(link of, const path_step& step) {
    node& parent = nodes_[of];
    link at = parent.first;
    if (parent.last != 0) {
        const node& last = nodes_[parent.last];
        if (is(last, step)) return parent.last;
        // elements are added in their order: one behind the last has not been added
        if (!step.is_member() && last.text == nullptr && last.size < step.index) at = 0;
    }
    for (; at != 0; at = nodes_[at].next) {
        if (is(nodes_[at], step)) return at;
        if (!step.is_member() && nodes_[at].text == nullptr && nodes_[at].size > step.index) {
            return 0;
        }
    }
    if (size_ == most_nodes) return 0;
    const auto made = static_cast<link>(size_++);
    node& n = nodes_[made];
    n = {};
    n.text = step.is_member() ? step.name.data() : nullptr;
    n.size = static_cast<std::uint32_t>(step.is_member() ? step.name.size() : step.index);
    n.parent = of;
    (parent.last == 0 ? parent.first : nodes_[parent.last].next) = made;
    parent.last = made;
    return made;
}

OAIWIRE_INLINE std::size_t path_tree::add(std::initializer_list<path_step> path) {
    if (path.size() > most_steps) return 0;
    link at = 0;
    for (const path_step& step : path) {
        if (step.index > UINT32_MAX) return 0;
        at = child(at, step);
        if (at == 0) return 0;
    }
    return at == 0 ? whole : at;
}

OAIWIRE_INLINE std::size_t path_tree::locate(std::string_view text) {
    end_ = text.data() + text.size();
    value(skip_space(text.data(), end_), nodes_[0]);
    return steps_;
}

OAIWIRE_INLINE std::string_view path_tree::found(std::size_t path) const {
    if (path == 0) return {};
    const node& n = nodes_[path == whole ? 0 : path];
    for (const node* at = &n;; at = &nodes_[at->parent]) {
        if (at->ambiguous) return {};
        if (at == nodes_.data()) break;
    }
    return n.found == nullptr ? std::string_view() : std::string_view(n.found, n.found_size);
}

OAIWIRE_INLINE const char* path_tree::skip(const char* p) {
    const char* after = p;
    if (p == end_) return p;
    if (*p == '"') {
        after = find_special_soon(p + 1, end_);
        after = after != end_ && *after == '"' ? after + 1 : skip_string(after, end_);
        steps_ += static_cast<std::size_t>(after - p) / 4 + 1;
        return after;
    }
    if (*p == '{' || *p == '[') {
        after = skip_value(p, end_);
    } else {  // of the characters of numbers, `+` alone is not behind the comma
        do ++after;
        while (after != end_ && (*after > ',' || *after == '+') && *after != '}' && *after != ']');
    }
    steps_ += static_cast<std::size_t>(after - p);
    return after;
}

OAIWIRE_INLINE const char* path_tree::value(const char* p, node& at) {
    at.found = p;
    const char* after = nullptr;
    if (at.first != 0 && p != end_ && *p == '{') {
        after = object(p, at);
    } else if (at.first != 0 && p != end_ && *p == '[') {
        after = array(p, at);
    } else {
        after = skip(p);
    }
    at.found_size = static_cast<std::uint32_t>(after - p);
    return after;
}

OAIWIRE_INLINE path_tree::link path_tree::member(link of, link from, std::string_view name) const {
    link at = from;
    do {
        if (at == 0) {  // from the first again
            at = nodes_[of].first;
            if (at == from) break;
        }
        const node& n = nodes_[at];
        if (n.size == name.size() && n.text != nullptr &&
            std::memcmp(n.text, name.data(), name.size()) == 0) {
            return at;
        }
        at = n.next;
    } while (at != from);
    return 0;
}

OAIWIRE_INLINE bool path_tree::names(const node& n, const char* p) const {
    return n.text != nullptr && static_cast<std::size_t>(end_ - p) > n.size && p[n.size] == '"' &&
           std::memcmp(p, n.text, n.size) == 0;
}

OAIWIRE_INLINE const char* path_tree::name(const char* p, link of, link& child) {
    const char* after = find_special_soon(p, end_);
    if (after != end_ && *after == '"') {
        ++after;
    } else {
        after = skip_string(after, end_);
        if (std::memchr(p, '\\', static_cast<std::size_t>(after - p)) != nullptr) {
            // a name with escapes may be any of them
            for (link c = nodes_[of].first; c != 0; c = nodes_[c].next) nodes_[c].ambiguous = true;
        }
    }
    child = after == p ? link{0} : member(of, child, text_between(p, after - 1));
    return after;
}

OAIWIRE_INLINE const char* path_tree::object(const char* p, node& parent) {
    const auto self = static_cast<link>(&parent - nodes_.data());
    link next = parent.first;
    p = past_space(p + 1, end_);
    while (p != end_ && *p == '"') {
        link found = next;
        const char* after = found != 0 && names(nodes_[found], p + 1) ? p + nodes_[found].size + 2
                                                                      : name(p + 1, self, found);
        steps_ += static_cast<std::size_t>(after - p);
        p = past_space(after, end_);
        if (p == end_ || *p != ':') break;
        p = past_space(p + 1, end_);
        if (found == 0) {
            p = to_next(skip(p));
            continue;
        }
        node& n = nodes_[found];
        n.ambiguous = n.ambiguous || n.had;  // a duplicate name
        n.had = true;
        next = n.next;
        if (n.first != 0) {
            p = to_next(value(p, n));
            continue;
        }
        n.found = p;
        p = skip(p);
        n.found_size = static_cast<std::uint32_t>(p - n.found);
        p = to_next(p);
    }
    return p != end_ ? p + 1 : end_;
}

OAIWIRE_INLINE const char* path_tree::array(const char* p, node& parent) {
    link next = parent.first;  // in the order of the elements
    p = past_space(p + 1, end_);
    for (std::size_t i = 0; p != end_ && *p != ']'; ++i) {
        while (next != 0 && nodes_[next].text != nullptr) next = nodes_[next].next;
        ++steps_;
        if (next == 0 || nodes_[next].size != i) {
            p = to_next(skip(p));
            continue;
        }
        node& n = nodes_[next];
        p = to_next(value(p, n));
        next = n.next;
    }
    return p != end_ ? p + 1 : end_;
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
