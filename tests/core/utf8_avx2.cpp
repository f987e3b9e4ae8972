#include <oaiwire/core/utf8_avx2.hpp>
//
#include <support/catch.hpp>

#include <support/judged_utf8.hpp>

namespace utf8_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire;

TEST_CASE("blocks of 32 bytes judge every pair of first and second byte, wherever it is") {
    if (!detail::has_avx2()) return;
    CHECK(support::wrong_pairs(detail::is_utf8_avx2, {0U, 14U, 15U, 16U, 46U, 47U, 48U, 78U, 79U,
                                                      80U, 110U, 143U, 174U}) == 0);
}

TEST_CASE("blocks of 32 bytes judge texts of any length and script") {
    if (!detail::has_avx2()) return;
    support::check_texts_of_any_script(detail::is_utf8_avx2, 48);
}

TEST_CASE("blocks of 32 bytes refuse a text that ends within a sequence") {
    if (!detail::has_avx2()) return;
    support::check_cut_sequences(detail::is_utf8_avx2, 48);
}

#endif

}  // namespace utf8_avx2_tests
