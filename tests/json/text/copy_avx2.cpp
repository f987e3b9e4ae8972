#include <oaiwire/json/text/copy_avx2.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>

#include <support/random.hpp>

namespace copy_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire::json::detail;

namespace {

bool must_be_escaped(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
}

// Whether the text is copied as far as it is plain, in groups of 64 bytes, with memory of exactly
// its size on both sides.
bool copied(const std::string& text) {
    const auto from = std::make_unique<char[]>(text.size());
    const auto to = std::make_unique<char[]>(text.size());
    if (!text.empty()) std::memcpy(from.get(), text.data(), text.size());
    std::size_t plain = 0;
    std::uint64_t expected = 0;
    bool high_expected = false;
    for (; text.size() - plain >= 64 && expected == 0; plain += expected == 0 ? 64 : 0) {
        for (std::size_t i = 0; i != 64; ++i) {
            const char c = text[plain + i];
            expected |= must_be_escaped(c) ? std::uint64_t{1} << i : 0;
            high_expected = high_expected || static_cast<unsigned char>(c) >= 0x80;
        }
    }
    std::uint64_t stops = 0;
    bool high = false;
    const std::size_t n = copy_plain_avx2(from.get(), to.get(), text.size(), stops, high);
    bool kept = true;
    copy_plain_avx2(from.get(), to.get(), text.size(), stops, kept);
    return n == plain && stops == expected && high == high_expected && kept &&
           (plain == 0 || std::memcmp(to.get(), text.data(), plain) == 0);
}

}  // namespace

TEST_CASE("text is copied by AVX2 up to the 64 bytes that have what must be escaped") {
    if (!oaiwire::detail::has_avx2()) return;
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 260; ++size) {
        wrong += copied(std::string(size, 'x')) ? 0 : 1;
        for (std::size_t at = 0; at < size; at += 1 + size / 40) {
            for (const char c : {'"', '\\', '\n', '\x1f', '\0', ' ', '!', '#', '[', ']', '\x7f',
                                 '\x80', '\xa2', '\xdc', '\xff'}) {
                std::string text(size, 'x');
                text[at] = c;
                wrong += copied(text) ? 0 : 1;
            }
        }
    }
    for (unsigned c = 0; c != 256; ++c) {
        for (std::size_t at = 0; at != 64; ++at) {
            std::string text(64, 'x');
            text[at] = static_cast<char>(static_cast<unsigned char>(c));
            wrong += copied(text) ? 0 : 1;
        }
    }
    support::random r(40);
    for (int i = 0; i != 5'000; ++i) {
        std::string text(r.below(400), 'x');
        for (std::size_t n = r.below(5); n != 0 && !text.empty(); --n) {
            text[r.below(text.size())] = static_cast<char>(r.below(256));
        }
        wrong += copied(text) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace copy_avx2_tests
