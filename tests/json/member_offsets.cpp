#include <oaiwire/json/member_offsets.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/basics.hpp>
#include <support/wire_types.hpp>

namespace member_offsets_tests {

using namespace oaiwire;
using namespace oaiwire::json::detail;

namespace {

struct mixed {
    char first = 0;
    field<std::string> text{};
    double number = 0;
    path_parameter id{};
    std::optional<int> maybe{};
    alignas(32) char aligned = 0;
    extra_members extra{};
};

}  // namespace

TEST_CASE("the table has each member's offset") {
    mixed m;
    const object_table& table = object_of<mixed>::table.prepared();
    const auto at = [&](std::size_t i) -> const void* {
        return table.member(static_cast<const void*>(&m), table.members[i]);
    };
    CHECK(at(0) == &m.first);
    CHECK(at(1) == &m.text);
    CHECK(at(2) == &m.number);
    CHECK(at(3) == &m.id);
    CHECK(at(4) == &m.maybe);
    CHECK(at(5) == &m.aligned);
    CHECK(at(6) == &m.extra);
}

TEST_CASE("offsets of members of library types are constant expressions") {
    std::size_t known = 0;
    const auto check = [&]<class T>(std::type_identity<T>) {
        T value{};
        const object_table& table = object_of<T>::table.prepared();
        known += table.fill == nullptr ? 1U : 0U;
        reflect::with_members(value, [&](auto&... m) {
            std::size_t i = 0;
            const auto here = [&](const void* member) {
                const auto& entry = table.members[i++];
                return table.member(static_cast<const void*>(&value), entry) == member &&
                       table.state_offset(entry.index) ==
                           table.offset(entry) + entry.type->state_at;
            };
            CHECK((here(std::addressof(m)) && ...));
        });
    };
#define CHECK_TYPE(T) check(std::type_identity<T>{});
    OAIWIRE_WIRE_TYPES(CHECK_TYPE)
#undef CHECK_TYPE
    CHECK(known > 200);
    CHECK(object_of<mixed>::table.fill != nullptr);
}

}  // namespace member_offsets_tests
