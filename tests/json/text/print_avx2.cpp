#include <oaiwire/json/text/print_avx2.hpp>
//
#include <support/catch.hpp>

#include <support/written_strings.hpp>

namespace print_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire::json::detail;

TEST_CASE("strings of every length are written by AVX2, with any byte at any place") {
    if (!oaiwire::detail::has_avx2()) return;
    CHECK(support::wrong_bytes(put_string_avx2, least_for_avx2, 200) == 0);
}

TEST_CASE("sequences at any place, whole, cut and wrong, are written or refused by AVX2") {
    if (!oaiwire::detail::has_avx2()) return;
    CHECK(support::wrong_sequences(put_string_avx2, least_for_avx2, 140) == 0);
}

TEST_CASE("random strings are written or refused by AVX2 like byte by byte, in whatever room") {
    if (!oaiwire::detail::has_avx2()) return;
    CHECK(support::wrong_random_texts(put_string_avx2, least_for_avx2) == 0);
}

#endif

}  // namespace print_avx2_tests
