#include <oaiwire/websocket/answer_reader.hpp>

#include <support/block.hpp>
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace answer_reader_tests {

using oaiwire::errc;
using oaiwire::limits;
using oaiwire::websocket::detail::answer_reader;

namespace {

struct seen {
    bool done = false;
    errc code = errc::ok;
    std::size_t at = 0;
    std::size_t used = 0;
    oaiwire::http::response_head head{};
    std::string body{};
    friend bool operator==(const seen&, const seen&) = default;
};

// `step`: bytes of a piece.
seen read_in(std::string_view text, std::size_t step, std::size_t first, const limits& bounds,
             bool ends) {
    answer_reader reader(bounds);
    seen out;
    for (std::size_t at = 0; at < text.size();) {
        const support::block piece(text.substr(at, at == 0 && first != 0 ? first : step));
        const std::size_t used = reader.feed(piece.view());
        out.used += used;
        at += piece.size;
        if (used != piece.size) break;
    }
    if (ends) reader.finish();
    out.done = reader.done();
    out.code = reader.failure().code;
    if (reader.failed()) out.at = reader.failure().offset;
    out.head = reader.head();
    out.body = reader.body();
    if (out.head.status != 101) out.used = 0;  // nothing matters behind a refusal
    return out;
}

// The same at every cut in two and for single bytes.
seen every_cut(std::string_view text, const limits& bounds = {}, bool ends = false) {
    seen whole = read_in(text, text.size() + 1, 0, bounds, ends);
    CAPTURE(text);
    for (std::size_t cut = 1; cut < text.size(); ++cut) {
        if (!(read_in(text, text.size(), cut, bounds, ends) == whole))
            FAIL("a cut matters: " << cut);
    }
    CHECK(read_in(text, 1, 0, bounds, ends) == whole);
    return whole;
}

const std::string agreed =
    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: \t Upgrade \r\n\r\n";

}  // namespace

TEST_CASE("an agreement is read up to its empty line, and frames behind it are left over") {
    const seen s = every_cut(agreed + "\x81\x01x");
    CHECK(s.done);
    CHECK(s.used == agreed.size());
    CHECK(s.head.status == 101);
    CHECK(s.head.headers.value("upgrade") == "websocket");
    CHECK(s.head.headers.value("connection") == "Upgrade");
}

TEST_CASE("a reason phrase may be missing") {
    CHECK(every_cut("HTTP/1.1 101\r\n\r\n").head.status == 101);
    CHECK(every_cut("HTTP/1.1 101 \r\n\r\n").head.status == 101);
    CHECK(every_cut("HTTP/1.0 403 No\r\nContent-Length: 0\r\n\r\n").head.status == 403);
}

TEST_CASE("interim answers are skipped") {
    const seen s =
        every_cut("HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 100 Go\r\n\r\n" + agreed);
    CHECK(s.done);
    CHECK(s.head.status == 101);
    CHECK(s.head.headers.find("Link") == nullptr);
}

TEST_CASE("the body of a refusal is read as it is framed") {
    const std::string body = R"({"error":{"message":"no"}})";
    const std::string size = std::to_string(body.size());
    const std::string refused = "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\n";
    const seen sized = every_cut(refused + "Content-Length: " + size + "\r\n\r\n" + body + "more");
    CHECK(sized.done);
    CHECK(sized.body == body);
    const seen chunked =
        every_cut(refused + "Transfer-Encoding: chunked\r\n\r\n1a\r\n" + body + "\r\n0\r\n\r\n");
    CHECK(chunked.done);
    CHECK(chunked.body == body);
    CHECK_FALSE(every_cut(refused + "\r\n" + body).done);
    const seen closed = every_cut(refused + "\r\n" + body, {}, true);
    CHECK(closed.done);
    CHECK(closed.body == body);
    CHECK(every_cut("HTTP/1.1 204 No\r\n\r\n").done);
    CHECK(every_cut("HTTP/1.1 304 No\r\n\r\n").done);
}

TEST_CASE("a body that is cut or not framed properly is kept as far as it came") {
    const std::string refused = "HTTP/1.1 500 Oh\r\n";
    const seen cut = every_cut(refused + "Content-Length: 9\r\n\r\nfour", {}, true);
    CHECK(cut.done);
    CHECK(cut.body == "four");
    const seen chunks = every_cut(refused + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcX");
    CHECK(chunks.done);
    CHECK(chunks.body == "abc");
    CHECK(every_cut(refused + "Content-Length: x\r\n\r\nabc", {}, true).body == "abc");
}

TEST_CASE("the body of a refusal is kept up to its limit") {
    limits bounds;
    bounds.error_body = 5;
    const std::string refused = "HTTP/1.1 500 Oh\r\n";
    for (const std::string framing : {"", "Content-Length: 100\r\n"}) {
        const seen s = every_cut(refused + framing + "\r\n0123456789", bounds);
        CHECK(s.done);
        CHECK(s.body == "01234");
    }
    CHECK(every_cut(refused + "Transfer-Encoding: chunked\r\n\r\na\r\n0123456789", bounds).body ==
          "01234");
}

TEST_CASE("what is no answer of HTTP/1.1 is refused at its line") {
    for (const std::string line : {"", "SSH-2.0-x", "HTTP/2 101", "HTTP/1.1 1011 x",
                                   "HTTP/1.1  101", "HTTP/1.1 10", "HTTP/1.x 101", "HTTP/1.1 001 x",
                                   "HTTP/1.0 101 x", "http/1.1 101 x", "HTTP/1.1 2o0 OK"}) {
        const seen s = every_cut(line + "\r\n\r\n");
        CHECK(s.code == errc::invalid_framing);
        CHECK(s.at == 0);
    }
    const std::string begin = "HTTP/1.1 101 x\r\n";
    for (const std::string line : {" folded", "no colon", ": x", "a b: c", "a: \x01", "a : b"}) {
        const seen s =
            every_cut(std::string(begin).append("Ok: ok\r\n").append(line).append("\r\n\r\n"));
        CHECK(s.code == errc::invalid_framing);
        CHECK(s.at == begin.size() + 8);
    }
    CHECK(every_cut("HTTP/1.1 101 x\n\n").code == errc::invalid_framing);
    CHECK(every_cut(begin + "a: b\n\r\n").code == errc::invalid_framing);
}

TEST_CASE("an answer that ends within its head is closed_early, at every prefix") {
    for (std::size_t size = 0; size != agreed.size(); ++size) {
        answer_reader reader{limits{}};
        reader.feed(std::string_view(agreed).substr(0, size));
        reader.finish();
        CHECK_FALSE(reader.done());
        CHECK(reader.failure().code == errc::closed_early);
        CHECK(reader.failure().offset == size);
    }
}

TEST_CASE("a head is bounded in bytes and fields, at every value") {
    const std::string text = "HTTP/1.1 101 x\r\na: 1\r\nb: 2\r\nc: 3\r\n\r\n";
    for (std::size_t most = 0; most <= text.size() + 1; ++most) {
        limits bounds;
        bounds.head = most;
        const seen s = every_cut(text, bounds);
        CHECK(s.done == (most >= text.size()));
        if (!s.done) CHECK(s.code == errc::limit_exceeded);
        if (!s.done) CHECK(s.at == most);
    }
    for (std::size_t most = 0; most != 5; ++most) {
        limits bounds;
        bounds.headers = most;
        CHECK(every_cut(text, bounds).done == (most >= 3));
    }
    limits bounds;
    bounds.head = 1000;
    answer_reader endless(bounds);
    for (int i = 0; i != 1000 && !endless.failed(); ++i) {
        endless.feed("HTTP/1.1 100 Continue\r\n\r\n");
    }
    CHECK(endless.failure().code == errc::limit_exceeded);
}

}  // namespace answer_reader_tests
