#include <oaiwire/core/base64_avx2.hpp>
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

namespace base64_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire;

namespace {

// The value of a character, or 64.
unsigned value_of(char c) {
    const std::size_t at = detail::base64_alphabet.find(c);
    return at == std::string_view::npos ? 64 : static_cast<unsigned>(at);
}

// Whether blocks of 32 characters are decoded as far as they are right, without a look or a byte
// beyond the memory of each side.
bool decoded(const std::string& text) {
    const std::size_t size = text.size() / 4 * 3;
    const auto from = std::make_unique<char[]>(text.size());
    const auto to = std::make_unique<std::uint8_t[]>(size);
    if (!text.empty()) std::memcpy(from.get(), text.data(), text.size());
    std::size_t right = 0;
    while (text.size() - right >= 44) {
        bool good = true;
        for (std::size_t i = 0; i != 32; ++i) good = good && value_of(text[right + i]) != 64;
        if (!good) break;
        right += 32;
    }
    if (detail::decode_base64_avx2(from.get(), text.size(), to.get()) != right) return false;
    for (std::size_t i = 0; i != right / 4; ++i) {
        unsigned group = 0;
        for (std::size_t at = 0; at != 4; ++at) group = group << 6 | value_of(text[4 * i + at]);
        if (to[3 * i] != group >> 16 || to[3 * i + 1] != (group >> 8 & 0xFF) ||
            to[3 * i + 2] != (group & 0xFF)) {
            return false;
        }
    }
    return true;
}

// Whether 24 bytes at a time are encoded while 32 are left, without a look or a character beyond
// the memory of each side.
bool encoded(const std::vector<std::uint8_t>& bytes) {
    const std::size_t n = bytes.size() < 32 ? 0 : (bytes.size() - 8) / 24 * 24;
    const auto from = std::make_unique<std::uint8_t[]>(bytes.size());
    const auto to = std::make_unique<char[]>(n / 3 * 4);
    if (!bytes.empty()) std::memcpy(from.get(), bytes.data(), bytes.size());
    if (detail::encode_base64_avx2(from.get(), bytes.size(), to.get()) != n) return false;
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

}  // namespace

TEST_CASE("blocks of 32 characters of base64 are decoded, and end before what is no base64") {
    if (!detail::has_avx2()) return;
    std::size_t wrong = 0;
    for (unsigned c = 0; c != 256; ++c) {
        for (std::size_t at = 0; at != 32; ++at) {
            std::string text(44, 'A');
            text[at] = static_cast<char>(static_cast<unsigned char>(c));
            wrong += decoded(text) ? 0 : 1;
        }
    }
    support::random r(64);
    for (int i = 0; i != 20'000; ++i) {
        std::string text;
        for (std::size_t size = r.below(60) * 4; text.size() != size;) {
            text += detail::base64_alphabet[r.below(64)];
        }
        if (r.one_in(4) && !text.empty()) {
            text[r.below(text.size())] = static_cast<char>(r.below(256));
        }
        wrong += decoded(text) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("24 bytes at a time are encoded as base64, for all values and lengths") {
    if (!detail::has_avx2()) return;
    support::random r(24);
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 200; ++size) {
        for (int i = 0; i != 20; ++i) {
            std::vector<std::uint8_t> bytes(size);
            for (std::uint8_t& b : bytes) b = static_cast<std::uint8_t>(r.below(256));
            wrong += encoded(bytes) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace base64_avx2_tests
