#include <oaiwire/api/call_handler.hpp>

#include <string>
#include <string_view>

#include <support/catch.hpp>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/types/text.hpp>

namespace call_handler_tests {

using namespace oaiwire;

namespace {

struct seen {
    std::string text{};
    http::flow then = http::flow::proceed;
    static http::flow take(void* to, const void* chunk) {
        auto& s = *static_cast<seen*>(to);
        s.text += oaiwire::text(*static_cast<const ChatCompletionChunk*>(chunk));
        return s.then;
    }
};

const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
constexpr std::string_view event = "data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n";

}  // namespace

TEST_CASE("chunks are delivered as their bytes arrive") {
    STATIC_REQUIRE(http::response_handler<detail::call_handler>);
    detail::exchange_machine call(detail::call_table_of<ChatCompletionRequest>(), &request,
                                  endpoint{}, {}, call_mode::streamed);
    seen to;
    detail::call_handler handler(call, seen::take, &to);
    CHECK(handler.on_head({200, {}}) == http::flow::proceed);
    CHECK_FALSE(handler.delivered());
    CHECK(handler.on_body(event) == http::flow::proceed);
    CHECK(handler.on_body("data: [DONE]\n\n") == http::flow::stop);
    handler.finish({});
    CHECK(handler.delivered());
    CHECK(to.text == "a");
    CHECK(call.ok());
}

TEST_CASE("the callback can end the call") {
    detail::exchange_machine call(detail::call_table_of<ChatCompletionRequest>(), &request,
                                  endpoint{}, {}, call_mode::streamed);
    seen to{.then = http::flow::stop};
    detail::call_handler handler(call, seen::take, &to);
    handler.on_head({200, {}});
    CHECK(handler.on_body(std::string(event) + std::string(event)) == http::flow::stop);
    CHECK(to.text == "a");
    CHECK(call.end_reason() == stream_end::cancelled);
}

}  // namespace call_handler_tests
