// The rules of graders, for the operations of evals and fine-tuning.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>

#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/graders.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <algorithm>
#include <cstddef>
#include <variant>
#include <vector>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Adds what is wrong with a grader, whose path is `path`.
[[gnu::cold]] void grader_rules(validator& v, const Grader& grader, const std::string& path);

[[gnu::cold]] inline void rules_of(validator& v, const StringCheckGrader& of,
                                   const std::string& path) {
    v.text(of.name, path + ".name");
    v.text(of.operation.text(), path + ".operation");
}

[[gnu::cold]] inline void rules_of(validator& v, const TextSimilarityGrader& of,
                                   const std::string& path) {
    v.text(of.name, path + ".name");
    v.text(of.evaluation_metric.text(), path + ".evaluation_metric");
}

[[gnu::cold]] inline void rules_of(validator& v, const PythonGrader& of, const std::string& path) {
    v.text(of.name, path + ".name");
    v.text(of.source, path + ".source");
}

[[gnu::cold]] inline void rules_of(validator& v, const ScoreModelGrader& of,
                                   const std::string& path) {
    v.text(of.name, path + ".name");
    v.text(of.model, path + ".model");
    v.check(!of.input.empty(), path + ".input", "must not be empty");
    v.check(!of.range || of.range->size() == 2, path + ".range", "must have 2 entries");
}

[[gnu::cold]] inline void rules_of(validator& v, const LabelModelGrader& of,
                                   const std::string& path) {
    v.text(of.name, path + ".name");
    v.text(of.model, path + ".model");
    v.check(!of.input.empty(), path + ".input", "must not be empty");
    v.check(!of.labels.empty(), path + ".labels", "must not be empty");
    const auto& all = of.labels;
    for (std::size_t i = 0; i != of.passing_labels.size(); ++i) {
        v.check(std::find(all.begin(), all.end(), of.passing_labels[i]) != all.end(),
                path_of_element(path + ".passing_labels", i), "must be one of labels");
    }
}

[[gnu::cold]] inline void rules_of(validator& v, const MultiGrader& of, const std::string& path);

// The rules of what a variant holds, if it is one of these.
template <class... Graders, class Variant>
[[gnu::cold]] void rules_of_held(validator& v, const Variant& of, const std::string& path) {
    const auto check = [&](const auto* held) {
        if (held) rules_of(v, *held, path);
    };
    (check(std::get_if<Graders>(&of)), ...);
}

[[gnu::cold]] inline void rules_of(validator& v, const MultiGrader& of, const std::string& path) {
    v.text(of.name, path + ".name");
    v.text(of.calculate_output, path + ".calculate_output");
    rules_of_held<StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader,
                  LabelModelGrader>(v, of.graders, path + ".graders");
}

OAIWIRE_ADAPTER_INLINE void grader_rules(validator& v, const Grader& grader,
                                         const std::string& path) {
    rules_of_held<StringCheckGrader, TextSimilarityGrader, PythonGrader, ScoreModelGrader,
                  LabelModelGrader, MultiGrader>(v, grader, path);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
