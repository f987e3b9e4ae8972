// The error body as the specifications have it. What servers really send has many more shapes:
// stream/error_payload.hpp understands those. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline v0_2 {

struct MisalignmentSteer {
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const MisalignmentSteer&, const MisalignmentSteer&) = default;
};

// Why a response was ended by code "misalignment_policy_violation".
struct Misalignment {
    static constexpr bool kept_apart = true;
    field<std::string> detailed_explanation{};
    field<std::string> error_type{};
    field<std::string> review_target{};
    field<MisalignmentSteer> steer{};
    extra_members extra{};
    friend bool operator==(const Misalignment&, const Misalignment&) = default;
};

// code is text with OpenAI, a number with others.
struct ErrorObject {
    field<std::string> message{};
    field<std::string> type{};
    field<std::variant<std::string, raw_json>> param{};
    field<std::variant<std::string, std::int64_t, raw_json>> code{};
    field<Misalignment> misalignment{};
    extra_members extra{};
    friend bool operator==(const ErrorObject&, const ErrorObject&) = default;
};

// OpenAI: ErrorResponse; R9S: R9SError, which adds status.
struct ErrorBody {
    field<std::variant<ErrorObject, std::string, raw_json>> error{};
    field<std::int64_t> status{};
    extra_members extra{};
    friend bool operator==(const ErrorBody&, const ErrorBody&) = default;
};

}  // namespace oaiwire::inline v0_2
