// Structured output of chat completions: response_format<T>(), parse<T>(), client::parse<T>().
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <utility>

#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/tools/parse.hpp>
#include <oaiwire/tools/tool.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/chat_response.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

ResponseFormat make_response_format(std::string name, std::string description,
                                    const raw_json& schema, bool strict);

// The output of a choice; refusals, filters and limits are errors.
model_output output_in(const ChatCompletionChoice& choice);

}  // namespace detail

// The format that makes a model write a T, by its strict schema: json::schema<T>(). The name is the
// type's (json::schema_name) if it is empty. For ChatCompletionRequest::response_format.
template <class T>
ResponseFormat response_format(std::string name = {}, const std::string& description = {}) {
    return detail::make_response_format(detail::name_or_type<T>(std::move(name)), description,
                                        json::schema<T>(), true);
}
// The same by json::loose_schema<T>(), for servers without strict schemas.
template <class T>
ResponseFormat loose_response_format(std::string name = {}, const std::string& description = {}) {
    return detail::make_response_format(detail::name_or_type<T>(std::move(name)), description,
                                        json::loose_schema<T>(), false);
}

// Reads the output of a choice as a T. Errors, of which the first that holds is returned:
// refused (the message is the model's), content_filtered, cut_by_length (even if the text is whole
// JSON), no_output (no text, or the model called tools: the message has their names); then those of
// reading the text, with path and offset: syntax and type errors, type_mismatch for a member that
// is missing, number_out_of_range and invalid_argument for keywords beside T. Or out_of_memory.
template <class T>
result<T> parse(const ChatCompletionChoice& choice, const parse_options& options = {}) {
    return within_memory(
        [&]() -> result<T> { return detail::read_output<T>(detail::output_in(choice), options); });
}
// Reads the output of the first choice; see above. Also for the response of a stream: that the
// stream itself was complete is for stream.ok() to say.
template <class T>
result<T> parse(const ChatCompletion& response, const parse_options& options = {}) {
    if (response.choices.empty()) return make_error(errc::no_output, "the response has no choices");
    return parse<T>(response.choices.front(), options);
}

namespace detail {

template <>
struct structured_call<ChatCompletionRequest> {
    template <class T, class Client>
    static result<T> parse(Client& api, ChatCompletionRequest&& request,
                           const call_options& options) {
        return within_memory([&]() -> result<T> {
            if (request.response_format.is_absent()) request.response_format = response_format<T>();
            auto response = api.create(request, options);
            if (!response) return std::move(response).error();
            return oaiwire::parse<T>(*response);
        });
    }
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <variant>
#include <vector>

#include <oaiwire/body/call_parts.hpp>
#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/types/text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE ResponseFormat make_response_format(std::string name, std::string description,
                                                   const raw_json& schema, bool strict) {
    JsonSchema out;
    out.name = std::move(name);
    if (!description.empty()) out.description = std::move(description);
    out.schema = schema;
    if (strict) out.strict = true;
    ResponseFormat format;
    format.type = ResponseFormatType::json_schema;
    format.json_schema = std::move(out);
    return format;
}

OAIWIRE_INLINE void append_refusals(std::string& out, const std::vector<ContentPart>& parts) {
    for (const auto& part : parts) {
        if (const auto* refusal = std::get_if<ContentPartRefusal>(&part)) out += refusal->refusal;
    }
}

OAIWIRE_INLINE model_output output_in(const ChatCompletionChoice& choice) {
    model_output out;
    output_facts facts;
    std::string refusal;
    if (choice.message) {
        const ChatCompletionMessage& message = *choice.message;
        if (message.refusal) refusal = *message.refusal;
        if (message.content) {
            out.text = text(*message.content);
            const auto* parts = std::get_if<std::vector<ContentPart>>(&*message.content);
            if (parts && refusal.empty()) append_refusals(refusal, *parts);
        }
        if (message.tool_calls) {
            for (const ToolCall& call : *message.tool_calls) {
                add_call(out, parts_of(call).name.value_or(""));
            }
        } else if (message.function_call) {
            add_call(out, message.function_call->name.value_or(""));
        }
    }
    facts.refusal = refusal;
    if (choice.finish_reason) {
        const finish_kind kind = kind_of_finish(choice.finish_reason->text());
        facts.filtered = kind == finish_kind::content_filter;
        facts.cut = kind == finish_kind::length;
        if (is_aborted(choice.finish_reason->text())) {
            facts.unfinished = "the server gave up in the middle of the response";
        }
    }
    judge(out, facts);
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
