#include <oaiwire/sse/encoder.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/sse/decoder.hpp>
#include <support/catch.hpp>

namespace encoder_tests {

using namespace oaiwire;

namespace {

std::string with_lf(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i != text.size(); ++i) {
        if (text[i] != '\r') {
            out += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            out += '\n';
        }
    }
    return out;
}

struct generator {
    std::uint64_t state;
    std::size_t below(std::size_t n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::size_t>(state >> 33) % n;
    }
    std::string text(std::string_view alphabet) {
        std::string out(below(8), ' ');
        for (char& c : out) c = alphabet[below(alphabet.size())];
        return out;
    }
};

}  // namespace

TEST_CASE("events, comments and retry times are encoded as readers expect") {
    std::string out = "kept";
    sse::encoder to(out);
    REQUIRE(to.event({.data = "{\"a\":1}"}));
    REQUIRE(to.event({.data = "x\ny\r\nz\r", .event = "error", .id = "7"}));
    REQUIRE(to.event({.id = ""}));
    REQUIRE(to.comment(" ping"));
    REQUIRE(to.comment("a\rb"));
    REQUIRE(to.retry(0));
    REQUIRE(to.retry(std::numeric_limits<std::uint64_t>::max()));
    CHECK(out ==
          "keptdata: {\"a\":1}\n\n"
          "event: error\nid: 7\ndata: x\ndata: y\ndata: z\ndata: \n\n"
          "id: \ndata: \n\n"
          ": ping\n\n"
          ":a\n:b\n\n"
          "retry: 0\n\n"
          "retry: 18446744073709551615\n\n");
}

TEST_CASE(
    "text that would break framing is rejected, not quoted in the error, and nothing is written") {
    const auto refused = [](const sse::outgoing_event& e) {
        std::string out = "before";
        const auto r = sse::encoder(out).event(e);
        return !r && r.error().code == errc::invalid_argument && out == "before" &&
               to_string(r.error()).find("SECRET") == std::string::npos;
    };
    CHECK(refused({.data = "x", .event = "SECRET\n"}));
    CHECK(refused({.data = "x", .event = "\rSECRET"}));
    CHECK(refused({.data = "x", .id = "SECRET\n"}));
    CHECK(refused({.data = "x", .id = "SECRET\rx"}));
    CHECK(refused({.data = "x", .event = "ok", .id = std::string_view("SECRET\0", 7)}));
    CHECK_FALSE(refused({.data = std::string_view("\0\r\n", 3),
                         .event = std::string_view("\0", 1),
                         .id = std::string_view("ok")}));
}

TEST_CASE("encoded events decode to the same, except that CR in data becomes LF") {
    generator random{20240607};
    std::string out;
    sse::decoder reader({}, {.retries = true, .comments = true, .unknown_fields = true});
    std::string last_id;
    std::size_t refusals = 0;
    for (int i = 0; i != 20000; ++i) {
        out.clear();
        sse::encoder to(out);
        const std::string_view any("a: \r\n\0\xef\xbb\xbf\xff{\"", 12);
        const std::string data = random.text(any);
        const std::string type = random.text(std::string_view("ab: \0\xff", 6));
        const std::string id = random.text(std::string_view("ab: \t\xc3\xa9", 7));
        const bool with_id = random.below(2) == 0;
        std::string comment = random.text(any);
        const std::uint64_t retry = random.below(1000000);
        const bool written = to.comment(comment) && to.retry(retry);
        if (!written ||
            !to.event(
                {.data = data, .event = type, .id = with_id ? std::optional(id) : std::nullopt})) {
            ++refusals;
            continue;
        }
        if (with_id) last_id = id;

        reader.feed(out);
        INFO(out);
        std::string comments;
        const sse::item* got = reader.next();
        for (; got && got->kind == sse::item_kind::comment; got = reader.next()) {
            comments.append(got->data).push_back('\n');
        }
        CHECK(comments == with_lf(comment) + '\n');
        REQUIRE(got);
        CHECK(got->kind == sse::item_kind::retry);
        CHECK(got->retry == retry);
        got = reader.next();
        REQUIRE(got);
        CHECK(got->kind == sse::item_kind::message);
        CHECK(got->data == with_lf(data));
        CHECK(got->event == type);
        CHECK(got->id == last_id);
        REQUIRE_FALSE(reader.next());
        REQUIRE(reader.peek().event_limit != 0);
        REQUIRE(reader.peek().event_read == 0);
    }
    CHECK(refusals == 0);
}

}  // namespace encoder_tests
