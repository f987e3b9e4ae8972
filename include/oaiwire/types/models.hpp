// Listing, retrieving and deleting models.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI, R9S: Model.
struct Model {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};  // Unix time in seconds
    field<std::string> owned_by{};
    field<std::string> shutdown_date{};  // "YYYY-MM-DD"
    extra_members extra{};
    friend bool operator==(const Model&, const Model&) = default;
};

// OpenAI: ListModelsResponse; R9S: ModelListResponse.
struct ModelList {
    field<std::string> object{};
    std::vector<Model> data{};
    extra_members extra{};
    friend bool operator==(const ModelList&, const ModelList&) = default;
};

// DELETE /models/{model} (OpenAI: DeleteModelResponse).
struct DeleteModelResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeleteModelResponse&, const DeleteModelResponse&) = default;
};

// GET /models. No body; response: ModelList.
struct ListModelsRequest {
    friend bool operator==(const ListModelsRequest&, const ListModelsRequest&) = default;
};
// GET /models/{model}. No body; response: Model.
struct RetrieveModelRequest {
    path_parameter model{};
    friend bool operator==(const RetrieveModelRequest&, const RetrieveModelRequest&) = default;
};
// DELETE /models/{model}. No body; response: DeleteModelResponse.
struct DeleteModelRequest {
    path_parameter model{};
    friend bool operator==(const DeleteModelRequest&, const DeleteModelRequest&) = default;
};
// GET /open_router/models (Atoma). No body; the response is raw_json.
struct ListOpenRouterModelsRequest {
    friend bool operator==(const ListOpenRouterModelsRequest&,
                           const ListOpenRouterModelsRequest&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
