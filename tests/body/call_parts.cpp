#include <oaiwire/body/call_parts.hpp>

#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/json/read.hpp>
#include <support/catch.hpp>

namespace call_parts_tests {

using namespace oaiwire;

namespace {

template <class T>
T read(std::string_view text) {
    auto value = json::read<T>(text, json::tolerant);
    REQUIRE(value.has_value());
    return *value;
}

}  // namespace

TEST_CASE("a tool call is read from every form") {
    const auto whole = parts_of(read<ToolCallChunk>(
        R"({"index":2,"id":"a","type":"FUNCTION","function":{"name":"f","arguments":"{}"}})"));
    CHECK(whole.index == 2);
    CHECK(whole.id == std::optional<std::string>("a"));
    CHECK(whole.type == std::optional<std::string>("function"));
    CHECK(whole.name == std::optional<std::string>("f"));
    CHECK(whole.arguments == std::optional<std::string>("{}"));

    const auto custom =
        parts_of(read<ToolCall>(R"({"type":"custom","custom":{"name":"sql","input":"select 1"}})"));
    CHECK(custom.name == std::optional<std::string>("sql"));
    CHECK(custom.arguments == std::optional<std::string>("select 1"));

    const auto flat = parts_of(read<ToolCallChunk>(R"({"name":"f","arguments":{"a": 1}})"));
    CHECK(flat.name == std::optional<std::string>("f"));
    CHECK(flat.arguments == std::optional<std::string>("{\"a\": 1}"));
}

TEST_CASE("empty members of a tool call count as absent") {
    for (const char* text : {R"({})", R"({"index":-1,"id":"","type":"","function":{"name":""}})",
                             R"({"index":null,"id":null,"type":null,"function":null})",
                             R"({"id":"null","function":{"name":"null","arguments":null}})"}) {
        INFO(text);
        const auto parts = parts_of(read<ToolCallChunk>(text));
        CHECK_FALSE(parts.index.has_value());
        CHECK_FALSE(parts.id.has_value());
        CHECK_FALSE(parts.type.has_value());
        CHECK_FALSE(parts.name.has_value());
        CHECK_FALSE(parts.arguments.has_value());
    }
    CHECK(parts_of(read<ToolCallChunk>(R"({"function":{"arguments":""}})")).arguments ==
          std::optional<std::string>(""));
}

TEST_CASE("absent members of a tool call are not invented") {
    const auto none = parts_of(read<ToolCallChunk>(R"({"name":"f","arguments":null})"));
    CHECK(none.name == "f");
    CHECK_FALSE(none.arguments);
    CHECK_FALSE(parts_of(read<ToolCallChunk>(R"({"name":"f","more":1})")).arguments);
    CHECK(parts_of(read<ToolCallChunk>(R"({"type":"Tool2-AZaz"})")).type == "tool2-azaz");
}

}  // namespace call_parts_tests
