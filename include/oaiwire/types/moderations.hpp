// Moderations: request and response.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>

namespace oaiwire { inline namespace v0_2 {

// A text, several texts, or a list of text and image parts (OpenAI).
using ModerationInput =
    std::variant<std::string, std::vector<std::string>, std::vector<ContentPart>>;

// POST /moderations (OpenAI: CreateModerationRequest; R9S: ModerationRequest).
struct ModerationRequest {
    ModerationInput input{};
    field<std::string> model{};
    extra_members extra{};
    friend bool operator==(const ModerationRequest&, const ModerationRequest&) = default;
};

// One value per category. Some JSON names contain `/` and `-`, such as "self-harm/instructions";
// the members have `_` instead.
template <class Value>
struct ModerationValues {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> json_names{{
        {"hate_threatening", "hate/threatening"},
        {"harassment_threatening", "harassment/threatening"},
        {"illicit_violent", "illicit/violent"},
        {"self_harm", "self-harm"},
        {"self_harm_intent", "self-harm/intent"},
        {"self_harm_instructions", "self-harm/instructions"},
        {"sexual_minors", "sexual/minors"},
        {"violence_graphic", "violence/graphic"},
    }};
    field<Value> hate{};
    field<Value> hate_threatening{};
    field<Value> harassment{};
    field<Value> harassment_threatening{};
    field<Value> illicit{};
    field<Value> illicit_violent{};
    field<Value> self_harm{};
    field<Value> self_harm_intent{};
    field<Value> self_harm_instructions{};
    field<Value> sexual{};
    field<Value> sexual_minors{};
    field<Value> violence{};
    field<Value> violence_graphic{};
    extra_members extra{};
    friend bool operator==(const ModerationValues&, const ModerationValues&) = default;
};

// OpenAI: which categories apply.
using ModerationCategories = ModerationValues<bool>;
using ModerationCategoryScores = ModerationValues<double>;  // score per category, 0..1
// OpenAI: for each category, the kinds of input ("text", "image") that its score is based on.
using ModerationInputTypes = ModerationValues<std::vector<std::string>>;

// OpenAI: an entry of `results`.
struct ModerationResult {
    field<bool> flagged{};
    field<ModerationCategories> categories{};
    field<ModerationCategoryScores> category_scores{};
    field<ModerationInputTypes> category_applied_input_types{};
    extra_members extra{};
    friend bool operator==(const ModerationResult&, const ModerationResult&) = default;
};

// OpenAI: CreateModerationResponse. One result per input.
struct ModerationResponse {
    field<std::string> id{};
    field<std::string> model{};
    std::vector<ModerationResult> results{};
    extra_members extra{};
    friend bool operator==(const ModerationResponse&, const ModerationResponse&) = default;
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
