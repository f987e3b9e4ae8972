#include <oaiwire/core/error.hpp>
//
#include <support/catch.hpp>

#include <cctype>
#include <set>
#include <string>
#include <type_traits>

namespace error_tests {

using namespace oaiwire;

TEST_CASE("an HTTP status maps to the same class as in the official SDKs") {
    struct row {
        int status;
        api_error_class c;
        std::string name;
    };
    std::set<std::string> names;
    for (const auto& r : {row{0, api_error_class::none, "none"},
                          row{400, api_error_class::bad_request, "bad_request"},
                          row{401, api_error_class::authentication, "authentication"},
                          row{403, api_error_class::permission_denied, "permission_denied"},
                          row{404, api_error_class::not_found, "not_found"},
                          row{409, api_error_class::conflict, "conflict"},
                          row{422, api_error_class::unprocessable_entity, "unprocessable_entity"},
                          row{429, api_error_class::rate_limit, "rate_limit"},
                          row{500, api_error_class::internal_server, "internal_server"},
                          row{503, api_error_class::service_unavailable, "service_unavailable"},
                          row{402, api_error_class::payment_required, "payment_required"},
                          row{423, api_error_class::locked, "locked"},
                          row{425, api_error_class::too_early, "too_early"},
                          row{405, api_error_class::other, "other"}}) {
        CAPTURE(r.status);
        CHECK(class_of_status(r.status) == r.c);
        CHECK(name(r.c) == r.name);
        names.insert(r.name);
    }
    CHECK(names.size() == static_cast<std::size_t>(api_error_class::other) + 1);
    for (const int status : {-1, 1, 399, 405, 418, 502, 504, 529, 599, 1000}) {
        CHECK(class_of_status(status) == api_error_class::other);
    }
}

TEST_CASE("the status of an error is the response's, or the one that its body states") {
    api_error_info api;
    CHECK(error_status(api) == 0);
    api.stated_status = 429;
    CHECK(error_status(api) == 429);
    api.status = 200;
    CHECK(error_status(api) == 429);
    api.status = 404;
    CHECK(error_status(api) == 404);
    api.stated_status = 0;
    CHECK(error_status(api) == 404);
    api.status = 299;
    CHECK(error_status(api) == 0);
}

TEST_CASE("an error without a message has its code's description as message") {
    const error plain = make_error(errc::too_deep);
    CHECK(plain.message == describe(errc::too_deep));
    CHECK(plain.path.empty());
    CHECK(plain.offset == error::no_offset);
    CHECK(plain.kind() == error_kind::decode);
    const error full = make_error(errc::type_mismatch, "a number is due", "choices[0].index", 41);
    CHECK(full.message == "a number is due");
    CHECK(full.path == "choices[0].index");
    CHECK(full.offset == 41);
    CHECK(error{}.kind() == error_kind::none);
}

TEST_CASE(
    "the text of an error has code, status, path, offset and message, as far as they are set") {
    CHECK(to_string(make_error(errc::too_deep)) == "too_deep: values nested deeper than the limit");
    CHECK(to_string(make_error(errc::type_mismatch, "a number is due", "choices[0].index", 41)) ==
          "type_mismatch at choices[0].index (byte 41): a number is due");
    CHECK(to_string(make_error(errc::unexpected_end, {}, {}, 0)) ==
          "unexpected_end (byte 0): the JSON text ends too early");
    error api = make_error(errc::api_error, "no such model");
    api.api.status = 404;
    CHECK(to_string(api) == "api_error 404: no such model");
    error bare;
    bare.code = errc::cancelled;
    CHECK(to_string(bare) == "cancelled: the call was cancelled");
}

TEST_CASE("errors are aggregates that can be compared and copied") {
    STATIC_REQUIRE(std::is_aggregate_v<error>);
    STATIC_REQUIRE(std::is_aggregate_v<api_error_info>);
    STATIC_REQUIRE(std::is_aggregate_v<retry_hints>);
    STATIC_REQUIRE(std::is_nothrow_move_constructible_v<error>);
    const error a = make_error(errc::invalid_url, "m", "p", 3);
    error b = a;
    CHECK(a == b);
    b.api.retry.after_ms = 5;
    CHECK(a != b);
}

}  // namespace error_tests
