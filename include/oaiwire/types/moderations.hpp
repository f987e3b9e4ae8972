// Moderations: request and response. Knows no JSON.
#pragma once

#include <array>

#include <oaiwire/types/basics.hpp>
#include <oaiwire/types/content.hpp>

namespace oaiwire::inline v0_2 {

// A text, texts, or parts: texts and images (OpenAI).
using ModerationInput =
    std::variant<std::string, std::vector<std::string>, std::vector<ContentPart>>;

// POST /moderations (OpenAI: CreateModerationRequest; R9S: ModerationRequest).
struct ModerationRequest {
    ModerationInput input{};
    field<std::string> model{};
    extra_members extra{};
    friend bool operator==(const ModerationRequest&, const ModerationRequest&) = default;
};

// Something for each category; JSON names some of them with `/` and `-`, as in
// "self-harm/instructions".
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

using ModerationCategories = ModerationValues<bool>;
using ModerationCategoryScores = ModerationValues<double>;  // 0..1
// Which kinds of input ("text", "image") each score is of.
using ModerationInputTypes = ModerationValues<std::vector<std::string>>;

struct ModerationResult {
    field<bool> flagged{};
    field<ModerationCategories> categories{};
    field<ModerationCategoryScores> category_scores{};
    field<ModerationInputTypes> category_applied_input_types{};
    extra_members extra{};
    friend bool operator==(const ModerationResult&, const ModerationResult&) = default;
};

// OpenAI: CreateModerationResponse. One result for each input.
struct ModerationResponse {
    field<std::string> id{};
    field<std::string> model{};
    std::vector<ModerationResult> results{};
    extra_members extra{};
    friend bool operator==(const ModerationResponse&, const ModerationResponse&) = default;
};

}  // namespace oaiwire::inline v0_2
