#include <oaiwire/json/object_table_of.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/basics.hpp>

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

struct mixed {
    static constexpr wire_tag tag{"type", "mixed"};
    char first = 0;
    field<std::string> text{};
    double number = 0;
    path_parameter id{};
    std::optional<int> maybe{};
    alignas(32) char aligned = 0;
    extra_members extra{};
};

}  // namespace

TEST_CASE("each member is where the table says") {
    mixed m;
    const std::uint32_t* const offsets = object_table_of<mixed>::offsets();
    const auto at = [&](const void* member) {
        return static_cast<std::size_t>(static_cast<const char*>(member) -
                                        reinterpret_cast<const char*>(&m));
    };
    CHECK(offsets[0] == at(&m.first));
    CHECK(offsets[1] == at(&m.text));
    CHECK(offsets[2] == at(&m.number));
    CHECK(offsets[3] == at(&m.id));
    CHECK(offsets[4] == at(&m.maybe));
    CHECK(offsets[5] == at(&m.aligned));
    CHECK(offsets[6] == at(&m.extra));
}

TEST_CASE("the table says which members are always there, which takes the others, and the tag") {
    constexpr object_table table = object_table_of<mixed>::table;
    static_assert(table.count == 7);
    CHECK(table.required == 0b0100101);
    CHECK(table.extra == 6);
    CHECK(table.tag == "type");
}

TEST_CASE("what JSON does not have is no member for the reader") {
    const auto& entries = object_table_of<mixed>::entries;
    CHECK(entries[0].read != nullptr);
    CHECK(entries[3].read == nullptr);
    CHECK(entries[6].read == nullptr);
    CHECK(object_table_of<mixed>::table.find("id") == nullptr);
    CHECK(object_table_of<mixed>::table.find("extra") == nullptr);
    mixed m;
    m.id = "7";
    REQUIRE(json::read_into(R"({"id":1,"extra":2,"first":3})", m));
    CHECK(m.extra.text() == R"("id":1,"extra":2)");
    CHECK(m.first == 3);
}
