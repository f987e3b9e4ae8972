// A client of a server_connection in memory: gives bytes, takes what is sent, and reads the
// answers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/message.hpp>
#include <oracle/chunked.hpp>
#include <support/block.hpp>

namespace support {

struct reply {
    int status = 0;
    oaiwire::http::header_list headers{};
    std::string body{};
    bool whole = false;
    std::string value(std::string_view name) const { return std::string(headers.value(name)); }
};

// Reads the answers in `wire`. Interim ones are left out. `ended`: the connection was closed.
inline std::vector<reply> replies_in(std::string_view wire, bool ended = false,
                                     bool head_only = false) {
    std::vector<reply> out;
    while (!wire.empty()) {
        reply r;
        const std::size_t head_size = wire.find("\r\n\r\n");
        if (head_size == std::string_view::npos || !wire.starts_with("HTTP/1.1 ")) break;
        for (const char c : wire.substr(9, 3)) r.status = r.status * 10 + (c - '0');
        std::size_t at = wire.find("\r\n") + 2;
        while (at < head_size) {
            const std::size_t colon = wire.find(':', at);
            const std::size_t end = wire.find("\r\n", at);
            std::string_view value = wire.substr(colon + 1, end - colon - 1);
            if (value.starts_with(' ')) value.remove_prefix(1);
            r.headers.add(wire.substr(at, colon - at), value);
            at = end + 2;
        }
        wire.remove_prefix(head_size + 4);
        if (r.status == 100) continue;
        if (head_only || r.status == 204) {
            r.whole = true;
        } else if (r.headers.find("Transfer-Encoding") != nullptr) {
            const oracle::chunked_body body = oracle::read_chunked(wire);
            r.body = body.content;
            r.whole = body.outcome == oracle::chunked_body::verdict::done;
            wire.remove_prefix(body.at);
        } else if (const auto* length = r.headers.find("Content-Length")) {
            const std::size_t size = std::stoul(length->value);
            r.body = wire.substr(0, size);
            r.whole = r.body.size() == size;
            wire.remove_prefix(r.body.size());
        } else {
            r.body = wire;
            r.whole = ended;
            wire = {};
        }
        out.push_back(r);
        if (!r.whole) break;
    }
    return out;
}

// The program and its socket. `answer(connection)` is called for each request that waits.
template <class Connection, class Answer>
class connection_peer {
public:
    connection_peer(Connection& to, Answer answer) : to_(to), answer_(answer) {}

    // Feeds the bytes, in an allocation of their exact size, and sends everything.
    void give(std::string_view bytes) {
        if (!bytes.empty()) {
            const block piece(bytes);
            to_.feed(piece.view(), now_ms);
        }
        work();
    }
    void give_bytewise(std::string_view bytes) {
        for (const char& c : bytes) give({&c, 1});
    }
    void work() {
        for (;;) {
            if (to_.request() != nullptr) answer_(to_);
            const std::string_view ready = to_.unsent().substr(0, write_size);
            if (ready.empty()) break;
            wire.append(ready);
            to_.sent(ready.size(), now_ms);
        }
    }
    void pass(std::int64_t ms) {
        now_ms += ms;
        to_.tick(now_ms);
        work();
    }
    bool closed() const { return to_.closing(); }
    std::vector<reply> replies(bool head_only = false) const {
        return replies_in(wire, closed(), head_only);
    }

    std::string wire{};  // everything that was sent
    std::int64_t now_ms = 0;
    std::size_t write_size = SIZE_MAX;

private:
    Connection& to_;
    Answer answer_;
};

}  // namespace support
