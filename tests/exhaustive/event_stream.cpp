// The event stream decoder for every split and every short input, against the reference decoder.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/sse/decoder.hpp>
#include <oracle/event_stream.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/cuttings.hpp>
#include <support/event_stream_runs.hpp>
#include <support/full_size.hpp>
#include <support/json_texts.hpp>

namespace event_stream_tests {

using namespace oaiwire;
using namespace support::events;

namespace {

std::vector<std::string> streams() {
    std::vector<std::string> out;
    for (const auto& c : support::cases("sse_cases.jsonl")) {
        out.push_back(support::unescaped(c.at("input_escaped")));
    }
    return out;
}

// One decoder for many runs, as in a client.
class checker {
public:
    explicit checker(std::string text)
        : text_(std::move(text)), expected_(oracle::read_event_stream(text_)) {}

    void operator()(const support::cutting& cuts) {
        ++runs;
        decoder_.reset();
        require_same(text_, decode(text_, cuts, decoder_), expected_);
    }

    std::size_t runs = 0;

private:
    std::string text_;
    outcome expected_;
    sse::decoder decoder_{{}, everything};
};

// The number of runs. `every` is a function of support/cuttings.hpp.
template <class Every>
std::size_t check_cuts(std::size_t longest, Every every) {
    std::size_t runs = 0;
    for (const std::string& text : streams()) {
        if (text.size() > longest) continue;
        checker check(text);
        every(text.size(), check);
        runs += check.runs;
    }
    return runs;
}

// Every string over the alphabet after the prefix: as a whole and byte by byte.
std::size_t check_strings(const std::string& prefix, std::string_view alphabet,
                          std::size_t longest) {
    std::size_t count = 0;
    std::string text = prefix;
    sse::decoder decoder({}, everything);
    support::cutting bytes;
    support::every_string(alphabet, longest, [&](std::string_view rest) {
        ++count;
        text.replace(prefix.size(), std::string::npos, rest);
        const outcome expected = oracle::read_event_stream(text);
        decoder.reset();
        require_same(text, decode(text, {}, decoder), expected);
        bytes.clear();
        for (std::size_t at = prefix.size(); at < text.size(); ++at) bytes.push_back(at);
        decoder.reset();
        require_same(text, decode(text, bytes, decoder), expected);
    });
    return count;
}

constexpr std::size_t power(std::size_t base, std::size_t exponent) {
    return exponent == 0 ? 1 : base * power(base, exponent - 1);
}

}  // namespace

TEST_CASE(
    "every event stream case split in two at every position decodes as in the reference decoder") {
    const auto longest = support::scaled<std::size_t>(600, 10000, 10000);
    CHECK(check_cuts(longest, [](auto size, auto& f) { support::every_cut_in_two(size, f); }) >
          10'000);
}

TEST_CASE("event streams of up to 120 bytes split in three at every position") {
    const auto longest = support::scaled<std::size_t>(80, 120, 120);
    CHECK(check_cuts(longest, [](auto size, auto& f) { support::every_cut_in_three(size, f); }) >
          20'000);
}

TEST_CASE("event streams of up to 18 bytes in every split") {
    const auto longest = support::scaled<std::size_t>(14, 18, 18);
    CHECK(check_cuts(longest, [](auto size, auto& f) { support::every_cutting(size, f); }) >
          30'000);
}

TEST_CASE("every short text decodes as in the reference decoder") {
    SECTION("after a data field") {
        const std::string_view alphabet = "dat: \n\rx";
        const auto longest = support::scaled<std::size_t>(5, 7, 8);
        CHECK(check_strings("data:", alphabet, longest) > power(alphabet.size(), longest));
    }
    SECTION("at the start of a stream") {
        const std::string_view alphabet = "dat:\n\r";
        const auto longest = support::scaled<std::size_t>(6, 8, 9);
        CHECK(check_strings("", alphabet, longest) > power(alphabet.size(), longest));
    }
    SECTION("after and inside a byte order mark") {
        const auto longest = support::scaled<std::size_t>(3, 5, 7);
        CHECK(check_strings("\xEF\xBB\xBF", "d:\n\r\xEF\xBB\xBF", longest) > power(7, longest));
        CHECK(check_strings("", "d:\n\xEF\xBB\xBF", longest) > power(6, longest));
    }
    SECTION("after each other field") {
        const auto longest = support::scaled<std::size_t>(3, 5, 6);
        for (const char* const before : {"event", "id", "retry", "data: a\nid", "id: 7\n\ndata"}) {
            const std::string_view alphabet(": 1x\n\r\0", 7);
            CHECK(check_strings(before, alphabet, longest) > power(7, longest));
        }
    }
    SECTION("composed of whole fields and line ends") {
        const std::vector<std::string> words = {"data", "event", "id", "retry", ":",   " ",
                                                "7",    "x",     "\n", "\r",    "\r\n"};
        const auto longest = support::scaled<std::size_t>(3, 5, 6);
        std::string digits;
        for (char c = 0; c != static_cast<char>(words.size()); ++c) digits += c;
        sse::decoder decoder({}, everything);
        std::string text;
        support::every_string(digits, longest, [&](std::string_view which) {
            text.clear();
            for (const char c : which) text += words[static_cast<std::size_t>(c)];
            decoder.reset();
            require_same(text, decode(text, {}, decoder), oracle::read_event_stream(text));
        });
    }
}

}  // namespace event_stream_tests
