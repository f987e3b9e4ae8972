// What WinHTTP says of one request, from its threads to the thread that drives the call.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/transport/winhttp_windows.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Wakes the thread that drives the calls of a transport. Shared with WinHTTP's threads, so it may
// outlive the transport.
class winhttp_bell {
public:
    using clock = std::chrono::steady_clock;

    void ring() {
        const std::lock_guard<std::mutex> held(lock_);
        ringing_ = true;
        rung_.notify_all();
    }
    // Whether it rang since the last time; it is silent afterwards.
    bool take() {
        const std::lock_guard<std::mutex> held(lock_);
        return std::exchange(ringing_, false);
    }
    // Returns once it rings, or at that time.
    void wait_until(clock::time_point when) {
        std::unique_lock<std::mutex> held(lock_);
        rung_.wait_until(held, when, [this] { return ringing_; });
    }

    // The number of requests that WinHTTP has not let go of.
    void opened() { ++open_; }
    void closed() {
        const std::lock_guard<std::mutex> held(lock_);
        --open_;
        rung_.notify_all();
    }
    std::size_t open() const { return open_; }
    // Waits until WinHTTP has let go of all requests, or until that time.
    void wait_closed(clock::time_point when) {
        std::unique_lock<std::mutex> held(lock_);
        rung_.wait_until(held, when, [this] { return open_ == 0; });
    }

private:
    std::mutex lock_{};
    std::condition_variable rung_{};
    bool ringing_ = false;
    std::atomic<std::size_t> open_{0};
};

// The end of an operation of WinHTTP.
enum class winhttp_event : std::uint8_t { none, sent, wrote, head, available, read, failed };

// What has come since the last look.
struct winhttp_news {
    using time = winhttp_bell::clock::time_point;

    winhttp_event event = winhttp_event::none;
    DWORD value = 0;           // `available` and `read`: bytes. `failed`: the error
    time at{};                 // of the event
    bool copied = false;       // see read_elsewhere()
    bool began = false;        // the connection is ready, and the request goes out
    time began_at{};           // when
    bool moved = false;        // bytes came in
    time moved_at{};           // when, the last time
    bool peer_closed = false;  // the server's end of the connection was seen
    bool answered = false;     // some of a response has come
    bool again = false;        // WinHTTP was about to send the request once more
    DWORD certificate = 0;     // WINHTTP_CALLBACK_STATUS_FLAG_*
};

// The context of a request's callbacks, and the memory that WinHTTP reads from and writes to. Owned
// by the call and by the request's handle: WinHTTP may use it until it has said HANDLE_CLOSING,
// which may be after the call was destroyed.
class winhttp_mailbox {
public:
    explicit winhttp_mailbox(std::shared_ptr<winhttp_bell> bell) : bell_(std::move(bell)) {}
    winhttp_mailbox(const winhttp_mailbox&) = delete;
    winhttp_mailbox& operator=(const winhttp_mailbox&) = delete;

    // Takes over the handles of a request and its connection. False if WinHTTP refused the
    // callback, or there is no request.
    static bool open(const std::shared_ptr<winhttp_mailbox>& box, HINTERNET connection,
                     HINTERNET request) {
        box->connection_ = connection;
        if (!request) return false;
        auto context = reinterpret_cast<DWORD_PTR>(box.get());
        // the context first: HANDLE_CLOSING must find it
        if (!WinHttpSetOption(request, WINHTTP_OPTION_CONTEXT_VALUE, &context, sizeof context) ||
            WinHttpSetStatusCallback(request, &winhttp_mailbox::on_status,
                                     WINHTTP_CALLBACK_FLAG_ALL_NOTIFICATIONS,
                                     0) == WINHTTP_INVALID_STATUS_CALLBACK) {
            WinHttpCloseHandle(request);
            return false;
        }
        box->self_ = box;
        box->bell_->opened();
        box->request_ = request;
        return true;
    }
    ~winhttp_mailbox() { close(); }

    HINTERNET request() const { return request_; }
    DWORD_PTR context() const { return reinterpret_cast<DWORD_PTR>(this); }

    // Closes the handles, which ends a pending operation. May be called at any time, repeatedly,
    // also by a callback.
    void close() {
        {
            const std::lock_guard<std::mutex> held(lock_);
            closing_ = true;
            if (elsewhere_ != 0) return;
        }
        if (const auto request = request_.exchange(nullptr)) WinHttpCloseHandle(request);
        if (const auto connection = connection_.exchange(nullptr)) WinHttpCloseHandle(connection);
    }

    // WinHttpReadData() into `in`; 0, or its error.
    DWORD read(DWORD size) {
        if (WinHttpReadData(request_, in.data(), size, nullptr)) return 0;
        const auto code = GetLastError();
        return code == ERROR_IO_PENDING ? 0 : code;
    }
    // The same for Wine, for `size` bytes of a chunk that are known to have come. After the last
    // byte of a chunk Wine waits for the whole next one before it says that it has read, so it does
    // that on a thread of the system's pool, with open handles, and news.copied says that the bytes
    // are there: Wine tells that it begins to receive once it has copied them. 0, or an error.
    DWORD read_elsewhere(DWORD size) {
        auto work = std::make_unique<job>(job{self_, size});
        {
            const std::lock_guard<std::mutex> held(lock_);
            if (!work->box || closing_) return ERROR_WINHTTP_OPERATION_CANCELLED;
            ++elsewhere_;
            copying_ = true;
        }
        if (TrySubmitThreadpoolCallback(&winhttp_mailbox::run, work.get(), nullptr)) {
            static_cast<void>(work.release());
            return 0;
        }
        const auto code = GetLastError();
        returned();
        return code;
    }

    // What has come since the last time.
    winhttp_news take() {
        const std::lock_guard<std::mutex> held(lock_);
        auto news = std::exchange(news_, {});
        news_.peer_closed = news.peer_closed;
        news_.answered = news.answered;
        news_.certificate = news.certificate;
        return news;
    }

    // For WinHttpReadData() and WinHttpWriteData(): WinHTTP's while an operation is pending.
    std::string in{};
    std::string out{};

private:
    struct job {
        std::shared_ptr<winhttp_mailbox> box;
        DWORD size;
    };
    static void __stdcall run(PTP_CALLBACK_INSTANCE, void* context) noexcept {
        const std::unique_ptr<job> mine(static_cast<job*>(context));
        if (const auto code = mine->box->read(mine->size)) mine->box->refused(code);
        mine->box->returned();
    }
    // read() on another thread has failed, or returned.
    void refused(DWORD code) {
        {
            const std::lock_guard<std::mutex> held(lock_);
            news_.event = winhttp_event::failed;
            news_.value = code;
            news_.at = winhttp_bell::clock::now();
        }
        bell_->ring();
    }
    void returned() {
        bool close_now = false;
        {
            const std::lock_guard<std::mutex> held(lock_);
            close_now = --elsewhere_ == 0 && closing_;
        }
        if (close_now) close();
    }

    static void __stdcall on_status(HINTERNET, DWORD_PTR context, DWORD status, LPVOID info,
                                    DWORD size) noexcept {
        auto* const self = reinterpret_cast<winhttp_mailbox*>(context);
        if (!self) return;
        if (status == WINHTTP_CALLBACK_STATUS_HANDLE_CLOSING) {
            const auto bell = self->bell_;
            { const auto last = std::move(self->self_); }
            bell->closed();
            return;
        }
        if (self->note(status, info, size)) self->bell_->ring();
        if (!self->again_) return;
        const auto alive = self->self_;  // HANDLE_CLOSING may come within close()
        self->close();
    }

    // The number that a notification points to.
    static DWORD number(LPVOID info, DWORD size) {
        return info && size >= sizeof(DWORD) ? *static_cast<const DWORD*>(info) : 0;
    }

    // True if the thread that drives the call should look.
    bool note(DWORD status, LPVOID info, DWORD size) {
        const std::lock_guard<std::mutex> held(lock_);
        const auto now = winhttp_bell::clock::now();
        const auto ended = [&](winhttp_event event, DWORD value) {
            news_.event = event;
            news_.value = value;
            news_.at = now;
            return true;
        };
        switch (status) {
            // a second connection for one request: WinHTTP repeats it, though it may have been
            // served
            case WINHTTP_CALLBACK_STATUS_CONNECTING_TO_SERVER:
                again_ = sending_;
                news_.again = again_;
                return again_;
            case WINHTTP_CALLBACK_STATUS_SENDING_REQUEST:
                if (std::exchange(sending_, true)) return false;
                news_.began = true;
                news_.began_at = now;
                return true;
            case WINHTTP_CALLBACK_STATUS_RESPONSE_RECEIVED:
                if (number(info, size) == 0) {
                    news_.peer_closed = true;
                    return false;
                }
                news_.answered = news_.moved = true;
                news_.moved_at = now;
                return false;
            case WINHTTP_CALLBACK_STATUS_RECEIVING_RESPONSE:
                if (!std::exchange(copying_, false)) return false;
                news_.copied = true;
                news_.at = now;
                return true;
            case WINHTTP_CALLBACK_STATUS_SECURE_FAILURE:
                news_.certificate = number(info, size);
                return false;
            case WINHTTP_CALLBACK_STATUS_SENDREQUEST_COMPLETE:
                return ended(winhttp_event::sent, 0);
            case WINHTTP_CALLBACK_STATUS_WRITE_COMPLETE:
                return ended(winhttp_event::wrote, number(info, size));
            case WINHTTP_CALLBACK_STATUS_HEADERS_AVAILABLE:
                return ended(winhttp_event::head, 0);
            case WINHTTP_CALLBACK_STATUS_DATA_AVAILABLE:
                return ended(winhttp_event::available, number(info, size));
            case WINHTTP_CALLBACK_STATUS_READ_COMPLETE:
                copying_ = false;
                return ended(winhttp_event::read, size);
            case WINHTTP_CALLBACK_STATUS_REQUEST_ERROR:
                return ended(winhttp_event::failed,
                             info ? static_cast<const WINHTTP_ASYNC_RESULT*>(info)->dwError : 0);
            default:
                return false;
        }
    }

    std::shared_ptr<winhttp_bell> bell_;
    std::shared_ptr<winhttp_mailbox> self_{};  // the handle's share
    std::atomic<HINTERNET> connection_{nullptr};
    std::atomic<HINTERNET> request_{nullptr};
    std::mutex lock_{};
    winhttp_news news_{};
    bool sending_ = false;  // the request began to go out
    bool closing_ = false;
    bool copying_ = false;  // read_elsewhere() has copied nothing yet
    int elsewhere_ = 0;     // calls of read_elsewhere() that have not returned
    std::atomic<bool> again_{false};
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
