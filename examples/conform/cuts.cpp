// Checks of clients that leave, read slowly or come together.
#include <chrono>
#include <thread>

#include "context.hpp"
#include "events.hpp"

namespace conform {

namespace {

question stream_question(context& in) {
    return {"POST", "/chat/completions", in.chat(R"(,"stream":true)")};
}

bool streams(context& in, judge& to) {
    if (!answered(to, in.streamed())) return false;
    if (!stream_text(in.streamed().body).is_events) to.skip("the answer is not an event stream");
    return to.open();
}

void lives(context& in, judge& to, std::string_view after) {
    if (in.died()) {
        finding f;
        f.message = "the server no longer answers after " + std::string(after);
        to.deviates(std::move(f));
    }
}

// Sends the bytes and leaves after the first bytes of the answer, several times.
void leave(context& in, judge& to, const std::string& bytes, bool wait, std::string_view after) {
    for (int i = 0; i != 5; ++i) {
        std::string why;
        const auto connection = in.connect(why);
        if (!connection) return to.fail(why);
        static_cast<void>(connection->send(bytes, in.within().timeout_ms));
        std::string some;
        if (wait) static_cast<void>(connection->receive(some, 64, in.within().timeout_ms));
    }
    lives(in, to, after);
}

void in_stream(context& in, judge& to) {
    if (streams(in, to))
        leave(in, to, in.bytes_of(stream_question(in)), true, "a client left a stream");
}
void before_answer(context& in, judge& to) {
    if (answered(to, in.plain())) {
        leave(in, to, in.bytes_of({"POST", "/chat/completions", in.chat()}), false,
              "a client left before its answer");
    }
}
void in_body(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    std::string bytes = in.bytes_of({"POST", "/chat/completions", in.chat()});
    bytes.resize(bytes.size() - 20);
    leave(in, to, bytes, false, "a client left within its request");
}
void in_head(context& in, judge& to) {
    leave(in, to, "POST /v1/chat/comp", false, "a client left within the head of its request");
}

void silent(context& in, judge& to) {
    std::string why;
    const auto one = in.connect(why);
    const auto other = in.connect(why);
    if (!one || !other) return to.fail(why);
    static_cast<void>(other->send("GET ", in.within().timeout_ms));
    lives(in, to, "two clients connected and said nothing");
}

void slow_reader(context& in, judge& to) {
    if (!streams(in, to)) return;
    std::string why;
    const auto connection = in.connect(why);
    if (!connection) return to.fail(why);
    static_cast<void>(connection->send(in.bytes_of(stream_question(in)), in.within().timeout_ms));
    bounds slow = in.within();
    slow.slow_bytes = 512;
    slow.slow_ms = 1;
    answer a;
    a.asked = "POST /chat/completions, read slowly";
    receive_answer(*connection, a, false, slow);
    const answer& kept = in.keep(std::move(a));
    if (!kept.usable()) return to.fail(describe(kept));
    const stream_text all(kept.body);
    const stream_text usual(in.streamed().body);
    if (kept.end != answer_end::whole && in.streamed().end == answer_end::whole) {
        to.deviates(found(kept, "the stream is cut for a slow reader"));
    } else if (usual.done.empty() != all.done.empty()) {
        to.deviates(found(kept, "a slow reader does not get the end of the stream"));
    }
}

void slow_writer(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const std::string bytes = in.bytes_of({"POST", "/chat/completions", in.chat()});
    std::string why;
    const auto connection = in.connect(why);
    if (!connection) return to.fail(why);
    const std::size_t cuts[] = {1,
                                7,
                                bytes.find("\r\n") + 1,
                                bytes.find("\r\n\r\n") + 2,
                                bytes.find("\r\n\r\n") + 5,
                                bytes.size() - 3,
                                bytes.size()};
    std::size_t sent = 0;
    for (const std::size_t cut : cuts) {
        static_cast<void>(connection->send(bytes.substr(sent, cut - sent), in.within().timeout_ms));
        sent = cut;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    answer a;
    a.asked = "POST /chat/completions, sent in pieces";
    receive_answer(*connection, a, false, in.within());
    accepted(to, in.keep(std::move(a)), "a request in pieces");
}

void together(context& in, judge& to) {
    if (!streams(in, to)) return;
    constexpr std::size_t count = 6;
    std::unique_ptr<connection> open[count];
    const std::string bytes = in.bytes_of(stream_question(in));
    for (auto& one : open) {
        std::string why;
        one = in.connect(why);
        if (!one) return to.fail(why);
        static_cast<void>(one->send(bytes, in.within().timeout_ms));
    }
    const stream_text usual(in.streamed().body);
    for (auto& one : open) {
        answer a;
        a.asked = "POST /chat/completions, one of six streams";
        receive_answer(*one, a, false, in.within());
        const answer& kept = in.keep(std::move(a));
        if (kept.usable() && kept.status == 429) return to.skip("refused: " + refusal(kept));
        if (!kept.usable() || kept.status != 200) {
            to.deviates(found(kept, "one of six streams at once: " + describe(kept)));
            continue;
        }
        const stream_text all(kept.body);
        if (all.done.empty() != usual.done.empty() || all.chunks.empty()) {
            to.deviates(found(kept, "one of six streams at once has no end"));
            continue;
        }
        std::string ids;
        for (const chunk& c : all.chunks) {
            const std::string id = c.json["id"].string();
            const bool first =
                usual.chunks.front().json["id"].text() != usual.chunks.back().json["id"].text();
            if (!ids.empty() && !first && !id.empty() && id != ids) {
                to.deviates(found_at(kept, c.json["id"], "two streams are mixed"));
                break;
            }
            ids = id;
        }
    }
}

constexpr std::string_view living = "a server serves others when a client leaves";

constexpr check table[] = {
    {"cut.stream", "the server lives on when a client leaves a stream", living, "", in_stream},
    {"cut.answer", "when one leaves before its answer", living, "", before_answer},
    {"cut.body", "when one leaves within the body of its request", living, "", in_body},
    {"cut.head", "when one leaves within its head", living, "", in_head},
    {"cut.silent", "when one says nothing", living, "", silent},
    {"cut.slow_reader", "a slow reader gets the whole stream", "RFC 9293, 3.8: flow control", "",
     slow_reader},
    {"cut.slow_writer", "a request may come in pieces", "RFC 9112, 2.2", "16", slow_writer},
    {"cut.together", "six streams at once are whole and not mixed", "OpenAI: streaming", "",
     together},
};

}  // namespace

std::span<const check> cut_checks() {
    return table;
}

}  // namespace conform
