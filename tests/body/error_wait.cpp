#include <oaiwire/body/error_wait.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

namespace error_wait_tests {

using namespace oaiwire;

namespace {

retry_hints wait_in(std::string_view body, std::int64_t now = 0) {
    error e = make_error(errc::api_error);
    read_wait(e, json_view::checked(body), now);
    return e.api.retry;
}

}  // namespace

TEST_CASE("a wait is found at any position of a message") {
    CHECK(wait_in_message("retry after 6 seconds") == 6000);
    CHECK(wait_in_message("x Retry after 6 seconds, please") == 6000);
    CHECK(wait_in_message("try again in 1m30s") == 90'000);
    CHECK(wait_in_message("try again in 20s.") == 20'000);
    CHECK(wait_in_message("try again after 2 hours") == 7'200'000);
    CHECK(wait_in_message("Please retry in 41.2ms") == 42);  // rounded up
    CHECK(wait_in_message("retry in 5 ms") == 5);
    CHECK(wait_in_message("retry after 2 tries, try again in 3s") == 3000);
}

TEST_CASE("texts that are not durations are ignored") {
    for (const std::string_view text :
         {"", "retry", "retry after", "retry after ", "retry after a while", "retry after 6",
          "retry after -6 seconds", "try again in 5 parts", "retryafter 6 seconds"}) {
        INFO(text);
        CHECK_FALSE(wait_in_message(text));
    }
    CHECK_FALSE(wait_in_message(std::string(5000, ' ') + "retry after 6 seconds"));
}

TEST_CASE(
    "a wait is read from the details, then from quoted header fields, then from the message") {
    const retry_hints all = wait_in(
        R"({"error":{"details":[{},{"retryDelay":"3s"}],"metadata":{"headers":{"Retry-After":"4"}}}})");
    CHECK(all.after_ms == 3000);
    CHECK(all.raw == "3s");
    CHECK(wait_in(R"([{"error":{"metadata":{"headers":{"Retry-After":"4"}}}}])").after_ms == 4000);
    CHECK(wait_in(R"({"metadata":{"headers":{"retry-after-ms":"4"}}})").after_ms == 4);
    CHECK_FALSE(wait_in(R"({"error":{"details":[{"retryDelay":"soon"}]}})").after_ms);
    CHECK_FALSE(wait_in("no JSON").after_ms);
}

TEST_CASE("a point in time requires the current time") {
    const std::string_view date =
        R"({"metadata":{"headers":{"Retry-After":"Tue, 14 Nov 2023 22:13:30 GMT"}}})";
    CHECK_FALSE(wait_in(date).after_ms);
    CHECK(wait_in(date, 1'700'000'000'000).after_ms == 10'000);
    const std::string_view reset =
        R"({"metadata":{"headers":{"X-RateLimit-Reset":1700000002000}}})";
    CHECK_FALSE(wait_in(reset).after_ms);
    CHECK(wait_in(reset, 1'700'000'000'000).after_ms == 2000);
}

TEST_CASE("each unit of time is recognised by its names") {
    CHECK(wait_in_message("retry after 5 milliseconds") == 5);
    CHECK(wait_in_message("retry after 1 millisecond") == 1);
    CHECK(wait_in_message("retry after 5 s") == 5000);
    CHECK(wait_in_message("retry after 5 sec.") == 5000);
    CHECK(wait_in_message("retry after 1 second") == 1000);
    CHECK(wait_in_message("retry after 3 minutes!") == 180'000);
    CHECK(wait_in_message("retry after 1 minute") == 60'000);
    CHECK(wait_in_message("retry after 1 hour") == 3'600'000);
    CHECK_FALSE(wait_in_message("retry after 5 m"));
    CHECK_FALSE(wait_in_message("retry after 5 days"));
}

TEST_CASE("an empty quoted reset is ignored") {
    for (const std::string_view reset : {R"("soon")", "null", "{}", R"("")"}) {
        INFO(reset);
        const std::string body =
            R"({"metadata":{"headers":{"X-RateLimit-Reset":)" + std::string(reset) + "}}}";
        CHECK_FALSE(wait_in(body, 1'700'000'000'000).after_ms);
    }
}

}  // namespace error_wait_tests
