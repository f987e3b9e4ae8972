#include <oaiwire/http/request_rules.hpp>
//
#include <support/catch.hpp>

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace request_rules_tests {

using namespace oaiwire::http::detail;

namespace {

using fields = std::vector<std::pair<std::string_view, std::string_view>>;

// The status of the refusal of these fields; 0 if they are taken.
int status_of(const fields& list, request_rules& rules) {
    for (const auto& [name, value] : list) {
        if (const auto why = rules.take(name, value, 1000)) return why.status;
    }
    return rules.end().status;
}
int status_of(const fields& list) {
    request_rules rules;
    return status_of(list, rules);
}

}  // namespace

TEST_CASE("the fields say how the body is framed") {
    request_rules sized;
    CHECK(status_of({{"Host", "a"}, {"content-length", "12"}}, sized) == 0);
    CHECK(sized.sized());
    CHECK_FALSE(sized.chunked());
    CHECK(sized.content_length() == 12);
    request_rules chunked;
    CHECK(status_of({{"Host", "a"}, {"Transfer-Encoding", "Chunked"}}, chunked) == 0);
    CHECK(chunked.chunked());
    CHECK_FALSE(chunked.sized());
}

TEST_CASE("framing that two implementations might read differently is refused") {
    const auto with = [](std::string_view name, std::string_view value) {
        return status_of({{"Host", "a"}, {name, value}});
    };
    for (const char* const length : {"", "+1", "-1", "1, 1", "0x1", "1 ", "99999999999999999999"}) {
        INFO(length);
        CHECK(with("Content-Length", length) >= 400);
    }
    CHECK(with("Content-Length", "1001") == 413);
    CHECK(with("Transfer-Encoding", "gzip") == 400);
    CHECK(with("Transfer-Encoding", "gzip, chunked") == 501);
    CHECK(status_of({{"Host", "a"}, {"Content-Length", "1"}, {"Transfer-Encoding", "chunked"}}) ==
          400);
    CHECK(status_of({{"Host", "a"}, {"Content-Length", "1"}, {"Content-Length", "1"}}) == 400);
    CHECK(status_of({{"Host", "a"}, {"Authorization", "b"}, {"authorization", "b"}}) == 400);
    request_rules old;
    old.minor_version(0);
    CHECK(status_of({{"Transfer-Encoding", "chunked"}}, old) == 400);
}

TEST_CASE("HTTP/1.1 needs a Host, HTTP/1.0 does not") {
    CHECK(status_of({}) == 400);
    request_rules old;
    old.minor_version(0);
    CHECK(status_of({}, old) == 0);
}

TEST_CASE("connections stay open as RFC 9112, 9.3, says") {
    const auto stays = [](int minor, std::string_view connection) {
        request_rules rules;
        rules.minor_version(minor);
        fields list{{"Host", "a"}};
        if (!connection.empty()) list.emplace_back("Connection", connection);
        REQUIRE(status_of(list, rules) == 0);
        return rules.keep_alive();
    };
    CHECK(stays(1, ""));
    CHECK_FALSE(stays(1, "x, Close"));
    CHECK_FALSE(stays(0, ""));
    CHECK(stays(0, "keep-alive"));
    CHECK_FALSE(stays(0, "keep-alive, close"));
}

TEST_CASE("a client waits for 100 (Continue) only before a body") {
    request_rules rules;
    CHECK(status_of({{"Host", "a"}, {"Expect", "100-continue"}, {"Content-Length", "1"}}, rules) ==
          0);
    CHECK(rules.expects_continue());
    request_rules empty;
    CHECK(status_of({{"Host", "a"}, {"Expect", "100-continue"}}, empty) == 0);
    CHECK_FALSE(empty.expects_continue());
    CHECK(status_of({{"Host", "a"}, {"Expect", "else"}}) == 417);
}

TEST_CASE("fields with credentials are known") {
    CHECK(request_rules::is_sensitive("authorization"));
    CHECK(request_rules::is_sensitive("API-Key"));
    CHECK_FALSE(request_rules::is_sensitive("Accept"));
}

}  // namespace request_rules_tests
