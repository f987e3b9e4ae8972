// What an operation is, as a compile-time value: what a request's type, or an operation's own name,
// says of its call. The operations themselves are in api/operations.hpp. Knows no state and no
// bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/core/result.hpp>

namespace oaiwire::inline v0_2 {

enum class auth : std::uint8_t { none, bearer };

// Specialised for each request type, by users for theirs too, and for the names of operations that
// share a request type:
//     using request = ...;                     only where Call is a name
//     using response = ...;                    what a plain call returns
//     using chunk = ...;                       what a streamed one yields; absent: it cannot
//     stream;
//                                              std::string_view: the bytes of the answer
//     static constexpr std::string_view id;    the operationId of the specification
//     static constexpr std::string_view method, path;
//     static constexpr oaiwire::auth auth;
//     static constexpr bool has_body;          JSON, or with has_form multipart/form-data
//     static constexpr bool has_form;          optional
//     static constexpr bool at_root;           the path does not go below the base URL's
//     static constexpr bool beside_deployments;   optional: not below one, though it names a model
//     static result<void> complete(std::string& target, const Request&);   optional: path segments
//                                              and queries; with a third parameter, bool streamed,
//                                              where these depend on it
//     static constexpr std::string_view accept;                            optional: of plain calls
//     static void take_text(response&, std::string&& body, std::string_view content_type);
//                                              optional: answers that are no JSON are understood
//     static bool wants_text(const Request&);  optional: was such an answer asked for?
template <class Call>
struct operation_of;

// Most operations are one of these, an id and a path.
template <class Response>
struct get_operation {
    using response = Response;
    static constexpr std::string_view method = "GET";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = false;
    static constexpr bool at_root = false;
};
template <class Response>
struct post_operation {
    using response = Response;
    static constexpr std::string_view method = "POST";
    static constexpr oaiwire::auth auth = oaiwire::auth::bearer;
    static constexpr bool has_body = true;
    static constexpr bool at_root = false;
};

template <class Call>
concept operation = requires {
    typename operation_of<Call>::response;
};

template <class Call>
concept streamed_operation = operation<Call> && requires {
    typename operation_of<Call>::chunk;
};

// A name of an operation, whose request's type does not tell it.
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

// Does the answer come as bytes that are no JSON?
template <class Call>
concept byte_operation = streamed_operation<Call> &&
    std::is_same_v<typename operation_of<Call>::chunk, std::string_view>;

template <class Call>
concept text_operation = requires(typename operation_of<Call>::response& r, std::string& body) {
    operation_of<Call>::take_text(r, std::move(body), std::string_view());
};

// Members that say something of a stream: a plain call does not send them, which OpenAI answers
// with status 400 ("stream_options is only allowed when stream is enabled").
constexpr bool is_for_streams(std::string_view member) {
    return member == "stream_options" || member == "partial_images" || member == "stream_format";
}

template <class Call>
inline constexpr bool has_form = requires {
    requires operation_of<Call>::has_form;
};

}  // namespace detail

template <operation Call>
using request_of = typename detail::request_type_of<Call>::type;
template <operation Call>
using response_of = typename operation_of<Call>::response;
template <streamed_operation Call>
using chunk_of = typename operation_of<Call>::chunk;

}  // namespace oaiwire::inline v0_2
