#include <oaiwire/confidential/seal.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <confidential/node.hpp>
#include <oaiwire/json/read.hpp>

namespace seal_tests {

using namespace oaiwire;
using confidential::prepare;
using confidential::seal;
using support::fixed_crypto;
namespace known = support::known;

namespace {

const confidential::in_clear clear{.model = "m"};

ChatCompletionRequest chat() {
    return {.model = "m", .messages = {user("hi")}};
}

ImageGenerationRequest image(std::string size, std::int64_t n) {
    return {.prompt = "p", .model = "m", .n = n, .size = std::move(size)};
}

template <class Request>
std::optional<std::uint64_t> units(const Request& request) {
    const auto ready = prepare(request);
    REQUIRE(ready);
    return ready->clear.compute_units;
}

template <class Request>
NodesCreateLockRequest lock_of(const Request& request) {
    const auto ready = prepare(request);
    REQUIRE(ready);
    return ready->lock;
}

// Botan, failing at the nth call.
class failing_crypto : public botan_crypto {
public:
    explicit failing_crypto(int nth) : left_(nth) {}

    result<void> random(confidential::byte_room out) {
        return fails() ? broken() : botan_crypto::random(out);
    }
    template <class... Args>
    result<void> x25519_public(Args&&... args) {
        return fails() ? broken() : botan_crypto::x25519_public(args...);
    }
    template <class... Args>
    result<void> x25519(Args&&... args) {
        return fails() ? broken() : botan_crypto::x25519(args...);
    }
    template <class... Args>
    result<void> hkdf_sha256(Args&&... args) {
        return fails() ? broken() : botan_crypto::hkdf_sha256(args...);
    }
    template <class... Args>
    result<void> blake2b_256(Args&&... args) {
        return fails() ? broken() : botan_crypto::blake2b_256(args...);
    }
    template <class... Args>
    result<void> aes256_gcm_seal(Args&&... args) {
        return fails() ? broken() : botan_crypto::aes256_gcm_seal(args...);
    }

private:
    bool fails() { return left_-- == 0; }
    static result<void> broken() { return make_error(errc::confidential_crypto_failed); }
    int left_;
};

error failure(std::string node_key) {
    botan_crypto crypto;
    auto lock = known::lock();
    lock.public_key = std::move(node_key);
    const auto done = seal(crypto, lock, known::plaintext, clear);
    REQUIRE(!done);
    return done.error();
}

}  // namespace

TEST_CASE("the known answer is encrypted, member by member") {
    fixed_crypto crypto;
    const auto made = seal(crypto, known::lock(), known::plaintext,
                           {.model = "m", .stream = false, .compute_units = 16});
    REQUIRE(made);
    const ConfidentialComputeRequest due{
        .ciphertext = std::string(known::ciphertext),
        .client_dh_public_key = std::string(known::client_public),
        .model_name = "m",
        .node_dh_public_key = std::string(known::node_public),
        .nonce = std::string(known::nonce),
        .num_compute_units = 16,
        .plaintext_body_hash = std::string(known::hash),
        .salt = std::string(known::salt),
        .stack_small_id = 7,
        .stream = false,
    };
    CHECK(made->request == due);
}

TEST_CASE("an encrypted request is decrypted with the known answer's key") {
    fixed_crypto crypto;
    auto made = seal(crypto, known::lock(), known::plaintext, clear);
    REQUIRE(made);
    const auto text = made->opener.open(crypto, known::response());
    REQUIRE(text);
    CHECK(text->value == known::response_plaintext);
    CHECK(!text->checks.nonce_reused);
}

TEST_CASE("keys, salt and nonce differ each time") {
    botan_crypto crypto;
    std::set<std::string> seen;
    for (int i = 0; i != 8; ++i) {
        const auto made = seal(crypto, known::lock(), "{}", clear);
        REQUIRE(made);
        const auto& r = made->request;
        for (const auto* text : {&r.client_dh_public_key, &r.salt, &r.nonce, &r.ciphertext}) {
            CHECK(seen.insert(*text).second);
        }
        CHECK(support::from_base64(r.client_dh_public_key).size() == 32);
        CHECK(support::from_base64(r.salt).size() == 16);
        CHECK(support::from_base64(r.nonce).size() == 12);
        CHECK(support::node().open(r) == "{}");
    }
}

TEST_CASE("a typed request states in the plaintext whether it streams") {
    botan_crypto crypto;
    const auto text_of = [&](bool stream, const ChatCompletionRequest& request) {
        const auto made = seal(crypto, known::lock(), request, stream);
        REQUIRE(made);
        CHECK(made->request.stream == stream);
        CHECK(made->request.model_name == "m");
        return support::node().open(made->request);
    };
    CHECK(text_of(false, chat()).ends_with(R"("stream":false})"));
    CHECK(text_of(true, chat()).ends_with(R"("stream":true})"));
    auto says_other = chat();
    says_other.stream = true;
    says_other.stream_options = StreamOptions{.include_usage = true};
    CHECK(text_of(false, says_other) == text_of(false, chat()));
    says_other.stream = false;
    says_other.stream_options.reset();
    CHECK(text_of(true, says_other) == text_of(true, chat()));
    const auto read = json::read<ChatCompletionRequest>(text_of(true, chat()));
    REQUIRE(read);
    CHECK(read->messages == chat().messages);
}

TEST_CASE("unknown members are part of the plaintext, not of the outer request") {
    botan_crypto crypto;
    extra_members added;
    REQUIRE(added.set("top_k", 40) == errc::ok);
    const auto ready = prepare(chat(), false, added);
    REQUIRE(ready);
    const auto made = seal(crypto, known::lock(), *ready);
    REQUIRE(made);
    CHECK(support::node().open(made->request).find(R"("top_k":40)") != std::string::npos);
    CHECK(made->request.extra.empty());
}

TEST_CASE("embeddings and images have no stream member") {
    botan_crypto crypto;
    const EmbeddingRequest embedding{.model = "m", .input = "text"};
    const auto sealed_embedding = seal(crypto, known::lock(), embedding);
    REQUIRE(sealed_embedding);
    const auto text = support::node().open(sealed_embedding->request);
    CHECK(text.find("stream") == std::string::npos);
    CHECK(text.find(R"("input":"text")") != std::string::npos);
    CHECK(sealed_embedding->request.stream == false);
    CHECK(sealed_embedding->request.num_compute_units.is_absent());
    const auto sealed_image = seal(crypto, known::lock(), image("512x256", 2));
    REQUIRE(sealed_image);
    CHECK(support::node().open(sealed_image->request).find("stream") == std::string::npos);
    CHECK(sealed_image->request.num_compute_units == 512 * 256 * 2);
    CHECK(sealed_image->request.model_name == "m");
}

TEST_CASE("the compute units of a call follow from the request") {
    auto request = chat();
    CHECK(!units(request));
    request.max_tokens = 5;
    CHECK(units(request) == 5);
    request.max_completion_tokens = 7;
    CHECK(units(request) == 7);
    CHECK(units(CompletionRequest{.model = "m", .max_tokens = 9}) == 9);
    CHECK(!units(CompletionRequest{.model = "m"}));
    CHECK(!units(EmbeddingRequest{.model = "m"}));
    CHECK(units(image("1024x1024", 1)) == 1048576);
    CHECK(units(image("1024x1024", 10)) == 10485760);
    CHECK(units(ImageGenerationRequest{.size = "2x3"}) == 6);
    CHECK(!units(ImageGenerationRequest{.n = 2}));
    for (const auto* size : {"", "auto", "x", "1024", "1024x", "x1024", "0x5", "5x0", "1x2x3",
                             "10 x10", "-1x5", "1e3x5", "1024X1024"}) {
        CAPTURE(size);
        CHECK(!units(image(size, 1)));
    }
    CHECK(units(image("999999999x999999999", 9)) == 999999999LL * 999999999LL * 9);
    CHECK(!units(image("999999999x999999999", 20)));
    CHECK(!units(image("1x1", 0)));
}

TEST_CASE("a lock covers what the request needs") {
    CHECK(lock_of(chat()) == NodesCreateLockRequest{.model = "m"});
    auto request = chat();
    request.max_completion_tokens = 8192;
    CHECK(lock_of(request).max_num_tokens.is_absent());
    request.max_completion_tokens = 8193;
    CHECK(lock_of(request).max_num_tokens == 8193);
    CHECK(lock_of(EmbeddingRequest{.model = "e"}) == NodesCreateLockRequest{.model = "e"});
    CHECK(lock_of(image("auto", 1)).max_num_tokens == 1048576);
    CHECK(lock_of(image("64x64", 1)).max_num_tokens.is_absent());
    CHECK(lock_of(image("1024x1024", 4)).max_num_tokens == 4194304);
    CHECK(lock_of(ImageGenerationRequest{.prompt = "p"}).model.empty());
}

TEST_CASE("unencrypted members follow the plaintext, not the type") {
    extra_members added;
    REQUIRE(added.set("model", "other") == errc::ok);
    REQUIRE(added.set("max_tokens", 9000) == errc::ok);
    const auto ready = prepare(chat(), true, added);
    REQUIRE(ready);
    CHECK(ready->clear ==
          confidential::in_clear{.model = "other", .stream = true, .compute_units = 9000});
    CHECK(ready->lock == NodesCreateLockRequest{.model = "other", .max_num_tokens = 9000});
    using confidential::clear_part;
    CHECK(clear_part(R"({"max_tokens":null})") == confidential::in_clear{});
    CHECK(clear_part(R"({"max_tokens":1e3,"model":7,"stream":1})") == confidential::in_clear{});
    CHECK(clear_part(R"({"max_tokens":-1,"size":"2x2","n":null})").compute_units == 4);
    CHECK(clear_part(R"({"max_tokens":1,"max_tokens":2})").compute_units == 2);
    CHECK(clear_part("[]") == confidential::in_clear{});
}

TEST_CASE("an invalid node key is rejected before anything is encrypted") {
    for (const std::size_t size : {0U, 31U, 33U}) {
        const auto e = failure(to_base64(std::vector<std::uint8_t>(size, 1)));
        CHECK(e.code == errc::confidential_bad_key);
        CHECK(e.path == "public_key");
    }
    CHECK(failure("no base64!").code == errc::invalid_base64);
    CHECK(failure("no base64!").path == "public_key");
    CHECK(failure(std::string(known::node_public.substr(0, 43))).code == errc::invalid_base64);
}

TEST_CASE("a node key that leads to an all-zero secret is rejected") {
    // points of small order, from RFC 7748, security considerations
    for (const std::string_view point :
         {"0000000000000000000000000000000000000000000000000000000000000000",
          "0100000000000000000000000000000000000000000000000000000000000000",
          "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
          "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
          "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
          "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"}) {
        CAPTURE(point);
        CHECK(failure(to_base64(support::from_hex(point))).code == errc::confidential_bad_key);
    }
}

TEST_CASE("nothing is encrypted if a crypto function fails") {
    int nth = 0;
    for (;; ++nth) {
        failing_crypto crypto(nth);
        const auto made = seal(crypto, known::lock(), known::plaintext, clear);
        if (made) break;
        CHECK(made.error().code == errc::confidential_crypto_failed);
    }
    CHECK(nth == 8);
}

TEST_CASE("a request that is not JSON is not encrypted") {
    botan_crypto crypto;
    auto request = chat();
    request.messages = {user("\xff")};
    const auto made = seal(crypto, known::lock(), request);
    REQUIRE(!made);
    CHECK(made.error().code == errc::invalid_text);
}

}  // namespace seal_tests
