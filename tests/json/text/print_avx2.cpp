#include <oaiwire/json/text/print_avx2.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>

#include <support/random.hpp>

namespace print_avx2_tests {

#if OAIWIRE_AVX2

using namespace oaiwire::json::detail;

namespace {

// Whether what is written is the text up to where it stopped, with its escapes, from memory of
// exactly its size to memory of that size; and whether it stopped neither too soon nor too late.
bool is_written(const std::string& text, std::size_t room) {
    const auto from = std::make_unique<char[]>(text.size());
    const auto to = std::make_unique<char[]>(room);
    if (!text.empty()) std::memcpy(from.get(), text.data(), text.size());
    const char* p = from.get();
    char* q = to.get();
    const bool high = put_text_avx2(p, from.get() + text.size(), q, to.get() + room);
    const auto taken = static_cast<std::size_t>(p - from.get());
    std::string expected;
    bool any_high = false;
    for (std::size_t i = 0; i != taken; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        any_high = any_high || c >= 0x80;
        char escape[8];
        if (c < 0x20 || c == '"' || c == '\\') {
            expected.append(escape, put_escape(escape, text[i]));
        } else {
            expected += text[i];
        }
    }
    const bool ended = text.size() - taken < 128;
    const bool full = room - expected.size() < static_cast<std::size_t>(room_of_group);
    return taken % 64 == 0 && (ended || full) && high == any_high &&
           static_cast<std::size_t>(q - to.get()) == expected.size() &&
           std::memcmp(to.get(), expected.data(), expected.size()) == 0;
}

}  // namespace

TEST_CASE("text is written by AVX2 like byte by byte, in whatever room there is") {
    if (!oaiwire::detail::has_avx2()) return;
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 330; ++size) {
        wrong += is_written(std::string(size, 'x'), 6 * size + 448) ? 0 : 1;
        for (std::size_t at = 0; at < size; at += 1 + size / 40) {
            for (const char c : {'"', '\\', '\n', '\x1f', '\0', ' ', '!', '#', '[', ']', '\x7f',
                                 '\x80', '\xa2', '\xdc', '\xff'}) {
                std::string text(size, 'x');
                text[at] = c;
                wrong += is_written(text, size + 448) ? 0 : 1;
            }
        }
    }
    for (std::size_t room = 0; room != 1'500; ++room) {
        wrong += is_written(std::string(900, '\x01'), room) ? 0 : 1;
        wrong += is_written(std::string(900, 'x'), room) ? 0 : 1;
    }
    support::random r(40);
    for (int i = 0; i != 20'000; ++i) {
        std::string text(r.below(900), 'x');
        const std::size_t most = r.one_in(2) ? 9 : 200;
        for (std::size_t n = r.below(most); n != 0 && !text.empty(); --n) {
            text[r.below(text.size())] = static_cast<char>(r.below(256));
        }
        wrong += is_written(text, r.below(7 * text.size() + 1)) ? 0 : 1;
    }
    CHECK(wrong == 0);
}

#endif

}  // namespace print_avx2_tests
