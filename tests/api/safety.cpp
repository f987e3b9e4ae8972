#include <oaiwire/safety.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <support/operation_call.hpp>

namespace safety_tests {

using namespace oaiwire;
using support::operation_call;
using support::second_page;
using support::wrong;

TEST_CASE("retrieveSafetyAlert: by id") {
    const char* const text =
        R"({"id":"a","object":"safety.alert","created_at":1,"error_type":"other","model":"m",)"
        R"("reason":null,"request_id":"r","request_paused":false,"response_id":"resp"})";
    const operation_call call(RetrieveSafetyAlertRequest{.id = "a"}, text);
    CHECK(call.line == "GET /v1/safety/alerts/a");
    CHECK(call.is(text));
    CHECK(wrong(RetrieveSafetyAlertRequest{}) == "id");
}

TEST_CASE("retrieveSafetyCase: by id") {
    const char* const text =
        R"({"id":"c","object":"safety.case","created_at":1,"entity_identifier":"e",)"
        R"("notice":{"type":"warning"},"reason":"r"})";
    const operation_call call(RetrieveSafetyCaseRequest{.id = "c"}, text);
    CHECK(call.line == "GET /v1/safety/cases/c");
    CHECK(call.is(text));
    CHECK(wrong(RetrieveSafetyCaseRequest{}) == "id");
}

TEST_CASE("createContentProvenanceCheck: a form with a file") {
    const char* const text =
        R"({"object":"content_provenance_check","created_at":1,"results":[{"type":"synthid",)"
        R"("outcome":"detected","generated_at":"2026-01-01T00:00:00Z","model":"m"}]})";
    const operation_call call(
        CreateContentProvenanceCheckRequest{.file = file_content("a.png", "PNG")}, text);
    CHECK(call.line == "POST /v1/content_provenance_checks");
    CHECK(call.has_file("file", "a.png", "image/png", "PNG"));
    CHECK(call.is(text));
    CHECK(wrong(CreateContentProvenanceCheckRequest{}) == "file");
}

}  // namespace safety_tests
