// The models that a server has, and its health. Knows no JSON.
#pragma once

#include <oaiwire/types/basics.hpp>

namespace oaiwire::inline OAIWIRE_ABI {

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

// Atoma, GET /health: {"message":"ok"}.
struct HealthResponse {
    field<std::string> message{};
    extra_members extra{};
    friend bool operator==(const HealthResponse&, const HealthResponse&) = default;
};

// GET /models, GET /models/{model} and GET /health have no body: these name the calls.
struct ListModelsRequest {
    friend bool operator==(const ListModelsRequest&, const ListModelsRequest&) = default;
};
struct RetrieveModelRequest {
    std::string model{};
    friend bool operator==(const RetrieveModelRequest&, const RetrieveModelRequest&) = default;
};
struct HealthRequest {
    friend bool operator==(const HealthRequest&, const HealthRequest&) = default;
};

}  // namespace oaiwire::inline OAIWIRE_ABI
