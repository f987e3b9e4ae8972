#include <oaiwire/server/request_path.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/http/url.hpp>
#include <support/random.hpp>

namespace request_path_tests {

using namespace oaiwire;
using namespace oaiwire::detail;

namespace {

// The parameters, or {"no"}.
std::vector<std::string> match(std::string_view pattern, std::string_view path) {
    path_values found;
    if (!match_path(pattern, path, found)) return {"no"};
    return {found.values.begin(), found.values.begin() + static_cast<long>(found.count)};
}

const std::vector<std::string> no{"no"}, yes{};

}  // namespace

TEST_CASE("a target is taken apart") {
    struct row {
        std::string target{}, path{}, query{};
    };
    const row rows[] = {
        {"/v1/models", "/v1/models", ""},
        {"/v1/models/", "/v1/models", ""},
        {"/v1/models//", "/v1/models/", ""},
        {"/v1/models?a=b?c", "/v1/models", "a=b?c"},
        {"/v1/models/?", "/v1/models", ""},
        {"/", "/", ""},
        {"", "/", ""},
        {"?a", "/", "a"},
        {"*", "*", ""},
        {"http://host:80/v1/x?q", "/v1/x", "q"},
        {"https://host", "/", ""},
        {"https://host?q=/", "/", "q=/"},
    };
    for (const auto& r : rows) {
        INFO(r.target);
        const auto found = parse_target(r.target);
        CHECK(found.path == r.path);
        CHECK(found.query == r.query);
    }
}

TEST_CASE("a path matches segment by segment") {
    CHECK(match("/models", "/models") == yes);
    CHECK(match("/models", "/model") == no);
    CHECK(match("/models", "/models/x") == no);
    CHECK(match("/models/~", "/models") == no);
    CHECK(match("/models/~", "/models/") == no);
    CHECK(match("/models/~", "/models/a%2Fb") == std::vector<std::string>{"a%2Fb"});
    CHECK(match("/models/~", "/models/a/b") == no);
    CHECK(match("/a/~/b/~", "/a/1/b/2") == std::vector<std::string>{"1", "2"});
    CHECK(match("/a/~/b", "/a//b") == no);
    CHECK(match("/a", "//a") == no);
    CHECK(match("/a", "a") == no);
    CHECK(match("/a", "/%61") == no);
    CHECK(match("/a", "/A") == no);
    // more parameters than there is room for
    CHECK(match("/~/~/~/~/~/~/~/~", "/1/2/3/4/5/6/7/8").size() == 8);
    CHECK(match("/~/~/~/~/~/~/~/~/~", "/1/2/3/4/5/6/7/8/9") == no);
}

TEST_CASE("a prefix ends between segments") {
    std::string_view rest;
    CHECK(below_prefix("/v1/models", "/v1", rest));
    CHECK(rest == "/models");
    CHECK(below_prefix("/v1", "/v1", rest));
    CHECK(rest.empty());
    CHECK(below_prefix("/v1/models", "", rest));
    CHECK(rest == "/v1/models");
    CHECK_FALSE(below_prefix("/v10/models", "/v1", rest));
    CHECK_FALSE(below_prefix("/v", "/v1", rest));
}

TEST_CASE("what a client encodes is decoded") {
    support::random random(7);
    for (int round = 0; round != 2000; ++round) {
        std::string text = "x";
        for (std::size_t n = random.below(12); n != 0; --n) {
            append_utf8(text, static_cast<std::uint32_t>(random.below(0xD000)));
        }
        std::string path, query, decoded;
        REQUIRE(http::append_path_segment(path, text));
        REQUIRE(percent_decode(std::string_view(path).substr(1), '+', decoded));
        CHECK(decoded == text);
        http::append_query(query, "", text);
        REQUIRE(percent_decode(std::string_view(query).substr(2), ' ', decoded));
        CHECK(decoded == text);
    }
}

TEST_CASE("malformed encoding is refused") {
    std::string out;
    for (const std::string_view text :
         {"%", "%2", "%2g", "%g2", "a%", "%%20", "%C3", "%FF", "%ED%A0%80", "%C0%AF"}) {
        INFO(text);
        CHECK_FALSE(percent_decode(text, '+', out));
    }
    CHECK(percent_decode("a+b%2Bc", ' ', out));
    CHECK(out == "a b+c");
}

TEST_CASE("a parameter has no control characters and leaves no folder") {
    std::string out;
    for (const std::string_view text :
         {".", "..", "%2e", "%2E%2e", ".%2E", "a%2F..%2Fb", "..%2Fb", "a%2F..", "a%5C..%5Cb",
          "%2F.%2F", "a%00", "a%0Ab", "a%0D", "%7F", "%C2%85", "%E2%80%A8", "a%2Gb", "%252e"}) {
        INFO(text);
        CHECK_FALSE(decode_parameter(text, out));
    }
    for (const std::string_view text : {"...", "a..b", "..a", "a.", "%2F", "a%2Fb", "+"}) {
        INFO(text);
        CHECK(decode_parameter(text, out));
    }
    CHECK(decode_parameter("meta%2Fllama%203.1", out));
    CHECK(out == "meta/llama 3.1");
}

}  // namespace request_path_tests
