// Moderations: the operation, and the rules of its request.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string_view>
#include <vector>

#include <oaiwire/api/operation.hpp>
#include <oaiwire/api/validate.hpp>
#include <oaiwire/types/moderations.hpp>

#if OAIWIRE_DEFINES
#include <utility>
#include <variant>
#endif

namespace oaiwire { inline namespace v0_2 {

// Classifies texts or images as harmful or not.
template <>
struct operation_of<ModerationRequest> : post_operation<ModerationResponse> {
    static constexpr std::string_view id = "createModeration";
    static constexpr std::string_view path = "/moderations";
};

// The input, a text or a list, must not be empty.
[[gnu::cold]] std::vector<violation> validate(const ModerationRequest&);

#if OAIWIRE_DEFINES

OAIWIRE_INLINE std::vector<violation> validate(const ModerationRequest& r) {
    detail::validator v;
    const bool none = std::visit([](const auto& input) { return input.empty(); }, r.input);
    v.check(!none, "input", "must not be empty");
    return std::move(v.found);
}

#endif

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
