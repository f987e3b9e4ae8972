#include <oaiwire/core/base64_avx512.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <support/random.hpp>

namespace base64_avx512_tests {

#if OAIWIRE_AVX512

using namespace oaiwire;

namespace {

// The value of a character, or 64.
unsigned value_of(char c) {
    const std::size_t at = detail::base64_alphabet.find(c);
    return at == std::string_view::npos ? 64 : static_cast<unsigned>(at);
}

// Whether all whole groups are decoded, or none if the text is short or wrong, without a look or a
// byte beyond the memory of each side.
bool decoded(const std::string& text) {
    const std::size_t groups = text.size() / 4;
    const auto from = std::make_unique<char[]>(text.size());
    const auto to = std::make_unique<std::uint8_t[]>(3 * groups);
    if (!text.empty()) std::memcpy(from.get(), text.data(), text.size());
    bool good = text.size() >= 64;
    for (std::size_t i = 0; i != 4 * groups; ++i) good = good && value_of(text[i]) != 64;
    const std::size_t n = detail::decode_base64_avx512(from.get(), text.size(), to.get());
    if (n != (good ? 4 * groups : 0)) return false;
    for (std::size_t i = 0; i != n / 4; ++i) {
        unsigned group = 0;
        for (std::size_t at = 0; at != 4; ++at) group = group << 6 | value_of(text[4 * i + at]);
        if (to[3 * i] != group >> 16 || to[3 * i + 1] != (group >> 8 & 0xFF) ||
            to[3 * i + 2] != (group & 0xFF)) {
            return false;
        }
    }
    return true;
}

// Whether 48 bytes at a time are encoded while 64 are left, without a look or a character beyond
// the memory of each side.
bool encoded(const std::vector<std::uint8_t>& bytes) {
    const std::size_t n = bytes.size() < 64 ? 0 : (bytes.size() - 16) / 48 * 48;
    const auto from = std::make_unique<std::uint8_t[]>(bytes.size());
    const auto to = std::make_unique<char[]>(n / 3 * 4);
    if (!bytes.empty()) std::memcpy(from.get(), bytes.data(), bytes.size());
    if (detail::encode_base64_avx512(from.get(), bytes.size(), to.get()) != n) return false;
    for (std::size_t i = 0; i != n / 3; ++i) {
        const auto group =
            static_cast<std::size_t>(bytes[3 * i] << 16 | bytes[3 * i + 1] << 8 | bytes[3 * i + 2]);
        for (std::size_t at = 0; at != 4; ++at) {
            if (to[4 * i + at] != detail::base64_alphabet[group >> (18 - 6 * at) & 63])
                return false;
        }
    }
    return true;
}

std::string letters(support::random& r, std::size_t size) {
    std::string text;
    while (text.size() != size) text += detail::base64_alphabet[r.below(64)];
    return text;
}

}  // namespace

TEST_CASE("blocks of 64 characters of base64 are decoded, or none if one is wrong") {
    if (!detail::has_avx512()) return;
    support::random r(65);
    std::size_t wrong = 0;
    for (unsigned c = 0; c != 256; ++c) {
        for (std::size_t at = 0; at != 64; ++at) {
            std::string text(64, 'A');
            text[at] = static_cast<char>(static_cast<unsigned char>(c));
            wrong += decoded(text) ? 0 : 1;
        }
    }
    for (std::size_t size = 0; size != 300; ++size) {
        wrong += decoded(letters(r, size)) ? 0 : 1;
        for (std::size_t at = 0; at != size; ++at) {
            std::string text = letters(r, size);
            text[at] = static_cast<char>(r.below(256));
            wrong += decoded(text) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("48 bytes at a time are encoded as base64, for all values and lengths") {
    if (!detail::has_avx512()) return;
    support::random r(48);
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 300; ++size) {
        for (int i = 0; i != 20; ++i) {
            std::vector<std::uint8_t> bytes(size);
            for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(r.below(256));
            wrong += encoded(bytes) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace base64_avx512_tests
