// The example program agent_poll: the result of its loop over many frames, and exit status.
#include <string>
#include <utility>
#include <vector>

#include <support/catch.hpp>

#include "program.hpp"

namespace agent_poll_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended agent(std::vector<std::string> words, std::vector<std::string> variables = {}) {
    words.insert(words.begin(), OAIWIRE_TEST_EXAMPLES "/agent_poll");
    support::program p(std::move(words), std::move(variables));
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

}  // namespace

TEST_CASE("agent_poll answers a tool that takes 30 frames while its loop goes on") {
    const auto r = agent({"Walk to the tower!"});
    CHECK(r.status == 0);
    CHECK(r.out.ends_with("The tools said: a door in direction tower; arrived at tower\n"));
    const auto at = r.err.find("agent_poll: ", 1);
    REQUIRE(at != std::string::npos);
    CHECK(std::stoi(r.err.substr(at + 12)) > 30);
}

TEST_CASE("agent_poll reports why a call failed and exits with 1") {
    const auto nobody = agent({"hi"}, {"OPENAI_BASE_URL=http://127.0.0.1:9/v1"});
    CHECK(nobody.status == 1);
    CHECK(nobody.err.find("agent_poll: connect_failed") != std::string::npos);
    const auto tls = agent({"hi"}, {"OPENAI_BASE_URL=https://127.0.0.1:9/v1"});
    CHECK(tls.status == 1);
}

}  // namespace agent_poll_tests
