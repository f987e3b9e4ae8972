// The playground's decoder, natively: the same at every cut, and every offset is that of the bytes.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/text/view.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/random.hpp>

#include "../../examples/playground/capture.hpp"

namespace playground_tests {

namespace {

using playground::capture;
using playground::cutting;
using playground::kind;

std::string chunk(std::string_view text, std::string_view finish = "null") {
    return std::string("data: {\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"")
        .append(text)
        .append("\"},\"finish_reason\":")
        .append(finish)
        .append("}]}");
}

std::string chat_stream() {
    return ": hello\n\n" + chunk("A\xC3\xA4") + "\n\n" + chunk(" b") + "\r\n\r\nretry: 5\n\n" +
           chunk("c", "\"stop\"") + "\n\ndata: [DONE]\n\n";
}

std::string response_stream() {
    return "event: response.output_text.delta\ndata: {\"type\":\"response.output_text.delta\","
           "\"output_index\":0,\"content_index\":0,\"delta\":\"Hi\"}\n\n"
           "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\",\"status\":"
           "\"completed\",\"output\":[]}}\n\n";
}

// In HTTP chunks of `size` bytes, behind a head.
std::string in_chunks(std::string_view body, std::size_t size) {
    std::string out = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    constexpr std::string_view digits = "0123456789abcdef";
    while (!body.empty()) {
        const std::string_view piece = body.substr(0, size);
        out.push_back(digits[piece.size() / 16]);
        out.push_back(digits[piece.size() % 16]);
        out.append("\r\n").append(piece).append("\r\n");
        body.remove_prefix(piece.size());
    }
    return out + "0\r\n\r\n";
}

std::vector<std::string> inputs() {
    return {
        chat_stream(),
        response_stream(),
        in_chunks(chat_stream(), 7),
        // several texts in an event, invalid UTF-8, halves of a character, no end
        chunk("\xFF\\ud83d") + chunk("\\ude00").substr(5) + "\n" + chunk("x") + "\n\ndata: {\"a\":",
        "{\"choices\":[{\"message\":{\"content\":\"whole\"},\"finish_reason\":\"stop\"}]}",
        "HTTP/1.1 200 OK\nContent-Length: 9\n\ndata: [DO",
        "data: {\"error\":{\"message\":\"no\",\"code\":\"c\"}}\n\ndata: [DONE]\n\n",
        "data: \"a\" \"b\"\n\ndata: {\"x\":1}\n\n<html>",
        "<html>oh</html>",
        "",
    };
}

// As `curl --trace` writes a piece that was received.
std::string traced(std::string_view time, std::string_view title, std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string out(time);
    out.append(" <= ").append(title).append(", ").append(std::to_string(bytes.size()));
    out.append(" bytes (0x0)\n");
    for (std::size_t i = 0; i < bytes.size(); i += 16) {
        out.append("0000: ");
        for (const char c : bytes.substr(i, 16)) {
            const auto byte = static_cast<unsigned char>(c);
            out.push_back(digits[byte / 16]);
            out.push_back(digits[byte % 16]);
            out.push_back(' ');
        }
        out.append("ab cd ef\n");  // text, which may look like more of the bytes
    }
    return out;
}

void check_bounds(const capture& c) {
    const std::size_t size = c.bytes().size();
    const auto within = [&](std::size_t offset, std::size_t n) {
        CHECK(offset <= size);
        CHECK(n <= size - offset);
    };
    for (const auto& n : c.facts().notes) within(n.offset, n.size);
    for (const auto& n : playground::explain(c.bytes()).notes) within(n.offset, n.size);
    for (const auto& g : c.facts().groups) within(g.offset, g.size);
    for (const auto& e : c.events(0, SIZE_MAX)) within(e.offset, e.size);
    CHECK(c.ranges().size() == 2 * c.facts().events);
    CHECK(oaiwire::json_view::checked(playground::detail::json_of(c.facts())).is_object());
    CHECK(oaiwire::json_view::checked(playground::detail::json_of(c.events(0, 99))).is_array());
    for (const std::size_t at : {std::size_t{0}, size / 2, size, SIZE_MAX}) {
        for (const auto how : {cutting::whole, cutting::two, cutting::every, cutting::ends}) {
            const auto out = c.decode(how, at);
            if (out.error && out.error->offset) within(*out.error->offset, 0);
            CHECK(oaiwire::json_view::checked(playground::detail::json_of(out)).is_object());
        }
    }
}

}  // namespace

TEST_CASE("the playground decodes an input alike for every cut") {
    for (const auto& bytes : inputs()) {
        const capture c(bytes, kind::automatic);
        const auto whole = c.decode(cutting::whole, 0);
        const auto same = [&](const playground::outcome& other) {
            CHECK(other.end == whole.end);
            CHECK(other.chunks == whole.chunks);
            CHECK(other.response == whole.response);
            CHECK(other.error.has_value() == whole.error.has_value());
            if (other.error && whole.error) CHECK(other.error->offset == whole.error->offset);
        };
        for (std::size_t at = 0; at <= c.bytes().size(); ++at) {
            same(c.decode(cutting::two, at));
            same(c.decode(cutting::every, at + 1));
        }
    }
}

TEST_CASE("a connection that ends at the playground's cut has delivered the events before it") {
    const capture c(chat_stream(), kind::automatic);
    const auto events = c.events(0, 100);
    for (std::size_t at = 0; at <= c.bytes().size(); ++at) {
        std::size_t chunks = 0;
        bool done = false;
        for (const auto& e : events) {
            const std::string_view bytes = std::string_view(c.bytes()).substr(e.offset, e.size);
            if (at <= e.offset + bytes.find_last_not_of("\r\n")) continue;
            chunks += e.chunks;
            done = done || e.sort == "done";
        }
        const auto out = c.decode(cutting::ends, at);
        CHECK(out.chunks == chunks);
        CHECK((out.end == "complete") == done);
    }
}

TEST_CASE("every byte of a body has its place in the playground's input") {
    for (const std::size_t size : std::vector<std::size_t>{1, 2, 16, 255}) {
        const auto in = playground::read_input(in_chunks(chat_stream(), size));
        REQUIRE(in.body == chat_stream());
        CHECK(in.whole);
        for (std::size_t i = 0; i != in.body.size(); ++i) {
            CHECK(in.bytes[in.place(i)] == in.body[i]);
            CHECK(in.place_of_end(i + 1) == in.place(i) + 1);
        }
    }
}

TEST_CASE("the playground's events have the bytes that they were read from") {
    const capture c(chat_stream(), kind::automatic);
    const auto events = c.events(0, 100);
    REQUIRE(events.size() == 6);
    CHECK(c.facts().events == 6);
    std::vector<std::string> sorts;
    for (const auto& e : events) {
        sorts.push_back(e.sort);
        const std::string_view bytes = std::string_view(c.bytes()).substr(e.offset, e.size);
        if (e.sort == "chunk" || e.sort == "done") {
            CHECK(bytes.starts_with("data: " + e.data));
            CHECK(bytes.ends_with('\n'));
        }
    }
    CHECK(sorts == std::vector<std::string>{"comment", "chunk", "chunk", "retry", "chunk", "done"});
    CHECK(events[1].text == "A\xC3\xA4");
    CHECK(events[1].json.size() == 1);
    // pages are parts of the whole
    for (std::size_t first = 0; first != 8; ++first) {
        const auto page = c.events(first, 2);
        REQUIRE(page.size() == (first < 5 ? 2 : first == 5 ? 1 : 0));
        for (std::size_t i = 0; i != page.size(); ++i) {
            CHECK(page[i].offset == events[first + i].offset);
            CHECK(page[i].json == events[first + i].json);
        }
    }
}

TEST_CASE("the playground's errors have the byte of the input where they are") {
    const std::string stream = chunk("a") + "\n\ndata: {\"choices\":[}]}\n\n";
    for (const std::string& bytes : {stream, in_chunks(stream, 9)}) {
        const capture c(bytes, kind::chat);
        const auto out = c.decode(cutting::whole, 0);
        REQUIRE(out.error);
        CHECK(out.end == "malformed");
        REQUIRE(out.error->offset);
        CHECK(c.bytes()[*out.error->offset] == '}');
        CHECK(c.bytes()[*out.error->offset - 1] == '[');
    }
    // a chunk whose size is no number
    std::string bytes = in_chunks(chat_stream(), 7);
    const std::size_t size = bytes.find("\r\n07\r\n", 60) + 2;
    bytes[size] = 'x';
    const capture c(bytes, kind::automatic);
    const auto out = c.decode(cutting::whole, 0);
    REQUIRE(out.error);
    CHECK(out.error->code == "invalid_framing");
    CHECK(out.error->offset == size);
}

TEST_CASE("the playground reads a trace of curl, with its times") {
    const std::string head = "HTTP/1.1 200 OK\r\n\r\n";
    const std::string first = chunk("a") + "\n\n";
    const std::string second = chunk("b", "\"stop\"") + "\n\n";
    const std::string trace = "23:59:59.900000 == Info: Connected\n" +
                              traced("23:59:59.900000", "Recv header", head) +
                              "23:59:59.910000 => Send data, 3 bytes (0x3)\n0000: 61 62 63 abc\n" +
                              traced("23:59:59.950000", "Recv data", first) +
                              traced("00:00:00.100500", "Recv data", second);
    const capture c(trace, kind::automatic);
    CHECK(c.facts().form == "curl trace");
    CHECK(c.facts().remark.empty());
    CHECK(c.bytes() == head + first + second);
    const auto events = c.events(0, 10);
    REQUIRE(events.size() == 2);
    CHECK(std::abs(events[0].ms - 50) < 0.001);
    CHECK(std::abs(events[1].ms - 200.5) < 0.001);
    CHECK(c.decode(cutting::recorded, 0).reads == 2);
    CHECK(c.decode(cutting::recorded, 0).response == c.decode(cutting::whole, 0).response);
    // without bytes, as --trace-ascii writes
    const capture lost("<= Recv data, 4 bytes (0x4)\n0000: data: 1\n", kind::automatic);
    CHECK_FALSE(lost.facts().remark.empty());
}

TEST_CASE("the playground reads the first exchange of a cassette") {
    const std::string cassette =
        "{\"oaiwire_cassette\":1,\"made_by\":\"test\"}\n"
        "{\"exchange\":4,\"ms\":0,\"request\":{\"method\":\"POST\",\"url\":\"u\"}}\n"
        "{\"exchange\":4,\"ms\":7,\"head\":{\"status\":200,\"fields\":[]}}\n"
        "{\"exchange\":5,\"ms\":8,\"body\":{\"text\":\"other\"}}\n"
        "{\"exchange\":4,\"ms\":12,\"body\":{\"text\":\"data: [DO\"}}\n"
        "not JSON\n"
        "{\"exchange\":4,\"ms\":15,\"body\":{\"base64\":\"TkVdCgo=\"}}\n"
        "{\"exchange\":4,\"ms\":16,\"end\":{\"kind\":\"complete\"}}\n";
    const capture c(cassette, kind::automatic);
    CHECK(c.facts().form == "cassette");
    CHECK(c.facts().status == 200);
    CHECK_FALSE(c.facts().remark.empty());
    CHECK(c.bytes() == "data: [DONE]\n\n");
    const auto events = c.events(0, 10);
    REQUIRE(events.size() == 1);
    CHECK(std::abs(events[0].ms - 15) < 0.001);
    CHECK(c.decode(cutting::recorded, 0).reads == 2);
    const capture failed(cassette.substr(0, cassette.find("200")) + "500}}", kind::automatic);
    CHECK(failed.decode(cutting::whole, 0).end == "api_error");
}

TEST_CASE("the playground sees what kind of response an input is") {
    const auto kind_of = [](std::string_view bytes) {
        return capture(bytes, kind::automatic).facts().kind;
    };
    CHECK(kind_of(chat_stream()) == "chat");
    CHECK(kind_of(in_chunks(response_stream(), 30)) == "responses");
    CHECK(kind_of("data: {\"object\":\"text_completion\",\"choices\":[{\"text\":\"a\"}]}\n\n") ==
          "completions");
    CHECK(kind_of("data: {\"type\":\"image_generation.completed\",\"b64_json\":\"aa\"}\n\n") ==
          "images");
    CHECK(kind_of("data: {\"type\":\"speech.audio.delta\",\"audio\":\"aa\"}\n\n") == "speech");
    CHECK(kind_of("data: {\"type\":\"transcript.text.delta\",\"delta\":\"a\"}\n\n") ==
          "transcription");
    CHECK(kind_of("{\"text\":\"a\"}") == "transcription");
    CHECK(kind_of("[[[") == "chat");
    CHECK(capture("{\"error\":{\"message\":\"no\"}}", kind::error).decode(cutting::whole, 0).end ==
          "api_error");
    const capture limited(
        "HTTP/1.1 429 Too Many Requests\r\n\r\n{\"error\":{\"message\":\"slow\"}}",
        kind::automatic);
    const auto out = limited.decode(cutting::whole, 0);
    REQUIRE(out.error);
    CHECK(out.error->status == 429);
    CHECK(limited.facts().kind == "error");
    CHECK(out.error->message == "slow");
}

TEST_CASE("the playground reads every case of a stream alike for every cut, within its bytes") {
    const auto rows = support::cases("stream_cases.jsonl");
    REQUIRE(rows.size() > 30);
    for (const auto& row : rows) {
        const std::string body = support::unescaped(row.at("body_escaped").get<std::string>());
        INFO(row.at("name").get<std::string>());
        for (const std::string& bytes : {body, in_chunks(body, 29)}) {
            const capture c(bytes, kind::automatic);
            check_bounds(c);
            const auto whole = c.decode(cutting::whole, 0);
            CHECK(whole.chunks == c.facts().chunks);
            for (std::size_t at = 0; at <= c.bytes().size(); at += 1 + c.bytes().size() / 40) {
                const auto two = c.decode(cutting::two, at);
                CHECK(two.end == whole.end);
                CHECK(two.response == whole.response);
            }
        }
    }
}

TEST_CASE("the playground takes any bytes, and all that it says lies within them") {
    for (const auto& bytes : inputs()) {
        for (std::size_t n = 0; n <= bytes.size(); n += 1 + bytes.size() / 60) {
            check_bounds(capture(std::string_view(bytes).substr(0, n), kind::automatic));
        }
    }
    support::random random(19);
    for (int round = 0; round != 150; ++round) {
        std::string bytes = inputs()[random.below(inputs().size())];
        for (int i = 0; i != 8 && !bytes.empty(); ++i) {
            bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
        }
        const auto k = static_cast<kind>(random.below(8));
        check_bounds(capture(bytes, k));
    }
}

}  // namespace playground_tests
