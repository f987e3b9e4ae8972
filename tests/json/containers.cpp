// std::unique_ptr and std::array as JSON.
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/json/equal.hpp>
#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <support/fill.hpp>

namespace containers_tests {

using namespace oaiwire;

namespace {

struct node {
    std::string name{};
    std::unique_ptr<node> next{};
    std::vector<node> children{};
};
static_assert(!std::is_copy_constructible_v<node>);

struct leaf {
    std::unique_ptr<int> number = std::make_unique<int>(5);
};
struct inner {
    int a = 3;
    std::string text = "initial";
};
struct arrays {
    std::array<int, 3> numbers{1, 2, 3};
    std::array<bool, 2> flags{};
    std::array<std::string, 2> texts{};
    std::array<inner, 2> objects{};
    std::array<field<int>, 2> fields{};
    std::array<std::array<double, 2>, 2> matrix{};
    std::array<int, 0> none{};
    field<std::array<float, 2>> maybe{};
    std::string after{};
};
// Everything in everything: each member's type must compile and survive.
struct mixture {
    std::unique_ptr<mixture> self{};
    std::unique_ptr<std::array<std::unique_ptr<mixture>, 2>> pair{};
    std::array<std::unique_ptr<std::vector<node>>, 2> lists{};
    field<node> one{};
    std::optional<node> two{};
    string_map<node> named{};
    std::variant<std::unique_ptr<std::string>, std::array<std::int64_t, 2>, node> any{};
    std::array<std::uint8_t, 3> bytes{};
    std::array<float, 1> floats{};
    std::array<open_enum<Role>, 1> roles{};
    std::vector<std::unique_ptr<int>> numbers{};
    std::vector<std::array<bool, 2>> flags{};
    extra_members extra{};
};

template <class T>
std::string written(const T& value) {
    const auto r = json::write(value);
    return r ? *r : std::string(name(r.error().code)) + " at " + r.error().path;
}
// What strict or tolerant reading makes of it, or the error.
template <class T>
std::string reread(std::string_view text, const json::read_options& options = {}) {
    T value{};
    const auto r = json::read_into(text, value, options);
    return r ? written(value) : to_string(r.error());
}
template <class T>
bool equal(const T& a, const T& b) {
    return json::detail::equal_values(&a, &b, json::detail::described<T>());
}
template <class T>
T copy_of(const T& value) {
    T out{};
    json::detail::copy(out, value);
    return out;
}

std::string chain(std::size_t n) {
    std::string text = R"({"name":""})";
    for (std::size_t i = 1; i != n; ++i) {
        text = R"({"name":"","next":)" + text + "}";
    }
    return text;
}

}  // namespace

TEST_CASE("a unique_ptr is its value; null and absent are empty") {
    CHECK(reread<std::unique_ptr<int>>("5") == "5");
    CHECK(reread<std::unique_ptr<int>>("null") == "null");
    CHECK(reread<leaf>(R"({"number":7})") == R"({"number":7})");
    CHECK(reread<leaf>(R"({"number":null})") == "{}");
    CHECK(reread<leaf>("{}") == "{}");
    CHECK(reread<leaf>(R"({"number":"x"})") ==
          "type_mismatch at number (byte 10): an integer was due");
    CHECK(reread<std::vector<std::unique_ptr<int>>>("[1,null,2]") == "[1,null,2]");
    CHECK(reread<std::unique_ptr<std::unique_ptr<bool>>>("true") == "true");
    CHECK(reread<std::map<std::string, std::unique_ptr<int>>>(R"({"b":1,"a":null})") ==
          R"({"a":null,"b":1})");
}

TEST_CASE("what a unique_ptr points to is made where there is none, and reused where there is") {
    leaf value;
    const int* const there = value.number.get();
    REQUIRE(json::read_into(R"({"number":8})", value));
    CHECK(value.number.get() == there);
    CHECK(*value.number == 8);
    REQUIRE(json::read_into("{}", value));
    CHECK(value.number == nullptr);
    REQUIRE(json::read_into(R"({"number":9})", value));
    CHECK(*value.number == 9);
    // an empty one gets the struct's own initialisers
    CHECK(reread<std::unique_ptr<inner>>(R"({"a":1})") == R"({"a":1,"text":"initial"})");
}

TEST_CASE("a struct that contains itself by unique_ptr and by vector is read and written") {
    const std::string text =
        R"({"name":"a","next":{"name":"b","children":[{"name":"c","children":[]}]},"children":[]})";
    const auto read = json::read<node>(text);
    REQUIRE(read);
    CHECK(read->next->children[0].name == "c");
    CHECK(written(*read) == text);
    CHECK(reread<node>(R"({"next":{"next":{"name":[]}}})") ==
          "type_mismatch at next.next.name (byte 24): a string was due");
    // also in tolerant mode, into an object that held something else
    node used = std::move(json::read<node>(chain(5))).value();
    REQUIRE(json::read_into(text, used, json::tolerant));
    CHECK(equal(used, *read));
}

TEST_CASE("reading and writing bound how deep values nest") {
    CHECK(json::read<node>(chain(64)));
    const auto deep = json::read<node>(chain(65));
    REQUIRE_FALSE(deep);
    CHECK(deep.error().code == errc::too_deep);
    CHECK(deep.error().offset == 64 * 18);

    node built;
    for (int i = 1; i != 1024; ++i) {
        node outer;
        outer.next = std::make_unique<node>(std::move(built));
        built = std::move(outer);
    }
    CHECK(json::write(built));
    node outer;
    outer.next = std::make_unique<node>(std::move(built));
    std::string out = "before";
    const auto too_deep = json::write(outer, out);
    REQUIRE_FALSE(too_deep);
    CHECK(too_deep.error().code == errc::too_deep);
    CHECK(too_deep.error().path.size() == 1024 * 5 - 1);  // next.next.next
    CHECK(out.empty());
    // objects beside each other do not add up
    CHECK(json::write(std::vector<node>(2000)));
}

TEST_CASE("an array has exactly its elements") {
    CHECK(reread<std::array<int, 3>>(" [1, 2,3] ") == "[1,2,3]");
    CHECK(reread<std::array<int, 3>>("[1,2]") == "type_mismatch (byte 0): a longer array was due");
    CHECK(reread<std::array<int, 3>>("[1,2,3,4]") ==
          "type_mismatch (byte 0): a shorter array was due");
    CHECK(reread<std::array<int, 3>>("[]") == "type_mismatch (byte 0): a longer array was due");
    CHECK(reread<std::array<int, 3>>("[1,true,3]") ==
          "type_mismatch at [1] (byte 3): an integer was due");
    CHECK(reread<std::array<int, 3>>("1") == "type_mismatch (byte 0): an array was due");
    CHECK(reread<std::array<int, 3>>("null") == "type_mismatch (byte 0): an array was due");
    CHECK(reread<arrays>(R"({"matrix":[[1,2],[3]]})") ==
          "type_mismatch at matrix[1] (byte 17): a longer array was due");
    // a syntax error is reported first, as everywhere
    CHECK(reread<std::array<int, 1>>("[1,2,]") ==
          "unexpected_byte at [2] (byte 5): a byte that JSON does not allow here");
}

TEST_CASE("an array of no elements is empty") {
    CHECK(reread<std::array<int, 0>>("[]") == "[]");
    CHECK(reread<std::array<std::string, 0>>("[ ]") == "[]");
    CHECK(reread<std::array<int, 0>>("[1]") == "type_mismatch (byte 0): a shorter array was due");
    CHECK(reread<std::array<int, 0>>("1", json::tolerant) ==
          "type_mismatch (byte 0): an array was due");
}

TEST_CASE("arrays as members: what is absent is as the struct makes it") {
    const std::string text =
        R"({"numbers":[4,5,6],"flags":[true,false],"texts":["a","\u0000"],)"
        R"("objects":[{"a":1,"text":"x"},{"a":2,"text":"y"}],"fields":[null,7],)"
        R"("matrix":[[1,2],[3,0.5]],"none":[],"maybe":[1,2],"after":"z"})";
    CHECK(reread<arrays>(text) == text);
    arrays used = json::read<arrays>(text).value();
    REQUIRE(json::read_into("{}", used));
    CHECK(equal(used, arrays{}));
    CHECK(used.numbers == std::array{1, 2, 3});
    CHECK(used.objects[1].text == "initial");
}

TEST_CASE("tolerant reading takes for arrays what it takes for lists") {
    CHECK(reread<std::array<int, 2>>(R"(["1",2.0])", json::tolerant) == "[1,2]");
    CHECK(reread<std::array<int, 1>>("5", json::tolerant) == "[5]");
    CHECK(reread<std::array<int, 2>>("5", json::tolerant) ==
          "type_mismatch (byte 0): an array was due");
    CHECK(reread<std::array<int, 2>>("[5]", json::tolerant) ==
          "type_mismatch (byte 0): a longer array was due");
    // null is an empty element, since none can be left out
    CHECK(reread<std::array<inner, 1>>("[null]", json::tolerant) ==
          R"([{"a":3,"text":"initial"}])");
    CHECK(reread<std::array<int, 2>>("null", json::tolerant) == "[0,0]");
    CHECK(reread<std::array<field<int>, 2>>(R"([[],1])", json::tolerant) == "[null,1]");

    // an optional member that cannot hold the value is dropped whole
    json::read_report report;
    json::read_options options = json::tolerant;
    options.report = &report;
    const auto read = json::read<arrays>(R"({"maybe":[1],"after":"x"})", options);
    REQUIRE(read);
    CHECK(read->maybe.is_absent());
    CHECK(read->after == "x");
    CHECK(report.has(json::read_note::kind::dropped, "maybe"));
}

TEST_CASE("a variant selects an array by its first element, as it does a list") {
    using choice = std::variant<std::array<int, 2>, std::vector<std::string>>;
    CHECK(reread<choice>("[1,2]") == "[1,2]");
    CHECK(reread<choice>(R"(["a"])") == R"(["a"])");
    CHECK(reread<choice>("[1]") == "type_mismatch (byte 0): a longer array was due");
    using pointers = std::variant<std::unique_ptr<int>, std::string>;
    CHECK(reread<pointers>("null") == "null");
    CHECK(reread<pointers>("3") == "3");
    CHECK(reread<pointers>(R"("x")") == R"("x")");
}

TEST_CASE("random values survive writing, reading, copying and comparison") {
    support::filler filler(16);
    mixture used{};
    for (int i = 0; i != 200; ++i) {
        const auto value = filler.make<mixture>();
        const auto text = json::write(value);
        REQUIRE(text);
        const auto back = json::read<mixture>(*text, [] {
            json::read_options deep;
            deep.depth = 200;
            return deep;
        }());
        REQUIRE(back);
        CHECK(equal(*back, value));
        json::detail::copy(used, value);
        CHECK(equal(used, value));
        CHECK(equal(copy_of(value), value));
        CHECK(written(used) == *text);
    }
}

TEST_CASE("comparison looks at what a unique_ptr points to") {
    leaf a, b;
    CHECK(equal(a, b));
    *b.number = 6;
    CHECK_FALSE(equal(a, b));
    b.number.reset();
    CHECK_FALSE(equal(a, b));
    CHECK_FALSE(equal(b, a));
    a.number.reset();
    CHECK(equal(a, b));
    CHECK(equal(std::array{1, 2}, std::array{1, 2}));
    CHECK_FALSE(equal(std::array{1, 2}, std::array{1, 3}));
}

}  // namespace containers_tests
