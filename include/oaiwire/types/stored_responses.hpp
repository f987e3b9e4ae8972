// Calls about responses that the server keeps: POST /responses with `store`, and in the background.
// They have no body. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

// GET /responses/{response_id} (OpenAI: getResponse).
struct RetrieveResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const RetrieveResponseRequest&,
                           const RetrieveResponseRequest&) = default;
};

// DELETE /responses/{response_id} (OpenAI: deleteResponse).
struct DeleteResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const DeleteResponseRequest&, const DeleteResponseRequest&) = default;
};

// POST /responses/{response_id}/cancel (OpenAI: cancelResponse), of one in the background.
struct CancelResponseRequest {
    path_parameter response_id{};
    friend bool operator==(const CancelResponseRequest&, const CancelResponseRequest&) = default;
};

struct DeleteResponseResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeleteResponseResponse&, const DeleteResponseResponse&) = default;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
