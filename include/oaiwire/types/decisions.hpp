// Decisions: questions about an input, answered with probabilities.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>
#include <oaiwire/types/enums.hpp>
#include <oaiwire/types/usage.hpp>

namespace oaiwire { inline namespace v0_2 {

// OpenAI: DecisionInputText, DecisionQuestionInputText, which has no prompt_cache_breakpoint.
struct DecisionInputText {
    static constexpr wire_tag tag{"type", "input_text"};
    std::string text{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const DecisionInputText&, const DecisionInputText&) = default;
};

// OpenAI: DecisionInputImage, DecisionQuestionInputImage, which has no prompt_cache_breakpoint.
struct DecisionInputImage {
    static constexpr wire_tag tag{"type", "input_image"};
    std::string image_url{};  // https, or a data URI with the image in base64
    field<open_enum<ImageDetail>> detail{};
    field<PromptCacheBreakpoint> prompt_cache_breakpoint{};
    extra_members extra{};
    friend bool operator==(const DecisionInputImage&, const DecisionInputImage&) = default;
};

// OpenAI: DecisionInputJSON.
struct DecisionInputJson {
    static constexpr wire_tag tag{"type", "input_json"};
    raw_json data{};  // an object, or an array of objects
    extra_members extra{};
    friend bool operator==(const DecisionInputJson&, const DecisionInputJson&) = default;
};

// OpenAI: DecisionInputOutputText. What an assistant wrote.
struct DecisionOutputText {
    static constexpr wire_tag tag{"type", "output_text"};
    std::string text{};
    extra_members extra{};
    friend bool operator==(const DecisionOutputText&, const DecisionOutputText&) = default;
};

// OpenAI: DecisionInputRefusal. What an assistant refused.
struct DecisionInputRefusal {
    static constexpr wire_tag tag{"type", "refusal"};
    std::string refusal{};
    extra_members extra{};
    friend bool operator==(const DecisionInputRefusal&, const DecisionInputRefusal&) = default;
};

// A part of a message. A user's: text, image and JSON; a developer's or the system's: text; an
// assistant's: output text and refusals.
using DecisionInputPart = std::variant<DecisionInputText, DecisionInputImage, DecisionInputJson,
                                       DecisionOutputText, DecisionInputRefusal, raw_json>;

// The content of a message, or the output of a tool: a text, or parts.
using DecisionInputContent = std::variant<std::string, std::vector<DecisionInputPart>>;

// OpenAI: DecisionInputMessage. A message of any role.
struct DecisionInputMessage {
    static constexpr std::string_view tag_member = "type";
    static constexpr std::array<std::string_view, 2> tag_values{"message", ""};
    field<std::string> type{};
    open_enum<Role> role{};  // user, developer, system or assistant
    DecisionInputContent content{};
    field<std::string> id{};     // in the Live API only
    field<std::string> phase{};  // of an assistant's: "commentary" or "final_answer"
    extra_members extra{};
    friend bool operator==(const DecisionInputMessage&, const DecisionInputMessage&) = default;
};

// OpenAI: DecisionInputFunctionCall.
struct DecisionFunctionCall {
    static constexpr wire_tag tag{"type", "function_call"};
    std::string call_id{};  // to be repeated in the output
    std::string name{};
    std::string arguments{};  // JSON as a string
    field<std::string> id{};
    field<std::string> namespace_{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const DecisionFunctionCall&, const DecisionFunctionCall&) = default;
};

// OpenAI: DecisionInputFunctionCallOutput.
struct DecisionFunctionCallOutput {
    static constexpr wire_tag tag{"type", "function_call_output"};
    std::string call_id{};
    DecisionInputContent output{};  // text and images
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const DecisionFunctionCallOutput&,
                           const DecisionFunctionCallOutput&) = default;
};

// OpenAI: DecisionInputCustomToolCall.
struct DecisionCustomToolCall {
    static constexpr wire_tag tag{"type", "custom_tool_call"};
    std::string call_id{};  // to be repeated in the output
    std::string name{};
    std::string input{};
    field<std::string> id{};
    field<std::string> namespace_{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const DecisionCustomToolCall&, const DecisionCustomToolCall&) = default;
};

// OpenAI: DecisionInputCustomToolCallOutput.
struct DecisionCustomToolCallOutput {
    static constexpr wire_tag tag{"type", "custom_tool_call_output"};
    std::string call_id{};
    DecisionInputContent output{};  // text and images
    field<std::string> id{};
    field<open_enum<ResponseStatus>> status{};
    extra_members extra{};
    friend bool operator==(const DecisionCustomToolCallOutput&,
                           const DecisionCustomToolCallOutput&) = default;
};

// An item of the input. Others are kept as raw JSON.
using DecisionInputItem =
    std::variant<DecisionInputMessage, DecisionFunctionCall, DecisionFunctionCallOutput,
                 DecisionCustomToolCall, DecisionCustomToolCallOutput, raw_json>;

// What the questions are about: a text, or items.
using DecisionInput = std::variant<std::string, std::vector<DecisionInputItem>>;

// A part of a question's instructions.
using DecisionQuestionInputPart =
    std::variant<DecisionInputText, DecisionInputImage, DecisionInputJson, raw_json>;

// The instructions of a question: a text, or parts.
using DecisionInstructions = std::variant<std::string, std::vector<DecisionQuestionInputPart>>;

// OpenAI: QuestionParamPredicate. How likely a statement is true.
struct DecisionPredicateQuestion {
    static constexpr wire_tag tag{"type", "predicate"};
    DecisionInstructions instructions{};  // the statement
    field<std::string> name{};            // repeated in the answer
    extra_members extra{};
    friend bool operator==(const DecisionPredicateQuestion&,
                           const DecisionPredicateQuestion&) = default;
};

// A text or a bool; the text "true" and the bool are two values.
using DecisionValue = std::variant<std::string, bool>;

// OpenAI: a choice of a DecisionChoiceQuestion.
struct DecisionChoice {
    DecisionValue value{};
    field<std::string> description{};
    extra_members extra{};
    friend bool operator==(const DecisionChoice&, const DecisionChoice&) = default;
};

// OpenAI: QuestionParamChoice. One of several values.
struct DecisionChoiceQuestion {
    static constexpr wire_tag tag{"type", "choice"};
    DecisionInstructions instructions{};
    std::vector<DecisionChoice> choices{};  // 2..255, all different
    field<std::string> name{};              // repeated in the answer
    extra_members extra{};
    friend bool operator==(const DecisionChoiceQuestion&, const DecisionChoiceQuestion&) = default;
};

// OpenAI: a level of a DecisionScoreQuestion.
struct DecisionLevel {
    std::string label{};
    field<std::string> description{};
    extra_members extra{};
    friend bool operator==(const DecisionLevel&, const DecisionLevel&) = default;
};

// OpenAI: QuestionParamScore. A level on a scale.
struct DecisionScoreQuestion {
    static constexpr wire_tag tag{"type", "score"};
    DecisionInstructions instructions{};
    std::vector<DecisionLevel> levels{};  // in order
    field<std::string> name{};            // repeated in the answer
    extra_members extra{};
    friend bool operator==(const DecisionScoreQuestion&, const DecisionScoreQuestion&) = default;
};

// A question. Others are kept as raw JSON.
using DecisionQuestion = std::variant<DecisionPredicateQuestion, DecisionChoiceQuestion,
                                      DecisionScoreQuestion, raw_json>;

// OpenAI: the prompt_cache_options of a decision.
struct DecisionPromptCacheOptions {
    field<std::string> mode{};  // "implicit" (default) or "explicit"
    field<std::string> ttl{};   // least lifetime: "30m"
    extra_members extra{};
    friend bool operator==(const DecisionPromptCacheOptions&,
                           const DecisionPromptCacheOptions&) = default;
};

// POST /decisions (OpenAI: CreateDecisionRequest). Response: Decision.
struct CreateDecisionRequest {
    std::string model{};
    DecisionInput input{};
    std::vector<DecisionQuestion> questions{};  // 1..400
    field<std::string> prompt_cache_key{};
    field<DecisionPromptCacheOptions> prompt_cache_options{};
    field<std::string> safety_identifier{};  // of the end user, at most 64 characters
    extra_members extra{};
    friend bool operator==(const CreateDecisionRequest&, const CreateDecisionRequest&) = default;
};

// OpenAI: AnswerResourcePredicate.
struct DecisionPredicateAnswer {
    static constexpr wire_tag tag{"type", "predicate"};
    field<std::string> name{};    // of the question
    field<double> probability{};  // 0..1
    extra_members extra{};
    friend bool operator==(const DecisionPredicateAnswer&,
                           const DecisionPredicateAnswer&) = default;
};

// OpenAI: an entry of a DecisionChoiceAnswer's probabilities.
struct DecisionChoiceProbability {
    field<DecisionValue> value{};
    field<double> probability{};  // 0..1
    extra_members extra{};
    friend bool operator==(const DecisionChoiceProbability&,
                           const DecisionChoiceProbability&) = default;
};

// OpenAI: AnswerResourceChoice.
struct DecisionChoiceAnswer {
    static constexpr wire_tag tag{"type", "choice"};
    field<std::string> name{};  // of the question
    field<DecisionValue> choice{};
    field<double> confidence{};  // 0..1
    field<std::vector<DecisionChoiceProbability>> probabilities{};
    extra_members extra{};
    friend bool operator==(const DecisionChoiceAnswer&, const DecisionChoiceAnswer&) = default;
};

// OpenAI: an entry of a DecisionScoreAnswer's probabilities.
struct DecisionLevelProbability {
    field<std::string> label{};
    field<double> value{};        // the level's score
    field<double> probability{};  // 0..1
    extra_members extra{};
    friend bool operator==(const DecisionLevelProbability&,
                           const DecisionLevelProbability&) = default;
};

// OpenAI: AnswerResourceScore.
struct DecisionScoreAnswer {
    static constexpr wire_tag tag{"type", "score"};
    field<std::string> name{};  // of the question
    field<double> score{};
    field<double> confidence{};  // 0..1
    field<std::vector<DecisionLevelProbability>> probabilities{};
    extra_members extra{};
    friend bool operator==(const DecisionScoreAnswer&, const DecisionScoreAnswer&) = default;
};

// OpenAI: AnswerResourceRefusal. The model does not answer this question.
struct DecisionRefusalAnswer {
    static constexpr wire_tag tag{"type", "refusal"};
    field<std::string> name{};  // of the question
    extra_members extra{};
    friend bool operator==(const DecisionRefusalAnswer&, const DecisionRefusalAnswer&) = default;
};

// An answer. Others are kept as raw JSON.
using DecisionAnswer = std::variant<DecisionPredicateAnswer, DecisionChoiceAnswer,
                                    DecisionScoreAnswer, DecisionRefusalAnswer, raw_json>;

// OpenAI: the usage of a decision. Token counts.
struct DecisionUsage {
    field<std::int64_t> input_tokens{};
    field<PromptTokensDetails> input_tokens_details{};  // cache_write_tokens, cached_tokens
    field<std::int64_t> output_tokens{};
    field<CompletionTokensDetails> output_tokens_details{};  // reasoning_tokens
    field<std::int64_t> total_tokens{};
    extra_members extra{};
    friend bool operator==(const DecisionUsage&, const DecisionUsage&) = default;
};

// OpenAI: Decision.
struct Decision {
    field<std::vector<DecisionAnswer>> answers{};  // in the order of the questions
    field<std::string> model{};
    field<DecisionUsage> usage{};
    extra_members extra{};
    friend bool operator==(const Decision&, const Decision&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
