#include <oaiwire/bridge/response_store.hpp>
//
#include <support/json_of.hpp>

#include <string>
#include <vector>

namespace response_store_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

// An answer with that id and text.
Response answer(const std::string& id, const std::string& rest = "") {
    return from_json<Response>(R"({"id":")" + id +
                               R"(","output":[{"type":"message","role":"assistant","content":"a)" +
                               id + "\"}]" + rest + "}");
}
ResponseRequest asks(const std::string& text, const std::string& rest = "") {
    return from_json<ResponseRequest>(R"({"model":"m","input":")" + text + "\"" + rest + "}");
}
// The texts of a conversation.
std::string said(const response_store& store, std::string_view id) {
    const auto items = store.find(id);
    if (!items) return to_string(items.error());
    std::string out;
    for (const auto& item : *items) {
        const auto* m = std::get_if<ResponseMessage>(&item);
        out += *std::get_if<std::string>(&*m->content) + " ";
    }
    return out;
}

}  // namespace

TEST_CASE("an answer is found with all that it follows") {
    memory_response_store memory;
    const response_store store = memory.hooks();
    REQUIRE(save_response(store, asks("one"), answer("1")));
    REQUIRE(save_response(store, asks("two"), answer("2", R"(,"previous_response_id":"1")")));
    REQUIRE(save_response(store, asks("or"), answer("3", R"(,"previous_response_id":"1")")));
    CHECK(said(store, "2") == "one a1 two a2 ");
    CHECK(said(store, "3") == "one a1 or a3 ");
    CHECK(said(store, "4") == "invalid_argument: there is no response with the id \"4\"");
}

TEST_CASE("a conversation grows with each answer") {
    memory_response_store memory;
    const response_store store = memory.hooks();
    CHECK(said(store, "conv_1") == "");
    REQUIRE(save_response(store, asks("one"), answer("1", R"(,"conversation":{"id":"conv_1"})")));
    REQUIRE(save_response(store, asks("two"), answer("2", R"(,"conversation":{"id":"conv_1"})")));
    CHECK(said(store, "conv_1") == "one a1 two a2 ");
}

TEST_CASE("nothing is saved where the request says so, nor failed answers") {
    memory_response_store memory;
    const response_store store = memory.hooks();
    REQUIRE(save_response(store, asks("one", R"(,"store":false)"), answer("1")));
    REQUIRE(save_response(store, asks("one"), answer("2", R"(,"status":"failed")")));
    REQUIRE(save_response(response_store{}, asks("one"), answer("3")));
    CHECK(memory.size() == 0);
}

TEST_CASE("ids are needed, once each") {
    memory_response_store memory;
    const response_store store = memory.hooks();
    REQUIRE(save_response(store, asks("one"), answer("1")));
    CHECK(save_response(store, asks("one"), answer("1")).error().code == errc::invalid_argument);
    CHECK(save_response(store, asks("one"), answer("")).error().code == errc::invalid_argument);
}

TEST_CASE("the oldest answers go first, and what followed them cannot be found") {
    memory_response_store memory(2);
    const response_store store = memory.hooks();
    REQUIRE(save_response(store, asks("x"), answer("1", R"(,"conversation":{"id":"conv_1"})")));
    REQUIRE(save_response(store, asks("x"), answer("2", R"(,"previous_response_id":"1")")));
    REQUIRE(save_response(store, asks("x"), answer("3", R"(,"previous_response_id":"2")")));
    CHECK(memory.size() == 2);
    CHECK(said(store, "3").starts_with("invalid_argument"));
    CHECK(said(store, "conv_1") == "");
    // an id that comes again makes no endless chain
    REQUIRE(save_response(store, asks("x"), answer("1", R"(,"previous_response_id":"3")")));
    CHECK(said(store, "1").starts_with("invalid_argument"));
}

}  // namespace response_store_tests
