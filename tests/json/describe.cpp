#include <oaiwire/json/describe.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <support/wire_types.hpp>

namespace describe_tests {

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

TEST_CASE("an alternative is found where the variant holds it") {
    const auto check = []<class T>(std::type_identity<T>) {
        T value{};
        const auto& choice = described<T>().template as<choice_type>();
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            const auto holds = [&](std::size_t at, auto held) {
                std::size_t alternative = 0;
                return choice.select(&value, at) == held() && choice.select(&value, at) == held() &&
                       choice.held(&value, alternative) == held() && alternative == at;
            };
            CHECK((holds(I, [&]() -> const void* { return std::get_if<I>(&value); }) && ...));
        }
        (std::make_index_sequence<std::variant_size_v<T>>{});
    };
    check(std::type_identity<std::variant<char, std::string>>{});
    check(std::type_identity<RequestMessage>{});
    check(std::type_identity<ResponseItem>{});
    check(std::type_identity<ResponseStreamEvent>{});
}

TEST_CASE("the table marks required members, extra_members and the tag") {
    const object_table& table = object_of<mixed>::table;
    CHECK(table.count == 7);
    CHECK(table.required == 0b0100101);
    CHECK(table.extra == 6);
    CHECK(table.tag() == "type");
    CHECK(table.tag_text() == "{\"type\":\"mixed\"");
}

TEST_CASE("the description has the offsets of a field's state and an open_enum's text") {
    field<std::string> text("x");
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(&text);
    CHECK(bytes[described<field<std::string>>().state_at] == field_states::value);
    text = null;
    CHECK(bytes[described<field<std::string>>().state_at] == field_states::nil);
    text.reset();
    CHECK(bytes[described<field<std::string>>().state_at] == field_states::absent);
    const open_enum<Role> other("narrator");
    const auto& type = described<open_enum<Role>>();
    CHECK(enumerator_text(&other, type) == "narrator");
    CHECK(type.as<enum_type>().other_at + sizeof(oaiwire::detail::short_text) == sizeof other);
    const open_enum<Role> known(Role::user);
    CHECK(enumerator_text(&known, type) == "user");
}

TEST_CASE("members without a JSON form are not in the reader's table") {
    const auto& entries = object_of<mixed>::members;
    CHECK(entries[0].is_read());
    CHECK_FALSE(entries[3].is_read());
    CHECK_FALSE(entries[6].is_read());
    CHECK(object_of<mixed>::table.find("id") == nullptr);
    CHECK(object_of<mixed>::table.find("extra") == nullptr);
    mixed m;
    m.id = "7";
    REQUIRE(json::read_into(R"({"id":1,"extra":2,"first":3})", m));
    CHECK(m.extra.text() == R"("id":1,"extra":2)");
    CHECK(m.first == 3);
}

}  // namespace describe_tests
