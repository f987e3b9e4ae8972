#include <oaiwire/confidential/opener.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <confidential/node.hpp>
#include <oaiwire/json/write.hpp>
#include <support/hex.hpp>

namespace opener_tests {

using namespace oaiwire;
using confidential::opener;
using support::from_hex;
namespace known = support::known;

namespace {

opener<botan_crypto> known_opener(bool streamed,
                                  std::shared_ptr<confidential::opening_statistics> statistics =
                                      std::make_shared<confidential::opening_statistics>(),
                                  const limits& bounds = {}) {
    confidential::secret_bytes<32> key;
    const auto bytes = from_hex(known::key);
    std::copy(bytes.begin(), bytes.end(), key.room().begin());
    return {botan_crypto{}, confidential::session(key, {}), streamed, std::move(statistics),
            bounds};
}

std::string sealed(std::string_view text, std::uint8_t nonce = 1) {
    const auto json = json::write(
        support::sealed_with(from_hex(known::key), std::vector<std::uint8_t>(12, nonce), text));
    REQUIRE(json);
    return *json;
}
std::string event(std::string_view text) {
    return "data: " + sealed(text) + "\n\n";
}

// The output for `bytes`, fed in pieces.
std::string opened(opener<botan_crypto>& from, std::string_view bytes, std::size_t piece) {
    std::string out;
    const auto drain = [&] {
        for (;;) {
            const std::string_view some = from.next();
            if (some.empty()) return;
            out += some;
        }
    };
    while (!bytes.empty() && !from.failed()) {
        const auto some = bytes.substr(0, piece);
        bytes.remove_prefix(some.size());
        from.feed(some);
        drain();
    }
    from.finish();
    drain();
    return out;
}

}  // namespace

TEST_CASE("each event of a stream is decrypted, for every split") {
    const std::string bytes = ": hello\n\n" + event("{\"a\":1}") + event("{\n\"b\":\r\n2}") +
                              "data: [DONE]\n\n" + event("{\"late\":1}");
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        const auto statistics = std::make_shared<confidential::opening_statistics>();
        auto from = known_opener(true, statistics);
        CHECK(opened(from, bytes, piece) ==
              "data: {\"a\":1}\n\ndata: {\ndata: \"b\":\ndata: 2}\n\n");
        CHECK(!from.failed());
        CHECK(statistics->opened == 2);
        CHECK(statistics->reused == 1);
    }
}

TEST_CASE("a plain response is decrypted once it is complete") {
    const std::string bytes = "\n " + sealed("{\"a\":1}") + "\n";
    for (std::size_t piece = 1; piece <= bytes.size(); ++piece) {
        auto from = known_opener(false);
        CHECK(opened(from, bytes, piece) == "{\"a\":1}");
        CHECK(!from.failed());
    }
}

TEST_CASE("unencrypted content yields nothing, or an error") {
    auto nothing = known_opener(false);
    CHECK(opened(nothing, "", 1).empty());
    CHECK(!nothing.failed());
    for (const std::string_view text : {"{}", "[]", "7", "{\"choices\":[]}", "<html>", "[DONE]"}) {
        auto from = known_opener(false);
        CHECK(opened(from, text, 64).empty());
        CAPTURE(text);
        CHECK(from.failed());
        if (text[0] == '{') CHECK(from.failure().code == errc::unrecognised_payload);
    }
    auto error_in_clear = known_opener(false);
    CHECK(opened(error_in_clear, R"({"error":{"message":"no","code":"C"}})", 64).empty());
    CHECK(error_in_clear.failure().code == errc::api_error);
    CHECK(error_in_clear.failure().message == "no");
    auto silent = known_opener(true);
    CHECK(opened(silent, ": nothing\n\n", 64).empty());
    CHECK(!silent.failed());
    auto page = known_opener(true);
    CHECK(opened(page, "<html>", 64).empty());
    CHECK(page.failed());
}

TEST_CASE("an error in a stream is passed on as an error and nothing else") {
    auto from = known_opener(true);
    const std::string clear = R"({"error":{"message":"no"},"choices":[{"delta":{"content":"x"}}]})";
    CHECK(opened(from, event("{}") + "data: " + clear + "\n\n" + event("{}"), 64) ==
          "data: {}\n\nevent: error\ndata: " + clear + "\n\n");
    CHECK(!from.failed());
}

TEST_CASE("nothing is returned after an event that does not decrypt") {
    auto from = known_opener(true);
    std::string wrong = event("{\"b\":2}");
    std::swap(wrong[30], wrong[31]);
    CHECK(opened(from, event("{\"a\":1}") + wrong + event("{\"c\":3}"), 4096) ==
          "data: {\"a\":1}\n\n");
    CHECK(from.failure().code == errc::confidential_tag_mismatch);
}

TEST_CASE("fed bytes are not accessed after a message that does not decrypt") {
    auto from = known_opener(true);
    std::string wrong = event("{\"b\":2}");
    std::swap(wrong[30], wrong[31]);
    {
        // freed, so that a sanitizer detects an access
        const auto lent = std::make_unique<std::string>(wrong + event("{\"c\":3}"));
        from.feed(*lent);
        CHECK(from.next().empty());
        CHECK(from.failed());
    }
    from.feed(event("{\"d\":4}"));
    CHECK(from.next().empty());
    from.finish();
    CHECK(from.next().empty());
    CHECK(from.failure().code == errc::confidential_tag_mismatch);
}

TEST_CASE("encrypted input is limited in size") {
    limits small;
    small.body = 64;
    auto from = known_opener(false, std::make_shared<confidential::opening_statistics>(), small);
    CHECK(opened(from, sealed("{}"), 7).empty());
    CHECK(from.failure().code == errc::limit_exceeded);
    small.event = 64;
    auto events = known_opener(true, std::make_shared<confidential::opening_statistics>(), small);
    CHECK(opened(events, event("{}"), 7).empty());
    CHECK(events.failure().code == errc::limit_exceeded);
}

TEST_CASE("views stay valid when an opener is moved") {
    auto from = known_opener(true);
    const std::string bytes = event("{}");
    from.feed(bytes);
    const std::string_view lent = from.next();
    const auto moved = std::move(from);
    CHECK(lent == "data: {}\n\n");
}

}  // namespace opener_tests
