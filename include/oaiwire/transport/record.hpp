// recording_transport: passes calls through another transport unchanged, and writes a cassette.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <concepts>
#include <cstdint>
#include <memory>
#include <new>
#include <optional>
#include <string_view>
#include <utility>

#include <oaiwire/api/timing.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>
#include <oaiwire/transport/cassette_writer.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Records what another handler gets.
template <class Handler>
struct recording_handler {
    Handler& inner;
    cassette_recording& tape;

    http::flow on_head(const http::response_head& head) {
        tape.head(head);
        return keep(inner.on_head(head));
    }
    http::flow on_body(std::string_view bytes) {
        tape.body(bytes);
        return keep(inner.on_body(bytes));
    }
    http::flow keep(http::flow said) {
        stopped = stopped || said == http::flow::stop;
        return said;
    }
    bool stopped = false;  // by the inner handler
};

}  // namespace detail

// A response that is recorded as it is read. Models http::response_body. It may outlive its
// transport if the inner body may.
template <http::response_body Body>
class recording_body {
public:
    recording_body(Body inner, cassette_recording tape)
        : inner_(std::move(inner)), tape_(std::move(tape)) {}

    // See http::response_body.
    const http::response_head& head() const { return inner_.head(); }
    // See http::response_body.
    result<std::string_view> read_some() {
        auto bytes = inner_.read_some();
        if (!bytes) {
            tape_.end(bytes.error());
        } else if (bytes->empty()) {
            tape_.end();
        } else {
            tape_.body(*bytes);
        }
        return bytes;
    }
    // The wrapped body.
    Body& inside() { return inner_; }

private:
    Body inner_;
    cassette_recording tape_;
};

// A call that is recorded as it is read. Models http::polled_response. What the program does not
// read is not recorded, and neither is an end that it does not ask for.
template <http::polled_response Call>
class recording_call {
public:
    recording_call(Call inner, cassette_recording tape)
        : inner_(std::move(inner)), tape_(new (std::nothrow) cassette_recording(std::move(tape))) {}

    // See http::polled_response.
    const http::response_head* head() const {
        const auto* head = inner_.head();
        if (head != nullptr && tape_) tape_->head(*head);
        return head;
    }
    // See http::polled_response.
    std::string_view read() {
        const auto bytes = inner_.read();
        if (!bytes.empty() && tape_) {
            head();
            tape_->body(bytes);
        }
        return bytes;
    }
    // See http::polled_response.
    bool ended() const {
        if (!inner_.ended()) return false;
        head();
        if (tape_) tape_->end(inner_.error());
        return true;
    }
    // See http::polled_response.
    const oaiwire::error& error() const { return inner_.error(); }
    // See http::listing_transport.
    void tag(std::uint64_t name) requires requires(Call& c) { c.tag(name); }
    { inner_.tag(name); }
    // The wrapped call.
    Call& inside() { return inner_; }

private:
    Call inner_;
    // On the heap, since functions that are const record as well. Null: there was no memory.
    std::unique_ptr<cassette_recording> tape_;
};

// Models what the wrapped transport models: http::transport, http::pull_transport,
// http::polled_transport, http::listing_transport; the cuts, errors and the timing policy are the
// wrapped transport's. Errors of writing do not reach the calls: see cassette_writer::failure(). If
// memory for recording runs out, the call goes on and the cassette says nothing more. Threads: as
// the wrapped transport; several may share one writer.
template <class Transport>
requires(http::transport<Transport> ||
         http::polled_transport<Transport>) class recording_transport {
public:
    // The timing policy of the wrapped transport.
    using timing = typename detail::timing_of<Transport>::type;

    // Takes the wrapped transport and a writer, of which copies share the cassette.
    recording_transport(Transport inside, cassette_writer tape)
        : inside_(std::move(inside)), tape_(std::move(tape)) {}

    // See http::transport.
    template <http::response_handler Handler>
    requires http::transport<Transport> result<void> send(const http::request& request,
                                                          Handler& handler) {
        auto tape = tape_.begin(request);
        detail::recording_handler<Handler> recording{handler, tape};
        auto done = inside_.send(request, recording);
        if (!done) {
            tape.end(done.error());
        } else if (!recording.stopped) {
            tape.end();
        }
        return done;
    }

    // See http::pull_transport.
    template <class Pulled = Transport>
    requires http::pull_transport<Pulled>
    auto open(const http::request& request) {
        using body = typename decltype(inside_.open(request))::value_type;
        using opened = result<recording_body<body>>;
        auto tape = tape_.begin(request);
        auto answer = inside_.open(request);
        if (!answer) {
            tape.end(answer.error());
            return opened(std::move(answer).error());
        }
        tape.head(answer->head());
        return opened(recording_body<body>(*std::move(answer), std::move(tape)));
    }

    // See http::polled_transport.
    template <class Polled = Transport>
    requires http::polled_transport<Polled>
    auto start(const http::request& request) {
        auto tape = tape_.begin(request);
        using call = decltype(inside_.start(request));
        return recording_call<call>(inside_.start(request), std::move(tape));
    }
    // See http::polled_transport.
    template <class Polled = Transport>
    requires http::polled_transport<Polled>
    bool poll(std::int64_t budget_ms = 0) { return inside_.poll(budget_ms); }
    // See http::listing_transport.
    template <class Listing = Transport>
    requires http::listing_transport<Listing> std::optional<std::uint64_t> next_ready() {
        return inside_.next_ready();
    }

    // The wrapped transport.
    Transport& inside() { return inside_; }
    // The writer; its failure() says whether the cassette is whole.
    cassette_writer& tape() { return tape_; }

private:
    Transport inside_;
    cassette_writer tape_;
};

template <class Transport>
recording_transport(Transport, cassette_writer) -> recording_transport<Transport>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
