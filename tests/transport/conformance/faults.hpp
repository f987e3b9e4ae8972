// Conformance: responses that are split, cut and corrupted at each byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "call.hpp"

namespace oaiwire::conformance::detail {

// A response with its expected results.
struct recorded {
    std::string bytes{};
    std::size_t head_end = 0;
    std::string body{};
    // For each position in `bytes`: the number of body bytes before it, and how many of them are in
    // complete chunks.
    std::vector<std::size_t> due{};
    std::vector<std::size_t> due_whole{};

    void add(std::string_view raw, bool is_body) {
        for (const char c : raw) {
            due.push_back(body.size());
            due_whole.push_back(whole_);
            bytes += c;
            if (is_body) body += c;
        }
    }
    void chunk_ended() { whole_ = body.size(); }
    void finish() {
        due.push_back(body.size());
        due_whole.push_back(whole_);
    }

private:
    std::size_t whole_ = 0;
};

inline recorded chunked_stream() {
    recorded r;
    r.add(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n"
        "X-Request-Id: req_1\r\nTransfer-Encoding: chunked\r\n\r\n",
        false);
    r.head_end = r.bytes.size();
    for (const char* text :
         {"data: {\"n\":0}\n\n", ": waiting\n\ndata: {\"text\":\"\xc3\xa9\xf0\x9f\x98\x80\"}",
          "\n\ndata: [DONE]\r\n\r\n"}) {
        r.add(hex(std::string_view(text).size()) + (r.body.empty() ? ";a=b" : "") + "\r\n", false);
        r.add(text, true);
        r.chunk_ended();
        r.add("\r\n", false);
    }
    r.add("0\r\nX-Trailer: yes\r\n\r\n", false);
    r.finish();
    return r;
}
inline recorded counted_stream(bool interim) {
    recorded r;
    if (interim) r.add("HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n", false);
    r.add("HTTP/1.1 200 OK\r\ncontent-length: 31\r\n\r\n", false);
    r.head_end = r.bytes.size();
    r.add("data: {\"n\":0}\n\ndata: {\"n\":10}\n\n", true);
    r.finish();
    return r;
}

inline void cuts(const subject& s) {
    auto c = s.make();
    OAIWIRE_RULE("bytes may be split anywhere",
                 "RFC 9112, 6 and 7.1: a message is a sequence of bytes") {
        for (const auto& r : {chunked_stream(), counted_stream(s.claims.interim)}) {
            const auto whole = shown(200, errc::ok, r.body);
            const auto bytes = std::string_view(r.bytes);
            for (std::size_t i = 1; i != bytes.size(); ++i) {
                OAIWIRE_NOTE("cut at " << i);
                OAIWIRE_CHECK(shown(call(*c, to(script()
                                                    .send(bytes.substr(0, i))
                                                    .pause_us(200)
                                                    .send(bytes.substr(i))))) == whole);
            }
            OAIWIRE_CHECK(shown(call(*c, to(script().bytewise(bytes)))) == whole);
        }
    }
}

inline void early_ends(const subject& s) {
    auto c = s.make();
    // Checks the result of a response that ends after `i` bytes; "" if it is correct.
    const auto wrong = [&](const recorded& r, std::size_t i, const outcome& o, bool was_reset) {
        const auto delivered = std::string_view(o.body);
        const bool head_came = i >= r.head_end;
        if (o.status != (head_came ? 200 : 0) && !(was_reset && o.status == 0)) return "head";
        if (!r.body.starts_with(delivered)) return "other bytes than were sent";
        if (delivered.size() > r.due[i]) return "more than was sent";
        if (!was_reset && delivered.size() < r.due_whole[i]) return "less than was sent";
        if (o.ms >= 1500) return "late";
        const bool lost = o.code == errc::closed_early || o.code == errc::receive_failed;
        // some accept a body without its final line feed as complete; nothing is missing
        if (i + 1 == r.bytes.size() && r.due[i] == r.due_whole[i] && o.code == errc::ok) return "";
        if (i == r.bytes.size()) return o.code == errc::ok || (was_reset && lost) ? "" : "whole";
        if (!s.claims.chunk_syntax && r.due_whole[i] == r.body.size() && o.code == errc::ok) {
            return "";
        }
        if (was_reset || !head_came) return lost ? "" : "code";
        return o.code == errc::closed_early ? "" : "code";
    };
    OAIWIRE_RULE("a close at any byte is an error after what arrived, never a successful end",
                 "RFC 9112, 8") {
        for (const auto& r : {chunked_stream(), counted_stream(s.claims.interim)}) {
            for (const char* end : {"close", "half_close", "reset"}) {
                for (std::size_t i = 0; i <= r.bytes.size(); ++i) {
                    OAIWIRE_NOTE(end << " after " << i << " of " << r.bytes.size());
                    auto scripted = script().send(std::string_view(r.bytes).substr(0, i));
                    const bool was_reset = std::string_view(end) == "reset";
                    if (was_reset) scripted.pause_us(100);
                    const auto o = call(*c, to(scripted.line(end)));
                    OAIWIRE_NOTE(shown(o));
                    OAIWIRE_CHECK(std::string_view(wrong(r, i, o, was_reset)) == "");
                    // complete: the next call may find the connection closed
                    if (o.code == errc::ok) (void)carry(*c, to(script().send(ok_answer)));
                }
            }
        }
        check_usable(*c);
    }
    OAIWIRE_RULE("a server that falls silent within a response causes a timeout",
                 "http/message.hpp: timeouts::idle_ms") {
        const auto r = chunked_stream();
        std::vector<std::size_t> places{1, 16, r.head_end - 2};
        if (s.claims.chunk_syntax) places.push_back(r.bytes.size() - 1);
        for (std::size_t i = 0; i < 4; ++i) places.push_back(r.head_end + i * 17);
        for (const auto i : places) {
            OAIWIRE_NOTE("silent after " << i << " of " << r.bytes.size());
            auto request = to(script().send(std::string_view(r.bytes).substr(0, i)).stall());
            request.timeouts = {
                .connect_ms = 2000, .first_byte_ms = 120, .idle_ms = 120, .total_ms = 0};
            const auto o = call(*c, request);
            OAIWIRE_NOTE(shown(o));
            const bool head_came = i >= r.head_end;
            OAIWIRE_CHECK(o.status == (head_came ? 200 : 0));
            OAIWIRE_CHECK(r.body.starts_with(o.body));
            OAIWIRE_CHECK(o.body.size() >= r.due_whole[i]);
            OAIWIRE_CHECK(o.body.size() <= r.due[i]);
            OAIWIRE_CHECK((o.code == errc::idle_timeout ||
                           (!head_came && o.code == errc::first_byte_timeout)));
            OAIWIRE_CHECK(o.ms < 1500);
        }
        check_usable(*c);
    }
}

inline void bad_responses(const subject& s) {
    auto c = s.make();
    const std::string ok = "HTTP/1.1 200 OK\r\n";
    OAIWIRE_RULE("input that is not HTTP is an error and delivers nothing", "RFC 9112, 2.1 and 4") {
        for (const auto& bytes :
             {std::string("SSH-2.0-OpenSSH_9.2\r\n\r\nhello"), std::string("hello"),
              std::string("HTTP/1.1 abc Words\r\nContent-Length: 2\r\n\r\nok"),
              std::string("\r\n\r\n"), std::string(3, '\0') + "\x16\x03\x01",
              std::string("HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\n\r\nother"),
              std::string("{\"error\":\"no head at all\"}\n")}) {
            OAIWIRE_NOTE(bytes);
            const auto o = call(*c, to(script().send(bytes).close()));
            OAIWIRE_CHECK(o.code != errc::ok);
            OAIWIRE_CHECK(o.status == 0);
            OAIWIRE_CHECK(o.ms < 1500);
        }
        check_usable(*c);
    }
    OAIWIRE_RULE("malformed framing is an error after the valid part", "RFC 9112, 6.3 and 7.1") {
        for (const char* body :
             {"zz\r\nfirst\r\n0\r\n\r\n", "-5\r\nfirst\r\n0\r\n\r\n", "5\r\nfirstX\r\n0\r\n\r\n",
              "FFFFFFFFFFFFFFFFF\r\nfirst\r\n0\r\n\r\n", "\r\n0\r\n\r\n",
              "; 5\r\nfirst\r\n0\r\n\r\n", "5\r\nfirst\r\nxfirst\r\n0\r\n\r\n"}) {
            if (!s.claims.chunk_syntax) break;
            OAIWIRE_NOTE(body);
            const auto o = call(*c, to(script().send(chunked_head + body).close()));
            OAIWIRE_NOTE(shown(o));
            OAIWIRE_CHECK(o.code != errc::ok);
            OAIWIRE_CHECK(std::string_view("first").starts_with(o.body));
        }
        for (const char* length :
             {"-1", "abc", "99999999999999999999999", "2\r\nContent-Length: 1"}) {
            if (!s.claims.lengths && length[0] == '2') continue;
            OAIWIRE_NOTE(length);
            const auto o = call(
                *c, to(script().send(ok + "Content-Length: " + length + "\r\n\r\nok").close()));
            OAIWIRE_NOTE(shown(o));
            OAIWIRE_CHECK(o.code != errc::ok);
        }
        check_usable(*c);
    }
    OAIWIRE_RULE("a length in addition to chunks never determines the end of the body",
                 "RFC 9112, 6.3") {
        const auto o = call(*c, to(script().send(ok +
                                                 "Content-Length: 3\r\nTransfer-Encoding: chunked"
                                                 "\r\n\r\n" +
                                                 chunk("all of it") + "0\r\n\r\n")));
        OAIWIRE_NOTE(shown(o));
        OAIWIRE_CHECK((o.code != errc::ok || o.body == "all of it"));
        check_usable(*c);
    }
    if (s.claims.limits) {
        OAIWIRE_RULE("unbounded heads and trailers are an error, promptly",
                     "core/limits.hpp: head, headers, trailers") {
            std::string many, wide;
            for (int i = 0; i != 500; ++i) many += "X-" + std::to_string(i) + ": v\r\n";
            for (int i = 0; i != 90; ++i) wide += "X: " + std::string(1000, 'v') + "\r\n";
            const std::string interim = "HTTP/1.1 103 Early Hints\r\nX-Interim: yes\r\n\r\n";
            const std::string field = "X-" + std::string(5000, 'n') + ": v\r\n";
            for (const auto& scripted :
                 {script().send(with_length("ok", many)), script().send(with_length("ok", wide)),
                  script().send(ok + "X: " + std::string(std::size_t{1} << 20, 'v') + "\r\n\r\n"),
                  script().send(ok).repeat(0, field),
                  script().send(ok + "X: ").repeat(0, field.substr(0, 5000)),
                  script().repeat(0, interim)}) {
                OAIWIRE_NOTE(scripted.text().substr(0, 80));
                const auto o = call(*c, to(scripted));
                OAIWIRE_CHECK(shown(o) == "0 limit_exceeded: ");
                OAIWIRE_CHECK(o.ms < 1500);
            }
            const auto o = call(*c, to(script()
                                           .send(chunked_head + chunk("ok") + "0\r\n")
                                           .repeat(4000, "X-T: v\r\n")
                                           .send("\r\n")));
            OAIWIRE_CHECK(shown(o) == "200 limit_exceeded: ok");
            check_usable(*c);
        }
        OAIWIRE_RULE("heads within the limits are accepted", "core/limits.hpp: head, headers") {
            std::string many, wide;
            for (int i = 0; i != 90; ++i) many += "X-" + std::to_string(i) + ": v\r\n";
            for (int i = 0; i != 50; ++i) wide += "X: " + std::string(1000, 'v') + "\r\n";
            for (const auto& fields : {many, wide}) {
                OAIWIRE_CHECK(shown(call(*c, to(script().send(with_length("ok", fields))))) ==
                              "200 ok: ok");
            }
        }
    }
    OAIWIRE_RULE("connecting to a closed port is connect_failed", "core/errc.hpp: connect_failed") {
        auto r = to("1");
        r.origin.port = 1;
        OAIWIRE_CHECK(shown(call(*c, r)) == "0 connect_failed: ");
        check_usable(*c);
    }
}

}  // namespace oaiwire::conformance::detail
