#include <oaiwire/api/call_table.hpp>

#include <string>

#include <support/catch.hpp>

#include <oaiwire/api/exchange.hpp>
#include <oaiwire/api/operations.hpp>

namespace call_table_tests {

using namespace oaiwire;

TEST_CASE("an operation's table equals its operation_of specialisation") {
    const auto& chat = detail::call_table_of<ChatCompletionRequest>();
    CHECK(chat.streams);
    CHECK(chat.adds_up);
    CHECK(chat.answer.take_text == nullptr);

    const auto& speech = detail::call_table_of<SpeechRequest>();
    CHECK(speech.answer.speech);
    CHECK(speech.chunks == nullptr);
    CHECK(speech.answer.take_text != nullptr);
    CHECK_FALSE(detail::call_table_of<EmbeddingRequest>().streams);
}

}  // namespace call_table_tests
