#include <oaiwire/api/exchange_machine_steps.hpp>

#include <string_view>
#include <utility>

#include <support/catch.hpp>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations/chat.hpp>
#include <oaiwire/types/text.hpp>

namespace exchange_machine_steps_tests {

using namespace oaiwire;

TEST_CASE("a repeated call discards its response, and a moved one continues") {
    const std::string_view event = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";
    const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    detail::exchange_machine call(detail::call_table_of<ChatCompletionRequest>(), &request,
                                  endpoint{}, {}, call_mode::streamed);
    call.head(200, {});
    call.feed(event);
    REQUIRE(call.next() != nullptr);
    REQUIRE(call.response() != nullptr);
    call.restart();
    CHECK(call.response() == nullptr);
    CHECK(call.status() == 0);
    CHECK(call.statistics().chunks == 0);
    call.head(200, {});
    detail::exchange_machine moved(std::move(call));
    moved.feed(event);
    REQUIRE(moved.next() != nullptr);
    CHECK(moved.next() == nullptr);
    moved.feed(event);
    REQUIRE(moved.next() != nullptr);
    CHECK(text(*static_cast<const ChatCompletion*>(moved.response())) == "aa");
}

}  // namespace exchange_machine_steps_tests
