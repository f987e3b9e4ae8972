// The definitions of incoming_machine for heads: which operation, which key, which kind of body.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/server/incoming_machine.hpp>

#if OAIWIRE_ADAPTER_DEFINES

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/utf8.hpp>
#include <oaiwire/http/field_parameters.hpp>
#include <oaiwire/server/request_key.hpp>
#include <oaiwire/server/request_path.hpp>
#include <oaiwire/server/server_errors.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The operation of a request, of all at its path.
struct incoming_machine::routes {
    const incoming_call* call = nullptr;
    const incoming_call* other = nullptr;
    path_values parameters{};     // of `call`
    std::string_view deployment;  // of `call`, encoded
    bool of_method = true;        // else the other methods at this path are looked for
    std::array<std::string_view, 8> allowed{};
    std::size_t allowed_count = 0;

    void allow(std::string_view method) {
        for (std::size_t i = 0; i != allowed_count; ++i) {
            if (allowed[i] == method) return;
        }
        if (allowed_count == allowed.size()) return;
        allowed[allowed_count++] = method;
    }
    // "GET, HEAD"
    std::string allowed_text() const {
        std::string out;
        for (std::size_t i = 0; i != allowed_count; ++i) {
            out.append(i == 0 ? "" : ", ").append(allowed[i]);
        }
        return out;
    }
};

// Adds the call to the routes if its path is this one. Of several calls of the method, one whose
// path is literal comes before one with a parameter there.
OAIWIRE_ADAPTER_INLINE void incoming_machine::add_route(routes& to, const incoming_call& call,
                                                        std::string_view method,
                                                        std::string_view path,
                                                        std::string_view deployment) {
    std::string_view rest;
    const bool wanted = (call.method == method) == to.of_method;
    if (!wanted || !below_prefix(path, call.path, rest)) return;
    path_values parameters;
    if (call.complete == nullptr) {
        if (!rest.empty()) return;
    } else {
        pattern_.assign(call.path);
        if (!call.complete(pattern_)) return;
        const auto pattern = std::string_view(pattern_).substr(0, pattern_.find('?'));
        if (!match_path(pattern, path, parameters)) return;
    }
    if (!to.of_method) {
        to.allow(call.method);
        if (call.method == "GET") to.allow("HEAD");
        return;
    }
    const bool first = to.call == nullptr || parameters.count < to.parameters.count;
    if (!first) {
        if (parameters.count == to.parameters.count) to.other = &call;
        return;
    }
    to.call = &call;
    to.other = nullptr;
    to.parameters = parameters;
    to.deployment = deployment;
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::route(const http::received_request& head) {
    const request_target target = parse_target(head.target);
    head_only_ = head.method == "HEAD";
    const std::string_view method = head_only_ ? std::string_view("GET") : head.method;
    routes found;
    std::string_view below, azure, deployed, deployment;
    const bool in_base = below_prefix(target.path, options_.base_path, below);
    const bool in_azure = below_prefix(target.path, "/openai", azure);
    if (in_azure && below_prefix(azure, "/deployments", deployed) && deployed.size() > 1) {
        deployment = deployed.substr(1, deployed.find('/', 1) - 1);
        deployed.remove_prefix(deployment.size() + 1);
    } else {
        deployed = {};
    }
    if (in_azure) below_prefix(azure, "/v1", azure);
    const auto search = [&] {
        for (std::size_t i = 0; i != count_; ++i) {
            const incoming_call& call = *calls_[i];
            if (call.at_root) {
                add_route(found, call, method, target.path, {});
                continue;
            }
            if (in_base) add_route(found, call, method, below, {});
            if (!deployed.empty() && !deployment.empty() && call.below_deployment) {
                add_route(found, call, method, deployed, deployment);
            } else if (in_azure) {
                add_route(found, call, method, azure, {});
            }
        }
        return found.call != nullptr;
    };
    if (search()) {
        call_ = found.call;
        other_ = found.other;
        body_.assign(target.query);
        return take_parameters(found.parameters, found.deployment) ||
               fail(server_errors::bad_request("The path of the URL has an invalid parameter."),
                    errc::invalid_url);
    }
    found.of_method = false;
    search();
    constexpr std::size_t most_shown = 200;  // of what is repeated to the client
    const auto shown = utf8_prefix(target.path, most_shown);
    const auto shown_method = utf8_prefix(head.method, 20);
    if (found.allowed_count == 0) {
        return fail(server_errors::unknown_path(shown_method, shown), errc::invalid_url);
    }
    return fail(server_errors::wrong_method(shown_method, shown, found.allowed_text()),
                errc::invalid_argument);
}

// Decodes the parameters into scratch_, each with a zero byte behind it, which none contains.
OAIWIRE_ADAPTER_INLINE bool incoming_machine::take_parameters(const path_values& parameters,
                                                              std::string_view deployment) {
    if (!decode_parameter(deployment, deployment_) && !deployment.empty()) return false;
    scratch_.clear();
    for (std::size_t i = 0; i != parameters.count; ++i) {
        if (!decode_parameter(parameters.values[i], pattern_)) return false;
        scratch_.append(pattern_).push_back('\0');
    }
    return true;
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::check_key(const http::header_list& headers) {
    const request_key found = key_in(headers);
    const bool checked = call_->needs_key && options_.accepts_key;
    if (found.what == request_key::kind::one) {
        if (checked && !options_.accepts_key(found.text)) {
            return fail(server_errors::invalid_api_key(), errc::invalid_key);
        }
        key_ = secret(found.text);
        return true;
    }
    if (!checked) return true;
    if (found.what == request_key::kind::none) {
        return fail(server_errors::missing_api_key(), errc::invalid_key);
    }
    if (found.what == request_key::kind::malformed) {
        return fail(server_errors::invalid_api_key(), errc::invalid_key);
    }
    return fail(server_errors::bad_request("The request has several API keys."),
                errc::invalid_header);
}

// The value of a field that may be sent once; false: it was sent several times.
inline bool find_single(const http::header_list& headers, std::string_view name,
                        std::string_view& value) {
    value = {};
    std::size_t count = 0;
    for (const auto& field : headers) {
        if (!http::same_name(field.name, name)) continue;
        value = field.value;
        ++count;
    }
    return count <= 1;
}

// Whether the media type is JSON in UTF-8: application/json, or a type with the suffix +json.
inline bool is_json_type(std::string_view content_type) {
    http::detail::field_parameters parameters(content_type);
    constexpr std::string_view suffix = "+json";
    const std::string_view type = parameters.first();
    const bool suffixed = type.size() > suffix.size() &&
                          http::same_name(type.substr(type.size() - suffix.size()), suffix);
    if (!http::same_name(type, "application/json") && !suffixed) return false;
    while (parameters.next()) {
        if (!http::same_name(parameters.name(), "charset")) continue;
        const std::string_view charset = parameters.value();
        if (!http::same_name(charset, "utf-8") && !http::same_name(charset, "utf8") &&
            !http::same_name(charset, "us-ascii")) {
            return false;
        }
    }
    return parameters.valid();
}

// Whether the length that was announced is above the bound.
inline bool is_longer(std::string_view content_length, std::size_t bound) {
    std::uint64_t length = 0;
    for (const char c : content_length) {
        if (!is_digit(c)) return false;  // framing is checked where the head is read
        length = length * 10 + static_cast<std::uint64_t>(c - '0');
        if (length > bound) return true;
    }
    return false;
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::check_body_head(const http::header_list& headers) {
    std::string_view type, coding, length;
    if (!find_single(headers, "Content-Type", type) ||
        !find_single(headers, "Content-Encoding", coding)) {
        return fail(server_errors::bad_request("A field of the head was sent twice."),
                    errc::invalid_header);
    }
    find_single(headers, "Content-Length", length);
    const bool passed_on = call_->has_form && options_.files;
    if (!passed_on && is_longer(length, options_.bounds.body)) {
        return fail(make_error(errc::limit_exceeded, "The body of the request is too large"));
    }
    if (!call_->has_body) return true;
    if (!coding.empty() && !http::same_name(coding, "identity")) {
        return fail(server_errors::of(415, "The body must not be compressed.",
                                      "unsupported_content_encoding"),
                    errc::invalid_header);
    }
    if (!call_->other_type.empty() &&
        http::same_name(http::detail::field_parameters(type).first(), call_->other_type)) {
        return true;
    }
    if (call_->has_form) return begin_form(type);
    if (type.empty() || is_json_type(type)) return true;
    return fail(server_errors::wrong_media_type(utf8_prefix(type, 100), "application/json"),
                errc::invalid_header);
}

OAIWIRE_ADAPTER_INLINE bool incoming_machine::begin_form(std::string_view content_type) {
    form_ = std::make_unique<form_machine>(options_.bounds);
    form_->files(options_.files);
    auto begun = form_->begin(content_type, *call_->described);
    if (begun) return true;
    if (begun.error().code != errc::unexpected_content_type) {
        return fail(std::move(begun).error());
    }
    return fail(
        server_errors::wrong_media_type(utf8_prefix(content_type, 100), "multipart/form-data"),
        std::move(begun).error());
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
