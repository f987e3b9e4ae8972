// Models: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/http/url.hpp>
#include <oaiwire/types/models.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 {

// The models that the key may use.
template <>
struct operation_of<ListModelsRequest> : get_operation<ModelList> {
    static constexpr std::string_view id = "listModels";
    static constexpr std::string_view path = "/models";
};

// A model by its id: /models/{model}. A slash in the id is escaped.
template <>
struct operation_of<RetrieveModelRequest> : get_operation<Model> {
    static constexpr std::string_view id = "retrieveModel";
    static constexpr std::string_view path = "/models";
    static result<void> complete(std::string& target, const RetrieveModelRequest& request) {
        return http::append_path_segment(target, request.model);
    }
};

// Deletes a fine-tuned model.
template <>
struct operation_of<DeleteModelRequest> : get_operation<DeleteModelResponse> {
    static constexpr std::string_view id = "deleteModel";
    static constexpr std::string_view method = "DELETE";
    static constexpr std::string_view path = "/models";
    static result<void> complete(std::string& target, const DeleteModelRequest& request) {
        return http::append_path_segment(target, request.model);
    }
};

// Atoma: the models in the form that OpenRouter reads. No key is sent.
template <>
struct operation_of<ListOpenRouterModelsRequest> : get_operation<raw_json> {
    static constexpr std::string_view id = "open_router_models_list";
    static constexpr std::string_view path = "/open_router/models";
    static constexpr oaiwire::auth auth = oaiwire::auth::none;
};

template <>
inline constexpr bool has_no_rules<ListModelsRequest> = true;
template <>
inline constexpr bool has_no_rules<ListOpenRouterModelsRequest> = true;

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const RetrieveModelRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteModelRequest&);

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::vector<violation> validate(const RetrieveModelRequest& r) {
    return detail::text_rule(r.model, "model");
}

OAIWIRE_INLINE std::vector<violation> validate(const DeleteModelRequest& r) {
    return detail::text_rule(r.model, "model");
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
