#include <oaiwire/bridge/response_shell_of.hpp>
//
#include <support/catch.hpp>

namespace response_shell_of_tests {

using namespace oaiwire;

TEST_CASE("ids of an answer are made of one id, and are distinct") {
    CHECK(detail::id_base("chatcmpl-12") == "12");
    CHECK(detail::id_base("resp_12") == "12");
    CHECK(detail::id_base("12") == "12");
    const detail::answer_ids ids{"12"};
    CHECK(ids.message() == "msg_12");
    CHECK(ids.reasoning(0) == "rs_12");
    CHECK(ids.reasoning(1) == "rs_12_1");
    CHECK(ids.call(0, false) == "fc_12_0");
    CHECK(ids.call(1, true) == "ctc_12_1");
    CHECK(ids.call(detail::answer_ids::legacy, false) == "fc_12");
    CHECK(ids.call_id(0) == "call_12_0");
}

TEST_CASE("what finish reasons mean") {
    CHECK(detail::end_of_finish("").status == ResponseStatus::completed);
    CHECK(detail::end_of_finish("MAX_TOKENS").reason == "max_output_tokens");
    CHECK(detail::end_of_finish("SAFETY").reason == "content_filter");
    CHECK(detail::end_of_finish("abort").status == ResponseStatus::failed);
}

}  // namespace response_shell_of_tests
