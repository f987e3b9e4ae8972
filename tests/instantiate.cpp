#include <oaiwire/instantiate.hpp>

#include <support/catch.hpp>

TEST_CASE("every wire type's functions are there to link against") {
    const auto read = &oaiwire::json::read<oaiwire::ChatCompletion>;
    const auto write =
        static_cast<oaiwire::result<std::string> (*)(const oaiwire::ChatCompletion&)>(
            &oaiwire::json::write<oaiwire::ChatCompletion>);
    const auto value = read(R"({"id":"x","choices":[]})", {});
    REQUIRE(value);
    CHECK(*write(*value) == R"({"id":"x","choices":[]})");
}
