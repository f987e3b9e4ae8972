#include <oaiwire/types/token_bytes.hpp>
//
#include <support/catch.hpp>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/equal.hpp>
#include <oaiwire/json/partial.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/schema.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <support/json_of.hpp>
#include <support/random.hpp>

namespace token_bytes_tests {

using namespace oaiwire;
using vector = std::vector<std::uint8_t>;

namespace {

vector counting(std::size_t size, std::uint8_t from = 1) {
    vector out(size);
    std::iota(out.begin(), out.end(), from);
    return out;
}

}  // namespace

TEST_CASE(
    "bytes of a token are made from and turned into vectors, ranges and lists of every size") {
    static_assert(sizeof(token_bytes) == 16);
    static_assert(std::is_nothrow_move_constructible_v<token_bytes>);
    static_assert(std::is_nothrow_move_assignable_v<token_bytes>);
    static_assert(std::ranges::contiguous_range<token_bytes>);
    static_assert(std::ranges::contiguous_range<const token_bytes>);
    CHECK(token_bytes{}.empty());
    CHECK(token_bytes{72, 105} == vector{72, 105});
    for (std::size_t size = 0; size != 70; ++size) {
        const vector expected = counting(size, 200);
        const token_bytes bytes = expected;
        REQUIRE(bytes.size() == size);
        CHECK(bytes.empty() == (size == 0));
        CHECK(bytes == expected);
        CHECK(vector(bytes) == expected);
        CHECK(bytes == token_bytes(std::span<const std::uint8_t>(expected)));
        const std::string text(expected.begin(), expected.end());
        CHECK(bytes == token_bytes(text.begin(), text.end()));
        const std::span<const std::uint8_t> span = bytes;
        CHECK(span.size() == size);
        CHECK(bytes.cend() - bytes.cbegin() == static_cast<std::ptrdiff_t>(size));
        if (size == 0) continue;
        CHECK(bytes.front() == expected.front());
        CHECK(bytes.back() == expected.back());
        CHECK(bytes[size / 2] == expected[size / 2]);
    }
}

TEST_CASE("bytes of a token are copied, moved and swapped whether they are in place or not") {
    for (const std::size_t a : {0u, 1u, 14u, 15u, 16u, 40u}) {
        for (const std::size_t b : {0u, 1u, 14u, 15u, 16u, 40u}) {
            token_bytes x = counting(a);
            token_bytes y = counting(b, 100);
            swap(x, y);
            CHECK(x == counting(b, 100));
            CHECK(y == counting(a));
            x = y;
            CHECK(x == counting(a));
            CHECK(y == counting(a));
            token_bytes moved = std::move(x);
            CHECK(moved == counting(a));
            y = counting(b, 50);
            y = std::move(moved);
            CHECK(y == counting(a));
            y = *&y;
            CHECK(y == counting(a));
            y = {1, 2, 3};
            CHECK(y == vector{1, 2, 3});
            CHECK((x == y) == (vector(x) == vector(y)));
        }
    }
}

// Compared with std::vector in random steps.
TEST_CASE("bytes of a token change as a vector does") {
    support::random random(2026);
    token_bytes bytes;
    vector expected;
    for (int i = 0; i != 20'000; ++i) {
        const std::size_t n = random.below(random.one_in(4) ? 60 : 18);
        switch (random.below(6)) {
            case 0:
                bytes.resize(n);
                expected.resize(n);
                break;
            case 1: {
                const vector from = counting(n, static_cast<std::uint8_t>(i));
                bytes.assign(from.begin(), from.end());
                expected = from;
                break;
            }
            case 2:
                bytes.reserve(n);
                CHECK(bytes.capacity() >= n);
                break;
            case 3:
                if (random.one_in(3)) bytes = token_bytes();
                bytes.clear();
                expected.clear();
                break;
            case 4:
                if (expected.empty()) break;
                bytes.pop_back();
                expected.pop_back();
                break;
            default:
                bytes.push_back(static_cast<std::uint8_t>(n));
                expected.push_back(static_cast<std::uint8_t>(n));
        }
        if (bytes != expected || bytes.capacity() < bytes.size()) FAIL(i);
    }
}

TEST_CASE("padded bytes are taken whatever was held before") {
    const vector source = counting(24);
    for (const std::size_t before : {0u, 15u, 30u}) {
        for (std::size_t count = 0; count <= source.size(); ++count) {
            token_bytes bytes = counting(before, 90);
            bytes.assign_padded(source.data(), count);
            CHECK(bytes == counting(count));
        }
    }
}

TEST_CASE("bytes of a token are assigned from a word, in place and on the heap") {
    if constexpr (std::endian::native != std::endian::little) return;
    const vector source{8, 7, 6, 5, 4, 3, 2, 1};
    for (std::size_t before : {0u, 15u, 16u, 40u}) {
        for (std::size_t count = 0; count <= source.size(); ++count) {
            token_bytes bytes = counting(before);
            bytes.assign_word(0x01'02'03'04'05'06'07'08, count);
            CHECK(bytes == vector(source.begin(), source.begin() + static_cast<int>(count)));
            bytes.resize(count + 9);
            CHECK(bytes[count] == 0);
        }
    }
}

TEST_CASE("bytes of a token are an array of integers in JSON, of every length and spelling") {
    for (std::size_t size = 0; size != 40; ++size) {
        const TopLogprob entry{.bytes = counting(size, 230)};
        const std::string text = support::json_of(entry);
        CHECK(support::json_of(*entry.bytes) == support::json_of(counting(size, 230)));
        // twice, so that what was read before is replaced
        TopLogprob read{.bytes = counting(20)};
        for (const std::string_view space : {"", " "}) {
            std::string spaced;
            for (const char c : text) {
                spaced += c;
                if (c == ',' || c == '[') spaced += space;
            }
            REQUIRE(json::read_into(spaced, read));
            CHECK(read == entry);
            CHECK(support::from_json<TokenLogprob>(spaced).bytes == entry.bytes);
        }
    }
    CHECK_FALSE(json::read<token_bytes>("[256]"));
    CHECK_FALSE(json::read<token_bytes>("[null]"));
    CHECK_FALSE(json::read<token_bytes>("\"a\""));
    CHECK(*json::read<token_bytes>("7", json::tolerant) == vector{7});  // docs/quirks.md, 94
    CHECK(*json::read<token_bytes>("[]") == vector{});
}

TEST_CASE("bytes of a token have the schema, the copies and the equality of a list of integers") {
    struct with_bytes {
        token_bytes bytes{};
    };
    struct with_vector {
        vector bytes{};
    };
    CHECK(json::schema<with_bytes>() == json::schema<with_vector>());
    using json::detail::described;
    for (const std::size_t size : {0u, 3u, 15u, 16u, 50u}) {
        const token_bytes from = counting(size);
        token_bytes to = counting(20);
        json::detail::assign_value(&to, &from, described<token_bytes>());
        CHECK(to == from);
        CHECK(json::detail::equal_values(&to, &from, described<token_bytes>()));
        to.push_back(1);
        CHECK_FALSE(json::detail::equal_values(&to, &from, described<token_bytes>()));
    }
}

TEST_CASE("bytes of a token are shown while their JSON arrives") {
    json::partial<TopLogprob> view;
    const std::string text = support::json_of(TopLogprob{.token = "t", .bytes = counting(30)});
    for (const char& c : text) REQUIRE(view.feed({&c, 1}) == errc::ok);
    REQUIRE(view.finish());
    CHECK(view.value().bytes == counting(30));
}

}  // namespace token_bytes_tests
