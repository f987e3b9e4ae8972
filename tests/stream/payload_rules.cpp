#include <oaiwire/stream/payload_rules.hpp>

#include <support/catch.hpp>

namespace payload_rules_tests {

using namespace oaiwire;

TEST_CASE("an error beside choices comes before what was read") {
    ChatCompletionChunk chunk;
    error why;
    CHECK(read_chunk(R"({"choices":[{"index":0}],"x":1})", chunk, why) == payload_kind::value);
    CHECK(read_chunk(R"({"choices":[{"index":0,"x":1}]})", chunk, why) == payload_kind::value);
    const auto* beside = R"({"choices":[{"index":0}],"error":{"message":"busy"}})";
    CHECK(read_chunk(beside, chunk, why) == payload_kind::error);
    CHECK(why.message == "busy");
    const auto* within = R"({"choices":[{"index":0,"error":{"message":"late","code":502}}]})";
    CHECK(read_chunk(within, chunk, why) == payload_kind::error);
    CHECK(why.message == "late");
}

}  // namespace payload_rules_tests
