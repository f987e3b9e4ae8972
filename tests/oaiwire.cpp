#include <oaiwire/oaiwire.hpp>

#include <support/catch.hpp>

TEST_CASE("oaiwire.hpp includes everything but the adapters") {
    const oaiwire::ChatCompletionRequest request{.model = "m", .messages = {oaiwire::user("hi")}};
    const auto text = oaiwire::json::write(request);
    REQUIRE(text);
    CHECK(*oaiwire::json::read<oaiwire::ChatCompletionRequest>(*text) == request);
    oaiwire::sse::decoder decoder;
    oaiwire::http::chunked_decoder chunked;
    CHECK(oaiwire::validate(request).empty());
    CHECK(oaiwire::version.major == OAIWIRE_VERSION_MAJOR);
}
