// request_table: the properties of an operation and the functions of its request type as a table,
// from which request_builder.hpp builds requests of all types.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/api/form.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_quirks.hpp>
#include <oaiwire/api/target_members.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The model that a request names, or nothing. `Model` is a string or a field of one; the view lives
// as long as the request.
template <class Model>
std::optional<std::string_view> name_of(const Model& model) {
    if constexpr (requires { model.is_absent(); }) {
        return model ? std::optional<std::string_view>(*model) : std::nullopt;
    } else {
        return std::string_view(model);
    }
}

// The paths that Azure's dated API has below a deployment, as in OpenAI's SDKs.
inline constexpr std::array<std::string_view, 8> paths_below_deployments{
    "/audio/speech", "/audio/transcriptions", "/audio/translations", "/chat/completions",
    "/completions",  "/embeddings",           "/images/edits",       "/images/generations"};

// Whether the operation has one of them. Its body names the model.
template <class Call>
inline constexpr bool is_below_deployment = [] {
    if constexpr (operation_of<Call>::has_body &&
                  requires(const request_of<Call>& request) { name_of(request.model); }) {
        for (const std::string_view path : paths_below_deployments) {
            if (path == operation_of<Call>::path) return true;
        }
    }
    return false;
}();

// Whether a request asks for a stream, and which members it has that is_for_streams().
struct said_of_streams {
    bool stream_options = false;  // these three: the member is present, null included
    bool partial_images = false;
    bool stream_format = false;
    bool has_stream = false;    // the request's type has `stream`
    bool stream_true = false;   // `stream` is set to true
    bool stream_false = false;  // false, absent or null
};

template <class Request>
said_of_streams streams_said(const Request& request) {
    said_of_streams said;
    if constexpr (requires { request.stream_options.is_absent(); }) {
        said.stream_options = !request.stream_options.is_absent();
    }
    if constexpr (requires { request.partial_images.is_absent(); }) {
        said.partial_images = !request.partial_images.is_absent();
    }
    if constexpr (requires { request.stream_format.is_absent(); }) {
        said.stream_format = !request.stream_format.is_absent();
    }
    if constexpr (requires { request.stream.value_or(false); }) {
        said.has_stream = true;
        said.stream_true = request.stream == true;
        said.stream_false = !request.stream.value_or(false);
    }
    return said;
}

// Whether the library puts members of the request into the target by their names: parameters of
// the path, and the query of a request without a body, unless complete() does it.
template <class Call>
inline constexpr bool members_in_target =
    operation_of<Call>::path.find("/{") != std::string_view::npos ||
    (!operation_of<Call>::has_body && !std::is_empty_v<request_of<Call>> &&
     !requires { &operation_of<Call>::complete; }) ||
    requires {
    operation_of<Call>::in_query.size();
};

// Everything of an operation that is needed to build its request; one constant per operation.
// `request` is the address of an object of the operation's request type. A request with a body has
// either write_form or described.
struct request_table {
    std::string_view method;
    std::string_view path;
    std::string_view accept;  // of plain calls
    std::string_view beta;    // OpenAI-Beta, as the official SDKs send it; "": none
    oaiwire::auth auth;       // whether the key is sent
    bool has_body;
    bool at_root;  // the path replaces that of the base URL
    bool bytes;    // a streamed answer is bytes, not events

    // Sets `found` to all violations: those of the documents, then those of the quirks.
    void (*validate)(const void* request, const request_quirks& quirks,
                     std::vector<violation>& found);
    // the following are null if the operation does not need them
    result<void> (*complete)(std::string& target, const void* request, bool streamed);
    std::optional<std::string_view> (*model)(const void* request);  // see is_below_deployment
    result<void> (*write_form)(const void* request, const extra_members& more, bool streamed,
                               http::request& out);
    const json::detail::description* described;  // of a JSON body
    const json::detail::description* in_target;  // of a request with members in the target
    member_names in_query;                       // of a request with a body
    said_of_streams (*streams_said)(const void* request);
    bool (*wants_text)(const void* request);  // the response was requested as text
};

template <class Call>
constexpr request_table make_request_table() {
    using op = operation_of<Call>;
    using request_type = request_of<Call>;
    request_table out{};
    out.method = op::method;
    out.path = op::path;
    out.accept = "application/json";
    if constexpr (requires { op::accept; }) out.accept = op::accept;
    if constexpr (requires { op::beta; }) out.beta = op::beta;
    out.auth = op::auth;
    out.has_body = op::has_body;
    out.at_root = op::at_root;
    out.bytes = byte_operation<Call>;
    // found by argument-dependent lookup, so a type of the program's may have rules too
    out.validate = [](const void* r, const request_quirks& quirks, std::vector<violation>& found) {
        const auto& request = *static_cast<const request_type*>(r);
        found = validate(request);
        for (auto& more : validate(request, quirks)) found.push_back(std::move(more));
    };
    if constexpr (members_in_target<Call>) {
        static_assert(has_parameters_of<request_type>(op::path),
                      "oaiwire: the parameters of the path must be the path_parameter members of "
                      "the request, in their order");
        out.in_target = &json::detail::described<request_type>();
    }
    if constexpr (requires { op::in_query.size(); }) {
        out.in_query = {op::in_query.data(), op::in_query.size()};
    }
    if constexpr (requires(std::string & target, const request_type& r) {
                      op::complete(target, r, true);
                  }) {
        out.complete = [](std::string& target, const void* r, bool streamed) -> result<void> {
            return op::complete(target, *static_cast<const request_type*>(r), streamed);
        };
    } else if constexpr (requires(std::string & target, const request_type& r) {
                             op::complete(target, r);
                         }) {
        out.complete = [](std::string& target, const void* r, bool) -> result<void> {
            return op::complete(target, *static_cast<const request_type*>(r));
        };
    }
    if constexpr (is_below_deployment<Call>) {
        out.model = [](const void* r) {
            return name_of(static_cast<const request_type*>(r)->model);
        };
    }
    if constexpr (has_form<Call>) {
        out.write_form = [](const void* r, const extra_members& more, bool streamed,
                            http::request& to) -> result<void> {
            const auto& request = *static_cast<const request_type*>(r);
            if constexpr (requires { op::write_other(request, more, to); }) {
                auto written = op::write_other(request, more, to);
                if (!written) return std::move(written).error();
                if (*written) return {};
            }
            return write_form(request, more, streamed, to);
        };
    } else if constexpr (op::has_body) {
        out.described = &json::detail::described<request_type>();
        out.streams_said = [](const void* r) {
            return streams_said(*static_cast<const request_type*>(r));
        };
    }
    if constexpr (requires(const request_type& r) { op::wants_text(r); }) {
        out.wants_text = [](const void* r) -> bool {
            return op::wants_text(*static_cast<const request_type*>(r));
        };
    }
    return out;
}

template <class Call>
const request_table& request_table_of() {
    static constexpr request_table table = make_request_table<Call>();
    return table;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
