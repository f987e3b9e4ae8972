#include <oaiwire/bridge/chat_chunks_of.hpp>
//
#include <support/json_of.hpp>

namespace chat_chunks_of_tests {

using namespace oaiwire;

TEST_CASE("the first chunk names the role, and the id and time of the options count") {
    bridge_options options;
    options.id = "own";
    options.created = 9;
    detail::chat_chunks_of<> out(options);
    Response response;
    response.id = "resp_1";
    out.identify(response);
    CHECK(out.text(detail::text_kind::text, "") == nullptr);
    CHECK_FALSE(out.begun());
    REQUIRE(out.text(detail::text_kind::refusal, "no") != nullptr);
    CHECK(
        support::json_of(*out.next()) ==
        R"({"id":"own","object":"chat.completion.chunk","created":9,"choices":[{"index":0,"delta":{"role":"assistant","content":null}}]})");
    CHECK(
        support::json_of(*out.next()) ==
        R"({"id":"own","object":"chat.completion.chunk","created":9,"choices":[{"index":0,"delta":{"refusal":"no"}}]})");
    CHECK(out.next() == nullptr);
}

}  // namespace chat_chunks_of_tests
