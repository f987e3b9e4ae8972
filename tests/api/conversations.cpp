#include <oaiwire/conversations.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <variant>
#include <vector>

// Only this header is included: it must bring everything for its operations.
namespace conversations_api_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

constexpr std::string_view conversation_json =
    R"({"id":"conv_1","object":"conversation","created_at":5,"metadata":{}})";
constexpr std::string_view items_json =
    R"({"object":"list","data":[{"type":"message","id":"msg_1","role":"user","content":"Hi"}],)"
    R"("first_id":"msg_1","last_id":"msg_1","has_more":false})";

// Sends the request to a server that answers with `body`.
template <class Request>
exchange<Request> answered(const Request& request, std::string_view body) {
    exchange<Request> call(request, where, {}, call_mode::plain);
    if (call.ended()) UNSCOPED_INFO(to_string(call.error()));
    call.head(200, {});
    call.feed(body);
    call.finish();
    return call;
}

std::vector<ResponseItem> messages(std::size_t n) {
    return std::vector<ResponseItem>(n, input_message(Role::user, std::string("Hi")));
}

}  // namespace

TEST_CASE("createConversation: items and metadata are sent, a conversation comes back") {
    const auto call =
        answered(CreateConversationRequest{.items = messages(1),
                                           .metadata = raw_json::trusted(R"({"topic":"demo"})")},
                 conversation_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/conversations");
    CHECK(call.request().body ==
          R"({"items":[{"role":"user","content":"Hi"}],"metadata":{"topic":"demo"}})");
    REQUIRE(call.ok());
    CHECK(call.response().id == "conv_1");
    CHECK(call.response().created_at == 5);
    CHECK(validate(CreateConversationRequest{.items = messages(20)}).empty());
    CHECK(validate(CreateConversationRequest{.items = messages(21)}).front().path == "items");
    CHECK(validate(CreateConversationRequest{.metadata = raw_json::trusted("1")}).size() == 1);
}

TEST_CASE("getConversation: the id is in the path") {
    const auto call =
        answered(RetrieveConversationRequest{.conversation_id = "conv/1"}, conversation_json);
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/conversations/conv%2F1");
    CHECK(call.request().body.empty());
    REQUIRE(call.ok());
    CHECK(call.response().object == "conversation");
    CHECK(validate(RetrieveConversationRequest{}).front().path == "conversation_id");
}

TEST_CASE("updateConversation: the metadata is sent") {
    const auto call =
        answered(UpdateConversationRequest{.conversation_id = "conv_1",
                                           .metadata = raw_json::trusted(R"({"a":"b"})")},
                 conversation_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/conversations/conv_1");
    CHECK(call.request().body == R"({"metadata":{"a":"b"}})");
    REQUIRE(call.ok());
    CHECK(call.response().id == "conv_1");
    CHECK(validate(UpdateConversationRequest{.metadata = raw_json::trusted("[]")}).size() == 2);
}

TEST_CASE("deleteConversation: DELETE, and the answer says so") {
    const auto call = answered(DeleteConversationRequest{.conversation_id = "conv_1"},
                               R"({"id":"conv_1","object":"conversation.deleted","deleted":true})");
    CHECK(call.request().method == "DELETE");
    CHECK(call.request().target == "/v1/conversations/conv_1");
    REQUIRE(call.ok());
    CHECK(call.response().deleted == true);
    CHECK(validate(DeleteConversationRequest{}).size() == 1);
}

TEST_CASE("listConversationItems: the page is asked for in the query") {
    const auto call = answered(
        ListConversationItemsRequest{.conversation_id = "conv_1",
                                     .include = std::vector<std::string>{"reasoning.x", "y"},
                                     .after = "msg_0",
                                     .limit = 2,
                                     .order = "asc"},
        items_json);
    CHECK(call.request().method == "GET");
    CHECK(call.request().target ==
          "/v1/conversations/conv_1/items?include%5B%5D=reasoning.x&include%5B%5D=y"
          "&after=msg_0&limit=2&order=asc");
    REQUIRE(call.ok());
    REQUIRE(call.response().data.size() == 1);
    CHECK(call.response().last_id == "msg_1");
    CHECK(validate(ListConversationItemsRequest{.conversation_id = "c", .limit = 101}).size() == 1);
}

TEST_CASE("createConversationItems: the items are the body, include is in the query") {
    const auto call =
        answered(CreateConversationItemsRequest{.conversation_id = "conv_1",
                                                .items = messages(1),
                                                .include = std::vector<std::string>{"x"}},
                 items_json);
    CHECK(call.request().method == "POST");
    CHECK(call.request().target == "/v1/conversations/conv_1/items?include%5B%5D=x");
    CHECK(call.request().body == R"({"items":[{"role":"user","content":"Hi"}]})");
    REQUIRE(call.ok());
    CHECK(call.response().data.size() == 1);
    CHECK(validate(CreateConversationItemsRequest{.conversation_id = "c"}).front().path == "items");
}

TEST_CASE("getConversationItem: an item of any kind comes back") {
    const auto call =
        answered(RetrieveConversationItemRequest{.conversation_id = "conv_1",
                                                 .item_id = "msg_1",
                                                 .include = std::vector<std::string>{"x"}},
                 R"({"type":"message","id":"msg_1","role":"user","content":"Hi"})");
    CHECK(call.request().method == "GET");
    CHECK(call.request().target == "/v1/conversations/conv_1/items/msg_1?include%5B%5D=x");
    REQUIRE(call.ok());
    const auto* message = std::get_if<ResponseMessage>(&call.response());
    REQUIRE(message != nullptr);
    CHECK(message->id == "msg_1");
    CHECK(validate(RetrieveConversationItemRequest{}).size() == 2);
}

TEST_CASE("getConversationItem: a call of a tool that failed is an item") {
    const auto call = answered(
        RetrieveConversationItemRequest{.conversation_id = "conv_1", .item_id = "mcp_1"},
        R"({"type":"mcp_call","id":"mcp_1","error":{"type":"http_error","code":500,"message":"m"}})");
    REQUIRE(call.ok());
    CHECK(std::get_if<MCPToolCall>(&call.response()) != nullptr);
}

TEST_CASE("deleteConversationItem: the conversation comes back") {
    const auto call =
        answered(DeleteConversationItemRequest{.conversation_id = "conv_1", .item_id = "msg_1"},
                 conversation_json);
    CHECK(call.request().method == "DELETE");
    CHECK(call.request().target == "/v1/conversations/conv_1/items/msg_1");
    REQUIRE(call.ok());
    CHECK(call.response().id == "conv_1");
    CHECK(validate(DeleteConversationItemRequest{}).size() == 2);
}

}  // namespace conversations_api_tests
