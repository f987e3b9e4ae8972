#include <oaiwire/json/text/decode_string.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/utf8.hpp>
#include <support/random.hpp>

namespace decode_string_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;
using json::surrogates;

namespace {

// What reading a string gives: its size with its quote and its text, or size 0.
struct outcome {
    std::size_t size = 0;
    std::string text{};
    bool lone = false;
    errc code = errc::ok;  // of the fault, which half of a surrogate pair has
    std::size_t at = 0;
    friend bool operator==(const outcome&, const outcome&) = default;
};

// The string behind `before`, in memory of exactly its size.
outcome decoded(std::string_view before, std::string_view raw, std::string out, surrogates policy) {
    const std::size_t size = before.size() + raw.size();
    const auto text = std::make_unique<char[]>(size);
    std::memcpy(text.get(), before.data(), before.size());
    if (!raw.empty()) std::memcpy(text.get() + before.size(), raw.data(), raw.size());
    const char* const from = text.get() + before.size();
    string_checker checker;
    outcome found;
    fault f;
    const char* const after =
        decode_string({text.get(), size}, from, out, policy, found.lone, f, checker);
    if (after) {
        found.size = static_cast<std::size_t>(after - from);
        found.text = std::move(out);
    } else {
        found.lone = false;
        found.code = f.code;
        if (f.at) found.at = static_cast<std::size_t>(f.at - from);
    }
    return found;
}

// The same in two passes: the check, then the escapes.
outcome expected(std::string_view raw, surrogates policy) {
    outcome due;
    string_checker checker;
    fault wrong;
    const char* const after = checker(raw.data(), raw.data() + raw.size(), wrong);
    if (!after) return due;
    const auto size = static_cast<std::size_t>(after - raw.data());
    fault f;
    if (unescape(raw.substr(0, size - 1), due.text, 0, policy, due.lone, f)) {
        due.size = size;
        return due;
    }
    due = {};
    due.code = f.code;
    due.at = static_cast<std::size_t>(f.at - raw.data());
    return due;
}

// Half of a pair may be met before what is malformed, which the caller then finds.
bool is_right(std::string_view before, std::string_view raw, std::string out, surrogates policy) {
    outcome found = decoded(before, raw, std::move(out), policy);
    const outcome due = expected(raw, policy);
    if (due.size == 0 && due.code == errc::ok) return found.size == 0;
    return found == due;
}

}  // namespace

TEST_CASE("strings of any length are decoded, with any byte in them, and any text behind") {
    std::size_t wrong = 0;
    for (std::size_t size = 0; size != 131; ++size) {
        for (const std::size_t behind : {0U, 1U, 60U, 95U, 96U, 97U, 130U}) {
            const std::string raw = std::string(size, 'x') + '"' + std::string(behind, ',');
            for (const std::string_view before : {"\"", "[\"", "[ \"", "{\"a\":\""}) {
                wrong += is_right(before, raw, "", surrogates::refuse) ? 0 : 1;
                wrong += is_right(before, raw, std::string(700, 'o'), surrogates::refuse) ? 0 : 1;
            }
            for (std::size_t at = 0; at < size; at += behind == 96 ? 1 : 7) {
                for (const char c : {'"', '\\', '\n', '\x80', '\xc3', '\xe2', '\xf0', ' '}) {
                    std::string changed = raw;
                    changed[at] = c;
                    wrong += is_right("[ \"", changed, "short", surrogates::refuse) ? 0 : 1;
                }
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("long strings are decoded into texts of any size, with anything at any place") {
    const std::string_view pieces[] = {
        "\\n", "\\\"",           "\\\\",         "\\u00e4",         "\xc3\xa9",
        "\\/", "\\ud83c\\udf24", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4"};
    const std::string_view rare[] = {"\"",   "\\ud83c",  "\\udf24", "\\x",          "\\u12x4",
                                     "\xc3", "\xe9\x9d", "\x80",    "\xed\xa0\x80", "\n"};
    const surrogates policies[] = {surrogates::refuse, surrogates::replace, surrogates::keep};
    support::random r(52);
    std::size_t wrong = 0;
    std::size_t whole = 0;
    for (int i = 0; i != 30'000; ++i) {
        std::string raw;
        const std::size_t dense = 1 + r.below(40);
        const std::size_t most = r.one_in(3) ? 400 : 120;
        const std::size_t good = r.one_in(2) ? 100'000 : 100;
        for (std::size_t n = r.below(most); n != 0; --n) {
            if (r.one_in(good)) {
                raw += rare[r.below(std::size(rare))];
            } else {
                raw += r.one_in(dense) ? pieces[r.below(std::size(pieces))] : "plain";
            }
        }
        if (!r.one_in(20)) raw += '"';
        raw += std::string(r.below(200), ' ');
        const std::string out(r.below(r.one_in(2) ? 3000 : 20), 'o');
        const surrogates policy = policies[r.below(3)];
        wrong += is_right("{\"content\":\"", raw, out, policy) ? 0 : 1;
        whole += expected(raw, policy).size != 0 ? 1U : 0U;
    }
    CHECK(wrong == 0);
    CHECK(whole > 10'000);
}

TEST_CASE("a string that is as long as its part of a buffer, or longer by a few bytes, is whole") {
    std::size_t wrong = 0;
    for (std::size_t size = 380; size != 640; ++size) {
        for (const std::string_view end : {"\"", "\\n\"", "\\ud83c\\udf24\"", "\xe9\x9d\x92\""}) {
            const std::string raw =
                std::string(size, 'x') + std::string(end) + std::string(100, ' ');
            for (const std::size_t had : {0U, 500U, 600U, 610U, 700U, 2000U}) {
                wrong += is_right("[ \"", raw, std::string(had, 'o'), surrogates::refuse) ? 0 : 1;
            }
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a text is short if its quote is among 32 bytes, and it is UTF-8 without escapes") {
    const std::string_view pieces[] = {
        "x",  "plain", "\xc3\xa9", "\xe9\x9d\x92", "\xf0\x9f\x8c\xa4", "\"", "\\\"",
        "\n", "\x7f",  "\xe9\x9d", "\x80",         "\xed\xa0\x80"};
    support::random r(53);
    std::size_t wrong = 0;
    std::size_t read = 0;
    for (int i = 0; i != 200'000; ++i) {
        const std::size_t kinds = r.one_in(4) ? std::size(pieces) : 6;
        std::string bytes;
        while (bytes.size() < 32) {
            bytes += r.one_in(16) ? std::string(r.below(16), 'y')
                                  : std::string(pieces[r.below(r.one_in(3) ? kinds : 5)]);
        }
        bytes.resize(32);
        std::size_t size = 0;
        while (size != 32 && bytes[size] != '"' && bytes[size] != '\\' &&
               static_cast<unsigned char>(bytes[size]) >= 0x20) {
            ++size;
        }
        const std::string text = bytes.substr(0, size);
        const bool good =
            size != 32 && bytes[size] == '"' && find_invalid_utf8(text) == std::string_view::npos;
        const auto from = std::make_unique<char[]>(32);
        std::memcpy(from.get(), bytes.data(), 32);
        const std::string before(r.below(r.one_in(2) ? 40 : 4), 'o');
        std::string out = before;
        const char* const quote = read_short_text(from.get(), out);
        wrong += quote == (good ? from.get() + size : nullptr) ? 0 : 1;
        wrong += out == (good ? text : before) ? 0 : 1;
        read += good ? 1U : 0U;
    }
    CHECK(wrong == 0);
    CHECK(read > 20'000);
    CHECK(read < 180'000);
}

}  // namespace decode_string_tests
