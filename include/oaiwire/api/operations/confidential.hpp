// Atoma's confidential operations, whose requests and responses are encrypted (confidential/).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/stream/sealed_stream.hpp>
#include <oaiwire/types/confidential.hpp>

namespace oaiwire { inline namespace v0_2 {

// Names of operations that share their request type:
// `api.create<operations::confidential_embeddings>(sealed)`.
namespace operations {

struct confidential_chat_completions {};
struct confidential_completions {};
struct confidential_embeddings {};
struct confidential_images {};

}  // namespace operations

namespace detail {

// The bodies are the same for all of them: ciphertext with what the node needs to open it. The path
// says what is inside.
struct sealed_operation : post_operation<ConfidentialComputeResponse> {
    using request = ConfidentialComputeRequest;
};

}  // namespace detail

template <>
struct operation_of<operations::confidential_chat_completions> : detail::sealed_operation {
    using chunk = ConfidentialComputeResponse;
    static constexpr std::string_view id = "confidential_chat_completions_create";
    static constexpr std::string_view path = "/confidential/chat/completions";
};

template <>
struct operation_of<operations::confidential_completions> : detail::sealed_operation {
    using chunk = ConfidentialComputeResponse;
    static constexpr std::string_view id = "confidential_completions_create";
    static constexpr std::string_view path = "/confidential/completions";
};

template <>
struct operation_of<operations::confidential_embeddings> : detail::sealed_operation {
    static constexpr std::string_view id = "confidential_embeddings_create";
    static constexpr std::string_view path = "/confidential/embeddings";
};

template <>
struct operation_of<operations::confidential_images> : detail::sealed_operation {
    static constexpr std::string_view id = "confidential_image_generations_create";
    static constexpr std::string_view path = "/confidential/images/generations";
};

template <>
inline constexpr bool has_no_rules<ConfidentialComputeRequest> = true;  // confidential/ checks it

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
