// Evals, their runs and output items: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/operations/grader_rules.hpp>
#include <oaiwire/api/page.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/evals.hpp>
#include <oaiwire/types/evals_runs.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// A new eval.
template <>
struct operation_of<CreateEvalRequest> : post_operation<Eval> {
    static constexpr std::string_view id = "createEval";
    static constexpr std::string_view path = "/evals";
};

// The evals of the project, by page.
template <>
struct operation_of<ListEvalsRequest> : list_operation<EvalList> {
    static constexpr std::string_view id = "listEvals";
    static constexpr std::string_view path = "/evals";
};

// An eval by its id.
template <>
struct operation_of<RetrieveEvalRequest> : get_operation<Eval> {
    static constexpr std::string_view id = "getEval";
    static constexpr std::string_view path = "/evals/{eval_id}";
};

// Changes an eval's name or metadata.
template <>
struct operation_of<UpdateEvalRequest> : post_operation<Eval> {
    static constexpr std::string_view id = "updateEval";
    static constexpr std::string_view path = "/evals/{eval_id}";
};

// Deletes an eval.
template <>
struct operation_of<DeleteEvalRequest> : delete_operation<DeletedEval> {
    static constexpr std::string_view id = "deleteEval";
    static constexpr std::string_view path = "/evals/{eval_id}";
};

// Begins a run. It works in the background: retrieve it until its status says that it ended.
template <>
struct operation_of<CreateEvalRunRequest> : post_operation<EvalRun> {
    static constexpr std::string_view id = "createEvalRun";
    static constexpr std::string_view path = "/evals/{eval_id}/runs";
};

// The runs of an eval, by page.
template <>
struct operation_of<ListEvalRunsRequest> : list_operation<EvalRunList> {
    static constexpr std::string_view id = "getEvalRuns";
    static constexpr std::string_view path = "/evals/{eval_id}/runs";
};

// A run by its id.
template <>
struct operation_of<RetrieveEvalRunRequest> : get_operation<EvalRun> {
    static constexpr std::string_view id = "getEvalRun";
    static constexpr std::string_view path = "/evals/{eval_id}/runs/{run_id}";
};

// Cancels a run.
template <>
struct operation_of<CancelEvalRunRequest> : action_operation<EvalRun> {
    static constexpr std::string_view id = "cancelEvalRun";
    static constexpr std::string_view path = "/evals/{eval_id}/runs/{run_id}/cancel";
};

// Deletes a run.
template <>
struct operation_of<DeleteEvalRunRequest> : delete_operation<DeletedEvalRun> {
    static constexpr std::string_view id = "deleteEvalRun";
    static constexpr std::string_view path = "/evals/{eval_id}/runs/{run_id}";
};

// The results of a run, by page.
template <>
struct operation_of<ListEvalRunOutputItemsRequest> : list_operation<EvalRunOutputItemList> {
    static constexpr std::string_view id = "getEvalRunOutputItems";
    static constexpr std::string_view path = "/evals/{eval_id}/runs/{run_id}/output_items";
};

// The result of one item.
template <>
struct operation_of<RetrieveEvalRunOutputItemRequest> : get_operation<EvalRunOutputItem> {
    static constexpr std::string_view id = "getEvalRunOutputItem";
    static constexpr std::string_view path =
        "/evals/{eval_id}/runs/{run_id}/output_items/{output_item_id}";
};

template <>
inline constexpr bool has_no_rules<ListEvalsRequest> = true;

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateEvalRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveEvalRequest&);
[[gnu::cold]] std::vector<violation> validate(const UpdateEvalRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteEvalRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateEvalRunRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListEvalRunsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveEvalRunRequest&);
[[gnu::cold]] std::vector<violation> validate(const CancelEvalRunRequest&);
[[gnu::cold]] std::vector<violation> validate(const DeleteEvalRunRequest&);
[[gnu::cold]] std::vector<violation> validate(const ListEvalRunOutputItemsRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveEvalRunOutputItemRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

[[gnu::cold]] inline void run_source_rules(validator& v, const EvalRunSource& of) {
    if (const auto* file = std::get_if<EvalFileIdSource>(&of)) {
        v.text(file->id, "data_source.source.id");
    } else if (const auto* items = std::get_if<EvalFileContentSource>(&of)) {
        v.check(!items->content.empty(), "data_source.source.content", "must not be empty");
    }
}

[[gnu::cold]] inline void input_messages_rules(validator& v, const EvalInputMessages& of) {
    if (const auto* item = std::get_if<EvalItemReference>(&of)) {
        v.text(item->item_reference, "data_source.input_messages.item_reference");
    } else if (const auto* one = std::get_if<EvalMessageTemplate>(&of)) {
        v.check(!one->template_.empty(), "data_source.input_messages.template",
                "must not be empty");
    }
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateEvalRequest& r) {
    detail::validator v;
    if (const auto* custom = std::get_if<EvalCustomDataSource>(&r.data_source_config)) {
        v.check(custom->item_schema.has_value(), "data_source_config.item_schema", "must be set");
    }
    for (std::size_t i = 0; i != r.testing_criteria.size(); ++i) {
        const std::string path = detail::path_of_element("testing_criteria", i);
        const auto& grader = r.testing_criteria[i];
        detail::grader_rules(v, grader, path);
        const auto* similarity = std::get_if<TextSimilarityGrader>(&grader);
        v.check(!similarity || similarity->pass_threshold, path + ".pass_threshold", "must be set");
        v.check(!std::holds_alternative<MultiGrader>(grader), path, "must not be of type multi");
    }
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveEvalRequest& r) {
    return detail::text_rule(r.eval_id, "eval_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const UpdateEvalRequest& r) {
    return detail::text_rule(r.eval_id, "eval_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteEvalRequest& r) {
    return detail::text_rule(r.eval_id, "eval_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateEvalRunRequest& r) {
    detail::validator v;
    v.text(r.eval_id, "eval_id");
    if (const auto* jsonl = std::get_if<EvalJsonlDataSource>(&r.data_source)) {
        detail::run_source_rules(v, jsonl->source);
    } else if (const auto* chat = std::get_if<EvalCompletionsDataSource>(&r.data_source)) {
        detail::run_source_rules(v, chat->source);
        if (chat->input_messages) detail::input_messages_rules(v, *chat->input_messages);
    } else if (const auto* one = std::get_if<EvalResponsesDataSource>(&r.data_source)) {
        detail::run_source_rules(v, one->source);
        if (one->input_messages) detail::input_messages_rules(v, *one->input_messages);
    }
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListEvalRunsRequest& r) {
    return detail::text_rule(r.eval_id, "eval_id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveEvalRunRequest& r) {
    detail::validator v;
    v.text(r.eval_id, "eval_id");
    v.text(r.run_id, "run_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CancelEvalRunRequest& r) {
    detail::validator v;
    v.text(r.eval_id, "eval_id");
    v.text(r.run_id, "run_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const DeleteEvalRunRequest& r) {
    detail::validator v;
    v.text(r.eval_id, "eval_id");
    v.text(r.run_id, "run_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const ListEvalRunOutputItemsRequest& r) {
    detail::validator v;
    v.text(r.eval_id, "eval_id");
    v.text(r.run_id, "run_id");
    return std::move(v.found);
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveEvalRunOutputItemRequest& r) {
    detail::validator v;
    v.text(r.eval_id, "eval_id");
    v.text(r.run_id, "run_id");
    v.text(r.output_item_id, "output_item_id");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
