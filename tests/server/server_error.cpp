#include <oaiwire/server/server_error.hpp>

#include <optional>
#include <string>

#include <oaiwire/api/validate.hpp>
#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/core/errc.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <support/catch.hpp>

namespace server_error_tests {

using namespace oaiwire;

// The error that this library's client reads from the answer.
error read_back(const server_error& e) {
    std::string body;
    REQUIRE(write_error(e, body));
    REQUIRE(json_view::checked(body).exists());
    return error_of_body(body, e.status);
}

TEST_CASE("an error of which nothing is said is the server's own") {
    CHECK(server_error{}.status == 500);
}

TEST_CASE("every code is answered with an error status and a type, and the client reads the same") {
    for (const auto& row : detail::errc_rows) {
        if (row.value == errc::ok) continue;
        INFO(name(row.value));
        const auto e = answer_to(make_error(row.value, "what is wrong", "messages[0].content", 7));
        CHECK(e.status >= 400);
        CHECK(e.status <= 599);
        CHECK_FALSE(e.message.empty());
        CHECK(e.type == (e.status >= 500 ? "server_error" : "invalid_request_error"));
        const auto back = read_back(e);
        CHECK(back.code == errc::api_error);
        CHECK(back.message == e.message);
        CHECK(back.api.type == e.type);
        CHECK(back.api.code == e.code);
        CHECK(back.api.param == e.param);
        CHECK(error_status(back.api) == e.status);
        CHECK((e.headers.find("WWW-Authenticate") != nullptr) == (e.status == 401));
    }
}

TEST_CASE("what happened inside the server is not told") {
    for (const errc code : {errc::not_finite, errc::tool_failed, errc::refused,
                            errc::confidential_crypto_failed, errc::out_of_memory}) {
        const auto e = answer_to(make_error(code, "a detail", "member"));
        CHECK(e.status >= 500);
        CHECK(e.message.find("a detail") == std::string::npos);
        CHECK(e.param.empty());
    }
}

TEST_CASE("errors of the JSON say where they are") {
    struct row {
        std::string body{}, message{}, code{}, param{};
    };
    const row rows[] = {
        {R"({"model":"m","messages":[{"role":"user","content":12}]})",
         "Invalid type for 'messages[0].content': ", "invalid_type", "messages[0].content"},
        {R"({"model":"m","messages":[)", "We could not parse the JSON body of your request: ", "",
         ""},
        {R"({"model":"m","n":99999999999999999999})", "Invalid value for 'n': ", "invalid_value",
         "n"},
        {R"({"model":"m"} x)",
         "We could not parse the JSON body of your request: bytes after the end of the JSON text "
         "(byte 14).",
         "", ""},
    };
    for (const auto& r : rows) {
        INFO(r.body);
        const auto read = json::read<ChatCompletionRequest>(r.body);
        REQUIRE_FALSE(read);
        const auto e = answer_to(read.error());
        CHECK(e.status == 400);
        CHECK(e.message.substr(0, r.message.size()) == r.message);
        CHECK(e.code == r.code);
        CHECK(e.param == r.param);
    }
}

TEST_CASE("a violated range is reported with its member") {
    const auto e = answer_to(error_of({{"temperature", "must be from 0 to 2"}}));
    CHECK(e.status == 400);
    CHECK(e.message == "temperature must be from 0 to 2.");
    CHECK(e.param == "temperature");
    CHECK(e.code == "invalid_value");
}

TEST_CASE("a status that the caller states is kept, with its type") {
    CHECK(answer_to(make_error(errc::limit_exceeded)).status == 413);
    const auto e = answer_to(make_error(errc::limit_exceeded), 431);
    CHECK(e.status == 431);
    CHECK(e.type == "invalid_request_error");
    CHECK(answer_to(make_error(errc::invalid_framing), 501).type == "server_error");
}

TEST_CASE("the error of another server is forwarded as it was") {
    error why = error_of_body(
        R"({"error":{"message":"slow down","type":"tokens","code":"rate_limit_exceeded","param":null}})",
        429);
    why.api.retry.after_ms = 1500;
    why.api.retry.should_retry = true;
    for (const auto& e : {answer_to(why), upstream_error(why)}) {
        CHECK(e.status == 429);
        CHECK(e.message == "slow down");
        CHECK(e.type == "tokens");
        CHECK(e.code == "rate_limit_exceeded");
        CHECK(e.headers.value("Retry-After") == "2");
        CHECK(e.headers.value("retry-after-ms") == "1500");
        CHECK(e.headers.value("x-should-retry") == "true");
    }
    why.api.status = 200;
    CHECK(answer_to(why).status == 502);
}

TEST_CASE("what an upstream did wrong is not the client's fault") {
    CHECK(upstream_error(make_error(errc::type_mismatch)).status == 502);
    CHECK(upstream_error(make_error(errc::limit_exceeded)).status == 502);
    CHECK(upstream_error(make_error(errc::connect_failed)).status == 502);
    CHECK(upstream_error(make_error(errc::idle_timeout)).status == 504);
    const auto unreachable =
        upstream_error(make_error(errc::connect_failed, "internal.lan:8190: refused"));
    CHECK(unreachable.message.find("internal") == std::string::npos);
    CHECK_FALSE(unreachable.message.empty());
    CHECK(upstream_error(make_error(errc::invalid_argument)).status == 400);
    CHECK(upstream_error(error_of_body("{}", 401)).status == 502);
    CHECK(upstream_error(error_of_body("{}", 403)).status == 403);
}

TEST_CASE("what is appended leaves the text before it as it is") {
    std::string out = "data: ";
    server_error e;
    e.message = "a \"quoted\" text\nand \xff";
    REQUIRE(append_error(out, e));
    CHECK(out ==
          "data: {\"error\":{\"message\":\"a \\\"quoted\\\" text\\nand \xEF\xBF\xBD\","
          "\"type\":null,\"param\":null,\"code\":null}}");
}

}  // namespace server_error_tests
