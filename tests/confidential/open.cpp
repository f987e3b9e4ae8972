#include <oaiwire/confidential/open.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <confidential/node.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <support/hex.hpp>

namespace open_tests {

using namespace oaiwire;
using confidential::open_policy;
using confidential::session;
using support::from_base64;
using support::from_hex;
namespace known = support::known;

namespace {

session known_session(open_policy policy = {}) {
    confidential::secret_bytes<32> key;
    const auto bytes = from_hex(known::key);
    std::copy(bytes.begin(), bytes.end(), key.room().begin());
    return {key, support::array_of<12>(from_base64(known::nonce)), policy};
}

ConfidentialComputeResponse sealed(std::string_view text, std::uint8_t nonce) {
    return support::sealed_with(from_hex(known::key), std::vector<std::uint8_t>(12, nonce), text);
}

// The error of decryption. Checks that neither it nor the caller's string contains plaintext.
error failure(const ConfidentialComputeResponse& message, open_policy policy = {}) {
    auto opener = known_session(policy);
    std::string text = "what was there";
    botan_crypto crypto;
    auto done = opener.open_into(crypto, message, text);
    REQUIRE(!done);
    CHECK(text.empty());
    CHECK(opener.opened_count() == 0);
    CHECK(to_string(done.error()).find("chatcmpl") == std::string::npos);
    return done.error();
}

// The same for a message with one member changed.
template <class Member, class Value>
error failure_with(Member member, Value value) {
    auto message = known::response();
    message.*member = value;
    return failure(message);
}

using response = ConfidentialComputeResponse;

}  // namespace

TEST_CASE("the known answer is decrypted") {
    botan_crypto crypto;
    auto opener = known_session();
    const auto text = opener.open(crypto, known::response());
    REQUIRE(text);
    CHECK(text->value == known::response_plaintext);
    CHECK(text->checks ==
          confidential::opening_checks{.nonce_reused = false, .hash_checked = true});
    CHECK(opener.opened_count() == 1);
}

TEST_CASE("a decrypted message is read as its type") {
    botan_crypto crypto;
    const auto chat = known_session().open<ChatCompletion>(crypto, known::response());
    REQUIRE(chat);
    CHECK(chat->value.id == "chatcmpl-1");
    CHECK(chat->checks.hash_checked);
    const auto other = known_session().open<ChatCompletion>(crypto, sealed(R"({"choices":7)", 1));
    REQUIRE(!other);
    CHECK(other.error().kind() == error_kind::decode);
}

TEST_CASE("changing any bit of the ciphertext is detected") {
    const auto message = sealed(R"({"id":"chatcmpl-1"})", 1);
    const auto good = from_base64(message.ciphertext);
    for (std::size_t bit = 0; bit != good.size() * 8; ++bit) {
        auto altered = good;
        altered[bit / 8] = static_cast<std::uint8_t>(altered[bit / 8] ^ 1U << bit % 8);
        auto other = message;
        other.ciphertext = to_base64(altered);
        CHECK(failure(other).code == errc::confidential_tag_mismatch);
    }
    auto shorter = good;
    shorter.erase(shorter.begin());
    CHECK(failure_with(&response::ciphertext, to_base64(shorter)).code ==
          errc::confidential_tag_mismatch);
}

TEST_CASE("another nonce or another key does not decrypt") {
    const auto wrong = failure_with(&response::nonce, "0NHS09TV1tfY2dra");
    CHECK(wrong.code == errc::confidential_tag_mismatch);
    CHECK(wrong.path == "ciphertext");
    confidential::secret_bytes<32> key;
    key.room()[0] = 1;
    session other(key, {});
    botan_crypto crypto;
    const auto text = other.open(crypto, known::response());
    REQUIRE(!text);
    CHECK(text.error().code == errc::confidential_tag_mismatch);
}

TEST_CASE("a wrong plaintext hash is rejected although the tag is right") {
    const auto wrong = failure_with(&response::response_hash, support::hash_of("another"));
    CHECK(wrong.code == errc::confidential_hash_mismatch);
    CHECK(wrong.path == "response_hash");
    // the first half of BLAKE2b-512 is not BLAKE2b-256
    auto request = sealed(known::plaintext, 1);
    request.response_hash =
        to_base64(from_hex("769abad148ff9f6a502a3c3176801271d7a2fae4c6827b890d7f7c8bd35da94f"));
    CHECK(failure(request).code == errc::confidential_hash_mismatch);
}

TEST_CASE("the plaintext hash may be absent, unless it is required") {
    auto message = known::response();
    message.response_hash.reset();
    botan_crypto crypto;
    const auto text = known_session().open(crypto, message);
    REQUIRE(text);
    CHECK(!text->checks.hash_checked);
    const open_policy strict{.hash = confidential::hash_policy::required};
    CHECK(failure(message, strict).code == errc::confidential_hash_missing);
    CHECK(known_session(strict).open(crypto, known::response()));
}

TEST_CASE("a member of the wrong length is named") {
    const auto bytes = [](std::size_t n) { return to_base64(std::vector<std::uint8_t>(n, 1)); };
    for (const std::size_t size : {0U, 1U, 11U, 13U, 24U}) {
        const auto e = failure_with(&response::nonce, bytes(size));
        CHECK(e.code == errc::confidential_bad_length);
        CHECK(e.path == "nonce");
        CHECK(e.message == std::to_string(size) + " bytes where 12 are due");
    }
    for (const std::size_t size : {0U, 31U, 33U, 64U}) {
        const auto e = failure_with(&response::response_hash, bytes(size));
        CHECK(e.code == errc::confidential_bad_length);
        CHECK(e.path == "response_hash");
    }
    for (const std::size_t size : {0U, 1U, 15U}) {
        const auto e = failure_with(&response::ciphertext, bytes(size));
        CHECK(e.code == errc::confidential_bad_length);
        CHECK(e.path == "ciphertext");
    }
    CHECK(failure({}).path == "nonce");
}

TEST_CASE("a member that is not base64 is named") {
    const std::pair<std::string, std::string response::*> members[] = {
        {"nonce", &response::nonce}, {"ciphertext", &response::ciphertext}};
    for (const auto& [name, member] : members) {
        const std::string good = known::response().*member;
        for (const std::string& text :
             {good + "\n", " " + good, good.substr(1), "*" + good.substr(1), good + "===="}) {
            const auto e = failure_with(member, text);
            CAPTURE(name, text);
            CHECK(e.code == errc::invalid_base64);
            CHECK(e.path == name);
        }
    }
    const auto e =
        failure_with(&response::response_hash, "L0vDcyZPtyxeGLNNwLkcLHkPIzNkcvgvVUMwC7FyVWs");
    CHECK(e.code == errc::invalid_base64);
    CHECK(e.path == "response_hash");
    CHECK(e.offset == 43);
}

TEST_CASE("a repeated nonce is reported, and the message decrypted") {
    botan_crypto crypto;
    auto opener = known_session();
    const auto reused = [&](std::uint8_t nonce) {
        const auto text = opener.open(crypto, sealed("{}", nonce));
        REQUIRE(text);
        CHECK(text->value == "{}");
        return text->checks.nonce_reused;
    };
    CHECK(!reused(1));
    CHECK(reused(1));
    CHECK(!reused(2));
    CHECK(reused(1));
    CHECK(reused(2));
    CHECK(opener.opened_count() == 5);
    CHECK(opener.reused_count() == 3);
    // the request's own nonce is used with the same key
    const auto echoed = opener.open(
        crypto, support::sealed_with(from_hex(known::key), from_base64(known::nonce), "{}"));
    REQUIRE(echoed);
    CHECK(echoed->checks.nonce_reused);
}

TEST_CASE("a repeated nonce is rejected if the policy says so") {
    botan_crypto crypto;
    auto opener = known_session({.nonces = confidential::nonce_policy::refuse});
    REQUIRE(opener.open(crypto, sealed("{}", 1)));
    const auto again = opener.open(crypto, sealed(R"({"more":1})", 1));
    REQUIRE(!again);
    CHECK(again.error().code == errc::confidential_nonce_reused);
    CHECK(again.error().path == "nonce");
    CHECK(opener.open(crypto, sealed("{}", 2)));
}

TEST_CASE("an invalid message does not count as a use of its nonce") {
    botan_crypto crypto;
    auto opener = known_session({.nonces = confidential::nonce_policy::refuse});
    auto forged = sealed("{}", 1);
    forged.ciphertext = to_base64(std::vector<std::uint8_t>(18, 0));
    CHECK(!opener.open(crypto, forged));
    CHECK(opener.open(crypto, sealed("{}", 1)));
}

TEST_CASE("an empty plaintext is valid") {
    botan_crypto crypto;
    const auto text = known_session().open(crypto, sealed("", 1));
    REQUIRE(text);
    CHECK(text->value.empty());
    CHECK(text->checks.hash_checked);
}

}  // namespace open_tests
