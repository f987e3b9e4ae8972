#include <oaiwire/http/retry_after.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retry_after_tests {

using namespace oaiwire;
using http::max_wait_ms;
using http::parse_http_date;
using http::parse_retry_hints;

namespace {

constexpr std::int64_t now = 1'700'000'000'000;  // Tue, 14 Nov 2023 22:13:20 GMT

std::optional<std::int64_t> wait_of(const http::header_list& fields) {
    return parse_retry_hints(fields, now).after_ms;
}
std::optional<std::int64_t> after_ms(std::string_view value) {
    return wait_of({{"Retry-After-Ms", value}});
}
std::optional<std::int64_t> after(std::string_view value) {
    return wait_of({{"Retry-After", value}});
}

}  // namespace

TEST_CASE("retry-after-ms is a decimal number of milliseconds, rounded up") {
    CHECK(after_ms("125") == 125);
    CHECK(after_ms("0") == 0);
    CHECK(after_ms("0.25") == 1);
    CHECK(after_ms("125.0") == 125);
    CHECK(after_ms("125.000000000000000000001") == 126);
    CHECK(after_ms(" 125\t") == 125);
    CHECK(after_ms("+5") == 5);
    CHECK(after_ms(".5e3") == 500);
    CHECK(after_ms("5.") == 5);
    CHECK(after_ms("1E2") == 100);
    CHECK(after_ms("1e+2") == 100);
    CHECK(after_ms("12500e-2") == 125);
    CHECK(after_ms("1e-100") == 1);
    CHECK(after_ms("0e5") == 0);
    CHECK(after_ms("00000000000000000000000000000125") == 125);
    CHECK(after_ms("9007199254740.993") == 9007199254741);
}

TEST_CASE("Retry-After is a decimal number of seconds") {
    CHECK(after("2") == 2000);
    CHECK(after("0.25") == 250);
    CHECK(after("0") == 0);
    CHECK(after("0.0001") == 1);
    CHECK(after("1.5e1") == 15000);
    CHECK(after("86400") == 86'400'000);
}

TEST_CASE("very long waits saturate") {
    CHECK(after("1e100") == max_wait_ms);
    CHECK(after_ms("1e100") == max_wait_ms);
    CHECK(after(std::string(300, '9')) == max_wait_ms);
    CHECK(after("1e999999999999999999999") == max_wait_ms);
    CHECK(after("1e-999999999999999999999") == 1);
    CHECK(after("999999999999") == 999'999'999'999'000);
    CHECK(after("1000000000000") == max_wait_ms);
    CHECK(after("0." + std::string(300, '0') + "1e301") == 1000);
    CHECK(after("1" + std::string(300, '0') + "e-300") == 1000);
    CHECK(now + max_wait_ms > now);
}

TEST_CASE("values that are negative, not finite or not numbers are ignored") {
    for (const std::string text :
         {"",    " ",    "-1",    "-0.5",     "-",  "+",    "+-1", "NaN",     "nan",
          "Inf", "+Inf", "-Inf",  "Infinity", "1s", "1 2",  "1,5", "0x10",    "1e",
          "1e+", "1ee1", "1.2.3", ".",        "e5", "soon", "1\n", "\xd9\xa1"}) {
        CAPTURE(text);
        CHECK(after_ms(text) == std::nullopt);
        CHECK(after(text) == std::nullopt);
    }
    CHECK(wait_of({}) == std::nullopt);
}

TEST_CASE("retry-after-ms has priority over Retry-After, which is used if the former is invalid") {
    CHECK(wait_of({{"retry-after", "7"}, {"retry-after-ms", "125"}}) == 125);
    for (const std::string text : {"-1", "NaN", "", "soon"}) {
        CAPTURE(text);
        CHECK(wait_of({{"retry-after-ms", text}, {"retry-after", "7"}}) == 7000);
    }
}

TEST_CASE("the raw text is that of the field that was used") {
    const auto hints = parse_retry_hints({{"retry-after-ms", "-1"}, {"retry-after", " 7 "}}, now);
    CHECK(hints.raw == "7");
    CHECK(parse_retry_hints({{"retry-after", "soon"}}, now) == retry_hints{});
    CHECK(parse_retry_hints({{"retry-after", std::string(5000, '1')}}, now).raw.size() == 512);
}

TEST_CASE("Retry-After accepts the three forms of HTTP-date, relative to the current time") {
    CHECK(after("Tue, 14 Nov 2023 22:13:25 GMT") == 5000);
    CHECK(after("Tuesday, 14-Nov-23 22:13:25 GMT") == 5000);
    CHECK(after("Tue Nov 14 22:13:25 2023") == 5000);
    CHECK(after("Tue, 14 Nov 2023 22:13:20 GMT") == 0);
    CHECK(after("Sun, 06 Nov 1994 08:49:37 GMT") == 0);
    CHECK(after("Fri, 31 Dec 9999 23:59:59 GMT") == 251'702'300'799'000);
    CHECK(parse_retry_hints({{"retry-after", "Tue Nov 14 22:13:25 2023"}}, now).raw ==
          "Tue Nov 14 22:13:25 2023");
}

TEST_CASE("Retry-After as a date is ignored while the current time is unknown") {
    CHECK(parse_retry_hints({{"retry-after", "Tue, 14 Nov 2023 22:13:25 GMT"}}, 0) ==
          retry_hints{});
    CHECK(parse_retry_hints({{"retry-after", "7"}}, 0).after_ms == 7000);
}

TEST_CASE("an HTTP-date is parsed to Unix time") {
    CHECK(parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT", now) == 0);
    CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT", now) == 784'111'777'000);
    CHECK(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", now) == 784'111'777'000);
    CHECK(parse_http_date("Sun Nov  6 08:49:37 1994", now) == 784'111'777'000);
    CHECK(parse_http_date("Thu, 29 Feb 2024 00:00:00 GMT", now) == 1'709'164'800'000);
    CHECK(parse_http_date("Fri, 01 Mar 2024 00:00:00 GMT", now) == 1'709'251'200'000);
    CHECK(parse_http_date("Tue, 29 Feb 2000 23:59:59 GMT", now) == 951'868'799'000);
    CHECK(parse_http_date("Wed, 31 Dec 1969 23:59:59 GMT", now) == -1000);
    CHECK(parse_http_date("Mon, 01 Jan 0001 00:00:00 GMT", now) == -62'135'596'800'000);
    CHECK(parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT", now) == 1'483'228'800'000);
}

TEST_CASE("from 1970 to 2110 each day's date is 24 hours after the previous one") {
    const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::int64_t expected = 0;
    int wrong = 0;
    for (int year = 1970; year <= 2110; ++year) {
        const bool leap = year % 4 == 0 && year != 2100;
        for (int month = 0; month != 12; ++month) {
            const int days = lengths[month] + (month == 1 && leap ? 1 : 0);
            for (int day = 1; day <= days; ++day, expected += 86'400'000) {
                const std::string text = "Mon, " + std::string(day < 10 ? "0" : "") +
                                         std::to_string(day) + " " + months[month] + " " +
                                         std::to_string(year) + " 00:00:00 GMT";
                if (parse_http_date(text, now) != expected) ++wrong;
            }
            const std::string beyond = "Mon, " + std::to_string(days + 1) + " " + months[month] +
                                       " " + std::to_string(year) + " 00:00:00 GMT";
            if (parse_http_date(beyond, now)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("a two-digit year is within fifty years of the current time") {
    const auto year_2023 = now;
    const std::int64_t year_2099 = 4'097'000'000'000;
    const auto date = [](const char* two, std::int64_t at) {
        return *parse_http_date(std::string("Monday, 01-Jan-") + two + " 00:00:00 GMT", at);
    };
    const auto full = [](const char* four) {
        return *parse_http_date(std::string("Mon, 01 Jan ") + four + " 00:00:00 GMT", 0);
    };
    CHECK(date("23", year_2023) == full("2023"));
    CHECK(date("73", year_2023) == full("2073"));
    CHECK(date("74", year_2023) == full("1974"));
    CHECK(date("99", year_2023) == full("1999"));
    CHECK(date("00", year_2099) == full("2100"));
    CHECK(date("48", year_2099) == full("2148"));
    CHECK(date("50", year_2099) == full("2050"));
}

TEST_CASE("texts similar to an HTTP-date are rejected") {
    for (const std::string text : {"Sun, 06 Nov 1994 08:49:37",
                                   "Sun, 06 Nov 1994 08:49:37 UTC",
                                   "Sun, 06 Nov 1994 08:49:37 GMT ",
                                   "Sun, 6 Nov 1994 08:49:37 GMT",
                                   "Son, 06 Nov 1994 08:49:37 GMT",
                                   "Sun, 06 Nox 1994 08:49:37 GMT",
                                   "Sun, 06 Nov 94 08:49:37 GMT",
                                   "Sun, 00 Nov 1994 08:49:37 GMT",
                                   "Sun, 31 Nov 1994 08:49:37 GMT",
                                   "Wed, 29 Feb 2023 08:49:37 GMT",
                                   "Thu, 29 Feb 1900 08:49:37 GMT",
                                   "Sun, 06 Nov 1994 24:00:00 GMT",
                                   "Sun, 06 Nov 1994 08:60:37 GMT",
                                   "Sun, 06 Nov 1994 08:49:61 GMT",
                                   "Sun, 06 Nov 1994 8:49:37 GMT",
                                   "Sun, 06 Nov 0000 08:49:37 GMT",
                                   "Sun, -6 Nov 1994 08:49:37 GMT",
                                   "Sun,06 Nov 1994 08:49:37 GMT",
                                   "Sun, 0: Nov 1994 08:49:37 GMT",
                                   "Sun, 06 Nov 19:4 08:49:37 GMT",
                                   "Sun, ",
                                   "Sun,",
                                   "Sunday, 06-Nov-1994 08:49:37 GMT",
                                   "Sunday, 06 Nov 94 08:49:37 GMT",
                                   "Someday, 06-Nov-94 08:49:37 GMT",
                                   "Sun Nov 6 08:49:37 1994",
                                   "Sun Nov  06 08:49:37 1994",
                                   "Sun Nov 06 08:49:37 94",
                                   "Sun Nov 06 08:49:37 1994 GMT",
                                   "",
                                   ",",
                                   "    "}) {
        CAPTURE(text);
        CHECK(parse_http_date(text, now) == std::nullopt);
    }
}

TEST_CASE("every proper prefix of a date is rejected") {
    for (const std::string date : {"Sun, 06 Nov 1994 08:49:37 GMT",
                                   "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"}) {
        for (std::size_t n = 0; n != date.size(); ++n) {
            CAPTURE(date, n);
            // an allocation of exactly that size, so that sanitizers detect over-reads
            const std::vector<char> block(date.begin(),
                                          date.begin() + static_cast<std::ptrdiff_t>(n));
            CHECK(parse_http_date(std::string_view(block.data(), n), now) == std::nullopt);
        }
    }
    using limit = std::numeric_limits<std::int64_t>;
    CHECK_FALSE(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", limit::max()));
    CHECK_FALSE(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", limit::min()));
    const http::header_list fields{{"retry-after", "Sun, 06 Nov 1994 08:49:37 GMT"}};
    CHECK(parse_retry_hints(fields, limit::min()).after_ms == max_wait_ms);
    CHECK(parse_retry_hints(fields, limit::max()).after_ms == 0);
}

TEST_CASE("Azure's x-ms-retry-after-ms comes after retry-after-ms and before Retry-After") {
    const auto wait = [](const http::header_list& fields) {
        return parse_retry_hints(fields, now);
    };
    const http::header usual{"retry-after-ms", "10"}, azure{"X-MS-Retry-After-Ms", "40.5"},
        seconds{"Retry-After", "3"};
    CHECK(wait({azure}).after_ms == 41);
    CHECK(wait({azure}).raw == "40.5");
    CHECK(wait({seconds, azure}).after_ms == 41);
    CHECK(wait({azure, usual}).after_ms == 10);
    CHECK(wait({azure, {"retry-after-ms", "soon"}}).after_ms == 41);
    CHECK(wait({seconds, {"x-ms-retry-after-ms", "-1"}}).after_ms == 3000);
}

TEST_CASE("x-should-retry is true, false or absent") {
    const auto said = [](std::string_view value) {
        return parse_retry_hints({{"X-Should-Retry", value}}, now).should_retry;
    };
    CHECK(said("true") == true);
    CHECK(said("True") == true);
    CHECK(said(" false ") == false);
    CHECK(said("yes") == std::nullopt);
    CHECK(said("1") == std::nullopt);
    CHECK(said("") == std::nullopt);
    CHECK(parse_retry_hints({}, now) == retry_hints{});
}

TEST_CASE(
    "the request id is taken from the first field that has one; it is bounded and printable") {
    using http::request_id;
    CHECK(request_id({}) == "");
    for (const std::string name :
         {"X-Request-Id", "request-id", "x-ms-request-id", "apim-request-id", "CF-Ray",
          "X-Generation-Id", "x-amzn-RequestId"}) {
        CAPTURE(name);
        CHECK(request_id(http::header_list{{"other", "x"}, {name, "req_1"}}) == "req_1");
    }
    CHECK(request_id(http::header_list{{"cf-ray", "b"}, {"x-request-id", "a"}}) == "a");
    CHECK(request_id(http::header_list{{"x-request-id", ""}, {"cf-ray", "b"}}) == "b");
    const http::header_list lengthy{{"x-request-id", std::string(1000, 'a')}};
    CHECK(request_id(lengthy) == std::string(256, 'a'));
    const http::header_list torn{{"x-request-id", "a\x1b[31mb"}};
    CHECK(request_id(torn) == "a");
    CHECK(request_id(torn).data() == torn.begin()->value.data());
}

}  // namespace retry_after_tests
