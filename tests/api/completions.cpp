#include <oaiwire/completions.hpp>
//
#include <support/catch.hpp>

#include <string>

// Only this header is included: it must bring everything for its operations.
namespace completions_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

}  // namespace

TEST_CASE("completions.hpp is enough for text completions, streamed ones, and edits") {
    exchange call(CompletionRequest{.model = "m", .prompt = std::string("Say")}, where, {},
                  call_mode::plain);
    CHECK(call.request().target == "/v1/completions");
    call.head(200, {});
    call.feed(R"({"choices":[{"index":0,"text":" yes","finish_reason":"stop"}]})");
    call.finish();
    REQUIRE(call.ok());
    CHECK(call.response().choices[0].text == " yes");

    exchange stream(CompletionRequest{.model = "m", .prompt = std::string("Say")}, where, {},
                    call_mode::streamed);
    stream.head(200, {});
    stream.feed("data: {\"choices\":[{\"index\":0,\"text\":\"a\"}]}\n\n");
    const auto* const chunk = stream.next();
    REQUIRE(chunk);
    CHECK(chunk->choices[0].text == "a");

    exchange edit(EditRequest{.model = "m", .instruction = "Mend"}, where);
    CHECK(edit.request().target == "/v1/edits");
}

}  // namespace completions_tests
