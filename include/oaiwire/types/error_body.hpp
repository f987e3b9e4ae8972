// The error body as the specifications define it. Real servers send many more forms, which
// body/error_payload.hpp recognises.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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
    // "potentially_unintended_data_access", "potentially_unintended_data_transfer",
    // "potentially_unintended_destructive_activity" or "other"
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
    // A text at OpenAI, a number at others. Of a response that failed: "server_error",
    // "rate_limit_exceeded", "invalid_prompt", "bio_policy", "misalignment_policy_violation",
    // "data_residency_mismatch", "vector_store_timeout", and for images "invalid_image",
    // "invalid_image_format", "invalid_base64_image", "invalid_image_url", "image_too_large",
    // "image_too_small", "image_parse_error", "image_content_policy_violation",
    // "invalid_image_mode", "image_file_too_large", "unsupported_image_media_type",
    // "empty_image_file", "failed_to_download_image", "image_file_not_found"
    field<std::variant<std::string, std::int64_t, raw_json>> code{};
    field<raw_json> headers{};  // over a WebSocket: an object of header fields
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

#include <oaiwire/core/macros_end.hpp>
