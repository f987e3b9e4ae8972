#include <oaiwire/types/response_settings.hpp>
//
#include <support/catch.hpp>

#include <string>

#include <support/json_of.hpp>

namespace response_settings_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

TEST_CASE("a conversation is an id or an object with it") {
    CHECK(chooses<std::string, ConversationParam>(R"("conv_1")"));
    CHECK(chooses<ResponseConversation, ConversationParam>(R"({"id":"conv_1"})"));
}

TEST_CASE("the format of a text is written with its schema beside its type") {
    CHECK(json_of(ResponseTextParam{
              .format = ResponseTextFormat{.type = ResponseFormatType::json_schema,
                                           .name = "answer",
                                           .schema = raw_json::trusted(R"({"type":"object"})"),
                                           .strict = true},
              .verbosity = Verbosity::low}) ==
          R"({"format":{"type":"json_schema","name":"answer","schema":{"type":"object"},)"
          R"("strict":true},"verbosity":"low"})");
}

TEST_CASE("settings that a response repeats as null are null, others are absent") {
    const auto reasoning = from_json<Reasoning>(R"({"effort":"low","summary":null})");
    CHECK(reasoning.summary.is_null());
    CHECK(reasoning.mode.is_absent());
    CHECK(json_of(Reasoning{.effort = ReasoningEffort::low}) == R"({"effort":"low"})");
    CHECK(json_of(ContextManagement{.type = "compaction", .compact_threshold = 1000}) ==
          R"({"type":"compaction","compact_threshold":1000})");
}

}  // namespace response_settings_tests
