// A reference validator for the part of JSON Schema that the library writes, and for the rules that
// OpenAI documents for strict schemas. Shares no code with the library.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

namespace oracle {

class json_schema {
public:
    explicit json_schema(const std::string& text) : root_(nlohmann::json::parse(text)) {}

    // Why the schema refuses a value; "" if it accepts it.
    std::string refuses(const nlohmann::json& value) const { return refuses(value, root_); }
    bool accepts(const nlohmann::json& value) const { return refuses(value).empty(); }

    // What OpenAI's guide does not allow in a strict schema; "" if nothing is wrong.
    std::string not_strict() const {
        if (root_.value("type", "") != "object") return "the root is no object";
        const json definitions = root_.value("$defs", json::object());
        for (const auto& [name, schema] : definitions.items()) {
            if (std::string wrong = not_strict(schema); !wrong.empty()) return name + ": " + wrong;
        }
        return not_strict(root_);
    }

private:
    using json = nlohmann::json;

    static bool has_type(const json& value, const std::string& type) {
        if (type == "null") return value.is_null();
        if (type == "boolean") return value.is_boolean();
        if (type == "string") return value.is_string();
        if (type == "array") return value.is_array();
        if (type == "object") return value.is_object();
        if (type == "number") return value.is_number();
        if (!value.is_number()) return false;  // integer
        const auto number = value.get<long double>();
        return std::floor(number) == number;
    }
    static std::size_t characters(const std::string& utf8) {
        return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
        }));
    }

    // Compiling a pattern takes longest.
    const std::regex& pattern(const std::string& text) const {
        const auto at = patterns_.find(text);
        return at != patterns_.end() ? at->second
                                     : patterns_.emplace(text, std::regex(text)).first->second;
    }
    const json& resolve(const std::string& reference) const {
        if (reference == "#") return root_;
        return root_.at(json::json_pointer(reference.substr(1)));
    }

    std::string refuses(const json& value, const json& schema) const {
        for (const auto& [keyword, words] : schema.items()) {
            if (std::string why = refuses(value, schema, keyword, words); !why.empty()) return why;
        }
        return "";
    }

    // By one keyword, whose value is `words`.
    std::string refuses(const json& value, const json& schema, const std::string& keyword,
                        const json& words) const {
        static const std::set<std::string> annotations{"$defs", "description", "title", "format"};
        const auto unless = [&](bool fits) {
            return fits ? std::string() : keyword + " " + words.dump() + ": " + value.dump();
        };
        if (annotations.count(keyword) != 0) return "";
        if (keyword == "$ref") return refuses(value, resolve(words.get<std::string>()));
        if (keyword == "type") {
            if (words.is_string()) return unless(has_type(value, words.get<std::string>()));
            return unless(std::any_of(words.begin(), words.end(), [&](const json& type) {
                return has_type(value, type.get<std::string>());
            }));
        }
        if (keyword == "const") return unless(value == words);
        if (keyword == "enum") {
            return unless(std::find(words.begin(), words.end(), value) != words.end());
        }
        if (keyword == "anyOf") {
            return unless(std::any_of(words.begin(), words.end(), [&](const json& alternative) {
                return refuses(value, alternative).empty();
            }));
        }
        if (keyword == "properties" || keyword == "required" || keyword == "additionalProperties") {
            return value.is_object() ? refuses_object(value, schema, keyword, words) : "";
        }
        if (keyword == "items") {
            if (!value.is_array()) return "";
            for (const json& element : value) {
                if (std::string why = refuses(element, words); !why.empty()) return why;
            }
            return "";
        }
        if (keyword == "minItems") return unless(!value.is_array() || value.size() >= words);
        if (keyword == "maxItems") return unless(!value.is_array() || value.size() <= words);
        if (keyword == "pattern" || keyword == "minLength" || keyword == "maxLength") {
            if (!value.is_string()) return "";
            const auto text = value.get<std::string>();
            if (keyword == "minLength") return unless(characters(text) >= words);
            if (keyword == "maxLength") return unless(characters(text) <= words);
            return unless(std::regex_search(text, pattern(words.get<std::string>())));
        }
        if (!value.is_number()) return "";
        const auto number = value.get<long double>();
        const auto bound = words.get<long double>();
        if (keyword == "minimum") return unless(number >= bound);
        if (keyword == "maximum") return unless(number <= bound);
        if (keyword == "exclusiveMinimum") return unless(number > bound);
        if (keyword == "exclusiveMaximum") return unless(number < bound);
        if (keyword == "multipleOf") {
            return unless(std::fabs(std::remainder(number, bound)) < 1e-9L * bound);
        }
        return "unknown keyword " + keyword;
    }

    std::string refuses_object(const json& value, const json& schema, const std::string& keyword,
                               const json& words) const {
        if (keyword == "required") {
            for (const json& name : words) {
                if (!value.contains(name.get<std::string>())) return "missing " + name.dump();
            }
            return "";
        }
        const json properties = schema.value("properties", json::object());
        for (const auto& [name, member] : value.items()) {
            if (keyword == "properties") {
                if (!words.contains(name)) continue;
                if (std::string why = refuses(member, words.at(name)); !why.empty()) {
                    return name + ": " + why;
                }
            } else if (!properties.contains(name)) {
                if (words == false) return "additional " + name;
                if (std::string why = refuses(member, words); !why.empty()) {
                    return name + ": " + why;
                }
            }
        }
        return "";
    }

    std::string not_strict(const json& schema) const {
        static const std::set<std::string> allowed{"$defs",
                                                   "$ref",
                                                   "additionalProperties",
                                                   "anyOf",
                                                   "const",
                                                   "description",
                                                   "enum",
                                                   "exclusiveMaximum",
                                                   "exclusiveMinimum",
                                                   "format",
                                                   "items",
                                                   "maxItems",
                                                   "maximum",
                                                   "minItems",
                                                   "minimum",
                                                   "multipleOf",
                                                   "pattern",
                                                   "properties",
                                                   "required",
                                                   "title",
                                                   "type"};
        for (const auto& [keyword, words] : schema.items()) {
            if (allowed.count(keyword) == 0) return "keyword " + keyword;
            if (keyword == "$defs" && &schema != &root_) return "definitions within a schema";
        }
        if (schema.contains("$ref")) {
            return schema.size() == 1 ? "" : "keywords beside a reference: " + schema.dump();
        }
        if (schema.contains("items")) return not_strict(schema.at("items"));
        for (const json& alternative : schema.value("anyOf", json::array())) {
            if (std::string wrong = not_strict(alternative); !wrong.empty()) return wrong;
        }
        if (!schema.contains("type")) {
            return schema.contains("anyOf") ? "" : "no type: " + schema.dump();
        }
        if (schema.at("type") != "object") return "";
        if (schema.value("additionalProperties", json()) != json(false)) return "open object";
        std::set<std::string> names;
        for (const auto& [name, property] : schema.at("properties").items()) {
            names.insert(name);
            if (std::string wrong = not_strict(property); !wrong.empty()) {
                return name + ": " + wrong;
            }
        }
        const auto required = schema.at("required").get<std::set<std::string>>();
        return required == names ? "" : "not all members are required";
    }

    json root_;
    mutable std::map<std::string, std::regex> patterns_{};
};

}  // namespace oracle
