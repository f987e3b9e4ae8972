// The decoder of chunked bodies for every split and every short input, against the reference
// decoder.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/chunked_decoder.hpp>
#include <oracle/chunked.hpp>
#include <support/catch.hpp>
#include <support/chunked_runs.hpp>
#include <support/cuttings.hpp>
#include <support/full_size.hpp>
#include <support/json_texts.hpp>
#include <support/live_strings.hpp>

namespace chunked_body_tests {

using namespace oaiwire;
using namespace support::chunks;

namespace {

std::vector<std::string> bodies() {
    std::vector<std::string> out;
    for (const auto& body : valid_bodies()) out.push_back(body.bytes);
    for (const auto& body : bad_bodies()) out.push_back(body.bytes);
    return out;
}

// Small enough for the bodies to exceed them.
std::vector<limits> bounds() {
    std::vector<limits> out(2);
    out[1].chunk_extensions = 3;
    out[1].trailers = 6;
    out[1].headers = 1;
    return out;
}

// The number of runs. `every` is a function of support/cuttings.hpp.
template <class Every>
std::size_t check_cuts(std::size_t longest, Every&& every) {
    std::size_t runs = 0;
    for (const limits& l : bounds()) {
        for (const std::string& body : bodies()) {
            if (body.size() > longest) continue;
            const seen want = expected(body, l);
            every(body.size(), [&](const support::cutting& cuts) {
                ++runs;
                std::vector<std::size_t> sizes;
                std::size_t from = 0;
                for (const std::size_t at : cuts) {
                    sizes.push_back(at - from);
                    from = at;
                }
                if (decode(body, sizes, l) == want) return;
                CAPTURE(body, cuts);
                REQUIRE(decode(body, sizes, l) == want);
            });
        }
    }
    return runs;
}

// All strings after the prefix, and much longer ones of those that are still valid prefixes.
void check_strings(const std::string& prefix, std::string_view alphabet, std::size_t longest,
                   std::size_t longest_live, const limits& l = {}) {
    std::string text = prefix;
    support::every_string(alphabet, longest, [&](std::string_view rest) {
        text.replace(prefix.size(), std::string::npos, rest);
        agrees_with_oracle(text, l);
    });
    text = prefix;
    std::size_t count = 0;
    support::every_live_string(text, alphabet, longest_live, [&](const std::string& body) {
        ++count;
        agrees_with_oracle(body, l);
        return oracle::read_chunked(body, l).outcome == oracle::chunked_body::verdict::more;
    });
    CHECK(count > 100);
}

}  // namespace

TEST_CASE(
    "chunked bodies split in two and three at every position decode as in the reference decoder") {
    CHECK(check_cuts(120, [](auto size, auto f) { support::every_cut_in_two(size, f); }) > 4000);
    const auto longest = support::scaled<std::size_t>(60, 120, 120);
    CHECK(check_cuts(longest, [](auto size, auto f) { support::every_cut_in_three(size, f); }) >
          10'000);
}

TEST_CASE("chunked bodies of up to 18 bytes in every split") {
    const auto longest = support::scaled<std::size_t>(13, 18, 18);
    CHECK(check_cuts(longest, [](auto size, auto f) { support::every_cutting(size, f); }) > 20'000);
}

TEST_CASE("every short text of chunked framing decodes as in the reference decoder") {
    const auto size = [](std::size_t o0, std::size_t o1, std::size_t full) {
        return support::scaled(o0, o1, full);
    };
    SECTION("a chunk head") {
        check_strings("", "05a;\r\n", size(5, 8, 9), size(7, 10, 11));
    }
    SECTION("an extension") {
        check_strings("1;a", "a=\"\\ ;\r\n", size(4, 6, 7), size(5, 7, 8));
    }
    SECTION("after a chunk") {
        check_strings("1\r\n", "01\r\n", size(6, 9, 10), size(9, 12, 13));
    }
    SECTION("trailers") {
        check_strings("0\r\n", "a: \t\r\n", size(5, 7, 8), size(7, 10, 11));
    }
    SECTION("with small limits") {
        limits tight;
        tight.chunk_extensions = 4;
        tight.trailers = 5;
        tight.headers = 1;
        check_strings("", "01;a:\r\n", size(4, 7, 8), size(6, 9, 10), tight);
        check_strings("0\r\n", "a:\r\n", size(6, 9, 10), size(9, 12, 13), tight);
    }
}

}  // namespace chunked_body_tests
