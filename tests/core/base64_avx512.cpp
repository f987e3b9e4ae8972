#include <oaiwire/core/base64_avx512.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <support/base64.hpp>
#include <support/random.hpp>

namespace base64_avx512_tests {

#if OAIWIRE_AVX512

using namespace oaiwire;

namespace {

// Whether all whole groups are decoded, or none if the text is short or wrong.
bool decoded(std::string_view text) {
    const std::size_t size = text.size() / 4 * 4;
    const bool good = text.size() >= 64 && support::base64_prefix(text) >= size;
    return support::decodes_base64(detail::decode_base64_avx512, text, good ? size : 0);
}

// Whether 48 bytes at a time are encoded while 64 are left.
bool encoded(const std::vector<std::uint8_t>& bytes) {
    const std::size_t n = bytes.size() < 64 ? 0 : (bytes.size() - 16) / 48 * 48;
    return support::encodes_base64(detail::encode_base64_avx512, bytes, n);
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
        wrong += decoded(support::random_base64(r, size)) ? 0 : 1;
        for (std::size_t at = 0; at != size; ++at) {
            std::string text = support::random_base64(r, size);
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
            wrong += encoded(support::random_bytes(r, size)) ? 0 : 1;
        }
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace base64_avx512_tests
