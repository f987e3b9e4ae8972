// The error body as the specifications define it. Real servers send many more forms, which
// body/error_payload.hpp recognises.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: the `steer` member of Misalignment.
struct MisalignmentSteer {
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const MisalignmentSteer&, const MisalignmentSteer&) = default;
};

// OpenAI: details of the error code "misalignment_policy_violation".
struct Misalignment {
    static constexpr bool kept_apart = true;
    field<std::string> detailed_explanation{};
    field<std::string> error_type{};
    field<std::string> review_target{};
    field<MisalignmentSteer> steer{};
    extra_members extra{};
    friend bool operator==(const Misalignment&, const Misalignment&) = default;
};

// OpenAI: Error; the `error` member of an error body.
struct ErrorObject {
    field<std::string> message{};
    field<std::string> type{};
    field<std::variant<std::string, raw_json>> param{};
    // text at OpenAI, a number at others
    field<std::variant<std::string, std::int64_t, raw_json>> code{};
    field<Misalignment> misalignment{};
    extra_members extra{};
    friend bool operator==(const ErrorObject&, const ErrorObject&) = default;
};

// OpenAI: ErrorResponse; R9S: R9SError, with `status`.
struct ErrorBody {
    field<std::variant<ErrorObject, std::string, raw_json>> error{};
    field<std::int64_t> status{};  // HTTP status
    extra_members extra{};
    friend bool operator==(const ErrorBody&, const ErrorBody&) = default;
};

}}  // namespace oaiwire::v0_2
