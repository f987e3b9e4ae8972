// One HTTP call over a libcurl easy handle: callbacks, limits, timeouts and errors. Never waits:
// curl_pool drives it.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <curl/curl.h>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/call_deadline.hpp>
#include <oaiwire/transport/curl_errors.hpp>
#include <oaiwire/transport/curl_setup.hpp>
#include <oaiwire/transport/upload.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The state of one call. It ends once, by end(), with failure() set unless the response was whole;
// head and bytes that came stay readable. Not movable: libcurl keeps its address. `options` and
// `kept` must outlive it. Nothing is thrown through libcurl: what a request's content throws is
// kept for rethrow(). Functions that run once a call are [[gnu::cold]], so that they are optimised
// for size.
class curl_transfer {
public:
    using clock = std::chrono::steady_clock;

    [[gnu::cold]] curl_transfer(const curl_options& options, curl_kept& kept)
        : options_(options), kept_(kept), easy_(curl_ready() ? curl_easy_init() : nullptr) {}
    curl_transfer(const curl_transfer&) = delete;
    curl_transfer& operator=(const curl_transfer&) = delete;
    [[gnu::cold]] ~curl_transfer() { close(); }

    // Begins the call, once; `multi` drives it. Without `copy_body`, request.body must stay until
    // it has ended. A call that could not begin has ended.
    [[gnu::cold]] void begin(CURLM* multi, const http::request& request, bool copy_body) {
        phase_ = phase::connecting;
        began_ = since_ = clock::now();
        const auto prepared = [&] { return prepare(multi, request, copy_body); };
        if (!within_memory(prepared, [] { return false; })) end(errc::out_of_memory);
    }

    // Ends the call without begin().
    [[gnu::cold]] void refuse(errc code, std::string_view why) { failure_ = make_error(code, why); }

    bool ended() const { return phase_ == phase::ended; }
    // Why it ended before the response was whole; errc::ok else.
    const error& failure() const { return failure_; }
    const stop_handle& stop() const { return stop_; }
    // Throws what the request's content threw, once the call has ended.
    void rethrow() { upload_.rethrow(); }

    bool has_head() const { return has_head_; }
    const http::response_head& head() const { return head_; }

    bool has_bytes() const { return !unread_.empty(); }
    // Bytes of the body (at most 64 KiB) that were not taken yet, valid until the next take(). The
    // two buffers are swapped, so nothing is copied and both keep their memory. Continues a paused
    // transfer.
    std::string_view take() {
        taken_.clear();
        taken_.swap(unread_);
        if (std::exchange(paused_, false) && !ended()) {
            since_ = clock::now();
            curl_easy_pause(easy_, CURLPAUSE_CONT);
        }
        return taken_;
    }

    // Restarts the idle timeout: the time before was the caller's own.
    void begin_waiting() {
        if (phase_ == phase::receiving) since_ = clock::now();
    }

    // Ends the call if a stop was requested. True if it has ended.
    bool check_stop() {
        if (!ended() && stop_.stop_requested()) end(errc::cancelled);
        return ended();
    }
    // Ends the call if a timeout has passed. Returns the milliseconds in which none can pass. With
    // `idle_counts` false the idle timeout does not run.
    std::int64_t check_deadlines(clock::time_point now, bool idle_counts) {
        note_progress(now);
        auto [code, left] = next_deadline(now, idle_counts);
        if (left <= 0) end(code);
        // a later phase, or the idle time, may begin at any time and has a timeout of its own
        const auto first_byte = phase_ < phase::waiting ? timeouts_.first_byte_ms : 0;
        for (const auto ms : {first_byte, timeouts_.idle_ms}) {
            if (ms > 0) left = (std::min)(left, ms);
        }
        return left;
    }

    // libcurl has ended the call. If the kept connection was unusable and nothing was sent, the
    // call goes on over a fresh one.
    [[gnu::cold]] void conclude(CURLcode code) {
        if (std::exchange(spoilt_, false)) {
            curl_multi_remove_handle(multi_, easy_);
            if (curl_easy_setopt(easy_, CURLOPT_FRESH_CONNECT, 1L) != CURLE_OK ||
                curl_multi_add_handle(multi_, easy_) != CURLM_OK) {
                end(errc::transport_failed);
            }
            return;
        }
        if (upload_.failed()) return end_of_content();
        if (failure_.code != errc::ok) return end(failure_.code);
        if (code == CURLE_OK) {
            kept_.note(easy_);
            return end(has_head_ ? errc::ok : errc::closed_early);
        }
        const auto e = curl_meaning(code, phase_ == phase::connecting, has_head_);
        const auto proxy = [&] { return curl_proxy_failure(easy_, code); };
        const auto why = within_memory(proxy, [] { return std::string(); });
        if (!why.empty()) return end(e, why);
        // libcurl's error buffer is not used: it may quote the request
        end(e, e == errc::connect_timeout ? "" : curl_easy_strerror(code));
    }

    // Removes the transfer from libcurl, so that it holds no pointer into the caller's objects. A
    // connection in the middle of a response is closed. Bytes that were not taken can still be.
    [[gnu::cold]] void end(errc code, std::string_view why = {}) {
        if (phase_ == phase::ended) return;
        phase_ = phase::ended;
        if (code != errc::ok) {
            failure_ = make_error(code);
            const std::string_view said = why.empty() ? describe(code) : why;
            within_memory([&] { failure_.message = (host_ + ": ").append(said); }, [] {});
        }
        if (multi_) curl_multi_remove_handle(std::exchange(multi_, nullptr), easy_);
        if (easy_) curl_easy_reset(easy_);
        lines_.clear();
        fields_.clear();
        upload_.end();
        body_ = {};
        note_news();
    }

    // Ends the call and frees the easy handle; head, unread bytes and failure stay.
    [[gnu::cold]] void close() {
        end(errc::cancelled);
        curl_easy_cleanup(std::exchange(easy_, nullptr));
    }

    // The transfer of an easy handle that a message of libcurl names.
    static curl_transfer* of(CURL* easy) {
        char* context = nullptr;
        curl_easy_getinfo(easy, CURLINFO_PRIVATE, &context);
        return reinterpret_cast<curl_transfer*>(context);
    }

protected:
    // Called when the head, bytes or the end have come; null: nothing. It must not change the
    // transfer, nor use libcurl.
    void (*on_news_)(curl_transfer&) noexcept = nullptr;

private:
    using phase = call_phase;

    // Unread bytes at which the transfer is paused: the server then has to wait.
    static constexpr std::size_t unread_limit = std::size_t{4} * CURL_MAX_WRITE_SIZE;

    // Begins the call. False if memory ran out; not if the call has ended otherwise.
    [[gnu::cold]] bool prepare(CURLM* multi, const http::request& request, bool copy_body) {
        const auto& host = request.origin.host;
        host_ = host.substr(host.rfind('@') + 1) + ':' + decimal(request.origin.port);
        timeouts_ = request.timeouts;
        stop_ = request.stop;
        if (copy_body && !request.content) body_ = request.body;
        const std::string_view body = copy_body ? body_ : request.body;
        upload_ = upload(body, request.content);
        if (!easy_ || !multi) {
            end(errc::transport_failed, "libcurl could not be initialised");
        } else if (!check_stop() && upload_.failed()) {
            end_of_content();
        }
        if (ended()) return true;
        if (configure(request, body) && curl_multi_add_handle(multi, easy_) == CURLM_OK) {
            multi_ = multi;
        } else {
            end(errc::transport_failed, "libcurl refused the request");
        }
        return true;
    }

    void note_news() {
        if (on_news_) on_news_(*this);
    }

    // The idle timeout does not run while the transfer is paused.
    call_deadline next_deadline(clock::time_point now, bool idle_counts) const {
        const bool ours = phase_ == phase::receiving && (paused_ || !idle_counts);
        return detail::next_deadline(timeouts_, ours ? phase::handling : phase_, now, began_,
                                     since_);
    }

    // Ends the call because its content failed, with the error of the source if it gave one.
    [[gnu::cold]] void end_of_content() {
        end(errc::invalid_content);
        if (upload_.failure().code == errc::ok) return;
        within_memory([&] { failure_ = error(upload_.failure()); }, [] {});
    }

    // Restarts the first-byte timeout whenever some of the content was sent.
    void note_progress(clock::time_point now) {
        if (phase_ != phase::waiting || !multi_) return;
        curl_off_t sent = 0;
        curl_easy_getinfo(easy_, CURLINFO_SIZE_UPLOAD_T, &sent);
        if (std::exchange(sent_, sent) != sent) since_ = now;
    }

    // Sets all options. False if libcurl refuses one.
    [[gnu::cold]] bool configure(const http::request& request, std::string_view body) {
        bool ok = curl_configure(easy_, options_, request, body, lines_);
        const auto must = [&](CURLoption option, auto value) {
            ok = curl_easy_setopt(easy_, option, value) == CURLE_OK && ok;
        };
        if (!kept_.any_idle()) must(CURLOPT_FRESH_CONNECT, 1L);
        must(CURLOPT_PRIVATE, static_cast<void*>(this));
        must(CURLOPT_PREREQFUNCTION, &curl_transfer::on_request);
        must(CURLOPT_PREREQDATA, static_cast<void*>(this));
        must(CURLOPT_READFUNCTION, &curl_transfer::on_content);
        must(CURLOPT_READDATA, static_cast<void*>(this));
        must(CURLOPT_SEEKFUNCTION, &curl_transfer::on_rewind);
        must(CURLOPT_SEEKDATA, static_cast<void*>(this));
        must(CURLOPT_HEADERFUNCTION, &curl_transfer::on_head_line);
        must(CURLOPT_HEADERDATA, static_cast<void*>(this));
        must(CURLOPT_WRITEFUNCTION, &curl_transfer::on_body);
        must(CURLOPT_WRITEDATA, static_cast<void*>(this));
        return ok;
    }

    // The connection is ready. libcurl would repeat a request if a kept connection closes without a
    // response; the first one may have been served, so a second is refused.
    [[gnu::cold]] static int on_request(void* context, char*, char*, int port,
                                        int local_port) noexcept {
        auto& self = *static_cast<curl_transfer*>(context);
        self.kept_.use(self.easy_);
        self.spoilt_ = self.kept_.take_spoilt(local_port, port);
        if (self.spoilt_) return CURL_PREREQFUNC_ABORT;
        if (std::exchange(self.request_began_, true)) {
            self.failure_.code = errc::closed_early;
            return CURL_PREREQFUNC_ABORT;
        }
        self.phase_ = phase::waiting;
        self.since_ = clock::now();
        return CURL_PREREQFUNC_OK;
    }

    // libcurl asks for the next bytes of the content.
    static std::size_t on_content(char* to, std::size_t, std::size_t room, void* context) noexcept {
        auto& self = *static_cast<curl_transfer*>(context);
        const auto piece = self.upload_.next(room);
        if (self.upload_.failed()) return CURL_READFUNC_ABORT;
        if (!piece.empty()) std::memcpy(to, piece.data(), piece.size());
        if (self.phase_ == phase::waiting) self.since_ = clock::now();
        return piece.size();
    }
    // libcurl rewinds the content to repeat the request: refused.
    [[gnu::cold]] static int on_rewind(void* context, curl_off_t, int) noexcept {
        static_cast<curl_transfer*>(context)->failure_.code = errc::closed_early;
        return CURL_SEEKFUNC_FAIL;
    }

    // A line of an interim head, of the final head, or of the trailers, in this order.
    static std::size_t on_head_line(char* p, std::size_t, std::size_t n, void* context) noexcept {
        auto& self = *static_cast<curl_transfer*>(context);
        return self.within_callback([&] { return take_head_line(self, p, n); });
    }

    // Runs a step of a callback. If memory runs out it returns 0, which ends the call.
    template <class F>
    std::size_t within_callback(F&& step) noexcept {
        return within_memory(step, [&] {
            failure_.code = errc::out_of_memory;
            return std::size_t{0};
        });
    }

    // Takes a line, which ends with CRLF; an empty one ends the head. Returns n, or 0 to end the
    // call with failure_ set. After the final head all lines are trailers, which are counted and
    // dropped.
    [[gnu::cold]] static std::size_t take_head_line(curl_transfer& self, const char* p,
                                                    std::size_t n) {
        const auto& limits = self.options_.limits;
        self.since_ = clock::now();
        self.head_bytes_ += n;
        if (self.head_bytes_ > (self.has_head_ ? limits.trailers : limits.head)) {
            self.failure_.code = errc::limit_exceeded;
            return 0;
        }
        // a trailer
        if (self.has_head_) return n;
        long status = 0;
        curl_easy_getinfo(self.easy_, CURLINFO_RESPONSE_CODE, &status);
        if (status >= 200) self.phase_ = phase::receiving;

        const auto line = detail::trimmed({p, n});
        if (!line.empty()) return self.add_field(line, *p == ' ' || *p == '\t') ? n : 0;
        if (status >= 200) {
            if (!self.length_is_sound()) {
                self.failure_.code = errc::invalid_framing;
                return 0;
            }
            http::response_head head{static_cast<int>(status), {}};
            for (const auto& f : self.fields_) head.headers.add(f.name, f.value);
            self.head_ = std::move(head);
            self.has_head_ = true;
            self.head_bytes_ = 0;
            self.note_news();
        }
        self.fields_.clear();
        return n;
    }

    // A folded line continues the field before it (RFC 9112, 5.2). False at the limit.
    [[gnu::cold]] bool add_field(std::string_view line, bool folded) {
        if (folded && !fields_.empty()) {
            fields_.back().value.append(" ").append(line);
        } else if (const auto colon = line.find(':');
                   colon != line.npos && !line.starts_with("HTTP/")) {
            // the arguments have the types that header_list uses, which needs no further function
            std::string_view name = line.substr(0, colon);
            std::string_view value = detail::trimmed(line.substr(colon + 1));
            bool sensitive = false;
            fields_.emplace_back(name, value, sensitive);
        }
        if (fields_.size() <= options_.limits.headers) return true;
        failure_.code = errc::limit_exceeded;
        return false;
    }

    // Content-Length values must agree and be in range: libcurl uses the last one and ignores one
    // that is too large.
    [[gnu::cold]] bool length_is_sound() const {
        std::string_view length;
        for (const auto& f : fields_) {
            if (!http::same_name(f.name, "Content-Length")) continue;
            const std::string_view v = f.value;
            const bool digits = !v.empty() && v.find_first_not_of("0123456789") == v.npos;
            if (!digits || v.size() > 18 || (!length.empty() && v != length)) return false;
            length = v;
        }
        return true;
    }

    // Appends bytes of the body, or pauses the transfer if many are unread: libcurl delivers the
    // same bytes again later. A body without a head is HTTP/0.9.
    static std::size_t on_body(char* p, std::size_t, std::size_t n, void* context) noexcept {
        auto& self = *static_cast<curl_transfer*>(context);
        self.since_ = clock::now();
        if (!self.has_head_) {
            self.failure_.code = errc::invalid_framing;
            return 0;
        }
        if (!self.unread_.empty() && self.unread_.size() + n > unread_limit) {
            self.paused_ = true;
            return CURL_WRITEFUNC_PAUSE;
        }
        return self.within_callback([&] {
            self.unread_.append(p, n);
            self.note_news();
            return n;
        });
    }

    const curl_options& options_;
    curl_kept& kept_;
    CURL* easy_;                          // owned; null if it could not be made, or once closed
    CURLM* multi_ = nullptr;              // null unless the call is running
    curl_lines lines_{};                  // of the request, while libcurl needs them
    std::string unread_{};                // bytes of the body that were not taken
    std::string taken_{};                 // the bytes of the last take()
    std::vector<http::header> fields_{};  // of the head being received
    std::string host_{};                  // host and port for error messages
    std::string body_{};                  // the copy of the request's, if one was asked for
    upload upload_{};
    curl_off_t sent_ = 0;  // bytes of the request so far, as libcurl counts them
    http::response_head head_{};
    http::timeouts timeouts_{};
    stop_handle stop_{};
    error failure_{};             // callbacks set the code; end() sets the text
    std::size_t head_bytes_ = 0;  // of the heads, then of the trailers
    clock::time_point began_{};
    clock::time_point since_{};  // begin of the phase, or the last byte
    phase phase_ = phase::ended;
    bool has_head_ = false;
    bool paused_ = false;         // unread_limit was reached
    bool request_began_ = false;  // a second request is refused
    bool spoilt_ = false;         // the kept connection had bytes: try a fresh one
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
