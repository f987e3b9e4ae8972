// Client calls over any transport under server faults: what arrived before the fault is kept, the
// end has the right reason, and one request was sent. Beside conformance.hpp; links what client
// does.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/api/operations.hpp>
#include <oaiwire/client.hpp>
#include <oaiwire/types/text.hpp>

#include "call.hpp"
#include "report.hpp"

namespace oaiwire::conformance {
namespace detail {

// The result of a streamed call.
struct answer {
    std::string text{};  // of the chunks, as they arrived
    std::string kept{};  // of the accumulated response
    std::size_t chunks = 0;
    std::string ending{};  // "truncated closed_early"
    std::int64_t ms = 0;
};

inline const oaiwire::ChatCompletionRequest question{.model = "m",
                                                     .messages = {oaiwire::user("Hi")}};

inline oaiwire::endpoint endpoint_of(const std::string& id) {
    return {.base_url = "http://127.0.0.1:" + std::to_string(server().port) + '/' + id + "/v1",
            .api_key = oaiwire::secret{"sk-canary"},
            .timeouts = {.connect_ms = 5000, .first_byte_ms = 150, .idle_ms = 150, .total_ms = 0}};
}

inline std::string ending(oaiwire::stream_end end, const oaiwire::error& error) {
    OAIWIRE_CHECK(to_string(error).find("canary") == std::string::npos);
    return std::string(name(end)) + ' ' + std::string(name(error.code));
}

// A streamed call with a callback.
struct by_callback {
    template <class Make>
    answer operator()(Make& make, const std::string& id) const {
        answer a;
        const auto began = clock_type::now();
        oaiwire::client api{make(std::string{}), endpoint_of(id)};
        const auto out = api.stream(question, [&](const oaiwire::ChatCompletionChunk& chunk) {
            a.text += oaiwire::text(chunk);
            ++a.chunks;
        });
        a.kept = oaiwire::text(out.response);
        a.ending = ending(out.end_reason, out.error);
        a.ms = ms_since(began);
        return a;
    }
};

// A streamed call as a range.
struct by_range {
    template <class Make>
    answer operator()(Make& make, const std::string& id) const {
        answer a;
        const auto began = clock_type::now();
        oaiwire::client api{make(std::string{}), endpoint_of(id)};
        auto stream = api.stream(question);
        for (const auto& chunk : stream) {
            a.text += oaiwire::text(chunk);
            ++a.chunks;
        }
        a.kept = oaiwire::text(stream.response());
        a.ending = ending(stream.end_reason(), stream.error());
        a.ms = ms_since(began);
        return a;
    }
};

// A streamed response, with what precedes each byte.
struct streamed {
    std::string bytes{};
    std::size_t head_end = 0;
    // For each position: the number of events whose data is complete (the last one's blank line may
    // be missing), and the number of complete transfer chunks.
    std::vector<std::size_t> events{};
    std::vector<std::size_t> whole{};

    // Appends an event in its own transfer chunk.
    void add_event(const std::string& data) {
        const auto event = "data: " + data + "\n\n";
        note(hex(event.size()) + "\r\n" + event.substr(0, event.size() - 2));
        ++seen_;
        note("\n\n\r\n");
        ++whole_;
    }
    void note(const std::string& raw) {
        bytes += raw;
        while (events.size() < bytes.size()) {
            events.push_back(seen_);
            whole.push_back(whole_);
        }
    }

private:
    std::size_t seen_ = 0;
    std::size_t whole_ = 0;
};

inline const char* const words[] = {"The", " sky", " is", " bl\xc3\xbc", "ue."};

inline std::string delta(const std::string& word, bool last) {
    return R"({"id":"c1","choices":[{"index":0,"delta":{"content":")" + word +
           R"("},"finish_reason":)" + (last ? R"("stop")" : "null") + "}]}";
}
inline std::string said(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i != count; ++i) text += words[i];
    return text;
}

inline streamed whole_answer() {
    streamed s;
    s.note(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
    s.head_end = s.bytes.size();
    for (std::size_t i = 0; i != 5; ++i) s.add_event(delta(words[i], i == 4));
    s.add_event("[DONE]");
    s.note("0\r\n\r\n");
    s.events.push_back(6);
    s.whole.push_back(6);
    return s;
}

template <class Make, class How>
void streams(Make& make, const traits& claims, How call) {
    const std::string head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
    const auto event = [](const std::string& data) { return chunk("data: " + data + "\n\n"); };
    const std::string begin = head + event(delta("The", false)) + event(delta(" sky", false));
    const std::string end = "0\r\n\r\n";

    OAIWIRE_RULE("a stream cut at any byte keeps what arrived and reports the fault",
                 "client.hpp; RFC 9112, 8") {
        const auto s = whole_answer();
        for (const char* fault : {"close", "reset"}) {
            const bool was_reset = std::string_view(fault) == "reset";
            for (std::size_t i = 0; i <= s.bytes.size(); ++i) {
                OAIWIRE_NOTE(fault << " after " << i << " of " << s.bytes.size());
                const auto id = server().add(script()
                                                 .send(std::string_view(s.bytes).substr(0, i))
                                                 .pause_us(was_reset ? 100 : 0)
                                                 .line(fault));
                const auto a = call(make, id);
                OAIWIRE_NOTE(a.ending << ", " << a.chunks << ": " << a.text);
                const auto most = s.events[i] < 5 ? s.events[i] : 5;
                OAIWIRE_CHECK(a.chunks <= most);
                OAIWIRE_CHECK((was_reset || a.chunks >= (s.whole[i] < 5 ? s.whole[i] : 5)));
                OAIWIRE_CHECK(a.text == said(a.chunks));
                OAIWIRE_CHECK(a.kept == a.text);
                OAIWIRE_CHECK(server().seen(id).requests == 1);
                OAIWIRE_CHECK(a.ms < 1500);
                const bool lost =
                    a.ending == "truncated closed_early" ||
                    (a.ending == "truncated receive_failed" && (was_reset || i < s.head_end));
                // [DONE] ends a stream, whatever happens to the bytes after it
                const bool complete = a.ending == "complete ok" && a.chunks == 5;
                OAIWIRE_CHECK((s.events[i] < 6                 ? lost
                               : s.whole[i] == 6 && !was_reset ? complete
                                                               : lost || complete));
            }
        }
    }
    OAIWIRE_RULE("a stream that falls silent ends at its timeout and keeps what arrived",
                 "http/message.hpp: timeouts") {
        auto a = call(make, server().add(script().send(begin).stall()));
        OAIWIRE_CHECK(a.ending == "truncated idle_timeout");
        OAIWIRE_CHECK(a.kept == "The sky");
        OAIWIRE_CHECK(a.ms < 1500);
        a = call(make, server().add(script().stall()));
        OAIWIRE_CHECK(a.ending == "truncated first_byte_timeout");
        OAIWIRE_CHECK(a.ms < 1500);
    }
    OAIWIRE_RULE("repeated events are delivered, and events after the end are not", "client.hpp") {
        const auto twice = begin + event(delta(" sky", false)) + event(delta(".", true));
        auto a = call(make, server().add(script().send(twice + event("[DONE]") + end)));
        OAIWIRE_CHECK(a.ending == "complete ok");
        OAIWIRE_CHECK(a.text == "The sky sky.");
        a = call(make, server().add(script().send(twice + event("[DONE]") +
                                                  event(delta("more", false)) + end)));
        OAIWIRE_CHECK(a.ending == "complete ok");
        OAIWIRE_CHECK(a.text == "The sky sky.");
    }
    OAIWIRE_RULE("a stream that ends properly in HTTP only is not complete",
                 "body/stream_end.hpp") {
        OAIWIRE_CHECK(call(make, server().add(script().send(begin + end))).ending ==
                      "truncated truncated_stream");
        const auto a =
            call(make, server().add(script().send(begin + event(delta(".", true)) + end)));
        OAIWIRE_CHECK(a.ending == "finished ok");
        OAIWIRE_CHECK(a.kept == "The sky.");
        OAIWIRE_CHECK(call(make, server().add(script().send(head + end))).ending ==
                      "empty empty_response");
    }
    OAIWIRE_RULE("responses that are not streams are distinguished", "body/answer_head.hpp") {
        const auto answered = [&](std::string_view status, std::string_view fields,
                                  std::string_view body) {
            const auto id = server().add(script().send(
                "HTTP/1.1 " + std::string(status) + " Words\r\n" + std::string(fields) +
                "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + std::string(body)));
            const auto a = call(make, id);
            OAIWIRE_CHECK(a.text == "");
            return a.ending;
        };
        OAIWIRE_CHECK(answered("200", "Content-Type: text/html\r\n", "<html>no</html>") ==
                      "malformed unexpected_content_type");
        for (const char* coding : {"gzip", "br", "deflate", "zstd", "gzip, br"}) {
            const std::string fields = "Content-Encoding: " + std::string(coding) + "\r\n";
            OAIWIRE_CHECK(answered("200", "Content-Type: text/event-stream\r\n" + fields,
                                   "\x1f\x8b not really") ==
                          "malformed unexpected_content_encoding");
            OAIWIRE_CHECK(answered("429", fields + "x-should-retry: false\r\n",
                                   "\x1f\x8b not really") == "api_error api_error");
        }
        OAIWIRE_CHECK(answered("307", "Location: /elsewhere\r\n", "") == "api_error api_error");
        OAIWIRE_CHECK(answered("404", "Content-Type: application/json\r\n",
                               R"({"error":{"message":"no such model"}})") ==
                      "api_error api_error");
        if (claims.limits) {
            OAIWIRE_CHECK(answered("200", "X: " + std::string(100'000, 'v') + "\r\n", "") ==
                          "truncated limit_exceeded");
        }
    }
    OAIWIRE_RULE("an unreadable payload ends the stream after the preceding chunks",
                 "body/stream_end.hpp") {
        const auto a =
            call(make, server().add(script().send(begin + event(R"({"choices":[{"index":0,"del)") +
                                                  event(delta(" is", false)) + end)));
        OAIWIRE_NOTE(a.ending);
        OAIWIRE_CHECK(a.kept.starts_with("The sky"));
        OAIWIRE_CHECK(a.ending != "complete ok");
        OAIWIRE_CHECK(a.ending != "finished ok");
    }
}

}  // namespace detail

// Examines a client over the transports that `make` creates, in each form of a streamed call.
template <class Make>
report examine_streams(Make make, const options& o = {}) {
    using transport = decltype(make(std::string{}));
    report all;
    all.run("stream by callback", o, detail::subject{{}, o.claims}, {[=](const detail::subject& s) {
                auto own = make;
                detail::streams(own, s.claims, detail::by_callback{});
            }});
    if constexpr (http::pull_transport<transport>) {
        all.run("stream as a range", o, detail::subject{{}, o.claims},
                {[=](const detail::subject& s) {
                    auto own = make;
                    detail::streams(own, s.claims, detail::by_range{});
                }});
    }
    return all;
}

}  // namespace oaiwire::conformance
