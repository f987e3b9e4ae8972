#include <oaiwire/api/operations/grader_rules.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/api/operations/fine_tuning.hpp>

namespace grader_rules_tests {

using namespace oaiwire;

namespace {

// "path: rule, path: rule", of a grader that is given as it is.
std::string broken(Grader grader) {
    std::string out;
    for (const auto& each : validate(ValidateGraderRequest{.grader = std::move(grader)})) {
        if (!out.empty()) out += ", ";
        out.append(each.path).append(": ").append(each.message);
    }
    return out;
}

const EvalItem item{.content = "c", .role = Role::user};

}  // namespace

TEST_CASE("a grader with all that it needs breaks no rule") {
    const StringCheckGrader check{.name = "n", .operation = StringCheckOperation::eq};
    CHECK(broken(check).empty());
    CHECK(broken(TextSimilarityGrader{.name = "n", .evaluation_metric = TextSimilarityMetric::bleu})
              .empty());
    CHECK(broken(PythonGrader{.name = "n", .source = "s"}).empty());
    CHECK(broken(ScoreModelGrader{.name = "n", .model = "m", .input = {item}}).empty());
    CHECK(broken(LabelModelGrader{.name = "n",
                                  .model = "m",
                                  .input = {item},
                                  .labels = {"a", "b"},
                                  .passing_labels = {"b", "a"}})
              .empty());
    CHECK(broken(MultiGrader{.name = "n", .calculate_output = "a", .graders = check}).empty());
    // what the library does not know is the server's to judge
    CHECK(broken(*raw_json::parse(R"({"type":"new"})")).empty());
    CHECK(broken(MultiGrader{.name = "n",
                             .calculate_output = "a",
                             .graders = *raw_json::parse(R"({"a":{}})")})
              .empty());
}

TEST_CASE("each member that a grader needs is named") {
    CHECK(broken(StringCheckGrader{}) ==
          "grader.name: must not be empty, grader.operation: must not be empty");
    CHECK(broken(TextSimilarityGrader{}) ==
          "grader.name: must not be empty, grader.evaluation_metric: must not be empty");
    CHECK(broken(PythonGrader{}) ==
          "grader.name: must not be empty, grader.source: must not be empty");
    CHECK(broken(ScoreModelGrader{}) ==
          "grader.name: must not be empty, "
          "grader.model: must not be empty, "
          "grader.input: must not be empty");
    CHECK(broken(LabelModelGrader{}) ==
          "grader.name: must not be empty, "
          "grader.model: must not be empty, "
          "grader.input: must not be empty, "
          "grader.labels: must not be empty");
    CHECK(broken(MultiGrader{.graders = *raw_json::parse("{}")}) ==
          "grader.name: must not be empty, grader.calculate_output: must not be empty");
}

TEST_CASE("a range of scores has two ends, and labels that pass are labels") {
    ScoreModelGrader score{.name = "n", .model = "m", .input = {item}};
    for (const std::size_t size : {0U, 1U, 2U, 3U}) {
        score.range = std::vector<double>(size, 0.5);
        CHECK(broken(score) == (size == 2 ? "" : "grader.range: must have 2 entries"));
    }
    score.range = null;
    CHECK(broken(score).empty());
    CHECK(broken(LabelModelGrader{.name = "n",
                                  .model = "m",
                                  .input = {item},
                                  .labels = {"a"},
                                  .passing_labels = {"a", "b", "A"}}) ==
          "grader.passing_labels[1]: must be one of labels, "
          "grader.passing_labels[2]: must be one of labels");
}

TEST_CASE("the grader within another has the same rules, below its path") {
    CHECK(broken(MultiGrader{.name = "n", .calculate_output = "a", .graders = PythonGrader{}}) ==
          "grader.graders.name: must not be empty, grader.graders.source: must not be empty");
}

}  // namespace grader_rules_tests
