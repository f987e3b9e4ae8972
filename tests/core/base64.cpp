#include <oaiwire/core/base64.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <support/base64.hpp>
#include <support/random.hpp>

namespace base64_tests {

using namespace oaiwire;

namespace {

using bytes = std::vector<std::uint8_t>;

bytes of(std::string_view text) {
    return bytes(text.begin(), text.end());
}

// The decoded bytes, or the offset of the error.
std::pair<bytes, std::size_t> decoded(std::string_view text,
                                      base64_padding padding = base64_padding::required) {
    bytes out(base64_decoded_size(text));
    const auto size = decode_base64(text, out, padding);
    if (!size) {
        CHECK(size.error().code == errc::invalid_base64);
        return {{}, size.error().offset};
    }
    CHECK(*size == out.size());
    return {out, error::no_offset};
}

std::size_t fault_in(std::string_view text, base64_padding padding = base64_padding::required) {
    return decoded(text, padding).second;
}

}  // namespace

TEST_CASE("the test vectors of RFC 4648 are encoded and decoded") {
    const std::pair<std::string, std::string> rows[] = {
        {"", ""},
        {"f", "Zg=="},
        {"fo", "Zm8="},
        {"foo", "Zm9v"},
        {"foob", "Zm9vYg=="},
        {"fooba", "Zm9vYmE="},
        {"foobar", "Zm9vYmFy"},
    };
    for (const auto& [plain, text] : rows) {
        CHECK(to_base64(of(plain)) == text);
        CHECK(decoded(text).first == of(plain));
        CHECK(base64_encoded_size(plain.size()) == text.size());
        CHECK(base64_decoded_size(text) == plain.size());
    }
    CHECK(to_base64(bytes{0xfb, 0xff, 0xbf}) == "+/+/");
}

TEST_CASE("bytes of every length are encoded like a bit-by-bit encoder does, and decoded") {
    support::random random(4648);
    for (std::size_t n = 0; n != 200; ++n) {
        const bytes plain = support::random_bytes(random, n);
        const std::string text = to_base64(plain);
        CHECK(text == support::base64_by_bits(plain));
        CHECK(decoded(text).first == plain);
        CHECK(decoded(text, base64_padding::optional).first == plain);
    }
}

TEST_CASE("many bytes are encoded like a bit-by-bit encoder does, behind a text that was there") {
    support::random random(12288);
    for (const std::size_t n : {12287U, 12288U, 12289U, 24576U, 24577U, 40000U}) {
        const bytes plain = support::random_bytes(random, n);
        std::string text = "x";
        append_base64(text, plain);
        CHECK(text == "x" + support::base64_by_bits(plain));
        text.erase(0, 1);
        CHECK(decoded(text).first == plain);
    }
}

TEST_CASE("append_base64 keeps the text that was there") {
    std::string out = "x";
    append_base64(out, of("fo"));
    CHECK(out == "xZm8=");
}

TEST_CASE("characters outside the alphabet are rejected at every position") {
    const std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int c = 0; c != 256; ++c) {
        const char byte = static_cast<char>(c);
        const bool good = alphabet.find(byte) != std::string_view::npos;
        for (std::size_t at = 0; at != 8; ++at) {
            std::string text = "AAAAAAAA";
            text[at] = byte;
            CAPTURE(c, at);
            if (good) {
                CHECK(fault_in(text) == error::no_offset);
            } else if (byte != '=' || at < 7) {
                CHECK(fault_in(text) == at);
            }
        }
        if (!good && byte != '=') {
            CHECK(fault_in(std::string("AAAAA") + byte + "==") == 5);
            CHECK(fault_in(std::string("AAAAAA") + byte + "=") == 6);
        }
    }
    CHECK(fault_in("AAA=AAAA") == 3);
    CHECK(fault_in(" AAAA") == 0);
    CHECK(fault_in("AAAA\n") == 4);
    CHECK(fault_in("-_-_") == 0);
}

TEST_CASE("the first wrong character of a long text is found at every position") {
    std::size_t wrong = 0;
    for (std::size_t size = 60; size <= 280; size += 4) {
        for (std::size_t at = 0; at != size; ++at) {
            std::string text(size, 'b');
            text[at] = '*';
            text[size - 1 - (size - 1 - at) / 2] = at % 2 == 0 ? '*' : '\x80';
            const std::size_t first = text.find_first_not_of('b');
            wrong += fault_in(text) == first ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a text is decoded in its own memory, and its first wrong character is found there") {
    for (std::size_t n = 0; n != 400; ++n) {
        std::vector<std::uint8_t> bytes(n);
        for (std::size_t i = 0; i != n; ++i) bytes[i] = static_cast<std::uint8_t>(i * 37 + n);
        const std::string text = to_base64(bytes);
        std::string memory = text;
        const auto decode = [&] {
            return decode_base64(memory,
                                 {reinterpret_cast<std::uint8_t*>(memory.data()), memory.size()});
        };
        const auto size = decode();
        REQUIRE(size);
        CHECK(*size == n);
        CHECK(
            std::equal(bytes.begin(), bytes.end(), reinterpret_cast<std::uint8_t*>(memory.data())));
        const std::size_t at = n * 7 % (text.size() + 1);
        if (at == text.size() || text[at] == '=') continue;
        memory = text;
        memory[at] = '!';
        const auto wrong = decode();
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().offset == at);
    }
}

TEST_CASE("padding must be complete, or may be missing if it is optional") {
    for (const std::string_view text : {"A", "AAAAA"}) {
        CHECK(fault_in(text) == text.size());
        CHECK(fault_in(text, base64_padding::optional) == text.size());
    }
    CHECK(fault_in("Zg") == 2);
    CHECK(fault_in("Zm8") == 3);
    CHECK(decoded("Zg", base64_padding::optional).first == of("f"));
    CHECK(decoded("Zm8", base64_padding::optional).first == of("fo"));
    for (const auto padding : {base64_padding::required, base64_padding::optional}) {
        CHECK(fault_in("Zg=", padding) == 3);
        CHECK(fault_in("Zg===", padding) == 2);
        CHECK(fault_in("Zm8==", padding) == 4);
        CHECK(fault_in("Zm9v=", padding) == 4);
        CHECK(fault_in("Zm9v====", padding) == 4);
        CHECK(fault_in("=", padding) == 0);
        CHECK(fault_in("==", padding) == 0);
        CHECK(fault_in("Z===", padding) == 1);
    }
}

TEST_CASE("non-zero bits after the last byte are rejected, so that bytes have a single encoding") {
    std::size_t taken = 0;
    for (const char c : std::string_view("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                         "0123456789+/")) {
        taken += fault_in(std::string("Z") + c + "==") == error::no_offset ? 1U : 0U;
        taken += fault_in(std::string("Zm") + c + "=") == error::no_offset ? 100U : 0U;
    }
    CHECK(taken == 4 + 1600);
    CHECK(fault_in("Zh==") == 1);
    CHECK(fault_in("Zm9=") == 2);
    CHECK(fault_in("Zh", base64_padding::optional) == 1);
}

TEST_CASE("decode_base64 does not write beyond the output span") {
    bytes room(3, 0x55);
    const auto size = decode_base64("Zm9vYg==", std::span(room).first(3));
    REQUIRE(!size);
    CHECK(size.error().code == errc::invalid_argument);
    CHECK(room == bytes(3, 0x55));
    CHECK(decode_base64("Zm8=", room).value_or(0) == 2);
    CHECK(room == bytes{'f', 'o', 0x55});
}

}  // namespace base64_tests
