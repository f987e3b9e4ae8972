// Compares a payload with OpenAI's document, as read_options::conform does, and says where in the
// input each deviation is. Unknown members are findings too.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/api/conformance.hpp>
#include <oaiwire/json/text/view.hpp>

#include "finding.hpp"
#include "json_checks.hpp"
#include "located.hpp"

namespace inspect {

class schema_checks {
public:
    schema_checks(const located& in, finding_list& found) : in_(in), found_(found) {}

    void look(oaiwire::json_view v, const oaiwire::json::document_schema& due) {
        value(v, due, false);
    }

private:
    using types = oaiwire::json::value_types;
    using due_value = oaiwire::json::value_due;
    using presence = oaiwire::json::presence;

    void value(oaiwire::json_view v, const oaiwire::json::document_schema& due, bool or_null) {
        if (v.is_null() && (or_null || has(due.types, types::null))) return;
        if (!fits(v, due.types)) return mistyped(v, due.types);
        if (v.is_number()) {
            const double number = number_of(v);
            if (!(number >= due.low && number <= due.high)) add("out_of_range", v);
        }
        const bool map = v.is_object() && due.members.empty();
        if ((v.is_array() || map) && due.element) elements(v, *due.element);
        if (!v.is_object()) return;
        if (due.alternatives.empty()) {
            if (!due.members.empty()) members(v, due.members);
            return;
        }
        const auto tag = v[due.tag].string();
        if (!tag) {
            path_.member(due.tag);
            add(v[due.tag].exists() ? "mistyped" : "missing", v);
            return path_.back_to(path_.size() - due.tag.size() - (path_.size() > due.tag.size()));
        }
        for (const auto& one : due.alternatives) {
            if (*tag == one.tag) return value(v, one.object, false);
        }
    }
    void value(oaiwire::json_view v, const due_value& due, bool or_null) {
        if (due.of == due_value::shape::one && due.by) return value(v, *due.by, or_null);
        if (v.is_null() && or_null) return;
        const bool list = due.of == due_value::shape::list;
        if (list ? !v.is_array() : !v.is_object()) {
            return mistyped(v, list ? types::list : types::object);
        }
        if (due.of == due_value::shape::one) return members(v, due.members);
        due_value inner = due;
        inner.of = due_value::shape::one;
        elements(v, inner);
    }
    template <class Due>
    void elements(oaiwire::json_view all, const Due& due) {
        const bool named = all.is_object();
        const std::size_t size = path_.size();
        std::size_t index = 0;
        all.each([&](std::string_view name, oaiwire::json_view element) {
            if (named) {
                path_.member(name);
            } else {
                path_.element(index++);
            }
            value(element, due, false);
            path_.back_to(size);
            return true;
        });
    }
    void members(oaiwire::json_view object, std::span<const oaiwire::json::schema_member> due) {
        const std::size_t size = path_.size();
        std::array<oaiwire::json_view, 64> seen{};
        object.each([&](std::string_view name, oaiwire::json_view member) {
            std::size_t i = 0;
            while (i != due.size() && name != due[i].name) ++i;
            if (i != due.size()) {
                seen[i] = member;
            } else {
                path_.member(name);
                found_.add("unknown_member", in_.at(name), path_.text());
                path_.back_to(size);
            }
            return true;
        });
        for (std::size_t i = 0; i != due.size(); ++i) {
            const auto& m = due[i];
            path_.member(m.name);
            if (seen[i].exists()) {
                value(seen[i], m.value,
                      m.is == presence::optional_or_null || m.is == presence::required_or_null);
            } else if (m.is == presence::required || m.is == presence::required_or_null) {
                add("missing", object);
            }
            path_.back_to(size);
        }
    }

    // A missing member is marked at the brace of its object.
    void add(std::string_view name, oaiwire::json_view at) {
        const std::string_view text = at.text();
        const bool whole = !at.is_object() && !at.is_array();
        found_.add(name, in_.at(text.substr(0, whole ? text.size() : 1)), path_.text());
    }
    void mistyped(oaiwire::json_view v, types due) {
        if (v.is_null()) return add("null_member", v);
        const std::string_view text = v.text();
        const bool whole = !v.is_object() && !v.is_array();
        found_.add("mistyped", in_.at(text.substr(0, whole ? text.size() : 1)), path_.text(),
                   words(due) + " was due");
    }
    static std::string words(types due) {
        std::string out;
        const auto add = [&](types one, std::string_view word) {
            if (!has(due, one)) return;
            if (!out.empty()) out.append(" or ");
            out.append(word);
        };
        add(types::text, "a string");
        add(types::integer, "an integer");
        add(types::number, "a number");
        add(types::boolean, "a boolean");
        add(types::object, "an object");
        add(types::list, "an array");
        return out.empty() ? "another value" : out;
    }

    static bool fits(oaiwire::json_view v, types due) {
        if (due == types::any) return true;
        if (v.is_string()) return has(due, types::text);
        if (v.is_object()) return has(due, types::object);
        if (v.is_array()) return has(due, types::list);
        if (v.is_null()) return has(due, types::null);
        if (!v.is_number()) return has(due, types::boolean);
        if (has(due, types::number)) return true;
        if (!has(due, types::integer)) return false;
        const bool digits = v.text().find_first_of(".eE") == std::string_view::npos;
        const double number = digits ? 0 : number_of(v);
        return number == std::floor(number);
    }
    static double number_of(oaiwire::json_view v) {
        return std::strtod(std::string(v.text().substr(0, 400)).c_str(), nullptr);
    }

    const located& in_;
    finding_list& found_;
    path_text path_{};
};

}  // namespace inspect
