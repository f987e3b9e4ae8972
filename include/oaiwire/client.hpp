// client: an exchange, a transport, a retry policy and nothing else. Knows no HTTP stack, no clock
// and no jitter but what it is given; what it does, a program can do with `exchange` alone.
#pragma once

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

namespace oaiwire::inline v0_2 {

// A streamed call over a pull transport: a range of chunks, read once. Each chunk is valid until
// the next one is asked for. Destroying it before its end abandons the call.
template <streamed_operation Call, class Body>
class chunk_stream {
public:
    using chunk_type = chunk_of<Call>;
    using response_type = response_of<Call>;

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
        bool at_end() const { return !stream_ || !stream_->current_; }
        friend bool operator==(const iterator& i, std::default_sentinel_t) { return i.at_end(); }

    private:
        chunk_stream* stream_ = nullptr;
    };

    chunk_stream(exchange<Call> call, std::optional<Body> body)
        : call_(std::move(call)), body_(std::move(body)) {}
    // Makes the call where it is to stay: open(call, body).
    template <std::invocable<exchange<Call>&, std::optional<Body>&> Open>
    chunk_stream(const request_of<Call>& request, const endpoint& where,
                 const call_options& options, Open&& open)
        : call_(request, where, options, call_mode::streamed) {
        open(call_, body_);
    }

    iterator begin() {
        advance();
        return iterator(this);
    }
    std::default_sentinel_t end() const { return {}; }

    // The next chunk, or null when the stream has ended: what the range is made of.
    const chunk_type* next() {
        advance();
        return current_;
    }

    // Did it end as it should? Also false while it has not ended.
    bool ok() const { return call_.ok(); }
    stream_end end_reason() const { return call_.end_reason(); }
    const oaiwire::error& error() const { return call_.error(); }
    // What has come so far, as the response of a plain call.
    const response_type& response() const { return call_.response(); }
    stream_statistics statistics() const { return call_.statistics(); }
    std::string_view payload() const { return call_.payload(); }
    const std::string& request_id() const { return call_.request_id(); }

    // Ends the call now; what has come stays.
    void cancel() {
        call_.cancel();
        body_.reset();
        current_ = nullptr;
    }

private:
    void advance() {
        auto& machine = detail::exchange_access::machine_of(call_);
        current_ = static_cast<const chunk_type*>(
            detail::pull_chunk(machine, &body_, detail::body_table_of<Body>));
    }

    exchange<Call> call_;
    std::optional<Body> body_{};
    const chunk_type* current_ = nullptr;
};

// How a streamed call over a push transport ended.
template <streamed_operation Call>
struct stream_outcome {
    stream_end end_reason = stream_end::open;
    oaiwire::error error{};
    response_of<Call> response{};
    stream_statistics statistics{};

    bool ok() const {
        return end_reason == stream_end::complete || end_reason == stream_end::finished;
    }
};

namespace detail {

// Hands a chunk to a function that returns nothing or http::flow.
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

}  // namespace detail

// Makes the calls of one endpoint over one transport. One call at a time; a client per thread. The
// operation follows from the request's type. A call that fails is made again where the retry policy
// says so, and never once any of its output was delivered; without a timing it is made once.
template <http::transport Transport, class Timing = typename detail::timing_of<Transport>::type>
class client {
public:
    [[gnu::cold]] client(Transport transport, endpoint where, Timing clock = Timing())
        : transport_(std::move(transport)),
          endpoint_(std::move(where)),
          timing_(std::move(clock)) {}

    // A plain call. Blocks until the response is there.
    template <operation Request>
    result<response_of<Request>> create(const Request& request, const call_options& options = {}) {
        return create_call<Request>(request, options);
    }
    // The same of an operation by its name: create<operations::confidential_embeddings>(sealed).
    template <named_operation Named>
    result<response_of<Named>> create(const request_of<Named>& request,
                                      const call_options& options = {}) {
        return create_call<Named>(request, options);
    }

    // A streamed call, as a range. Returns once the response's head is there; a call that could not
    // be made is an empty range, and error() says why.
    template <streamed_operation Request>
    requires http::pull_transport<Transport>
    auto stream(const Request& request, const call_options& options = {}) {
        return open_call<Request>(request, options);
    }
    template <named_operation Named>
    requires http::pull_transport<Transport> && streamed_operation<Named>
    auto stream(const request_of<Named>& request, const call_options& options = {}) {
        return open_call<Named>(request, options);
    }

    // A streamed call that hands each chunk to on_chunk, which returns nothing or http::flow.
    template <streamed_operation Request, std::invocable<const chunk_of<Request>&> OnChunk>
    stream_outcome<Request> stream(const Request& request, OnChunk&& on_chunk,
                                   const call_options& options = {}) {
        return push_call<Request>(request, on_chunk, options);
    }
    template <named_operation Named, std::invocable<const chunk_of<Named>&> OnChunk>
    stream_outcome<Named> stream(const request_of<Named>& request, OnChunk&& on_chunk,
                                 const call_options& options = {}) {
        return push_call<Named>(request, on_chunk, options);
    }

    // The attempts at the last call, in order; none where it could not be sent. Valid until the
    // next call. For a range over a pull transport the last has succeeded once its head came.
    const std::vector<attempt>& attempts() const { return attempts_.made(); }

    const oaiwire::endpoint& endpoint() const { return endpoint_; }
    Transport& transport() { return transport_; }

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
        const stream_end end = machine.end_reason();
        auto response = detail::exchange_access::take_response(call);
        return {end, machine.take_error(), std::move(response), machine.statistics()};
    }

    // on_chunk: called with `to` and each chunk.
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
    detail::attempt_log attempts_{};
};

template <class Transport>
client(Transport, endpoint) -> client<Transport>;
template <class Transport, timing Timing>
client(Transport, endpoint, Timing) -> client<Transport, Timing>;

}  // namespace oaiwire::inline v0_2
