#include <oaiwire/http/response_pump.hpp>
//
#include <support/catch.hpp>
#include <support/chunked_runs.hpp>
#include <support/mutation.hpp>
#include <support/response_runs.hpp>

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace response_pump_tests {

using namespace oaiwire;
using namespace support::responses;

namespace {

const std::string ok = "HTTP/1.1 200 OK\r\n";
const std::string chunked_head = ok + "Transfer-Encoding: chunked\r\n\r\n";

// The result is the same for every cut in two and for single bytes, and that of the reference.
seen every_cut(std::string_view input, bool is_head = false, const limits& bounds = {}) {
    seen whole = decode(input, {}, is_head, bounds);
    const seen reference = expected(input, is_head, bounds);
    CAPTURE(input, whole.at, reference.at, name(whole.code), name(reference.code), whole.content,
            reference.content);
    CHECK(whole == reference);
    for (std::size_t cut = 0; cut <= input.size(); ++cut) {
        if (!(decode(input, {cut}, is_head, bounds) == whole))
            FAIL("a cut at " << cut << " matters");
    }
    CHECK(decode(input, every_byte(input.size()), is_head, bounds) == whole);
    return whole;
}

}  // namespace

TEST_CASE("a response is read with every framing, for every cut, and what follows is left over") {
    for (const auto& response : good_responses()) {
        CAPTURE(response.bytes);
        const seen s = every_cut(response.bytes);
        CHECK(s.sound);
        CHECK(s.code == errc::ok);
        CHECK(s.done != s.ended_by_close);
        CHECK(s.content == response.content);
        CHECK(s.keep_alive == response.keep_alive);
        if (!s.done) continue;
        const seen more = every_cut(response.bytes + "HTTP/1.1 200 forged\r\n");
        CHECK(more.content == response.content);
        CHECK(more.at == response.bytes.size());
        CHECK_FALSE(more.keep_alive);
    }
}

TEST_CASE("a malformed response is refused at its first wrong byte, for every cut") {
    for (const auto& response : bad_responses()) {
        CAPTURE(response.before, response.after);
        const seen s = every_cut(response.before + response.after);
        CHECK(s.code == errc::invalid_framing);
        CHECK(s.at == response.before.size());
        CHECK_FALSE(s.keep_alive);
        CHECK(decode(response.before).code == errc::ok);
    }
}

TEST_CASE("a response to HEAD ends with its head, whatever the head says of a body") {
    for (const auto& response : good_responses()) {
        const auto head = response.bytes.substr(0, response.bytes.size() - response.content.size());
        if (response.bytes.find("chunked") != std::string::npos) continue;
        const seen s = every_cut(head, true);
        CHECK(s.done);
        CHECK(s.content.empty());
    }
    CHECK(every_cut(chunked_head, true).keep_alive);
    response_pump p("HEAD");
    const std::string text = ok + "Content-Length: 7\r\n\r\n";
    p.feed(text);
    CHECK(p.next().empty());
    CHECK(p.framing() == http::body_framing::none);
    CHECK(p.content_length() == 7U);
}

TEST_CASE("every proper prefix of a response that has an end is closed_early") {
    for (const auto& response : good_responses()) {
        if (decode(response.bytes).ended_by_close) continue;
        for (std::size_t n = 0; n != response.bytes.size(); ++n) {
            response_pump p;
            const auto part = std::string_view(response.bytes).substr(0, n);
            p.feed(part);
            while (!p.next().empty()) {
            }
            REQUIRE_FALSE(p.done());
            const auto end = p.finish();
            REQUIRE_FALSE(end);
            CHECK(end.error().code == errc::closed_early);
            CHECK(end.error().offset == n);
            CHECK_FALSE(p.keep_alive());
        }
    }
}

TEST_CASE("a folded value is read as one line") {
    const seen s =
        every_cut(ok + "X: a\r\n b \r\n\tc\r\n \r\n  d\r\nY:\r\n e\r\nZ: f\r\n \r\n\r\n");
    CHECK(s.head.headers.value("X") == "a b c d");
    CHECK(s.head.headers.value("Y") == "e");
    CHECK(s.head.headers.value("Z") == "f");
}

TEST_CASE("interim heads leave nothing behind, and are not the beginning of the response") {
    response_pump p;
    const std::string interim = "HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n";
    p.feed(interim);
    CHECK(p.next().empty());
    CHECK_FALSE(p.begun());
    CHECK(p.head() == nullptr);
    p.feed("HTTP/1.1 200 OK\r\nX");
    CHECK(p.next().empty());
    CHECK(p.begun());
    CHECK(p.head() == nullptr);
    p.feed(": y\r\n\r\n");
    CHECK(p.next().empty());
    REQUIRE(p.head() != nullptr);
    CHECK(*p.head() == http::response_head{200, {{"X", "y"}}});
    CHECK(p.framing() == http::body_framing::until_close);
    CHECK(p.content_length() == std::nullopt);
}

TEST_CASE("a switch of protocols is a response only where it was asked for") {
    const std::string text = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n\x81";
    response_pump p("GET", {}, true);
    p.feed(text);
    CHECK(p.next().empty());
    REQUIRE(p.done());
    CHECK(p.head()->status == 101);
    CHECK(p.leftover() == "\x81");
    CHECK_FALSE(p.keep_alive());
    CHECK(every_cut(text).code == errc::invalid_framing);
}

TEST_CASE("chunked responses are read and refused as the chunked decoder reads their bodies") {
    for (const auto& body : support::chunks::valid_bodies()) {
        const seen s = every_cut(chunked_head + body.bytes);
        CHECK(s.done);
        CHECK(s.content == body.content);
        CHECK(s.keep_alive == body.leftover.empty());
        response_pump p;
        const std::string text = chunked_head + body.bytes;
        p.feed(text);
        while (!p.next().empty()) {
        }
        CHECK(p.trailers() == body.trailers);
        CHECK(p.leftover() == body.leftover);
    }
    for (const auto& body : support::chunks::bad_bodies()) {
        const seen s = every_cut(chunked_head + body.bytes);
        CHECK_FALSE(s.done);
        CHECK(s.has_head);
        if (body.at != error::no_offset) CHECK(s.at == chunked_head.size() + body.at);
    }
}

TEST_CASE("the limits of a response are applied at the byte that exceeds them") {
    const std::string head =
        "HTTP/1.1 103 Hints\r\nA: b\r\nC: d\r\n\r\n" + ok + "X: y\r\nZ: a\r\n b\r\n\r\n";
    limits bounds;
    SECTION("of all heads together") {
        bounds.head = head.size();
        CHECK(every_cut(head, false, bounds).has_head);
        for (std::size_t n = 0; n != head.size(); ++n) {
            bounds.head = n;
            const seen s = every_cut(head, false, bounds);
            CHECK(s.code == errc::limit_exceeded);
            CHECK(s.at == n);
        }
    }
    SECTION("of the fields of each head") {
        bounds.headers = 2;
        CHECK(every_cut(head, false, bounds).has_head);
        bounds.headers = 1;
        CHECK(every_cut(head, false, bounds).at == head.find("C: d"));
        CHECK(every_cut(head, false, bounds).code == errc::limit_exceeded);
    }
    SECTION("of chunks") {
        bounds.chunk_extensions = 4;
        bounds.trailers = 8;
        CHECK(every_cut(chunked_head + "1;abcd\r\n", false, bounds).code == errc::limit_exceeded);
        CHECK(every_cut(chunked_head + "0\r\nabc: defghi\r\n", false, bounds).code ==
              errc::limit_exceeded);
    }
}

TEST_CASE("a pump that is used out of order says so, and a failure is kept") {
    const std::string text = ok + "Content-Length: 5\r\n\r\nhello";
    response_pump early;
    early.feed(text);
    early.feed(text);
    CHECK(early.failure().code == errc::invalid_argument);
    response_pump unread;
    unread.feed(text);
    CHECK(unread.finish().error().code == errc::invalid_argument);
    response_pump failed;
    failed.feed("x");
    CHECK(failed.next().empty());
    const error why = failed.failure();
    CHECK(why.code == errc::invalid_framing);
    failed.feed(text);
    CHECK(failed.next().empty());
    CHECK_FALSE(failed.finish());
    CHECK(failed.failure() == why);
    response_pump late;
    late.feed(text);
    while (!late.next().empty()) {
    }
    CHECK(late.keep_alive());
    late.feed("unasked");
    CHECK(late.next().empty());
    CHECK(late.leftover() == "unasked");
    CHECK_FALSE(late.keep_alive());
}

TEST_CASE("the pump agrees with the reference on mutated responses that are split at random") {
    std::mt19937 random(20261130);
    const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    std::vector<std::string> texts;
    for (const auto& response : good_responses()) texts.push_back(response.bytes);
    for (const auto& response : bad_responses()) texts.push_back(response.before + response.after);
    for (const auto& body : support::chunks::valid_bodies())
        texts.push_back(chunked_head + body.bytes);
    static constexpr char bytes[] = "\r\n\r\n\r\n :,;0159aA\"\t\0\x7f\x80\xff*HTP/1.";
    const std::string_view interesting(bytes, sizeof bytes - 1);
    for (int round = 0; round != 20'000; ++round) {
        const std::string text =
            support::mutated(texts[below(texts.size())], texts, interesting, below);
        limits bounds;
        if (below(2) == 0) {
            bounds.head = below(120);
            bounds.headers = below(5);
            bounds.chunk_extensions = below(12);
            bounds.trailers = below(20);
        }
        const bool is_head = below(8) == 0;
        std::vector<std::size_t> cuts;
        for (std::size_t at = below(30); at < text.size(); at += 1 + below(30)) cuts.push_back(at);
        const seen got = decode(text, cuts, is_head, bounds);
        const seen reference = expected(text, is_head, bounds);
        if (got == reference) continue;
        CAPTURE(text, cuts, got.at, reference.at, name(got.code), name(reference.code), got.content,
                reference.content, got.done, reference.done, got.keep_alive, reference.keep_alive);
        REQUIRE(got == reference);
    }
}

}  // namespace response_pump_tests
