// websocket: what a connection reads depends on the bytes, not on how they are split, and equals
// what the reference reads; what one end sends, the other receives; a handshake that a server
// accepts is one that the client accepts. Input: a seed (what is tested, limits, splits) and the
// bytes.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/http/request_decoder.hpp>
#include <oaiwire/websocket/connection.hpp>
#include <oracle/websocket.hpp>
#include <support/websocket_runs.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using namespace support::websockets;
using fuzz::must;

struct outcome {
    websocket_reading reading{};
    errc code = errc::ok;
    std::size_t at = 0;
    std::string answer{};  // what the connection sent
    int status = 0;
    std::string refusal{};
    bool open = false;
    friend bool operator==(const outcome&, const outcome&) = default;
};

outcome read_in(connection c, std::string_view bytes, const fuzz::cutting& cuts, bool ends) {
    std::vector<websocket_event> events;
    fuzz::each_piece(bytes, cuts, [&](std::string_view piece) {
        c.feed(piece);
        while (const auto* e = c.next()) events.push_back(as_reference(*e));
        must(!c.ended() || !c.open(), "what has ended is not open");
    });
    if (ends) c.finish();
    must(!ends || c.ended(), "nothing follows the end");
    outcome out;
    out.reading = reading_of(c, std::move(events));
    out.code = c.error().code;
    out.at = c.error().offset;
    out.answer = take(c);
    out.status = c.head() ? c.head()->status : 0;
    out.refusal = c.refusal();
    out.open = c.open();
    return out;
}

// Frames that a peer sends.
void frames(fuzz::seeded& random, bool to_server) {
    const std::size_t most = random.below(2) == 0 ? random.below(60) : std::size_t{1} << 20;
    const auto fresh = [&] {
        websocket::options bounds;
        bounds.message_limit = most;
        auto asked = request();
        asked.message_limit = most;
        return to_server ? server(bounds) : client(asked);
    };
    const auto expected = oracle::read_websocket(random.text, to_server, most);
    const outcome whole = read_in(fresh(), random.text, {}, false);
    must(whole.reading == expected, "frames are read as the reference reads them");
    for (const auto& e : whole.reading.events)
        must(e.data.size() <= most || most < 126, "the limit");
    const auto sent = oracle::read_websocket(whole.answer, !to_server, 200);
    const bool failed = whole.reading.outcome != websocket_reading::verdict::more;
    must(sent.outcome ==
             (failed ? websocket_reading::verdict::closed : websocket_reading::verdict::more),
         "an end of reading is told with a close");
    for (const auto& cuts : fuzz::cuttings(random, random.text.size())) {
        must(read_in(fresh(), random.text, cuts, false) == whole, "every split reads the same");
    }
}

// A server's answer to the handshake; "$A" stands for the key that it must accept.
void answer(fuzz::seeded& random) {
    auto asked = request();
    asked.subprotocols = {"a", "b"};
    if (random.below(2) == 0) {
        asked.limits.head = random.below(300);
        asked.limits.headers = random.below(8);
        asked.limits.error_body = random.below(40);
    }
    const auto fresh = [&] {
        auto c = connection::connect(asked, numbers());
        must(c.has_value(), "a valid request is sent");
        return std::move(*c);
    };
    connection first = fresh();
    const auto head = received(take(first));
    std::string text(random.text);
    if (const auto at = text.find("$A"); at != text.npos) {
        text.replace(at, 2, websocket::accept_of(head.headers.value("Sec-WebSocket-Key")));
    }
    const bool ends = random.below(2) == 0;
    const outcome whole = read_in(fresh(), text, {}, ends);
    must(!whole.open || whole.status == 101, "an open connection was agreed on");
    must(whole.refusal.size() <= asked.limits.error_body, "the limit of a refusal");
    for (const auto& cuts : fuzz::cuttings(random, text.size())) {
        must(read_in(fresh(), text, cuts, ends) == whole, "every split reads the same");
    }
}

// A request that asks for WebSocket.
void upgrade(fuzz::seeded& random) {
    http::request_decoder decoder;
    decoder.feed(random.text);
    static_cast<void>(decoder.next());
    if (!decoder.head()) return;
    const auto agreed = websocket::read_upgrade(*decoder.head());
    must(agreed.status == 101 || !agreed.message.empty(), "a refusal says why");
    const std::string chosen = agreed.subprotocols.empty() ? "" : agreed.subprotocols.front();
    auto made = connection::accept(agreed, {}, chosen);
    must(made.has_value() == (agreed.status == 101), "what is not refused can be accepted");
    if (!made) return;
    const std::string bytes = take(*made);
    websocket::detail::answer_reader reader{limits{}};
    must(reader.feed(bytes) == bytes.size() && reader.done(), "an answer is read");
    http::duplex_request asked;
    asked.subprotocols = agreed.subprotocols;
    must(websocket::check_answer(reader.head(), asked,
                                 decoder.head()->headers.value("Sec-WebSocket-Key"))
             .has_value(),
         "the client accepts what its server agreed to");
}

// What one end sends: for each byte a message whose size it says, of the bytes behind it.
void round_trip(fuzz::seeded& random) {
    connection a = random.below(2) == 0 ? client() : server();
    const bool from_client = a.head() != nullptr;
    std::vector<websocket_event> due;
    std::string_view rest = random.text;
    while (!rest.empty()) {
        const std::size_t size = static_cast<unsigned char>(rest[0]) * (1 + random.below(4));
        const std::string data(rest.substr(1, size));
        rest.remove_prefix(std::min(rest.size(), 1 + size));
        switch (random.below(3)) {
            case 0:
                if (a.send(message_kind::binary, data)) due.push_back({'b', data});
                break;
            case 1:
                if (a.send(message_kind::text, data)) {
                    due.push_back({'t', data});
                } else {
                    must(!is_utf8(data), "text is sent unless it is not UTF-8");
                }
                break;
            default:
                if (a.ping(data)) due.push_back({'p', data});
        }
    }
    must(a.close(4000, "end").has_value(), "an open connection can be closed");
    due.push_back({'c', "end", 4000});
    const std::string bytes = take(a);
    for (const auto& cuts : fuzz::cuttings(random, bytes.size())) {
        connection again = from_client ? server() : client();
        std::vector<websocket_event> events;
        fuzz::each_piece(bytes, cuts, [&](std::string_view piece) {
            again.feed(piece);
            while (const auto* e = again.next()) events.push_back(as_reference(*e));
        });
        must(events == due, "what one end sends, the other receives");
        must(again.ended() && again.error().code == errc::ok, "a close ends it");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::seeded random(fuzz::text_of(data, size));
    switch (random.below(5)) {
        case 0:
            frames(random, false);
            break;
        case 1:
            frames(random, true);
            break;
        case 2:
            answer(random);
            break;
        case 3:
            upgrade(random);
            break;
        default:
            round_trip(random);
    }
    return 0;
}
