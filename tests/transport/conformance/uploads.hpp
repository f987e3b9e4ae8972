// Conformance: content that is produced while it is sent.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include <oaiwire/core/byte_source.hpp>

#include "call.hpp"
#include "ends.hpp"

namespace oaiwire::conformance::detail {

// Reproducible bytes of any length, not stored; `step` can shorten them or make them fail.
class produced final : public oaiwire::byte_source {
public:
    using step = std::function<oaiwire::result<std::size_t>(std::uint64_t at, std::size_t room)>;

    explicit produced(std::uint64_t size, step s = {}) : size_(size), step_(std::move(s)) {
        if (!step_) {
            step_ = [size](std::uint64_t at, std::size_t room) {
                return static_cast<std::size_t>((std::min)(size - at, std::uint64_t{room}));
            };
        }
    }
    std::uint64_t size() const override { return size_; }
    oaiwire::result<std::unique_ptr<oaiwire::byte_reader>> open() const override {
        return std::unique_ptr<oaiwire::byte_reader>(std::make_unique<reader>(step_));
    }

    static const std::string& block() {
        static const std::string bytes = filler(1009);
        return bytes;
    }
    std::uint64_t hash() const {
        auto sum = fnv1a({});
        for (std::uint64_t at = 0; at < size_; at += block().size()) {
            const auto n = (std::min)(size_ - at, std::uint64_t{block().size()});
            sum = fnv1a(std::string_view(block()).substr(0, n), sum);
        }
        return sum;
    }

private:
    class reader final : public oaiwire::byte_reader {
    public:
        explicit reader(step s) : step_(std::move(s)) {}
        oaiwire::result<std::size_t> read(char* to, std::size_t room) override {
            auto n = step_(at_, room);
            for (std::size_t i = 0; n && i < *n;) {
                const auto from = static_cast<std::size_t>(at_ % block().size());
                const auto some = (std::min)(block().size() - from, *n - i);
                block().copy(to + i, some, from);
                i += some;
                at_ += some;
            }
            return n;
        }

    private:
        step step_;
        std::uint64_t at_ = 0;
    };

    std::uint64_t size_;
    step step_;
};

inline http::request with_content(http::request r, std::shared_ptr<const produced> content) {
    r.body = "not this";
    r.content = std::move(content);
    return r;
}
inline http::request with_content(http::request r, std::uint64_t size, produced::step s = {}) {
    return with_content(std::move(r), std::make_shared<produced>(size, std::move(s)));
}

inline void uploads(const subject& s) {
    auto c = s.make();
    OAIWIRE_RULE("content arrives unchanged with its length, in one request, repeatedly",
                 "RFC 9112, 6.2; http/content.hpp") {
        const auto id = server().add(script().send(ok_answer));
        int requests = 0;
        for (const std::uint64_t size : {0u, 1u, 16'384u, 65'536u, 65'537u, 1'000'003u, 1u << 26}) {
            OAIWIRE_NOTE(size);
            const auto content = std::make_shared<produced>(size);
            const auto r = with_content(to(id), content);
            for (int i = 0; i != (size < 2'000'000 ? 2 : 1); ++i) {
                OAIWIRE_CHECK(shown(call(*c, r)) == "200 ok: ok");
                const auto seen = server().seen(id);
                OAIWIRE_CHECK(seen.requests == ++requests);
                OAIWIRE_CHECK(seen.body_size == size);
                OAIWIRE_CHECK(seen.body_hash == content->hash());
                OAIWIRE_CHECK(sent(seen.head, "Content-Length") == std::to_string(size) + '|');
                OAIWIRE_CHECK(sent(seen.head, "Transfer-Encoding") == "");
                OAIWIRE_CHECK(sent(seen.head, "Expect") == "");
            }
        }
        if (s.claims.reuse) OAIWIRE_CHECK(server().seen(id).connections == 1);
    }
    OAIWIRE_RULE("a source may return few bytes at a time", "core/byte_source.hpp") {
        const auto id = server().add(script().send(ok_answer));
        for (const std::size_t most : {1u, 7u, 4099u}) {
            OAIWIRE_NOTE(most);
            const std::uint64_t size = most * std::uint64_t{3000} + 1;
            const auto content =
                std::make_shared<produced>(size, [=](std::uint64_t at, std::size_t room) {
                    const auto left = static_cast<std::size_t>(size - at);
                    return (std::min)({left, room, most});
                });
            OAIWIRE_CHECK(shown(call(*c, with_content(to(id), content))) == "200 ok: ok");
            OAIWIRE_CHECK(server().seen(id).body_size == size);
            OAIWIRE_CHECK(server().seen(id).body_hash == content->hash());
        }
    }
    OAIWIRE_RULE("a failing source ends the call with its error, and the request stays incomplete",
                 "http/content.hpp") {
        const std::uint64_t size = 3'000'000;
        for (const std::uint64_t good : {0u, 1u, 65'536u, 2'000'000u, 2'999'999u, 3'000'000u}) {
            OAIWIRE_NOTE(good);
            const auto id = server().add(script().send(ok_answer));
            const auto o =
                call(*c, with_content(to(id), size, [=](std::uint64_t at, std::size_t room) {
                    if (at >= good) {
                        return oaiwire::result<std::size_t>(
                            oaiwire::make_error(errc::not_finite, "mine"));
                    }
                    const auto left = static_cast<std::size_t>(good - at);
                    return oaiwire::result<std::size_t>((std::min)(left, room));
                }));
            OAIWIRE_CHECK(shown(o) == "0 not_finite: ");
            OAIWIRE_CHECK(o.message == "not_finite: mine");
            OAIWIRE_CHECK(o.ms < 1500);
            check_usable(*c);
            OAIWIRE_CHECK(server().seen(id).requests <= 1);
            OAIWIRE_CHECK(server().seen(id).body_size < size);
        }
    }
    OAIWIRE_RULE("a source whose size was wrong is an error before its last bytes are sent",
                 "http/content.hpp") {
        for (const std::uint64_t size : {0u, 10u, 200'000u}) {
            for (const std::uint64_t real : {size / 2, size + 1}) {
                if (real == size) continue;
                OAIWIRE_NOTE(size << " announced, " << real << " there");
                const auto id = server().add(script().send(ok_answer));
                const auto o =
                    call(*c, with_content(to(id), size, [=](std::uint64_t at, std::size_t room) {
                        return (std::min)(static_cast<std::size_t>(real - at), room);
                    }));
                OAIWIRE_CHECK(shown(o) == "0 invalid_content: ");
                check_usable(*c);
                const auto seen = server().seen(id);
                OAIWIRE_CHECK(seen.requests <= 1);
                OAIWIRE_CHECK((seen.body_size < size || size == 0));
            }
        }
    }
#if defined(__cpp_exceptions)
    OAIWIRE_RULE("a source may throw; the transport stays usable", "core/byte_source.hpp") {
        for (const std::uint64_t size : {0u, 1u, 1'000'000u}) {
            for (const std::uint64_t good : {std::uint64_t{0}, size / 2}) {
                OAIWIRE_NOTE(good << " of " << size);
                const auto r =
                    with_content(to(script().send(ok_answer)), size,
                                 [=](std::uint64_t at, std::size_t room) -> std::size_t {
                                     if (at >= good) throw std::runtime_error("mine");
                                     return (std::min)(static_cast<std::size_t>(good - at), room);
                                 });
                outcome o;
                auto h = o.recorder();
                OAIWIRE_CHECK_THROWS((void)c->send(r, h), std::runtime_error);
                check_usable(*c);
            }
        }
    }
#endif
    if (s.claims.early_answer) {
        OAIWIRE_RULE("a server that rejects the request during the upload is heard",
                     "RFC 9112, 9.5") {
            const std::string refusal =
                "HTTP/1.1 413 Content Too Large\r\nContent-Length: 3\r\nConnection: "
                "close\r\n\r\nbig";
            const std::string in_chunks =
                "HTTP/1.1 413 Content Too Large\r\nTransfer-Encoding: chunked\r\n\r\n" +
                chunk("big") + "0\r\n\r\n";
            for (const auto& answer :
                 {refusal, in_chunks, "HTTP/1.1 102 Processing\r\n\r\n" + refusal}) {
                for (const bool reads_on : {true, false}) {
                    for (const bool in_memory : {true, false}) {
                        OAIWIRE_NOTE(answer << (reads_on ? ", reads on" : ", deaf")
                                            << (in_memory ? ", from memory" : ""));
                        auto scripted = script().unread().pause_us(2000).send(answer);
                        const auto id =
                            server().add(reads_on ? scripted.half_close() : scripted.deaf());
                        const auto r = in_memory ? to(id, "POST", filler(32'000'000))
                                                 : with_content(to(id), std::uint64_t{1} << 40);
                        const auto o = call(*c, r);
                        OAIWIRE_CHECK(shown(o) == "413 ok: big");
                        OAIWIRE_CHECK(o.ms < 5000);
                        OAIWIRE_CHECK(server().seen(id).requests == 1);
                        check_usable(*c);
                    }
                }
            }
        }
    }
    OAIWIRE_RULE("a response that begins during the upload does not interrupt it",
                 "RFC 9110, 15.2; RFC 9112, 9.5") {
        const std::uint64_t size = 20'000'000;
        for (const std::string interim : {"", "HTTP/1.1 100 Continue\r\n\r\n"}) {
            OAIWIRE_NOTE(interim);
            if (!interim.empty() && !s.claims.go_on) continue;
            const auto id = server().add(script()
                                             .unread()
                                             .send(interim + chunked_head)
                                             .send(chunk("be"))
                                             .pause_us(5000)
                                             .take()
                                             .send(chunk("gun") + "0\r\n\r\n"));
            const auto content = std::make_shared<produced>(size);
            OAIWIRE_CHECK(shown(call(*c, with_content(to(id), content))) == "200 ok: begun");
            const auto seen = server().seen(id);
            OAIWIRE_CHECK(seen.requests == 1);
            OAIWIRE_CHECK(seen.body_size == size);
            OAIWIRE_CHECK(seen.body_hash == content->hash());
            check_usable(*c);
        }
    }
    OAIWIRE_RULE("a server that closes during the upload is an error, and not retried",
                 "RFC 9110, 9.2.2") {
        for (const char* end : {"close", "reset"}) {
            for (const bool kept : {false, true}) {
                OAIWIRE_NOTE(end << (kept ? ", on a kept connection" : ""));
                auto scripted = script();
                if (kept) scripted.send(ok_answer).next();
                const auto id = server().add(scripted.unread().pause_us(2000).line(end));
                if (kept) OAIWIRE_CHECK(shown(call(*c, to(id))) == "200 ok: ok");
                const auto o = call(*c, with_content(to(id), std::uint64_t{1} << 40));
                OAIWIRE_NOTE(shown(o));
                OAIWIRE_CHECK((o.code == errc::closed_early || o.code == errc::receive_failed ||
                               o.code == errc::send_failed));
                OAIWIRE_CHECK(o.ms < 5000);
                OAIWIRE_CHECK(server().seen(id).requests == (kept ? 2 : 1));
                check_usable(*c);
            }
        }
    }
    OAIWIRE_RULE("a stop ends an upload in every phase", "http/message.hpp: request::stop") {
        const auto deaf = server().add(script().unread().deaf());
        auto r = without_deadlines(with_content(to(deaf), std::uint64_t{1} << 40));
        if (s.claims.send_deadline && s.claims.silent_stop) {
            OAIWIRE_CHECK(stopped(
                              *c, r, [&] { r.stop.request_stop(); }, "uploading")
                              .code == errc::cancelled);
        }
        r.stop = {};
        const auto own = r.stop;
        r.content = std::make_shared<produced>(std::uint64_t{1} << 40,
                                               [own](std::uint64_t at, std::size_t room) {
                                                   if (at > 100'000) own.request_stop();
                                                   return room;
                                               });
        const auto began = clock_type::now();
        OAIWIRE_CHECK(carry(*c, r).code == errc::cancelled);
        OAIWIRE_CHECK(ms_since(began) < 1000);
        check_usable(*c);
    }
    if (s.claims.send_deadline) {
        OAIWIRE_RULE("an upload that makes no progress times out",
                     "http/message.hpp: timeouts::first_byte_ms") {
            auto r =
                with_content(to(server().add(script().unread().deaf())), std::uint64_t{1} << 40);
            r.timeouts = {.connect_ms = 2000, .first_byte_ms = 150, .idle_ms = 150, .total_ms = 0};
            const auto o = call(*c, r);
            OAIWIRE_CHECK(shown(o) == "0 first_byte_timeout: ");
            OAIWIRE_CHECK(o.ms < 1500);
            check_usable(*c);
        }
    }
    OAIWIRE_RULE("an upload may take longer than first_byte_ms while it makes progress",
                 "http/message.hpp: timeouts::first_byte_ms") {
        // it makes no progress while the server reads what the socket buffers hold: at most 10 MB,
        // a third of a second
        const auto id = server().add(script().paced_us(2000).send(ok_answer));
        auto r = with_content(to(id), 64'000'000);
        r.timeouts = {.connect_ms = 2000, .first_byte_ms = 1200, .idle_ms = 1200, .total_ms = 0};
        const auto o = call(*c, r);
        OAIWIRE_CHECK(shown(o) == "200 ok: ok");
        OAIWIRE_CHECK(o.ms > 1200);
    }
}

}  // namespace oaiwire::conformance::detail
