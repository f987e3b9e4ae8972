#include <oaiwire/types/stored_responses.hpp>
//
#include <support/catch.hpp>

#include <algorithm>

#include <oaiwire/reflect/names.hpp>
#include <support/json_of.hpp>

namespace stored_responses_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

TEST_CASE("members are in alphabetical order after model") {
    const auto& compact = reflect::member_names<CompactResponseRequest>;
    CHECK(compact[0] == "model");
    CHECK(std::is_sorted(compact.begin() + 1, compact.end() - 1));
    const auto& count = reflect::member_names<CountInputTokensRequest>;
    CHECK(count[0] == "model");
    CHECK(std::is_sorted(count.begin() + 1, count.end() - 1));
}

TEST_CASE("the output of a compacted response can be used as input") {
    const auto compacted = from_json<CompactedResponse>(
        R"({"id":"resp_1","object":"response.compaction","created_at":1.5,)"
        R"("output":[{"type":"compaction","encrypted_content":"sealed"}],)"
        R"("usage":{"total_tokens":9}})");
    CHECK(compacted.created_at == 1.5);
    CHECK(json_of(CountInputTokensRequest{.model = "m", .input = compacted.output}) ==
          R"({"model":"m","input":[{"type":"compaction","encrypted_content":"sealed"}]})");
}

TEST_CASE("a model is required for compaction and optional for counting") {
    CHECK(json_of(CompactResponseRequest{}) == R"({"model":""})");
    CHECK(json_of(CountInputTokensRequest{}) == "{}");
}

}  // namespace stored_responses_tests
