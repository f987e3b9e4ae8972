#include <oaiwire/responses.hpp>
//
#include <support/catch.hpp>

#include <string>

// Only this header is included: it must bring everything for its operations.
namespace responses_tests {

using namespace oaiwire;

namespace {

const endpoint where{.base_url = "http://localhost/v1"};

}  // namespace

TEST_CASE("responses.hpp is enough to create, stream and delete responses") {
    exchange call(ResponseRequest{.model = "m", .input = std::string("Hi")}, where, {},
                  call_mode::plain);
    CHECK(call.request().target == "/v1/responses");
    call.head(200, {});
    call.feed(R"({"id":"r","object":"response","status":"completed","output":[]})");
    call.finish();
    REQUIRE(call.ok());
    CHECK(call.response().id == "r");

    exchange stream(ResponseRequest{.model = "m", .input = std::string("Hi")}, where, {},
                    call_mode::streamed);
    stream.head(200, {});
    stream.feed("data: {\"type\":\"response.output_text.delta\",\"delta\":\"a\"}\n\n");
    CHECK(stream.next() != nullptr);

    exchange gone(DeleteResponseRequest{.response_id = "r"}, where);
    CHECK(gone.request().method == "DELETE");
    CHECK(gone.request().target == "/v1/responses/r");
    gone.head(200, {});
    gone.finish();
    CHECK(gone.ok());
}

}  // namespace responses_tests
