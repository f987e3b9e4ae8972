#include <oaiwire/api/batch_reader.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operations/embeddings.hpp>
#include <oaiwire/json/write.hpp>

namespace batch_reader_tests {

using namespace oaiwire;

namespace {

const std::string file =
    R"({"id":"r1","custom_id":"b","response":{"status_code":200,"request_id":"q1","body":)"
    R"({"data":[{"index":0,"embedding":[1,2]}],"model":"m"}},"error":null})"
    "\n\n"
    R"({"id":"r2","custom_id":"a","response":{"status_code":429,"request_id":"q2","body":)"
    R"({"error":{"message":"slow down","type":"requests","code":"rate_limit_exceeded"}}},)"
    R"("error":null})"
    "\r\n"
    R"({"id":"r3","custom_id":"c","response":null,)"
    R"("error":{"code":"batch_expired","message":"too late"}})"
    "\n{\"custom_id\":\"d\",\"response\":{}\n"
    R"({"custom_id":"e","response":{"status_code":200,"body":{"data":7}}})"
    "\n"
    R"({"custom_id":"f","response":{"status_code":200}})"
    "\n"
    R"({"custom_id":"g"})"
    "\n  \n"
    R"({"custom_id":"h","response":{"status_code":200,"body":{"data":[],"model":"last"}}})";

// A line of text for each result.
std::string text_of(const batch_result<EmbeddingResponse>& r) {
    std::string out = std::to_string(r.line) + ' ' + r.custom_id + ' ' + r.id + ' ' +
                      std::to_string(r.status_code) + ' ';
    if (r.ok()) return out + *json::write(r.response) + '\n';
    CHECK(r.response == EmbeddingResponse{});
    return out + std::string(name(r.error.code)) + ' ' + r.error.path + ' ' + r.error.api.code +
           ' ' + std::string(name(r.error.api.error_class)) + ' ' + r.error.api.request_id + '\n';
}

std::string results_of(const std::vector<std::string_view>& pieces, const limits& bounds = {}) {
    batch_reader<EmbeddingRequest> results(bounds);
    std::string out;
    for (const auto piece : pieces) {
        const std::string own(piece);
        results.feed(own);
        while (const auto* one = results.next()) out += text_of(*one);
    }
    results.finish();
    while (const auto* one = results.next()) out += text_of(*one);
    CHECK(results.next() == nullptr);
    return out;
}

}  // namespace

TEST_CASE("each line is a response or an error, and a bad line hides none") {
    const auto all = results_of({file});
    INFO(all);
    CHECK(all.starts_with(R"(1 b r1 200 {)"));
    CHECK(all.find("3 a r2 429 api_error  rate_limit_exceeded rate_limit q2\n") != all.npos);
    CHECK(all.find("4 c r3 0 api_error  batch_expired none \n") != all.npos);
    CHECK(all.find("\n5   0 unexpected_") != all.npos);
    CHECK(all.find("\n6 e  200 ") != all.npos);
    CHECK(all.find("\n7 f  200 ") != all.npos);
    CHECK(all.find("\n8 g  0 missing_member response ") != all.npos);
    CHECK(all.find("\n10 h  200 {") != all.npos);
}

TEST_CASE("the results do not depend on where the bytes are cut") {
    const auto all = results_of({file});
    bool same = true;
    for (std::size_t at = 0; at <= file.size(); ++at) {
        const std::string_view view = file;
        same = same && results_of({view.substr(0, at), view.substr(at)}) == all;
    }
    CHECK(same);
    std::vector<std::string_view> bytes;
    for (std::size_t i = 0; i != file.size(); ++i) {
        bytes.push_back(std::string_view(file).substr(i, 1));
    }
    CHECK(results_of(bytes) == all);
}

TEST_CASE("a line longer than the limit is an error, in all cuts, and the next ones are read") {
    limits bounds;
    bounds.body = 100;
    const auto all = results_of({file}, bounds);
    CHECK(all.starts_with("1   0 limit_exceeded"));
    CHECK(all.find("\n4 c r3 0 api_error") != all.npos);
    bool same = true;
    for (std::size_t at = 0; at <= file.size(); ++at) {
        const std::string_view view = file;
        same = same && results_of({view.substr(0, at), view.substr(at)}, bounds) == all;
    }
    CHECK(same);
}

TEST_CASE("a result that was moved from does not change the next one") {
    batch_reader<EmbeddingRequest> results;
    const std::string two = file.substr(0, file.find('\n') + 1) + file.substr(0, file.find('\n'));
    results.feed(two);
    auto* first = results.next();
    REQUIRE(first != nullptr);
    const auto kept = std::move(*first);
    results.finish();
    auto* second = results.next();
    REQUIRE(second != nullptr);
    CHECK(second->response == kept.response);
    CHECK(second->custom_id == "b");
    CHECK(second->line == 2);
}

}  // namespace batch_reader_tests
