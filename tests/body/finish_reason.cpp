#include <oaiwire/body/finish_reason.hpp>

#include <support/catch.hpp>

namespace finish_reason_tests {

using namespace oaiwire;

TEST_CASE("finish reasons have a kind, in any server's spelling") {
    CHECK(kind_of_finish("") == finish_kind::none);
    for (const char* text : {"stop", "eos", "eos_token", "end_turn", "COMPLETE"}) {
        CHECK(kind_of_finish(text) == finish_kind::stop);
    }
    for (const char* text : {"length", "model_length", "MAX_TOKENS"}) {
        CHECK(kind_of_finish(text) == finish_kind::length);
    }
    CHECK(kind_of_finish("tool_calls") == finish_kind::tool_calls);
    CHECK(kind_of_finish("sensitive") == finish_kind::content_filter);
    CHECK(kind_of_finish("function_call") == finish_kind::function_call);
    CHECK(kind_of_finish("error") == finish_kind::error);
}

TEST_CASE("an unknown finish reason is not a success") {
    for (const char* text :
         {"abort", "insufficient_system_resource", "brand_new", "Stop", "stop ", "null"}) {
        INFO(text);
        CHECK(kind_of_finish(text) == finish_kind::other);
    }
    CHECK(name(finish_kind::other) == "other");
    CHECK(name(finish_kind::content_filter) == "content_filter");
}

}  // namespace finish_reason_tests
