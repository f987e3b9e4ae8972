// Prints the schemas of some structs, and judges values of them; schemas.mjs compares both with
// other implementations.
//
//   interop_schemas            a line for each struct: {"name": .., "strict": .., "loose": ..},
//                              and one with the formats and tools that are made of Bounds
//   interop_schemas judge      reads lines `NAME<tab>JSON`, and writes a line for each: "ok", or
//   why not
//
// A value is accepted if it can be the arguments of a tool with that struct: it is read strictly,
// no member that must be there is missing, and it keeps to its keywords.
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <variant>
#include <vector>

#include <oaiwire/json/schema.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/tools/chat_parse.hpp>
#include <oaiwire/tools/response_parse.hpp>
#include <oaiwire/tools/response_tool.hpp>
#include <oaiwire/tools/tool.hpp>
#include <oaiwire/types/basics.hpp>

namespace schemas {

using namespace oaiwire;
using json::member;

enum class Unit { unknown, celsius, fahrenheit };
constexpr std::array<std::string_view, 2> enumerator_names(Unit) {
    return {"celsius", "fahrenheit"};
}

struct Person {
    std::string name{};
    field<int> born{};
};
struct Widths {
    bool flag{};
    std::int8_t i8{};
    std::int16_t i16{};
    std::int32_t i32{};
    std::int64_t i64{};
    std::uint8_t u8{};
    std::uint16_t u16{};
    std::uint32_t u32{};
    std::uint64_t u64{};
    float single{};
    double real{};
};
struct Bounds {
    int days = 1;
    double share = 0.5;
    std::int64_t step = 0;
    unsigned few = 0;
    std::vector<double> grades{};
    field<int> maybe{};
    double half = 0;
    std::int8_t narrow = 0;
    static constexpr std::tuple schema_keywords{
        json::keywords{"Numbers within bounds"},
        member(&Bounds::days, {.description = "Days ahead", .minimum = 1, .maximum = 14}),
        member(&Bounds::share, {.exclusive_minimum = 0, .exclusive_maximum = 1}),
        member(&Bounds::step, {.minimum = -100, .multiple_of = 5}),
        member(&Bounds::few, {.exclusive_maximum = 4}),
        member(&Bounds::grades, {.minimum = 1, .maximum = 6.5}),
        member(&Bounds::maybe, {.maximum = 3}),
        member(&Bounds::half, {.multiple_of = 0.5}),
        member(&Bounds::narrow, {.minimum = -1000, .maximum = 5}),
    };
};
struct Enums {
    Unit one{};
    open_enum<Unit> open{};
    field<Unit> maybe{};
    std::vector<Unit> many{};
};
struct Point {
    int x{};
    int y{};
};
struct Nullable {
    field<std::string> text{};
    std::optional<double> number{};
    std::unique_ptr<bool> flag{};
    field<std::vector<int>> list{};
    std::optional<Point> point{};
    std::unique_ptr<Point> pointer{};
};
struct Line {
    Point from{};
    Point to{};
};
struct Nested {
    Line line{};
    std::vector<Line> more{};
    std::string label{};
};
struct Annotated {
    Point start{};
    Point end{};
    field<Point> via{};
    std::vector<Point> stops{};
    static constexpr std::tuple schema_keywords{
        member(&Annotated::end, {.description = "Where it ends", .title = "End"}),
        member(&Annotated::via, {.description = "On the way, \"or\" null"}),
        member(&Annotated::stops, {.description = "Between", .min_items = 1, .max_items = 2}),
    };
};
struct Tree {
    std::string name{};
    std::vector<Tree> children{};
};
struct Chain {
    int value{};
    std::unique_ptr<Chain> next{};
};
// Two structs that contain each other.
struct Group {
    struct Item {
        int id{};
        std::unique_ptr<Group> group{};
        field<std::vector<Group>> others{};
    };
    std::string title{};
    std::vector<Item> items{};
};
struct Catalogue {
    Group root{};
};
struct Arrays {
    std::array<int, 3> three{};
    std::array<Point, 2> points{};
    std::array<bool, 0> none{};
    std::array<std::array<double, 2>, 2> matrix{};
    field<std::array<std::string, 1>> maybe{};
};
struct Circle {
    static constexpr wire_tag tag{"kind", "circle"};
    double radius{};
};
struct Square {
    static constexpr wire_tag tag{"kind", "square"};
    double side{};
    field<int> turned{};
};
struct Shapes {
    std::vector<std::variant<Circle, Square>> shapes{};
    field<std::variant<Circle, Square>> best{};
};
struct Move {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"walk", "run"};
    std::string type{"walk"};
    Point to{};
};
struct Rest {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 1> tag_values{"rest"};
    std::string type{"rest"};
    int minutes{};
    static constexpr std::tuple schema_keywords{
        member(&Rest::minutes, {.minimum = 0, .maximum = 60}),
    };
};
struct Plan {
    std::vector<std::variant<Move, Rest>> steps{};
};
struct Either {
    std::variant<std::string, double> id{};
    std::variant<int, std::vector<std::string>> count{};
    field<std::variant<std::string, bool, Point>> any{};
    std::vector<std::variant<std::vector<int>, std::vector<std::string>>> lists{};
};
struct Texts {
    std::string code{};
    std::string day{};
    field<std::string> id{};
    std::vector<std::string> codes{};
    static constexpr std::tuple schema_keywords{
        member(&Texts::code, {.description = "Two letters", .pattern = "^[a-z]{2}$"}),
        member(&Texts::day, {.format = "date"}),
        member(&Texts::id, {.format = "uuid"}),
        member(&Texts::codes, {.pattern = "^[a-z]+$", .min_items = 1}),
    };
};
struct Lists {
    std::vector<int> some{};
    std::vector<std::vector<int>> rows{};
    std::vector<bool> flags{};
    std::vector<float> floats{};
    std::vector<std::uint8_t> bytes{};
    std::vector<field<int>> gaps{};
    std::vector<std::unique_ptr<Point>> points{};
    static constexpr std::tuple schema_keywords{
        member(&Lists::some, {.minimum = 0, .min_items = 2, .max_items = 4}),
        member(&Lists::rows, {.maximum = 9, .max_items = 2}),
        member(&Lists::flags, {.max_items = 3}),
    };
};
struct Empty {};
struct HasEmpty {
    Empty nothing{};
    field<Empty> maybe{};
};
struct Foreign {
    int a{};
    std::string b{};
};
constexpr auto schema_keywords(const Foreign*) {
    return std::tuple{json::keywords{.description = "Of others", .title = "Foreign"},
                      member(&Foreign::a, {.minimum = 0})};
}
struct Maps {
    std::map<std::string, int> counts{};
    string_map<Point> places{};
    raw_json any{};
    std::string name{};
    field<std::vector<std::string>> tags{};
    extra_members extra{};
    static constexpr std::tuple schema_keywords{
        member(&Maps::counts, {.minimum = 0, .maximum = 9}),
        member(&Maps::name, {.min_length = 2, .max_length = 4}),
        member(&Maps::tags, {.min_items = 1, .max_length = 3}),
    };
};
struct Optional {
    int must{};
    field<int> may{};
    std::optional<std::string> can{};
    std::unique_ptr<Optional> more{};
};

// The structs that both forms have, then those that only the loose one has.
template <class F>
void each_struct(F&& f) {
#define SCHEMAS_EACH(form, ...) \
    (f.template operator()<__VA_ARGS__>(std::bool_constant<form>(), #__VA_ARGS__))
    SCHEMAS_EACH(true, Person);
    SCHEMAS_EACH(true, Widths);
    SCHEMAS_EACH(true, Bounds);
    SCHEMAS_EACH(true, Enums);
    SCHEMAS_EACH(true, Point);
    SCHEMAS_EACH(true, Nullable);
    SCHEMAS_EACH(true, Nested);
    SCHEMAS_EACH(true, Annotated);
    SCHEMAS_EACH(true, Tree);
    SCHEMAS_EACH(true, Chain);
    SCHEMAS_EACH(true, Catalogue);
    SCHEMAS_EACH(true, Arrays);
    SCHEMAS_EACH(true, Shapes);
    SCHEMAS_EACH(true, Plan);
    SCHEMAS_EACH(true, Either);
    SCHEMAS_EACH(true, Texts);
    SCHEMAS_EACH(true, Lists);
    SCHEMAS_EACH(true, HasEmpty);
    SCHEMAS_EACH(true, Foreign);
    SCHEMAS_EACH(true, Optional);
    SCHEMAS_EACH(false, Maps);
    SCHEMAS_EACH(false, std::vector<Point>);
    SCHEMAS_EACH(false, std::map<std::string, Tree>);
#undef SCHEMAS_EACH
}

template <class T>
std::string judgement(std::string_view text) {
    const auto value = arguments<T>(text);
    return value ? "ok" : to_string(value.error());
}

void print() {
    each_struct([]<class T>(auto strict, const char* name) {
        std::cout << "{\"name\":\"" << name << "\"";
        if constexpr (decltype(strict)::value) {
            std::cout << ",\"strict\":" << json::schema<T>().text();
        }
        std::cout << ",\"loose\":" << json::loose_schema<T>().text() << "}\n";
    });
    std::cout << "{\"format\":" << json::write(response_format<Bounds>("value")).value()
              << ",\"text\":" << json::write(text_format<Bounds>("value")).value()
              << ",\"tool\":" << json::write(tool<Bounds>("value", "of numbers")).value()
              << ",\"response_tool\":"
              << json::write(response_tool<Bounds>("value", "of numbers")).value() << "}\n";
}

int judge() {
    std::map<std::string, std::string (*)(std::string_view)> judges;
    each_struct([&]<class T>(auto, const char* name) { judges[name] = &judgement<T>; });
    for (std::string line; std::getline(std::cin, line);) {
        const std::size_t end = line.find('\t');
        const auto found = judges.find(line.substr(0, end));
        if (end == std::string::npos || found == judges.end()) {
            std::cerr << "no struct: " << line << '\n';
            return 1;
        }
        std::cout << found->second(std::string_view(line).substr(end + 1)) << '\n';
    }
    return 0;
}

}  // namespace schemas

int main(int count, char** arguments) {
    if (count == 2 && std::string_view(arguments[1]) == "judge") return schemas::judge();
    schemas::print();
    return 0;
}
