#include <oaiwire/types/confidential.hpp>
//
#include <support/catch.hpp>

#include <algorithm>

#include <oaiwire/reflect/names.hpp>

namespace confidential_tests {

using namespace oaiwire;

TEST_CASE("the members of an encrypted request are in the order of the schema") {
    const auto& names = reflect::member_names<ConfidentialComputeRequest>;
    CHECK(names.size() == 11);
    CHECK(std::is_sorted(names.begin(), names.end() - 1));
    const ConfidentialComputeRequest request{.model_name = "m", .stack_small_id = 3};
    CHECK(request.num_compute_units.is_absent());
    CHECK(request.stream.is_absent());
    CHECK(request != ConfidentialComputeRequest{.model_name = "m"});
}

TEST_CASE("an encrypted response may have usage with any of its counts") {
    const ConfidentialComputeResponse response{.usage = Usage{.total_tokens = 9}};
    CHECK(response.usage->total_tokens == 9);
    CHECK(response.usage->completion_tokens.is_absent());
    CHECK(response.response_hash.is_absent());
    CHECK(response.signature.is_absent());
}

}  // namespace confidential_tests
