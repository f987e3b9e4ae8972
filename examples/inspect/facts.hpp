// All properties of a payload or a stream, under the names of the project's test cases. Everything
// is obtained from the library's functions; nothing is computed here.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/body/reasoning.hpp>
#include <oaiwire/body/response_payload.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/chunk_payload.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <oaiwire/types/embeddings.hpp>
#include <oaiwire/types/images.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_text.hpp>
#include <oaiwire/types/text.hpp>

#include "json_line.hpp"

namespace inspect {

template <class T>
std::optional<T> optional_of(const oaiwire::field<T>& f) {
    return f ? std::optional<T>(*f) : std::nullopt;
}

// Surrogate halves in texts are kept as three bytes each; a text with one is printed as UTF-16,
// which can represent them.
inline bool has_half(std::string_view s) {
    for (std::size_t i = 0; i + 2 < s.size(); ++i) {
        if (s[i] == '\xED' && static_cast<unsigned char>(s[i + 1]) >= 0xA0) return true;
    }
    return false;
}

inline void add_text(json_line& out, std::string_view name, const std::optional<std::string>& s) {
    if (s && has_half(*s)) {
        std::string hex;
        for (const char *p = s->data(), *end = p + s->size(); p != end;) {
            p = append_utf16(hex, p, "");
        }
        out.name(std::string(name) + "_utf16_hex").string(hex);
    } else {
        out.name(name).string_or_null(s);
    }
}

// The same for texts whose empty value equals absent.
inline void add_label(json_line& out, std::string_view name, const oaiwire::field<std::string>& f) {
    add_text(out, name, f && !f->empty() ? std::optional<std::string>(*f) : std::nullopt);
}

template <class T>
void add_json(json_line& out, std::string_view name, const T& value) {
    const auto text = oaiwire::json::write(value);
    out.name(name).raw(text ? *text : "null");
}

inline void add_counts(json_line& out, const oaiwire::token_counts& c) {
    out.name("usage");
    if (!c.any()) {
        out.null();
        return;
    }
    out.open('{').name("prompt").number_or_null(c.prompt);
    out.name("completion").number_or_null(c.completion).name("total").number_or_null(c.total);
    out.name("cached").number_or_null(c.cached).name("reasoning").number_or_null(c.reasoning);
    out.close('}');
}

// The API's error. The library does not distinguish null and ""; the payload does.
inline void add_error(json_line& out, const oaiwire::error& e) {
    const auto payload = oaiwire::json_view::checked(e.api.body);
    const auto object = payload["error"].is_object() ? payload["error"] : payload;
    const auto add = [&](std::string_view name, const std::string& text) {
        out.name(name);
        if (text.empty() && object[name].text() != "\"\"") {
            out.null();
        } else {
            out.string(text);
        }
    };
    out.name("error").open('{').name("message").string(e.message);
    add("type", e.api.type);
    add("code", e.api.code);
    add("param", e.api.param);
    out.close('}');
}

// An error that is not the API's.
inline void add_failure(json_line& out, const oaiwire::error& e) {
    out.name("failure").open('{').name("code").string(oaiwire::name(e.code));
    out.name("path").string(e.path).name("offset");
    if (e.offset == oaiwire::error::no_offset) {
        out.null();
    } else {
        out.number(e.offset);
    }
    out.name("message").string(e.message).close('}');
}

inline void add_value(json_line& out, double v) {
    if (std::isfinite(v)) {
        out.number(v);
    } else {
        out.string(std::isnan(v) ? "nan" : v < 0 ? "-inf" : "inf");
    }
}

inline void add_token_logprobs(json_line& out, std::string_view form,
                               const std::vector<oaiwire::TokenLogprob>& list) {
    out.open('{').name("form").string(form).name("n").number(list.size());
    out.name("tokens").open('[');
    for (const auto& t : list) out.string_or_null(optional_of(t.token));
    out.close(']').name("values").open('[');
    for (const auto& t : list) {
        if (t.logprob) {
            add_value(out, *t.logprob);
        } else {
            // llama.cpp sends probabilities on request
            const auto prob = t.extra.find("prob");
            out.raw(prob ? *prob : "null");
        }
    }
    out.close(']').name("bytes").open('[');
    for (const auto& t : list) {
        if (!t.bytes) {
            out.null();
            continue;
        }
        out.open('[');
        for (const unsigned byte : *t.bytes) out.number(byte);
        out.close(']');
    }
    out.close(']').close('}');
}

inline void add_logprobs(json_line& out, const oaiwire::field<oaiwire::Logprobs>& f) {
    out.name("logprobs");
    if (!f) {
        out.null();
    } else if (f->content && (!f->content->empty() || !f->refusal)) {
        add_token_logprobs(out, "content", *f->content);
    } else if (f->refusal) {
        add_token_logprobs(out, "refusal", *f->refusal);
    } else if (f->tokens || f->token_logprobs) {
        const std::size_t tokens = f->tokens ? f->tokens->size() : 0;
        const std::size_t values = f->token_logprobs ? f->token_logprobs->size() : 0;
        out.open('{').name("form").string(f->tokens ? "legacy" : "array");
        out.name("n").number(std::max(tokens, values)).name("tokens").open('[');
        for (std::size_t i = 0; i != tokens; ++i) out.string((*f->tokens)[i]);
        out.close(']').name("values").open('[');
        for (std::size_t i = 0; i != values; ++i) {
            const auto& value = (*f->token_logprobs)[i];
            if (value) {
                add_value(out, *value);
            } else {
                out.null();
            }
        }
        out.close(']').name("bytes").open('[').close(']').close('}');
    } else {
        out.null();
    }
}

// The types of content parts that are neither text nor reasoning.
inline void add_parts(json_line& out, const oaiwire::MessageContent* content) {
    out.name("parts");
    const auto* parts = content ? std::get_if<std::vector<oaiwire::ContentPart>>(content) : nullptr;
    if (!parts) {
        out.null();
        return;
    }
    out.open('[');
    for (const auto& part : *parts) {
        std::visit(
            [&](const auto& p) {
                using part_type = std::remove_cvref_t<decltype(p)>;
                if constexpr (std::is_same_v<part_type, oaiwire::raw_json>) {
                    const oaiwire::json_view json(p.text());
                    const auto type = json["type"].string();
                    if (type != "thinking" && !json.is_string()) out.string_or_null(type);
                } else if constexpr (!std::is_same_v<part_type, oaiwire::ContentPartText>) {
                    out.string(part_type::tag.value);
                }
            },
            part);
    }
    out.close(']');
}

// `streamed`: accumulated from a stream, where an absent text is empty.
template <class Body>
void add_body(json_line& out, const oaiwire::field<Body>& f, bool streamed) {
    static const Body none{};
    const Body& m = f ? *f : none;
    add_label(out, "role",
              m.role ? oaiwire::field<std::string>(std::string(m.role->text()))
                     : oaiwire::field<std::string>());
    std::optional<std::string> content;
    if (streamed) content.emplace();
    if (m.content) content = oaiwire::text(*m.content);
    add_text(out, "content", content);
    add_parts(out, m.content ? &*m.content : nullptr);
    add_text(out, "reasoning", oaiwire::reasoning(m));
    add_text(out, "refusal", optional_of(m.refusal));
    out.name("tool_calls").open('[');
    if (m.tool_calls) {
        for (const auto& call : *m.tool_calls) {
            const oaiwire::call_parts parts = oaiwire::parts_of(call);
            out.open('{').name("index").number_or_null(parts.index);
            add_text(out, "id", parts.id);
            add_text(out, "type", parts.type);
            add_text(out, "name", parts.name);
            add_text(out, "arguments", parts.arguments);
            out.close('}');
        }
    }
    out.close(']').name("function_call");
    if (m.function_call) {
        out.open('{');
        add_label(out, "name", m.function_call->name);
        add_text(out, "arguments", optional_of(m.function_call->arguments));
        out.close('}');
    } else {
        out.null();
    }
    add_json(out, "audio", m.audio);
    out.name("annotations");
    if (m.annotations) {
        out.number(m.annotations->size());
    } else {
        out.null();
    }
}

inline constexpr std::string_view choice_names[] = {
    "index",   "index_present", "role",       "content",       "parts",       "reasoning",
    "refusal", "tool_calls",    "text",       "function_call", "annotations", "audio",
    "delta",   "message",       "logprobs",   "finish_reason", "finish_kind", "has_delta",
    "error",   "has_message",   "stop_reason"};

template <class Choice>
void add_choice(json_line& out, Choice& choice, std::size_t position, bool streamed) {
    out.open('{').name("index").number(choice.index ? *choice.index
                                                    : static_cast<std::int64_t>(position));
    out.name("index_present").boolean(choice.index.has_value());
    const auto has = [&](std::string_view name) {
        const auto found = choice.extra.find(name);
        return found && oaiwire::json_view(*found).is_object();
    };
    out.name("has_delta");
    if constexpr (requires { choice.delta; }) {
        out.boolean(choice.delta.has_value()).name("has_message").boolean(has("message"));
        oaiwire::chunk_traits<oaiwire::ChatCompletionChunk>::adopt_message(choice, false);
        add_body(out, choice.delta, streamed);
    } else if constexpr (requires { choice.message; }) {
        out.boolean(has("delta")).name("has_message").boolean(choice.message.has_value());
        add_body(out, choice.message, streamed);
    } else {
        out.boolean(has("delta")).name("has_message").boolean(has("message"));
        std::optional<std::string> content = optional_of(choice.text);
        if (streamed && !content) content.emplace();
        add_text(out, "content", content);
    }
    std::optional<std::string> reason;
    if (choice.finish_reason) reason = std::string(choice.finish_reason->text());
    const auto kind = oaiwire::kind_of_finish(reason ? *reason : std::string());
    if (kind == oaiwire::finish_kind::none) reason.reset();
    add_text(out, "finish_reason", reason);
    out.name("finish_kind");
    if (reason) {
        out.string(oaiwire::name(kind));
    } else {
        out.null();
    }
    add_logprobs(out, choice.logprobs);
    if constexpr (requires { choice.stop_reason; }) {
        if (!choice.stop_reason.is_absent()) add_json(out, "stop_reason", choice.stop_reason);
    }
    bool usage = false;
    for (const auto& member : choice.extra) {
        const auto name = oaiwire::json_view("\"" + std::string(member.name) + "\"").string();
        if (name == "usage") {
            const auto read =
                oaiwire::json::read<oaiwire::Usage>(member.value, oaiwire::json::tolerant);
            if (!usage) add_counts(out, read ? oaiwire::counts_of(*read) : oaiwire::token_counts{});
            usage = true;
        } else if (std::find(std::begin(choice_names), std::end(choice_names), *name) ==
                   std::end(choice_names)) {
            out.name(*name).raw(member.value);
        }
    }
    if (!usage) out.name("usage").null();
    out.close('}');
}

// Top-level members that no specification defines.
template <class T>
void add_extras(json_line& out, const T& value) {
    std::vector<std::string> names;
    for (const auto& member : value.extra) {
        auto name = oaiwire::json_view("\"" + std::string(member.name) + "\"").string();
        if (*name != "error") names.push_back(*std::move(name));
    }
    if constexpr (requires { value.obfuscation; }) {
        if (!value.obfuscation.is_absent()) names.emplace_back("obfuscation");
    }
    if constexpr (requires { value.moderation; }) {
        if (!value.moderation.is_absent()) names.emplace_back("moderation");
    }
    if constexpr (requires { value.metadata; }) {
        if (!value.metadata.is_absent()) names.emplace_back("metadata");
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    out.name("extras").open('[');
    for (const auto& n : names) out.string(n);
    out.close(']');
}

// The members of a chunk or response, without braces.
template <class T>
void add_completion(json_line& out, T& value, bool choices_null, bool streamed) {
    add_label(out, "id", value.id);
    add_label(out, "object", value.object);
    out.name("created").number_or_null(optional_of(value.created));
    add_label(out, "model", value.model);
    oaiwire::field<std::string> tier;
    if constexpr (requires { value.service_tier; }) {
        if (value.service_tier) tier = std::string(value.service_tier->text());
    } else if (const auto json = value.extra.find("service_tier")) {
        if (auto text = oaiwire::json_view(*json).string()) tier = *text;
    }
    add_label(out, "service_tier", tier);
    add_label(out, "system_fingerprint", value.system_fingerprint);
    out.name("choices_null").boolean(choices_null);
    add_extras(out, value);
    add_counts(out, oaiwire::counts_of(value));
    out.name("choices").open('[');
    for (std::size_t i = 0; i != value.choices.size(); ++i) {
        add_choice(out, value.choices[i], i, streamed);
    }
    out.close(']');
}

inline void add_list(json_line& out, const oaiwire::ModelList& list) {
    add_label(out, "object", list.object);
    out.name("n").number(list.data.size()).name("ids").open('[');
    for (const auto& m : list.data) out.string_or_null(optional_of(m.id));
    out.close(']').name("created").open('[');
    for (const auto& m : list.data) out.number_or_null(optional_of(m.created));
    out.close(']');
}

inline void add_list(json_line& out, const oaiwire::EmbeddingResponse& response) {
    add_label(out, "object", response.object);
    add_label(out, "model", response.model);
    json_line forms, dims, index;
    forms.open('[');
    dims.open('[');
    index.open('[');
    for (const auto& e : response.data) {
        if (!e.embedding) {
            forms.string("none");
            dims.null();
        } else if (e.embedding->form != oaiwire::embedding_form::other) {
            const bool list = e.embedding->form == oaiwire::embedding_form::floats;
            forms.string(list ? "array" : "base64");
            dims.number(e.embedding->values.size());
        } else {
            forms.string("object");
            dims.null();
        }
        index.number_or_null(optional_of(e.index));
    }
    out.name("n").number(response.data.size());
    out.name("forms").raw(forms.close(']').text()).name("dims").raw(dims.close(']').text());
    out.name("index").raw(index.close(']').text());
    add_counts(out, response.usage ? oaiwire::counts_of(*response.usage) : oaiwire::token_counts{});
}

// All properties of one payload; `class_of_value` is the class of a valid one.
template <class T, class Reader>
std::string facts_with(std::string_view payload, std::string_view class_of_value, Reader&& read) {
    T value;
    oaiwire::error why;
    oaiwire::json::read_report report;
    oaiwire::json::read_options options(oaiwire::json::tolerant);
    options.lone_surrogates = oaiwire::json::surrogates::keep;
    options.report = &report;
    const auto kind = read(oaiwire::payload_text(payload), value, why, options);
    const bool is_read = kind == oaiwire::payload_kind::value ||
                         kind == oaiwire::payload_kind::error ||
                         kind == oaiwire::payload_kind::ignorable;
    if (!is_read) value = T{};
    json_line out;
    out.open('{').name("class").string(kind == oaiwire::payload_kind::value ? class_of_value
                                                                            : oaiwire::name(kind));
    if constexpr (requires { value.choices; }) {
        const bool null = is_read && report.has(oaiwire::json::read_note::kind::nil, "choices");
        add_completion(out, value, null, false);
    } else {
        add_list(out, value);
    }
    if (kind == oaiwire::payload_kind::error) {
        add_error(out, why);
    } else {
        out.name("error").null();
    }
    if (kind == oaiwire::payload_kind::invalid) add_failure(out, why);
    return out.close('}').text();
}

template <class T>
std::string facts_of_chunk(std::string_view payload) {
    return facts_with<T>(payload, "chunk", [](auto&&... a) { return oaiwire::read_chunk(a...); });
}
template <class T>
std::string facts_of_response(std::string_view payload, std::string_view class_of_value) {
    return facts_with<T>(payload, class_of_value,
                         [](auto&&... a) { return oaiwire::read_response(a...); });
}

inline std::string facts_of_error(std::string_view body) {
    json_line out;
    out.open('{').name("class").string("error");
    std::string repaired;
    out.name("json").boolean(oaiwire::payload_view(body, repaired).exists());
    add_error(out, oaiwire::error_of_body(body, 0));
    return out.close('}').text();
}

// Nothing if the kind is unknown. Requests have no properties.
inline std::optional<std::string> facts_of(std::string_view kind, std::string_view payload) {
    using namespace oaiwire;
    if (kind == "chat_chunk") return facts_of_chunk<ChatCompletionChunk>(payload);
    if (kind == "chat_response") return facts_of_response<ChatCompletion>(payload, "response");
    if (kind == "completion_chunk") return facts_of_chunk<CompletionChunk>(payload);
    if (kind == "completion_response") return facts_of_response<Completion>(payload, "response");
    if (kind == "models") return facts_of_response<ModelList>(payload, "models");
    if (kind == "embeddings") return facts_of_response<EmbeddingResponse>(payload, "embeddings");
    if (kind == "error_body") return facts_of_error(payload);
    return std::nullopt;
}

// The members of an accumulated response, without braces.
inline void add_whole(json_line& out, const oaiwire::Response& value) {
    add_label(out, "id", value.id);
    add_label(out, "object", value.object);
    add_json(out, "created", value.created_at);
    add_label(out, "model", value.model);
    out.name("status").string_or_null(
        value.status ? std::optional(std::string(value.status->text())) : std::nullopt);
    add_extras(out, value);
    add_counts(out, value.usage ? oaiwire::counts_of(*value.usage) : oaiwire::token_counts{});
    out.name("text").string(oaiwire::text(value));
    out.name("output").number(value.output.size());
}
inline void add_whole(json_line& out, const oaiwire::ImagesResponse& value) {
    out.name("created").number_or_null(optional_of(value.created));
    add_extras(out, value);
    oaiwire::token_counts counts;
    if (value.usage) {
        counts.prompt = optional_of(value.usage->input_tokens);
        counts.completion = optional_of(value.usage->output_tokens);
        counts.total = optional_of(value.usage->total_tokens);
    }
    add_counts(out, counts);
    out.name("images").open('[');
    for (const auto& image : value.data) {
        out.string(image.b64_json ? "base64" : image.url ? "url" : "none");
    }
    out.close(']');
}

// All properties of a stream; `error`: the API's error, or null.
template <class Response>
std::string facts_of_stream(Response response, const oaiwire::stream_statistics& seen,
                            const oaiwire::error* error) {
    json_line out;
    out.open('{');
    if constexpr (requires { response.choices; }) {
        add_completion(out, response, false, true);
    } else {
        add_whole(out, response);
    }
    if (error) {
        add_error(out, *error);
    } else {
        out.name("error").null();
    }
    out.name("skipped").open('[');
    for (const auto reason : seen.skipped) out.string(oaiwire::name(reason));
    return out.close(']').close('}').text();
}

}  // namespace inspect
