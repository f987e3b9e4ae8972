// The example program retry: its report of each attempt, and exit status.
#include <string>
#include <utility>
#include <vector>

#include <support/catch.hpp>

#include "program.hpp"

namespace retry_tests {

namespace {

struct ended {
    int status;
    std::string out;
    std::string err;
};

ended retry(std::vector<std::string> variables = {}) {
    support::program p({OAIWIRE_TEST_EXAMPLES "/retry"}, std::move(variables));
    const int status = p.wait();
    return {status, p.out(), p.err()};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("retry shows a call that is repeated and one that is not, with the reasons") {
    const auto r = retry();
    CHECK(r.status == 0);
    CHECK(contains(r.err, "status 503, api_error: status, again after 1"));
    CHECK(contains(r.err, "status 429, api_error: status, again after 1"));
    CHECK(contains(r.err, "status 200, ok: succeeded"));
    CHECK(contains(r.err, "status 500, api_error: status, again after "));
    CHECK(contains(r.err, "status 400, api_error: not_retryable"));
    CHECK(contains(r.err, "status 429, api_error: quota_exhausted"));
    CHECK(contains(r.out, "You said: A busy server is retried after the time that it states.\n"));
    CHECK(contains(r.out, "You said: A broken server is retried after a pause.\n"));
    CHECK_FALSE(contains(r.out, "An invalid request"));
}

TEST_CASE("retry uses the given server and prints the number of attempts") {
    const auto r = retry({"OPENAI_BASE_URL=http://127.0.0.1:9/v1", "no_proxy=127.0.0.1"});
    CHECK(r.status == 1);
    CHECK(contains(r.err, "status 0, connect_failed: not_sent, again after "));
    CHECK(contains(r.err, "status 0, connect_failed: attempts_exhausted"));
    CHECK(r.out.empty());
}

}  // namespace retry_tests
