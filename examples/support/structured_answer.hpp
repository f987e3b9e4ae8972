// Makes up a JSON value that fits a JSON Schema, as the loopback server's answer to a request for
// structured output. Knows the keywords that OpenAI's structured outputs accept.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/oaiwire.hpp>

namespace example {

class structured_answer {
public:
    explicit structured_answer(std::string_view schema)
        : root_(oaiwire::json_view::checked(schema)) {
        write(root_, "value", 0);
    }
    const std::string& text() const { return text_; }

private:
    using view = oaiwire::json_view;

    static double number(view value, double otherwise) {
        return value.is_number() ? std::strtod(std::string(value.text()).c_str(), nullptr)
                                 : otherwise;
    }
    static std::size_t count(view value, std::size_t otherwise) {
        return static_cast<std::size_t>(number(value, static_cast<double>(otherwise)));
    }

    // The schema that a `$ref` such as "#/$defs/Task" names.
    view resolved(view schema) const {
        const auto to = schema["$ref"].string();
        if (!to || *to == "#") return to ? root_ : schema;
        const std::string_view name = std::string_view(*to).substr(to->rfind('/') + 1);
        return root_["$defs"][name];
    }

    // `name` is that of the member, for the words of a text.
    void write(view given, std::string_view name, int depth) {
        constexpr int deepest = 6;  // schemas may contain themselves
        const view schema = resolved(given);
        const view choices = schema["anyOf"];
        if (choices.exists()) {
            view chosen = choices.first();
            choices.each([&](std::string_view, view option) {
                const bool null = option["type"].string() == "null";
                if (null && depth >= deepest) chosen = option;
                return true;
            });
            return write(chosen, name, depth + 1);
        }
        if (schema["const"].exists()) return void(text_ += schema["const"].text());
        if (schema["enum"].exists()) return void(text_ += schema["enum"].first().text());
        const view types = schema["type"];
        const std::string type = (types.is_array() ? types.first() : types).text_or_json();
        if (type == "object") return write_object(schema, depth);
        if (type == "array") return write_list(schema, name, depth, deepest);
        if (type == "integer" || type == "number") return write_number(schema);
        if (type == "boolean") return void(text_ += "true");
        if (type == "string") return write_text(schema, name);
        text_ += "null";
    }

    void write_object(view schema, int depth) {
        text_ += '{';
        bool first = true;
        schema["properties"].each([&](std::string_view name, view property) {
            if (!first) text_ += ',';
            first = false;
            text_.append("\"").append(name).append("\":");
            write(property, name, depth + 1);
            return true;
        });
        text_ += '}';
    }

    void write_list(view schema, std::string_view name, int depth, int deepest) {
        const std::size_t least = count(schema["minItems"], 0);
        const std::size_t most = count(schema["maxItems"], (std::max)(least, std::size_t{2}));
        std::size_t size = std::clamp(std::size_t{2}, least, most);
        if (depth >= deepest) size = least;
        text_ += '[';
        for (std::size_t i = 0; i != size; ++i) {
            if (i != 0) text_ += ',';
            write(schema["items"], name, depth + 1);
        }
        text_ += ']';
    }

    void write_number(view schema) {
        double value = number(schema["minimum"], number(schema["exclusiveMinimum"], 1) + 1);
        value = (std::min)(value, number(schema["maximum"], value));
        const double step = number(schema["multipleOf"], 0);
        if (step > 0) value = step * static_cast<double>(static_cast<long long>(value / step));
        text_ += oaiwire::raw_json::of(static_cast<long long>(value)).text();
    }

    void write_text(view schema, std::string_view name) {
        const std::size_t most = count(schema["maxLength"], 200);
        std::string words = "some words for " + std::string(name);
        words.resize((std::min)(words.size(), most));
        words.resize((std::max)(words.size(), count(schema["minLength"], 0)), '.');
        text_ += oaiwire::raw_json::of(words)->text();
    }

    view root_;
    std::string text_{};
};

// The answer in pieces of a few bytes, if the request asks for a schema.
inline std::vector<std::string> structured_pieces(const oaiwire::ChatCompletionRequest& call) {
    std::vector<std::string> pieces;
    const auto& format = call.response_format;
    if (!format || !format->json_schema || !format->json_schema->schema) return pieces;
    const structured_answer answer(format->json_schema->schema->text());
    constexpr std::size_t size = 7;
    for (std::string_view left = answer.text(); !left.empty();) {
        pieces.emplace_back(oaiwire::utf8_prefix(left, size));
        left.remove_prefix(pieces.back().size());
    }
    return pieces;
}

}  // namespace example
