// Structured output of the Responses API: text_format<T>(), parse<T>(), client::parse<T>().
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <utility>

#include <oaiwire/api/operations/responses.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/tools/parse.hpp>
#include <oaiwire/tools/tool.hpp>
#include <oaiwire/types/response.hpp>
#include <oaiwire/types/response_request.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

ResponseTextFormat make_text_format(std::string name, std::string description,
                                    const raw_json& schema, bool strict);

// The error of a response that failed.
error failure_of(const Response& response);

// The output of a response; refusals, filters and limits are errors.
model_output output_in(const Response& response);

}  // namespace detail

// The format that makes a model write a T, by its strict schema: json::schema<T>(). The name is the
// type's (json::schema_name) if it is empty. For ResponseRequest::text:
// `request.text = ResponseTextParam{.format = text_format<T>()}`.
template <class T>
ResponseTextFormat text_format(std::string name = {}, const std::string& description = {}) {
    return detail::make_text_format(detail::name_or_type<T>(std::move(name)), description,
                                    json::schema<T>(), true);
}
// The same by json::loose_schema<T>(), for servers without strict schemas.
template <class T>
ResponseTextFormat loose_text_format(std::string name = {}, const std::string& description = {}) {
    return detail::make_text_format(detail::name_or_type<T>(std::move(name)), description,
                                    json::loose_schema<T>(), false);
}

// Reads the output as a T: the text of the last message that has one, commentary excepted. Errors,
// of which the first that holds is returned: refused (the message is the model's),
// content_filtered, cut_by_length (even if the text is whole JSON), api_error (the response
// failed), no_output (no text, a response that is not complete, or the model called functions: the
// message has their names); then those of reading the text: see parse() in tools/chat_parse.hpp.
template <class T>
result<T> parse(const Response& response, const parse_options& options = {}) {
    return within_memory([&]() -> result<T> {
        return detail::read_output<T>(detail::output_in(response), options);
    });
}

namespace detail {

template <>
struct structured_call<ResponseRequest> {
    template <class T, class Client>
    static result<T> parse(Client& api, ResponseRequest&& request, const call_options& options) {
        return within_memory([&]() -> result<T> {
            if (!request.text) request.text = ResponseTextParam();
            if (request.text->format.is_absent()) request.text->format = text_format<T>();
            auto response = api.create(request, options);
            if (!response) return std::move(response).error();
            return oaiwire::parse<T>(*response);
        });
    }
};

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <string_view>
#include <variant>
#include <vector>

#include <oaiwire/body/finish_reason.hpp>
#include <oaiwire/types/response_text.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE ResponseTextFormat make_text_format(std::string name, std::string description,
                                                   const raw_json& schema, bool strict) {
    ResponseTextFormat out;
    out.type = ResponseFormatType::json_schema;
    out.name = std::move(name);
    if (!description.empty()) out.description = std::move(description);
    out.schema = schema;
    if (strict) out.strict = true;
    return out;
}

OAIWIRE_INLINE error failure_of(const Response& response) {
    error e = make_error(errc::api_error);
    if (!response.error) return e;
    if (const auto* known = std::get_if<ResponseError>(&*response.error)) {
        if (known->message) e.message = *known->message;
        if (known->type) e.api.type = *known->type;
        if (known->code) {
            if (const auto* code = std::get_if<std::string>(&*known->code)) e.api.code = *code;
        }
    } else if (const auto* said = std::get_if<std::string>(&*response.error)) {
        e.message = *said;
    }
    return e;
}

OAIWIRE_INLINE void append_refusals(std::string& out, const ResponseMessage& message) {
    const auto* parts = message.content
                            ? std::get_if<std::vector<ResponseContentPart>>(&*message.content)
                            : nullptr;
    if (!parts) return;
    for (const auto& part : *parts) {
        const auto* refusal = std::get_if<RefusalContent>(&part);
        if (refusal && refusal->refusal) out += *refusal->refusal;
    }
}

// Why a response is not complete; "" if it is, or if it does not say.
OAIWIRE_INLINE std::string unfinished(const Response& response) {
    if (!response.status) return {};
    switch (response.status->known()) {
        case ResponseStatus::queued:
        case ResponseStatus::in_progress:
            return "the response is still in progress";
        case ResponseStatus::cancelled:
            return "the response was cancelled";
        case ResponseStatus::incomplete: {
            std::string out = "the response is incomplete";
            const auto& details = response.incomplete_details;
            if (details && details->reason) out.append(": ").append(*details->reason);
            return out;
        }
        default:
            return {};
    }
}

OAIWIRE_INLINE model_output output_in(const Response& response) {
    model_output out;
    std::string refusal;
    for (const auto& item : response.output) {
        if (const auto* message = std::get_if<ResponseMessage>(&item)) {
            append_refusals(refusal, *message);
            std::string said = text(*message);
            if (!said.empty() && message->phase != "commentary") out.text = std::move(said);
        } else if (const auto* call = std::get_if<FunctionToolCall>(&item)) {
            add_call(out, call->name ? *call->name : std::string_view());
        }
    }
    if (out.text.empty() && response.output_text) out.text = *response.output_text;
    output_facts facts;
    facts.refusal = refusal;
    const std::string reason = unfinished(response);
    facts.unfinished = reason;
    if (response.incomplete_details && response.incomplete_details->reason) {
        const finish_kind kind = kind_of_finish(*response.incomplete_details->reason);
        facts.filtered = kind == finish_kind::content_filter;
        facts.cut = kind == finish_kind::length;
    }
    judge(out, facts);
    const bool failed = response.status == ResponseStatus::failed;
    if (failed && (out.why.code == errc::ok || out.why.code == errc::no_output)) {
        out.why = failure_of(response);
    }
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
