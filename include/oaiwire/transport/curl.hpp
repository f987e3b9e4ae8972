// HTTP over libcurl (7.80 or newer): one easy handle, driven through the multi interface, so that a
// call can be pulled and can stop at once. Knows messages and errors; must not know JSON, SSE or
// what a call is for, and never sends a request twice.
#pragma once

#include <curl/curl.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/stop_handle.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/http/transport.hpp>

static_assert(LIBCURL_VERSION_NUM >= 0x075000, "oaiwire: libcurl 7.80 or newer is needed");

namespace oaiwire::inline OAIWIRE_ABI {

// TLS verification is always on: a private authority is added by naming it, not by trusting all.
struct curl_options {
    std::string ca_file{};     // PEM file of the authorities to trust; "" for the system's
    oaiwire::limits limits{};  // of these: head, headers, trailers
};

namespace detail {

// Never undone: curl_global_cleanup would pull libcurl from under other users of it.
inline bool curl_ready() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

// The handles, and the one transfer that they may carry. libcurl calls back into it, so it stays
// where it is; user code is never called from inside libcurl, so that it may throw.
class curl_session {
public:
    explicit curl_session(curl_options options)
        : options_(std::move(options)),
          multi_(curl_ready() ? curl_multi_init() : nullptr),
          easy_(multi_ ? curl_easy_init() : nullptr) {
        unread_.reserve(unread_limit);
    }
    curl_session(const curl_session&) = delete;
    curl_session& operator=(const curl_session&) = delete;
    ~curl_session() {
        release();
        curl_easy_cleanup(easy_);
        curl_multi_cleanup(multi_);
    }

    // Begins a transfer. Without `copy_body`, request.body must stay until release().
    result<void> start(const http::request& request, bool copy_body) {
        if (phase_ != phase::idle) {
            return make_error(errc::invalid_argument, "the transport carries another call");
        }
        if (!may_use_kept(request.origin)) {
            curl_multi_cleanup(multi_);
            multi_ = curl_multi_init();
            kept_ = CURL_SOCKET_BAD;
        }
        if (!easy_ || !multi_) {
            return make_error(errc::transport_failed, "libcurl could not be initialised");
        }
        const auto& host = request.origin.host;
        host_ = host.substr(host.rfind('@') + 1) + ':' + std::to_string(request.origin.port);
        deadlines_ = request.deadlines;
        stop_ = request.stop;
        if (copy_body) body_ = request.body;
        head_bytes_ = 0;
        has_head_ = paused_ = request_began_ = unread_taken_ = false;
        failure_ = {};
        phase_ = phase::connecting;
        began_ = since_ = clock::now();
        stop_.set_wake([](void* m) { curl_multi_wakeup(static_cast<CURLM*>(m)); }, multi_);
        if (!configure(request, copy_body ? body_ : request.body) ||
            curl_multi_add_handle(multi_, easy_) != CURLM_OK) {
            release();
            return make_error(errc::transport_failed, "libcurl refused the request");
        }
        return {};
    }

    // Waits for the head of the final response.
    result<http::response_head> head() {
        drive([&] { return has_head_; });
        if (!has_head_) return failure_;
        return std::move(head_);
    }

    // Waits for bytes of the body, valid until the next call; empty at its clean end.
    result<std::string_view> read() {
        if (std::exchange(unread_taken_, true)) unread_.clear();
        drive([&] { return !unread_.empty(); });
        if (unread_.empty() && failure_.code != errc::ok) return failure_;
        return std::string_view(unread_);
    }

    // Ends the transfer, wherever it is: a connection in the middle of a response is closed.
    void release() {
        if (phase_ == phase::idle) return;
        end(errc::ok);
        unread_.clear();
        phase_ = phase::idle;
    }

private:
    using clock = std::chrono::steady_clock;
    // connecting: until the request can be sent; waiting: until the first byte of the response.
    enum class phase : std::uint8_t { idle, connecting, waiting, receiving, ended };

    static constexpr std::size_t unread_limit = std::size_t{4} * CURL_MAX_WRITE_SIZE;
    static constexpr std::int64_t turn = 20;  // ms: tokens inside a stop_handle wake nobody

    template <class Ready>
    void drive(Ready ready) {
        if (phase_ == phase::ended || ready()) return;
        if (phase_ == phase::receiving) since_ = clock::now();  // the caller's own time is not idle
        for (;;) {
            if (stop_.stop_requested()) return end(errc::cancelled);
            if (std::exchange(paused_, false)) curl_easy_pause(easy_, CURLPAUSE_CONT);
            int count = 0;
            bool sound = curl_multi_perform(multi_, &count) == CURLM_OK;
            if (const CURLMsg* done = curl_multi_info_read(multi_, &count)) {
                return end(done->data.result);
            }
            const auto due = next_deadline();
            if (due.left <= 0) return end(due.code);
            if (ready()) return;
            const int ms = static_cast<int>((std::min)(due.left, turn));
            sound = sound && curl_multi_poll(multi_, nullptr, 0, ms, nullptr) == CURLM_OK;
            if (!sound) return end(errc::transport_failed);
        }
    }

    // Bytes that came after the end of a response are no answer to the next request (RFC 9112,
    // 6.3); libcurl would take them for one. HTTP/2 has frames that may come at any time.
    void note_kept() {
        long version = 0;
        curl_easy_getinfo(easy_, CURLINFO_HTTP_VERSION, &version);
        if (version == CURL_HTTP_VERSION_1_0 || version == CURL_HTTP_VERSION_1_1) {
            curl_easy_getinfo(easy_, CURLINFO_ACTIVESOCKET, &kept_);
        }
    }
    // No more than one connection is kept, so that it is known which it is.
    bool may_use_kept(const http::origin& to) {
        if (const auto before = std::exchange(kept_for_, to); before != to) {
            return before.host.empty();
        }
        if (kept_ == CURL_SOCKET_BAD) return true;
        curl_waitfd kept{kept_, CURL_WAIT_POLLIN, 0};
        return curl_multi_poll(multi_, &kept, 1, 0, nullptr) == CURLM_OK && kept.revents == 0;
    }

    void end(CURLcode code) {
        if (failure_.code != errc::ok) return end(failure_.code);
        if (code == CURLE_OK) note_kept();
        if (code == CURLE_OK) return end(has_head_ ? errc::ok : errc::closed_early);
        const auto e = meaning(code);
        // its longer texts are not used: they may quote the request
        end(e, e == errc::connect_timeout ? "" : curl_easy_strerror(code));
    }

    // Takes the transfer from libcurl, and from it every pointer to what the caller owns.
    void end(errc code, std::string_view why = {}) {
        if (phase_ == phase::ended) return;
        phase_ = phase::ended;
        if (code != errc::ok) {
            failure_ = make_error(code, host_ + ": ");
            failure_.message += why.empty() ? describe(code) : why;
        }
        stop_.set_wake(nullptr, nullptr);
        curl_multi_remove_handle(multi_, easy_);
        curl_easy_reset(easy_);
        for (auto* l = lines_; l; l = l->next) wipe(l->data, std::string_view(l->data).size());
        curl_slist_free_all(std::exchange(lines_, nullptr));
        fields_.clear();
        body_ = {};
    }

    static void wipe(volatile char* p, std::size_t n) {
        for (std::size_t i = 0; i != n; ++i) p[i] = 0;
    }

    // libcurl takes whole lines; any may hold a key, so ours are wiped. False if memory ran out.
    bool add_line(std::string_view name, std::string_view separator, std::string_view value = {}) {
        std::string line;
        line.reserve(name.size() + separator.size() + value.size());
        line.append(name).append(separator).append(value);
        curl_slist* const grown = curl_slist_append(lines_, line.c_str());
        wipe(line.data(), line.size());
        if (grown) lines_ = grown;
        return grown != nullptr;
    }

    struct deadline {
        errc code;
        std::int64_t left;  // ms
    };
    deadline next_deadline() const {
        const auto now = clock::now();
        deadline next{errc::ok, (std::numeric_limits<std::int64_t>::max)()};
        const auto consider = [&](errc code, std::int64_t ms, clock::time_point from) {
            using std::chrono::milliseconds;
            if (ms <= 0) return;
            const auto left = ms - std::chrono::duration_cast<milliseconds>(now - from).count();
            if (left < next.left) next = {code, left};
        };
        consider(errc::total_timeout, deadlines_.total, began_);
        switch (phase_) {
            case phase::connecting:
                consider(errc::connect_timeout, deadlines_.connect, since_);
                break;
            case phase::waiting:
                consider(errc::first_byte_timeout, deadlines_.first_byte, since_);
                break;
            default:
                consider(errc::idle_timeout, deadlines_.idle, since_);
        }
        return next;
    }

    bool configure(const http::request& r, std::string_view body) {
        bool ok = true;
        const auto must = [&](CURLoption option, auto value) {
            ok = curl_easy_setopt(easy_, option, value) == CURLE_OK && ok;
        };
        const auto prefer = [&](CURLoption option, long value) {
            (void)curl_easy_setopt(easy_, option, value);
        };

        must(CURLOPT_SSL_VERIFYPEER, 1L);
        must(CURLOPT_SSL_VERIFYHOST, 2L);
        must(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        if (!options_.ca_file.empty()) must(CURLOPT_CAINFO, options_.ca_file.c_str());
        must(CURLOPT_FOLLOWLOCATION, 0L);
#if LIBCURL_VERSION_NUM >= 0x075500
        must(CURLOPT_PROTOCOLS_STR, "http,https");
#else
        must(CURLOPT_PROTOCOLS, static_cast<long>(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
        must(CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));  // no key for a proxy
        must(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
        must(CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
        must(CURLOPT_PATH_AS_IS, 1L);
        must(CURLOPT_NOSIGNAL, 1L);
        must(CURLOPT_URL, http::url_of(r).c_str());
        // what is meant for this machine does not leave it, whatever the environment says of
        // proxies
        const std::string& host = r.origin.host;
        if (host == "localhost" || host.starts_with("127.") || host == "[::1]") {
            must(CURLOPT_NOPROXY, "*");
        }

        prefer(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS);
        prefer(CURLOPT_TCP_NODELAY, 1L);
        prefer(CURLOPT_TCP_KEEPALIVE, 1L);
        // libcurl divides this among the addresses of a host; the clock that counts is ours.
        const auto longest = std::int64_t{(std::numeric_limits<int>::max)()};
        const auto connect = deadlines_.connect > 0 ? deadlines_.connect : longest;
        prefer(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>((std::min)(connect, longest)));
#if LIBCURL_VERSION_NUM >= 0x075700
        prefer(CURLOPT_QUICK_EXIT, 1L);  // stopping does not wait for a resolver that hangs
#endif

        const bool sends_body =
            !body.empty() || r.method == "POST" || r.method == "PUT" || r.method == "PATCH";
        if (sends_body) {
            must(CURLOPT_POST, 1L);
            must(CURLOPT_POSTFIELDS, body.empty() ? "" : body.data());
            must(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
        } else if (r.method == "HEAD") {
            must(CURLOPT_NOBODY, 1L);
        }
        must(CURLOPT_CUSTOMREQUEST, r.method.c_str());

        for (const auto& h : r.headers) {
            // "name:" would drop the field, "name;" sends it empty
            ok = add_line(h.name, h.value.empty() ? ";" : ": ", h.value) && ok;
        }
        // what libcurl would add of its own
        for (const char* name : {"Accept", "Content-Type", "Expect"}) {
            if (!r.headers.find(name)) ok = add_line(name, ":") && ok;
        }
        must(CURLOPT_HTTPHEADER, lines_);

        must(CURLOPT_PREREQFUNCTION, &curl_session::on_request);
        must(CURLOPT_PREREQDATA, static_cast<void*>(this));
        must(CURLOPT_HEADERFUNCTION, &curl_session::on_head_line);
        must(CURLOPT_HEADERDATA, static_cast<void*>(this));
        must(CURLOPT_WRITEFUNCTION, &curl_session::on_body);
        must(CURLOPT_WRITEDATA, static_cast<void*>(this));
        return ok;
    }

    // The connection is ready. libcurl sends a request again when a kept-alive connection closes
    // without an answer; the first may have been served, so that is refused.
    static int on_request(void* context, char*, char*, int, int) noexcept {
        auto& self = *static_cast<curl_session*>(context);
        if (std::exchange(self.request_began_, true)) {
            self.failure_.code = errc::closed_early;
            return CURL_PREREQFUNC_ABORT;
        }
        self.phase_ = phase::waiting;
        self.since_ = clock::now();
        self.kept_ = CURL_SOCKET_BAD;
        return CURL_PREREQFUNC_OK;
    }

    // Lines of interim heads, of the final head, and of trailers, in this order.
    static std::size_t on_head_line(char* p, std::size_t, std::size_t n, void* context) noexcept {
        auto& self = *static_cast<curl_session*>(context);
        const auto& limits = self.options_.limits;
        self.since_ = clock::now();
        self.head_bytes_ += n;
        if (self.head_bytes_ > (self.has_head_ ? limits.trailers : limits.head)) {
            self.failure_.code = errc::limit_exceeded;
            return 0;
        }
        if (self.has_head_) return n;
        long status = 0;
        curl_easy_getinfo(self.easy_, CURLINFO_RESPONSE_CODE, &status);
        if (status >= 200) self.phase_ = phase::receiving;

        const auto line = trim({p, n});
        if (!line.empty()) return self.add_field(line, *p == ' ' || *p == '\t') ? n : 0;
        if (status >= 200) {
            if (!self.length_is_sound()) {
                self.failure_.code = errc::invalid_framing;
                return 0;
            }
            self.has_head_ = true;
            self.head_bytes_ = 0;
            self.head_ = {static_cast<int>(status), {}};
            for (const auto& f : self.fields_) self.head_.headers.add(f.name, f.value);
        }
        self.fields_.clear();
        return n;
    }

    static std::string_view trim(std::string_view s) {
        const auto first = s.find_first_not_of(" \t\r\n");
        if (first == s.npos) return {};
        return s.substr(first, s.find_last_not_of(" \t\r\n") + 1 - first);
    }

    // A folded line goes on with the field before it (RFC 9112, 5.2). False at the limit.
    bool add_field(std::string_view line, bool folded) {
        if (folded && !fields_.empty()) {
            fields_.back().value.append(" ").append(line);
        } else if (const auto colon = line.find(':');
                   colon != line.npos && !line.starts_with("HTTP/")) {
            fields_.emplace_back(line.substr(0, colon), trim(line.substr(colon + 1)));
        }
        if (fields_.size() <= options_.limits.headers) return true;
        failure_.code = errc::limit_exceeded;
        return false;
    }

    // libcurl takes the last of several lengths, and passes over one that is too large.
    bool length_is_sound() const {
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

    static std::size_t on_body(char* p, std::size_t, std::size_t n, void* context) noexcept {
        auto& self = *static_cast<curl_session*>(context);
        self.since_ = clock::now();
        if (!self.has_head_) {
            self.failure_.code = errc::invalid_framing;
            return 0;
        }
        if (!self.unread_.empty() && self.unread_.size() + n > unread_limit) {
            self.paused_ = true;
            return CURL_WRITEFUNC_PAUSE;
        }
        self.unread_.append(p, n);
        return n;
    }

    errc meaning(CURLcode code) const {
        const bool connecting = phase_ == phase::connecting;
        switch (code) {
            case CURLE_URL_MALFORMAT:
            case CURLE_LOGIN_DENIED:  // the URL holds credentials
                return errc::invalid_url;
            case CURLE_COULDNT_RESOLVE_HOST:
            case CURLE_COULDNT_RESOLVE_PROXY:
                return errc::resolve_failed;
            case CURLE_COULDNT_CONNECT:
            case CURLE_PROXY:
                return errc::connect_failed;
            case CURLE_OPERATION_TIMEDOUT:
                return connecting ? errc::connect_timeout : errc::transport_failed;
            case CURLE_SSL_CONNECT_ERROR:
            case CURLE_PEER_FAILED_VERIFICATION:
            case CURLE_SSL_CERTPROBLEM:
            case CURLE_SSL_CIPHER:
            case CURLE_SSL_CACERT_BADFILE:
            case CURLE_SSL_CRL_BADFILE:
            case CURLE_SSL_ISSUER_ERROR:
            case CURLE_SSL_INVALIDCERTSTATUS:
                return errc::tls_failed;
            case CURLE_SEND_ERROR:
            case CURLE_SEND_FAIL_REWIND:
                return connecting ? errc::connect_failed : errc::send_failed;
            case CURLE_PARTIAL_FILE:
            case CURLE_GOT_NOTHING:
                return errc::closed_early;
            case CURLE_RECV_ERROR:
            case CURLE_HTTP2:
            case CURLE_HTTP2_STREAM:
            case CURLE_HTTP3:
                if (has_head_) return errc::closed_early;
                return connecting ? errc::connect_failed : errc::receive_failed;
            case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9 once a request was sent
                return connecting ? errc::invalid_url : errc::invalid_framing;
            case CURLE_WEIRD_SERVER_REPLY:
            case CURLE_BAD_CONTENT_ENCODING:
                return errc::invalid_framing;
#if LIBCURL_VERSION_NUM >= 0x080600
            case CURLE_TOO_LARGE:
                return errc::limit_exceeded;
#endif
            case CURLE_OUT_OF_MEMORY:  // older ones say so when a line of a head is too long
                if (request_began_ && !has_head_) return errc::limit_exceeded;
                return errc::transport_failed;
            default:
                return errc::transport_failed;
        }
    }

    curl_options options_;
    CURLM* multi_;
    CURL* easy_;
    curl_slist* lines_ = nullptr;
    std::string unread_{};  // bytes of the body that the caller has not had; never grows
    std::vector<http::header> fields_{};  // of the head that is being received
    std::string host_{};
    std::string body_{};
    http::response_head head_{};
    http::deadlines deadlines_{};
    stop_handle stop_{};
    error failure_{};
    std::size_t head_bytes_ = 0;
    curl_socket_t kept_ = CURL_SOCKET_BAD;  // of the connection that is kept
    http::origin kept_for_{};
    clock::time_point began_{};
    clock::time_point since_{};  // the phase's begin, or the last byte
    phase phase_ = phase::idle;
    bool has_head_ = false;
    bool unread_taken_ = false;
    bool paused_ = false;
    bool request_began_ = false;
};

}  // namespace detail

// Carries one call at a time; its connection is kept for the next one, if that goes to the same
// origin. Movable; may be used from any thread, by one at a time. Models http::pull_transport.
//
// Redirects, cookies, content codings and authentication schemes are left alone; a proxy is used as
// libcurl's environment rules say (http_proxy, https_proxy, no_proxy). The first_byte deadline
// counts from when the connection is ready, the sending of the request included. An HTTP/2 peer
// that resets a stream with NO_ERROR in its middle is taken by libcurl for a clean end, and so is
// the end of a TLS connection without close_notify where a body has neither length nor chunks; what
// reads the body must know its own end, as event streams do.
class curl_transport {
public:
    // A response being read. It may outlive its transport. Until its end was read, or it was
    // destroyed, the transport carries no other call.
    class body {
    public:
        body(body&&) noexcept = default;
        body& operator=(body&& other) noexcept {
            if (this == &other) return *this;
            abandon();
            session_ = std::move(other.session_);
            head_ = std::move(other.head_);
            end_ = std::move(other.end_);
            return *this;
        }
        ~body() { abandon(); }

        const http::response_head& head() const { return head_; }

        // The next bytes (at most 64 KiB), valid until the next call; empty at the clean end.
        // Waits for them; after the end or an error the answer stays the same.
        result<std::string_view> read_some() {
            if (session_) {
                auto bytes = session_->read();
                if (bytes && !bytes->empty()) return bytes;
                if (!bytes) end_ = std::move(bytes).error();
                abandon();
            }
            if (!end_) return end_.error();
            return std::string_view{};
        }

    private:
        friend class curl_transport;
        explicit body(std::shared_ptr<detail::curl_session> s) : session_(std::move(s)) {}
        void abandon() {
            if (session_) session_->release();
            session_.reset();
        }
        std::shared_ptr<detail::curl_session> session_;  // null once the transfer ended
        http::response_head head_{};
        result<void> end_{};
    };

    explicit curl_transport(curl_options options = {})
        : session_(std::make_shared<detail::curl_session>(std::move(options))) {}
    curl_transport(curl_transport&&) noexcept = default;
    curl_transport& operator=(curl_transport&&) noexcept = default;

    // Sends the request and returns once the head of the response has come. The request's body is
    // copied: nothing of `request` is needed afterwards.
    result<body> open(const http::request& request) { return open(request, true); }

    // Sends the request and feeds the handler until the response ended or the handler said stop.
    template <http::response_handler Handler>
    result<void> send(const http::request& request, Handler& handler) {
        auto opened = open(request, false);
        if (!opened) return std::move(opened).error();
        if (handler.on_head(opened->head()) == http::flow::stop) return {};
        for (;;) {
            auto bytes = opened->read_some();
            if (!bytes) return std::move(bytes).error();
            if (bytes->empty() || handler.on_body(*bytes) == http::flow::stop) return {};
        }
    }

private:
    result<body> open(const http::request& request, bool copy_body) {
        if (!session_) return make_error(errc::invalid_argument, "the transport was moved from");
        if (auto started = session_->start(request, copy_body); !started) {
            return std::move(started).error();
        }
        body opened(session_);
        auto head = session_->head();
        if (!head) return std::move(head).error();
        opened.head_ = std::move(*head);
        return opened;
    }

    std::shared_ptr<detail::curl_session> session_;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
