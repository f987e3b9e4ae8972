// byte_stream: a response body of plain bytes, passed on as they arrive.
#pragma once

#include <cstddef>
#include <string_view>
#include <utility>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/core/boxed_error.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>

namespace oaiwire::inline v0_2 {

// A stream_decoder whose chunks are std::string_view: what feed() lent. Nothing is kept. Only the
// transport knows the end: `complete` where it is clean, else `truncated`; `empty` without a byte.
class byte_stream {
public:
    using chunk_type = std::string_view;

    explicit byte_stream(const limits& = {}) {}

    void feed(std::string_view bytes) {
        if (!closed_) fed_ = bytes;
    }
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
        } else if (statistics_.chunks == 0) {
            error_.set(make_error(errc::empty_response));
            end_ = stream_end::empty;
        } else {
            end_ = stream_end::complete;
        }
        return nullptr;
    }
    void finish() {
        if (!closed_) statistics_.transport_clean = true;
        closed_ = true;
    }
    void fail(oaiwire::error why) {
        if (closed_) return;
        error_.set(why.code == errc::ok ? make_error(errc::transport_failed) : std::move(why));
        closed_ = true;
    }
    void cancel() {
        if (ended()) return;
        error_.set(make_error(errc::cancelled));
        end_ = stream_end::cancelled;
    }

    bool ended() const { return end_ != stream_end::open; }
    stream_end end_reason() const { return end_; }
    bool ok() const { return end_ == stream_end::complete; }
    const oaiwire::error& error() const { return error_.get(); }
    const stream_statistics& statistics() const { return statistics_; }
    std::string_view payload() const { return piece_; }

private:
    std::string_view fed_{};
    std::string_view piece_{};
    stream_statistics statistics_{};
    detail::boxed_error error_{};
    stream_end end_ = stream_end::open;
    bool closed_ = false;
};

}  // namespace oaiwire::inline v0_2
