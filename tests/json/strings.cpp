#include <oaiwire/json/strings.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstring>
#include <memory>
#include <string>
#include <string_view>

#include <support/random.hpp>

namespace strings_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

// The reference: one byte at a time.
raw_text expected_end(const char* p, const char* end) {
    raw_text r;
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

TEST_CASE("the closing quote is found after any text of every length") {
    support::random random(1);
    constexpr std::string_view set("\\\\\\\"\"\n\x01\x1F \x7F\x80\xFF\xC3u", 14);
    for (int i = 0; i != 50'000; ++i) {
        const std::string text = random_text(random, set, 70);
        const block b(text);
        const raw_text found = find_string_end(b.begin(), b.end());
        const raw_text due = expected_end(b.begin(), b.end());
        if (found.quote != due.quote || found.ends != due.ends || found.escapes != due.escapes) {
            FAIL(text);
        }
        const std::string_view raw(b.begin(), static_cast<std::size_t>(found.quote - b.begin()));
        const bool any = raw.find_first_not_of(std::string_view("a\\\"\n\x01\x1F \x7Fu", 9)) !=
                         std::string_view::npos;
        if (any && !found.high) FAIL("high bytes were not seen: " + text);
    }
}

TEST_CASE("a string without unusual content is decoded as by the general path") {
    support::random random(2);
    const std::string_view pieces[] = {
        "\\n",     "\\\"", "\\\\",  "\\/", "\\b", "\\u00e9", "\\ud83c\\udf24", "é",
        "\\u0000", "青",   "\\u12", "\\x", "\\",  "\\ud800", "\\udf24"};
    std::size_t plain = 0;
    for (int i = 0; i != 50'000; ++i) {
        std::string raw;
        for (std::size_t n = random.below(12); n != 0; --n) {
            raw += std::string(random.below(24), 'x');
            if (random.one_in(3)) raw += pieces[random.below(random.one_in(10) ? 15 : 10)];
        }
        const block b(raw);
        json_scan::fault f;
        const std::string closed = raw + "\"";
        const char* const after =
            json_scan::check_string(closed.data(), closed.data() + closed.size(), f);
        const bool valid = after == closed.data() + closed.size();
        std::string due;
        const bool sound =
            valid && json_scan::append_unescaped(due, raw, json_scan::surrogates::refuse);
        std::string out = random.one_in(2) ? "what was there before, and is longer" : "";
        const bool done = unescape_plainly({b.begin(), b.size}, out);
        if (done != sound) FAIL(raw);
        if (done && out != due) FAIL(raw + " became " + out);
        plain += done ? 1 : 0;
    }
    CHECK(plain > 10'000);
}

TEST_CASE("a text overwrites another of any length") {
    for (std::size_t before = 0; before != 40; ++before) {
        for (std::size_t size = 0; size != 40; ++size) {
            std::string out(before, 'o');
            const std::string text(size, 't');
            assign_text(out, text.data(), text.size());
            if (out != text) FAIL(before << " " << size);
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

}  // namespace strings_tests
