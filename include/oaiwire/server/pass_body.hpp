// pass_body: forwards a whole answer of an upstream: reads its usage and ends, and replaces the
// model or the id.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/pass_through_kinds.hpp>

namespace oaiwire { inline namespace v0_2 {

// Reads the JSON body of a successful answer of any operation (a completion, a response,
// embeddings), and replaces the members `model` and `id` of the outermost object where it has them;
// "": untouched. Every other byte of `body` stays. Errors: those of the text, which is then
// unchanged; out_of_memory. An answer that states an error is errc::api_error. Linear.
result<stream_facts> pass_body(std::string& body, std::string_view model, std::string_view id = {});

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/body/token_counts.hpp>
#include <oaiwire/json/patch.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::optional<std::int64_t> first_count(
    json_view in, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        if (const auto n = count_in(in[name])) return n;
    }
    return std::nullopt;
}

// The counts of a usage object of any API.
OAIWIRE_ADAPTER_INLINE token_counts counts_in_usage(json_view usage) {
    token_counts c;
    c.prompt = first_count(usage, {"prompt_tokens", "input_tokens"});
    c.completion = first_count(usage, {"completion_tokens", "output_tokens"});
    c.total = first_count(usage, {"total_tokens"});
    for (const std::string_view name : {"prompt_tokens_details", "input_tokens_details"}) {
        if (!c.cached) c.cached = first_count(usage[name], {"cached_tokens"});
    }
    for (const std::string_view name : {"completion_tokens_details", "output_tokens_details"}) {
        if (!c.reasoning) c.reasoning = first_count(usage[name], {"reasoning_tokens"});
    }
    return c;
}

OAIWIRE_ADAPTER_INLINE stream_facts facts_of(json_view answer) {
    stream_facts out;
    out.id = answer["id"].string().value_or(std::string());
    out.model = answer["model"].string().value_or(std::string());
    out.usage = counts_in_usage(answer["usage"]);
    std::int64_t position = 0;
    answer["choices"].each([&](std::string_view, json_view choice) {
        const std::int64_t index = count_in(choice["index"]).value_or(position++);
        set_finish(out, index, choice["finish_reason"].string().value_or(std::string()));
        return true;
    });
    set_finish(out, 0, answer["status"].string().value_or(std::string()));
    return out;
}

}}}  // namespace oaiwire::v0_2::detail

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<stream_facts> pass_body(std::string& body, std::string_view model,
                                                      std::string_view id) {
    return within_memory([&]() -> result<stream_facts> {
        const auto checked = json::detail::checked_object(body);
        if (!checked) return checked.error();
        const bool alone = !(*checked)["choices"].exists() && !(*checked)["output"].exists() &&
                           !(*checked)["data"].exists();
        if (auto stated = error_in(*checked, alone)) return *std::move(stated);
        stream_facts out = detail::facts_of(*checked);
        // on a copy, as the second may fail after the first
        std::string changed = body;
        for (const auto& [name, by] :
             {std::pair<std::string_view, std::string_view>{"model", model}, {"id", id}}) {
            if (by.empty() || !(*checked)[name].is_string()) continue;
            const auto value = raw_json::of(by);
            if (!value) return value.error();
            if (auto done = json::patch(changed, name, *value); !done) return done.error();
        }
        body = std::move(changed);
        return out;
    });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
