#include <oaiwire/types/stored_completions.hpp>
//
#include <support/catch.hpp>

namespace stored_completions_tests {

using namespace oaiwire;

TEST_CASE("stored completions are listed by page and addressed by id") {
    const ListChatCompletionsRequest page{.metadata = {{"k", "v"}}, .after = "c", .limit = 5};
    CHECK(page.metadata.front().second == "v");
    CHECK(RetrieveChatCompletionRequest{.completion_id = "c"}.completion_id.text() == "c");
    CHECK(DeleteChatCompletionRequest{.completion_id = "a"} !=
          DeleteChatCompletionRequest{.completion_id = "b"});
    CHECK(UpdateChatCompletionRequest{.completion_id = "c", .metadata = null}.metadata.is_null());
    CHECK(ListChatCompletionMessagesRequest{.completion_id = "c"}.order.is_absent());
    CHECK(ChatCompletionList{.data = {ChatCompletion{.id = "c"}}}.data.front().id == "c");
    CHECK(ChatCompletionMessageList{}.data.empty());
    CHECK(ChatCompletionDeleted{.deleted = true}.deleted == true);
}

}  // namespace stored_completions_tests
