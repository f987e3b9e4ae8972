#include "curl_wire.hpp"

#include <curl/curl.h>
#include <poll.h>

#include <algorithm>

namespace conform {

namespace {

class curl_connection : public connection {
public:
    explicit curl_connection(CURL* handle) : handle_(handle) {
        curl_easy_getinfo(handle_, CURLINFO_ACTIVESOCKET, &socket_);
    }
    ~curl_connection() override { curl_easy_cleanup(handle_); }

    bool send(std::string_view bytes, std::int64_t wait_ms) override {
        const std::int64_t due = now_ms() + wait_ms;
        while (!bytes.empty()) {
            std::size_t n = 0;
            const CURLcode code = curl_easy_send(handle_, bytes.data(), bytes.size(), &n);
            if (code != CURLE_OK && code != CURLE_AGAIN) return false;
            bytes.remove_prefix(n);
            if (bytes.empty()) return true;
            // an answer that came early must be read, or both sides wait
            if (code == CURLE_AGAIN &&
                !wait(POLLOUT, std::min<std::int64_t>(due - now_ms(), 2000))) {
                return false;
            }
        }
        return true;
    }

    receipt receive(std::string& to, std::size_t most, std::int64_t wait_ms) override {
        const std::int64_t due = now_ms() + wait_ms;
        char some[16384];
        for (;;) {
            std::size_t n = 0;
            const CURLcode code = curl_easy_recv(handle_, some, std::min(most, sizeof some), &n);
            if (code == CURLE_OK) {
                to.append(some, n);
                return n == 0 ? receipt::closed : receipt::bytes;
            }
            if (code != CURLE_AGAIN) return receipt::failed;
            if (!wait(POLLIN, due - now_ms())) return receipt::late;
        }
    }

private:
    bool wait(short event, std::int64_t ms) const {
        if (ms <= 0) return false;
        pollfd one{};
        one.fd = socket_;
        one.events = event;
        return ::poll(&one, 1, static_cast<int>(std::min<std::int64_t>(ms, 600'000))) > 0;
    }
    CURL* handle_;
    curl_socket_t socket_ = CURL_SOCKET_BAD;
};

class curl_dialer : public dialer {
public:
    curl_dialer(const oaiwire::http::origin& to, std::string ca_file)
        : url_(to.scheme + "://" + to.host + ':' + std::to_string(to.port) + '/'),
          ca_file_(std::move(ca_file)) {
        curl_global_init(CURL_GLOBAL_DEFAULT);
    }

    std::unique_ptr<connection> connect(std::int64_t wait_ms, std::string& why) override {
        CURL* const handle = curl_easy_init();
        if (!handle) {
            why = "out of memory";
            return nullptr;
        }
        char text[CURL_ERROR_SIZE] = "";
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, text);
        curl_easy_setopt(handle, CURLOPT_URL, url_.c_str());
        curl_easy_setopt(handle, CURLOPT_CONNECT_ONLY, 1L);
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_HTTPPROXYTUNNEL, 1L);
        curl_easy_setopt(handle, CURLOPT_SSL_ENABLE_ALPN, 0L);  // HTTP/1.1
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(wait_ms));
        if (!ca_file_.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, ca_file_.c_str());
        const CURLcode code = curl_easy_perform(handle);
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
        if (code == CURLE_OK) return std::make_unique<curl_connection>(handle);
        why = text[0] != '\0' ? text : curl_easy_strerror(code);
        curl_easy_cleanup(handle);
        return nullptr;
    }

private:
    std::string url_;
    std::string ca_file_;
};

}  // namespace

std::unique_ptr<dialer> make_curl_dialer(const oaiwire::http::origin& to,
                                         const std::string& ca_file) {
    return std::make_unique<curl_dialer>(to, ca_file);
}

}  // namespace conform
