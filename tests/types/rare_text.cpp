#include <oaiwire/types/rare_text.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/field.hpp>

namespace rare_text_tests {

using namespace oaiwire;

TEST_CASE("a rare text is used like the string that it is") {
    const std::string some = "some";
    rare_text text = some;
    CHECK(text == "some");
    text = "other";
    CHECK(text == std::string_view("other"));
    text = some;
    const std::string& same = text;
    CHECK(same == some);
    std::string moved(100, 'm');
    const char* const data = moved.data();
    const rare_text taken = std::move(moved);
    CHECK(taken.data() == data);
}

TEST_CASE("a field of a rare text is set, compared and read as one of std::string") {
    static_assert(sizeof(field<rare_text>) == 2 * sizeof(void*));
    ChatCompletionDelta delta{.refusal = "no", .name = std::string("n")};
    CHECK(delta.refusal == "no");
    CHECK(delta.name == std::string("n"));
    CHECK(delta.name != delta.refusal);
    CHECK(delta.reasoning.is_absent());
    CHECK(delta.reasoning.value_or("none") == "none");
    delta.reasoning = std::string_view("why");
    CHECK(*delta.reasoning + "?" == "why?");
    CHECK(delta.reasoning->size() == 3);
    delta.reasoning = null;
    CHECK(delta.reasoning.is_null());
    delta.reasoning = delta.name;
    CHECK(delta.reasoning == "n");
    delta.reasoning = {};
    CHECK(delta.reasoning.is_absent());
}

TEST_CASE("a field of std::string takes a field of a rare text") {
    field<rare_text> from = "text";
    field<std::string> to = from;
    CHECK(to == "text");
    CHECK(to == from);
    from = null;
    to = from;
    CHECK(to.is_null());
    from.reset();
    to = from;
    CHECK(to.is_absent());
}

TEST_CASE("rare texts are read and written as JSON strings") {
    const std::string json = R"({"refusal":null,"reasoning":"a \"b\"","tool_call_id":"","id":"d"})";
    auto delta = json::read<ChatCompletionDelta>(json);
    REQUIRE(delta);
    CHECK(delta->refusal.is_null());
    CHECK(delta->reasoning == "a \"b\"");
    CHECK(delta->tool_call_id == "");
    CHECK(delta->id == "d");
    CHECK(delta->name.is_absent());
    CHECK(json::write(*delta).value() == json);
    const ChatCompletionDelta copy = *delta;
    CHECK(copy == *delta);
    // the memory of a text is kept for the next one
    const std::string* const at = &*delta->reasoning;
    REQUIRE(json::read_into(R"({"reasoning":"c"})", *delta));
    CHECK(&*delta->reasoning == at);
    CHECK(delta->reasoning == "c");
    CHECK(delta->id.is_absent());
    CHECK(json::read<ChatCompletionDelta>(R"({"name":1})", json::strict).error().path == "name");
}

}  // namespace rare_text_tests
