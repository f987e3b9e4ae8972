// exchange: one call as a state machine without I/O. The caller sends request() with whatever it
// has and gives back what arrives. Knows no socket, no clock and no retry.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <oaiwire/api/answer_body.hpp>
#include <oaiwire/api/answer_head.hpp>
#include <oaiwire/api/endpoint.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/redact.hpp>
#include <oaiwire/api/request_builder.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/secret.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/json/declare.hpp>
#include <oaiwire/stream/accumulator.hpp>
#include <oaiwire/stream/body_start.hpp>
#include <oaiwire/stream/byte_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// plain: one response. streamed: chunks, and the response that they add up to.
enum class call_mode : std::uint8_t { plain, streamed };

namespace detail {

struct no_chunks {
    explicit no_chunks(const limits&) {}
};
template <class Call>
struct stream_parts {
    using decoder = no_chunks;
    using accumulator = no_chunks;
    using chunk = void;
    static constexpr call_mode usual = call_mode::plain;
};
template <streamed_operation Call>
struct stream_parts<Call> {
    using chunk = chunk_of<Call>;
    using decoder = std::conditional_t<byte_operation<Call>, byte_stream, stream_decoder<chunk>>;
    using accumulator = oaiwire::accumulator<chunk>;
    static constexpr call_mode usual = call_mode::streamed;
};

}  // namespace detail

// Use: send request(); head() once; feed() as bytes come, and next() until it is null; finish() or
// fail() when the transport is done, and next() again. A request that cannot be sent ends the
// exchange at once: ended() is true, error() says why. Call: the request's type, or the name of an
// operation.
template <operation Call>
class exchange {
    using parts = detail::stream_parts<Call>;
    using op = operation_of<Call>;

public:
    using request_type = request_of<Call>;
    using response_type = response_of<Call>;
    using chunk_type = typename parts::chunk;
    using next_type =
        std::conditional_t<streamed_operation<Call>, const chunk_type*, std::nullptr_t>;

    exchange(const request_type& request, const endpoint& where, const call_options& options = {},
             call_mode mode = parts::usual);

    exchange(exchange&&) noexcept;
    exchange& operator=(exchange&&) noexcept;
    ~exchange();

    // What to send; valid as long as this object.
    const http::request& request() const { return request_; }

    // Forgets the response, to send request() again. What a caller still holds of it ends here.
    void restart();

    // The final response head. Bytes of the body follow with feed().
    void head(int status, const http::header_list& headers);
    void head(const http::response_head& response) { head(response.status, response.headers); }

    // Lends bytes of the body until next() has returned null.
    void feed(std::string_view bytes);

    // The next chunk of a streamed call, valid until the next call that is not const; null: more
    // bytes are needed, or ended().
    next_type next();

    // The transport delivered the whole body.
    void finish();

    // The transport failed. What came before is delivered still.
    void fail(oaiwire::error why);

    // Ends at once.
    void cancel() {
        if (!ended()) conclude(stream_end::cancelled, make_error(errc::cancelled));
    }

    bool ended() const { return end_ != stream_end::open; }
    stream_end end() const { return end_; }
    bool ok() const { return end_ == stream_end::complete || end_ == stream_end::finished; }
    // Why it did not end well; errc::ok else.
    const oaiwire::error& error() const { return error_; }
    // What the response has come to so far, however the call ended.
    const response_type& response() const {
        if constexpr (streamed_operation<Call>) {
            if (decodes()) return accumulator_.response();
        }
        return response_;
    }
    // The response if the call ended well, its error otherwise; moves the response out.
    oaiwire::result<response_type> result();

    int status() const { return head_.status; }
    // Did the head say so? What follows may still be an error.
    bool successful() const { return head_.successful(); }
    // The server's id of the call; "" where it gave none.
    const std::string& request_id() const { return head_.request_id; }
    const retry_hints& hints() const { return head_.hints; }
    // What the server said of its limits, with the call that this is.
    const http::rate_limit& rate_limits() const { return head_.limits_of_server; }
    // Streamed calls: what was seen on the way; without lists and texts where memory runs out.
    stream_facts facts() const requires streamed_operation<Call>;
    // Streamed calls: the JSON text of the chunk that next() returned last.
    std::string_view payload() const requires streamed_operation<Call> {
        return decoder_.payload();
    }

private:
    // Audio does not come as JSON or text: what does is read as a body that should not be there.
    bool streams() const {
        const bool other = detail::byte_operation<Call> && head_.is_json_or_text();
        return mode_ == call_mode::streamed && successful() && !other;
    }

    // Do chunks add up to the response?
    bool decodes() const {
        return mode_ == call_mode::streamed || form_ == detail::body_form::events;
    }

    // Runs a step. Nothing of an error is kept that memory ran out for: its texts might not be
    // redacted yet.
    template <class F>
    void guard(F&& step) {
        within_memory(step, [&] {
            end_ = stream_end::limit;
            error_ = no_memory();
        });
    }

    void build(const request_type& request, const endpoint& where, const call_options& options);
    void take_bytes(std::string_view bytes);
    void take_end();
    void conclude(stream_end end, oaiwire::error why = {});
    void complete_error();

    void conclude_stream() requires streamed_operation<Call>;

    const typename parts::chunk* next_chunk() requires streamed_operation<Call>;

    // Of a plain call: is the body an event stream all the same? before: its size without the bytes
    // that came last.
    void look_for_events(std::size_t before);
    void drain_events();

    limits limits_;
    http::request request_{};
    secret key_{};
    call_mode mode_;
    typename parts::decoder decoder_;
    typename parts::accumulator accumulator_;
    response_type response_{};
    std::string body_{};
    detail::answer_head head_{};
    oaiwire::error error_{};
    detail::body_start start_{};
    std::size_t started_at_ = 0;  // in body_, its first line that is neither blank nor a comment
    detail::body_form form_ = detail::body_form::unknown;
    bool wants_text_ = false;
    bool accumulates_ = true;
    stream_end end_ = stream_end::open;
};

template <operation Call>
exchange<Call>::exchange(const request_type& request, const endpoint& where,
                         const call_options& options, call_mode mode)
    : limits_(options.limits), mode_(mode), decoder_(limits_), accumulator_(limits_) {
    guard([&] { build(request, where, options); });
}

template <operation Call>
void exchange<Call>::build(const request_type& request, const endpoint& where,
                           const call_options& options) {
    if (!where.api_key.empty()) key_ = where.api_key;
    accumulates_ = options.accumulate || mode_ == call_mode::plain;
    if constexpr (requires { op::wants_text(request); }) wants_text_ = op::wants_text(request);
    auto built = detail::build_call<Call>(request, where, mode_ == call_mode::streamed, options);
    if (built) {
        request_ = *std::move(built);
    } else {
        conclude(stream_end::malformed, std::move(built).error());
    }
}

// Not in the class either: they are long, and so in one source file only where the rest is.
template <operation Call>
exchange<Call>::exchange(exchange&&) noexcept = default;

template <operation Call>
exchange<Call>& exchange<Call>::operator=(exchange&&) noexcept = default;

template <operation Call>
exchange<Call>::~exchange() = default;

template <operation Call>
void exchange<Call>::restart() {
    if (request_.method.empty()) return;  // it could not be built
    decoder_ = typename parts::decoder(limits_);
    accumulator_ = typename parts::accumulator(limits_);
    response_ = {};
    body_.clear();
    start_ = {};
    started_at_ = 0;
    form_ = detail::body_form::unknown;
    head_ = {};
    error_ = {};
    end_ = stream_end::open;
}

template <operation Call>
stream_facts exchange<Call>::facts() const requires streamed_operation<Call> {
    const stream_facts& seen = decoder_.facts();
    const auto copy = [&] {
        stream_facts facts = seen;
        redact(facts.excerpt, key_);
        return facts;
    };
    return within_memory(copy, [&] {
        return stream_facts{.done_seen = seen.done_seen,
                            .transport_clean = seen.transport_clean,
                            .all_finished = seen.all_finished,
                            .aborted = seen.aborted,
                            .chunks = seen.chunks,
                            .skipped_count = seen.skipped_count,
                            .event_offset = seen.event_offset};
    });
}

template <operation Call>
void exchange<Call>::head(int status, const http::header_list& headers) {
    if (ended() || head_.status != 0) return;
    guard([&] {
        head_.take(status, headers, key_);
        if (successful() && !head_.coding.empty()) {
            conclude(stream_end::malformed, head_.coding_refused());
        }
    });
}

template <operation Call>
void exchange<Call>::feed(std::string_view bytes) {
    guard([&] { take_bytes(bytes); });
}

template <operation Call>
void exchange<Call>::take_bytes(std::string_view bytes) {
    if (ended()) return;
    if constexpr (streamed_operation<Call>) {
        if (streams()) return decoder_.feed(bytes);
        if (form_ == detail::body_form::events) {
            decoder_.feed(bytes);
            return drain_events();
        }
    }
    const std::size_t bound = successful() ? limits_.body : limits_.error_body;
    const std::size_t room = bound - body_.size();
    if (bytes.size() > room && successful()) {
        conclude(stream_end::limit, make_error(errc::limit_exceeded, {}, {}, bound));
        return;
    }
    const std::size_t before = body_.size();
    append_within(body_, bytes.substr(0, room), bound);
    if constexpr (detail::adds_up_events<Call>()) {
        if (successful() && form_ == detail::body_form::unknown) look_for_events(before);
    }
    // what an error says beyond its bound is not waited for
    if (!successful() && body_.size() == bound) finish();
}

template <operation Call>
typename exchange<Call>::next_type exchange<Call>::next() {
    if constexpr (streamed_operation<Call>) {
        if (ended() || !streams()) return nullptr;
        return next_chunk();
    } else {
        return nullptr;
    }
}

template <operation Call>
const typename exchange<Call>::parts::chunk* exchange<Call>::next_chunk() requires
    streamed_operation<Call> {
    const auto* chunk = decoder_.next();
    if (!chunk) {
        if (decoder_.ended()) guard([&] { conclude_stream(); });
    } else if (accumulates_) {
        if (const errc code = accumulator_.add(*chunk); code != errc::ok) {
            const bool limit = code == errc::limit_exceeded || code == errc::out_of_memory;
            const std::string_view what = code == errc::limit_exceeded
                                              ? "the accumulated answer is larger than it may be"
                                              : "";
            conclude(limit ? stream_end::limit : stream_end::malformed,
                     make_error(code, std::string(what)));
        }
    }
    return chunk;
}

template <operation Call>
void exchange<Call>::look_for_events(std::size_t before) {
    if (detail::text_operation<Call> && !head_.says("event-stream")) return;
    if (started_at_ == before) {
        started_at_ += start_.find(std::string_view(body_).substr(before));
        if (started_at_ == body_.size()) return;
    }
    form_ = detail::form_of_body(std::string_view(body_).substr(started_at_),
                                 head_.says("event-stream"));
    if (form_ != detail::body_form::events) return;
    decoder_.feed(body_);
    drain_events();
    body_.clear();
}

template <operation Call>
void exchange<Call>::drain_events() {
    while (!ended() && next_chunk() != nullptr) {
    }
}

template <operation Call>
void exchange<Call>::finish() {
    guard([&] { take_end(); });
}

template <operation Call>
void exchange<Call>::take_end() {
    if (ended()) return;
    if (head_.status == 0) return fail(make_error(errc::closed_early));
    if constexpr (streamed_operation<Call>) {
        if (streams()) return decoder_.finish();
        if (form_ == detail::body_form::events) {
            decoder_.finish();
            return drain_events();
        }
    }
    if (successful()) {
        auto [end, why] = detail::read_answer<Call>(std::move(body_), started_at_, head_,
                                                    wants_text_, limits_, response_);
        conclude(end, std::move(why));
    } else {
        conclude(stream_end::api_error, detail::error_of_answer(body_, head_, limits_));
    }
}

template <operation Call>
void exchange<Call>::fail(oaiwire::error why) {
    if (ended()) return;
    if constexpr (streamed_operation<Call>) {
        if (streams() && head_.status != 0) return decoder_.fail(std::move(why));
        if (form_ == detail::body_form::events) {
            decoder_.fail(std::move(why));
            return guard([&] { drain_events(); });
        }
    }
    if (head_.status != 0 && !successful() && why.code != errc::cancelled) return finish();
    conclude(why.code == errc::cancelled ? stream_end::cancelled : stream_end::truncated,
             std::move(why));
}

template <operation Call>
result<typename exchange<Call>::response_type> exchange<Call>::result() {
    if (!ok()) {
        if (!ended()) return make_error(errc::invalid_argument, "the call has not ended");
        const auto copy = [&]() -> oaiwire::result<response_type> { return error_; };
        return within_memory(copy);
    }
    if constexpr (streamed_operation<Call>) {
        if (!accumulates_) {
            return make_error(errc::invalid_argument, "the call does not accumulate");
        }
        if (decodes()) return accumulator_.take();
    }
    return std::move(response_);
}

template <operation Call>
void exchange<Call>::conclude(stream_end end, oaiwire::error why) {
    if (ended()) return;
    end_ = end;
    error_ = std::move(why);
    if (error_.code != errc::ok) guard([&] { complete_error(); });
}

// What the head said goes into the error, and the key out of it.
template <operation Call>
void exchange<Call>::complete_error() {
    if (error_.kind() == error_kind::api) {
        error_.api.status = head_.status;
        error_.api.error_class = class_of_status(error_status(error_.api));
        error_.api.request_id = head_.request_id;
        // what the head says comes before what the body said
        if (!error_.api.retry.after_ms && head_.date != 0) {
            read_wait(error_, json_view::checked(error_.api.body), head_.date);
        }
        if (head_.hints.after_ms || !error_.api.retry.after_ms) error_.api.retry = head_.hints;
        error_.api.retry.should_retry = head_.hints.should_retry;
    }
    for (std::string* text : {&error_.message, &error_.api.body, &error_.api.code, &error_.api.type,
                              &error_.api.param, &error_.api.retry.raw, &error_.path}) {
        redact(*text, key_);
    }
}

template <operation Call>
void exchange<Call>::conclude_stream() requires streamed_operation<Call> {
    oaiwire::error e = decoder_.error();
    if (e.code == errc::unrecognised_payload && !head_.says("event-stream") &&
        !head_.content_type.empty()) {
        if (!head_.says("json")) e.code = errc::unexpected_content_type;
        e.message.insert(0, head_.content_type + ": ");
    }
    conclude(decoder_.end(), std::move(e));
}

template <operation Request>
exchange(const Request&, const endpoint&, call_options = {}, call_mode = {}) -> exchange<Request>;

}  // namespace oaiwire::inline OAIWIRE_ABI
