// Setting up libcurl for a request: initialisation, options and header lines, checks of kept
// connections.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <curl/curl.h>

#include <oaiwire/core/macros_resume.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>
#include <oaiwire/transport/curl_options.hpp>

static_assert(LIBCURL_VERSION_NUM >= 0x075000, "oaiwire: libcurl 7.80 or newer is needed");

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Initialises libcurl once. Never undone: curl_global_cleanup() would break other users of libcurl
// in the process. Thread-safe from libcurl 7.84 on.
inline bool curl_ready() {
    static const bool ready = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
    return ready;
}

// Header lines in the form that libcurl takes. Any of them may hold a key, so all are wiped.
class curl_lines {
public:
    curl_lines() = default;
    curl_lines(const curl_lines&) = delete;
    curl_lines& operator=(const curl_lines&) = delete;
    [[gnu::cold]] ~curl_lines() { clear(); }

    // Appends "name<separator>value". False if memory ran out.
    [[gnu::cold]] bool add(std::string_view name, std::string_view separator,
                           std::string_view value = {}) {
        std::string line;
        line.reserve(name.size() + separator.size() + value.size());
        line.append(name).append(separator).append(value);
        curl_slist* const grown = curl_slist_append(lines_, line.c_str());
        wipe(line);
        if (grown) lines_ = grown;
        return grown != nullptr;
    }
    // The list, null if empty; owned by this object.
    curl_slist* get() const { return lines_; }
    // Wipes and frees all lines. libcurl must not use them any more.
    [[gnu::cold]] void clear() {
        for (auto* l = lines_; l; l = l->next) wipe(l->data, std::string_view(l->data).size());
        curl_slist_free_all(std::exchange(lines_, nullptr));
    }

private:
    curl_slist* lines_ = nullptr;
};

// The HTTP/1 connections that libcurl keeps open. Bytes that follow a response must not be taken
// for the response to the next request (RFC 9112, 6.3), but libcurl before 8.2 does that. HTTP/2
// frames may come at any time, so its connections are not tracked.
class curl_kept {
public:
    // So that note() needs no memory for the transfers that run. Amortised constant time.
    [[gnu::cold]] void make_room(std::size_t running) {
        const auto needed = kept_.size() + running;
        if (needed > kept_.capacity()) kept_.reserve(2 * needed);
    }

    // False if no connection can be idle: libcurl need not search among those in use, which takes
    // linear time.
    bool any_idle() const { return idle_ != 0; }
    // Call when a connection is about to be used.
    [[gnu::cold]] void use(CURL* easy) {
        long fresh = 0;
        curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &fresh);
        if (fresh == 0 && idle_ != 0) --idle_;
    }

    // Remembers the connection of a transfer that has ended well.
    [[gnu::cold]] void note(CURL* easy) {
        ++idle_;
        long version = 0;
        connection c{};
        curl_easy_getinfo(easy, CURLINFO_HTTP_VERSION, &version);
        curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &c.socket);
        curl_easy_getinfo(easy, CURLINFO_LOCAL_PORT, &c.local_port);
        curl_easy_getinfo(easy, CURLINFO_PRIMARY_PORT, &c.port);
        // a socket number that is used again is another connection
        forget([&](const connection& k) { return k.socket == c.socket; });
        const bool one = version == CURL_HTTP_VERSION_1_0 || version == CURL_HTTP_VERSION_1_1;
        if (one && c.socket != CURL_SOCKET_BAD) kept_.push_back(c);
    }

    // Call when a connection is about to be used; it is forgotten. True if it was kept and has
    // bytes, or its end, to read. Its ports identify it: libcurl's callback is not told the socket.
    [[gnu::cold]] bool take_spoilt(long local_port, long port) {
        bool spoilt = false;
        forget([&](const connection& k) {
            if (k.local_port != local_port || k.port != port) return false;
            char byte = 0;
            spoilt = spoilt || recv(k.socket, &byte, 1, MSG_PEEK) >= 0;  // it does not block
            return true;
        });
        return spoilt;
    }

private:
    struct connection {
        curl_socket_t socket = CURL_SOCKET_BAD;
        long local_port = 0;  // ours
        long port = 0;        // the server's
    };
    // Removes those for which `is` returns true. Their order does not matter.
    template <class F>
    void forget(F is) {
        for (std::size_t i = kept_.size(); i-- != 0;) {
            if (!is(kept_[i])) continue;
            kept_[i] = kept_.back();
            kept_.pop_back();
        }
    }

    std::vector<connection> kept_{};
    std::size_t idle_ = 0;  // of any version; at most so many: some may have been closed since
};

// The longest wait if a call has a stop token, which cannot wake a thread.
inline constexpr std::int64_t curl_poll_interval_ms = 20;

// Up to this size libcurl sends a body together with the head. Larger bodies, and those that a
// source produces, are given to libcurl in pieces.
inline constexpr std::size_t curl_at_once = 65'536;

// The options that are the same for all requests.
struct curl_option {
    CURLoption option;
    std::int16_t value;
    bool must = true;
};
inline constexpr curl_option curl_options_of_all[] = {
    // safety: refused options are errors
    {CURLOPT_SSL_VERIFYPEER, 1},
    {CURLOPT_SSL_VERIFYHOST, 2},
    {CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2},
    {CURLOPT_FOLLOWLOCATION, 0},
#if LIBCURL_VERSION_NUM < 0x075500
    {CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS},
#endif
    {CURLOPT_HEADEROPT, CURLHEADER_SEPARATE},  // no key for a proxy
    {CURLOPT_SUPPRESS_CONNECT_HEADERS, 1},
    {CURLOPT_DISALLOW_USERNAME_IN_URL, 1},
    {CURLOPT_PATH_AS_IS, 1},
    {CURLOPT_NOSIGNAL, 1},
    // speed: builds of libcurl without an option still work
    {CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS, false},
    {CURLOPT_TCP_NODELAY, 1, false},
    {CURLOPT_TCP_KEEPALIVE, 1, false},
#if LIBCURL_VERSION_NUM >= 0x075700
    {CURLOPT_QUICK_EXIT, 1, false},  // stopping does not wait for a resolver that hangs
#endif
};

// Sets all options of a request but its callbacks. `body` (the request's, or a copy of it) and
// `lines` must stay until the handle is reset. False if libcurl refuses an option.
[[gnu::cold]] inline bool curl_configure(CURL* easy, const curl_options& options,
                                         const http::request& r, std::string_view body,
                                         curl_lines& lines) {
    bool ok = true;
    const auto must = [&](CURLoption option, auto value) {
        ok = curl_easy_setopt(easy, option, value) == CURLE_OK && ok;
    };
    for (const auto& o : curl_options_of_all) {
        const auto code = curl_easy_setopt(easy, o.option, long{o.value});
        ok = ok && (code == CURLE_OK || !o.must);
    }
    if (!options.ca_file.empty()) must(CURLOPT_CAINFO, options.ca_file.c_str());
#if LIBCURL_VERSION_NUM >= 0x075500
    must(CURLOPT_PROTOCOLS_STR, "http,https");
#endif
    must(CURLOPT_URL, http::url_of(r).c_str());
    // requests to this machine must not leave it through a proxy
    const std::string& host = r.origin.host;
    if (host == "localhost" || host.starts_with("127.") || host == "[::1]") {
        must(CURLOPT_NOPROXY, "*");
    }

    // libcurl divides this among the addresses of a host; curl_transfer checks the timeout itself
    const auto longest = std::int64_t{(std::numeric_limits<int>::max)()};
    const auto connect = r.timeouts.connect_ms > 0 ? r.timeouts.connect_ms : longest;
    (void)curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                           static_cast<long>((std::min)(connect, longest)));

    // content: none, all of it now, or pieces from the read callback
    if (http::has_content(r)) {
        const auto size = http::content_size(r);
        if (size > static_cast<std::uint64_t>((std::numeric_limits<curl_off_t>::max)())) {
            return false;
        }
        must(CURLOPT_POST, 1L);
        if (size == 0) {
            must(CURLOPT_POSTFIELDS, "");
        } else if (!r.content && size <= curl_at_once) {
            must(CURLOPT_POSTFIELDS, body.data());
        }
        must(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(size));
    } else if (r.method == "HEAD") {
        must(CURLOPT_NOBODY, 1L);
    }
    must(CURLOPT_CUSTOMREQUEST, r.method.c_str());

    for (const auto& h : r.headers) {
        // "name:" would drop the field, "name;" sends it empty
        ok = lines.add(h.name, h.value.empty() ? ";" : ": ", h.value) && ok;
    }
    // suppresses the fields that libcurl would add
    for (const char* name : {"Accept", "Content-Type", "Expect"}) {
        if (!r.headers.find(name)) ok = lines.add(name, ":") && ok;
    }
    must(CURLOPT_HTTPHEADER, lines.get());
    return ok;
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
