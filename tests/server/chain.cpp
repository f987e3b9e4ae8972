// The chain client - gateway - server, with faults at every byte: each token arrives once, and the
// client learns how it ended.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/chat.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/server/chat_stream_writer.hpp>
#include <oaiwire/server/pass_through.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/server/server_connection.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/stream_decoder.hpp>
#include <support/catch.hpp>
#include <support/random.hpp>

namespace chain_tests {

using namespace oaiwire;

namespace {

constexpr int tokens = 6;

// The event stream of a server that says so many tokens.
std::string served() {
    responder out;
    chat_stream_writer writer(
        out, {.id = "chatcmpl-1", .model = "upstream-model", .created = 1, .include_usage = true});
    REQUIRE(writer.role());
    for (int i = 0; i != tokens; ++i) REQUIRE(writer.text("t" + std::to_string(i) + " "));
    REQUIRE(writer.finish("stop"));
    const Usage usage{.prompt_tokens = 2, .completion_tokens = tokens, .total_tokens = 8};
    REQUIRE(writer.done(&usage));
    return std::string(out.unsent());
}

// What the client's SDK sees.
struct seen {
    std::string text{};
    std::string model{};
    stream_end end{};
};

enum class fault { none, closed, reset, slow };

using connection = server_connection<ChatCompletionRequest>;

// The client's side of a connection to the gateway: takes bytes in random pieces.
class client {
public:
    explicit client(std::uint64_t seed) : random_(seed) {}

    static std::string request() {
        const std::string body =
            R"({"model":"m","messages":[{"role":"user","content":"x"}],"stream":true})";
        return "POST /v1/chat/completions HTTP/1.1\r\nHost: g\r\nContent-Type: application/json\r\n"
               "Content-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    }
    // Takes some of what the gateway has; all of it if `all`.
    void take(connection& from, bool all) {
        for (std::string_view bytes; !(bytes = from.unsent()).empty();) {
            const std::size_t n = all ? bytes.size() : 1 + random_.below(bytes.size());
            read(bytes.substr(0, n));
            from.sent(n, 0);
            if (!all && random_.below(3) == 0) return;
        }
    }
    seen finish() {
        decoder_.finish();
        drain();
        out_.end = decoder_.end_reason();
        return out_;
    }

private:
    void read(std::string_view bytes) {
        if (!in_body_) {
            head_.append(bytes);
            const std::size_t end = head_.find("\r\n\r\n");
            if (end == head_.npos) return;
            REQUIRE(head_.starts_with("HTTP/1.1 200 "));
            in_body_ = true;
            const std::string rest = head_.substr(end + 4);
            return read_body(rest);
        }
        read_body(bytes);
    }
    void read_body(std::string_view bytes) {
        framing_.feed(bytes);
        for (std::string_view piece; !(piece = framing_.next()).empty();) {
            decoder_.feed(piece);
            drain();
        }
        CHECK_FALSE(framing_.failed());
    }
    void drain() {
        while (const ChatCompletionChunk* chunk = decoder_.next()) {
            out_.text += text(*chunk);
            if (chunk->model) out_.model = *chunk->model;
        }
    }

    support::random random_;
    std::string head_{};
    bool in_body_ = false;
    http::chunked_decoder framing_{};
    stream_decoder<ChatCompletionChunk> decoder_{};
    seen out_{};
};

// Passes the first `size` bytes of the stream on, and then the fault.
seen pass(const std::string& stream, std::size_t size, fault f, std::uint64_t seed) {
    support::random r(seed);
    connection server;
    client peer(seed);
    server.feed(client::request(), 0);
    REQUIRE(server.request() != nullptr);
    responder& answer = server.answer();
    REQUIRE(answer.begin_bytes("text/event-stream"));
    pass_through through(stream_kind_of<ChatCompletionChunk>(), {.model = "m"});
    const auto forward = [&] {
        through.send_all([&](std::string_view piece) { REQUIRE(answer.write(piece)); });
        peer.take(server, f != fault::slow);
    };
    for (std::size_t at = 0; at != size;) {
        const std::size_t n = std::min(size - at, 1 + r.below(200));
        const std::string piece = stream.substr(at, n);
        through.feed(piece);
        forward();
        at += n;
    }
    f == fault::reset ? through.fail(make_error(errc::closed_early)) : through.finish();
    forward();
    REQUIRE(answer.end());
    peer.take(server, true);
    return peer.finish();
}

}  // namespace

TEST_CASE("every token arrives once through a gateway, wherever the upstream breaks off") {
    const std::string stream = served();
    std::string all;
    for (int i = 0; i != tokens; ++i) all += "t" + std::to_string(i) + " ";
    for (const fault f : {fault::none, fault::slow}) {
        const seen whole = pass(stream, stream.size(), f, 1);
        CHECK(whole.text == all);
        CHECK(whole.model == "m");
        CHECK(name(whole.end) == "complete");
    }
    // [DONE] is whole without its blank line
    const std::size_t done = stream.find("[DONE]") + 6;
    for (std::size_t size = 0; size <= stream.size(); ++size) {
        for (const fault f : {fault::closed, fault::reset}) {
            const seen part = pass(stream, size, f, size);
            INFO("broken off after " << size << " bytes");
            // the tokens of the events that are whole, none twice
            stream_decoder<ChatCompletionChunk> direct;
            std::string expected;
            direct.feed(std::string_view(stream).substr(0, size));
            const auto drain = [&] {
                while (const auto* chunk = direct.next()) expected += text(*chunk);
            };
            drain();
            f == fault::reset ? direct.fail(make_error(errc::closed_early)) : direct.finish();
            drain();
            CHECK(part.text == expected);
            CHECK(all.starts_with(part.text));
            if (size >= done || direct.ok()) {
                CHECK(part.text == all);
                CHECK(part.end != stream_end::truncated);
            } else {
                CHECK(name(part.end) == "api_error");
            }
        }
    }
}

TEST_CASE("an error of the upstream reaches the client behind the tokens before it") {
    const std::string stream = served();
    const std::size_t third = stream.find("\n\n", stream.find("t2")) + 2;
    const std::string failed =
        stream.substr(0, third) +
        "event: error\ndata: {\"detail\":\"the model ran out of memory\"}\n\n" +
        stream.substr(third);
    for (std::uint64_t seed = 0; seed != 50; ++seed) {
        const seen got = pass(failed, failed.size(), fault::slow, seed);
        CHECK(got.text == "t0 t1 t2 ");
        CHECK(name(got.end) == "api_error");
    }
}

TEST_CASE("nothing behind a large event is lost while the client takes what it likes") {
    const std::string event =
        "data: {\"model\":\"u\",\"choices\":[{\"index\":0,\"delta\":"
        "{\"content\":\"";
    std::string stream;
    for (const std::size_t size : {1u, 9000u, 1u, 300u, 5000u, 2u, 3u}) {
        stream += event + std::string(size, 'x') + "\"}}]}\n\n";
    }
    stream += "data: [DONE]\n\n";
    for (const std::size_t piece : {std::size_t{7}, std::size_t{600}, stream.size()}) {
        for (const std::string_view model : {"", "u"}) {
            support::random r(piece);
            responder answer(responder_options{.unsent_limit = 256});
            REQUIRE(answer.begin_bytes("text/event-stream"));
            pass_through through(stream_kind_of<ChatCompletionChunk>(),
                                 {.model = std::string(model), .unsent_limit = 256});
            std::string got;
            const auto take = [&](std::size_t n) {
                n = std::min(n, answer.unsent().size());
                got += answer.unsent().substr(0, n);
                answer.sent(n);
            };
            const auto forward = [&] {
                for (std::string_view bytes;
                     !answer.full() && !(bytes = through.unsent()).empty();) {
                    REQUIRE(answer.write(bytes));
                    through.sent(bytes.size());
                }
                through.feed({});
                take(r.below(400));
            };
            for (std::size_t at = 0; at < stream.size();) {
                if (!through.full()) {
                    const std::string lent = stream.substr(at, piece);
                    at += lent.size();
                    through.feed(lent);
                    forward();
                }
                forward();
            }
            through.finish();
            while (through.unsent_size() != 0) forward();
            take(stream.size());
            CHECK(through.ok());
            CHECK(got == stream);
        }
    }
}

}  // namespace chain_tests
