// The code of docs/operations.md, compiled and run.
#include "harness.hpp"

#include <filesystem>
#include <fstream>

#include <oaiwire/decisions.hpp>
#include <oaiwire/evals.hpp>
#include <oaiwire/files.hpp>

// [own-operation]
struct RetrievePartRequest {
    oaiwire::path_parameter widget_id{};
    oaiwire::path_parameter part{};
    oaiwire::field<std::string> unit{};  // in the query
};
struct Part {
    oaiwire::field<int> size{};
    oaiwire::extra_members extra{};  // what the server sends beside it
};

template <>
struct oaiwire::operation_of<RetrievePartRequest> : oaiwire::get_operation<Part> {
    static constexpr std::string_view id = "retrievePart";
    static constexpr std::string_view path = "/widgets/{widget_id}/parts/{part}";
};
template <>
inline constexpr bool oaiwire::has_no_rules<RetrievePartRequest> = true;
// [/own-operation]

namespace docs_tests {

TEST_CASE("an operation of one's own is called as docs/operations.md says") {
    const oaiwire::replay_transport http({answer(R"({"size":3,"colour":"red"})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};

    const auto part =
        api.create(RetrievePartRequest{.widget_id = "a/b", .part = "7", .unit = "mm"});

    REQUIRE(part);
    CHECK(part->size == 3);
    CHECK(http.requests().at(0).target == "/v1/widgets/a%2Fb/parts/7?unit=mm");
}

TEST_CASE("lists and downloads do what docs/operations.md says") {
    const oaiwire::replay_transport http(
        {answer(R"({"data":[{"id":"file-1","filename":"a"}],"has_more":true})"),
         answer(R"({"data":[{"id":"file-2","filename":"b"}],"has_more":false})"),
         answer("{}\n{}\n", "application/jsonl")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output output;

    // [list]
    auto files = api.list(oaiwire::ListFilesRequest{.limit = 100});
    for (const oaiwire::File& file : files) std::cout << file.filename.value_or("") << '\n';
    if (!files.ok()) std::cerr << to_string(files.error()) << '\n';
    // [/list]

    CHECK(output.text() == "a\nb\n");
    CHECK(http.requests().at(1).target == "/v1/files?after=file-1&limit=100");

    // [download]
    std::ofstream out("results.jsonl", std::ios::binary);
    auto copied = api.stream(oaiwire::DownloadFileRequest{.file_id = "file-1"},
                             [&](std::string_view bytes) { out << bytes; });
    if (!copied.ok()) std::cerr << to_string(copied.error) << '\n';
    // [/download]

    CHECK(copied.ok());
    out.close();
    CHECK(std::filesystem::file_size("results.jsonl") == 6);
    std::filesystem::remove("results.jsonl");
}

TEST_CASE("a decision is made as docs/operations.md says") {
    const oaiwire::replay_transport http(
        {answer(R"({"answers":[{"type":"predicate","name":"complaint","probability":0.9}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output output;

    // [decision]
    auto decision = api.create(oaiwire::CreateDecisionRequest{
        .model = "gpt-6-luna",
        .input = "The parcel came two weeks late, and it was open.",
        .questions = {oaiwire::DecisionPredicateQuestion{.instructions = "The writer complains.",
                                                         .name = "complaint"}},
    });
    if (decision && decision->answers) {
        for (const auto& answer : *decision->answers) {
            const auto* is = std::get_if<oaiwire::DecisionPredicateAnswer>(&answer);
            if (is)
                std::cout << is->name.value_or("") << ' ' << is->probability.value_or(0) << '\n';
        }
    }
    // [/decision]

    CHECK(output.text() == "complaint 0.9\n");
}

TEST_CASE("an eval is run as docs/operations.md says") {
    const oaiwire::replay_transport http(
        {answer(R"({"id":"eval_1"})"), answer(R"({"id":"run_1","status":"queued"})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output output;

    // [eval]
    oaiwire::CreateEvalRequest request{.name = "capitals"};
    request.data_source_config = oaiwire::EvalCustomDataSource{
        .item_schema = oaiwire::raw_json::trusted(R"({"type":"object"})")};
    request.testing_criteria = {oaiwire::StringCheckGrader{
        .name = "equal",
        .input = "{{item.answer}}",
        .operation = oaiwire::StringCheckOperation::eq,
        .reference = "{{item.expected}}",
    }};
    auto eval = api.create(request);
    if (eval) {
        auto run = api.create(oaiwire::CreateEvalRunRequest{
            .eval_id = eval->id.value_or(""),
            .data_source =
                oaiwire::EvalJsonlDataSource{.source = oaiwire::EvalFileIdSource{.id = "file-1"}},
        });
        if (run) std::cout << run->status.value_or("") << '\n';
    }
    // [/eval]

    CHECK(output.text() == "queued\n");
    CHECK(http.requests().at(1).target == "/v1/evals/eval_1/runs");
}

}  // namespace docs_tests
