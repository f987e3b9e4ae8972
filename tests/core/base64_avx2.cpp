#include <oaiwire/core/base64_avx2.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <support/base64.hpp>
#include <support/random.hpp>

namespace base64_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire;

namespace {

// Whether blocks of 32 characters are decoded as far as they are right.
bool decoded(std::string_view text) {
    std::size_t right = 0;
    while (text.size() - right >= 44 && support::base64_prefix(text.substr(right, 32)) == 32) {
        right += 32;
    }
    return support::decodes_base64(detail::decode_base64_avx2, text, right);
}

// Whether 24 bytes at a time are encoded while 32 are left.
bool encoded(const std::vector<std::uint8_t>& bytes) {
    const std::size_t n = bytes.size() < 32 ? 0 : (bytes.size() - 8) / 24 * 24;
    return support::encodes_base64(detail::encode_base64_avx2, bytes, n);
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
        std::string text = support::random_base64(r, r.below(60) * 4);
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
            wrong += encoded(support::random_bytes(r, size)) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace base64_avx2_tests
