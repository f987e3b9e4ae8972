#include <oaiwire/json/text/print_avx512.hpp>
//
#include <support/catch.hpp>

#include <support/written_strings.hpp>

namespace print_avx512_tests {

#if OAIWIRE_AVX512

using namespace oaiwire::json::detail;

TEST_CASE("strings of every length are written by AVX-512, with any byte at any place") {
    if (!oaiwire::detail::has_avx512()) return;
    CHECK(support::wrong_bytes(put_string_avx512, least_for_avx512, 260) == 0);
}

TEST_CASE("sequences at any place, whole, cut and wrong, are written or refused by AVX-512") {
    if (!oaiwire::detail::has_avx512()) return;
    CHECK(support::wrong_sequences(put_string_avx512, least_for_avx512, 200) == 0);
}

TEST_CASE("random strings are written or refused by AVX-512 like byte by byte, in whatever room") {
    if (!oaiwire::detail::has_avx512()) return;
    CHECK(support::wrong_random_texts(put_string_avx512, least_for_avx512) == 0);
}

#endif

}  // namespace print_avx512_tests
