#include <oaiwire/stream/argument_pieces.hpp>

#include <string>
#include <vector>

#include <support/catch.hpp>

namespace argument_pieces_tests {

using oaiwire::json_progress;
using oaiwire::detail::argument_pieces;

namespace {

std::string text(const std::vector<std::string>& pieces) {
    argument_pieces all;
    std::string out;
    for (const auto& piece : pieces) all.add(out, piece);
    return out;
}
std::string joined(const std::vector<std::string>& pieces) {
    std::string out;
    for (const auto& piece : pieces) out += piece;
    return out;
}

}  // namespace

TEST_CASE("cumulative arguments are replaced, at every point of the stream") {
    const std::string whole = R"({"q":"ab","n":[1,{"a":{}}],"t":"\"}"})";
    for (std::size_t step = 1; step <= whole.size(); ++step) {
        std::vector<std::string> pieces;
        for (std::size_t n = step; n < whole.size(); n += step)
            pieces.push_back(whole.substr(0, n));
        pieces.push_back(whole);
        CHECK(text(pieces) == whole);
        pieces.push_back(whole);
        CHECK(text(pieces) == whole);
        pieces.push_back("");
        CHECK(text(pieces) == whole);
    }
    // not complete yet, or never
    CHECK(text({"{", "{\"q"}) == "{\"q");
    CHECK(text({"{\"q\":\"", "{\"q\":\"a", "{\"q\":\"ab"}) == "{\"q\":\"ab");
    CHECK(text({"{\"q\":", "{\"q\":1}"}) == "{\"q\":1}");
}

TEST_CASE("pieces with the same start are joined if the result is JSON or its start") {
    CHECK(text({"1", "11"}) == "111");
    CHECK(text({"1", "1", "1"}) == "111");
    CHECK(text({"{\"a\":", "{\"a\":1}", "}"}) == "{\"a\":{\"a\":1}}");
    CHECK(text({"{\"a\":", "{\"a\":1}}"}) == "{\"a\":{\"a\":1}}");
    CHECK(text({"{\"a\":", "{\"a\":", "{\"a\":1}}}"}) == "{\"a\":{\"a\":{\"a\":1}}}");
    CHECK(text({"{\"a\":", "{\"a\":{\"b\":", "{\"a\":{\"b\":1}}}}}"}) ==
          "{\"a\":{\"a\":{\"b\":{\"a\":{\"b\":1}}}}}");
    CHECK(text({"[", "[[", "[[1]]", "]]", "]"}) == "[[[[[1]]]]]");
    CHECK(text({" ", "  ", "{}"}) == "   {}");
    CHECK(text({"not JSON", "not JSON at all"}) == "not JSONnot JSON at all");
}

TEST_CASE("one piece that does not start with the previous one shows that all must be joined") {
    const std::vector<std::string> pieces{"{", "{\"q", "{\"q\":\"a", "b\"}"};
    CHECK(text(pieces) == joined(pieces));
    const std::vector<std::string> late{"{\"q\":", "{\"q\":1}", "{\"q\":1} ", "x", "{\"q\":1}"};
    CHECK(text(late) == joined(late));
}

TEST_CASE("joining the pieces of a text gives the text, for every split") {
    for (const char* whole : {"{\"a\":{\"a\":1}}", "[[1,1],[1,1]]", "[11,1,{\"a\":11}]"}) {
        const std::string all = whole;
        const std::size_t bits = all.size() - 1;
        for (std::size_t cuts = 0; cuts != std::size_t{1} << bits; ++cuts) {
            std::vector<std::string> pieces{std::string(1, all[0])};
            for (std::size_t i = 0; i != bits; ++i) {
                if (cuts >> i & 1) {
                    pieces.emplace_back();
                }
                pieces.back() += all[i + 1];
            }
            if (text(pieces) != all) FAIL_CHECK(all << " cut by " << cuts);
        }
    }
}

TEST_CASE("complete arguments that are repeated are ignored, other pieces are appended") {
    CHECK(text({"{\"q\":", "1}", "{\"q\":1}"}) == "{\"q\":1}");
    CHECK(text({"{}", "{}", "{}"}) == "{}");
    CHECK(text({"{}", "{\"q\":1}"}) == "{}{\"q\":1}");
    CHECK(text({"{}", " "}) == "{} ");
    CHECK(text({"ab", "c", "abc"}) == "abcabc");
    CHECK(text({"12", "3", "123"}) == "123123");
}

TEST_CASE("progress() is that of the joined text") {
    argument_pieces pieces;
    std::string all;
    CHECK(pieces.now(all) == json_progress::state::blank);
    pieces.add(all, "{\"q\":");
    CHECK(pieces.now(all) == json_progress::state::open);
    pieces.add(all, "{\"q\":1}");
    CHECK(pieces.now(all) == json_progress::state::closed);
    pieces.add(all, "}");
    CHECK(all == "{\"q\":{\"q\":1}}");
    CHECK(pieces.now(all) == json_progress::state::closed);
    pieces.add(all, "}");
    CHECK(pieces.now(all) == json_progress::state::broken);
}

}  // namespace argument_pieces_tests
