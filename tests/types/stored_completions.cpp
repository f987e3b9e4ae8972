#include <oaiwire/types/stored_completions.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>

namespace stored_completions_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("an update is written with its metadata, which may be null, and without the id") {
    CHECK(json_of(UpdateChatCompletionRequest{.completion_id = "c", .metadata = null}) ==
          R"({"metadata":null})");
    CHECK(json_of(UpdateChatCompletionRequest{.completion_id = "c",
                                              .metadata = raw_json::trusted(R"({"k":"v"})")}) ==
          R"({"metadata":{"k":"v"}})");
}

TEST_CASE("a page of stored completions has its first and last id") {
    const char* const text =
        R"({"object":"list","data":[{"id":"c","choices":[]}],"first_id":"c","last_id":"c",)"
        R"("has_more":false})";
    const auto page = from_json<ChatCompletionList>(text);
    CHECK(page.data.at(0).id == "c");
    CHECK(page.has_more == false);
    CHECK(page.extra.empty());
    CHECK(json_of(page) == text);
}

TEST_CASE("a stored message has an id and content parts") {
    const auto page = from_json<ChatCompletionMessageList>(
        R"({"data":[{"role":"user","content":null,"id":"m",)"
        R"("content_parts":[{"type":"text","text":"a"}]}],"has_more":true})");
    REQUIRE(page.data.size() == 1);
    CHECK(page.data[0].content.is_null());
    CHECK(std::get<ContentPartText>(page.data[0].content_parts->at(0)).text == "a");
    CHECK(page.last_id.is_absent());
}

}  // namespace stored_completions_tests
