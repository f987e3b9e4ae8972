// Graders, which score what a model wrote: of evals, and of reinforcement fine-tuning.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/response_content.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: an entry of GraderInputs. A text, which may be a template with references such as
// "{{item.question}}", or a content part.
using GraderInput = std::variant<std::string, InputTextContent, OutputTextContent,
                                 InputImageContent, InputAudioContent, InputFileContent, raw_json>;

// OpenAI: the content of an EvalItem. A text, one part, or a list of them.
using EvalItemContent =
    std::variant<std::string, InputTextContent, OutputTextContent, InputImageContent,
                 InputAudioContent, std::vector<GraderInput>, raw_json>;

// OpenAI: EvalItem, EasyInputMessage, and SimpleInputMessage, whose content is a text. A message of
// a template.
struct EvalItem {
    EvalItemContent content{};
    open_enum<Role> role{};
    field<std::string>
        phase{};  // of an assistant's EasyInputMessage: "commentary" or "final_answer"
    field<std::string> type{};  // "message"
    extra_members extra{};
    friend bool operator==(const EvalItem&, const EvalItem&) = default;
};

// How a StringCheckGrader compares: like and ilike ask whether the reference is part of the input,
// and ilike ignores case.
enum class StringCheckOperation : std::uint8_t { unknown, eq, ne, like, ilike };
constexpr std::array<std::string_view, 4> enumerator_names(StringCheckOperation) {
    return {"eq", "ne", "like", "ilike"};
}

// OpenAI: StringCheckGrader. Compares two texts, which may be templates.
struct StringCheckGrader {
    static constexpr wire_tag tag{"type", "string_check"};
    std::string name{};
    std::string input{};
    open_enum<StringCheckOperation> operation{};
    std::string reference{};
    extra_members extra{};
    friend bool operator==(const StringCheckGrader&, const StringCheckGrader&) = default;
};

// How a TextSimilarityGrader measures.
enum class TextSimilarityMetric : std::uint8_t {
    unknown,
    cosine,
    fuzzy_match,
    bleu,
    gleu,
    meteor,
    rouge_1,
    rouge_2,
    rouge_3,
    rouge_4,
    rouge_5,
    rouge_l
};
constexpr std::array<std::string_view, 11> enumerator_names(TextSimilarityMetric) {
    return {"cosine",  "fuzzy_match", "bleu",    "gleu",    "meteor", "rouge_1",
            "rouge_2", "rouge_3",     "rouge_4", "rouge_5", "rouge_l"};
}

// OpenAI: TextSimilarityGrader, EvalGraderTextSimilarity.
struct TextSimilarityGrader {
    static constexpr wire_tag tag{"type", "text_similarity"};
    std::string name{};
    std::string input{};
    std::string reference{};
    open_enum<TextSimilarityMetric> evaluation_metric{};
    field<double> pass_threshold{};  // of evals, which need it: the least score that passes
    extra_members extra{};
    friend bool operator==(const TextSimilarityGrader&, const TextSimilarityGrader&) = default;
};

// OpenAI: PythonGrader, EvalGraderPython. A script that the server runs.
struct PythonGrader {
    static constexpr wire_tag tag{"type", "python"};
    std::string name{};
    std::string source{};            // of the script
    field<std::string> image_tag{};  // the image that runs it
    field<double> pass_threshold{};  // of evals
    extra_members extra{};
    friend bool operator==(const PythonGrader&, const PythonGrader&) = default;
};

// OpenAI: the sampling_params member of a ScoreModelGrader.
struct GraderSamplingParams {
    field<std::int64_t> max_completions_tokens{};
    field<open_enum<ReasoningEffort>> reasoning_effort{};
    field<std::int64_t> seed{};
    field<double> temperature{};
    field<double> top_p{};
    extra_members extra{};
    friend bool operator==(const GraderSamplingParams&, const GraderSamplingParams&) = default;
};

// OpenAI: ScoreModelGrader, EvalGraderScoreModel. A model gives a score.
struct ScoreModelGrader {
    static constexpr wire_tag tag{"type", "score_model"};
    std::string name{};
    std::string model{};
    std::vector<EvalItem> input{};
    field<std::vector<double>> range{};  // the least and the greatest score, default 0 and 1
    field<GraderSamplingParams> sampling_params{};
    field<double> pass_threshold{};  // of evals
    extra_members extra{};
    friend bool operator==(const ScoreModelGrader&, const ScoreModelGrader&) = default;
};

// OpenAI: LabelModelGrader, EvalGraderLabelModel. A model chooses a label.
struct LabelModelGrader {
    static constexpr wire_tag tag{"type", "label_model"};
    std::string name{};
    std::string model{};  // must support structured outputs
    std::vector<EvalItem> input{};
    std::vector<std::string> labels{};
    std::vector<std::string> passing_labels{};  // some of labels
    extra_members extra{};
    friend bool operator==(const LabelModelGrader&, const LabelModelGrader&) = default;
};

// A grader within a MultiGrader. Others, and a map from names to graders, are kept as raw JSON.
using MultiGraderPart = std::variant<StringCheckGrader, TextSimilarityGrader, PythonGrader,
                                     ScoreModelGrader, LabelModelGrader, raw_json>;

// OpenAI: MultiGrader. A formula over the scores of other graders.
struct MultiGrader {
    static constexpr wire_tag tag{"type", "multi"};
    std::string name{};
    std::string calculate_output{};  // the formula
    MultiGraderPart graders{};
    extra_members extra{};
    friend bool operator==(const MultiGrader&, const MultiGrader&) = default;
};

// A grader. Evals have no MultiGrader, and fine-tuning has no LabelModelGrader outside of one.
// Graders of other types are kept as raw JSON.
using Grader = std::variant<StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader,
                            LabelModelGrader, MultiGrader, raw_json>;

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
