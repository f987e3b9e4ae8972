// The example program poll: text, frames, and every framing of an HTTP body.
#include <string>
#include <utility>
#include <vector>

#include <support/catch.hpp>

#include "foreign_server.hpp"
#include "program.hpp"

namespace poll_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended poll(std::vector<std::string> arguments, std::vector<std::string> variables = {}) {
    arguments.insert(arguments.begin(), OAIWIRE_TEST_EXAMPLES "/poll");
    support::program p(std::move(arguments), std::move(variables));
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

}  // namespace

TEST_CASE("without a base URL poll starts its own server process and takes many frames") {
    const auto r = poll({"Hello,", "frames"});
    CHECK(r.status == 0);
    CHECK(r.out.ends_with("You said: Hello, frames\n"));
    const auto at = r.err.find("poll: ", 1);
    REQUIRE(at != std::string::npos);
    CHECK(std::stoi(r.err.substr(at + 6)) > 10);
}

TEST_CASE("poll reads chunked bodies, bodies with a length, and bodies up to the close") {
    const support::foreign_server server;
    for (const char* model : {"pieces", "length", "until_close"}) {
        INFO(model);
        const auto r = poll(
            {"hi"}, {"OPENAI_BASE_URL=" + server.base_url(), std::string("OPENAI_MODEL=") + model});
        CHECK(r.status == 0);
        CHECK(r.out == "Hello, wörld\n");
    }
}

TEST_CASE("poll reports why a call failed and exits with 1") {
    const support::foreign_server server;
    const std::vector<std::pair<std::string, std::string>> failures{
        {"denied", "poll: api_error 401: no such key\n"},
        {"truncated", "poll: truncated_stream: "},
        {"broken", "overloaded"}};
    for (const auto& [model, message] : failures) {
        INFO(model);
        const auto r =
            poll({"hi"}, {"OPENAI_BASE_URL=" + server.base_url(), "OPENAI_MODEL=" + model});
        CHECK(r.status == 1);
        CHECK(r.err.find(message) != std::string::npos);
    }
    const auto nobody = poll({"hi"}, {"OPENAI_BASE_URL=http://127.0.0.1:9/v1"});
    CHECK(nobody.status == 1);
    CHECK(nobody.err.find("connect_failed") != std::string::npos);
}

}  // namespace poll_tests
