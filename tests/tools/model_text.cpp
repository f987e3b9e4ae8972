#include <oaiwire/tools/model_text.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

namespace model_text_tests {

namespace {

using namespace oaiwire;
using json::repair_kind;

struct Point {
    int x{};
    field<int> y{};
};

}  // namespace

TEST_CASE("a report of repairs tells what it has") {
    repair_report report;
    CHECK(report.empty());
    report.repairs.push_back({repair_kind::fence, 0});
    CHECK(report.has(repair_kind::fence));
    CHECK_FALSE(report.has(repair_kind::cut));
    CHECK_FALSE(report.was_cut());
    CHECK_FALSE(report.empty());
    report.repairs.push_back({repair_kind::cut, 9});
    CHECK(report.was_cut());
    report.clear();
    CHECK(report.empty());
    report.read.repaired = true;
    CHECK_FALSE(report.empty());
    report.clear();
    report.read.notes.emplace_back();
    CHECK_FALSE(report.empty());
}

TEST_CASE("a text of a model is read as it is, or as what it was repaired to") {
    std::string repaired;
    detail::model_reading how;
    how.repaired = &repaired;
    CHECK(detail::read_model_value<Point>(R"({"x":1})", how)->x == 1);
    CHECK(repaired.empty());
    CHECK_FALSE(detail::read_model_value<Point>("{x: 1}", how));
    how.lenient = true;
    CHECK(detail::read_model_value<Point>("{x: 1}", how)->x == 1);
    CHECK(repaired == R"({"x":1})");
}

TEST_CASE("a control character in a string is repaired by tolerant reading alone") {
    struct Note {
        std::string text{};
    };
    repair_report report;
    detail::model_reading how;
    how.lenient = true;
    how.report = &report;
    const auto note = detail::read_model_value<Note>("{\"text\":\"a\nb\"}", how);
    REQUIRE(note);
    CHECK(note->text == "a\nb");
    CHECK(report.repairs.empty());
    CHECK(report.read.repaired);
    CHECK_FALSE(report.empty());
}

}  // namespace model_text_tests
