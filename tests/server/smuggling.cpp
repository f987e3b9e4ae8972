// Request smuggling: bytes that one implementation reads as content and another as a request. The
// forms are those of the literature: CL.TE, TE.CL, TE.TE, CL.0, 0.CL, and tricks with chunk sizes,
// extensions, trailers and line ends.
#include <oaiwire/server/server_connection.hpp>
//
#include <oaiwire/api/operations/models.hpp>
#include <support/catch.hpp>
#include <support/connection_peer.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace smuggling_tests {

using namespace oaiwire;
using state = connection_state;

namespace {

using connection = server_connection<ListModelsRequest, DeleteModelRequest>;

// The request that must not be executed.
const std::string hidden = "DELETE /v1/models/secret HTTP/1.1\r\nHost: a\r\n\r\n";
const std::string chunked = "Transfer-Encoding: chunked\r\n";

std::string sized(std::size_t n) {
    return "Content-Length: " + std::to_string(n) + "\r\n";
}
std::string list(const std::string& fields, const std::string& body) {
    return "GET /v1/models HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}
std::string in_hex(std::size_t n) {
    std::string out;
    for (; n != 0; n /= 16) out.insert(out.begin(), "0123456789abcdef"[n % 16]);
    return out;
}

struct seen {
    std::size_t lists = 0;
    std::size_t deletions = 0;
    state after = state::idle;
    friend bool operator==(const seen&, const seen&) = default;
};

seen run(std::string_view bytes, std::size_t step) {
    connection c;
    seen out;
    const auto answer = [&](connection& to) {
        out.lists += to.request()->get<ListModelsRequest>() != nullptr ? 1U : 0U;
        out.deletions += to.request()->get<DeleteModelRequest>() != nullptr ? 1U : 0U;
        REQUIRE(to.answer().bytes("text/plain", "ok"));
    };
    support::connection_peer peer(c, answer);
    for (; !bytes.empty(); bytes.remove_prefix(std::min(step, bytes.size()))) {
        peer.give(bytes.substr(0, step));
    }
    out.after = c.state();
    return out;
}

seen every_way(const std::string& bytes) {
    const seen whole = run(bytes, SIZE_MAX);
    for (const std::size_t step : {1U, 2U, 7U, 64U}) CHECK(run(bytes, step) == whole);
    return whole;
}

}  // namespace

TEST_CASE("what may be read as a request elsewhere is refused, and the connection is closed") {
    const std::size_t n = hidden.size();
    const std::string end = "0\r\n\r\n";
    const std::string one = "1\r\nx\r\n";
    const std::vector<std::string> attempts{
        // both lengths, in either order
        list(sized(n + 5) + chunked, end + hidden),
        list(chunked + sized(4), in_hex(n) + "\r\n" + hidden + "\r\n" + end),
        list(sized(0) + chunked, end + hidden),
        list(chunked + "Content-Length: 0\r\n", end + hidden),
        list("Content-Length: x\r\n" + chunked, end + hidden),
        // a coding that only some recognise
        list("Transfer-Encoding: xchunked\r\n" + sized(n), hidden),
        list("Transfer-Encoding : chunked\r\n" + sized(n), hidden),
        list("Transfer-Encoding\t: chunked\r\n", end + hidden),
        list("Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n", end + hidden),
        list("Transfer-Encoding: x\r\nTransfer-Encoding: chunked\r\n", end + hidden),
        list("Transfer-Encoding: chunked, identity\r\n", end + hidden),
        list("Transfer-Encoding: identity, chunked\r\n", end + hidden),
        list("Transfer-Encoding: \"chunked\"\r\n", end + hidden),
        list("Transfer-Encoding: 'chunked'\r\n", end + hidden),
        list("Transfer-Encoding:\x0b chunked\r\n", end + hidden),
        list("Transfer-Encoding: chunked\x0c\r\n", end + hidden),
        list("Transfer-Encoding: c\xC5\x9Bhunked\r\n", end + hidden),
        list("Transfer-Encoding: chunked;q=1\r\n", end + hidden),
        list("Transfer-Encoding:\r\n chunked\r\n", end + hidden),
        list("X: y\r\n Transfer-Encoding: chunked\r\n", end + hidden),
        list("X: y\nTransfer-Encoding: chunked\r\n", end + hidden),
        list("X: y\rTransfer-Encoding: chunked\r\n", end + hidden),
        list("X: y\r\r\nTransfer-Encoding: chunked\r\n", end + hidden),
        list(" Transfer-Encoding: chunked\r\n", end + hidden),
        list(std::string("Transfer-Encoding\0: chunked\r\n", 30), end + hidden),
        list("Transfer\\-Encoding: x\r\n\x01Transfer-Encoding: chunked\r\n", end + hidden),
        list("Foo\r\nTransfer-Encoding: chunked\r\n", end + hidden),
        list(": x\r\nTransfer-Encoding: chunked\r\n", end + hidden),
        "GET /v1/models HTTP/1.0\r\nConnection: keep-alive\r\n" + chunked + "\r\n" + end + hidden,
        "GET /v1/models HTTP/1.2\r\nHost: a\r\n\r\n" + hidden,
        "GET /v1/models\r\n" + hidden,
        // lengths
        list(sized(0) + sized(n), hidden),
        list(sized(n) + sized(n), hidden),
        list("Content-Length: 0, " + std::to_string(n) + "\r\n", hidden),
        list("Content-Length: +" + std::to_string(n) + "\r\n", hidden),
        list("Content-Length: -1\r\n", hidden),
        list("Content-Length: 0x0\r\n", hidden),
        list("Content-Length: 0 0\r\n", hidden),
        list("Content-Length: 1_0\r\n", hidden),
        list("Content-Length: 18446744073709551616\r\n", hidden),
        list("Content-Length:\r\n 0\r\n", hidden),
        list("Content-Length\r\n: 0\r\n", hidden),
        list("Content-Length : 0\r\n", hidden),
        list("Content-Length: 0\r\nContent-Length : 5\r\n", hidden),
        list("Content-Length: \r\n", hidden),
        // sizes of chunks
        list(chunked, "0x0\r\n\r\n" + hidden),
        list(chunked, "-0\r\n\r\n" + hidden),
        list(chunked, "+0\r\n\r\n" + hidden),
        list(chunked, " 0\r\n\r\n" + hidden),
        list(chunked, "0 \r\n\r\n" + hidden),
        list(chunked, "\r\n0\r\n\r\n" + hidden),
        list(chunked, "10000000000000000\r\n" + hidden),
        list(chunked, "1\r\nxy\r\n" + end + hidden),
        list(chunked, "1\r\nx" + end + hidden),
        list(chunked, "1\r\nx\n" + end + hidden),
        list(chunked, "1\r\nx\r" + end + hidden),
        list(chunked, "2\r\nx\r\n" + end + hidden),
        // line ends of chunks and their extensions
        list(chunked, "0\n\r\n" + hidden),
        list(chunked, "0\r\r\n\r\n" + hidden),
        list(chunked, "0\r\n\n" + hidden),
        list(chunked, "0\r\n\r" + hidden),
        list(chunked, "0\n\n" + hidden),
        list(chunked, "1;\nx\r\n" + end + hidden),
        list(chunked, "1;a\nx\r\n" + end + hidden),
        list(chunked, "1;a=b\nxx\r\n" + end + hidden),
        list(chunked, "1;a=\"\r\nx\r\n0\r\n\r\n" + hidden + "\"\r\n"),
        list(chunked, "1;a=\"\n\"\r\nx\r\n" + end + hidden),
        list(chunked, "1;a\rb\r\nx\r\n" + end + hidden),
        list(chunked, "1;\r\nx\r\n" + end + hidden),
        list(chunked, "1 ;;a\r\nx\r\n" + end + hidden),
        // trailers
        list(chunked, one + "0\r\nX: y\n\r\n" + hidden),
        list(chunked, one + "0\r\nX : y\r\n\r\n" + hidden),
        list(chunked, one + "0\r\n X: y\r\n\r\n" + hidden),
        list(chunked, one + "0\r\nX\r\n\r\n" + hidden),
        list(chunked, one + "0\r\n" + hidden),
        // the end of the head
        "GET /v1/models HTTP/1.1\r\nHost: a\r\n\n" + hidden,
        "GET /v1/models HTTP/1.1\r\nHost: a\n\n" + hidden,
        "GET /v1/models HTTP/1.1\r\nHost: a\r\n\r" + hidden,
        "GET /v1/models HTTP/1.1\nHost: a\r\n\r\n" + hidden,
        "GET /v1/models HTTP/1.1 " + hidden,
        "GET /v1/models HTTP/1.1\r\nHost: a\r\nExpect: 100-continue, x\r\n" + sized(n) + "\r\n" +
            hidden,
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + hidden,
    };
    CHECK(attempts.size() >= 80);
    for (const auto& attempt : attempts) {
        CAPTURE(attempt);
        const seen s = every_way(attempt);
        CHECK(s.deletions == 0);
        CHECK(s.lists == 0);
        CHECK(s.after == state::lingering);
    }
}

TEST_CASE("what has one reading is read so: content is no request, whatever it looks like") {
    const std::size_t n = hidden.size();
    const std::string next = list("", "");
    for (const std::string& body :
         {list(sized(n), hidden), list("content-length:\t" + std::to_string(n) + " \r\n", hidden),
          list("Content-Length: 000" + std::to_string(n) + "\r\n", hidden),
          list(chunked, in_hex(n) + "\r\n" + hidden + "\r\n0\r\n\r\n"),
          list("TRANSFER-ENCODING:\t Chunked\t\r\n",
               "00" + in_hex(n) + ";a=\"\\\"\";b\r\n" + hidden + "\r\n000\r\n\r\n"),
          // trailers frame nothing
          list(chunked, "0\r\nContent-Length: 500\r\nTransfer-Encoding: x\r\nHost: b\r\n\r\n"),
          // other names and values frame nothing
          list("Content_Length: 500\r\nTransfer_Encoding: chunked\r\nX: Content-Length: 5\r\n", ""),
          list("Connection: Content-Length, keep-alive\r\n" + sized(n), hidden)}) {
        CAPTURE(body);
        const seen s = every_way(body + next + "\r\n" + next);
        CHECK(s == seen{3, 0, state::idle});
        CHECK(every_way(body + hidden) == seen{1, 1, state::idle});
    }
}

}  // namespace smuggling_tests
