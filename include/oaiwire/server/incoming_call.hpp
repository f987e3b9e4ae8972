// incoming_call: what a server needs of an operation, as a table, so that the code that reads
// requests is compiled once for all of them. The inverse of request_table.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_table.hpp>
#include <oaiwire/api/target_members.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/server/request_path.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/types/path_parameter.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// One constant per operation. `request` is the address of an object of its request type.
struct incoming_call {
    std::string_view id;
    std::string_view method;
    std::string_view path;  // the pattern's literal beginning
    bool needs_key;
    bool at_root;           // the path stands beside the base path
    bool below_deployment;  // Azure's dated API has it below a deployment
    bool has_body;
    bool has_form;                // the body is multipart/form-data
    std::string_view other_type;  // of a body that is taken in place of the form; "": none
    bool streams;
    bool events;  // a streamed answer is events, not bytes

    object_type object;  // of the request
    const json::detail::description* described;
    void (*validate)(const void* request, std::vector<violation>& found);
    bool (*streamed)(const void* request);  // whether it asks for a stream, in its body
    // Null if the pattern is `path`: appends the rest of it, any_segment for each parameter.
    bool (*complete)(std::string& pattern);
    // Null if no stream_format tells operations apart: whether it asks for events.
    bool (*wants_events)(const void* request);
    // Null if a body of other_type is JSON: takes it.
    void (*take_other)(void* request, std::string&& body);
    // Null unless below_deployment: sets the model, unless the request names one.
    void (*set_model)(void* request, std::string_view model);
};

// Sets the members that are sent in the path to `text`.
void set_path_parameters(void* request, const json::detail::description& type,
                         std::string_view text);

// Whether the request asks for a stream.
template <class Request>
bool asks_for_stream(const Request& request) {
    const said_of_streams said = streams_said(request);
    // speech has no `stream`, but says how to stream
    return said.has_stream ? said.stream_true : said.stream_format;
}

template <class Call>
bool complete_pattern(std::string& pattern) {
    using op = operation_of<Call>;
    request_of<Call> request{};
    set_path_parameters(&request, json::detail::described<request_of<Call>>(), any_segment);
    result<void> done;
    if constexpr (members_in_target<Call>) {
        const auto& type = json::detail::described<request_of<Call>>();
        done = append_parameters(pattern, op::path.substr(pattern.size()), &request, type);
    }
    if (!done) return false;
    if constexpr (requires { op::complete(pattern, request, false); }) {
        done = op::complete(pattern, request, false);
    } else if constexpr (requires { op::complete(pattern, request); }) {
        done = op::complete(pattern, request);
    }
    return done.has_value();
}

template <class Call>
constexpr incoming_call make_incoming_call() {
    using op = operation_of<Call>;
    using request_type = request_of<Call>;
    incoming_call out{};
    out.id = op::id;
    out.method = op::method;
    out.path = literal_path(op::path);
    out.needs_key = op::auth == auth::bearer;
    out.at_root = op::at_root;
    out.below_deployment = is_below_deployment<Call>;
    out.has_body = op::has_body;
    out.has_form = has_form<Call>;
    out.streams = streamed_operation<Call>;
    out.events = streamed_operation<Call> && !byte_operation<Call>;
    out.object = object_type_of<request_type>;
    out.described = &json::detail::described<request_type>();
    // found by argument-dependent lookup, so a type of the program's may have rules too
    out.validate = [](const void* r, std::vector<violation>& found) {
        found = validate(*static_cast<const request_type*>(r));
    };
    out.streamed = [](const void* r) -> bool {
        if constexpr (streamed_operation<Call>) {
            return asks_for_stream(*static_cast<const request_type*>(r));
        } else {
            return false;
        }
    };
    if constexpr (
        op::path.find("/{") != std::string_view::npos ||
        requires(std::string & target, const request_type& r) { op::complete(target, r, true); } ||
        requires(std::string & target, const request_type& r) { op::complete(target, r); }) {
        out.complete = complete_pattern<Call>;
    }
    if constexpr (requires { op::other_type; }) out.other_type = op::other_type;
    if constexpr (requires(request_type & r, std::string && body) {
                      op::take_other(r, std::move(body));
                  }) {
        out.take_other = [](void* r, std::string&& body) {
            op::take_other(*static_cast<request_type*>(r), std::move(body));
        };
    }
    if constexpr (requires(const request_type& r) { r.stream_format->text(); }) {
        out.wants_events = [](const void* r) -> bool {
            const auto& format = static_cast<const request_type*>(r)->stream_format;
            return format && format->text() == "sse";
        };
    }
    if constexpr (is_below_deployment<Call>) {
        out.set_model = [](void* r, std::string_view model) {
            auto& named = static_cast<request_type*>(r)->model;
            const auto name = name_of(named);
            if (!name || name->empty()) named = std::string(model);
        };
    }
    return out;
}

template <class Call>
inline constexpr incoming_call incoming_call_for = make_incoming_call<Call>();

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE void set_path_parameters(void* request,
                                                const json::detail::description& type,
                                                std::string_view text) {
    const auto& table = type.object();
    for (const auto* m = table.first(); m != table.none(); ++m) {
        if (m->type->kind != json::detail::type_kind::path) continue;
        json::detail::as<path_parameter>(table.member(request, *m)) = std::string(text);
    }
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
