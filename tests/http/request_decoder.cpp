#include <oaiwire/http/request_decoder.hpp>
//
#include <support/catch.hpp>
#include <support/chunked_runs.hpp>
#include <support/mutation.hpp>
#include <support/request_heads.hpp>
#include <support/request_runs.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace request_decoder_tests {

using namespace oaiwire;
using namespace support::requests;

namespace {

const std::string post = "POST /v1/x HTTP/1.1\r\nHost: a\r\n";

std::string sized(std::string_view body) {
    return post + "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body);
}

const std::string chunked_head = post + "Transfer-Encoding: Chunked\r\n\r\n";

// The result is the same for every cut in two and for single bytes, and that of the reference.
seen every_cut(std::string_view input, const limits& bounds = {}) {
    seen whole = decode(input, {}, bounds);
    CAPTURE(input, whole.status, whole.at);
    const seen reference = expected(input, bounds);
    CAPTURE(reference.status, reference.at, reference.content, whole.content);
    CHECK(whole == reference);
    for (std::size_t cut = 0; cut <= input.size(); ++cut) {
        if (!(decode(input, {cut}, bounds) == whole)) FAIL("a cut at " << cut << " matters");
    }
    CHECK(decode_bytewise(input, bounds) == whole);
    return whole;
}

}  // namespace

TEST_CASE("a valid head is read, for every cut") {
    for (const auto& head : support::good_heads()) {
        CAPTURE(head.bytes);
        for (const std::string rest : {"", "GET /next", "\r\n"}) {
            const seen s = every_cut(head.bytes + rest);
            CHECK(s.done);
            CHECK(s.status == 0);
            CHECK(s.at == head.bytes.size());
            CHECK(s.head.method == head.method);
            CHECK(s.head.target == head.target);
            CHECK(s.head.headers.value("Host") == head.host);
            CHECK(s.head.minor_version == head.minor_version);
            CHECK(s.keep_alive == head.keep_alive);
            CHECK(s.content.empty());
        }
    }
}

TEST_CASE("a malformed head is refused at its first wrong byte with its status, for every cut") {
    CHECK(support::good_heads().size() + support::bad_heads().size() >= 105);
    for (const auto& head : support::bad_heads()) {
        CAPTURE(head.bytes());
        const seen s = every_cut(head.bytes());
        CHECK_FALSE(s.done);
        CHECK(s.status == head.status);
        CHECK(s.at == head.before.size());
        CHECK_FALSE(s.has_head);
        CHECK_FALSE(s.keep_alive);
    }
}

TEST_CASE("a body is framed by its length, and what follows is left over") {
    for (const std::string body : {"", "x", "hello", "GET / HTTP/1.1\r\n\r\n"}) {
        const std::string request = sized(body);
        const seen s = every_cut(request + "GET /next HTTP/1.1\r\n");
        CHECK(s.done);
        CHECK(s.content == body);
        CHECK(s.at == request.size());
    }
}

TEST_CASE("the body of a GET is a body") {
    const std::string get = "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\n";
    const seen s = every_cut(get + "abcGET / HTTP/1.1\r\n");
    CHECK(s.content == "abc");
    CHECK(s.at == get.size() + 3);
}

TEST_CASE("chunked bodies are read and refused as the chunked decoder reads them") {
    for (const auto& body : support::chunks::valid_bodies()) {
        const seen s = every_cut(chunked_head + body.bytes);
        CHECK(s.done);
        CHECK(s.content == body.content);
        CHECK(s.at == chunked_head.size() + body.bytes.size() - body.leftover.size());
        CHECK(s.keep_alive);
    }
    for (const auto& body : support::chunks::bad_bodies()) {
        const seen s = every_cut(chunked_head + body.bytes);
        CHECK_FALSE(s.done);
        CHECK(s.has_head);
        if (body.at == error::no_offset) continue;
        CHECK(s.status == 400);
        CHECK(s.at == chunked_head.size() + body.at);
        CHECK_FALSE(s.keep_alive);
    }
}

TEST_CASE("the parts of chunked bodies, right and wrong, in every combination") {
    const std::vector<std::string> sizes{"3", "003", "4", "2", "0x3", "3z", "-3"};
    const std::vector<std::string> extensions{"", ";a", " ;a=b;c", ";a=\"b;\\\"\"", ";", ";a\n"};
    const std::vector<std::string> ends{"0\r\n\r\n", "00;z\r\nX: y\r\n\r\n", "0\r\nX : y\r\n\r\n",
                                        "0\r\n\n"};
    std::size_t bodies = 0;
    std::size_t valid = 0;
    for (const auto& size : sizes) {
        for (const auto& extension : extensions) {
            for (const auto& end : ends) {
                std::string body = size;
                body.append(extension).append("\r\nabc\r\n").append(end);
                const seen s = every_cut(chunked_head + body);
                const bool right = (&size - sizes.data()) < 2 &&
                                   (&extension - extensions.data()) < 4 && (&end - ends.data()) < 2;
                CHECK(s.done == right);
                CHECK((s.status == 0) == right);
                ++bodies;
                valid += s.done ? 1 : 0;
            }
        }
    }
    CHECK(bodies == 168);
    CHECK(valid == 16);
}

TEST_CASE("trailers are kept apart from the head's fields") {
    request_decoder d;
    const std::string request =
        chunked_head + "0\r\nContent-Length: 5\r\nAuthorization: Bearer x\r\n\r\n";
    d.feed(request);
    CHECK(d.next().empty());
    REQUIRE(d.done());
    CHECK(d.trailers().size() == 2);
    CHECK(d.head()->headers.size() == 2);
    CHECK(d.head()->headers.find("Authorization") == nullptr);
}

TEST_CASE("limits are applied at the byte that exceeds them") {
    const std::string head = "GET /abcdef HTTP/1.1\r\nHost: a\r\nX: y\r\n\r\n";
    const auto refused = [&](const limits& bounds, int status, std::size_t at) {
        const seen s = every_cut(head, bounds);
        CHECK(s.limit);
        CHECK(s.status == status);
        CHECK(s.at == at);
    };
    limits bounds;
    SECTION("of the head") {
        bounds.head = head.size();
        CHECK(every_cut(head, bounds).done);
        for (std::size_t n = 0; n != head.size(); ++n) {
            bounds.head = n;
            refused(bounds, n >= 4 && n < 11 ? 414 : 431, n);
        }
    }
    SECTION("of the target") {
        bounds.target = 7;
        CHECK(every_cut(head, bounds).done);
        for (std::size_t n = 0; n != 7; ++n) {
            bounds.target = n;
            refused(bounds, 414, 4 + n);
        }
    }
    SECTION("of the fields") {
        bounds.headers = 2;
        CHECK(every_cut(head, bounds).done);
        bounds.headers = 1;
        refused(bounds, 431, head.find("X:"));
        bounds.headers = 0;
        refused(bounds, 431, head.find("Host:"));
    }
}

TEST_CASE("a body over its limit is refused before its bytes are delivered") {
    limits bounds;
    bounds.body = 5;
    CHECK(every_cut(sized("hello"), bounds).done);
    const seen s = every_cut(sized("hello!"), bounds);
    CHECK(s.status == 413);
    CHECK(s.at == sized("hello!").find("6\r\n"));
    CHECK(s.content.empty());

    CHECK(every_cut(chunked_head + "5\r\nhello\r\n0\r\n\r\n", bounds).done);
    const std::string over = chunked_head + "3\r\nhel\r\n4\r\nlo!!\r\n0\r\n\r\n";
    const seen c = every_cut(over, bounds);
    CHECK(c.status == 413);
    CHECK(c.limit);
    CHECK(c.content == "hello");
    CHECK(c.at == over.find("!!"));
    bounds.body = 3;
    CHECK(every_cut(over, bounds).at == over.find("lo!!"));
    bounds.body = 0;
    CHECK(every_cut(over, bounds).at == over.find("hel\r\n"));
    CHECK(every_cut(chunked_head + "0\r\n\r\n", bounds).done);
}

TEST_CASE("floods of extensions, trailers and empty chunks are refused with 413") {
    limits bounds;
    bounds.chunk_extensions = 4;
    bounds.trailers = 8;
    CHECK(every_cut(chunked_head + "1;abcd\r\n", bounds).status == 413);
    CHECK(every_cut(chunked_head + "0\r\nabc: defghi\r\n", bounds).status == 413);
    std::string thin = chunked_head;
    while (thin.size() < 100'000) thin += "1\r\nx\r\n";
    CHECK(decode(thin).status == 413);
    CHECK(decode(thin) == decode_bytewise(thin));
}

TEST_CASE("100 (Continue) is due from the end of the head to the first byte of the body") {
    const auto due = [](const std::string& head, const std::string& more = "") {
        request_decoder d;
        d.feed(head);
        while (!d.next().empty()) {
        }
        if (more.empty()) return d.wants_continue();
        d.feed(more);
        while (!d.next().empty()) {
        }
        return d.wants_continue();
    };
    const std::string expects = post + "Expect: 100-continue\r\n";
    CHECK(due(expects + "Content-Length: 2\r\n\r\n"));
    CHECK(due(expects + "Transfer-Encoding: chunked\r\n\r\n"));
    CHECK_FALSE(due(expects + "Content-Length: 2\r\n"));
    CHECK_FALSE(due(expects + "Content-Length: 2\r\n\r\na"));
    CHECK_FALSE(due(expects + "Content-Length: 2\r\n\r\n", "a"));
    CHECK_FALSE(due(expects + "Transfer-Encoding: chunked\r\n\r\n", "0"));
    CHECK_FALSE(due(expects + "Content-Length: 0\r\n\r\n"));
    CHECK_FALSE(due(expects + "\r\n"));
    CHECK_FALSE(due(post + "Content-Length: 2\r\n\r\n"));
    CHECK_FALSE(due("POST / HTTP/1.0\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n"));
}

TEST_CASE("credentials are marked as sensitive") {
    request_decoder d;
    const std::string head =
        post +
        "authorization: Bearer k\r\nCookie: k\r\nX-API-Key: k\r\napi-key: k\r\n"
        "Proxy-Authorization: k\r\nX-Other: k\r\n\r\n";
    d.feed(head);
    CHECK(d.next().empty());
    REQUIRE(d.head() != nullptr);
    std::size_t sensitive = 0;
    for (const auto& h : d.head()->headers) sensitive += h.sensitive ? 1 : 0;
    CHECK(sensitive == 5);
    CHECK_FALSE(d.head()->headers.find("X-Other")->sensitive);
}

TEST_CASE("every proper prefix of a request is closed_early, and says whether it had begun") {
    for (const std::string& request :
         {sized("hello"), chunked_head + "2\r\nab\r\n0\r\n\r\n", "\r\n" + sized("")}) {
        for (std::size_t n = 0; n != request.size(); ++n) {
            request_decoder d;
            seen out;
            feed_piece(d, std::string_view(request).substr(0, n), out);
            REQUIRE_FALSE(d.done());
            REQUIRE_FALSE(d.failed());
            CHECK(d.begun() == (n > (request.starts_with('\r') ? 2U : 0U)));
            const auto end = d.finish();
            REQUIRE_FALSE(end);
            CHECK(end.error().code == errc::closed_early);
            CHECK(end.error().offset == n);
            CHECK(d.status() == 400);
        }
        request_decoder d;
        seen out;
        feed_piece(d, request, out);
        CHECK(d.finish());
    }
}

TEST_CASE("requests that follow each other are read one after the other") {
    const std::string wire = sized("one") + chunked_head + "3\r\ntwo\r\n0\r\nA: b\r\n\r\n" +
                             "GET /3 HTTP/1.1\r\nHost: a\r\n\r\n" + "\r\n" + sized("four");
    std::vector<std::string> bodies;
    request_decoder d;
    for (std::string_view rest = wire; !rest.empty();) {
        d.feed(rest);
        std::string body;
        for (auto piece = d.next(); !piece.empty(); piece = d.next()) body.append(piece);
        REQUIRE(d.done());
        bodies.push_back(body);
        rest = d.leftover();
        d.reset();
    }
    CHECK(bodies == std::vector<std::string>{"one", "two", "", "four"});
}

TEST_CASE("a failed decoder stays failed until reset(), and reading out of order is an error") {
    request_decoder d;
    d.feed("x\n");
    CHECK(d.next().empty());
    REQUIRE(d.failed());
    const error first = d.failure();
    d.feed(sized("hello"));
    CHECK(d.next().empty());
    CHECK_FALSE(d.finish());
    CHECK(d.failure() == first);
    CHECK(d.content_length() == std::nullopt);
    d.reset();
    CHECK_FALSE(d.failed());
    CHECK(d.status() == 0);
    const std::string request = sized("hello");
    d.feed(request);
    d.feed(request);
    CHECK(d.failure().code == errc::invalid_argument);
    d.reset();
    d.feed(request);
    CHECK(d.finish().error().code == errc::invalid_argument);
    d.reset();
    d.feed(request);
    CHECK(d.next() == "hello");
    CHECK(d.content_length() == 5U);
    CHECK(d.next().empty());
    CHECK(d.finish());
}

TEST_CASE("the decoder agrees with the reference on mutated requests that are split at random") {
    std::mt19937 random(20261129);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::vector<std::string> texts;
    for (const auto& head : support::good_heads()) texts.push_back(head.bytes);
    for (const auto& head : support::bad_heads()) texts.push_back(head.bytes());
    texts.push_back(sized("hello"));
    for (const auto& body : support::chunks::valid_bodies()) {
        texts.push_back(chunked_head + body.bytes);
    }
    static constexpr char bytes[] = "\r\n\r\n :,;%/?#.0159aA@[]\"\\\t\0\x7f\x80\xff*HTP";
    const std::string_view interesting(bytes, sizeof bytes - 1);
    for (int round = 0; round != 20'000; ++round) {
        const std::string text =
            support::mutated(texts[below(texts.size())], texts, interesting, below);
        limits bounds;
        if (below(2) == 0) {
            bounds.head = below(90);
            bounds.headers = below(5);
            bounds.target = below(12);
            bounds.body = below(12);
            bounds.chunk_extensions = below(12);
            bounds.trailers = below(20);
        }
        std::vector<std::size_t> cuts(below(6));
        for (auto& cut : cuts) cut = below(30);
        const seen got = decode(text, cuts, bounds);
        const seen reference = expected(text, bounds);
        if (got == reference) continue;
        CAPTURE(text, cuts, got.status, got.at, reference.status, reference.at, got.content,
                reference.content, got.done, reference.done, got.limit, reference.limit);
        CAPTURE(got.has_head, reference.has_head);
        REQUIRE(got == reference);
    }
}

}  // namespace request_decoder_tests
