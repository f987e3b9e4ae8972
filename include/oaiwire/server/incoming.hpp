// incoming: from the head and the body of a request to a typed request. Without I/O.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/received_request.hpp>
#include <oaiwire/server/form_reader.hpp>
#include <oaiwire/server/incoming_call.hpp>
#include <oaiwire/server/incoming_machine.hpp>
#include <oaiwire/server/server_error.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// At least one element: an array cannot be empty.
template <class... Calls>
inline constexpr const incoming_call* incoming_calls[sizeof...(Calls) + 1] = {
    &incoming_call_for<Calls>..., nullptr};

}  // namespace detail

// Reads requests of the given operations, one after another: call head(), then feed() as often as
// bytes come, then finish(), and reset() before the next one. The operation is found by method and
// path. Its path parameters, its query or its body become a request of the same type that a client
// sends, and validate() is applied to it. What is wrong is a value: failed(), and error() says how
// to answer. Nothing of a body is kept before the head was accepted, and no more than
// limits::body. The result does not depend on where the body was cut. Nothing throws; out of memory
// is an error too. Not thread-safe.
template <operation... Calls>
class incoming {
public:
    explicit incoming(incoming_options options = {})
        : machine_(detail::incoming_calls<Calls...>, sizeof...(Calls), std::move(options)) {}

    // Begins a request, and forgets the one before. Checks method, path, key, media type and the
    // announced length: if failed() afterwards, the body need not be read. `head` is not kept.
    void head(const http::received_request& head) { machine_.head(head); }
    // Takes bytes of the body, without transfer coding, in pieces of any size. They are copied.
    void feed(std::string_view body) { machine_.feed(body); }
    // Where the files of forms go from the next request on; without a sink they are kept in memory,
    // in FileContent::data. The sink may refuse one with an error. limits::body bounds what is kept
    // of a form; with a sink it does not bound the form.
    void files(file_sink sink) { machine_.files(std::move(sink)); }
    // Call when the body is whole. Reads it: afterwards the request is ready() or has failed().
    void finish() { machine_.finish(); }
    // Forgets the request, and keeps memory for the next one.
    void reset() { machine_.reset(); }

    // True if the request is whole and in order.
    bool ready() const { return machine_.ready(); }
    // True if it cannot be answered as it is.
    bool failed() const { return machine_.failed(); }
    // How to answer it once it has failed().
    const server_error& error() const { return machine_.error(); }
    // The error from which error() was made, with its code, path and offset in the body.
    const oaiwire::error& failure() const { return machine_.failure(); }

    // The request, if it is ready() and of that operation; otherwise null. May be moved from. Valid
    // until the next call of head() or reset().
    template <operation Call>
    request_of<Call>* get() {
        static_assert((std::is_same_v<Call, Calls> || ...), "oaiwire: not one of Calls");
        return static_cast<request_of<Call>*>(machine_.request_of(detail::incoming_call_for<Call>));
    }

    // The operation's id in OpenAI's document, as "createChatCompletion"; "" before the head is
    // accepted.
    std::string_view operation_id() const { return machine_.operation_id(); }
    // Whether the request asks for a stream. Speech: whether it says in which format to stream.
    bool streamed() const { return machine_.streamed(); }
    // Whether the method is HEAD, which is answered as GET, without the body.
    bool head_only() const { return machine_.head_only(); }
    // The JSON body as received, once ready(); "" if there is none, and for forms.
    std::string_view body() const { return machine_.body(); }
    // Moves the JSON body out, as for json::patch() in a gateway.
    std::string take_body() { return machine_.take_body(); }
    // The deployment that Azure's path names, decoded; "" otherwise. A model that the body lacks is
    // set to it.
    std::string_view deployment() const { return machine_.deployment(); }
    // The key of the request, if it has one; wiped by the next head() or reset().
    const secret& key() const { return machine_.key(); }

private:
    detail::incoming_machine machine_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
