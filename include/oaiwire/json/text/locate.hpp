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
// of its name, or has a sibling whose name has escapes. The names are borrowed.
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
    // Returns the number of bytes looked at; those looked at twice count twice.
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
    // Skips a value that no path leads into, and counts its bytes.
    const char* skip(const char* p);
    const char* after_closing(const walker& at) const {
        return at.here() != end_ ? at.here() + 1 : end_;
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
           std::memcmp(n.text, step.name.data(), n.size) == 0;
}

// The last child first: paths are added in about the order of the values.
OAIWIRE_INLINE path_tree::link path_tree::child(link of, const path_step& step) {
    node& parent = nodes_[of];
    if (parent.last != 0 && is(nodes_[parent.last], step)) return parent.last;
    for (link at = parent.first; at != 0; at = nodes_[at].next) {
        if (is(nodes_[at], step)) return at;
        if (!step.is_member() && nodes_[at].text == nullptr && nodes_[at].size > step.index) {
            return 0;
        }
    }
    if (size_ == most_nodes) return 0;
    const auto made = static_cast<link>(size_++);
    nodes_[made] = {};
    nodes_[made].text = step.is_member() ? step.name.data() : nullptr;
    nodes_[made].size =
        static_cast<std::uint32_t>(step.is_member() ? step.name.size() : step.index);
    nodes_[made].parent = of;
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
    const char* const after = skip_value(p, end_);
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

OAIWIRE_INLINE const char* path_tree::object(const char* p, node& parent) {
    const auto self = static_cast<link>(&parent - nodes_.data());
    link next = parent.first;
    bool escaped = false;
    walker at(p, end_);
    while (at.next()) {
        const std::string_view key = at.name();
        steps_ += key.size() + 1;
        if (!escaped && std::memchr(key.data(), '\\', key.size()) != nullptr) {
            // a name with escapes may be any of them
            escaped = true;
            for (link c = parent.first; c != 0; c = nodes_[c].next) nodes_[c].ambiguous = true;
        }
        const link found = member(self, next, key);
        if (found == 0) {
            at.leave(skip(at.here()));
            continue;
        }
        node& n = nodes_[found];
        n.ambiguous = n.ambiguous || n.had;  // a duplicate name
        n.had = true;
        at.leave(value(at.here(), n));
        next = n.next;
    }
    return after_closing(at);
}

OAIWIRE_INLINE const char* path_tree::array(const char* p, node& parent) {
    link next = parent.first;  // in the order of the elements
    walker at(p, end_);
    for (std::size_t i = 0; at.next(); ++i) {
        while (next != 0 && nodes_[next].text != nullptr) next = nodes_[next].next;
        ++steps_;
        if (next == 0 || nodes_[next].size != i) {
            at.leave(skip(at.here()));
            continue;
        }
        node& n = nodes_[next];
        at.leave(value(at.here(), n));
        next = n.next;
    }
    return after_closing(at);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
