// operation_of: the compile-time description of an operation, selected by the type of its request
// or by a name. The operations are in api/operations/.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/core/result.hpp>

namespace oaiwire { inline namespace v0_2 {

// Whether an operation sends the key.
enum class auth : std::uint8_t { none, bearer };

// Specialise it for a request type of your own, or for a name if several operations share a request
// type. Members:
//     using request = ...;                     only if Call is a name
//     using response = ...;                    returned by a plain call
//     using chunk = ...;                       optional, yielded by a streamed call;
//                                              std::string_view: the bytes of the response
//     static constexpr std::string_view id;    the operationId of the specification
//     static constexpr std::string_view method, path;   "/files/{file_id}/content": each {name} is
//                                              the request's member of that name, which must be a
//                                              path_parameter, as one segment of the path
//     static constexpr oaiwire::auth auth;
//     static constexpr bool has_body;          JSON, or with has_form multipart/form-data
//     static constexpr bool has_form;          optional
//     static result<bool> write_other(const Request&, const extra_members& more, http::request&);
//                                              optional, with has_form: writes the body and its
//                                              Content-Type where they are not those of the form
//                                              that the members make; `more`: call_options::body.
//                                              False: they are
//     static constexpr std::string_view other_type;   with write_other: the media type of such a
//                                              body, which a server takes in place of the form
//     static void take_other(Request&, std::string&& body);   optional: sets the members that such
//                                              a body says, if it is not JSON
//     static constexpr bool at_root;           the path replaces that of the base URL
//     static constexpr std::array<std::string_view, N> in_query;   optional: names of members of a
//                                              request with a body that are sent in the query
//     static result<void> complete(std::string& target, const Request&);   optional: appends path
//                                              segments and queries; a third parameter, bool
//                                              streamed, is passed if there is one. Without it all
//                                              members of a request without a body are sent in the
//                                              query, but for parameters of the path
//     static constexpr std::string_view accept;   optional: Accept field of plain calls
//     static constexpr std::string_view beta;  optional: OpenAI-Beta field
//     static void take_text(response&, std::string&& body, std::string_view content_type);
//                                              optional: takes a response that is not JSON
//     static bool wants_text(const Request&);  optional: whether such a response was requested
template <class Call>
struct operation_of;

// Base classes of most operations, which add an id and a path.
template <class Response>
struct get_operation {
    using response = Response;
    static constexpr std::string_view method = "GET";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = false;
    static constexpr bool at_root = false;
};
// The same for POST, with a body.
template <class Response>
struct post_operation {
    using response = Response;
    static constexpr std::string_view method = "POST";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = true;
    static constexpr bool at_root = false;
};

// The same for DELETE.
template <class Response>
struct delete_operation : get_operation<Response> {
    static constexpr std::string_view method = "DELETE";
};
// The same for POST without a body.
template <class Response>
struct action_operation : get_operation<Response> {
    static constexpr std::string_view method = "POST";
};

// A request type, or the name of an operation.
template <class Call>
concept operation = requires {
    typename operation_of<Call>::response;
};

// An operation that can stream.
template <class Call>
concept streamed_operation = operation<Call> && requires {
    typename operation_of<Call>::chunk;
};

// The name of an operation that shares its request type with others.
template <class Call>
concept named_operation = operation<Call> && requires {
    typename operation_of<Call>::request;
};

namespace detail {

template <class Call>
struct request_type_of {
    using type = Call;
};
template <named_operation Call>
struct request_type_of<Call> {
    using type = typename operation_of<Call>::request;
};

// Whether the streamed response is bytes, not events.
template <class Call>
concept byte_operation = streamed_operation<Call> &&
    std::is_same_v<typename operation_of<Call>::chunk, std::string_view>;

template <class Call>
concept text_operation = requires(typename operation_of<Call>::response& r, std::string& body) {
    operation_of<Call>::take_text(r, std::move(body), std::string_view());
};

// Members that only streamed calls may send. OpenAI answers a plain call that has one with status
// 400: "stream_options is only allowed when stream is enabled".
constexpr bool is_for_streams(std::string_view member) {
    return member == "stream_options" || member == "partial_images" || member == "stream_format";
}

template <class Call>
inline constexpr bool has_form = requires {
    requires operation_of<Call>::has_form;
};

}  // namespace detail

// The types of an operation.
template <operation Call>
using request_of = typename detail::request_type_of<Call>::type;
template <operation Call>
using response_of = typename operation_of<Call>::response;
template <streamed_operation Call>
using chunk_of = typename operation_of<Call>::chunk;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
