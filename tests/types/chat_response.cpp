#include <oaiwire/types/chat_response.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/reflect/names.hpp>
#include <support/json_of.hpp>

namespace chat_response_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;

namespace {

// The members that T always has; all others can be absent and null.
template <class T>
std::string always_there() {
    std::string names;
    const auto empty = from_json<T>("{}");
    reflect::for_each_member(empty, [&](std::string_view name, const auto& member) {
        if constexpr (requires { member.is_absent(); }) {
            CHECK(member.is_absent());
            const std::string null_member = "\"" + std::string(name) + "\":null";
            const std::string written = json_of(from_json<T>("{" + null_member + "}"));
            INFO(written);
            CHECK(written.find(null_member) != std::string::npos);
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

TEST_CASE("a moderation outcome is identified by type") {
    using outcome = ChatCompletionModerationOutcome;
    CHECK(chooses<ChatCompletionModerationResults, outcome>(
        R"({"type":"moderation_results","model":"m","results":[{"flagged":false}]})"));
    CHECK(chooses<ChatCompletionModerationError, outcome>(
        R"({"type":"error","code":"c","message":"m"})"));
    CHECK(chooses<raw_json, outcome>(R"({"type":"later","model":"m"})"));
}

TEST_CASE("a stop reason is a token, a string or other JSON") {
    CHECK(chooses<std::int64_t, StopReason>("128009"));
    CHECK(chooses<std::string, StopReason>(R"("END")"));
    CHECK(chooses<raw_json, StopReason>(R"({"Int":7})"));
    CHECK(chooses<raw_json, StopReason>("true"));
}

}  // namespace chat_response_tests
