// opener: decrypts the body of a sealed response, fed in pieces of any size.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/response_payload.hpp>
#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/confidential/crypto.hpp>
#include <oaiwire/confidential/open.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/sse/encoder.hpp>
#include <oaiwire/stream/sealed_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <oaiwire/types/confidential.hpp>

namespace oaiwire { inline namespace v0_2 { namespace confidential {

// Counts over the messages that one client opened.
struct opening_statistics {
    opening_checks last{};   // of the last message
    std::size_t opened = 0;  // number of messages opened
    std::size_t reused = 0;  // of these, with a reused nonce
};

// Returns the content of each sealed event as an event, and that of a plain response as text.
// Unsealed content is dropped, except errors; nothing is returned after a message that cannot be
// opened. Events that were dropped or repeated on the way cannot be detected here: only the chunks
// show whether their stream is complete. Not thread-safe.
template <crypto Crypto>
class opener {
public:
    // Opens the response of one call with its session. `streamed`: the response is an event stream.
    // `statistics` is updated with each message and must not be null.
    opener(Crypto with, session keys, bool streamed, std::shared_ptr<opening_statistics> statistics,
           const limits& bounds = {})
        : with_(std::move(with)),
          session_(std::move(keys)),
          statistics_(std::move(statistics)),
          limits_(bounds),
          events_(bounds),
          streamed_(streamed) {}

    // Feeds bytes, which must stay until next() has returned none.
    void feed(std::string_view bytes) {
        if (!failed()) guard([&] { take_bytes(bytes); });
    }
    // Call when all bytes were fed.
    void finish() {
        if (streamed_) return events_.finish();
        if (!failed()) guard([&] { take_body(); });
    }

    // The next message, valid until the next call. Empty: feed more, or there is no more, or
    // failed(). Wiped at the next call.
    std::string_view next() {
        wipe(out_->text);
        if (failed()) return {};
        guard([&] { read_message(); });
        return out_->text;
    }

    // True after an error.
    bool failed() const { return failure_.code != errc::ok; }
    // The error; errc::ok if there is none.
    const error& failure() const { return failure_; }

private:
    // Runs a step. If memory runs out, opening has failed, and no plaintext stays behind.
    template <class F>
    void guard(F&& step) {
        within_memory(step, [&] {
            failure_ = no_memory();
            wipe(plain_->text);
            wipe(out_->text);
        });
    }

    // Events are decoded as they come; a plain response is collected up to its limit.
    void take_bytes(std::string_view bytes) {
        if (streamed_) return events_.feed(bytes);
        if (bytes.size() > limits_.body - body_.size()) {
            failure_ = make_error(errc::limit_exceeded, {}, {}, limits_.body);
        } else {
            body_.append(bytes);
        }
    }

    // Puts the next message into out_, if there is one. A stream that ended in an error of the
    // server is handed on as an `error` event, so that the caller's decoder reports it; other ends
    // are failures, but for an empty stream, which the caller's decoder finds itself.
    void read_message() {
        if (!streamed_) {
            std::swap(out_->text, plain_->text);
        } else if (const auto* event = events_.next()) {
            if (open(*event)) emit({}, plain_->text);
            wipe(plain_->text);
        } else if (events_.ended() && !events_.ok() && !told_) {
            told_ = true;
            const error& why = events_.error();
            if (events_.end_reason() == stream_end::api_error && !why.api.body.empty()) {
                emit("error", why.api.body);
            } else if (events_.end_reason() != stream_end::empty) {
                failure_ = why;
            }
        }
    }

    // Decrypts into plain_ and counts. False: failed.
    bool open(const ConfidentialComputeResponse& message) {
        auto done = session_.open_into(with_, message, plain_->text);
        if (!done) {
            failure_ = std::move(done).error();
            return false;
        }
        statistics_->last = *done;
        ++statistics_->opened;
        if (done->nonce_reused) ++statistics_->reused;
        return true;
    }

    // Writes an event into out_, framed as a server would send it.
    void emit(std::string_view type, std::string_view data) {
        auto done = sse::encoder(out_->text).event({.data = data, .event = type});
        if (!done) failure_ = std::move(done).error();
    }

    // Opens the whole plain response. The server's error becomes failure_; a body that is not
    // sealed is refused, since nobody knows who wrote it.
    void take_body() {
        ConfidentialComputeResponse message;
        const auto kind =
            read_response(payload_text(body_), message, failure_, json::tolerant, limits_);
        const bool sealed = !message.ciphertext.empty() || !message.nonce.empty();
        if (kind == payload_kind::value && sealed) {
            open(message);
        } else if (!failed() && !payload_text(body_).empty()) {
            failure_ = make_error(errc::unrecognised_payload, "the answer is not sealed");
        }
    }

    Crypto with_;
    session session_;
    std::shared_ptr<opening_statistics> statistics_;
    limits limits_;
    stream_decoder<ConfidentialComputeResponse> events_;
    std::string body_{};  // of a plain response, encrypted
    // on the heap: views of them stay valid when the opener moves
    std::unique_ptr<secret_text> plain_ = std::make_unique<secret_text>();
    std::unique_ptr<secret_text> out_ = std::make_unique<secret_text>();
    error failure_{};
    bool streamed_;
    bool told_ = false;  // the end of the stream was handed on
};

}}}  // namespace oaiwire::v0_2::confidential

#include <oaiwire/core/macros_end.hpp>
