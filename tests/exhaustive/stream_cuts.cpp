// Chat streams in every split: chunks, end, error and statistics are those of the whole body.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/chat_bodies.hpp>
#include <support/cuttings.hpp>
#include <support/full_size.hpp>
#include <support/outcome.hpp>

namespace stream_cuts_tests {

namespace {

// Bodies of at most 120 bytes, each with a chunk, an error or an end.
const std::vector<std::string>& short_bodies() {
    static const std::vector<std::string> bodies = {
        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: [DONE]\n\n",
        "data:{\"choices\":[{\"finish_reason\":\"stop\"}]}\r\n\r\n: x\r\n\r\ndata: x\r\n\r\n",
        "\xEF\xBB\xBF"
        "event: e\rdata: {\"choices\":[{\"delta\":{}}]}\r\rdata:[DONE]\r\r",
        "data: {\"choices\":[{\"delta\":\ndata: {\"content\":\"\\ud83d\"}}]}\n\nerror: x\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":\"\xC3\xA9\"}}]}{\"choices\":[]}\ndata: "
        "[DONE]\n\n",
        "event: error\ndata: {\"message\":\"no\"}\n\ndata: {}\n\n",
        "{\"choices\":[{\"delta\":{\"content\":\"a\"},\"finish_reason\":\"stop\"}]}\n",
        " :\n\n{\"error\":{\"message\":\"no\",\"code\":7}}",
        "<html><body>no</body></html>",
        "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\ndata: {\"choices\":[{\"del",
    };
    return bodies;
}

// Bodies of at most 18 bytes.
const std::vector<std::string>& tiny_bodies() {
    static const std::vector<std::string> bodies = {
        "data: [DONE]\n\n",
        "data:[DONE]\r\n\r\n",
        "data:{}\n\ndata:7\n\n",
        "\xEF\xBB\xBF"
        "data:[DONE]\r\r",
        "data:[DONE]",
        "error: x\n\ndata:\n",
        ": ping\n\n{\"a\":1}",
        "{\"error\":\"no\"}",
        "{}{\"error\":\"no\"}",
        "[{\"error\":\"x\"}]",
        "retry: 5\rdata:\"\"\r",
        "data:{\ndata:}\n\n",
        "<p>no</p>",
        "data: {\"a\n\ndata: 1",
        "event:error\ndata:x",
        "data:data: {}\n\nx",
    };
    return bodies;
}

// The number of runs. `every` is a function of support/cuttings.hpp.
template <class Every>
std::size_t check(const std::string& body, Every&& every) {
    std::size_t runs = 0;
    const std::string whole = support::decode(body).text();
    std::vector<std::string> pieces;
    every(body.size(), [&](const support::cutting& cuts) {
        ++runs;
        pieces.clear();
        std::size_t from = 0;
        for (const std::size_t at : cuts) {
            pieces.push_back(body.substr(from, at - from));
            from = at;
        }
        pieces.push_back(body.substr(from));
        const std::string cut = support::decode(pieces).text();
        if (cut == whole) return;
        CAPTURE(support::escaped(body), cuts);
        REQUIRE(cut == whole);
    });
    return runs;
}

// The same for all bodies that are short enough.
template <class Every>
std::size_t check_all(const std::vector<std::string>& bodies, std::size_t longest, Every every) {
    std::size_t runs = 0;
    for (const std::string& body : bodies) {
        if (body.size() <= longest) runs += check(body, every);
    }
    return runs;
}

}  // namespace

TEST_CASE("every chat stream split in two at every position gives the same result") {
    const auto longest = support::scaled<std::size_t>(400, 2000, 2000);
    CHECK(check_all(support::chat_bodies(), longest,
                    [](auto size, auto f) { support::every_cut_in_two(size, f); }) > 3000);
}

TEST_CASE("short chat streams split in three at every position give the same result") {
    for (const std::string& body : short_bodies()) REQUIRE(body.size() <= 120);
    const auto longest = support::scaled<std::size_t>(60, 120, 120);
    CHECK(check_all(short_bodies(), longest,
                    [](auto size, auto f) { support::every_cut_in_three(size, f); }) > 3000);
}

TEST_CASE("tiny chat streams in every split give the same result") {
    for (const std::string& body : tiny_bodies()) REQUIRE(body.size() <= 18);
    const auto longest = support::scaled<std::size_t>(13, 18, 18);
    CHECK(check_all(tiny_bodies(), longest,
                    [](auto size, auto f) { support::every_cutting(size, f); }) > 1000);
}

}  // namespace stream_cuts_tests
