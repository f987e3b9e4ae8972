// Maps libcurl's errors to error codes, and describes failures of a proxy without its credentials.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/core/macros_pause.hpp>

#include <curl/curl.h>

#include <oaiwire/core/macros_resume.hpp>

#include <cstdlib>
#include <string>
#include <string_view>

#include <oaiwire/core/ascii.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The host and port in the URL of a proxy, without its credentials; "" if it has unusual
// characters.
[[gnu::cold]] inline std::string proxy_of(std::string_view url) {
    if (const auto slashes = url.find("://"); slashes != url.npos) url.remove_prefix(slashes + 3);
    url.remove_prefix(url.rfind('@') + 1);
    url = url.substr(0, url.find_first_of("/?#"));
    const bool shown = url.find_first_not_of(
                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                           "0123456789.-_:[]") == url.npos;
    return shown ? std::string(url) : std::string();
}

// Describes how a proxy failed the call of this handle; "" if no proxy did. libcurl's own texts may
// quote the proxy's credentials.
[[gnu::cold]] inline std::string curl_proxy_failure(CURL* easy, CURLcode code) {
    long status = 0;
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &status);
    // the proxy's answer to CONNECT; 0 if there was none
    const bool refused = status >= 300;
    if (!refused && code != CURLE_PROXY && code != CURLE_COULDNT_RESOLVE_PROXY) return {};
    char* url = nullptr;
    char* address = nullptr;
    long port = 0;
    curl_easy_getinfo(easy, CURLINFO_EFFECTIVE_URL, &url);
    curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &address);
    curl_easy_getinfo(easy, CURLINFO_PRIMARY_PORT, &port);
    // libcurl does not say which proxy it took: look where it looks, in its order
    const bool tls = url && std::string_view(url).starts_with("https");
    std::string name;
    for (const char* variable : {tls ? "https_proxy" : "http_proxy",
                                 tls ? "HTTPS_PROXY" : "all_proxy", "all_proxy", "ALL_PROXY"}) {
        const char* const value = name.empty() ? std::getenv(variable) : nullptr;
        if (value) name = proxy_of(value);
    }
    if (name.empty() && address) name = address;
    // a colon behind the brackets of an IPv6 address is that of a port
    if (port != 0 && name.find(':', name.rfind(']') + 1) == name.npos) {
        name.append(":").append(decimal(port));
    }
    std::string text("the proxy ");
    text.append(name);
    if (!refused) {
        text.append(": ").append(curl_easy_strerror(code));
        return text;
    }
    text.append(" answered CONNECT with status ").append(decimal(status));
    if (status == 407) text.append(": it asks for credentials");
    return text;
}

// The code for a libcurl error, which depends on how far the call got. connecting: nothing of the
// request was sent.
[[gnu::cold]] inline errc curl_meaning(CURLcode code, bool connecting, bool has_head) {
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
        // only the connect timeout is libcurl's: the others are curl_transfer's
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
        // while connecting, the peer closed before the request
        case CURLE_SEND_ERROR:
        case CURLE_SEND_FAIL_REWIND:
            return connecting ? errc::connect_failed : errc::send_failed;
        // the connection ended within the response, or before it
        case CURLE_PARTIAL_FILE:
        case CURLE_GOT_NOTHING:
            return errc::closed_early;
        case CURLE_RECV_ERROR:
        case CURLE_HTTP2:
        case CURLE_HTTP2_STREAM:
        case CURLE_HTTP3:
            if (has_head) return errc::closed_early;
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
            if (!connecting && !has_head) return errc::limit_exceeded;
            return errc::transport_failed;
        default:
            return errc::transport_failed;
    }
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
