#include <oaiwire/types/chat_response.hpp>
//
#include <support/catch.hpp>

#include <string_view>
#include <variant>

#include <oaiwire/reflect/names.hpp>

namespace chat_response_tests {

using namespace oaiwire;

namespace {

// Members that servers may omit must distinguish absent from empty.
template <class T>
std::string always_there() {
    std::string names;
    const T fresh{};
    reflect::for_each_member(fresh, [&](std::string_view name, const auto& member) {
        if constexpr (requires { member.is_absent(); }) {
            CHECK(member.is_absent());
        } else {
            names.append(name).append(" ");
        }
    });
    return names;
}

}  // namespace

TEST_CASE("every member of responses and chunks except choices may be absent or null") {
    CHECK(always_there<ChatCompletion>() == "choices extra ");
    CHECK(always_there<ChatCompletionChunk>() == "choices extra ");
    CHECK(always_there<ChatCompletionChoice>() == "extra ");
    CHECK(always_there<ChatCompletionChunkChoice>() == "extra ");
    CHECK(always_there<ChatCompletionMessage>() == "extra ");
    CHECK(always_there<ChatCompletionDelta>() == "extra ");
    CHECK(always_there<ChatCompletionAudio>() == "extra ");
}

TEST_CASE("moderation outcomes have their types") {
    CHECK(ChatCompletionModerationResults::tag.value == "moderation_results");
    CHECK(ChatCompletionModerationError::tag.value == "error");
    const ChatCompletionModerationOutcome outcome =
        ChatCompletionModerationError{.code = "c", .message = "m"};
    CHECK(std::get<ChatCompletionModerationError>(outcome).code == "c");
}

TEST_CASE("a stop reason is a token, a string or other JSON") {
    ChatCompletionChoice choice;
    choice.stop_reason = StopReason(std::int64_t{128009});
    CHECK(std::get<0>(*choice.stop_reason) == 128009);
    choice.stop_reason = StopReason("END");
    CHECK(std::get<1>(*choice.stop_reason) == "END");
    choice.stop_reason = StopReason(raw_json::of(true));
    CHECK(std::get<2>(*choice.stop_reason).text() == "true");
}

}  // namespace chat_response_tests
