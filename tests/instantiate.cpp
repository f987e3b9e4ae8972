// What oaiwire/instantiate.hpp defines is linked from support/instantiate.cpp, the file that
// includes it: compiling it takes longer than any other.
#include <oaiwire/json/declare.hpp>
#include <oaiwire/types/chat_response.hpp>

#include <support/catch.hpp>

TEST_CASE("the JSON functions of the wire types are there to link against") {
    const auto read = &oaiwire::json::read<oaiwire::ChatCompletion>;
    const auto write =
        static_cast<oaiwire::result<std::string> (*)(const oaiwire::ChatCompletion&)>(
            &oaiwire::json::write<oaiwire::ChatCompletion>);
    const auto value = read(R"({"id":"x","choices":[]})", {});
    REQUIRE(value);
    CHECK(*write(*value) == R"({"id":"x","choices":[]})");
}
