#include <oaiwire/api/exchange_machine.hpp>

#include <support/catch.hpp>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>
#include <oaiwire/types/text.hpp>

namespace exchange_machine_tests {

using namespace oaiwire;

TEST_CASE("a machine executes the call of its table and has no response before it ends") {
    const ChatCompletionRequest request{.model = "m", .messages = {user("hi")}};
    detail::exchange_machine call(detail::call_table_of<ChatCompletionRequest>(), &request,
                                  endpoint{}, {}, call_mode::plain);
    CHECK(call.request().target == "/v1/chat/completions");
    CHECK(call.response() == nullptr);
    CHECK_FALSE(call.check_result());
    call.head(200, {{"Content-Type", "application/json"}});
    call.feed(R"({"choices":[{"message":{"content":"hello"}}]})");
    call.finish();
    REQUIRE(call.ok());
    CHECK(call.check_result());
    CHECK(text(*static_cast<const ChatCompletion*>(call.response())) == "hello");
    CHECK(call.plain_response() == call.response());
}

TEST_CASE("a machine with an invalid request has ended") {
    const ChatCompletionRequest request;
    detail::exchange_machine call(detail::call_table_of<ChatCompletionRequest>(), &request,
                                  endpoint{.base_url = "ftp://x"}, {}, call_mode::streamed);
    CHECK(call.end_reason() == stream_end::malformed);
    CHECK(call.next() == nullptr);
    CHECK(call.take_error().code != errc::ok);
    CHECK(call.error().code == errc::ok);
}

}  // namespace exchange_machine_tests
