// equal_in_constant_time(): compares secrets.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

// Whether the texts are equal. The time depends on their lengths alone, not on where they differ:
// each byte is compared, also after a difference. The length is not hidden; keys of one issuer have
// one length. To find a key among several, compare with all of them and combine the results with
// `|`, which does not stop at the first match.
bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept;

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

// The difference is volatile, so that the compiler cannot conclude that it stays nonzero and leave
// the loop.
OAIWIRE_INLINE bool equal_in_constant_time(std::string_view a, std::string_view b) noexcept {
    if (a.size() != b.size()) return false;
    volatile unsigned char difference = 0;
    for (std::size_t i = 0; i != a.size(); ++i) {
        const auto differs = static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]);
        difference = static_cast<unsigned char>(difference | differs);
    }
    return difference == 0;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
