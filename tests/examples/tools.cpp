// The example program tools: its answer, its report of each step, and exit status.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <support/catch.hpp>

#include "program.hpp"

namespace tools_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended tools(std::vector<std::string> words, std::string_view input = "",
            std::vector<std::string> variables = {}) {
    words.insert(words.begin(), OAIWIRE_TEST_EXAMPLES "/tools");
    support::program p(std::move(words), std::move(variables), input);
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

bool contains(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("tools lets the model call three tools, and prints the answer and the notes") {
    const auto r = tools({"--yes", "How is the weather in Oslo?"});
    CHECK(r.status == 0);
    CHECK(contains(r.out, R"(The tools said: {"city":"Oslo","sky":"snow","degrees":-3}; it is )"));
    CHECK(contains(r.out, "; ok\nNote: Oslo\n"));
    CHECK(contains(r.err, "tools: finished weather: "));
    CHECK(contains(r.err, "tools: 2 calls of the model, 3 of tools, "));
}

TEST_CASE("tools tells the model of a tool that fails, and of a call that was not approved") {
    const auto no = tools({"How is the weather in Atlantis?"}, "n\n");
    CHECK(no.status == 0);
    CHECK(contains(no.err, "may the model call note({\"text\":\"Atlantis\"})? [y/N]"));
    CHECK(contains(no.out, "error: the weather of Atlantis is not known"));
    CHECK(contains(no.out, "error: the call was not approved: the user said no"));
    CHECK_FALSE(contains(no.out, "Note:"));
    const auto yes = tools({"Oslo"}, "y\n");
    CHECK(contains(yes.out, "Note: Oslo\n"));
}

TEST_CASE("tools keeps to its bound, and lets the model answer without tools then") {
    const auto r = tools({"--yes", "--rounds", "1", "Oslo"});
    CHECK(r.status == 0);
    CHECK(contains(r.err, "tools: limit : a bound was reached: rounds, 1\n"));
    CHECK(contains(r.out, "error: not run: no more calls are allowed"));
    CHECK_FALSE(contains(r.out, "Note:"));
}

TEST_CASE("tools reports why it failed, and refuses wrong usage") {
    const auto nobody =
        tools({"hi"}, "", {"OPENAI_BASE_URL=http://127.0.0.1:9/v1", "no_proxy=127.0.0.1"});
    CHECK(nobody.status == 1);
    CHECK(contains(nobody.err, "tools: connect_failed"));
    CHECK(tools({"--what"}).status == 2);
    CHECK(tools({"--rounds"}).status == 2);
    CHECK(tools({"--help"}).status == 0);
}

}  // namespace tools_tests
