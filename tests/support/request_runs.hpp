// Runs the request decoder on pieces of an input, with results comparable to the reference
// reader's.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/request_decoder.hpp>
#include <oracle/http_request.hpp>
#include <support/block.hpp>
#include <support/catch.hpp>

namespace support::requests {

using namespace oaiwire;
using http::request_decoder;

// Everything that a caller can observe of one request.
struct seen {
    bool done = false;
    int status = 0;
    bool limit = false;
    std::size_t at = 0;  // where it is refused; if it is whole, where it ends
    std::string content{};
    bool has_head = false;
    http::received_request head{};
    bool keep_alive = false;
    friend bool operator==(const seen&, const seen&) = default;
};

// Feeds a piece in an allocation of exactly its size; returns how many bytes of it were used.
inline std::size_t feed_piece(request_decoder& d, std::string_view bytes, seen& out) {
    const support::block piece(bytes);
    d.feed(piece.view());
    for (auto part = d.next(); !part.empty(); part = d.next()) {
        if (d.head() == nullptr) FAIL("a body comes before its head");
        const bool inside = part.data() >= piece.view().data() &&
                            part.data() + part.size() <= piece.view().data() + bytes.size();
        if (!inside) FAIL("content is not a view into the bytes that were fed");
        out.content.append(part);
    }
    return bytes.size() - d.leftover().size();
}

// Splits the input into pieces of these sizes; the rest is one piece.
inline seen decode(std::string_view input, const std::vector<std::size_t>& sizes = {},
                   const limits& bounds = {}) {
    request_decoder d(bounds);
    seen out;
    std::size_t used = 0;
    for (std::size_t i = 0; i <= sizes.size(); ++i) {
        const auto piece = i == sizes.size() ? input : input.substr(0, sizes[i]);
        input.remove_prefix(piece.size());
        const bool before = d.done();
        const std::size_t n = feed_piece(d, piece, out);
        if (!before) used += n;
    }
    out.done = d.done();
    out.status = d.status();
    out.limit = d.failure().code == errc::limit_exceeded;
    if (d.failed()) out.at = d.failure().offset;
    if (d.done()) out.at = used;
    out.has_head = d.head() != nullptr;
    if (out.has_head) out.head = *d.head();
    out.keep_alive = d.keep_alive();
    return out;
}

inline seen decode_bytewise(std::string_view input, const limits& bounds = {}) {
    return decode(input, std::vector<std::size_t>(input.size(), 1), bounds);
}

// What the reference reader says.
inline seen expected(std::string_view input, const limits& bounds = {}) {
    const oracle::http_request read = oracle::read_request(input, bounds);
    using verdict = oracle::http_request::verdict;
    seen out;
    out.done = read.outcome == verdict::done;
    out.status = read.status;
    out.limit = read.limit;
    if (read.outcome != verdict::more) out.at = read.at;
    out.content = read.content;
    out.has_head = read.has_head;
    if (read.has_head) {
        out.head = {read.method, read.target, read.headers, read.minor_version};
        out.keep_alive = read.keep_alive;
    }
    return out;
}

}  // namespace support::requests
