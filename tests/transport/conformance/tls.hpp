// Conformance: TLS. Which servers are trusted. The certificates are created during the test.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include <support/http_server.hpp>

#include "call.hpp"
#include "ends.hpp"
#include "uploads.hpp"

namespace oaiwire::conformance::detail {

// Certificates of a private authority, in a temporary directory.
class certificates {
public:
    certificates() {
        if (!mkdtemp(directory_)) return;
        const std::string script =
            "cd '" + std::string(directory_) +
            "' || exit 1\n"
            "exec 2>/dev/null\n"
            "key='-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes'\n"
            "own() { openssl req -x509 $key -days 2 -subj /CN=$2 -addext subjectAltName=$3"
            " -keyout $1.key -out $1.pem; }\n"
            "signed() { openssl req $key -subj /CN=$2 -keyout $1.key -out $1.csr &&\n"
            "echo subjectAltName=$3 > $1.ext &&\n"
            "openssl x509 -req -in $1.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days $4"
            " -extfile $1.ext -out $1.pem; }\n"
            "openssl req -x509 $key -days 2 -subj /CN=authority -keyout ca.key -out ca.pem &&\n"
            "signed good localhost DNS:localhost 2 &&\n"
            "signed wrong_host elsewhere.example DNS:elsewhere.example 2 &&\n"
            "signed expired localhost DNS:localhost -1 &&\n"
            "own self_signed localhost DNS:localhost\n";
        support::child_process openssl({"sh", "-c", script});
        made_ = openssl.started() && openssl.wait() == 0;
    }
    certificates(const certificates&) = delete;
    ~certificates() { support::child_process({"rm", "-r", directory_}).wait(); }
    bool made() const { return made_; }
    std::string file(const std::string& name) const { return std::string(directory_) + '/' + name; }

private:
    char directory_[32] = "/tmp/oaiwire-tls-XXXXXX";
    bool made_ = false;
};

inline void tls(const subject& s) {
    OAIWIRE_RULE("TLS: a trusted server is used, any other receives no byte",
                 "RFC 9110, 4.3.4; RFC 9525") {
        static const certificates files;
        const auto serve = [&](const std::string& name) {
            return files.made()
                       ? server().serve_tls(files.file(name + ".pem"), files.file(name + ".key"))
                       : std::uint16_t{0};
        };
        static const std::uint16_t good = serve("good"), wrong_host = serve("wrong_host"),
                                   expired = serve("expired"), self_signed = serve("self_signed");
        if (good == 0) {
            skip_rule("no openssl program, or a fault server without libssl");
            return;
        }
        const auto c = s.make_trusting(files.file("ca.pem"));
        const auto secure = [](const script& scripted, std::uint16_t port) {
            auto r = to(scripted);
            r.origin = {"https", "localhost", port};
            return r;
        };

        // trusted
        const auto id = server().add(script().send(ok_answer));
        for (int i = 0; i != 2; ++i) {
            auto r = to(id, "POST", filler(100'000));
            r.origin = {"https", "localhost", good};
            OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
            OAIWIRE_CHECK(server().seen(id).body_hash == fnv1a(r.body));
        }
        if (s.claims.reuse) OAIWIRE_CHECK(server().seen(id).connections == 1);
        const auto large = filler(500'000);
        OAIWIRE_CHECK(
            shown(call(*c, secure(script().send(chunked_head + chunk(large) + "0\r\n\r\n"),
                                  good))) == shown(200, errc::ok, large));

        // uploads, and servers that reject them
        const auto uploaded = [&](const script& scripted, std::uint64_t size) {
            const auto content = std::make_shared<produced>(size);
            auto r = with_content(secure(scripted, good), content);
            const auto o = call(*c, r);
            const auto seen = server().seen(r.target.substr(1, r.target.find('/', 1) - 1));
            OAIWIRE_CHECK(seen.requests == 1);
            if (o.status == 200) OAIWIRE_CHECK(seen.body_hash == content->hash());
            return shown(o);
        };
        OAIWIRE_CHECK(uploaded(script().send(ok_answer), 3'000'000) == "200 ok: ok");
        OAIWIRE_CHECK(uploaded(script()
                                   .unread()
                                   .send(chunked_head + chunk("be"))
                                   .pause_us(5000)
                                   .take()
                                   .send(chunk("gun") + "0\r\n\r\n"),
                               20'000'000) == "200 ok: begun");
        if (s.claims.early_answer) {
            // at different moments: a write may be waiting, or just about to wait
            for (std::size_t us = 0; us != 2000; us += 50) {
                const auto refusal = script().unread().pause_us(us).send(
                    "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\n\r\nbig");
                OAIWIRE_NOTE("refused after " << us << " us");
                OAIWIRE_CHECK(uploaded(script(refusal).half_close(), std::uint64_t{1} << 40) ==
                              "413 ok: big");
                OAIWIRE_CHECK(uploaded(script(refusal).deaf(), std::uint64_t{1} << 40) ==
                              "413 ok: big");
            }
        }
        auto stuck = without_deadlines(
            with_content(secure(script().unread().deaf(), good), std::uint64_t{1} << 40));
        if (s.claims.silent_stop) {
            OAIWIRE_CHECK(stopped(
                              *c, stuck, [&] { stuck.stop.request_stop(); }, "uploading over TLS")
                              .code == errc::cancelled);
        }

        // an end without close_notify may be caused by an attacker
        const std::string open_end = "HTTP/1.1 200 OK\r\n\r\nuntil the end";
        OAIWIRE_CHECK(shown(call(*c, secure(script().send(open_end).close(), good))) ==
                      "200 ok: until the end");
        if (s.claims.tls_cut) {
            OAIWIRE_CHECK(shown(call(*c, secure(script().send(open_end).cut(), good))) ==
                          "200 closed_early: until the end");
        }
        for (const char* end : {"close", "cut", "reset"}) {
            OAIWIRE_NOTE(end);
            const auto o = call(
                *c,
                secure(script().send(chunked_head + chunk("some")).pause_us(1000).line(end), good));
            OAIWIRE_CHECK(shown(o) == "200 closed_early: some");
        }

        // timeouts and stops work as without TLS
        auto silent = secure(silent_after_some(), good);
        silent.timeouts.idle_ms = 120;
        OAIWIRE_CHECK(call(*c, silent).code == errc::idle_timeout);
        if (s.claims.silent_stop) {
            silent = without_deadlines(secure(silent_after_some(), good));
            OAIWIRE_CHECK(stopped(
                              *c, silent, [&] { silent.stop.request_stop(); }, "over TLS")
                              .code == errc::cancelled);
        }

        // not trusted
        const auto bytes = server().tls_bytes();
        const auto refused = [&](carrier& by, std::uint16_t port, const std::string& host) {
            const auto never = server().add(script().send(ok_answer));
            auto r = to(never);
            r.origin = {"https", host, port};
            const auto o = call(by, r);
            OAIWIRE_CHECK(shown(o) == "0 tls_failed: ");
            OAIWIRE_CHECK(server().seen(never).requests == 0);
        };
        refused(*c, wrong_host, "localhost");
        refused(*c, expired, "localhost");
        refused(*c, self_signed, "localhost");
        refused(*c, good, "127.0.0.1");         // the certificate has another name
        refused(*s.make(), good, "localhost");  // the authority is not configured
        refused(*s.make_trusting(files.file("none.pem")), good, "localhost");
        OAIWIRE_CHECK(server().tls_bytes() == bytes);

        // a peer that never answers the handshake: to the caller this is connecting
        auto mute = to(script().stall());
        mute.origin = {"https", "localhost", server().port};
        mute.timeouts = {.connect_ms = 120, .first_byte_ms = 0, .idle_ms = 0, .total_ms = 0};
        OAIWIRE_CHECK(shown(call(*c, mute)) == "0 connect_timeout: ");
        if (s.claims.silent_stop) {
            mute = without_deadlines(mute);
            OAIWIRE_CHECK(stopped(
                              *c, mute, [&] { mute.stop.request_stop(); }, "in the handshake")
                              .code == errc::cancelled);
        }
    }
}

}  // namespace oaiwire::conformance::detail
