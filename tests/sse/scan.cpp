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

TEST_CASE("bytes are copied up to the first CR or LF, into memory for all of them and no more") {
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 270; ++size) {
        // bytes below CR and from 0x80 are no line ends
        std::string text;
        for (std::size_t i = 0; i != size; ++i)
            text += i % 7 == 0 ? '\t' : i % 5 == 0 ? '\xC3' : 'x';
        for (std::size_t at = 0; at <= size; ++at) {
            std::string line = text;
            if (at != size) line[at] = at % 2 == 0 ? '\n' : '\r';
            if (at + 9 < size) line[at + 9] = '\n';
            const std::unique_ptr<char[]> from(new char[size]);
            const std::unique_ptr<char[]> to(new char[size]);
            line.copy(from.get(), size);
            const std::size_t n =
                sse::detail::copy_to_line_end(from.get(), from.get() + size, to.get());
            if (n != at || line.compare(0, at, to.get(), at) != 0) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

}  // namespace scan_tests
