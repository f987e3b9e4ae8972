#include <oaiwire/sse/scan.hpp>

#include <cstddef>
#include <memory>
#include <string>

#include <support/catch.hpp>

namespace scan_tests {

using namespace oaiwire;

namespace {

using finder = const char* (*)(const char*, const char*);

// Copies into an allocation of exactly that size, so that sanitizers detect over-reads.
std::size_t find_in_block(finder find, const std::string& text) {
    const std::unique_ptr<char[]> block(new char[text.size()]);
    text.copy(block.get(), text.size());
    return static_cast<std::size_t>(find(block.get(), block.get() + text.size()) - block.get());
}

void check(finder find) {
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 200; ++size) {
        if (find_in_block(find, std::string(size, 'x')) != size) ++wrong;
        for (std::size_t at = 0; at != size; ++at) {
            for (const char end : {'\n', '\r'}) {
                std::string text(size, 'x');
                text[at] = end;
                if (find_in_block(find, text) != at) ++wrong;
                if (at + 1 != size) text[at + 1] = end == '\n' ? '\r' : '\n';
                if (find_in_block(find, text) != at) ++wrong;
            }
        }
    }
    REQUIRE(wrong == 0);
    for (int byte = 0; byte != 256; ++byte) {
        const char c = static_cast<char>(byte);
        for (const std::size_t size : {1U, 8U, 15U, 16U, 64U, 97U}) {
            INFO("byte " << byte << ", size " << size);
            CHECK(find_in_block(find, std::string(size, c)) ==
                  (sse::detail::is_line_end(c) ? 0 : size));
            CHECK(find_in_block(find, std::string(size, c) + '\n') ==
                  (sse::detail::is_line_end(c) ? 0 : size));
        }
    }
}

}  // namespace

TEST_CASE(
    "the first CR or LF is found at every position among any other bytes, without over-reads") {
    check(&sse::detail::find_line_end);
}

TEST_CASE("the portable implementation finds the same") {
    check(&sse::detail::find_line_end_portable);
}

}  // namespace scan_tests
