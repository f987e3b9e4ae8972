#include <oaiwire/types/response_settings.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <variant>

namespace response_settings_tests {

using namespace oaiwire;

TEST_CASE("a conversation is an id or an object with it") {
    ConversationParam conversation = "conv_1";
    CHECK(std::get<std::string>(conversation) == "conv_1");
    conversation = ResponseConversation{.id = "conv_1"};
    CHECK(std::get<ResponseConversation>(conversation).id == "conv_1");
}

TEST_CASE("settings are absent by default") {
    CHECK(Reasoning{.effort = ReasoningEffort::low}.summary.is_absent());
    CHECK(BackgroundOptions{.completion_window = "2h"} != BackgroundOptions{});
    CHECK(ContextManagement{.type = "compaction", .compact_threshold = 1000}.compact_threshold ==
          1000);
}

}  // namespace response_settings_tests
