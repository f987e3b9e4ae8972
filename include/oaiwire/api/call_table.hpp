// call_table: the properties of an operation and the functions of its response type as a table, so
// that code which is compiled once can make calls of all types.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/request_table.hpp>
#include <oaiwire/body/answer_body.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/chunk_table.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

struct ConfidentialComputeResponse;
struct Speech;

}}  // namespace oaiwire::v0_2

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Whether a plain call's response can be accumulated from an event stream, which some gateways send
// for plain calls too. Sealed events cannot be: their end is encrypted as well.
template <class Call>
constexpr bool adds_up_events() {
    if constexpr (streamed_operation<Call> && !byte_operation<Call>) {
        return !std::is_same_v<typename operation_of<Call>::chunk, ConfidentialComputeResponse>;
    } else {
        return false;
    }
}

// Whether every successful body is the response. See api/download.hpp.
template <class Call>
inline constexpr bool takes_any_content = requires {
    requires operation_of<Call>::any_content;
};

// The accumulator of a download: its bytes are passed on and not kept.
template <class Response>
class download_accumulator {
public:
    explicit download_accumulator(const limits& = {}) {}
    errc add(std::string_view) { return errc::ok; }
    const Response& response() const { return response_; }
    Response take() { return std::exchange(response_, {}); }

private:
    Response response_{};
};

// The accumulator of an operation that streams.
template <class Call>
struct accumulator_of {
    using type = oaiwire::accumulator<typename operation_of<Call>::chunk>;
};
template <class Call>
requires takes_any_content<Call>
struct accumulator_of<Call> {
    using type = download_accumulator<response_of<Call>>;
};

// Functions of an accumulator, by its address.
struct accumulator_table {
    void* (*make)(const limits& bounds);
    void (*destroy)(void* accumulator);  // as of object_type
    errc (*add)(void* accumulator, const void* chunk);
    const void* (*response)(const void* accumulator);
};

// Everything of an operation that exchange_machine needs. There is one constant per operation.
struct call_table {
    request_table request;
    bool streams;  // the operation can stream events or bytes
    bool adds_up;  // see adds_up_events()

    object_type object;   // the response
    answer_table answer;  // how a response that came whole is read

    const chunk_table& (*chunks)();  // null unless the operation streams events
    accumulator_table accumulator;   // null pointers unless the operation streams
};

template <class Call>
constexpr accumulator_table accumulator_table_of() {
    using type = typename accumulator_of<Call>::type;
    using chunk = typename operation_of<Call>::chunk;
    return {[](const limits& bounds) -> void* { return new type(bounds); },
            [](void* a) { std::destroy_at(static_cast<type*>(a)); },
            [](void* a, const void* one) {
                return static_cast<type*>(a)->add(*static_cast<const chunk*>(one));
            },
            [](const void* a) -> const void* { return &static_cast<const type*>(a)->response(); }};
}

template <class Call>
constexpr call_table make_call_table() {
    using op = operation_of<Call>;
    using response_type = response_of<Call>;
    call_table out{};
    out.request = make_request_table<Call>();
    out.streams = streamed_operation<Call>;
    out.adds_up = adds_up_events<Call>();
    out.answer.bytes = byte_operation<Call>;
    out.answer.speech = std::is_same_v<response_type, Speech>;
    out.answer.any = takes_any_content<Call>;
    // 204, or as OpenAI documents the deletion of a response
    out.answer.may_be_empty = op::method == "DELETE";
    out.object = object_type_of<response_type>;
    // JSON is never the response, or is not looked at
    constexpr bool no_json = std::is_same_v<response_type, Speech> || takes_any_content<Call>;
    out.answer.response = response_table_of<std::conditional_t<no_json, raw_json, response_type>>;
    if constexpr (text_operation<Call>) {
        out.answer.take_text = [](void* r, std::string&& body, std::string_view content_type) {
            op::take_text(*static_cast<response_type*>(r), std::move(body), content_type);
        };
    }
    if constexpr (streamed_operation<Call>) {
        using chunk = typename op::chunk;
        if constexpr (!byte_operation<Call>) out.chunks = chunk_table_of<chunk>;
        out.accumulator = accumulator_table_of<Call>();
    }
    return out;
}

template <class Call>
const call_table& call_table_of() {
    static constexpr call_table table = make_call_table<Call>();
    return table;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
