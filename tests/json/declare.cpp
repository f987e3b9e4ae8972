#include <oaiwire/json/declare.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>

#include <oaiwire/types/models.hpp>

using namespace oaiwire;

namespace {

// Compiled before any definition is seen: declarations are enough to call.
result<void> copy(std::string_view text, std::string& out) {
    auto value = json::read<HealthResponse>(text);
    if (!value) return std::move(value).error();
    if (auto again = json::read_into(text, *value, json::tolerant); !again) return again;
    return json::write(*value, out);
}

}  // namespace

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

TEST_CASE("what was compiled against declarations works once the definitions are there") {
    std::string out;
    REQUIRE(copy(R"( {"message" : "ok"} )", out));
    CHECK(out == R"({"message":"ok"})");
    CHECK(copy("{", out).error().code == errc::unexpected_end);
    CHECK(*json::write(HealthResponse{.message = "ok"}) == out);
}
