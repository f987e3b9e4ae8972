// The text fields of a form as JSON: the inverse of the names that api/form_writer.hpp makes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/description.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A value of a form: of `texts`, `members` and `elements`, one is not empty in a valid form.
struct form_node {
    std::string name{};                 // of a member
    std::vector<std::string> texts{};   // more than one if the field came repeatedly
    std::vector<form_node> members{};   // name[member]
    std::vector<form_node> elements{};  // name[]
};

// Collects text fields and writes them as one JSON object, for the type that they are read into.
// `a[]` is an element of a list, and so is each of several `a`; `a[b]` is a member of an object. A
// name whose brackets do not match is taken as a whole.
class form_tree {
public:
    // `depth`: how deep values may nest (errc::too_deep); `size`: the most bytes of JSON.
    form_tree(std::size_t depth, std::size_t size) : depth_(depth), size_(size) {}

    // Adds a field, whose name is UTF-8. Of `a[][b]` and `a[][c]`, both are members of one element;
    // a member that the last element has begins another one. Linear in the fields that the form has
    // so far, which limits::parts bounds.
    result<void> add(std::string_view name, std::string text);
    // Appends the members of the object, without braces, each with a comma behind it. A text
    // becomes a string where the type takes one or does not know the member; else it must be JSON
    // (a number, true, an object), or becomes a string that the reader refuses. Errors: a field
    // that is a text and an object at once (errc::type_mismatch), invalid_utf8, limit_exceeded.
    result<void> write(std::string& out, const json::detail::object_table& table);

private:
    result<void> write_node(std::string& out, const form_node& node,
                            const json::detail::description* type);
    result<void> write_text(std::string& out, std::string_view text,
                            const json::detail::description* type);

    form_node root_{};
    std::string path_{};  // of the value that is written
    std::size_t depth_;
    std::size_t size_;
};

// The type of a value that is there: a field's, for example.
const json::detail::description* form_value_type(const json::detail::description* type);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <utility>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// `a[b][]` is a, b and an empty text.
inline std::vector<std::string_view> form_segments(std::string_view name) {
    const std::size_t opening = name.find('[');
    std::vector<std::string_view> out{name.substr(0, opening)};
    for (std::size_t at = opening; at < name.size();) {
        const std::size_t closing = name.find(']', at);
        const auto inner = name.substr(at + 1, closing - at - 1);
        const bool fits = name[at] == '[' && closing != name.npos && inner.find('[') == name.npos;
        if (!fits || opening == 0) return {name};
        out.push_back(inner);
        at = closing + 1;
    }
    return out;
}

inline form_node* find_node(form_node& parent, std::string_view name) {
    for (auto& m : parent.members) {
        if (m.name == name) return &m;
    }
    return nullptr;
}
inline form_node& node_of(form_node& parent, std::string_view name) {
    if (form_node* const found = find_node(parent, name)) return *found;
    auto& added = parent.members.emplace_back();
    added.name = name;
    return added;
}

// Whether the element has a text there already, and so is complete.
inline bool is_taken_node(form_node& element, const std::vector<std::string_view>& path,
                          std::size_t from) {
    form_node* at = &element;
    for (std::size_t i = from; i != path.size(); ++i) {
        if (!at->texts.empty()) return true;
        if (path[i].empty()) return false;  // a list takes more
        at = find_node(*at, path[i]);
        if (at == nullptr) return false;
    }
    return true;
}

OAIWIRE_ADAPTER_INLINE result<void> form_tree::add(std::string_view name, std::string text) {
    const auto path = form_segments(name);
    if (path.size() > depth_) return make_error(errc::too_deep, {}, std::string(path[0]));
    form_node* at = &node_of(root_, path[0]);
    for (std::size_t i = 1; i != path.size(); ++i) {
        if (!path[i].empty()) {
            at = &node_of(*at, path[i]);
            continue;
        }
        auto& all = at->elements;
        if (all.empty() || is_taken_node(all.back(), path, i + 1)) all.emplace_back();
        at = &all.back();
    }
    at->texts.push_back(std::move(text));
    return {};
}

OAIWIRE_ADAPTER_INLINE const json::detail::description* form_value_type(
    const json::detail::description* type) {
    using json::detail::type_kind;
    while (type != nullptr &&
           (type->kind == type_kind::field || type->kind == type_kind::field_apart ||
            type->kind == type_kind::optional)) {
        type = type->inner;
    }
    return type;
}

// The type of a list's elements; null if the type has no list.
inline const json::detail::description* form_element_type(const json::detail::description* type) {
    using namespace json::detail;
    if (type == nullptr) return nullptr;
    if (is_list(*type) || type->kind == type_kind::array) return type->inner;
    if (type->kind != type_kind::choice) return nullptr;
    const auto& choice = type->as<choice_type>();
    for (std::size_t i = 0; i != choice.count; ++i) {
        if (is_list(*choice.alternatives[i].type)) return choice.alternatives[i].type->inner;
    }
    return nullptr;
}

// The type with these members: of a choice the alternative that the tag selects, as the reader
// chooses. Null if none is known.
inline const json::detail::description* form_object_type(const json::detail::description* type,
                                                         const form_node& node) {
    using namespace json::detail;
    if (type == nullptr || type->kind != type_kind::choice) return type;
    const auto& choice = type->as<choice_type>();
    std::string_view tag;
    for (const auto& m : node.members) {
        if (m.name == choice.tag && m.texts.size() == 1) tag = m.texts[0];
    }
    for (std::size_t i = 0; i != choice.count; ++i) {
        const alternative& a = choice.alternatives[i];
        if (a.tags == nullptr && accepts(*a.type, an_object)) return a.type;
        for (std::size_t t = 0; t != a.tag_count; ++t) {
            if (tag == a.tags[t]) return a.type;
        }
    }
    return nullptr;
}

// Whether these members belong to an object that may stand in place of a file.
inline bool is_object_beside_files(const json::detail::description& type, const form_node& node) {
    const auto* const object = form_object_type(&type, node);
    return !node.members.empty() && object != nullptr &&
           object->kind == json::detail::type_kind::object;
}

inline const json::detail::description* form_member_type(const json::detail::description* object,
                                                         std::string_view name) {
    using json::detail::type_kind;
    if (object == nullptr) return nullptr;
    if (object->kind == type_kind::map || object->kind == type_kind::std_map) return object->inner;
    if (object->kind != type_kind::object) return nullptr;
    const auto* const found = object->object().find(name);
    return found ? found->type : nullptr;
}

OAIWIRE_ADAPTER_INLINE result<void> form_tree::write(std::string& out,
                                                     const json::detail::object_table& table) {
    for (const auto& m : root_.members) {
        path_.clear();
        json::detail::append_path_step(path_, {true, m.name, 0});
        const auto* const found = table.find(m.name);
        if (found && !is_object_beside_files(*form_value_type(found->type), m) &&
            holds_files(*form_value_type(found->type))) {
            return make_error(errc::type_mismatch, "a file is expected", path_);
        }
        json::detail::append_string(out, m.name);
        out.push_back(':');
        if (auto done = write_node(out, m, found ? found->type : nullptr); !done) return done;
        out.push_back(',');
    }
    return {};
}

// Recursive: names nest depth_ levels at most.
OAIWIRE_ADAPTER_INLINE result<void> form_tree::write_node(std::string& out, const form_node& node,
                                                          const json::detail::description* type) {
    type = form_value_type(type);
    const int forms = !node.texts.empty() + !node.members.empty() + !node.elements.empty();
    if (forms != 1) {
        return make_error(errc::type_mismatch, "one field is a text and holds others", path_);
    }
    const std::size_t here = path_.size();
    std::size_t index = 0;
    const auto step = [&](const json::detail::path_frame& frame) {
        if (index++ != 0) out.push_back(',');
        path_.resize(here);
        json::detail::append_path_step(path_, frame);
    };
    if (!node.members.empty()) {
        const auto* const object = form_object_type(type, node);
        out.push_back('{');
        for (const auto& m : node.members) {
            step({true, m.name, 0});
            json::detail::append_string(out, m.name);
            out.push_back(':');
            if (auto done = write_node(out, m, form_member_type(object, m.name)); !done)
                return done;
        }
        out.push_back('}');
        path_.resize(here);
        return {};
    }
    const auto* const element = form_element_type(type);
    if (node.elements.empty()) {
        const bool lone = node.texts.size() == 1;
        const bool is_list = type != nullptr && json::detail::is_list(*type);
        // a list without brackets, or as one JSON text
        const bool whole =
            lone && is_list && !element->takes_byte('"') && node.texts[0].starts_with('[');
        if (lone && (!is_list || whole)) return write_text(out, node.texts[0], type);
    }
    out.push_back('[');
    for (const auto& text : node.texts) {
        step({false, {}, index});
        if (auto done = write_text(out, text, form_value_type(element)); !done) return done;
    }
    for (const auto& e : node.elements) {
        step({false, {}, index});
        if (auto done = write_node(out, e, element); !done) return done;
    }
    out.push_back(']');
    path_.resize(here);
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> form_tree::write_text(std::string& out, std::string_view text,
                                                          const json::detail::description* type) {
    bool as_json = type != nullptr && !type->takes_byte('"');
    if (as_json) {
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        as_json = first != text.npos && type->takes_byte(text[first]) &&
                  json::detail::check_text(text, depth_).code == errc::ok;
    }
    if (as_json) {
        out.append(text);
    } else if (!json::detail::append_string(out, text)) {
        return make_error(errc::invalid_utf8, {}, path_);
    }
    if (out.size() > size_) return make_error(errc::limit_exceeded, "limits::body", path_);
    return {};
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
