#include <oaiwire/types/conversations.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

#include <support/json_of.hpp>

namespace conversations_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("conversations: types are read and written without loss, bare ones too") {
    const std::string conversation =
        R"({"id":"conv_1","object":"conversation","created_at":1741900000,)"
        R"("metadata":{"topic":"demo"},"later":[1]})";
    CHECK(json_of(from_json<Conversation>(conversation)) == conversation);
    CHECK(json_of(from_json<Conversation>("{}")) == "{}");

    const std::string deleted =
        R"({"id":"conv_1","object":"conversation.deleted","deleted":true,"later":1})";
    CHECK(json_of(from_json<DeletedConversation>(deleted)) == deleted);
    CHECK(json_of(from_json<DeletedConversation>("{}")) == "{}");

    const std::string list =
        R"({"object":"list","data":[{"type":"message","role":"user","content":)"
        R"([{"type":"input_text","text":"Hi"}],"id":"msg_1","status":"completed"},)"
        R"({"type":"of_tomorrow","id":"x"}],"first_id":"msg_1","last_id":"x","has_more":false,)"
        R"("later":{}})";
    const auto read = from_json<ConversationItemList>(list);
    CHECK(json_of(read) == list);
    REQUIRE(read.data.size() == 2);
    CHECK(std::holds_alternative<ResponseMessage>(read.data[0]));
    CHECK(std::holds_alternative<raw_json>(read.data[1]));
    CHECK(json_of(from_json<ConversationItemList>("{}")) == R"({"data":[]})");
}

TEST_CASE("conversations: what is in the path is not in the body") {
    CHECK(json_of(UpdateConversationRequest{.conversation_id = "conv_1",
                                            .metadata = raw_json::trusted(R"({"a":"b"})")}) ==
          R"({"metadata":{"a":"b"}})");
    CHECK(json_of(CreateConversationItemsRequest{.conversation_id = "conv_1"}) ==
          R"({"items":[]})");
    CHECK(json_of(CreateConversationRequest{}) == "{}");
}

}  // namespace conversations_tests
