// client: makes calls over a transport, with retries. A convenience over `exchange`.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/api/attempts.hpp>
#include <oaiwire/api/call_handler.hpp>
#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/pulled_body.hpp>
#include <oaiwire/api/retry_policy.hpp>
#include <oaiwire/api/timing.hpp>
#include <oaiwire/http/transport.hpp>

namespace oaiwire { inline namespace v0_2 {

// A streamed call over a pull transport: a single-pass range of chunks. Each chunk is valid until
// the next one is read. Made by client::stream(). Request, endpoint and options are not needed
// after that; the client is not either, if its transport's bodies may outlive the transport.
// Destroying it before its end abandons the call. Do not move it while iterators are in use.
template <streamed_operation Call, class Body>
class chunk_stream : private exchange<Call> {
    using base = exchange<Call>;

public:
    // The type of a chunk.
    using typename base::chunk_type;
    // The type of the accumulated response.
    using typename base::response_type;

    // Reads the stream when it is incremented. Equal to std::default_sentinel at the end.
    class iterator {
    public:
        using iterator_concept = std::input_iterator_tag;
        using value_type = chunk_type;
        using difference_type = std::ptrdiff_t;

        iterator() = default;
        explicit iterator(chunk_stream* stream) : stream_(stream) {}
        const chunk_type& operator*() const { return *stream_->current_; }
        const chunk_type* operator->() const { return stream_->current_; }
        iterator& operator++() {
            stream_->advance();
            return *this;
        }
        void operator++(int) { ++*this; }
        // True at the end of the stream.
        bool at_end() const { return !stream_ || !stream_->current_; }
        friend bool operator==(const iterator& i, std::default_sentinel_t) { return i.at_end(); }

    private:
        chunk_stream* stream_ = nullptr;
    };

    // Builds the call, then lets `open(call, body)` send it and set the body.
    template <std::invocable<exchange<Call>&, std::optional<Body>&> Open>
    chunk_stream(const request_of<Call>& request, const endpoint& where,
                 const call_options& options, Open&& open)
        : base(request, where, options, call_mode::streamed) {
        open(static_cast<base&>(*this), body_);
    }

    // Reads the first chunk. Call it once.
    iterator begin() {
        advance();
        return iterator(this);
    }
    std::default_sentinel_t end() const { return {}; }

    // The next chunk, valid until the next call; null when the stream has ended.
    const chunk_type* next() {
        advance();
        return current_;
    }

    // See exchange. ok() is false while the stream has not ended.
    using base::end_reason;
    using base::error;
    using base::ok;
    using base::payload;
    using base::request_id;
    using base::response;
    using base::statistics;

    // Ends the call at once, as stream_end::cancelled. response() stays.
    void cancel() {
        base::cancel();
        body_.reset();
        current_ = nullptr;
    }

private:
    // Sets current_ to the next chunk, or to null at the end.
    void advance() {
        auto& machine = detail::exchange_access::machine_of(static_cast<base&>(*this));
        current_ = static_cast<const chunk_type*>(
            detail::pull_chunk(machine, &body_, detail::body_table_of<Body>));
    }

    std::optional<Body> body_{};           // empty once the stream has ended, or if it never began
    const chunk_type* current_ = nullptr;  // in the exchange; null: none
};

// The range that client::list() returns; defined in api/pages.hpp.
template <class Request, class Client>
class item_range;

// How a streamed call with a callback ended, and the response that its chunks add up to.
template <streamed_operation Call>
struct stream_outcome {
    stream_end end_reason = stream_end::open;  // how the stream ended
    oaiwire::error error{};                    // errc::ok if it is complete
    response_of<Call> response{};              // accumulated from the chunks
    stream_statistics statistics{};            // counters

    // Whether the stream was complete.
    bool ok() const {
        return end_reason == stream_end::complete || end_reason == stream_end::finished;
    }
};

namespace detail {

// Calls a function with a chunk; the function returns void or http::flow.
template <class Chunk, class OnChunk>
http::flow hand_to(void* on_chunk, const void* chunk) {
    auto& f = *static_cast<OnChunk*>(on_chunk);
    const auto& c = *static_cast<const Chunk*>(chunk);
    if constexpr (std::is_void_v<std::invoke_result_t<OnChunk&, const Chunk&>>) {
        f(c);
        return http::flow::proceed;
    } else {
        return f(c);
    }
}

// How parse() and run_tools() work with a type of request. Defined in tools/, for chat completions
// and responses.
template <class Request>
struct structured_call {
    static_assert(!std::is_same_v<Request, Request>,
                  "oaiwire: parse() needs oaiwire/tools.hpp, and a ChatCompletionRequest or a "
                  "ResponseRequest");
};
template <class Request>
struct tool_loop {
    static_assert(!std::is_same_v<Request, Request>,
                  "oaiwire: run_tools() needs oaiwire/tools.hpp, and a ChatCompletionRequest or a "
                  "ResponseRequest");
    // for the rest of the message
    struct set {};
    struct options {};
};

}  // namespace detail

// Makes calls to one endpoint over one transport, which it owns. The request's type selects the
// operation. One call at a time: use a client per thread. A failed call is retried if the retry
// policy allows it, but never after any of its output was delivered, and not without a Timing (the
// clock, sleep and random source; by default the transport's). Requests need not outlive a call.
template <http::transport Transport, class Timing = typename detail::timing_of<Transport>::type>
class client {
public:
    // Takes the transport, the endpoint and, optionally, the clock, sleep and random source.
    [[gnu::cold]] client(Transport transport, endpoint where, Timing clock = Timing())
        : transport_(std::move(transport)),
          endpoint_(std::move(where)),
          timing_(std::move(clock)) {}

    // Makes a plain call and blocks until the response has come.
    template <operation Request>
    result<response_of<Request>> create(const Request& request, const call_options& options = {}) {
        return create_call<Request>(request, options);
    }
    // Overload for operations that are selected by name:
    // create<operations::confidential_embeddings>(sealed).
    template <named_operation Named>
    result<response_of<Named>> create(const request_of<Named>& request,
                                      const call_options& options = {}) {
        return create_call<Named>(request, options);
    }

    // Makes a streamed call and returns a chunk_stream, a range, once the head of the response has
    // come. A call that failed is an empty range; its error() says why.
    template <streamed_operation Request>
    requires http::pull_transport<Transport>
    auto stream(const Request& request, const call_options& options = {}) {
        return open_call<Request>(request, options);
    }
    // Overload for operations that are selected by name.
    template <named_operation Named>
    requires http::pull_transport<Transport> && streamed_operation<Named>
    auto stream(const request_of<Named>& request, const call_options& options = {}) {
        return open_call<Named>(request, options);
    }

    // Makes a streamed call, calls on_chunk with each chunk, and returns when the stream has ended.
    // on_chunk returns void or http::flow; flow::stop cancels the call.
    template <streamed_operation Request, std::invocable<const chunk_of<Request>&> OnChunk>
    stream_outcome<Request> stream(const Request& request, OnChunk&& on_chunk,
                                   const call_options& options = {}) {
        return push_call<Request>(request, on_chunk, options);
    }
    // Overload for operations that are selected by name.
    template <named_operation Named, std::invocable<const chunk_of<Named>&> OnChunk>
    stream_outcome<Named> stream(const request_of<Named>& request, OnChunk&& on_chunk,
                                 const call_options& options = {}) {
        return push_call<Named>(request, on_chunk, options);
    }

    // The entries of a list, over all its pages, as a range: for (const auto& file :
    // api.list(ListFilesRequest{})). Makes its calls while it is read; the client must outlive it.
    // See item_range. Needs the header of the section (such as oaiwire/files.hpp) or
    // oaiwire/api/pages.hpp.
    template <operation Request>
    auto list(Request request, call_options options = {}) {
        return item_range<Request, client>(*this, std::move(request), std::move(options));
    }

    // Asks the model for a T: sets the format of the output to T's schema unless the request has
    // one, makes a plain call, and reads the output. Requests: ChatCompletionRequest,
    // ResponseRequest. Errors: those of create() and of parse<T>(response). Needs
    // oaiwire/tools.hpp.
    template <class T, operation Request>
    result<T> parse(Request request, const call_options& options = {}) {
        return detail::structured_call<Request>::template parse<T>(*this, std::move(request),
                                                                   options);
    }

    // Makes calls until the model calls no more tools or a bound is reached, and runs the tools in
    // between: api.run_tools(request, tools, {.rounds = 8}). Returns a tool_outcome (see
    // tools/tool_conversation.hpp). Requests as of parse(). Needs oaiwire/tools.hpp.
    template <operation Request>
    auto run_tools(Request request, typename detail::tool_loop<Request>::set& tools,
                   const typename detail::tool_loop<Request>::options& options = {}) {
        return detail::tool_loop<Request>::run(*this, rules(options.call), std::move(request),
                                               tools, options);
    }
    // The same with streamed calls. on_chunk is called with each chunk and, if it takes that, the
    // number of the call, from 1; it returns void or http::flow.
    template <streamed_operation Request, class OnChunk>
    requires(
        std::invocable<OnChunk&, const chunk_of<Request>&> ||
        std::invocable<OnChunk&, const chunk_of<Request>&,
                       std::size_t>) auto run_tools(Request request,
                                                    typename detail::tool_loop<Request>::set& tools,
                                                    OnChunk&& on_chunk,
                                                    const typename detail::tool_loop<
                                                        Request>::options& options = {}) {
        return detail::tool_loop<Request>::stream(*this, rules(options.call), std::move(request),
                                                  tools, on_chunk, options);
    }

    // The attempts at the last call, in order; empty if its request could not be built. Valid until
    // the next call. The last attempt of a range counts as succeeded once its head has come.
    const std::vector<attempt>& attempts() const { return attempts_.made(); }

    // Valid as long as the client.
    const oaiwire::endpoint& endpoint() const { return endpoint_; }
    // Valid as long as the client.
    Transport& transport() { return transport_; }
    // Its clock, sleep and random source. Valid as long as the client.
    Timing& clock() { return timing_; }

private:
    template <operation Call>
    result<response_of<Call>> create_call(const request_of<Call>& request,
                                          const call_options& options) {
        exchange<Call> call(request, endpoint_, options, call_mode::plain);
        send(detail::exchange_access::machine_of(call), nullptr, nullptr, options);
        return call.result();
    }

    template <streamed_operation Call>
    auto open_call(const request_of<Call>& request, const call_options& options) {
        using body = typename decltype(transport_.open(std::declval<http::request>()))::value_type;
        // built in place: the exchange must not move while open_body() uses it
        return chunk_stream<Call, body>(
            request, endpoint_, options, [&](exchange<Call>& call, std::optional<body>& opened) {
                detail::open_body(attempts_, rules(options),
                                  detail::exchange_access::machine_of(call),
                                  detail::open_once<Transport, body>, &transport_, &opened,
                                  detail::body_table_of<body>);
            });
    }

    template <streamed_operation Call, class OnChunk>
    stream_outcome<Call> push_call(const request_of<Call>& request, OnChunk& on_chunk,
                                   const call_options& options) {
        exchange<Call> call(request, endpoint_, options, call_mode::streamed);
        auto& machine = detail::exchange_access::machine_of(call);
        using function = std::remove_const_t<OnChunk>;
        send(machine, detail::hand_to<chunk_of<Call>, OnChunk>,
             const_cast<function*>(std::addressof(on_chunk)), options);
        // the error and the response are moved out, the statistics copied
        const stream_end end = machine.end_reason();
        auto response = detail::exchange_access::take_response(call);
        return {end, machine.take_error(), std::move(response), machine.statistics()};
    }

    // Makes attempts until one succeeds or none is left. on_chunk is called with `to` and each
    // chunk.
    void send(detail::exchange_machine& call, detail::chunk_function* on_chunk, void* to,
              const call_options& options) {
        const detail::attempt_rules asked = rules(options);
        attempts_.begin(asked);
        while (!call.ended()) {
            detail::call_handler handler(call, on_chunk, to);
            handler.finish(transport_.send(call.request(), handler));
            if (!attempts_.again(call, asked, handler.delivered())) return;
        }
    }

    // The call's retry policy, or the endpoint's. Without a timing there is no table, so no retry.
    detail::attempt_rules rules(const call_options& options) {
        detail::attempt_rules out{options.retry ? *options.retry : endpoint_.retry, options.stop};
        if constexpr (timing<Timing>) {
            out.timing = &timing_;
            out.table = &detail::timing_table_of<Timing>;
        }
        return out;
    }

    Transport transport_;
    oaiwire::endpoint endpoint_;
    Timing timing_;
    detail::attempt_log attempts_{};  // at the last call
};

template <class Transport>
client(Transport, endpoint) -> client<Transport>;
template <class Transport, timing Timing>
client(Transport, endpoint, Timing) -> client<Transport, Timing>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
