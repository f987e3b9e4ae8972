#include <oaiwire/types/stored_responses.hpp>
//
#include <support/catch.hpp>

#include <algorithm>
#include <string>

#include <oaiwire/reflect/names.hpp>

namespace stored_responses_tests {

using namespace oaiwire;

TEST_CASE("requests for a stored response have its id") {
    CHECK(RetrieveResponseRequest{.response_id = "resp_1"} != RetrieveResponseRequest{});
    CHECK(DeleteResponseRequest{.response_id = "resp_1"} == DeleteResponseRequest{"resp_1"});
    CHECK(CancelResponseRequest{.response_id = "resp_1"}.response_id.text() == "resp_1");
}

TEST_CASE("members are in alphabetical order after model") {
    const auto& compact = reflect::member_names<CompactResponseRequest>;
    CHECK(compact[0] == "model");
    CHECK(std::is_sorted(compact.begin() + 1, compact.end() - 1));
    const auto& count = reflect::member_names<CountInputTokensRequest>;
    CHECK(count[0] == "model");
    CHECK(std::is_sorted(count.begin() + 1, count.end() - 1));
}

TEST_CASE("the output of a compacted response can be used as input") {
    const CompactedResponse compacted{.output = {CompactionItem{.encrypted_content = "sealed"}}};
    const CountInputTokensRequest count{.model = "m", .input = compacted.output};
    CHECK(std::get<std::vector<ResponseItem>>(*count.input).size() == 1);
}

}  // namespace stored_responses_tests
