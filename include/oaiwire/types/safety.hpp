// Safety: alerts and cases that OpenAI raises, and whether a file was made by a model.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/file_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// What an alert is about.
enum class SafetyAlertType : std::uint8_t {
    unknown,
    potentially_unintended_data_transfer,
    potentially_unintended_data_access,
    potentially_unintended_destructive_activity,
    other
};
constexpr std::array<std::string_view, 4> enumerator_names(SafetyAlertType) {
    return {"potentially_unintended_data_transfer", "potentially_unintended_data_access",
            "potentially_unintended_destructive_activity", "other"};
}

// OpenAI: SafetyAlert. A response that did what may not have been intended.
struct SafetyAlert {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<open_enum<SafetyAlertType>> error_type{};
    field<std::string> model{};
    field<std::string> reason{};
    field<std::string> detailed_explanation{};
    field<std::string> request_id{};
    field<bool> request_paused{};
    field<std::string> response_id{};
    extra_members extra{};
    friend bool operator==(const SafetyAlert&, const SafetyAlert&) = default;
};

// GET /safety/alerts/{id}. Response: SafetyAlert.
struct RetrieveSafetyAlertRequest {
    path_parameter id{};
    extra_members extra{};
    friend bool operator==(const RetrieveSafetyAlertRequest&,
                           const RetrieveSafetyAlertRequest&) = default;
};

// OpenAI: the notice member of a case.
struct SafetyNotice {
    field<std::string> type{};  // "warning" or "deactivation"
    extra_members extra{};
    friend bool operator==(const SafetyNotice&, const SafetyNotice&) = default;
};

// OpenAI: SafetyCase. A user of the program whose requests broke the rules.
struct SafetyCase {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created_at{};        // Unix time in seconds
    field<std::string> entity_identifier{};  // such as the safety_identifier of the requests
    field<SafetyNotice> notice{};
    field<std::string> reason{};
    extra_members extra{};
    friend bool operator==(const SafetyCase&, const SafetyCase&) = default;
};

// GET /safety/cases/{id}. Response: SafetyCase.
struct RetrieveSafetyCaseRequest {
    path_parameter id{};
    extra_members extra{};
    friend bool operator==(const RetrieveSafetyCaseRequest&,
                           const RetrieveSafetyCaseRequest&) = default;
};

// Whether a mark was found.
enum class ProvenanceOutcome : std::uint8_t { unknown, detected, not_detected };
constexpr std::array<std::string_view, 2> enumerator_names(ProvenanceOutcome) {
    return {"detected", "not_detected"};
}

// Whether the signature of C2PA data holds.
enum class ProvenanceValidation : std::uint8_t { unknown, trusted, valid, invalid, not_present };
constexpr std::array<std::string_view, 4> enumerator_names(ProvenanceValidation) {
    return {"trusted", "valid", "invalid", "not_present"};
}

// OpenAI: a result of C2PA, signed data in the file.
struct C2paResult {
    static constexpr wire_tag tag{"type", "c2pa"};
    field<open_enum<ProvenanceOutcome>> outcome{};
    field<open_enum<ProvenanceValidation>> validation_state{};
    field<std::string> generated_at{};  // a time
    field<std::string> issuer{};
    field<std::string> model{};
    extra_members extra{};
    friend bool operator==(const C2paResult&, const C2paResult&) = default;
};

// OpenAI: a result of SynthID, a watermark.
struct SynthIdResult {
    static constexpr wire_tag tag{"type", "synthid"};
    field<open_enum<ProvenanceOutcome>> outcome{};
    field<std::string> generated_at{};  // a time
    field<std::string> model{};
    extra_members extra{};
    friend bool operator==(const SynthIdResult&, const SynthIdResult&) = default;
};

// A result. Others are kept as raw JSON.
using ProvenanceResult = std::variant<C2paResult, SynthIdResult, raw_json>;

// POST /content_provenance_checks, sent as multipart/form-data. Response: ContentProvenanceCheck.
struct CreateContentProvenanceCheckRequest {
    FileContent file{};
    extra_members extra{};
    friend bool operator==(const CreateContentProvenanceCheckRequest&,
                           const CreateContentProvenanceCheckRequest&) = default;
};

// OpenAI: ContentProvenanceCheck.
struct ContentProvenanceCheck {
    field<std::string> object{};
    field<std::int64_t> created_at{};  // Unix time in seconds
    field<std::vector<ProvenanceResult>> results{};
    extra_members extra{};
    friend bool operator==(const ContentProvenanceCheck&, const ContentProvenanceCheck&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
