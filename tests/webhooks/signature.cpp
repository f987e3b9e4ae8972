#include <oaiwire/webhooks/signature.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <oracle/hmac_sha256.hpp>
#include <support/random.hpp>

namespace signature_tests {

using namespace oaiwire;

namespace {

// A delivery, as tests change it.
struct delivery {
    std::string id;
    std::string timestamp;
    std::string signature;
    std::string body;

    webhook_signature said() const { return {id, timestamp, signature}; }
};

errc check(const delivery& d, const std::vector<secret>& secrets, std::int64_t now_s,
           webhook_options options = {}) {
    oracle::slow_hmac crypto;
    const auto done = detail::check_webhook(detail::hmac_function_of<oracle::slow_hmac>, &crypto,
                                            secrets, d.said(), d.body, now_s, options);
    return done ? errc::ok : done.error().code;
}

const secret whole("whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c=");

// From the tests of OpenAI's SDKs.
const delivery known{"wh_685c059ae39c8190af8c71ed1022a24d", "1750861210",
                     "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=",
                     R"({"id": "evt_685c059ae3a481909bdc86819b066fb6", "object": "event", )"
                     R"("created_at": 1750861210, "type": "response.completed", )"
                     R"("data": {"id": "resp_123"}})"};
constexpr std::int64_t then = 1750861210;

}  // namespace

TEST_CASE("a signature of OpenAI's SDKs is valid, and made again") {
    CHECK(check(known, {whole}, then) == errc::ok);
    CHECK(sign_webhook(oracle::slow_hmac{}, whole, known.id, then, known.body).value() ==
          known.signature);
    // without the padding of its secret
    CHECK(check(known, {secret("whsec_RdvaYFYUXuIFuEbvZHwMfYFhUf7aMYjYcmM24+Aj40c")}, then) ==
          errc::ok);
}

TEST_CASE("what is signed is valid, and invalid once any byte of it differs") {
    support::random random(1);
    for (int i = 0; i != 200; ++i) {
        std::string key(1 + random.below(80), '\0');
        for (char& c : key) c = static_cast<char>(random.bits());
        if (key.starts_with("whsec_")) continue;
        delivery d{"msg_" + std::to_string(i), std::to_string(then), "", ""};
        d.body.resize(random.below(200));
        for (char& c : d.body) c = static_cast<char>(random.bits());
        d.signature = sign_webhook(oracle::slow_hmac{}, secret(key), d.id, then, d.body).value();
        CHECK(check(d, {secret(key)}, then) == errc::ok);
        const auto changed = [&](std::string delivery::*text) {
            delivery other = d;
            std::string& in = other.*text;
            if (in.empty()) return errc::invalid_signature;
            char& c = in[random.below(in.size())];
            c = static_cast<char>(c ^ 1);
            return check(other, {secret(key)}, then);
        };
        CHECK(changed(&delivery::id) == errc::invalid_signature);
        CHECK(changed(&delivery::timestamp) == errc::invalid_signature);
        CHECK(changed(&delivery::signature) == errc::invalid_signature);
        CHECK(changed(&delivery::body) == errc::invalid_signature);
        key.back() = static_cast<char>(key.back() ^ 1);
        CHECK(check(d, {secret(key)}, then) == errc::invalid_signature);
    }
}

TEST_CASE("every single bit of a signature counts") {
    const std::string text = known.signature.substr(3);
    hmac_digest digest{};
    REQUIRE(decode_base64(text, digest));
    for (std::size_t bit = 0; bit != 8 * digest.size(); ++bit) {
        hmac_digest other = digest;
        other[bit / 8] = static_cast<std::uint8_t>(other[bit / 8] ^ 1 << bit % 8);
        delivery d = known;
        d.signature = "v1," + to_base64(other);
        CHECK(check(d, {whole}, then) == errc::invalid_signature);
    }
}

TEST_CASE("one of several signatures by one of several secrets is enough") {
    const secret other("other");
    const std::string by_other =
        sign_webhook(oracle::slow_hmac{}, other, known.id, then, known.body).value();
    delivery d = known;
    d.signature = "v1a,AAAA v1,AAAA  " + by_other + " " + known.signature;
    CHECK(check(d, {whole}, then) == errc::ok);
    CHECK(check(d, {other}, then) == errc::ok);
    CHECK(check(d, {secret("third"), other}, then) == errc::ok);
    CHECK(check(d, {secret("third"), secret("fourth")}, then) == errc::invalid_signature);
    // without a version, as the SDKs accept it
    d.signature = known.signature.substr(3);
    CHECK(check(d, {whole}, then) == errc::ok);
    for (const std::string_view wrong :
         {"", " ", "v1,", "v2,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=",
          "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKB", "v1,gUAg 4R2h",
          "v1,gUAg4R2hWouRZqRQG4uJypNS8YK885G838+EHb4nKBY=AAAA"}) {
        d.signature = wrong;
        CAPTURE(wrong);
        CHECK(check(d, {whole}, then) == errc::invalid_signature);
    }
}

TEST_CASE("a delivery is valid up to the tolerance, before and after the clock") {
    CHECK(check(known, {whole}, then + 300) == errc::ok);
    CHECK(check(known, {whole}, then + 301) == errc::stale_signature);
    CHECK(check(known, {whole}, then - 300) == errc::ok);
    CHECK(check(known, {whole}, then - 301) == errc::stale_signature);
    CHECK(check(known, {whole}, then + 10, {.tolerance_s = 9}) == errc::stale_signature);
    CHECK(check(known, {whole}, then, {.tolerance_s = 0}) == errc::ok);
    CHECK(check(known, {whole}, then, {.tolerance_s = -1}) == errc::stale_signature);
    constexpr auto least = std::numeric_limits<std::int64_t>::min();
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    CHECK(check(known, {whole}, least) == errc::stale_signature);
    CHECK(check(known, {whole}, most) == errc::stale_signature);
    CHECK(check(known, {whole}, 0, {.tolerance_s = most}) == errc::ok);
    // an attacker does not learn whether a time is too old
    delivery forged = known;
    forged.body.push_back(' ');
    CHECK(check(forged, {whole}, then + 301) == errc::invalid_signature);
}

TEST_CASE("a timestamp is digits alone, and an id is not empty") {
    const auto signed_as = [](std::string id, std::string timestamp) {
        const std::string text = id + "." + timestamp + ".{}";
        const auto digest = oracle::hmac_sha256("k", text);
        return check({std::move(id), std::move(timestamp), "v1," + to_base64(digest), "{}"},
                     {secret("k")}, then);
    };
    CHECK(signed_as("a", std::to_string(then)) == errc::ok);
    CHECK(signed_as("", std::to_string(then)) == errc::invalid_signature);
    for (const char* wrong : {"", "-1", "1750861210.5", "1750861210 ", "+1750861210", "now",
                              "9999999999999999", "18446744075460412826"}) {
        CHECK(signed_as("a", wrong) == errc::invalid_signature);
    }
    CHECK(signed_as("a", "999999999999999") == errc::stale_signature);
}

TEST_CASE("a secret that is not one is the receiver's mistake") {
    for (const char* wrong : {"", "whsec_", "whsec_===", "whsec_a*b=", "whsec_A"}) {
        CAPTURE(wrong);
        CHECK(check(known, {secret(wrong)}, then) == errc::invalid_key);
        const auto made = sign_webhook(oracle::slow_hmac{}, secret(wrong), "a", 1, "");
        REQUIRE_FALSE(made);
        CHECK(made.error().code == errc::invalid_key);
    }
    CHECK(check(known, {}, then) == errc::invalid_key);
    // also beside a valid one
    CHECK(check(known, {whole, secret("")}, then) == errc::invalid_key);
}

TEST_CASE("the failure of a cryptographic library is its error") {
    struct broken {
        result<void> hmac_sha256(std::string_view, hmac_text, hmac_digest&) {
            return make_error(errc::confidential_crypto_failed);
        }
    };
    broken crypto;
    const std::vector<secret> secrets{whole};
    const auto done = detail::check_webhook(detail::hmac_function_of<broken>, &crypto, secrets,
                                            known.said(), known.body, then, {});
    REQUIRE_FALSE(done);
    CHECK(done.error().code == errc::confidential_crypto_failed);
    CHECK_FALSE(sign_webhook(broken{}, whole, "a", 1, ""));
}

TEST_CASE("what a delivery says is in three fields, each of them once") {
    const http::header_list all{{"Content-Type", "application/json"},
                                {"Webhook-Id", "a"},
                                {"WEBHOOK-TIMESTAMP", "1"},
                                {"webhook-signature", "v1,b"}};
    const auto said = webhook_signature_of(all);
    REQUIRE(said);
    CHECK(said->id == "a");
    CHECK(said->timestamp == "1");
    CHECK(said->signature == "v1,b");
    for (const char* name : {"webhook-id", "webhook-timestamp", "webhook-signature"}) {
        CAPTURE(name);
        http::header_list fields = all;
        fields.remove(name);
        CHECK_FALSE(webhook_signature_of(fields));
        fields.add(name, "");
        CHECK_FALSE(webhook_signature_of(fields));
        fields.set(name, "x");
        CHECK(webhook_signature_of(fields));
        fields.add(name, "y");
        const auto refused = webhook_signature_of(fields);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == errc::invalid_signature);
        CHECK(refused.error().message == std::string(name) + " is repeated");
    }
}

}  // namespace signature_tests
