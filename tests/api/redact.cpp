#include <oaiwire/api/redact.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

using namespace oaiwire;

namespace {

std::string redacted(std::string text, std::string_view key = "sk-proj-canary42") {
    redact(text, secret(key));
    return text;
}

}  // namespace

TEST_CASE("a key is taken out wherever it stands and as often") {
    CHECK(redacted("sk-proj-canary42") == "[secret]");
    CHECK(redacted("Bearer sk-proj-canary42, sk-proj-canary42!") == "Bearer [secret], [secret]!");
    CHECK(redacted("sk-proj-canary42sk-proj-canary42") == "[secret][secret]");
    CHECK(redacted("") == "");
    CHECK(redacted("nothing of the kind") == "nothing of the kind");
}

TEST_CASE("a key that is escaped is taken out too") {
    CHECK(redacted(R"({"key":"a\/b\"c\\d"})", R"(a/b"c\d)") == R"({"key":"[secret]"})");
    CHECK(redacted(R"({"key":"a/b\"c\\d"})", R"(a/b"c\d)") == R"({"key":"[secret]"})");
    CHECK(redacted("?key=a%2Fb%2Bc", "a/b+c") == "?key=[secret]");
}

TEST_CASE("a key whose middle is masked is taken out with its beginning and its end") {
    CHECK(redacted("Incorrect API key provided: sk-proj-****ry42. You") ==
          "Incorrect API key provided: [secret] You");
    CHECK(redacted("'sk-p...' refused") == "'[secret]' refused");
    CHECK(redacted("(*****ary42)") == "([secret])");
    CHECK(redacted("sk-xxxx is what keys look like") == "sk-xxxx is what keys look like");
    CHECK(redacted("* * sk- 42 ***") == "* * sk- 42 ***");
}

TEST_CASE("a key that the end of the text cuts off is taken out") {
    const std::string_view key = "sk-proj-canary42";
    for (std::size_t n = 4; n <= key.size(); ++n) {
        CHECK(redacted("x " + std::string(key.substr(0, n))) == "x [secret]");
    }
    CHECK(redacted("x sk-") == "x sk-");
    CHECK(redacted(R"(x a\/b\"c)", R"(a/b"c\d)") == "x [secret]");
    CHECK(redacted("x a%2Fb%2", "a/b+c") == "x [secret]");
}

TEST_CASE("short keys are nobody's, and leave texts readable") {
    CHECK(redacted("a key a", "a") == "a key a");
    CHECK(redacted("a key", "") == "a key");
}
