// Writes the JSON Schema of a type, by its description and its nodes.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/schema_nodes.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// The schema of that type, whose node is `node`. Lets std::bad_alloc through.
raw_json make_schema(const description& type, const schema_node* node, schema_form form);

}}}  // namespace oaiwire::v0_2::json::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <cmath>
#include <optional>

#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/text/print.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// Structs that occur more than once, or within themselves, are definitions (`$defs`), to which
// `$ref` refers; others stand where they occur. The first pass finds which are which. OpenAI's
// strict schemas take no keyword beside `$ref`, so the struct of a member with keywords stands
// there with them: what OpenAI's own SDKs do.
class schema_writer {
public:
    schema_writer(schema_form form, std::string& out) : form_(form), out_(out) {}

    void write(const description& type, const schema_node* node) {
        root_ = type.kind == type_kind::object ? node : nullptr;
        count(type, node, false);
        uses_.erase(std::remove_if(uses_.begin(), uses_.end(),
                                   [](const use& u) { return !u.is_definition; }),
                    uses_.end());
        for (use& u : uses_) u.name = free_name(u.node->name);
        value(type, node, nullptr, false);
        if (uses_.empty()) return;
        out_.pop_back();
        out_ += ",\"$defs\":{";
        for (const use& u : uses_) {
            string(u.name);
            out_.push_back(':');
            object(*u.node, nullptr);
            out_.push_back(',');
        }
        end();
        out_.push_back('}');
    }

private:
    // A struct of the schema, in the order of first occurrence.
    struct use {
        const schema_node* node = nullptr;
        bool is_definition = false;
        std::string name{};
    };

    static const object_table& table_of(const schema_node& node) {
        return node.type->as<object_table>();  // names alone: no offsets are needed
    }
    // The keywords of a member, or null.
    static const keywords* words_of(const schema_node& node, std::size_t member) {
        return node.words ? node.words->of(member) : nullptr;
    }
    static bool is_annotated(const keywords* w) {
        return w && !(w->description.empty() && w->title.empty());
    }
    bool is_strict() const { return form_ == schema_form::strict; }
    use* find(const schema_node* node) {
        const auto at = std::find_if(uses_.begin(), uses_.end(),
                                     [node](const use& u) { return u.node == node; });
        return at != uses_.end() ? &*at : nullptr;
    }

    // Notes the structs in a type, and which of them occur again. `annotated`: the value has
    // keywords that cannot stand beside `$ref`.
    void count(const description& type, const schema_node* node, bool annotated) {
        switch (type.kind) {
            case type_kind::choice: {
                const auto& choice = type.as<choice_type>();
                for (std::size_t i = 0; i != choice.count; ++i) {
                    count(*choice.alternatives[i].type, node->inner[i], false);
                }
                return;
            }
            case type_kind::object:
                if (annotated) return count_members(*node);
                if (use* const before = find(node)) {
                    before->is_definition = node != root_;
                    return;
                }
                uses_.push_back({node});
                return count_members(*node);
            default:
                if (node != nullptr && type.inner != nullptr) count(*type.inner, node, false);
        }
    }
    void count_members(const schema_node& node) {
        const object_table& table = table_of(node);
        for (std::size_t i = 0; i != table.count; ++i) {
            const member_entry& m = table.members[i];
            if (!m.is_read() || node.inner[i] == nullptr) continue;
            const description* type = m.type;
            // a value that can be null is `anyOf`, which takes keywords
            count(*type, node.inner[i],
                  type->kind == type_kind::object && is_annotated(words_of(node, i)));
        }
    }

    // The name, or if a definition has it already, the name with a number.
    std::string free_name(std::string_view own) const {
        std::string name(own);
        const auto is_taken = [&] {
            return std::any_of(uses_.begin(), uses_.end(),
                               [&](const use& u) { return u.name == name; });
        };
        for (std::size_t n = 2; is_taken(); ++n) {
            name.assign(own).append("_").append(std::to_string(n));
        }
        return name;
    }

    void value(const description& type, const schema_node* node, const keywords* words,
               bool nullable) {
        switch (type.kind) {
            case type_kind::field:
            case type_kind::field_apart:
            case type_kind::optional:
                return value(*type.inner, node, words, true);
            case type_kind::boolean:
                return whole("boolean", words, nullable);
            case type_kind::integer:
                begin("integer", words, nullable);
                integer_bounds(type, words);
                return end();
            case type_kind::real:
                begin("number", words, nullable);
                if (words) number_bounds(words->minimum, words->maximum, *words);
                return end();
            case type_kind::open_enum:
            case type_kind::closed_enum: {
                const auto& e = type.as<enum_type>();
                begin("string", words, nullable);
                names(e.names, e.count, nullable);
                return end();
            }
            case type_kind::raw:  // any value
                out_.push_back('{');
                annotations(words);
                return end();
            case type_kind::list:
            case type_kind::bytes:
            case type_kind::floats:
            case type_kind::flags:
            case type_kind::array:
                return list(type, node, words, nullable);
            case type_kind::map:
            case type_kind::std_map: {
                begin("object", words, nullable);
                out_ += "\"additionalProperties\":";
                const keywords inner = of_elements(words);
                value(*type.inner, node, &inner, false);
                return end();
            }
            case type_kind::choice:
                return choice(type, *node, words, nullable);
            case type_kind::object:
                if (!nullable) return object_or_reference(*node, words);
                out_.push_back('{');
                annotations(words);
                out_ += "\"anyOf\":[";
                object_or_reference(*node, nullptr);
                out_ += R"(,{"type":"null"}]})";
                return;
            default:  // text and view
                begin("string", words, nullable);
                if (words) {
                    text("pattern", words->pattern);
                    text("format", words->format);
                    counted("minLength", words->min_length);
                    counted("maxLength", words->max_length);
                }
                return end();
        }
    }

    void list(const description& type, const schema_node* node, const keywords* words,
              bool nullable) {
        begin("array", words, nullable);
        out_ += "\"items\":";
        const keywords inner = of_elements(words);
        value(*type.inner, node, &inner, false);
        out_.push_back(',');
        if (type.kind == type_kind::array) {
            const std::size_t count = type.as<array_type>().count;
            counted("minItems", count);
            counted("maxItems", count);
        } else if (words) {
            counted("minItems", words->min_items);
            counted("maxItems", words->max_items);
        }
        end();
    }

    void choice(const description& type, const schema_node& node, const keywords* words,
                bool nullable) {
        out_.push_back('{');
        annotations(words);
        out_ += "\"anyOf\":[";
        const auto& of = type.as<choice_type>();
        for (std::size_t i = 0; i != of.count; ++i) {
            value(*of.alternatives[i].type, node.inner[i], nullptr, false);
            out_.push_back(',');
        }
        if (nullable) out_ += R"({"type":"null"},)";
        out_.back() = ']';
        out_.push_back('}');
    }

    void object_or_reference(const schema_node& node, const keywords* words) {
        if (!is_annotated(words)) {
            if (&node == root_ && !out_.empty()) {
                out_ += R"({"$ref":"#"})";
                return;
            }
            if (const use* const definition = find(&node)) {
                out_ += "{\"$ref\":";
                string("#/$defs/" + definition->name);
                out_.push_back('}');
                return;
            }
        }
        object(node, words);
    }

    // Properties are in the order of the members: models fill them in this order.
    void object(const schema_node& node, const keywords* words) {
        const object_table& table = table_of(node);
        begin("object", nullptr, false);
        annotations(words, node.words ? node.words->own : nullptr);
        std::string required;
        const auto require = [&required](std::string_view name) {
            required.append(required.empty() ? "" : ",").append(name);
        };
        out_ += "\"properties\":{";
        if (table.tag_size != 0) {
            std::string tag;
            append_string(tag, table.tag());
            require(tag);
            out_.append(tag).append(":");
            tags(node);
            out_.push_back(',');
        }
        for (std::size_t i = 0; i != table.count; ++i) {
            const member_entry& m = table.members[i];
            if (!m.is_read()) continue;
            const bool is_tag = (table.tag_bit >> i & 1) != 0;
            if (is_strict() || is_tag || (table.required >> i & 1) != 0) {
                require(m.quoted().substr(0, m.size - std::size_t{1}));  // without the colon
            }
            out_ += m.quoted();
            if (is_tag) {
                tags(node, words_of(node, i));
            } else {
                value(*m.type, node.inner[i], words_of(node, i), false);
            }
            out_.push_back(',');
        }
        close('}');
        if (is_strict() || !required.empty()) out_.append(",\"required\":[" + required + "]");
        // a struct that keeps unknown members takes them
        if (is_strict() || !table.has_extra()) out_ += ",\"additionalProperties\":false";
        out_.push_back('}');
    }

    // The schema of a tag.
    void tags(const schema_node& node, const keywords* words = nullptr) {
        begin("string", words, false);
        if (node.tag_count == 1) {
            text("const", *node.tags);
        } else {
            names(node.tags, node.tag_count, false);
        }
        end();
    }
    void names(const std::string_view* first, std::size_t count, bool nullable) {
        out_ += "\"enum\":[";
        for (std::size_t i = 0; i != count; ++i) {
            if (first[i].empty()) continue;  // of a tag that may be absent
            string(first[i]);
            out_.push_back(',');
        }
        if (nullable) out_ += "null,";
        close(']');
        out_.push_back(',');
    }

    // An integer's own bounds are written if it has fewer than 64 bits, and the 0 of an unsigned
    // one, unless the keywords give narrower ones.
    void integer_bounds(const description& type, const keywords* words) {
        static constexpr keywords none{};
        const keywords& w = words ? *words : none;
        std::optional<double> low = w.minimum;
        std::optional<double> high = w.maximum;
        const std::size_t bits = 8 * std::size_t{type.size} - (type.is_signed ? 1 : 0);
        const double most = std::ldexp(1.0, static_cast<int>(bits));
        const double lowest = type.is_signed ? -most : 0;
        if ((bits < 63 || !type.is_signed) && !(low && *low > lowest) &&
            !(w.exclusive_minimum && *w.exclusive_minimum >= lowest)) {
            low = lowest;
        }
        if (bits < 63 && !(high && *high < most - 1) &&
            !(w.exclusive_maximum && *w.exclusive_maximum <= most - 1)) {
            high = most - 1;
        }
        number_bounds(low, high, w);
    }
    void number_bounds(const std::optional<double>& low, const std::optional<double>& high,
                       const keywords& words) {
        number("minimum", low);
        number("maximum", high);
        number("exclusiveMinimum", words.exclusive_minimum);
        number("exclusiveMaximum", words.exclusive_maximum);
        number("multipleOf", words.multiple_of);
    }

    // The keywords of a list that apply to its elements.
    static keywords of_elements(const keywords* words) {
        keywords out;
        if (words) out = *words;
        out.description = out.title = {};
        out.min_items = out.max_items = {};
        return out;
    }

    // Each part is followed by a comma, which end() removes.
    void begin(std::string_view type, const keywords* words, bool nullable) {
        out_ += "{\"type\":";
        if (nullable) out_.push_back('[');
        string(type);
        if (nullable) out_ += ",\"null\"]";
        out_.push_back(',');
        annotations(words);
    }
    void end() { close('}'); }
    void close(char bracket) {
        if (out_.back() == ',') {
            out_.back() = bracket;
        } else {
            out_.push_back(bracket);
        }
    }
    void whole(std::string_view type, const keywords* words, bool nullable) {
        begin(type, words, nullable);
        end();
    }
    // Title and description; those of `otherwise` where `words` has none.
    void annotations(const keywords* words, const keywords* otherwise = nullptr) {
        const auto put = [&](std::string_view name, std::string_view keywords::*of) {
            if (words && !(words->*of).empty()) {
                text(name, words->*of);
            } else if (otherwise) {
                text(name, otherwise->*of);
            }
        };
        put("title", &keywords::title);
        put("description", &keywords::description);
    }
    void string(std::string_view text) {
        if (!append_string(out_, text)) out_ += "\"\"";  // static text that is not UTF-8
    }
    void text(std::string_view name, std::string_view value) {
        if (value.empty()) return;
        string(name);
        out_.push_back(':');
        string(value);
        out_.push_back(',');
    }
    // Without a fraction if it has none.
    void number(std::string_view name, const std::optional<double>& value) {
        if (!value) return;
        string(name);
        out_.push_back(':');
        constexpr double exact = 9007199254740992;  // 2^53
        if (std::fabs(*value) <= exact && std::floor(*value) == *value) {
            append_number(out_, static_cast<std::int64_t>(*value));
        } else {
            append_number(out_, *value);
        }
        out_.push_back(',');
    }
    void counted(std::string_view name, const std::optional<std::size_t>& value) {
        if (value) number(name, std::optional<double>(static_cast<double>(*value)));
    }

    schema_form form_;
    std::string& out_;
    const schema_node* root_ = nullptr;
    std::vector<use> uses_{};  // after the first pass, the definitions alone
};

OAIWIRE_INLINE raw_json make_schema(const description& type, const schema_node* node,
                                    schema_form form) {
    std::string text;
    schema_writer(form, text).write(type, node);
    return raw_json::trusted(text);
}

}}}  // namespace oaiwire::v0_2::json::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
