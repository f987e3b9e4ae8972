#include <oaiwire/core/errc.hpp>
//
#include <support/catch.hpp>

#include <set>
#include <string>

namespace errc_tests {

using namespace oaiwire;

namespace {

constexpr int codes = static_cast<int>(errc::api_error) + 1;

// name() is a switch, so it would return "unknown" for a code that it lacks.
template <class F>
void every_code(F f) {
    for (int i = 0; i != codes; ++i) f(static_cast<errc>(i));
}

}  // namespace

TEST_CASE("every error code has a unique name and a unique description") {
    std::set<std::string> names;
    std::set<std::string> descriptions;
    every_code([&](errc code) {
        const std::string n(name(code));
        const std::string d(describe(code));
        CAPTURE(static_cast<int>(code), n, d);
        CHECK(n != "unknown");
        CHECK(n.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789") == std::string::npos);
        CHECK(names.insert(n).second);
        CHECK(d != "unknown error");
        CHECK(d.size() > 5);
        CHECK(descriptions.insert(d).second);
    });
    CHECK(name(static_cast<errc>(codes)) == "unknown");
    CHECK(describe(static_cast<errc>(codes)) == "unknown error");
}

TEST_CASE("each code has its kind, up to the bounds of each group") {
    CHECK(kind_of(errc::ok) == error_kind::none);
    CHECK(kind_of(errc::invalid_argument) == error_kind::invalid_request);
    CHECK(kind_of(errc::invalid_content) == error_kind::invalid_request);
    CHECK(kind_of(errc::resolve_failed) == error_kind::transport);
    CHECK(kind_of(errc::transport_failed) == error_kind::transport);
    CHECK(kind_of(errc::limit_exceeded) == error_kind::protocol);
    CHECK(kind_of(errc::stale_signature) == error_kind::protocol);
    CHECK(kind_of(errc::unexpected_end) == error_kind::decode);
    CHECK(kind_of(errc::invalid_base64) == error_kind::decode);
    CHECK(kind_of(errc::confidential_bad_key) == error_kind::confidential);
    CHECK(kind_of(errc::confidential_crypto_failed) == error_kind::confidential);
    CHECK(kind_of(errc::out_of_memory) == error_kind::resource);
    CHECK(kind_of(errc::refused) == error_kind::model);
    CHECK(kind_of(errc::unknown_tool) == error_kind::model);
    CHECK(kind_of(errc::tool_failed) == error_kind::tool);
    CHECK(kind_of(errc::tool_limit) == error_kind::tool);
    CHECK(kind_of(errc::api_error) == error_kind::api);
}

TEST_CASE("kinds follow the order of the codes") {
    error_kind last = error_kind::none;
    std::set<error_kind> seen;
    every_code([&](errc code) {
        CHECK(kind_of(code) >= last);
        last = kind_of(code);
        seen.insert(last);
    });
    CHECK(seen.size() == 10);
}

TEST_CASE("the table of the codes has what their rows say, and other values have none") {
    for (const auto& row : detail::errc_rows) {
        CHECK(name(row.value) == row.name);
        CHECK(describe(row.value) == row.text);
        CHECK(kind_of(row.value) == row.kind);
    }
    const auto other = static_cast<errc>(detail::errc_count);
    CHECK(name(other) == "unknown");
    CHECK(describe(other) == "unknown error");
    CHECK(kind_of(other) == error_kind::none);
}

}  // namespace errc_tests
