// The example program serve, running on a port of its own.
#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "program.hpp"

namespace support {

class serve_program {
public:
    explicit serve_program(const std::string& stack, std::vector<std::string> more = {}) {
        std::vector<std::string> words{OAIWIRE_TEST_EXAMPLES "/serve", "--http", stack, "--port",
                                       "0"};
        words.insert(words.end(), more.begin(), more.end());
        program_ = std::make_unique<program>(std::move(words));
        if (!program_->has_written(25)) return;
        base_url_ = program_->out();
        base_url_.erase(base_url_.find('\n'));
    }

    // Whether it was built with that stack, and listens.
    bool started() const { return !base_url_.empty(); }
    const std::string& base_url() const { return base_url_; }

    // A client of it.
    auto client(std::string key = {}) const {
        return oaiwire::client{oaiwire::curl_transport{},
                               {.base_url = base_url_, .api_key = oaiwire::secret{std::move(key)}}};
    }

    // Ends it as Ctrl-C does; its exit status.
    int stop() {
        program_->interrupt();
        return program_->wait();
    }

private:
    std::unique_ptr<program> program_{};
    std::string base_url_{};
};

// A TCP connection to a server on this machine, for what no client would send.
class raw_connection {
public:
    explicit raw_connection(const std::string& base_url) {
        sockaddr_in where{};
        where.sin_family = AF_INET;
        where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const auto port = std::stoi(base_url.substr(base_url.rfind(':') + 1));
        where.sin_port = htons(static_cast<std::uint16_t>(port));
        connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0;
        const timeval patience{5, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    raw_connection(const raw_connection&) = delete;
    raw_connection& operator=(const raw_connection&) = delete;
    ~raw_connection() { close(socket_); }

    bool send(std::string_view bytes) const {
        return connected_ && ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
                                 static_cast<ssize_t>(bytes.size());
    }
    // What comes until it contains `end`, the server closes, or five seconds without a byte.
    std::string read_until(std::string_view end) const {
        std::string all;
        char bytes[4096];
        while (all.find(end) == all.npos) {
            const auto n = recv(socket_, bytes, sizeof bytes, 0);
            if (n <= 0) break;
            all.append(bytes, static_cast<std::size_t>(n));
        }
        return all;
    }

private:
    int socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    bool connected_ = false;
};

// Calls f with a running server for each HTTP stack that it was built with.
template <class F>
void on_each_stack(F&& f) {
    int started = 0;
    for (const char* stack : {"beast", "httplib"}) {
        serve_program server(stack);
        if (!server.started()) continue;
        ++started;
        f(server);
    }
    if (started == 0) FAIL("serve did not start on any HTTP stack");
}

}  // namespace support
