#include <oaiwire/confidential/crypto.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <string_view>
#include <utility>

namespace crypto_tests {

using namespace oaiwire;
using confidential::secret_bytes;
using confidential::secret_text;

namespace {

struct without_equal {
    result<void> random(confidential::byte_room);
};
static_assert(!confidential::crypto<without_equal>);
static_assert(!confidential::crypto<int>);

}  // namespace

TEST_CASE("secret bytes are wiped on destruction") {
    alignas(secret_bytes<32>) unsigned char place[sizeof(secret_bytes<32>)] = {};
    auto* secret = new (place) secret_bytes<32>;
    for (auto& byte : secret->room()) byte = 0x55;
    const secret_bytes<32> copy = *secret;
    secret->~secret_bytes();
    const volatile unsigned char* left = place;  // keeps the compiler from guessing the value
    for (std::size_t i = 0; i != sizeof place; ++i) CHECK(left[i] == 0);
    CHECK(copy.view()[31] == 0x55);
}

TEST_CASE("a text is wiped in place") {
    std::string text = "a secret that is longer than what a string holds in itself";
    const volatile char* const bytes = text.data();
    const std::size_t size = text.size();
    REQUIRE(bytes[30] != '\0');
    oaiwire::wipe(text);
    CHECK(text.empty());
    REQUIRE(text.data() == bytes);
    for (std::size_t i = 0; i != size; ++i) CHECK(bytes[i] == '\0');
}

TEST_CASE("secret text is wiped on destruction, with its spare capacity") {
    alignas(secret_text) unsigned char place[sizeof(secret_text)] = {};
    auto* secret = new (place) secret_text("seven, not");
    secret->text.resize(5);
    REQUIRE(std::string_view(secret->text.data(), 10).substr(6) == " not");
    const volatile char* left = secret->text.data();  // in the object, as it is short
    const bool inside =
        reinterpret_cast<const unsigned char*>(secret->text.data()) >= place &&
        reinterpret_cast<const unsigned char*>(secret->text.data()) < place + sizeof place;
    secret->~secret_text();
    if (!inside) return;
    for (std::size_t i = 0; i != 10; ++i) CHECK(left[i] == '\0');
}

TEST_CASE("moving a secret text leaves no copy") {
    for (const char* said : {"short", "long enough that it does not lie in the string itself"}) {
        secret_text from(said);
        secret_text to(std::move(from));
        CHECK(to.text == said);
        CHECK(from.text.empty());
        secret_text other("something else");
        other = std::move(to);
        CHECK(other.text == said);
        CHECK(to.text.empty());
        auto& same = other;
        other = std::move(same);
        CHECK(other.text == said);
    }
}

TEST_CASE("text can be viewed as bytes, and bytes written as text") {
    std::string text =
        "\xff"
        "a";
    CHECK(confidential::bytes_of(text)[0] == 0xff);
    confidential::room_of(text)[1] = 'b';
    CHECK(text ==
          "\xff"
          "b");
}

}  // namespace crypto_tests
