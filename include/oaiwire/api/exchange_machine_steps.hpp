// Definitions of exchange_machine's functions.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/api/exchange_machine.hpp>
#include <oaiwire/body/answer_body.hpp>
#include <oaiwire/body/error_wait.hpp>
#include <oaiwire/body/redact.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/view.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Runs a step. If memory runs out in it, the call ends as stream_end::limit, and a partly built
// error is dropped: it might hold texts that are not redacted yet.
template <class F>
void exchange_machine::guard(F&& step) {
    within_memory(step, [&] {
        end_ = stream_end::limit;
        error_.set_no_memory();
    });
}

[[gnu::cold]] OAIWIRE_INLINE exchange_machine::exchange_machine(const call_table& call,
                                                                const void* request,
                                                                const endpoint& where,
                                                                const call_options& options,
                                                                call_mode mode)
    : call_(&call), mode_(mode) {
    guard([&] { build(request, where, options); });
}

OAIWIRE_INLINE exchange_machine::exchange_machine(exchange_machine&&) noexcept = default;
OAIWIRE_INLINE exchange_machine& exchange_machine::operator=(exchange_machine&&) noexcept = default;
OAIWIRE_INLINE exchange_machine::~exchange_machine() = default;

// Copies what the call needs of its arguments. A request that cannot be built ends the call as
// malformed; request() stays empty then, which restart() checks.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::build(const void* request,
                                                          const endpoint& where,
                                                          const call_options& options) {
    if (options.limits != default_bounds) {
        own_bounds_ = std::make_unique<const limits>(options.limits);
    }
    accumulates_ = options.accumulate || mode_ == call_mode::plain;
    if (call_->request.wants_text != nullptr) wants_text_ = call_->request.wants_text(request);
    // the machine has no use for the typed request afterwards
    if (auto taken = take_key(call_->request, where, key_); !taken) {
        return conclude(stream_end::malformed, std::move(taken).error());
    }
    auto built =
        build_call(call_->request, request, where, key_, mode_ == call_mode::streamed, options);
    if (!built) return conclude(stream_end::malformed, std::move(built).error());
    request_ = *std::move(built);
    if (!where.key_source || call_->request.auth != auth::bearer) return;
    // a field of the caller's of that name replaced the key
    key_field_ = where.sends_key_as;
    if (!request_.headers.value(key_field_name(key_field_)).ends_with(key_.reveal())) return;
    key_source_ = where.key_source;
}

// Asks for another key once the server has refused the first one. Whatever comes of it, the source
// is not asked again in this call.
[[gnu::cold]] OAIWIRE_INLINE bool exchange_machine::renew_key() {
    if (!key_source_ || head_.status != 401 || !ended() || ok()) return false;
    const auto source = std::exchange(key_source_, {});
    bool renewed = false;
    guard([&] {
        auto key = source(true);
        if (!key || key->empty() || key->reveal() == key_.reveal()) return;
        if (!set_key(request_.headers, key_field_, *key)) return;
        key_ = *std::move(key);
        renewed = true;
    });
    if (renewed) restart();
    return renewed;
}

// Drops everything that the last attempt brought. The request, the key and the options stay.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::restart() {
    if (request_.method.empty()) return;  // it could not be built
    stream_.reset();
    bytes_.reset();
    accumulator_.reset();
    response_.reset();
    body_.clear();
    start_ = {};
    started_at_ = 0;
    form_ = body_form::unknown;
    head_ = {};
    error_.clear();
    end_ = stream_end::open;
}

// The statistics of the open stream, not redacted; null if the response is not a stream.
[[gnu::cold]] OAIWIRE_INLINE const stream_statistics* exchange_machine::seen() const {
    if (stream_) return &stream_->statistics();
    return bytes_ ? &bytes_->statistics() : nullptr;
}

// A copy in which the key is replaced. If memory runs out for it, the numbers without the lists and
// texts.
[[gnu::cold]] OAIWIRE_INLINE stream_statistics exchange_machine::statistics() const {
    const stream_statistics* const seen = this->seen();
    if (seen == nullptr) return {};
    // the excerpt is a text of the server's, which may quote the key
    const auto copy = [&] {
        stream_statistics statistics = *seen;
        redact(statistics.excerpt, key_);
        return statistics;
    };
    return within_memory(copy, [&] {
        return stream_statistics{.done_seen = seen->done_seen,
                                 .transport_clean = seen->transport_clean,
                                 .all_finished = seen->all_finished,
                                 .aborted = seen->aborted,
                                 .chunks = seen->chunks,
                                 .skipped_count = seen->skipped_count,
                                 .event_offset = seen->event_offset};
    });
}

OAIWIRE_INLINE std::string_view exchange_machine::payload() const {
    if (stream_) return stream_->payload();
    return bytes_ ? bytes_->payload() : std::string_view();
}

// Chunks add up in the accumulator; a response that came whole is in response_.
[[gnu::cold]] OAIWIRE_INLINE const void* exchange_machine::response() const {
    if (call_->streams && decodes()) {
        return accumulator_ ? call_->accumulator.response(accumulator_.get()) : nullptr;
    }
    return response_.get();
}

// ok() and accumulated, or the reason why result() has nothing to return.
[[gnu::cold]] OAIWIRE_INLINE result<void> exchange_machine::check_result() const {
    if (!ended()) return boxed(errc::invalid_argument, "the call has not ended");
    if (!ok()) {
        return within_memory([&]() -> result<void> { return error(); });
    }
    if (call_->streams && !accumulates_) {
        return boxed(errc::invalid_argument, "the call does not accumulate");
    }
    return {};
}

// True once a success head has come for a call that asked for a stream. An audio stream that comes
// as JSON or text is an error body, not a stream: its bytes are collected in body_.
OAIWIRE_INLINE bool exchange_machine::streams() const {
    // open_stream() was called by the head of such a call
    if (stream_) return mode_ == call_mode::streamed;
    return call_->streams && mode_ == call_mode::streamed && successful() &&
           !(call_->request.bytes && !call_->answer.any && head_.is_json_or_text());
}

// Makes the decoder and, if the call accumulates, the accumulator. Both are on the heap, so that an
// exchange of a plain call stays small.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::open_stream() {
    if (call_->request.bytes) {
        bytes_ = std::make_unique<byte_stream>(bounds(), call_->answer.any);
    } else {
        stream_ = std::make_unique<stream_machine>(call_->chunks(), bounds(), json::tolerant);
    }
    if (!accumulates_) return;
    accumulator_ =
        any_object(call_->accumulator.make(bounds()), destroy_object{call_->accumulator.destroy});
}

// Only the first head counts, and none after the end.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::head(int status,
                                                         const http::header_list& headers) {
    if (ended() || head_.status != 0) return;
    guard([&] { take_head(status, headers); });
}

// A content coding such as gzip is refused here: the library never asks for one and cannot decode
// it. A coded body of an error is left to error_of_answer().
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::take_head(int status,
                                                              const http::header_list& headers) {
    head_.take(status, headers, key_);
    if (successful() && !head_.notes().coding.empty()) {
        return conclude(stream_end::malformed, head_.coding_refused());
    }
    if (streams()) open_stream();
}

OAIWIRE_INLINE void exchange_machine::feed(std::string_view bytes) {
    guard([&] { take_bytes(bytes); });
}

// An empty read is the end of the body, an error the failure of the transport.
OAIWIRE_INLINE bool exchange_machine::feed_read(oaiwire::result<std::string_view> read) {
    const bool more = read && !read->empty();
    if (more) {
        feed(*read);
    } else if (read) {
        finish();
    } else {
        fail(std::move(read).error());
    }
    return more;
}

// Expects that open_stream() has been called.
OAIWIRE_INLINE void exchange_machine::feed_stream(std::string_view bytes) {
    if (stream_) return stream_->feed(bytes);
    bytes_->feed(bytes);
}

// Three ways: a stream is decoded as it comes, in next(); a plain response that turned out to be an
// event stream is decoded and accumulated here; every other body is collected up to its limit and
// read at the end. Exceeding the limit ends a successful call, and only cuts an error body.
OAIWIRE_INLINE void exchange_machine::take_bytes(std::string_view bytes) {
    if (ended()) return;
    if (streams()) return feed_stream(bytes);
    if (form_ == body_form::events) {
        feed_stream(bytes);
        return drain_events();
    }
    const std::size_t bound = successful() ? bounds().body : bounds().error_body;
    const std::size_t room = bound - body_.size();
    if (bytes.size() > room && successful()) {
        conclude(stream_end::limit, make_error(errc::limit_exceeded, {}, {}, bound));
        return;
    }
    const std::size_t before = body_.size();
    append_within(body_, bytes.substr(0, room), bound);
    if (call_->adds_up && successful() && form_ == body_form::unknown) look_for_events(before);
    // stop reading an error body at its limit
    if (!successful() && body_.size() == bound) finish();
}

// Null for a plain call also if its response came as events: those are accumulated only.
OAIWIRE_INLINE const void* exchange_machine::next() {
    return ended() || !streams() ? nullptr : next_chunk();
}

// Takes the next chunk of whichever decoder is open and accumulates it. If that fails, the call has
// ended, but the chunk is still returned.
OAIWIRE_INLINE const void* exchange_machine::next_chunk() {
    const void* chunk = nullptr;
    bool over = false;
    if (stream_) {
        chunk = stream_->next();
        over = stream_->ended();
    } else {
        chunk = bytes_->next();
        over = bytes_->ended();
    }
    if (chunk == nullptr) {
        if (over) guard([&] { conclude_stream(); });
    } else if (accumulates_) {
        const errc code = call_->accumulator.add(accumulator_.get(), chunk);
        if (code != errc::ok) conclude_addition(code);
    }
    return chunk;
}

// Ends the call because a chunk could not be accumulated.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::conclude_addition(errc code) {
    const bool limit = code == errc::limit_exceeded || code == errc::out_of_memory;
    const char* const what =
        code == errc::limit_exceeded ? "the accumulated answer is larger than it may be" : "";
    conclude(limit ? stream_end::limit : stream_end::malformed, make_error(code, what));
}

// Checks whether the server answered a plain call with an event stream (some gateways do). before:
// size of the body without the last bytes. Blank lines and comments at the start do not decide. A
// transcript may begin like an event, so for responses that can be text only the Content-Type
// counts.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::look_for_events(std::size_t before) {
    if (call_->answer.take_text != nullptr && !head_.says("event-stream")) return;
    if (started_at_ == before) {
        started_at_ += start_.find(std::string_view(body_).substr(before));
        if (started_at_ == body_.size()) return;
    }
    form_ = form_of_body(std::string_view(body_).substr(started_at_), head_.says("event-stream"));
    if (form_ != body_form::events) return;
    open_stream();
    stream_->feed(body_);
    drain_events();
    body_.clear();
}

OAIWIRE_INLINE void exchange_machine::drain_events() {
    // next_chunk() accumulates
    while (!ended() && next_chunk() != nullptr) {
    }
}

[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::finish() {
    guard([&] { take_end(); });
}

// A stream ends in next(), which first returns what was fed. Anything else is read and concluded
// here.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::take_end() {
    if (ended()) return;
    if (head_.status == 0) return fail(make_error(errc::closed_early));
    if (streams()) return stream_ ? stream_->finish() : bytes_->finish();
    if (form_ == body_form::events) {
        stream_->finish();
        return drain_events();
    }
    if (!successful()) {
        return conclude(stream_end::api_error, error_of_answer(body_, head_, bounds()));
    }
    response_ = make_object(call_->object);
    auto [end, why] = read_answer(call_->answer, std::move(body_), started_at_, head_, wants_text_,
                                  bounds(), response_.get());
    conclude(end, std::move(why));
}

// The part of an error body that has come is read as the error, since it says more than the
// transport does; a cancellation stays one. A stream ends in next(), after the chunks that were
// fed.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::fail(oaiwire::error&& why) {
    if (ended()) return;
    if (streams()) return stream_ ? stream_->fail(std::move(why)) : bytes_->fail(std::move(why));
    if (form_ == body_form::events) {
        stream_->fail(std::move(why));
        return guard([&] { drain_events(); });
    }
    if (head_.status != 0 && !successful() && why.code != errc::cancelled) return finish();
    conclude(why.code == errc::cancelled ? stream_end::cancelled : stream_end::truncated,
             std::move(why));
}

// Ends the call at once: chunks that were fed but not read are dropped.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::cancel() {
    if (!ended()) conclude(stream_end::cancelled, make_error(errc::cancelled));
}

// The only way to end a call: what came first counts. An error of errc::ok stands for none.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::conclude(stream_end end, oaiwire::error&& why) {
    if (ended()) return;
    end_ = end;
    if (why.code == errc::ok) return;
    guard([&] {
        complete_error(why);
        if (!error_.set(std::move(why))) end_ = stream_end::limit;
    });
}

// Adds what the head said to the error, and removes the key from its texts.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::complete_error(oaiwire::error& e) const {
    // without a head, the error keeps what it says itself: a handshake that was refused
    if (e.kind() == error_kind::api && head_.status != 0) {
        e.api.status = head_.status;
        e.api.error_class = class_of_status(error_status(e.api));
        e.api.request_id = head_.request_id;
        // the head takes precedence over the body
        if (!e.api.retry.after_ms && head_.date != 0) {
            read_wait(e, json_view::checked(e.api.body), head_.date);
        }
        // the hints of the head replace the body's only if they have a delay, or the body has none
        const retry_hints& hints = head_.notes().hints;
        if (hints.after_ms || !e.api.retry.after_ms) e.api.retry = hints;
        e.api.retry.should_retry = hints.should_retry;
    }
    for (std::string* text : {&e.message, &e.api.body, &e.api.code, &e.api.type, &e.api.param,
                              &e.api.retry.raw, &e.path}) {
        redact(*text, key_);
    }
}

// Takes the end reason and the error of the decoder. Where no payload was recognised, the
// Content-Type says why: most often a proxy's page.
[[gnu::cold]] OAIWIRE_INLINE void exchange_machine::conclude_stream() {
    oaiwire::error e = stream_ ? stream_->error() : bytes_->error();
    if (e.code == errc::unrecognised_payload && !head_.says("event-stream") &&
        !head_.content_type.empty()) {
        if (!head_.says("json")) e.code = errc::unexpected_content_type;
        e.message.insert(0, head_.content_type + ": ");
    }
    conclude(stream_ ? stream_->end_reason() : bytes_->end_reason(), std::move(e));
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
