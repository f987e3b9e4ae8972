#include <oaiwire/body/error_payload.hpp>

#include <string>

#include <support/catch.hpp>

namespace error_payload_tests {

using namespace oaiwire;

TEST_CASE("message, type, code and param are read from every form of error body") {
    struct row {
        const char* body;
        const char* message;
        const char* type;
        const char* code;
        const char* param;
    };
    const row rows[] = {
        // quirk 104
        {R"({"error":{"message":"m","type":"t","param":"p","code":"c"}})", "m", "t", "c", "p"},
        {R"({"error":{"message":"m","type":null,"param":null,"code":null}})", "m", "", "", ""},
        {R"({"error":{"message":"m","code":429}})", "m", "", "429", ""},
        {R"({"error":{"message":"m","code":429.0,"param":{"k":1}}})", "m", "", "429.0",
         "{\"k\":1}"},
        {R"({"error":{"message":"m","type":"t","status":400}})", "m", "t", "", ""},
        {R"({"error":{"message":"m","status":400}})", "m", "", "", ""},
        {R"({"error":{"code":"E42"}})", R"({"code":"E42"})", "", "E42", ""},
        // quirks 105, 106
        {R"({"error":"model not found"})", "model not found", "", "", ""},
        {R"({"error":"text","error_type":"validation"})", "text", "validation", "", ""},
        {R"({"code":"Bad request.","error":"speed"})", "speed", "", "Bad request.", ""},
        // quirk 107
        {R"({"error":["first","second"]})", "first", "", "", ""},
        {R"({"success":false,"error":[{"code":2001,"message":"m"}]})", "m", "", "2001", ""},
        {R"({"errors":[{"message":"m","code":5006}],"success":false})", "m", "", "5006", ""},
        // quirk 108
        {R"([{"error":{"code":400,"message":"m","status":"INVALID_ARGUMENT"}}])", "m",
         "INVALID_ARGUMENT", "400", ""},
        // quirk 109
        {R"({"detail":"Not Found"})", "Not Found", "", "", ""},
        {R"({"detail":[{"loc":["body"],"msg":"Field required","type":"missing"}]})",
         "Field required", "", "", ""},
        {R"({"detail":{"error":"e"}})", R"({"error":"e"})", "", "", ""},
        // quirk 110
        {R"({"object":"error","message":"m","type":"t","param":null,"code":400})", "m", "t", "400",
         ""},
        {R"({"object":"error","message":{"detail":[1]}})", R"({"detail":[1]})", "", "", ""},
        {R"({"object":"error","message":{"detail":[{"loc":["body"],"msg":"m"},{"msg":"n"}]}})", "m",
         "", "", ""},
        {R"({"message":{"detail":[{"type":"missing","msg":"m"}]},"type":"t"})", "m", "t", "", ""},
        {R"({"error":{"message":{"detail":{"message":["m"]}},"code":"c"}})", "m", "", "c", ""},
        {R"({"error":{"message":{"reason":1}}})", R"({"reason":1})", "", "", ""},
        // quirk 111
        {R"({"message":"m"})", "m", "", "", ""},
        {R"({"statusCode":401,"message":"m"})", "m", "", "401", ""},
        {R"({"error_code":"E","message":"m"})", "m", "", "E", ""},
        {R"({"Message":"m"})", "m", "", "", ""},
        // quirk 112
        {R"({"type":"about:blank","status":401,"title":"t","detail":"d"})", "d", "about:blank",
         "401", ""},
        {R"({"fault":{"faultstring":"f"}})", R"({"fault":{"faultstring":"f"}})", "", "", ""},
        // quirks 114, 115, 116
        {R"({"error":{"message":"m","type":"None","param":"None","code":"500"}})", "m", "", "500",
         ""},
        {R"({"type":"error","error":{"type":"overloaded_error","message":"m"}})", "m",
         "overloaded_error", "", ""},
        {R"({"error":{"message":"m","code":"c"},"status":401})", "m", "", "c", ""},
        {R"({"error":true,"message":"m"})", "m", "", "", ""},
        {R"({"error_type":"T","error_message":"m","choices":null})", "m", "T", "", ""},
        // quirk 117
        {"", "", "", "", ""},
        {" \r\n", "", "", "", ""},
        {"error code: 1015\n", "error code: 1015", "", "", ""},
        {R"("quota exceeded")", R"("quota exceeded")", "", "", ""},
        {"{\"error\":", "{\"error\":", "", "", ""},
    };
    for (const auto& r : rows) {
        INFO(r.body);
        const error e = error_of_body(r.body, 400);
        CHECK(e.code == errc::api_error);
        CHECK(e.message == r.message);
        CHECK(e.api.type == r.type);
        CHECK(e.api.code == r.code);
        CHECK(e.api.param == r.param);
        CHECK(e.api.status == 400);
        CHECK(e.api.error_class == api_error_class::bad_request);
    }
}

TEST_CASE("a message that is an object is an error if it has an error's members") {
    CHECK(error_in(json_view(R"({"message":{"detail":[{"msg":"m"}]}})"), true)->message == "m");
    CHECK_FALSE(error_in(json_view(R"({"message":{"role":"assistant","content":"m"}})"), true));
    std::string deep = R"("m")";
    for (int i = 0; i != 1000; ++i) deep = R"({"msg":)" + deep + "}";
    CHECK(error_of_body(R"({"error":)" + deep + "}", 400).message.starts_with("{\"msg\""));
}

TEST_CASE("the HTTP status that an error states is read, as a number or as text") {
    const auto stated = [](const std::string& body) {
        const error e = error_of_body(body, 0);
        CHECK(e.api.error_class == class_of_status(e.api.stated_status));
        const error refused = error_of_body(body, 401);
        CHECK(refused.api.stated_status == e.api.stated_status);
        CHECK(refused.api.error_class == api_error_class::authentication);
        return e.api.stated_status;
    };
    for (const char* code : {"429", "\"429\"", "429.0", "4.29e2", "\" 429 \"", "\"429.00\""}) {
        const std::string c = code;
        INFO(c);
        for (const char* name : {"code", "status", "status_code", "statusCode", "http_status_code",
                                 "http_status", "error_code"}) {
            const std::string member = '"' + std::string(name) + "\":" + c;
            CHECK(stated(R"({"error":{"message":"m",)" + member + "}}") == 429);
            CHECK(stated(R"({"error":{"message":"m","code":"c"},)" + member + "}") == 429);
            CHECK(stated(R"({"error":"m",)" + member + "}") == 429);
            CHECK(stated(R"({"message":"m",)" + member + "}") == 429);
            CHECK(stated(R"({"object":"error","message":"m",)" + member + "}") == 429);
            CHECK(stated(R"([{"error":{"message":"m",)" + member + "}}]") == 429);
            CHECK(stated(R"({"errors":[{"message":"m",)" + member + "}]}") == 429);
            CHECK(stated(R"({"detail":"m",)" + member + "}") == 429);
        }
    }
    for (const char* code : {"200", "399", "600", "5006", "\"4290\"", "429.5", "-429", "null",
                             "true", "[429]", "\"429 Too Many Requests\"", "\"rate_limit\"", "0",
                             "0.0", "1e999999999", "429e-999999999"}) {
        INFO(code);
        CHECK(stated(std::string(R"({"error":{"message":"m","code":)") + code + "}}") == 0);
    }
    CHECK(stated(R"({"error":{"message":"m","code":"c","status":503},"status":500})") == 503);
    CHECK(stated("error code: 524") == 0);
}

TEST_CASE("a payload without an error is not an error") {
    for (const char* text :
         {"{}", "null", "[]", "1", "\"error\"", R"({"error":null})", R"({"error":""})",
          R"({"error":{}})", R"({"error":[]})", R"({"error":false})", R"({"errors":[]})",
          R"({"id":"x","choices":[]})", R"({"nested":{"error":{"message":"m"}}})"}) {
        INFO(text);
        CHECK_FALSE(error_in(json_view(text), true).has_value());
        CHECK_FALSE(error_in(json_view(text), false).has_value());
    }
}

TEST_CASE("in addition to choices only an `error` member is an error") {
    for (const char* text : {R"({"message":"m"})", R"({"detail":"d"})", R"({"errors":["e"]})",
                             R"({"error_message":"m"})"}) {
        INFO(text);
        CHECK(error_in(json_view(text), true).has_value());
        CHECK_FALSE(error_in(json_view(text), false).has_value());
    }
    CHECK(error_in(json_view(R"({"error":{"message":"m"},"choices":[1]})"), false).has_value());
}

TEST_CASE("an error flag without a message is an error") {
    const auto e = error_in(json_view(R"({"error":true,"id":7})"), true);
    REQUIRE(e.has_value());
    CHECK(e->message == R"({"error":true,"id":7})");
    CHECK_FALSE(error_in(json_view(R"({"error":true,"id":7})"), false).has_value());
}

TEST_CASE("the excerpt of an unknown body and the stored body are limited, valid UTF-8") {
    limits bounds;
    bounds.excerpt = 10;
    bounds.error_body = 20;
    const error e =
        error_of_body("\n\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4 and more", 502, bounds);
    CHECK(e.message == "\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4");
    CHECK(e.api.body.size() <= 20);
    CHECK(find_invalid_utf8(e.api.body) == std::string::npos);

    const error cut = error_of_body("<html>\xFF</html>", 502, bounds);
    CHECK(cut.message == "<html>\xEF\xBF\xBD</h");
    CHECK(cut.api.body == "<html>\xEF\xBF\xBD</html>");
}

TEST_CASE("no prefix of an error body crashes") {
    const std::string body = R"([{"error":{"message":"m","details":[{"a":"\u00e4"}]}}, {"x":1}])";
    for (std::size_t n = 0; n <= body.size(); ++n) {
        const error e = error_of_body(body.substr(0, n), 500);
        CHECK(e.code == errc::api_error);
        CHECK(e.message.empty() == (n == 0));
    }
}

TEST_CASE("a body with invalid UTF-8 is still recognised") {
    const error e = error_of_body("{\"error\":{\"message\":\"caf\xE9\",\"code\":\"c\"}}", 400);
    CHECK(e.message == "caf\xEF\xBF\xBD");
    CHECK(e.api.code == "c");
}

TEST_CASE("an exhausted account is distinguished from a temporary rate limit") {
    const auto of = [](std::string_view body, int status) {
        return is_quota_exhausted(error_of_body(body, status));
    };
    CHECK(of(R"({"error":{"message":"m","code":"insufficient_quota"}})", 429));
    CHECK(of(R"({"error":{"message":"m","type":"insufficient_quota"}})", 429));
    CHECK(of(R"({"error":{"code":"BALANCE_ERROR","message":"Insufficient balance"}})", 402));
    CHECK(of("", 402));
    CHECK(of(R"({"error":{"message":"Insufficient Balance","type":"unknown_error"}})", 400));
    CHECK_FALSE(
        of(R"({"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}})", 429));
    CHECK_FALSE(is_quota_exhausted(make_error(errc::closed_early, "insufficient_quota")));
}

TEST_CASE("an exceeded context length is recognised") {
    const auto of = [](std::string_view body) {
        return is_context_length(error_of_body(body, 400));
    };
    CHECK(of(R"({"error":{"message":"m","code":"context_length_exceeded"}})"));
    CHECK(of(R"({"error":{"message":"m","type":"exceed_context_size_error"}})"));
    CHECK(of(R"({"error":{"message":"This model's maximum context length is 8192 tokens"}})"));
    CHECK_FALSE(of(R"({"error":{"message":"temperature must be at most 2"}})"));
}

TEST_CASE("a wait that the body requests is read from it") {
    const error e = error_of_body(
        R"([{"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[)"
        R"({"@type":"type.googleapis.com/google.rpc.Help"},)"
        R"({"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34.07s"}]}}])",
        429);
    CHECK(e.api.retry.after_ms == 34'070);
    CHECK(e.api.retry.raw == "34.07s");
    CHECK_FALSE(
        error_of_body(R"({"error":{"message":"m","details":"x"}})", 429).api.retry.after_ms);
}

TEST_CASE("a quota or context length is recognised only if the API says so") {
    for (const errc code : {errc::closed_early, errc::limit_exceeded, errc::invalid_utf8}) {
        CHECK_FALSE(is_context_length(make_error(code, "maximum context length")));
        CHECK_FALSE(is_quota_exhausted(make_error(code, "insufficient quota")));
    }
    CHECK(is_context_length(make_error(errc::api_error, "maximum context length")));
    CHECK(is_quota_exhausted(make_error(errc::api_error, "insufficient quota")));
}

TEST_CASE("no excerpt is made if none is requested") {
    limits bounds;
    bounds.excerpt = 0;
    const error e = error_of_body("some text", 502, bounds);
    CHECK(e.message.find("some") == std::string::npos);
}

}  // namespace error_payload_tests
