#include <oaiwire/json/partial_machine.hpp>
//
#include <support/catch.hpp>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/partial.hpp>
#include <support/partial_runs.hpp>

namespace partial_machine_tests {

using namespace oaiwire;
using json::value_shape;
using json::value_stage;

namespace partial {

struct step {
    std::string title{};
    int minutes{};
};
struct recipe {
    std::string name{};
    std::vector<step> steps{};
    std::vector<int> counts{};
    std::map<std::string, step> more{};
    raw_json raw{};
    field<std::string> note{};
};

}  // namespace partial

namespace {

using partial::recipe;

std::string changes(std::string_view text) {
    support::partial_subject_of<recipe> s;
    support::partial_transcript told;
    s.feed(text);
    told.take(s);
    return told.text();
}

}  // namespace

TEST_CASE("changes tell what opened, grew and closed, with its path") {
    CHECK(changes(R"({"name":"Soup","x":[1],"steps":[{"title":"Cut","minutes":5},{}],)"
                  R"("counts":[1],"raw":{"a":1},"note":null)") == R"(
opened object 
opened text name
grown text name: Soup
closed text name
opened list steps
opened object steps[0]
opened text steps[0].title
grown text steps[0].title: Cut
closed text steps[0].title
closed number steps[0].minutes
closed object steps[0]
opened object steps[1]
closed object steps[1]
closed list steps
opened list counts
closed number counts[0]
closed list counts
closed object raw
closed null note)");
}

TEST_CASE("a piece says where in the text it belongs; pieces that were not taken are one") {
    json::partial<recipe> view;
    const auto next_grown = [&] {
        while (const auto* change = view.next()) {
            if (change->what == json::partial_change::kind::grown) return change;
        }
        return static_cast<const json::partial_change*>(nullptr);
    };
    view.feed(R"({"name":"To)");
    const auto* change = next_grown();
    REQUIRE(change != nullptr);
    CHECK(change->piece == "To");
    CHECK(change->at == 0);
    view.feed("ma");
    view.feed("to");
    change = next_grown();
    REQUIRE(change != nullptr);
    CHECK(change->piece == "mato");
    CHECK(change->at == 2);
    CHECK(change->path == "name");
    CHECK(view.next() == nullptr);
    view.record_changes(false);
    view.feed(R"( soup","steps":[)");
    CHECK(view.next() == nullptr);
}

TEST_CASE("the innermost open value has a path and a shape") {
    json::partial<recipe> view;
    const auto open = [&](std::string_view piece) {
        view.feed(piece);
        return std::string(name(view.open_shape())) + " " + std::string(view.open_path());
    };
    CHECK(open("") == "none ");
    CHECK(open(" {") == "object ");
    CHECK(open(R"("na)") == "object ");
    CHECK(open(R"(me":)") == "object ");
    CHECK(open(R"("S)") == "text name");
    CHECK(open(R"(oup")") == "object ");
    CHECK(open(R"(,"steps":[)") == "list steps");
    CHECK(open(R"({"minutes":1)") == "number steps[0].minutes");
    CHECK(open(R"(},)") == "list steps");
    CHECK(open(R"({"title":"a"}],"x y":[{"a":)") == "list [\"x y\"]");
    CHECK(open(R"(1}],"more":{"a.b":{)") == "object more[\"a.b\"]");
    CHECK(open("}}}") == "none ");
}

TEST_CASE("the stage of a value is asked for by its path or by its member") {
    json::partial<recipe> view;
    CHECK(view.stage("") == value_stage::not_begun);
    CHECK(view.stage(&recipe::name) == value_stage::not_begun);
    view.feed(R"({"name":"So)");
    CHECK(view.stage("") == value_stage::open);
    CHECK(view.stage("name") == value_stage::open);
    CHECK(view.stage(&recipe::name) == value_stage::open);
    CHECK(view.stage("steps") == value_stage::not_begun);
    view.feed(R"(up","steps":[{"title":"Cut"},{"title":"Bo)");
    CHECK(view.stage("name") == value_stage::closed);
    CHECK(view.stage(&recipe::name) == value_stage::closed);
    CHECK(view.stage(&recipe::steps) == value_stage::open);
    CHECK(view.stage("steps[0]") == value_stage::closed);
    CHECK(view.stage("steps[0].title") == value_stage::closed);
    CHECK(view.stage("steps[0].minutes") == value_stage::closed);
    CHECK(view.stage("steps[1]") == value_stage::open);
    CHECK(view.stage("steps[1].title") == value_stage::open);
    CHECK(view.stage("steps[1].minutes") == value_stage::not_begun);
    CHECK(view.stage("steps[2]") == value_stage::not_begun);
    CHECK(view.stage("stepsons") == value_stage::not_begun);
    CHECK(view.stage("steps[99999999999999999999999]") == value_stage::not_begun);
    CHECK(view.stage("steps[") == value_stage::not_begun);
    view.feed(R"("}],"more":{"a":{"minutes":1},"b":{)");
    CHECK(view.stage("more.a") == value_stage::closed);
    CHECK(view.stage("more.a.minutes") == value_stage::closed);
    CHECK(view.stage("more.b") == value_stage::open);
    CHECK(view.stage("more.c") == value_stage::not_begun);
    view.feed("}}}");
    CHECK(view.stage("note") == value_stage::closed);
    CHECK(view.stage(&recipe::note) == value_stage::closed);
    CHECK(view.stage("") == value_stage::closed);
}

TEST_CASE("names in paths are cut at 64 bytes, paths at 64 steps") {
    json::partial<std::map<std::string, raw_json>> view;
    view.feed("{\"" + std::string(1000, 'n') + "\":[");
    CHECK(view.open_path() == std::string(64, 'n'));
}

}  // namespace partial_machine_tests
