// Runs the response pump on pieces of an input, with results comparable to the reference reader's,
// and the responses that its tests begin from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/response_pump.hpp>
#include <oracle/http_response.hpp>
#include <support/block.hpp>

namespace support::responses {

using namespace oaiwire;
using http::response_pump;

// Everything that a caller can observe of one response.
struct seen {
    bool done = false;
    errc code = errc::ok;
    std::size_t at = 0;  // where it is refused; if it is whole, where it ends
    std::string content{};
    bool has_head = false;
    http::response_head head{};
    bool keep_alive = false;
    bool ended_by_close = false;  // finish() makes it whole
    bool sound = true;            // views are within what was fed, and a head precedes its body
    friend bool operator==(const seen&, const seen&) = default;
};

// Feeds the pieces that end at these places, each in an allocation of its own size.
inline seen decode(std::string_view input, const std::vector<std::size_t>& cuts = {},
                   bool is_head = false, const limits& bounds = {}) {
    response_pump p(is_head ? "HEAD" : "GET", bounds);
    seen out;
    std::size_t used = 0, from = 0;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const std::size_t to = i == cuts.size() ? input.size() : cuts[i];
        const support::block piece(input.substr(from, to - from));
        const bool before = p.done();
        from = to;
        p.feed(piece.view());
        for (auto part = p.next(); !part.empty(); part = p.next()) {
            const char* const begin = piece.view().data();
            out.sound = out.sound && p.head() != nullptr && part.data() >= begin &&
                        part.data() + part.size() <= begin + piece.size;
            out.content.append(part);
        }
        if (!before) used += piece.size - p.leftover().size();
    }
    out.done = p.done();
    out.code = p.failure().code;
    if (p.failed()) out.at = p.failure().offset;
    if (p.done()) out.at = used;
    out.has_head = p.head() != nullptr;
    if (out.has_head) out.head = *p.head();
    out.keep_alive = p.keep_alive();
    if (!out.done && out.code == errc::ok) out.ended_by_close = p.finish().has_value();
    return out;
}

inline std::vector<std::size_t> every_byte(std::size_t size) {
    std::vector<std::size_t> cuts;
    for (std::size_t at = 1; at < size; ++at) cuts.push_back(at);
    return cuts;
}

// What the reference reader says.
inline seen expected(std::string_view input, bool is_head = false, const limits& bounds = {}) {
    const oracle::http_response read = oracle::read_response(input, is_head, bounds);
    using verdict = oracle::http_response::verdict;
    seen out;
    out.done = read.outcome == verdict::done;
    if (read.outcome == verdict::refused) {
        out.code = read.limit ? errc::limit_exceeded : errc::invalid_framing;
    }
    if (read.outcome != verdict::more) out.at = read.at;
    out.content = read.content;
    out.has_head = read.has_head;
    if (read.has_head) out.head = {read.status, read.headers};
    out.keep_alive = out.done && read.keep_alive && read.at == input.size();
    out.ended_by_close = read.until_close && read.outcome == verdict::more;
    return out;
}

struct good_response {
    std::string bytes{};
    std::string content{};
    bool keep_alive = true;
};

// Whole at their last byte, or by the end of the connection.
inline const std::vector<good_response>& good_responses() {
    static const std::string ok = "HTTP/1.1 200 OK\r\n";
    static const std::string sized = "Content-Length: 5\r\n\r\nhello";
    static const std::string chunked = "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n";
    static const std::vector<good_response> all{
        {ok + sized, "hello"},
        {ok + chunked, "hello"},
        {ok + "transfer-ENCODING: Chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nX: y\r\n\r\n", "hello"},
        {ok + "\r\nuntil the end", "until the end", false},
        {"HTTP/1.0 200 OK\r\n\r\nhello", "hello", false},
        {"HTTP/1.0 200 OK\r\n" + sized, "hello", false},
        {"HTTP/1.0 200 OK\r\nConnection: x , Keep-Alive\r\n" + sized, "hello"},
        {"HTTP/1.9 200 OK\r\n" + sized, "hello"},
        {ok + "Connection: a, close\r\n" + sized, "hello", false},
        {ok + "Content-Length: 5\r\n" + chunked, "hello", false},
        {ok + "Content-Length: 5, 5 ,05\r\n" + sized, "hello"},
        {ok + "Content-Length: 0\r\n\r\n", ""},
        {"HTTP/1.1 204 No Content\r\n\r\n", ""},
        {"HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n", ""},
        {"HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\n", "", false},
        {"HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n", "", false},
        {"HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", ""},
        {"HTTP/1.1 404\r\n" + sized, "hello"},
        {"HTTP/1.1 404 \r\n" + sized, "hello"},
        {"HTTP/1.1 999 \tw\xc3\xb6rds\r\n" + sized, "hello"},
        {"HTTP/1.1 100 Continue\r\n\r\n" + ok + sized, "hello"},
        {"HTTP/1.1 103 Early Hints\r\nContent-Length: x\r\nLink: a\r\n b\r\n\r\n"
         "HTTP/1.1 102 Processing\r\nConnection: close\r\n\r\n" +
             ok + chunked,
         "hello"},
        {ok + "X-Empty:\r\nX-Space: \t a  b \t\r\nx:y:z\r\n" + sized, "hello"},
        {ok + "X: a\r\n b \r\n\tc\r\n \r\n  d\r\nY:\r\n e\r\n" + sized, "hello"},
        {ok + "Connection: keep-alive,\r\n close\r\n" + sized, "hello", false},
    };
    return all;
}

struct bad_response {
    std::string before{};  // the valid part
    std::string after{};   // begins with the first byte that is not
};

inline const std::vector<bad_response>& bad_responses() {
    static const std::string ok = "HTTP/1.1 200 OK\r\n";
    static const std::vector<bad_response> all{
        {"", "\r\nHTTP/1.1 200 OK\r\n"},
        {"", "hello"},
        {"", "SSH-2.0-OpenSSH\r\n"},
        {"", "http/1.1 200 OK\r\n"},
        {"HTTP/", "2 200\r\n"},
        {"HTTP/1", "/1 200\r\n"},
        {"HTTP/1.", "x 200\r\n"},
        {"HTTP/1.1", "\t200\r\n"},
        {"HTTP/1.1 ", " 200\r\n"},
        {"HTTP/1.1 ", "099\r\n"},
        {"HTTP/1.1 2", "x0\r\n"},
        {"HTTP/1.1 200", "0\r\n"},
        {"HTTP/1.1 200", "\n"},
        {"HTTP/1.1 200 OK", "\n"},
        {"HTTP/1.1 200 O", std::string(1, '\0')},
        {"HTTP/1.1 200 OK\r", "\r\n"},
        {"HTTP/1.1 ", "101 Switching Protocols\r\n"},
        {ok, " X: folded onto nothing\r\n"},
        {ok, "\n"},
        {ok, ": no name\r\n"},
        {ok + "X", " : y\r\n"},
        {ok + "X", "\r\n"},
        {ok + "X: y", "\n"},
        {ok + "X: y", "\x7f"},
        {ok + "X: y\r", "z"},
        {ok + "X: y\r\n\r", "z"},
        {ok + "Content-Length: ", "-1\r\n\r\n"},
        {ok + "Content-Length:", "\r\n\r\n"},
        {ok + "Content-Length: ", "5x\r\n\r\n"},
        {ok + "Content-Length: ", "0x5\r\n\r\n"},
        {ok + "Content-Length: ", "9223372036854775808\r\n\r\n"},
        {ok + "Content-Length: ", "5, 6\r\n\r\n"},
        {ok + "Content-Length: ", "5,\r\n\r\n"},
        {ok + "Content-Length: 5\r\nContent-Length: ", "6\r\n\r\n"},
        {ok + "Content-Length: ", "5\r\n \r\n\r\n"},
        {ok + "Transfer-Encoding:\r\n ", "chunked\r\n\r\n"},
        {ok + "Transfer-Encoding: ", "gzip, chunked\r\n\r\n"},
        {ok + "Transfer-Encoding: ", "identity\r\n\r\n"},
        {ok + "Transfer-Encoding: ", "chunked, chunked\r\n\r\n"},
        {ok + "Transfer-Encoding: chunked\r\nTransfer-Encoding: ", "chunked\r\n\r\n"},
        {ok + "Transfer-Encoding: ", "chunked\r\n\t\r\n\r\n"},
        {"HTTP/1.0 200 OK\r\nTransfer-Encoding: ", "chunked\r\n\r\n"},
        {ok + "Transfer-Encoding: chunked\r\n\r\n", "x\r\n"},
        {ok + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc", "\n"},
        {"HTTP/1.1 100 Continue\r\n\r\n", "hello"},
        {"HTTP/1.1 100 Continue\r\nX", "\n"},
    };
    return all;
}

}  // namespace support::responses
