#include <oaiwire/json/text/scan.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <support/random.hpp>

namespace scan_tests {

using namespace oaiwire::json::detail;

namespace {

// The reference: one byte at a time.
string_end expected_end(const char* p, const char* end) {
    string_end r;
    for (; p != end; ++p) {
        const auto c = static_cast<unsigned char>(*p);
        if (c == '"' || c < 0x20) break;
        if (c == '\\') {
            r.escapes = true;
            if (++p == end) break;
        }
    }
    r.quote = p;
    r.ends = p != end && *p == '"';
    return r;
}

// An allocation of exactly that size, checked by sanitizers.
struct block {
    explicit block(std::string_view text) : size(text.size()), bytes(new char[text.size()]) {
        if (size != 0) std::memcpy(bytes.get(), text.data(), size);
    }
    const char* begin() const { return bytes.get(); }
    const char* end() const { return bytes.get() + size; }

    std::size_t size;
    std::unique_ptr<char[]> bytes;
};

std::string random_text(support::random& random, std::string_view set, std::size_t most) {
    std::string text;
    for (std::size_t n = random.below(most); n != 0; --n) {
        text += random.one_in(5) ? set[random.below(set.size())] : 'a';
    }
    return text;
}

}  // namespace

TEST_CASE("the scan for special bytes stops at each of them at every position") {
    for (std::size_t size = 0; size != 40; ++size) {
        const auto block = std::make_unique<char[]>(size + 1);
        for (std::size_t at = 0; at <= size; ++at) {
            for (int byte = 0; byte != 256; ++byte) {
                std::memset(block.get(), '!', size);
                if (at != size) block[at] = static_cast<char>(byte);
                const bool special = byte < 0x20 || byte >= 0x80 || byte == '"' || byte == '\\';
                const char* const found = find_special(block.get(), block.get() + size);
                const std::size_t expected = special && at != size ? at : size;
                if (found != block.get() + expected) {
                    FAIL("byte " << byte << " at " << at << " of " << size);
                }
            }
        }
    }
    const std::string plain = "\x20\x7f\x21\x23\x5b\x5d~ !#[]0123456789abcdef";
    CHECK(find_special(plain.data(), plain.data() + plain.size()) == plain.data() + plain.size());
}

TEST_CASE("the closing quote is found after any text of every length") {
    support::random random(1);
    constexpr std::string_view set("\\\\\\\"\"\n\x01\x1F \x7F\x80\xFF\xC3u", 14);
    for (int i = 0; i != 50'000; ++i) {
        const std::string text = random_text(random, set, 70);
        const block b(text);
        const string_end found = find_string_end(b.begin(), b.end());
        const string_end due = expected_end(b.begin(), b.end());
        if (found.quote != due.quote || found.ends != due.ends || found.escapes != due.escapes) {
            FAIL(text);
        }
        const std::string_view raw(b.begin(), static_cast<std::size_t>(found.quote - b.begin()));
        const bool any = raw.find_first_not_of(std::string_view("a\\\"\n\x01\x1F \x7Fu", 9)) !=
                         std::string_view::npos;
        if (any && !found.high) FAIL("high bytes were not seen: " + text);
    }
}

TEST_CASE("the backslashes that begin an escape are every other one of each run") {
    for (std::uint32_t bits = 0; bits != 0x10000; ++bits) {
        std::uint32_t due = 0;
        for (std::size_t i = 0; i < 16; ++i) {
            if ((bits >> i & 1) == 0) continue;
            due |= std::uint32_t{1} << i;
            ++i;  // whatever follows is escaped
        }
        if (escapes_begun(bits) != due) FAIL(bits);
    }
}

TEST_CASE("the closing quote is found after any run of backslashes at every offset") {
    for (std::size_t before = 0; before != 36; ++before) {
        for (std::size_t run = 0; run != 40; ++run) {
            const block b(std::string(before, 'a') + std::string(run, '\\') + "\"b\"\\,");
            const string_end found = find_string_end(b.begin(), b.end());
            const string_end due = expected_end(b.begin(), b.end());
            if (found.quote != due.quote || found.ends != due.ends ||
                found.escapes != due.escapes) {
                FAIL(before << " bytes, then " << run << " backslashes");
            }
        }
    }
}

TEST_CASE("the first byte that is not plain text is found at every position") {
    for (std::size_t size = 0; size != 50; ++size) {
        for (std::size_t at = 0; at <= size; ++at) {
            for (const char c : std::string_view("\"\\\n\x1F\x80\xFF", 6)) {
                std::string text(size, ' ');
                if (at != size) text[at] = c;
                const block b(text);
                if (find_special_soon(b.begin(), b.end()) != b.begin() + at)
                    FAIL(size << " " << at);
            }
        }
    }
}

TEST_CASE("a string that is skipped ends behind its quote, or where the text ends") {
    const std::string_view text = "a\\\"b\\\\\" \"";
    CHECK(skip_string(text.data(), text.data() + text.size()) == text.data() + 7);
    for (std::size_t size = 0; size != 7; ++size) {
        const block cut(text.substr(0, size));
        CHECK(skip_string(cut.begin(), cut.end()) == cut.end());
    }
}

TEST_CASE("hexadecimal digits have their values, other characters have none") {
    for (int c = 0; c != 256; ++c) {
        const std::string_view digits = "0123456789abcdef";
        const char lower = static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c);
        const std::size_t at = digits.find(lower);
        CHECK(hex_digit(static_cast<char>(c)) ==
              (at == std::string_view::npos ? -1 : static_cast<int>(at)));
    }
}

TEST_CASE("the first byte of a block that is not plain text is found") {
    for (int byte = 0; byte != 256; ++byte) {
        const char c = static_cast<char>(byte);
        const bool special = byte < 0x20 || byte >= 0x80 || c == '"' || c == '\\';
        for (std::ptrdiff_t at = 0; at != block_size; ++at) {
            std::string block(static_cast<std::size_t>(block_size), 'x');
            block.replace(static_cast<std::size_t>(at), 1, 1, c);
            if (at + 1 < block_size) block.back() = '"';
            const std::ptrdiff_t found = find_special_in_block(block.data()) - block.data();
            REQUIRE(found == (special ? at : at + 1 < block_size ? block_size - 1 : block_size));
        }
    }
}

TEST_CASE("white space ends at its first other byte, whatever its length") {
    for (std::size_t size = 0; size != 130; ++size) {
        for (const char* const kind : {"    ", "\n   ", "\r\n\t ", "\t\t\t\t"}) {
            std::string space;
            while (space.size() < size) space += space.size() < 4 ? kind[space.size()] : ' ';
            for (const char* const behind : {"", "x", "\x1fx", "\xa0x", "{ \n\n"}) {
                const block text(space + behind);
                CHECK(skip_space(text.begin(), text.end()) == text.begin() + size);
                CHECK(past_space(text.begin(), text.end()) == text.begin() + size);
            }
            if (size == 0) continue;
            // another kind of white space at any place does not end it
            space[size / 2] = '\n';
            space[size - 1] = '\t';
            const block text(space + "x");
            CHECK(skip_space(text.begin(), text.end()) == text.begin() + size);
        }
    }
}

}  // namespace scan_tests
