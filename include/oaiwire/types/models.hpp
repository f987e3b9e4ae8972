// The models that a server has. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline v0_2 {

// created: Unix seconds. shutdown_date: "YYYY-MM-DD".
struct Model {
    field<std::string> id{};
    field<std::string> object{};
    field<std::int64_t> created{};
    field<std::string> owned_by{};
    field<std::string> shutdown_date{};
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

// OpenAI, DELETE /models/{model}.
struct DeleteModelResponse {
    field<std::string> id{};
    field<std::string> object{};
    field<bool> deleted{};
    extra_members extra{};
    friend bool operator==(const DeleteModelResponse&, const DeleteModelResponse&) = default;
};

// These calls have no body: GET /models, GET /models/{model}, DELETE /models/{model}, and
// Atoma's GET /open_router/models, whose answer is raw_json.
struct ListModelsRequest {
    friend bool operator==(const ListModelsRequest&, const ListModelsRequest&) = default;
};
struct RetrieveModelRequest {
    path_parameter model{};
    friend bool operator==(const RetrieveModelRequest&, const RetrieveModelRequest&) = default;
};
struct DeleteModelRequest {
    path_parameter model{};
    friend bool operator==(const DeleteModelRequest&, const DeleteModelRequest&) = default;
};
struct ListOpenRouterModelsRequest {
    friend bool operator==(const ListOpenRouterModelsRequest&,
                           const ListOpenRouterModelsRequest&) = default;
};

}  // namespace oaiwire::inline v0_2
