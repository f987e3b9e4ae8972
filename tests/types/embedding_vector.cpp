#include <oaiwire/types/embedding_vector.hpp>
//
#include <support/catch.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include <support/json_of.hpp>

namespace embedding_vector_tests {

using namespace oaiwire;

TEST_CASE("base64 of little-endian floats is decoded and encoded") {
    std::vector<float> values;
    REQUIRE(decode_floats("AACAPwAAgL8AAIA/AACAPw==", values));
    CHECK(values == std::vector<float>{1, -1, 1, 1});
    std::string text = "x";
    append_base64(text, values);
    CHECK(text == "xAACAPwAAgL8AAIA/AACAPw==");
    REQUIRE(decode_floats("AACAPwAAgL8AAIA/AACAPw", values));  // without padding
    CHECK(values.size() == 4);
    REQUIRE(decode_floats("", values));
    CHECK(values.empty());
}

TEST_CASE("every bit of a float survives encoding and decoding") {
    const std::vector<float> values{0.0f,
                                    -0.0f,
                                    std::numeric_limits<float>::denorm_min(),
                                    std::numeric_limits<float>::max(),
                                    -std::numeric_limits<float>::infinity(),
                                    0.1f};
    std::string text;
    append_base64(text, values);
    std::vector<float> back{7, 7};
    REQUIRE(decode_floats(text, back));
    REQUIRE(back.size() == values.size());
    for (std::size_t i = 0; i != values.size(); ++i) {
        CHECK(back[i] == values[i]);
        CHECK(std::signbit(back[i]) == std::signbit(values[i]));
    }
}

TEST_CASE("text that is not base64 of whole floats is rejected") {
    for (const char* text :
         {"AACAPw=", "AACA", "AAC", "A", "not base64!", "AACA Pw==", "_-CAPw=="}) {
        INFO(text);
        std::vector<float> values{1};
        CHECK_FALSE(decode_floats(text, values));
        CHECK(values.empty());
    }
}

TEST_CASE("a vector is written in the encoding in which it was read") {
    for (const char* text : {"[0.5,-1]", "[]", R"("AACAPwAAgL8=")", R"("AACAPwAAgL8")",
                             R"({"float":[1]})", R"(["[0.5, -1]"])"}) {
        CHECK(support::rewritten<EmbeddingVector>(text) == text);
    }
    const auto numbers = support::from_json<EmbeddingVector>("[1,-1]");
    const auto base64 = support::from_json<EmbeddingVector>(R"("AACAPwAAgL8=")");
    CHECK(numbers.values == base64.values);
    CHECK(numbers != base64);
    CHECK(support::from_json<EmbeddingVector>(R"({"float":[1]})").values.empty());
}

}  // namespace embedding_vector_tests
