// What a gateway's author writes over simdjson: each chunk is parsed, the model replaced, and the
// chunk written again. Two forms: the values that do not matter are copied as the raw text that
// On-Demand found (the fastest, which assumes nothing about their contents), or everything is read
// and written (what a program does that has structs of its own).
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "server.hpp"
#include "simdjson_ordered.hpp"
#include "simdjson_reader.hpp"

namespace bench {

struct counts_read {
    std::int64_t prompt = 0, completion = 0, total = 0;
    friend bool operator==(const counts_read&, const counts_read&) = default;
};

// Copies each member of the outermost object, in any order, and replaces the model. Values are not
// looked into, except for usage.
class simdjson_copying_gateway {
public:
    explicit simdjson_copying_gateway(std::string_view model) : model_(model) {}

    counts_read counts{};

    // Appends the event to `out`.
    void pass(std::string_view json, std::string& out) {
        simdjson::ondemand::document document;
        simdjson::ondemand::object object;
        if (!got(parser_.iterate(padded_(json)), document)) std::abort();
        if (!got(document.get_object(), object)) std::abort();
        out.append("data: {");
        bool first = true;
        for (auto field : object) {
            simdjson::ondemand::raw_json_string key;
            simdjson::ondemand::value value;
            if (!got(field.key(), key) || !got(field.value(), value)) std::abort();
            // the raw name up to its quote, as most names have no escapes
            const std::string_view name = name_at(key.raw());
            out.append(first ? "\"" : ",\"").append(name).append("\":");
            first = false;
            if (name == "model") {
                out.append("\"").append(model_).append("\"");
                continue;
            }
            if (name == "usage")
                read_usage(value, out);
            else
                append_raw(value, out);
        }
        out.append("}\n\n");
    }

private:
    static std::string_view name_at(const char* p) {
        const char* end = p;
        while (*end != '"') ++end;
        return {p, static_cast<std::size_t>(end - p)};
    }
    static void append_raw(simdjson::ondemand::value& value, std::string& out) {
        std::string_view text;
        if (!got(simdjson::to_json_string(value), text)) std::abort();
        while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') {
            text.remove_suffix(1);
        }
        out.append(text);
    }
    void read_usage(simdjson::ondemand::value& value, std::string& out) {
        simdjson::ondemand::object usage;
        if (!got(value.get_object(), usage)) return append_raw(value, out);
        out.push_back('{');
        bool first = true;
        for (auto field : usage) {
            simdjson::ondemand::raw_json_string key;
            simdjson::ondemand::value count;
            if (!got(field.key(), key) || !got(field.value(), count)) std::abort();
            const std::string_view name = name_at(key.raw());
            out.append(first ? "\"" : ",\"").append(name).append("\":");
            first = false;
            std::int64_t* const to = name == "prompt_tokens"       ? &counts.prompt
                                     : name == "completion_tokens" ? &counts.completion
                                     : name == "total_tokens"      ? &counts.total
                                                                   : nullptr;
            std::int64_t n = 0;
            if (to == nullptr) {
                append_raw(count, out);
            } else if (got(count.get_int64(), n)) {
                *to = n;
                out.append(std::to_string(n));
            }
        }
        out.push_back('}');
    }

    simdjson::ondemand::parser parser_{};
    padded_text padded_{};
    std::string model_;
};

// Reads the chunk into a struct, in the order of the members, and writes the struct.
class simdjson_struct_gateway {
public:
    simdjson_struct_gateway(server from, std::string_view model) : reader_(from), model_(model) {}

    counts_read counts{};

    void pass(std::string_view json, std::string& out) {
        const oaiwire::ChatCompletionChunk& c = reader_.read(json);
        out.append("data: {\"id\":");
        text(out, *c.id);
        if (c.object) text(out.append(",\"object\":"), *c.object);
        if (c.created) out.append(",\"created\":").append(std::to_string(*c.created));
        text(out.append(",\"model\":"), model_);
        if (c.service_tier) text(out.append(",\"service_tier\":"), c.service_tier->text());
        if (c.system_fingerprint) {
            text(out.append(",\"system_fingerprint\":"), *c.system_fingerprint);
        }
        out.append(",\"choices\":[");
        for (std::size_t i = 0; i != c.choices.size(); ++i) {
            if (i != 0) out.push_back(',');
            choice(out, c.choices[i]);
        }
        out.append("],\"usage\":");
        if (c.usage) {
            counts = {*c.usage->prompt_tokens, *c.usage->completion_tokens, *c.usage->total_tokens};
            out.append("{\"prompt_tokens\":").append(std::to_string(counts.prompt));
            out.append(",\"completion_tokens\":").append(std::to_string(counts.completion));
            out.append(",\"total_tokens\":").append(std::to_string(counts.total)).append("}");
        } else {
            out.append("null");
        }
        if (c.obfuscation) text(out.append(",\"obfuscation\":"), *c.obfuscation);
        out.append("}\n\n");
    }

private:
    static void text(std::string& out, std::string_view s) {
        out.push_back('"');
        // runs of bytes that need no escape
        std::size_t from = 0;
        for (std::size_t i = 0; i != s.size(); ++i) {
            const auto c = static_cast<unsigned char>(s[i]);
            if (c >= 0x20 && c != '"' && c != '\\') continue;
            out.append(s, from, i - from);
            from = i + 1;
            static constexpr char digits[] = "0123456789abcdef";
            if (c == '"' || c == '\\') {
                out.push_back('\\');
                out.push_back(s[i]);
            } else if (c == '\n') {
                out.append("\\n");
            } else {
                out.append("\\u00").push_back(digits[c >> 4]);
                out.push_back(digits[c & 15]);
            }
        }
        out.append(s, from, s.size() - from).push_back('"');
    }
    static void choice(std::string& out, const oaiwire::ChatCompletionChunkChoice& c) {
        out.append("{\"index\":").append(std::to_string(*c.index)).append(",\"delta\":{");
        bool first = true;
        const auto name = [&](std::string_view member) {
            out.append(first ? "\"" : ",\"").append(member).append("\":");
            first = false;
        };
        if (c.delta && c.delta->role) {
            name("role");
            text(out, c.delta->role->text());
        }
        if (c.delta && c.delta->content) {
            if (const auto* s = std::get_if<std::string>(&*c.delta->content)) {
                name("content");
                text(out, *s);
            }
        }
        // only the first delta has a role, and a refusal
        if (c.delta && c.delta->role) out.append(",\"refusal\":null");
        out.append("},\"logprobs\":null,\"finish_reason\":");
        if (c.finish_reason) {
            text(out, c.finish_reason->text());
        } else {
            out.append("null");
        }
        out.push_back('}');
    }

    simdjson_ordered_reader<oaiwire::ChatCompletionChunk> reader_;
    std::string model_;
};

}  // namespace bench
