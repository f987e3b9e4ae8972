// Heads of requests that a server must take or refuse, with what it must say of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace support {

// A request without a body.
struct good_head {
    std::string bytes{};
    std::string method{};
    std::string target{};
    std::string host{};  // the value of Host
    int minor_version = 1;
    bool keep_alive = true;
};

// A head that is refused: it fails at the first byte of `from`.
struct bad_head {
    std::string before{};
    std::string from{};
    int status = 400;
    std::string bytes() const { return before + from; }
};

inline const std::vector<good_head>& good_heads() {
    static const std::vector<good_head> heads{
        {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/", "a"},
        {"\r\nGET / HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/", "a"},
        {"GET /v1/models HTTP/1.1\r\nHost: example.com:8080\r\n\r\n", "GET", "/v1/models",
         "example.com:8080"},
        {"GET /?a=b&c=%20%0a HTTP/1.1\r\nhost:a\r\n\r\n", "GET", "/?a=b&c=%20%0a", "a"},
        {"GET /?include[]=x{}|^` HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/?include[]=x{}|^`", "a"},
        {"GET /a%2Fb%25/ HTTP/1.1\r\nHOST: a\r\n\r\n", "GET", "/a%2Fb%25/", "a"},
        {"GET /-._~!$&'()*+,;=:@ HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/-._~!$&'()*+,;=:@", "a"},
        {"GET /..a/...?../. HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/..a/...?../.", "a"},
        {"GET // HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "//", "a"},
        {"DELETE /v1/files/f HTTP/1.1\r\nHost: a\r\n\r\n", "DELETE", "/v1/files/f", "a"},
        {"get / HTTP/1.1\r\nHost: a\r\n\r\n", "get", "/", "a"},
        {"!#$%&'*+-.^_`|~9 / HTTP/1.1\r\nHost: a\r\n\r\n", "!#$%&'*+-.^_`|~9", "/", "a"},
        {"OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS", "*", "a"},
        {"OPTIONS http://b HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS", "*", "b"},
        {"OPTIONS http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", "OPTIONS", "/", "b"},
        {"GET http://b HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/", "b"},
        {"GET http://b:8?x=/ HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/?x=/", "b:8"},
        {"GET HTTPS://[::1]:443/x HTTP/1.1\r\nHost: a\r\n\r\n", "GET", "/x", "[::1]:443"},
        {"GET http://b/x HTTP/1.0\r\n\r\n", "GET", "/x", "b", 0, false},
        {"GET / HTTP/1.1\r\nHost: [2001:db8::1]\r\n\r\n", "GET", "/", "[2001:db8::1]"},
        {"GET / HTTP/1.1\r\nHost: 127.0.0.1:\r\n\r\n", "GET", "/", "127.0.0.1:"},
        {"GET / HTTP/1.1\r\nHost: A_b-c.Example.\r\n\r\n", "GET", "/", "A_b-c.Example."},
        {"GET / HTTP/1.1\r\nHost:\t a \t\r\n\r\n", "GET", "/", "a"},
        {"GET / HTTP/1.0\r\n\r\n", "GET", "/", "", 0, false},
        {"GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", "GET", "/", "", 0, true},
        {"GET / HTTP/1.0\r\nConnection: keep-alive, close\r\n\r\n", "GET", "/", "", 0, false},
        {"GET / HTTP/1.0\r\nExpect: 100-continue\r\n\r\n", "GET", "/", "", 0, false},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "GET", "/", "a", 1, false},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: x\r\nConnection: y, CLOSE\r\n\r\n", "GET", "/",
         "a", 1, false},
        {"GET / HTTP/1.1\r\nHost: a\r\nConnection: closed, ,\r\n\r\n", "GET", "/", "a"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "POST", "/", "a"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length:\t000 \r\n\r\n", "POST", "/", "a"},
        {"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nExpect: 100-Continue\r\n\r\n", "POST",
         "/", "a"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX:\r\n!#$%&'*+-.^_`|~9: \"(,)/:;<=>?@[\\]{}\r\n\r\n", "GET",
         "/", "a"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: \xC3\xA9\x80\xFF\r\n\r\n", "GET", "/", "a"},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\nX: 1\r\nCookie: a\r\nCookie: b\r\n\r\n", "GET", "/",
         "a"},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent_Length: 5\r\nTransfer_Encoding: chunked\r\n\r\n",
         "GET", "/", "a"},
        {"GET / HTTP/1.1\r\nHost: a\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n", "GET", "/",
         "a"},
    };
    return heads;
}

inline const std::vector<bad_head>& bad_heads() {
    static const std::string line = "GET / HTTP/1.1\r\n";
    static const std::string get = line + "Host: a\r\n";
    static const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
    static const std::string tail = "\r\nHost: a\r\n\r\n";
    static const std::string nul(1, '\0');
    static const std::vector<bad_head> heads{
        // what precedes the method
        {"", " GET / HTTP/1.1" + tail},
        {"", "\tGET / HTTP/1.1" + tail},
        {"", "\nGET / HTTP/1.1" + tail},
        {"\r", "GET / HTTP/1.1" + tail},
        {"\r\n", "\r\nGET / HTTP/1.1" + tail},
        {"\r\n", " GET / HTTP/1.1" + tail},
        {"", nul + "GET / HTTP/1.1" + tail},
        {"", "\xEF\xBB\xBFGET / HTTP/1.1" + tail},
        {"", "\x16\x03\x01\x02"},  // TLS
        // methods
        {"GET", "\t/ HTTP/1.1" + tail},
        {"GET", "\r\n\r\n"},
        {"GE", "(T / HTTP/1.1" + tail},
        {"GE", "\"T / HTTP/1.1" + tail},
        {"GE", "\x80T / HTTP/1.1" + tail},
        {"G", nul + "ET / HTTP/1.1" + tail},
        {"GET", "/ / HTTP/1.1" + tail},
        {"", ":method: GET\r\n\r\n"},
        // targets
        {"GET ", " / HTTP/1.1" + tail},
        {"GET ", "\t/ HTTP/1.1" + tail},
        {"GET ", "\r\n\r\n"},
        {"GET /", "\r\nHost: a\r\n\r\n"},
        {"GET /", "\nHost: a\r\n\r\n"},
        {"GET /a", "#b HTTP/1.1" + tail},
        {"GET /a ", "b HTTP/1.1" + tail},
        {"GET /a", "\tb HTTP/1.1" + tail},
        {"GET /", "\xC3\xA9 HTTP/1.1" + tail},
        {"GET /?q=", "\xC3\xA9 HTTP/1.1" + tail},
        {"GET /", nul + " HTTP/1.1" + tail},
        {"GET /", "\x7f HTTP/1.1" + tail},
        {"GET /", "\"a\" HTTP/1.1" + tail},
        {"GET /", "<a> HTTP/1.1" + tail},
        {"GET /a", "\\b HTTP/1.1" + tail},
        {"GET /%", " HTTP/1.1" + tail},
        {"GET /%4", " HTTP/1.1" + tail},
        {"GET /%", "%4141 HTTP/1.1" + tail},
        {"GET /%4", "g HTTP/1.1" + tail},
        {"GET /%", "u0041 HTTP/1.1" + tail},
        {"GET /?%", "x HTTP/1.1" + tail},
        {"GET /a", "[b] HTTP/1.1" + tail},
        {"GET /a", "{b} HTTP/1.1" + tail},
        {"GET /a", "|b HTTP/1.1" + tail},
        {"GET /a", "%00 HTTP/1.1" + tail},
        {"GET /a", "%0d%0aHost:b HTTP/1.1" + tail},
        {"GET /a", "%7F HTTP/1.1" + tail},
        {"GET /a/", "../b HTTP/1.1" + tail},
        {"GET /a/", ". HTTP/1.1" + tail},
        {"GET /a/", "%2E%2e/b HTTP/1.1" + tail},
        {"GET /", ".%2e?x HTTP/1.1" + tail},
        {"GET ", "a HTTP/1.1" + tail},
        {"GET ", "?a HTTP/1.1" + tail},
        {"GET ", "* HTTP/1.1" + tail},
        {"OPTIONS ", "*/ HTTP/1.1" + tail},
        {"GET ", "a:80 HTTP/1.1" + tail},
        {"CONNECT ", "a:80 HTTP/1.1" + tail},
        {"CONNECT ", "/ HTTP/1.1" + tail},
        {"GET ", "ftp://a/ HTTP/1.1" + tail},
        {"GET ", "http:/a HTTP/1.1" + tail},
        {"GET ", "://a HTTP/1.1" + tail},
        {"GET http://", " HTTP/1.1" + tail},
        {"GET http://", "/x HTTP/1.1" + tail},
        {"GET http://u", "@a/ HTTP/1.1" + tail},
        {"GET http://u:", "p@a/ HTTP/1.1" + tail},
        {"GET http://", "[::1/ HTTP/1.1" + tail},
        {"GET http://a:", "x/ HTTP/1.1" + tail},
        {"GET http://a:6553", "6/ HTTP/1.1" + tail},
        {"GET http://a/b/", "../ HTTP/1.1" + tail},
        {"GET http://", "1.2.3/ HTTP/1.1" + tail},
        // versions
        {"GET / ", " HTTP/1.1" + tail},
        {"GET / ", "http/1.1" + tail},
        {"GET / HTTP", " 1.1" + tail},
        {"GET / HTTP/", "2.0" + tail, 505},
        {"GET / HTTP/", "0.9" + tail, 505},
        {"GET / HTTP/", "3" + tail, 505},
        {"PRI * HTTP/", "2.0\r\n\r\nSM\r\n\r\n", 505},
        {"GET / HTTP/1.", "2" + tail, 505},
        {"GET / HTTP/1.", "9" + tail, 505},
        {"GET / HTTP/", "x.1" + tail},
        {"GET / HTTP/1", tail},
        {"GET / HTTP/1", "1.1" + tail},
        {"GET / HTTP/1", ",1" + tail},
        {"GET / HTTP/1.1", "0" + tail},
        {"GET / HTTP/1.1", " " + tail},
        {"GET / HTTP/1.1", "\nHost: a\r\n\r\n"},
        {"GET / HTTP/1.1\r", "Host: a\r\n\r\n"},
        {"GET / HTTP/1.1\r", "\r\nHost: a\r\n\r\n"},
        // fields
        {line, " Host: a\r\n\r\n"},
        {line, "\tHost: a\r\n\r\n"},
        {line, ": a\r\nHost: a\r\n\r\n"},
        {line + "Host", " : a\r\n\r\n"},
        {line + "Host", "\t: a\r\n\r\n"},
        {line + "Host", "\r\n\r\n"},
        {line + "Ho", "\x80t: a\r\n\r\n"},
        {line + "Ho", nul + "st: a\r\n\r\n"},
        {line + "Ho", "(st): a\r\n\r\n"},
        {get + "X: a", "\nContent-Length: 5\r\n\r\nhello"},
        {get + "X: a\r", "b\r\n\r\n"},
        {get + "X: a\r", "\r\n\r\n"},
        {get + "X: a\r\n", " b\r\n\r\n"},
        {get + "X: a\r\n", "\tb\r\n\r\n"},
        {get + "X: a\r\n", "\n"},
        {get + "X: a", nul + "\r\n\r\n"},
        {get + "X: a", "\x01\r\n\r\n"},
        {get + "X: a", "\x7f\r\n\r\n"},
        {get + "X: a", "\x0b\r\n\r\n"},
        {get + "\r", "x"},
        {get + "X", "\r\n\r\n"},
        {get, "\x85: a\r\n\r\n"},
        // Host
        {line, "\r\n"},
        {line + "X: a\r\n", "\r\n"},
        {"GET http://b/ HTTP/1.1\r\n", "\r\n"},
        {get, "Host: a\r\n\r\n"},
        {get, "host: b\r\n\r\n"},
        {line + "Host:", "\r\n\r\n"},
        {line + "Host: a", " b\r\n\r\n"},
        {line + "Host: a", ",b\r\n\r\n"},
        {line + "Host: a", "/b\r\n\r\n"},
        {line + "Host: u", "@a\r\n\r\n"},
        {line + "Host: a", "%41\r\n\r\n"},
        {line + "Host: ", ":80\r\n\r\n"},
        {line + "Host: a:8", "x\r\n\r\n"},
        {line + "Host: ", "[::1\r\n\r\n"},
        {line + "Host: [::1]", "a\r\n\r\n"},
        {line + "Host: ", "[1::2::3]\r\n\r\n"},
        {line + "Host: ", "a..b\r\n\r\n"},
        {line + "Host: ", "127.1\r\n\r\n"},
        {line + "Host: a", "\x80\r\n\r\n"},
        {"GET / HTTP/1.0\r\nHost: a", "\\\r\n\r\n"},
        // lengths and codings
        {post + "Content-Length: 5\r\n", "Content-Length: 5\r\n\r\nhello"},
        {post + "Content-Length: 5\r\n", "content-length: 6\r\n\r\nhello"},
        {post + "Content-Length: 5\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {post + "Transfer-Encoding: chunked\r\n", "Content-Length: 5\r\n\r\n0\r\n\r\n"},
        {post + "Content-Length: ", "+5\r\n\r\nhello"},
        {post + "Content-Length: ", "-5\r\n\r\nhello"},
        {post + "Content-Length: 5", ", 5\r\n\r\nhello"},
        {post + "Content-Length: 5", " 5\r\n\r\nhello"},
        {post + "Content-Length: 5", ".0\r\n\r\nhello"},
        {post + "Content-Length: 0", "x5\r\n\r\nhello"},
        {post + "Content-Length: ", "a\r\n\r\nhello"},
        {post + "Content-Length: ", "\r\n\r\nhello"},
        {post + "Content-Length: ", "\"5\"\r\n\r\nhello"},
        {post + "Content-Length: 5", "\xA0\r\n\r\nhello"},
        {post + "Content-Length: 922337203685477580", "8\r\n\r\n"},
        {post + "Content-Length: 1844674407370955161", "6\r\n\r\n"},
        {post + "Content-Length: ", "9223372036854775807\r\n\r\n", 413},
        {post + "Content-Length: ", "268435457\r\n\r\n", 413},
        {post + "Content-Length", " : 5\r\n\r\nhello"},
        {post + "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\n\r\n"},
        {post + "Transfer-Encoding: chunked\r\n", "Transfer-Encoding: identity\r\n\r\n"},
        {post + "Transfer-Encoding: ", "gzip\r\n\r\n"},
        {post + "Transfer-Encoding: ", "identity\r\n\r\n"},
        {post + "Transfer-Encoding: ", "xchunked\r\n\r\n"},
        {post + "Transfer-Encoding: ", "gzip, chunked\r\n\r\n", 501},
        {post + "Transfer-Encoding: chunked, ", "gzip, chunked\r\n\r\n", 501},
        {post + "Transfer-Encoding: ", "gzip, xchunked\r\n\r\n"},
        {post + "Transfer-Encoding: chunked, ", "gzip\r\n\r\n"},
        {post + "Transfer-Encoding: ", "chunked, chunked\r\n\r\n"},
        {post + "Transfer-Encoding: chunked,", "\r\n\r\n"},
        {post + "Transfer-Encoding: ", ",chunked\r\n\r\n"},
        {post + "Transfer-Encoding: chunked", ";a=b\r\n\r\n"},
        {post + "Transfer-Encoding: chu", " nked\r\n\r\n"},
        {post + "Transfer-Encoding: ", "\"chunked\"\r\n\r\n"},
        {post + "Transfer-Encoding: chunked", "\x0b\r\n\r\n"},
        {post + "Transfer-Encoding:", "\r\n\r\n"},
        {post + "Transfer-Encoding", " : chunked\r\n\r\n"},
        {post + "X: x\r\n", " Transfer-Encoding: chunked\r\n\r\n"},
        {post + "Transfer-Encoding:", "\r\n chunked\r\n\r\n"},
        {"POST / HTTP/1.0\r\n", "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        // other fields
        {post + "Expect: ", "200-ok\r\n\r\n", 417},
        {post + "Expect: ", "100-continue, x\r\n\r\n", 417},
        {get + "Authorization: Bearer a\r\n", "Authorization: Bearer b\r\n\r\n"},
        {get + "authorization: Bearer a\r\n", "AUTHORIZATION: Bearer a\r\n\r\n"},
        {get + "api-key: a\r\n", "Api-Key: b\r\n\r\n"},
        {post + "Content-Type: a/b\r\n", "Content-Type: a/b\r\n\r\n"},
    };
    return heads;
}

}  // namespace support
