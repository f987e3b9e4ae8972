// The code of docs/batches.md, compiled and run.
#include "harness.hpp"

#include <map>

#include <oaiwire/batches.hpp>
#include <oaiwire/files.hpp>
#include <oaiwire/transport/system_timing.hpp>

namespace docs_tests {
namespace {

struct question {
    std::string id{};
    std::string text{};
};

oaiwire::ChatCompletionRequest asking(const question& q) {
    return {.model = "m", .messages = {oaiwire::user(q.text)}};
}

// What docs/batches.md shows; returns what it prints.
oaiwire::result<std::string> run_batch(auto& api, const std::vector<question>& questions) {
    const captured_output out;

    // [batches-write]
    auto file = oaiwire::batch_file([&](std::size_t i, oaiwire::batch_writer& lines) {
        if (i == questions.size()) return oaiwire::result<bool>(false);
        return lines.add(questions[i].id, asking(questions[i])).transform([] { return true; });
    });
    if (!file) return file.error();
    auto uploaded = api.create(oaiwire::CreateFileRequest{.file = *std::move(file),
                                                          .purpose = oaiwire::FilePurpose::batch});
    if (!uploaded) return uploaded.error();
    // [/batches-write]

    // [batches-run]
    auto batch = api.create(oaiwire::CreateBatchRequest{
        .input_file_id = uploaded->id.value_or(""),
        .endpoint = oaiwire::BatchEndpoint::chat_completions,
    });
    if (!batch) return batch.error();
    batch =
        oaiwire::poll_until(api, oaiwire::RetrieveBatchRequest{.batch_id = batch->id.value_or("")},
                            {.interval_ms = 60'000});
    if (!batch) return batch.error();
    // [/batches-run]

    // [batches-read]
    for (const auto* id : {&batch->output_file_id, &batch->error_file_id}) {
        if (!*id) continue;
        oaiwire::batch_reader<oaiwire::ChatCompletionRequest> results;
        const auto read = [&] {
            while (const auto* one = results.next()) {
                std::cout << one->custom_id << ": "
                          << (one->ok() ? text(one->response) : to_string(one->error)) << '\n';
            }
        };
        auto got =
            api.stream(oaiwire::DownloadFileRequest{.file_id = **id}, [&](std::string_view bytes) {
                results.feed(bytes);
                read();
            });
        results.finish();
        read();
        if (!got.ok()) return got.error;
    }
    // [/batches-read]

    return out.text();
}

}  // namespace

TEST_CASE("a batch is written, run and read as docs/batches.md says") {
    const oaiwire::replay_transport http(
        {answer(R"({"id":"file-1"})"), answer(R"({"id":"batch_1","status":"validating"})"),
         answer(R"({"id":"batch_1","status":"completed","output_file_id":"file-2",)"
                R"("error_file_id":"file-3"})"),
         answer(R"({"custom_id":"b","response":{"status_code":200,"body":{"choices":[)"
                R"({"message":{"role":"assistant","content":"Yes."}}]}},"error":null})",
                "application/octet-stream"),
         answer(R"({"custom_id":"a","response":{"status_code":400,"body":{"error":)"
                R"({"message":"no"}}},"error":null})"
                "\n",
                "application/octet-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}, oaiwire::system_timing()};
    const auto printed = run_batch(api, {{"a", "One?"}, {"b", "Two?"}});
    REQUIRE(printed);
    CHECK(*printed == "b: Yes.\na: api_error 400: no\n");
    CHECK(http.requests().at(0).body.find(R"({"custom_id":"b","method":"POST",)"
                                          R"("url":"/v1/chat/completions","body":{"model":"m",)") !=
          std::string::npos);
    CHECK(http.requests().at(1).body.find(R"("endpoint":"/v1/chat/completions")") !=
          std::string::npos);
}

TEST_CASE("lines go to any place as docs/batches.md says") {
    std::ostringstream out;
    const std::vector<question> questions{{"a", "One?"}, {"b", "Two?"}};

    // [batches-lines]
    oaiwire::batch_writer lines;
    for (const auto& q : questions) {
        if (auto done = lines.add(q.id, asking(q)); !done) {
            std::cerr << q.id << ": " << to_string(done.error()) << '\n';
        }
        out << lines.text();
        lines.clear();
    }
    // [/batches-lines]

    CHECK(out.str().size() == lines.bytes());
    CHECK(lines.requests() == 2);
}

}  // namespace docs_tests
