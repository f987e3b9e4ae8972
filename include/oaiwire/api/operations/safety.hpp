// Safety: the operations, and the rules of their requests.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/form_writer.hpp>
#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/safety.hpp>

#if OAIWIRE_ADAPTER_DEFINES
#include <utility>
#endif

namespace oaiwire { inline namespace v0_2 {

// An alert by its id, as a webhook names it.
template <>
struct operation_of<RetrieveSafetyAlertRequest> : get_operation<SafetyAlert> {
    static constexpr std::string_view id = "retrieveSafetyAlert";
    static constexpr std::string_view path = "/safety/alerts/{id}";
};

// A case by its id, as a webhook names it.
template <>
struct operation_of<RetrieveSafetyCaseRequest> : get_operation<SafetyCase> {
    static constexpr std::string_view id = "retrieveSafetyCase";
    static constexpr std::string_view path = "/safety/cases/{id}";
};

// Looks for marks of OpenAI in a file. Sent as a form.
template <>
struct operation_of<CreateContentProvenanceCheckRequest> : post_operation<ContentProvenanceCheck> {
    static constexpr bool has_form = true;
    static constexpr std::string_view id = "createContentProvenanceCheck";
    static constexpr std::string_view path = "/content_provenance_checks";
};

// The rules of these requests. See validate.hpp.
[[gnu::cold]] std::vector<violation> validate(const RetrieveSafetyAlertRequest&);
[[gnu::cold]] std::vector<violation> validate(const RetrieveSafetyCaseRequest&);
[[gnu::cold]] std::vector<violation> validate(const CreateContentProvenanceCheckRequest&);

#if OAIWIRE_ADAPTER_DEFINES

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveSafetyAlertRequest& r) {
    return detail::text_rule(r.id, "id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(const RetrieveSafetyCaseRequest& r) {
    return detail::text_rule(r.id, "id");
}

OAIWIRE_ADAPTER_INLINE std::vector<violation> validate(
    const CreateContentProvenanceCheckRequest& r) {
    detail::validator v;
    v.file(r.file, "file");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
