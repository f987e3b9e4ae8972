// One HTTP call over a WinHTTP request: its steps, timeouts and errors. Never waits: winhttp_pool
// drives it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/call_deadline.hpp>
#include <oaiwire/transport/upload.hpp>
#include <oaiwire/transport/winhttp_errors.hpp>
#include <oaiwire/transport/winhttp_mailbox.hpp>
#include <oaiwire/transport/winhttp_options.hpp>
#include <oaiwire/transport/winhttp_request.hpp>
#include <oaiwire/transport/winhttp_response.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The state of one call. It ends once, by end(), with failure() set unless the response was whole;
// head and bytes that came stay readable. Not movable: a stop's listener keeps its address. All
// functions are called by one thread at a time; what WinHTTP says comes through the mailbox. What a
// request's content throws is kept for rethrow().
class winhttp_call {
public:
    using clock = std::chrono::steady_clock;

    winhttp_call() = default;
    winhttp_call(const winhttp_call&) = delete;
    winhttp_call& operator=(const winhttp_call&) = delete;
    ~winhttp_call() { end(errc::cancelled); }

    // Begins the call, once. Without `copy_body`, request.body must stay until it has ended. A call
    // that could not begin has ended.
    void begin(HINTERNET session, const winhttp_options& options,
               const std::shared_ptr<winhttp_bell>& bell, const http::request& request,
               bool copy_body) {
        phase_ = phase::connecting;
        began_ = since_ = clock::now();
        guarded([&] { prepare(session, options, bell, request, copy_body); });
    }
    // Ends the call without begin().
    void refuse(errc code, std::string_view why) {
        within_memory([&] { failure_ = make_error(code, why); }, [] {});
    }

    bool ended() const { return phase_ == phase::ended; }
    // Why it ended before the response was whole; errc::ok else.
    const error& failure() const { return failure_; }
    bool has_token() const { return stop_.has_token(); }
    // Throws what the request's content threw, once the call has ended.
    void rethrow() { upload_.rethrow(); }

    bool has_head() const { return has_head_; }
    const http::response_head& head() const { return response_.head(); }

    bool has_bytes() const { return unread_ != 0; }
    // Bytes of the body that were not taken yet, valid until the next take(). WinHTTP reads on into
    // the other buffer.
    std::string_view take() {
        if (unread_ == 0) return {};
        const auto size = std::exchange(unread_, 0);
        taken_.swap(box_->in);
        if (ended()) return std::string_view(taken_).substr(0, size);
        since_ = clock::now();
        if (step_ == step::holding) guarded([&] { ask(); });
        return std::string_view(taken_).substr(0, size);
    }

    // Restarts the idle timeout: the time before was the caller's own.
    void begin_waiting() {
        if (phase_ == phase::receiving) since_ = clock::now();
    }

    // Takes what WinHTTP has said, and goes on. True if something was done.
    bool advance() {
        if (ended()) return false;
        if (stop_.stop_requested()) {
            end(errc::cancelled);
            return true;
        }
        const auto news = box_->take();
        if (news.began && phase_ == phase::connecting) {
            phase_ = phase::waiting;
            since_ = news.began_at;
        }
        if (news.moved && news.moved_at > since_) since_ = news.moved_at;
        if (news.again) {
            end(errc::closed_early);
        } else if (news.copied || news.event != winhttp_event::none) {
            guarded([&] { go_on(news); });
        } else {
            return news.began;
        }
        return true;
    }

    // Ends the call if a timeout has passed. Returns the milliseconds in which none can pass.
    std::int64_t check_deadlines(clock::time_point now, bool idle_counts) {
        const bool ours = phase_ == phase::receiving && (has_bytes() || !idle_counts);
        auto [code, left] =
            next_deadline(timeouts_, ours ? phase::handling : phase_, now, began_, since_);
        if (left <= 0) end(code);
        return left;
    }

    // Closes the request, so that WinHTTP reads none of the caller's objects. Bytes that were not
    // taken can still be.
    void end(errc code, std::string_view why = {}) {
        if (phase_ == phase::ended) return;
        phase_ = phase::ended;
        if (code != errc::ok) {
            failure_ = make_error(code);
            const std::string_view said = why.empty() ? describe(code) : why;
            within_memory([&] { failure_.message = (host_ + ": ").append(said); }, [] {});
        }
        listener_.end();
        if (box_) box_->close();
        upload_.end();
        body_ = {};
    }

private:
    using phase = call_phase;
    // What is pending; nothing while `holding`. finishing: the bytes of a read are there already.
    enum class step : std::uint8_t {
        sending,
        writing,
        heading,
        asking,
        reading,
        finishing,
        holding,
    };

    static constexpr std::size_t piece_size = std::size_t{64} << 10;
    static constexpr std::size_t read_size = std::size_t{32} << 10;

    // Runs a step, which ends the call if memory runs out in it.
    template <class F>
    void guarded(F&& f) {
        const auto done = [&] {
            f();
            return true;
        };
        if (!within_memory(done, [] { return false; })) end(errc::out_of_memory);
    }

    void prepare(HINTERNET session, const winhttp_options& options,
                 const std::shared_ptr<winhttp_bell>& bell, const http::request& request,
                 bool copy_body) {
        const auto& host = request.origin.host;
        host_ = host.substr(host.rfind('@') + 1) + ':' + std::to_string(request.origin.port);
        timeouts_ = request.timeouts;
        stop_ = request.stop;
        bounds_ = options.limits;
        head_method_ = request.method == "HEAD";
        if (stop_.stop_requested()) return end(errc::cancelled);
        if (copy_body && !request.content) body_ = request.body;
        upload_ = upload(copy_body ? std::string_view(body_) : std::string_view(request.body),
                         request.content);
        if (upload_.failed()) return end_of_content();
        box_ = std::make_shared<winhttp_mailbox>(bell);
        const auto opened = winhttp_open(session, options, request, box_);
        if (opened.code != errc::ok) return end(opened.code, opened.why);
        listener_.listen(
            stop_, [](void* to) { static_cast<winhttp_bell*>(to)->ring(); }, bell.get());
        bell_ = bell;
        step_ = step::sending;
        must(WinHttpSendRequest(box_->request(), WINHTTP_NO_ADDITIONAL_HEADERS, 0,
                                WINHTTP_NO_REQUEST_DATA, 0, opened.length, box_->context()));
    }

    // Ends the call if a function of WinHTTP has refused.
    void must(int done) {
        const DWORD code = done ? 0 : GetLastError();
        if (!done && code != ERROR_IO_PENDING) fail(code, {});
    }

    // The operation that was pending has ended.
    void go_on(const winhttp_news& news) {
        if (news.copied && step_ == step::reading) {
            arrived(asked_, news);
            step_ = step::finishing;
        }
        if (news.event == winhttp_event::none) return;
        // the bytes of the last chunk are there, and Wine had not read its line feed yet
        if (news.event == winhttp_event::failed && news.value == ERROR_INSUFFICIENT_BUFFER &&
            step_ == step::reading && asked_ != 0 && response_.in_chunks() && winhttp_in_wine()) {
            arrived(asked_, news);
            return end(errc::ok);
        }
        if (news.event == winhttp_event::failed) return fail(news.value, news);
        switch (step_) {
            case step::sending:
            case step::writing:
                phase_ = phase::waiting;
                since_ = news.at;
                return write();
            case step::heading:
                since_ = news.at;
                return read_head();
            case step::asking:
                since_ = (std::max)(since_, news.at);
                return read(news.value);
            case step::reading:
                if (news.value == 0 || response_.is_whole()) return end_of_body(news.peer_closed);
                arrived(news.value, news);
                step_ = step::holding;
                return;
            case step::finishing:
                step_ = step::holding;
                if (!has_bytes()) ask();
                return;
            case step::holding:
                return;
        }
    }
    // Bytes of the body are in the mailbox.
    void arrived(std::size_t bytes, const winhttp_news& news) {
        since_ = (std::max)(since_, news.at);
        response_.count(bytes);
        unread_ = bytes;
    }

    // Sends a piece of the content; after the last one, waits for the head. WinHTTP reads a copy:
    // the call may end before it has read all of it.
    void write() {
        const auto piece = upload_.next(piece_size);
        if (upload_.failed()) return end_of_content();
        if (piece.empty()) return wait_for_head();
        box_->out.assign(piece);
        step_ = step::writing;
        must(WinHttpWriteData(box_->request(), box_->out.data(), static_cast<DWORD>(piece.size()),
                              nullptr));
    }
    void wait_for_head() {
        step_ = step::heading;
        must(WinHttpReceiveResponse(box_->request(), nullptr));
    }

    void read_head() {
        const auto code = response_.read(box_->request(), bounds_, head_method_);
        if (code != errc::ok) return end(code);
        phase_ = phase::receiving;
        has_head_ = true;
        ask();
    }
    // Asks how many bytes have come: WinHttpReadData() alone would wait until its buffer is full.
    void ask() {
        if (response_.is_whole()) return read(1);
        step_ = step::asking;
        must(WinHttpQueryDataAvailable(box_->request(), nullptr));
    }
    // At the end of the body, too: a connection is kept once WinHTTP was asked for more.
    void read(std::size_t available) {
        box_->in.resize(read_size);
        asked_ = response_.of_body((std::min)(available, read_size));
        const bool wine = asked_ != 0 && response_.in_chunks() && winhttp_in_wine();
        const auto size = static_cast<DWORD>((std::max)(asked_, std::size_t{1}));
        step_ = step::reading;
        const auto code = wine ? box_->read_elsewhere(size) : box_->read(size);
        if (code != 0) fail(code, {});
    }
    void end_of_body(bool peer_closed) { end(unsent_ ? errc::ok : response_.end(peer_closed)); }

    // Ends the call because its content failed, with the error of the source if it gave one.
    void end_of_content() {
        end(errc::invalid_content);
        if (upload_.failure().code == errc::ok) return;
        within_memory([&] { failure_ = error(upload_.failure()); }, [] {});
    }

    // WinHTTP has failed. A server that does not read on may have answered before.
    void fail(DWORD code, const winhttp_news& news) {
        if (step_ == step::writing && !std::exchange(unsent_, true)) {
            unsent_code_ = code;
            step_ = step::heading;
            if (WinHttpReceiveResponse(box_->request(), nullptr)) return;
        }
        auto place = winhttp_place::receiving;
        if (phase_ == phase::connecting) {
            place = winhttp_place::connecting;
        } else if (!has_head_) {
            place = unsent_ ? winhttp_place::sending : winhttp_place::waiting;
        }
        if (unsent_ && !has_head_) code = unsent_code_;
        auto meant = winhttp_meaning(code, place);
        // WinHTTP says so too when the connection ended before any byte of an answer, and Wine when
        // it ended within the head
        if (code == ERROR_WINHTTP_INVALID_SERVER_RESPONSE &&
            (!news.answered || winhttp_in_wine())) {
            meant = errc::closed_early;
        }
        const auto reason = winhttp_tls_reason(news.certificate);
        end(meant, reason.empty() ? winhttp_why(code) : std::string(reason));
    }

    std::shared_ptr<winhttp_bell> bell_{};  // outlives the listener
    std::shared_ptr<winhttp_mailbox> box_{};
    upload upload_{};
    winhttp_response response_{};
    std::string host_{};      // host and port for error messages
    std::string body_{};      // the copy of the request's, if one was asked for
    std::string taken_{};     // the bytes of the last take()
    std::size_t asked_ = 0;   // bytes that are being read
    std::size_t unread_ = 0;  // bytes in the mailbox that were not taken
    limits bounds_{};
    http::timeouts timeouts_{};
    stop_handle stop_{};
    stop_listener listener_{};
    error failure_{};
    clock::time_point began_{};
    clock::time_point since_{};  // begin of the phase, or the last byte
    DWORD unsent_code_ = 0;      // why the content was not sent whole
    phase phase_ = phase::ended;
    step step_ = step::sending;
    bool head_method_ = false;
    bool has_head_ = false;
    bool unsent_ = false;  // the content was not sent whole
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
