// The example program many: totals of concurrent streams, and exit status.
#include <string>
#include <utility>
#include <vector>

#include <support/catch.hpp>

#include "foreign_server.hpp"
#include "program.hpp"

namespace many_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;

    // The value of a line of the totals, without padding.
    std::string total(const std::string& name) const {
        const auto at = ('\n' + out).find('\n' + name + ' ');
        if (at == std::string::npos) return "";
        const auto value = out.find_first_not_of(' ', at + name.size());
        return out.substr(value, out.find('\n', value) - value);
    }
};

ended many(std::vector<std::string> arguments, std::vector<std::string> variables = {}) {
    arguments.insert(arguments.begin(), OAIWIRE_TEST_EXAMPLES "/many");
    support::program p(std::move(arguments), std::move(variables));
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

}  // namespace

TEST_CASE("many streams of the built-in server complete, in little more time than one") {
    const auto r = many({"150", "Hello,", "all"});
    CHECK(r.status == 0);
    CHECK(r.total("streams") == "150");
    CHECK(r.total("complete") == "150");
    // 24 words from the server, "Hello, all (n)", the role, and the end with usage
    const auto chunks = std::stoi(r.total("chunks"));
    CHECK(chunks % 150 == 0);
    CHECK(chunks > 150 * 20);
    CHECK(std::stoi(r.total("text bytes")) > 150 * 100);
    CHECK(std::stoi(r.total("tokens")) > 150 * 20);
    // 150 times 0.6 seconds if sequential
    CHECK(std::stod(r.total("wall time")) < 45);
    CHECK(r.err.find(" of 150 streams run") != std::string::npos);
}

TEST_CASE("many counts end reasons separately, prints the first error and exits with 1") {
    const support::foreign_server server;
    const std::vector<std::vector<std::string>> failures{
        {"denied", "api_error", "api_error 401: no such key"},
        {"truncated", "truncated", "truncated_stream"},
        {"broken", "api_error", "overloaded"}};
    for (const auto& f : failures) {
        INFO(f[0]);
        const auto r =
            many({"5"}, {"OPENAI_BASE_URL=" + server.base_url(), "OPENAI_MODEL=" + f[0]});
        CHECK(r.status == 1);
        CHECK(r.total(f[1]) == "5");
        const auto said = r.err.find("many: the first error: ");
        CHECK(r.err.find(f[2], said) != std::string::npos);
    }
    const auto good = many({"5"}, {"OPENAI_BASE_URL=" + server.base_url(), "OPENAI_MODEL=pieces"});
    CHECK(good.status == 0);
    CHECK(good.total("tokens") == "110");
}

TEST_CASE("many rejects an invalid number of streams") {
    for (const char* n : {"0", "x", "-1", "12x", "1000000", ""}) {
        const auto r = many({n});
        CHECK(r.status == 2);
        CHECK(r.err.find("usage") != std::string::npos);
    }
}

}  // namespace many_tests
