// Checks of HTTP/1.1 itself (RFC 9110, RFC 9112).
#include <algorithm>

#include "context.hpp"

namespace conform {

namespace {

// Deviates with the notes of that kind about any answer so far.
template <wire_note::kind... Kinds>
void noted(context& in, judge& to) {
    static_cast<void>(in.plain());
    static_cast<void>(in.streamed());
    bool any = false;
    for (const answer* a : in.answers()) {
        any = any || a->usable() || !a->notes.empty();
        for (const auto& n : a->notes) {
            if (!((n.what == Kinds) || ...)) continue;
            finding f = found(*a, n.message);
            f.offset = n.offset;
            f.placed = true;
            f.path = "of the received bytes";
            f.excerpt = excerpt_of(*a, a->raw, n.offset);
            to.deviates(std::move(f));
        }
    }
    if (!any) to.fail("there is no answer");
}

void version(context& in, judge& to) {
    const answer& a = in.get("/models");
    if (!a.usable()) return to.fail(describe(a));
    if (a.version != "HTTP/1.1") to.deviates(found(a, "the version is " + a.version));
}

void date(context& in, judge& to) {
    const answer& a = in.get("/models");
    if (!a.usable()) return to.fail(describe(a));
    if (a.field("date").empty()) to.deviates(found(a, "there is no Date"));
}

void chunked(context& in, judge& to) {
    const answer& a = in.streamed();
    if (!answered(to, a)) return;
    if (a.until_close) {
        to.deviates(
            found(a, "a stream without chunks and length: its end cannot be told from a cut"));
    }
}

// A request on an open connection; its answer is kept.
const answer& one(context& in, connection& to, const std::string& bytes, std::string asked,
                  bool head = false, std::string_view begun = {}) {
    if (!bytes.empty()) static_cast<void>(to.send(bytes, in.within().timeout_ms));
    answer a;
    a.asked = std::move(asked);
    receive_answer(to, a, head, in.within(), begun);
    return in.keep(std::move(a));
}

std::unique_ptr<connection> open(context& in, judge& to) {
    std::string why;
    auto connection = in.connect(why);
    if (!connection) to.fail(why);
    return connection;
}

bool closes(const answer& a) {
    return a.until_close || oaiwire::http::same_name(a.field("connection"), "close");
}

// A second request on the connection of the first.
void again(context& in, judge& to, const question& first) {
    const auto connection = open(in, to);
    if (!connection) return;
    const answer& a = one(in, *connection, in.bytes_of(first), first.method + ' ' + first.path);
    if (!a.usable()) return to.fail(describe(a));
    if (closes(a)) return to.skip("the server announces that it closes the connection");
    const answer& b = one(in, *connection, in.bytes_of({"GET", "/models"}),
                          "GET /models, second on a connection", false, a.rest);
    if (!b.usable()) {
        to.deviates(found(b, "the second request on a connection: " + describe(b)));
    } else if (b.status != in.get("/models").status) {
        to.deviates(found(b, "the second request on a connection is answered with status " +
                                 std::to_string(b.status)));
    }
}

void keep_alive(context& in, judge& to) {
    again(in, to, {"GET", "/models"});
}
void after_stream(context& in, judge& to) {
    if (!answered(to, in.streamed())) return;
    again(in, to, {"POST", "/chat/completions", in.chat(R"(,"stream":true)")});
}
void after_error(context& in, judge& to) {
    again(in, to, {"POST", "/chat/completions", "[1,2]"});
}

void close(context& in, judge& to) {
    const auto connection = open(in, to);
    if (!connection) return;
    question q{"GET", "/models"};
    q.fields = "Connection: close\r\n";
    const answer& a = one(in, *connection, in.bytes_of(q), "GET /models, Connection: close");
    if (!a.usable()) return to.fail(describe(a));
    std::string more = a.rest;
    const auto due = std::min<std::int64_t>(in.within().timeout_ms, 3000);
    const receipt last = a.peer_closed ? receipt::closed : connection->receive(more, 1024, due);
    if (!more.empty()) {
        finding f = found(a, "bytes after the end of the answer");
        f.excerpt = excerpt_of(a, more, 0);
        to.deviates(std::move(f));
    } else if (last == receipt::late) {
        to.deviates(found(a, "the connection stays open although it was to be closed"));
    }
}

void pipelined(context& in, judge& to) {
    const auto connection = open(in, to);
    if (!connection) return;
    const std::string bytes =
        in.bytes_of({"GET", "/models"}) + in.bytes_of({"GET", "/no/such/path-3141"});
    const answer& a = one(in, *connection, bytes, "GET /models, with another behind it");
    if (!a.usable()) return to.deviates(found(a, "two requests at once: " + describe(a)));
    if (closes(a)) return to.skip("the server announces that it closes the connection");
    const answer& b = one(in, *connection, "", "GET /no/such/path-3141, pipelined", false, a.rest);
    if (b.end == answer_end::nothing) return;  // may be sent again: RFC 9112, 9.3.2
    if (!b.usable()) {
        to.deviates(found(b, "the second of two requests at once: " + describe(b)));
    } else if (a.status != in.get("/models").status ||
               b.status != in.get("/no/such/path-3141").status) {
        to.deviates(found(b, "the answers do not come in the order of their requests"));
    }
}

void head(context& in, judge& to) {
    const auto connection = open(in, to);
    if (!connection) return;
    const answer& a = one(in, *connection, in.bytes_of({"HEAD", "/models"}), "HEAD /models", true);
    if (!a.usable()) return to.fail(describe(a));
    if (closes(a) && !a.rest.empty()) {
        return to.deviates(found(a, "the answer to HEAD has a body"));
    }
    if (a.status >= 500 && a.status != 501) {
        return to.deviates(found(a, "HEAD is answered with status " + std::to_string(a.status)));
    }
    if (oaiwire::http::same_name(a.field("connection"), "close")) return;
    const answer& b =
        one(in, *connection, in.bytes_of({"GET", "/models"}), "GET after HEAD", false, a.rest);
    if (!b.usable() && b.end == answer_end::garbled) {
        to.deviates(found(a, "the answer to HEAD has a body"));
    }
}

void options(context& in, judge& to) {
    question q{"OPTIONS", "/chat/completions"};
    const answer& a = in.ask(q);
    if (a.end == answer_end::unreachable || a.end == answer_end::late) {
        return to.fail(describe(a));
    }
    if (!a.usable()) return to.deviates(found(a, "OPTIONS: " + describe(a)));
    if (a.status >= 500 && a.status != 501) {
        to.deviates(found(a, "OPTIONS is answered with status " + std::to_string(a.status)));
    }
}

void expects(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const auto connection = open(in, to);
    if (!connection) return;
    question q{"POST", "/chat/completions", in.chat()};
    q.fields = "Expect: 100-continue\r\n";
    const std::string bytes = in.bytes_of(q);
    const std::size_t body = bytes.find("\r\n\r\n") + 4;
    static_cast<void>(connection->send(bytes.substr(0, body), in.within().timeout_ms));
    std::string got;
    const auto wait = std::min<std::int64_t>(in.within().timeout_ms, 1000);
    const receipt first = connection->receive(got, 16384, wait);
    if (first == receipt::late) {
        to.deviates({"no 100 (Continue) within a second", "POST /chat/completions, Expect", "", 0,
                     false, ""});
    }
    // a server need not send 100 if it has the answer already: RFC 9110, 10.1.1
    const bool final = got.starts_with("HTTP/1.1 ") && !got.starts_with("HTTP/1.1 1");
    if (!final) static_cast<void>(connection->send(bytes.substr(body), in.within().timeout_ms));
    const answer& a = one(in, *connection, "", "POST /chat/completions, Expect", false, got);
    if (!a.usable()) {
        to.deviates(found(a, "Expect: 100-continue: " + describe(a)));
    } else if (a.status != 200 && a.status != 417) {
        to.deviates(
            found(a, "Expect: 100-continue is answered with status " + std::to_string(a.status)));
    }
}

void chunked_request(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const auto connection = open(in, to);
    if (!connection) return;
    question q{"POST", "/chat/completions", in.chat()};
    q.fields = "Transfer-Encoding: chunked\r\n";
    const std::string body = q.body;
    std::string bytes = in.bytes_of(q, false);
    const auto add = [&](std::string_view part) {
        static constexpr char digits[] = "0123456789abcdef";
        std::string size;
        for (std::size_t n = part.size(); n != 0; n /= 16)
            size.insert(size.begin(), digits[n % 16]);
        bytes.append(size).append("\r\n").append(part).append("\r\n");
    };
    add(std::string_view(body).substr(0, 10));
    add(std::string_view(body).substr(10));
    bytes += "0\r\n\r\n";
    const answer& a = one(in, *connection, bytes, "POST /chat/completions, in chunks");
    if (!a.usable()) return to.deviates(found(a, "a body in chunks: " + describe(a)));
    if (a.status != 200 && a.status != 411) {
        to.deviates(
            found(a, "a body in chunks is answered with status " + std::to_string(a.status)));
    }
}

// Bytes that no client may send: an answer of 400, or the end of the connection.
void invalid(context& in, judge& to, const std::string& bytes, std::string_view what) {
    const auto connection = open(in, to);
    if (!connection) return;
    const answer& a = one(in, *connection, bytes, "wire: " + std::string(what));
    if (a.end == answer_end::late) {
        to.deviates(found(a, std::string(what) + ": neither an answer nor the end"));
    } else if (a.usable() && (a.status < 400 || a.status >= 500) && a.status != 501 &&
               a.status != 505) {
        to.deviates(
            found(a, std::string(what) + " is answered with status " + std::to_string(a.status)));
    }
    if (to.open() && in.died()) to.deviates(found(a, "the server no longer answers"));
}

std::string get_with(context& in, std::string_view lines) {
    question q{"GET", "/models"};
    q.fields = lines;
    return in.bytes_of(q);
}

void no_host(context& in, judge& to) {
    std::string bytes = in.bytes_of({"GET", "/models"});
    const std::size_t at = bytes.find("Host:");
    bytes.erase(at, bytes.find("\r\n", at) + 2 - at);
    invalid(in, to, bytes, "a request without Host");
}
void bad_length(context& in, judge& to) {
    question q{"POST", "/chat/completions", ""};
    q.fields = "Content-Length: 1x\r\n";
    invalid(in, to, in.bytes_of(q, false), "a Content-Length that is not a number");
}
void two_lengths(context& in, judge& to) {
    question q{"POST", "/chat/completions", ""};
    q.fields = "Content-Length: 2\r\nContent-Length: 3\r\n";
    invalid(in, to, in.bytes_of(q, false) + "{} ", "two lengths");
}
void both_framings(context& in, judge& to) {
    const auto connection = open(in, to);
    if (!connection) return;
    question q{"POST", "/chat/completions", ""};
    q.fields = "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n";
    const answer& a =
        one(in, *connection, in.bytes_of(q, false) + "0\r\n\r\n", "wire: a length and chunks");
    if (a.end == answer_end::late) {
        return to.deviates(found(a, "a length and chunks: neither an answer nor the end"));
    }
    if (!a.usable() || closes(a) || a.peer_closed || (a.status == 400 || a.status == 501)) return;
    std::string more = a.rest;
    if (connection->receive(more, 16, 500) == receipt::late) {
        to.deviates(found(a, "the connection stays open after a request with a length and chunks"));
    }
}
void space_before_colon(context& in, judge& to) {
    invalid(in, to, get_with(in, "X-Conform : 1\r\n"), "white space before a colon");
}
void bad_line(context& in, judge& to) {
    invalid(in, to, "HELLO\r\n\r\n", "a line that is no request");
}

void http_1_0(context& in, judge& to) {
    if (!answered(to, in.streamed())) return;
    std::string bytes = in.bytes_of({"POST", "/chat/completions", in.chat(R"(,"stream":true)")});
    bytes.replace(bytes.find("HTTP/1.1"), 8, "HTTP/1.0");
    const auto connection = open(in, to);
    if (!connection) return;
    const answer& a = one(in, *connection, bytes, "POST /chat/completions, HTTP/1.0");
    if (!a.usable()) return to.fail(describe(a));
    if (a.chunked) to.deviates(found(a, "chunks for a client of HTTP/1.0"));
}

void lower_case(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    std::string bytes = in.bytes_of({"POST", "/chat/completions", in.chat()});
    const std::size_t end = bytes.find("\r\n\r\n");
    for (std::size_t at = bytes.find("\r\n"); at < end; at = bytes.find("\r\n", at + 2)) {
        for (std::size_t i = at + 2; i < end && bytes[i] != ':'; ++i) {
            bytes[i] =
                bytes[i] >= 'A' && bytes[i] <= 'Z' ? static_cast<char>(bytes[i] + 32) : bytes[i];
        }
    }
    const auto connection = open(in, to);
    if (!connection) return;
    accepted(to, one(in, *connection, bytes, "POST /chat/completions, small letters"),
             "field names in small letters");
}

void query(context& in, judge& to) {
    const answer& usual = in.get("/models");
    if (!answered(to, usual)) return;
    const answer& a = in.get("/models?x-conform=1");
    if (!a.usable()) return to.fail(describe(a));
    if (a.status != 200 && a.status != 400) {
        to.deviates(
            found(a, "an unknown query is answered with status " + std::to_string(a.status)));
    }
}

constexpr check table[] = {
    {"wire.status_line", "the status line is as HTTP/1.1 says", "RFC 9112, 4", "",
     noted<wire_note::kind::status_line>},
    {"wire.version", "the version is HTTP/1.1", "RFC 9112, 2.3", "", version},
    {"wire.fields", "field lines are as HTTP/1.1 says", "RFC 9112, 5", "",
     noted<wire_note::kind::field>},
    {"wire.length", "the length of a body is said once, and right", "RFC 9112, 6", "",
     noted<wire_note::kind::length>},
    {"wire.chunks", "chunks are as HTTP/1.1 says", "RFC 9112, 7.1", "",
     noted<wire_note::kind::chunk>},
    {"wire.whole", "no answer ends before its announced end", "RFC 9112, 8", "",
     noted<wire_note::kind::early>},
    {"wire.date", "an answer has a Date", "RFC 9110, 6.6.1", "", date},
    {"wire.stream_framing", "the end of a stream can be told from a cut", "RFC 9112, 6.3", "",
     chunked},
    {"wire.keep_alive", "a connection serves a second request", "RFC 9112, 9.3", "", keep_alive},
    {"wire.after_stream", "also after a stream", "RFC 9112, 9.3", "", after_stream},
    {"wire.after_error", "also after an error", "RFC 9112, 9.3", "", after_error},
    {"wire.close", "Connection: close is obeyed, and nothing follows the answer", "RFC 9112, 9.6",
     "", close},
    {"wire.pipelining", "requests at once are answered in order", "RFC 9112, 9.3.2", "", pipelined},
    {"wire.head", "the answer to HEAD has no body", "RFC 9110, 9.3.2", "", head},
    {"wire.options", "OPTIONS is answered or refused", "RFC 9110, 9.3.7", "", options},
    {"wire.expect", "Expect: 100-continue is answered", "RFC 9110, 10.1.1", "", expects},
    {"wire.chunked_request", "a body in chunks is accepted, or a length asked for", "RFC 9112, 7.1",
     "", chunked_request},
    {"wire.no_host", "a request without Host is refused", "RFC 9112, 3.2", "", no_host},
    {"wire.bad_length", "a Content-Length that is not a number is refused", "RFC 9112, 6.3", "",
     bad_length},
    {"wire.two_lengths", "two lengths are refused", "RFC 9112, 6.3", "", two_lengths},
    {"wire.both_framings", "a length and chunks: refused, or the connection is closed",
     "RFC 9112, 6.1", "", both_framings},
    {"wire.space_before_colon", "white space before a colon is refused", "RFC 9112, 5.1", "",
     space_before_colon},
    {"wire.bad_line", "a line that is no request is refused", "RFC 9112, 3", "", bad_line},
    {"wire.http_1_0", "a client of HTTP/1.0 gets no chunks", "RFC 9112, 6.1", "", http_1_0},
    {"wire.small_letters", "field names in small letters are accepted", "RFC 9110, 5.1", "",
     lower_case},
    {"wire.query", "an unknown query is ignored or refused", "RFC 9110, 4.1", "", query},
};

}  // namespace

std::span<const check> wire_checks() {
    return table;
}

}  // namespace conform
