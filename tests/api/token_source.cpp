#include <oaiwire/api/token_source.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>

#include <oaiwire/api/endpoint.hpp>

namespace token_source_tests {

using namespace oaiwire;

namespace {

// An issuer and a clock; tokens are numbered.
struct issuer {
    std::int64_t now = 1'000'000;
    std::int64_t lifetime = 3'600'000;
    int issued = 0;
    bool fails = false;

    token_source source(token_options options = {}) {
        return token_source(
            [this]() -> result<access_token> {
                if (fails) return make_error(errc::connect_failed, "no issuer");
                return access_token{secret("t" + std::to_string(++issued)), lifetime};
            },
            [this] { return now; }, options);
    }
};

std::string token(token_source& source, bool refused = false) {
    const auto given = source(refused);
    return given ? std::string(given->reveal()) : std::string(name(given.error().code));
}

}  // namespace

TEST_CASE("token_source: a token is fetched once, and again shortly before it expires") {
    issuer by;
    token_source source = by.source();
    CHECK(token(source) == "t1");
    by.now += 3'299'999;
    CHECK(token(source) == "t1");
    by.now += 1;
    CHECK(token(source) == "t2");
    CHECK(token(source) == "t2");
}

TEST_CASE("token_source: the margin is at most half of the lifetime") {
    issuer by{.lifetime = 10};
    token_source source = by.source();
    CHECK(token(source) == "t1");
    by.now += 4;
    CHECK(token(source) == "t1");
    by.now += 1;
    CHECK(token(source) == "t2");
}

TEST_CASE("token_source: a token that was refused is replaced, or is an error") {
    issuer by;
    token_source source = by.source();
    CHECK(token(source) == "t1");
    CHECK(token(source, true) == "t2");
    CHECK(token(source) == "t2");
    by.fails = true;
    CHECK(token(source, true) == "connect_failed");
    CHECK(token(source) == "connect_failed");  // not the one that was refused
    by.fails = false;
    CHECK(token(source) == "t3");
}

TEST_CASE("token_source: while a token is valid, the issuer may fail, and is asked again later") {
    issuer by;
    token_source source = by.source({.margin_ms = 60'000, .pause_ms = 1'000});
    CHECK(token(source) == "t1");
    by.now += 3'550'000;
    by.fails = true;
    CHECK(token(source) == "t1");
    by.fails = false;
    by.now += 999;
    CHECK(token(source) == "t1");
    by.now += 1;
    CHECK(token(source) == "t2");
    by.now += 3'600'000;
    by.fails = true;
    CHECK(token(source) == "connect_failed");
}

TEST_CASE("token_source: lifetimes without a bound, and none") {
    issuer by{.lifetime = 0};
    token_source forever = by.source();
    CHECK(token(forever) == "t1");
    by.now += 1'000'000'000'000;
    CHECK(token(forever) == "t1");
    by.lifetime = std::numeric_limits<std::int64_t>::max();
    token_source most = by.source();
    CHECK(token(most) == "t2");
    CHECK(token(most) == "t2");
    by.lifetime = -5;
    token_source expired = by.source();
    CHECK(token(expired) == "t3");
    CHECK(token(expired) == "t4");
}

TEST_CASE("token_source: copies of an endpoint share its tokens") {
    issuer by;
    endpoint where;
    where.key_source = by.source();
    const endpoint copy = where;
    CHECK(where.key_source(false)->reveal() == "t1");
    CHECK(copy.key_source(false)->reveal() == "t1");
    CHECK(copy.key_source(true)->reveal() == "t2");
    CHECK(where.key_source(false)->reveal() == "t2");
}

}  // namespace token_source_tests
