// Decisions: the operation, and the rules of its request.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/decisions.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Answers questions about an input.
template <>
struct operation_of<CreateDecisionRequest> : post_operation<Decision> {
    static constexpr std::string_view id = "createDecision";
    static constexpr std::string_view path = "/decisions";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const CreateDecisionRequest&);

#if OAIWIRE_ADAPTER_DEFINES

namespace detail {

[[gnu::cold]] inline void instructions_rules(validator& v, const DecisionInstructions& of,
                                             const std::string& path) {
    v.check(std::visit([](const auto& held) { return !held.empty(); }, of), path + ".instructions",
            "must not be empty");
}

// One question, whose path is `path`.
[[gnu::cold]] inline void question_rules(validator& v, const DecisionQuestion& of,
                                         const std::string& path) {
    if (const auto* is = std::get_if<DecisionPredicateQuestion>(&of)) {
        instructions_rules(v, is->instructions, path);
    } else if (const auto* one = std::get_if<DecisionChoiceQuestion>(&of)) {
        instructions_rules(v, one->instructions, path);
        const auto& all = one->choices;
        v.check(all.size() >= 2 && all.size() <= 255, path + ".choices",
                "must have from 2 to 255 entries");
        for (std::size_t i = 0; i < all.size() && all.size() <= 255; ++i) {
            for (std::size_t j = 0; j != i; ++j) {
                if (all[j].value != all[i].value) continue;
                v.add(path_of_element(path + ".choices", i, ".value"), "must not occur twice");
                break;
            }
        }
    } else if (const auto* scale = std::get_if<DecisionScoreQuestion>(&of)) {
        instructions_rules(v, scale->instructions, path);
        v.check(!scale->levels.empty(), path + ".levels", "must not be empty");
    }
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const CreateDecisionRequest& r) {
    detail::validator v;
    v.text(r.model, "model");
    v.check(std::visit([](const auto& held) { return !held.empty(); }, r.input), "input",
            "must not be empty");
    v.check(!r.questions.empty() && r.questions.size() <= 400, "questions",
            "must have from 1 to 400 entries");
    for (std::size_t i = 0; i != r.questions.size(); ++i) {
        detail::question_rules(v, r.questions[i], detail::path_of_element("questions", i));
    }
    v.safety_identifier(r.safety_identifier);
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
