// The kinds of cases of the Autobahn test suite (framing, pings, reserved bits, opcodes, fragments,
// UTF-8, closing, limits), for both ends and at every cut.
#include <oaiwire/websocket/connection_reading.hpp>
//
#include <support/catch.hpp>
#include <support/cuttings.hpp>
#include <support/random.hpp>
#include <support/websocket_runs.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace connection_reading_tests {

using namespace oaiwire;
using namespace support::websockets;
using verdict = websocket_reading::verdict;

namespace {

constexpr std::size_t limit = 300;  // bytes of a message

// `masked`: a server reads it.
connection reader(bool masked, std::size_t message_limit) {
    if (masked) {
        websocket::options bounds;
        bounds.message_limit = message_limit;
        return server(bounds);
    }
    auto r = request();
    r.message_limit = message_limit;
    return client(r);
}

struct run {
    websocket_reading reading{};
    std::string answer{};  // what the reader sent
    friend bool operator==(const run&, const run&) = default;
};

run read_in(std::string_view bytes, bool masked, const support::cutting& cuts,
            std::size_t message_limit = limit) {
    connection c = reader(masked, message_limit);
    run out;
    auto events = feed_all(c, bytes, cuts);
    out.reading = reading_of(c, std::move(events));
    out.answer = take(c);
    return out;
}

// Reads the bytes whole, at every cut in two, and byte by byte: as the reference does.
run every_cut(std::string_view bytes, bool masked, std::size_t message_limit = limit) {
    run whole = read_in(bytes, masked, {}, message_limit);
    const auto reference = oracle::read_websocket(bytes, masked, message_limit);
    CAPTURE(masked, bytes.size(), whole.reading.at, reference.at);
    CHECK(whole.reading.outcome == reference.outcome);
    CHECK(whole.reading.events == reference.events);
    CHECK(whole.reading == reference);
    support::cutting bytewise;
    for (std::size_t at = 1; at < bytes.size(); ++at) {
        bytewise.push_back(at);
        if (read_in(bytes, masked, {at}, message_limit) == whole) continue;
        FAIL("a cut at " << at << " matters");
    }
    CHECK(read_in(bytes, masked, bytewise, message_limit) == whole);
    return whole;
}

// Both ends read the frames; the same comes of them, but for the offset.
websocket_reading both(const std::vector<frame>& frames, std::size_t message_limit = limit) {
    const run at_client = every_cut(bytes_of(frames, false), false, message_limit);
    const run at_server = every_cut(bytes_of(frames, true), true, message_limit);
    CHECK(at_client.reading.events == at_server.reading.events);
    CHECK(at_client.reading.outcome == at_server.reading.outcome);
    return at_client.reading;
}

// The frames fail: `before` events come, and the peer is told the code.
void fails(const std::vector<frame>& frames, verdict how, int code, std::size_t before = 0) {
    for (const bool masked : {false, true}) {
        const run r = every_cut(bytes_of(frames, masked), masked);
        CHECK(r.reading.outcome == how);
        CHECK(r.reading.events.size() == before);
        // an end's last frame is its close
        const auto sent = oracle::read_websocket(r.answer, !masked, limit).events;
        REQUIRE_FALSE(sent.empty());
        CHECK(sent.back() == websocket_event{'c', "", code});
    }
}

// Frames with the length of a large payload, without the payload.
const std::string some(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i != size; ++i) out.push_back(static_cast<char>('a' + i % 26));
    return out;
}

}  // namespace

TEST_CASE("messages of every form of length are read, text and binary") {
    for (const std::size_t size : {0U, 1U, 2U, 125U, 126U, 127U, 128U, 300U}) {
        const auto read = both({text(some(size)), binary(some(size))});
        CHECK(read.events == std::vector<websocket_event>{{'t', some(size)}, {'b', some(size)}});
        CHECK(read.outcome == verdict::more);
    }
    for (const std::size_t size : {65535U, 65536U, 1U << 20}) {
        for (const bool masked : {false, true}) {
            const std::string bytes = text(some(size)).bytes(masked) + binary("x").bytes(masked);
            const std::size_t most = std::size_t{1} << 20;
            const run whole = read_in(bytes, masked, {}, most);
            CHECK(whole.reading.events ==
                  std::vector<websocket_event>{{'t', some(size)}, {'b', "x"}});
            for (std::size_t at = 1; at < 20; ++at) {
                CHECK(read_in(bytes, masked, {at}, most) == whole);
                CHECK(read_in(bytes, masked, {at, bytes.size() - at}, most) == whole);
            }
            support::cutting pieces;
            for (std::size_t at = 997; at < bytes.size(); at += 997) pieces.push_back(at);
            CHECK(read_in(bytes, masked, pieces, most) == whole);
        }
    }
}

TEST_CASE("pings and pongs are told, and pings answered with their payload") {
    for (const std::string& payload :
         {std::string(), std::string("hi"), some(125), std::string("\x00\xff\xfe\x80", 4)}) {
        for (const bool masked : {false, true}) {
            const run r = every_cut(bytes_of({ping(payload), pong(payload)}, masked), masked);
            CHECK(r.reading.events == std::vector<websocket_event>{{'p', payload}, {'o', payload}});
            CHECK(oracle::read_websocket(r.answer, !masked, limit).events ==
                  std::vector<websocket_event>{{'o', payload}});
        }
    }
    std::vector<frame> ten;
    for (int i = 0; i != 10; ++i) ten.push_back(ping(std::to_string(i)));
    const run r = every_cut(bytes_of(ten, true), true);
    CHECK(oracle::read_websocket(r.answer, false, limit).events.size() == 10);
}

TEST_CASE("a control frame that is too long or fragmented is refused") {
    for (const unsigned op : {8U, 9U, 10U}) {
        fails({text("a"), {op, some(126)}}, verdict::framing, 1002, 1);
        fails({{op, "x", false}}, verdict::framing, 1002);
        fails({{op, some(125), true, 0, 2}}, verdict::framing, 1002);
        fails({{op, "", true, 0, 8}}, verdict::framing, 1002);
    }
}

TEST_CASE("reserved bits are refused, in any frame") {
    for (unsigned bits = 1; bits != 8; ++bits) {
        for (const unsigned op : {1U, 2U, 8U, 9U, 10U}) {
            fails({text("a"), {op, "", true, bits}}, verdict::framing, 1002, 1);
        }
        fails({text("a", false), {0, "b", true, bits}}, verdict::framing, 1002);
    }
}

TEST_CASE("reserved opcodes are refused, at once and after a message") {
    for (const unsigned op : {3U, 4U, 5U, 6U, 7U, 11U, 12U, 13U, 14U, 15U}) {
        for (const std::string& payload : {std::string(), some(3)}) {
            fails({{op, payload}}, verdict::framing, 1002);
            fails({text("a"), {op, payload}, ping("")}, verdict::framing, 1002, 1);
        }
    }
}

TEST_CASE("a length that is not written in the fewest bytes, or is above 2^63-1, is refused") {
    fails({{1, some(125), true, 0, 2}}, verdict::framing, 1002);
    fails({{1, some(125), true, 0, 8}}, verdict::framing, 1002);
    fails({{2, some(200), true, 0, 8}}, verdict::framing, 1002);
    fails({{2, "", true, 0, 8, 65535}}, verdict::framing, 1002);
    fails({{2, "", true, 0, 8, std::uint64_t{1} << 63}}, verdict::framing, 1002);
    fails({{2, "", true, 0, 8, ~std::uint64_t{0}}}, verdict::framing, 1002);
}

TEST_CASE("a frame that is masked by a server, or not by a client, is refused") {
    for (const bool masked : {false, true}) {
        const run r = every_cut(text("a").bytes(masked) + text("b").bytes(!masked), masked);
        CHECK(r.reading.outcome == verdict::framing);
        CHECK(r.reading.at == text("a").bytes(masked).size() + 1);
        CHECK(r.reading.events.size() == 1);
    }
}

TEST_CASE("fragments are joined, with control frames between them") {
    CHECK(both({text("frag", false), more("ment")}).events ==
          std::vector<websocket_event>{{'t', "fragment"}});
    CHECK(both({binary("a", false), ping("p"), more("b", false), pong("q"), more("c")}).events ==
          std::vector<websocket_event>{{'p', "p"}, {'o', "q"}, {'b', "abc"}});
    CHECK(both({text("", false), more("", false), more("")}).events ==
          std::vector<websocket_event>{{'t', ""}});
    CHECK(both({text("", false), more("middle", false), more("")}).events ==
          std::vector<websocket_event>{{'t', "middle"}});
    CHECK(both({text("a", false), more("b"), text("c", false), ping(""), more("d")}).events ==
          std::vector<websocket_event>{{'t', "ab"}, {'p', ""}, {'t', "cd"}});
}

TEST_CASE("a fragment without a message, or a message within another, is refused") {
    fails({more("x")}, verdict::framing, 1002);
    fails({more("x", false)}, verdict::framing, 1002);
    fails({text("a"), more("x")}, verdict::framing, 1002, 1);
    fails({text("a", false), more("b"), more("c", false)}, verdict::framing, 1002, 1);
    fails({text("a", false), text("b")}, verdict::framing, 1002);
    fails({text("a", false), binary("b", false)}, verdict::framing, 1002);
    fails({text("a", false), ping("p"), text("b")}, verdict::framing, 1002, 1);
}

TEST_CASE("text is valid UTF-8 over all its fragments, at every cut") {
    const std::string greek = "\xce\xba\xe1\xbd\xb9\xcf\x83\xce\xbc\xce\xb5";
    for (const std::string& valid :
         {greek,
          std::string("Hello-\xc2\xb5@\xc3\x9f\xc3\xb6\xc3\xa4\xc3\xbc\xc3\xa0\xc3\xa1-UTF-8!!"),
          std::string("\0", 1), std::string("\x7f"), std::string("\xc2\x80"),
          std::string("\xdf\xbf"), std::string("\xe0\xa0\x80"), std::string("\xef\xbf\xbf"),
          std::string("\xed\x9f\xbf"), std::string("\xee\x80\x80"), std::string("\xef\xbf\xbd"),
          std::string("\xf0\x90\x80\x80"), std::string("\xf4\x8f\xbf\xbf"),
          std::string("\xef\xbf\xbe"), std::string("\xf3\xbf\xbf\xbf")}) {
        CHECK(both({text(valid)}).events == std::vector<websocket_event>{{'t', valid}});
        for (std::size_t at = 0; at <= valid.size(); ++at) {
            const std::vector<frame> split{text(valid.substr(0, at), false), ping("between"),
                                           more(valid.substr(at))};
            CHECK(both(split).events ==
                  std::vector<websocket_event>{{'p', "between"}, {'t', valid}});
        }
    }
}

TEST_CASE("invalid UTF-8 fails at its first wrong byte, before the message ends") {
    for (const std::string& wrong :
         {std::string("\x80"), std::string("\xbf"), std::string("\xc0\xaf"),
          std::string("\xc1\xbf"), std::string("\xe0\x80\xaf"), std::string("\xf0\x80\x80\xaf"),
          std::string("\xed\xa0\x80"), std::string("\xed\xbf\xbf"), std::string("\xf4\x90\x80\x80"),
          std::string("\xf5"), std::string("\xf8\x88\x80\x80\x80"), std::string("\xfe"),
          std::string("\xff"), std::string("\xce\xce"), std::string("\xe1\xbd\xe1"),
          std::string("\xf0\x9f\x98z")}) {
        fails({text("fine " + wrong + " more")}, verdict::text, 1007);
        fails({text("a"), text("fine ", false), more(wrong, false)}, verdict::text, 1007, 1);
        for (std::size_t at = 1; at < wrong.size(); ++at) {
            fails({text(wrong.substr(0, at), false), more(wrong.substr(at), false)}, verdict::text,
                  1007);
        }
        CHECK(both({binary(wrong)}).events == std::vector<websocket_event>{{'b', wrong}});
    }
    // the rest of the message never comes
    frame endless = text("valid \xff");
    endless.length = 200;
    fails({endless}, verdict::text, 1007);
}

TEST_CASE("a message that ends within a character fails") {
    for (const std::string& open :
         {std::string("\xce"), std::string("\xe1\xbd"), std::string("\xf0\x9f\x98")}) {
        fails({text("a" + open)}, verdict::text, 1007);
        fails({text(open, false), more("")}, verdict::text, 1007);
        fails({text("b", false), more(open)}, verdict::text, 1007);
    }
}

TEST_CASE("a close is told with its code and reason, and answered with its code") {
    const auto closed_by = [](const frame& f, int code, const std::string& reason) {
        for (const bool masked : {false, true}) {
            const std::string bytes = bytes_of({text("a"), f, text("after"), ping("")}, masked);
            const run r = every_cut(bytes, masked);
            CHECK(r.reading.outcome == verdict::closed);
            CHECK(r.reading.events ==
                  std::vector<websocket_event>{{'t', "a"}, {'c', reason, code}});
            const websocket_event echo{'c', "", code};
            CHECK(oracle::read_websocket(r.answer, !masked, limit).events ==
                  std::vector<websocket_event>{echo});
            connection c = reader(masked, limit);
            feed_all(c, bytes);
            CHECK(c.closed() == http::close_status{static_cast<std::uint16_t>(code), reason});
            CHECK(c.error().code == errc::ok);
            CHECK_FALSE(c.open());
        }
    };
    closed_by(closing(-1), 1005, "");
    closed_by(closing(1000), 1000, "");
    closed_by(closing(1000, "bye"), 1000, "bye");
    closed_by(closing(1000, some(123)), 1000, some(123));
    closed_by(closing(1001, "\xe2\x82\xac"), 1001, "\xe2\x82\xac");
    for (const int code :
         {1002, 1003, 1007, 1008, 1009, 1010, 1011, 1012, 1013, 1014, 3000, 3999, 4000, 4999}) {
        closed_by(closing(code), code, "");
    }
}

TEST_CASE("a close that is malformed is refused") {
    fails({{8, "\x03"}}, verdict::framing, 1002);
    fails({closing(1000, some(124))}, verdict::framing, 1002);
    for (const int code :
         {0, 1, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999, 5000, 65535}) {
        fails({closing(code)}, verdict::framing, 1002);
        fails({text("a"), closing(code, "why")}, verdict::framing, 1002, 1);
    }
    fails({closing(1000, "\xce\xba\xed\xa0\x80")}, verdict::text, 1007);
    fails({closing(1000, "\xce")}, verdict::text, 1007);
}

TEST_CASE("a message is refused at the header by which it exceeds its limit, at every limit") {
    for (std::size_t most = 0; most != 8; ++most) {
        CHECK(both({text(some(most)), binary(some(most))}, most).events.size() == 2);
        CHECK(both({text(some(most + 1))}, most).outcome == verdict::limit);
        CHECK(both({text(some(most), false), more("x")}, most).outcome == verdict::limit);
        CHECK(both({text(some(most), false), more("")}, most).events.size() == 1);
    }
    fails({text(some(limit + 1))}, verdict::limit, 1009);
    frame huge = binary("");
    huge.length = (std::uint64_t{1} << 63) - 1;
    fails({huge}, verdict::limit, 1009);
    fails({binary("x", false), {0, "", true, 0, -1, (std::uint64_t{1} << 63) - 1}}, verdict::limit,
          1009);
}

TEST_CASE("a connection that is lost without a close is an error, and what came before is read") {
    for (const bool masked : {false, true}) {
        const std::string bytes = bytes_of({text("a"), ping("b"), text("c", false)}, masked);
        for (std::size_t size = 0; size <= bytes.size(); ++size) {
            connection c = reader(masked, limit);
            const support::block piece(std::string_view(bytes).substr(0, size));
            c.feed(piece.view());
            c.finish();
            std::vector<websocket_event> events;
            while (const auto* e = c.next()) events.push_back(as_reference(*e));
            CHECK(events == oracle::read_websocket(piece.view(), masked, limit).events);
            CHECK(c.ended());
            CHECK(c.error().code == errc::closed_early);
            CHECK(c.closed().code == websocket::close_code::lost);
        }
    }
}

TEST_CASE("random frames are read as the reference reads them, however they are cut") {
    support::random random(1);
    const std::string bytes("az\x7f\x80\xbf\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\xff");
    for (int round = 0; round != 3000; ++round) {
        const bool masked = random.one_in(2);
        const std::size_t most = random.below(40);
        std::vector<frame> frames;
        bool open = false;
        for (std::size_t n = 1 + random.below(6); n != 0; --n) {
            frame f;
            const unsigned ops[] = {0, 1, 2, 8, 9, 10};
            f.op =
                random.one_in(20) ? static_cast<unsigned>(random.below(16)) : ops[random.below(6)];
            if (f.op < 3 && !random.one_in(10))
                f.op = open ? 0 : 1 + static_cast<unsigned>(random.below(2));
            if (f.op == 8 && !random.one_in(4)) f.op = 9;
            f.fin = f.op >= 8 ? !random.one_in(30) : !random.one_in(3);
            if (f.op < 3) open = !f.fin;
            const std::string good = "Z\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80";
            for (std::size_t i = random.below(12); i != 0; --i) {
                f.payload += random.one_in(3) ? good : std::string(1, random.byte_of("abc"));
                if (random.one_in(15)) f.payload.push_back(random.byte_of(bytes));
            }
            if (f.op == 8)
                f.payload = closing(static_cast<int>(990 + random.below(30)), f.payload).payload;
            if (random.one_in(30)) f.reserved = static_cast<unsigned>(random.below(8));
            if (random.one_in(30)) f.wide = 2;
            frames.push_back(f);
        }
        std::string in = bytes_of(frames, masked);
        if (random.one_in(4))
            in[random.below(in.size())] ^= static_cast<char>(1 << random.below(8));
        const run whole = read_in(in, masked, {}, most);
        CAPTURE(round, masked, most);
        REQUIRE(whole.reading == oracle::read_websocket(in, masked, most));
        for (int i = 0; i != 4; ++i) {
            support::cutting cuts;
            for (std::size_t at = random.below(9); at < in.size(); at += random.below(9)) {
                cuts.push_back(at);
            }
            REQUIRE(read_in(in, masked, cuts, most) == whole);
        }
    }
}

}  // namespace connection_reading_tests
