#include <oaiwire/types/safety.hpp>
//
#include <support/catch.hpp>

#include <support/json_of.hpp>
#include <support/text_comes_back.hpp>

namespace safety_types_tests {

using namespace oaiwire;
using support::chooses;
using support::from_json;
using support::json_of;
using support::rewritten;
using support::text_comes_back;

TEST_CASE("alerts, cases and checks are written as they were read") {
    CHECK(text_comes_back<SafetyAlert>(1));
    CHECK(text_comes_back<SafetyCase>(2));
    CHECK(text_comes_back<ContentProvenanceCheck>(3));
}

TEST_CASE("an alert names a response and what it is about") {
    const char* const text =
        R"({"id":"a","object":"safety.alert","created_at":1,"error_type":)"
        R"("potentially_unintended_data_access","model":"m","reason":null,)"
        R"("detailed_explanation":"d","request_id":"r","request_paused":true,"response_id":"resp",)"
        R"("later":1})";
    const auto alert = from_json<SafetyAlert>(text);
    CHECK(alert.error_type == SafetyAlertType::potentially_unintended_data_access);
    CHECK(alert.extra.find("later") == "1");
    CHECK(json_of(alert) == text);
    CHECK(rewritten<SafetyAlert>("{}") == "{}");
}

TEST_CASE("a case has a notice") {
    const char* const text =
        R"({"id":"c","object":"safety.case","created_at":1,"entity_identifier":"e","notice":)"
        R"({"type":"deactivation"},"reason":"r"})";
    CHECK(from_json<SafetyCase>(text).notice->type == "deactivation");
    CHECK(rewritten<SafetyCase>(text) == text);
}

TEST_CASE("the type tells the results of a provenance check apart") {
    const char* const text =
        R"({"object":"content_provenance_check","created_at":1,"results":[{"type":"c2pa",)"
        R"("outcome":"detected","validation_state":"trusted","generated_at":null,"issuer":"i",)"
        R"("model":null},{"type":"synthid","outcome":"not_detected","generated_at":null,)"
        R"("model":null},{"type":"later"}]})";
    const auto check = from_json<ContentProvenanceCheck>(text);
    CHECK(std::get<C2paResult>(check.results->at(0)).validation_state ==
          ProvenanceValidation::trusted);
    CHECK(std::get<SynthIdResult>(check.results->at(1)).outcome == ProvenanceOutcome::not_detected);
    CHECK(std::holds_alternative<raw_json>(check.results->at(2)));
    CHECK(json_of(check) == text);
}

}  // namespace safety_types_tests
