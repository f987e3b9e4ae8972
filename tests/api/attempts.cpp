#include <oaiwire/api/attempts.hpp>

#include <support/catch.hpp>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>

namespace attempts_tests {

using namespace oaiwire;

namespace {

detail::exchange_machine answered(int status) {
    const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    detail::exchange_machine call(detail::call_table_of<ChatCompletionRequest>(), &request,
                                  endpoint{}, {}, call_mode::plain);
    call.head(status, {});
    call.feed(R"({"choices":[{"message":{"content":"a"}}]})");
    call.finish();
    return call;
}

}  // namespace

TEST_CASE("each attempt is recorded with the decision after it") {
    detail::attempt_log log;
    log.begin(1000);
    CHECK(log.decide(answered(503), retry_policy(), false, 1010, 0) >= 0);
    CHECK(log.decide(answered(503), retry_policy::none(), false, 1020, 0) < 0);
    REQUIRE(log.made().size() == 2);
    CHECK(log.made()[0].status == 503);
    CHECK(log.made()[0].decision.again);
    CHECK_FALSE(log.made()[1].decision.again);
    log.begin(0);
    CHECK(log.made().empty());
}

TEST_CASE("the last attempt is recorded with its result") {
    detail::attempt_log log;
    log.note_last(answered(200));
    log.note_last(answered(404));
    REQUIRE(log.made().size() == 2);
    CHECK(log.made()[0].decision.reason == retry_reason::succeeded);
    CHECK(log.made()[1].code == errc::api_error);
}

}  // namespace attempts_tests
