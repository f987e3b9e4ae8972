#include <oaiwire/core/utf8_avx512.hpp>
//
#include <support/catch.hpp>

#include <support/judged_utf8.hpp>

namespace utf8_avx512_tests {

#if OAIWIRE_AVX512

using namespace oaiwire;

TEST_CASE("blocks of 64 bytes judge every pair of first and second byte, wherever it is") {
    if (!detail::has_avx512()) return;
    CHECK(support::wrong_pairs(detail::is_utf8_avx512, {0U, 1U, 61U, 62U, 63U, 64U, 65U, 124U, 126U,
                                                        127U, 128U, 143U, 174U}) == 0);
}

TEST_CASE("blocks of 64 bytes judge texts of any length and script") {
    if (!detail::has_avx512()) return;
    support::check_texts_of_any_script(detail::is_utf8_avx512, 67);
}

TEST_CASE("blocks of 64 bytes refuse a text that ends within a sequence") {
    if (!detail::has_avx512()) return;
    support::check_cut_sequences(detail::is_utf8_avx512, 67);
}

#endif

}  // namespace utf8_avx512_tests
