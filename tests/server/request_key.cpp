#include <oaiwire/server/request_key.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <oaiwire/core/secret.hpp>
#include <oaiwire/http/fields.hpp>

namespace request_key_tests {

using namespace oaiwire;
using oaiwire::detail::key_in;
using kind = oaiwire::detail::request_key::kind;

TEST_CASE("the key that a client sends is found") {
    const auto sent = http::authorization_bearer(secret{"sk-1"});
    REQUIRE(sent);
    const http::header_list headers{{"Accept", "*/*"}, *sent};
    const auto found = key_in(headers);
    CHECK(found.what == kind::one);
    CHECK(found.text == "sk-1");
}

TEST_CASE("the head says of a key") {
    struct row {
        http::header_list headers{};
        kind what{};
        std::string key{};
    };
    const row rows[] = {
        {{}, kind::none, ""},
        {{{"Authorization", "Bearer k"}}, kind::one, "k"},
        {{{"authorization", "bEARER   k"}}, kind::one, "k"},
        {{{"API-Key", "k"}}, kind::one, "k"},
        {{{"Authorization", "Basic dTpw"}}, kind::none, ""},
        {{{"Authorization", ""}}, kind::none, ""},
        {{{"Authorization", "Bearerk"}}, kind::none, ""},
        {{{"Authorization", "Bearer"}}, kind::malformed, ""},
        {{{"Authorization", "Bearer "}}, kind::malformed, ""},
        {{{"Authorization", "Bearer a b"}}, kind::malformed, ""},
        {{{"Authorization", "Bearer a\x80"}}, kind::malformed, ""},
        {{{"api-key", ""}}, kind::malformed, ""},
        {{{"api-key", "a\tb"}}, kind::malformed, ""},
        {{{"Authorization", "Bearer k"}, {"Authorization", "Bearer k"}}, kind::several, ""},
        {{{"Authorization", "Basic k"}, {"authorization", "Bearer k"}}, kind::several, ""},
        {{{"api-key", "k"}, {"api-key", "k"}}, kind::several, ""},
        {{{"Authorization", "Bearer k"}, {"api-key", "j"}}, kind::several, ""},
        {{{"Authorization", "Bearer k"}, {"api-key", "k"}}, kind::one, "k"},
        {{{"Authorization", "Basic k"}, {"api-key", "j"}}, kind::one, "j"},
        {{{"api-key", "j"}, {"Authorization", "Basic k"}}, kind::one, "j"},
    };
    for (const auto& r : rows) {
        for (const auto& h : r.headers) UNSCOPED_INFO(h.name + ": " + h.value);
        const auto found = key_in(r.headers);
        CHECK(found.what == r.what);
        CHECK(found.text == r.key);
    }
}

}  // namespace request_key_tests
