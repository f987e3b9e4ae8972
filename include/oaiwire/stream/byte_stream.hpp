// byte_stream: a response body of plain bytes, passed on as they arrive.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>

namespace oaiwire { inline namespace v0_2 {

// A stream_decoder whose chunks are std::string_view: the bytes of feed(), which are not copied and
// must stay valid until next() returns null. Ends as `complete` if the transport reports a clean
// end, else as `truncated`; as `empty` without any byte, unless that is allowed.
class byte_stream {
public:
    using chunk_type = std::string_view;

    // No limit applies. may_be_empty: no byte at all is a complete stream.
    explicit byte_stream(const limits& = {}, bool may_be_empty = false)
        : may_be_empty_(may_be_empty) {}

    // Provides bytes, which must stay valid until next() returns null. Call next() until then
    // before the next feed(), which replaces bytes that were not returned.
    void feed(std::string_view bytes) {
        if (!closed_) fed_ = bytes;
    }
    // Returns the next piece, or null if there is none.
    const std::string_view* next() {
        if (ended()) return nullptr;
        if (!fed_.empty()) {
            piece_ = std::exchange(fed_, {});
            ++statistics_.chunks;
            return &piece_;
        }
        if (!closed_) return nullptr;
        if (const errc code = error_.code(); code != errc::ok) {
            const bool cancelled = code == errc::cancelled;
            end_ = cancelled ? stream_end::cancelled : stream_end::truncated;
        } else if (statistics_.chunks == 0 && !may_be_empty_) {
            error_.set(make_error(errc::empty_response));
            end_ = stream_end::empty;
        } else {
            end_ = stream_end::complete;
        }
        return nullptr;
    }
    // The transport ended properly.
    void finish() {
        if (!closed_) statistics_.transport_clean = true;
        closed_ = true;
    }
    // The transport failed.
    void fail(oaiwire::error why) {
        if (closed_) return;
        error_.set(why.code == errc::ok ? make_error(errc::transport_failed) : std::move(why));
        closed_ = true;
    }
    // Ends the stream at once.
    void cancel() {
        if (ended()) return;
        error_.set(make_error(errc::cancelled));
        end_ = stream_end::cancelled;
    }

    // Whether the end was reached; false while next() may return more.
    bool ended() const { return end_ != stream_end::open; }
    // How the stream ended.
    stream_end end_reason() const { return end_; }
    // Whether the stream is complete.
    bool ok() const { return end_ == stream_end::complete; }
    // The error; errc::ok if there is none.
    const oaiwire::error& error() const { return error_.get(); }
    // Statistics so far.
    const stream_statistics& statistics() const { return statistics_; }
    // The last piece.
    std::string_view payload() const { return piece_; }

private:
    std::string_view fed_{};    // not returned yet
    std::string_view piece_{};  // returned last
    stream_statistics statistics_{};
    detail::boxed_error error_{};
    stream_end end_ = stream_end::open;
    bool closed_ = false;  // finish() or fail() was called
    bool may_be_empty_;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
