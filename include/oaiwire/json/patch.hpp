// patch and erase: change one member of a JSON text and leave every other byte as it is.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/result.hpp>
#include <oaiwire/json/text/check.hpp>
#include <oaiwire/json/text/path.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// Checks that the text is one JSON object.
// Returns a view of the text, or the error.
inline result<json_view> checked_object(const std::string& text) {
    const fault f = check_text(text);
    if (f.code != errc::ok) {
        const auto offset = static_cast<std::size_t>(f.at - text.data());
        return make_error(f.code, {}, path_at(text, offset), offset);
    }
    const json_view object(text);
    if (object.is_object()) return object;
    const auto start = static_cast<std::size_t>(object.text().data() - text.data());
    return oaiwire::detail::boxed(errc::type_mismatch, "an object was due", start);
}

}  // namespace detail

// Sets a member of the outermost object: replaces the value of the last member of that name, or
// appends the member. Errors: those of the text, which is checked whole; type_mismatch if it is not
// an object; invalid_text for a name that is not UTF-8; out_of_memory. After an error the text is
// unchanged. Linear in the size of the text.
inline result<void> patch(std::string& text, std::string_view name, const raw_json& value) {
    return within_memory([&]() -> result<void> {
        auto checked = detail::checked_object(text);
        if (!checked) return oaiwire::detail::passed_on(checked);
        const json_view object = *checked;
        const auto start = static_cast<std::size_t>(object.text().data() - text.data());
        if (const json_view old = object[name]; old.exists()) {
            text.replace(static_cast<std::size_t>(old.text().data() - text.data()),
                         old.text().size(), value.text());
            return {};
        }
        std::string member;
        if (!object.empty()) member.push_back(',');
        if (!detail::append_string(member, name)) {
            return oaiwire::detail::boxed(errc::invalid_text);
        }
        member.append(":").append(value.text());
        text.insert(start + object.text().size() - 1, member);  // before the closing brace
        return {};
    });
}

// Removes every member of that name from the outermost object; none need exist. Errors as patch();
// after an error the text is unchanged. Linear in the size of the text.
inline result<void> erase(std::string& text, std::string_view name) {
    return within_memory([&]() -> result<void> {
        auto checked = detail::checked_object(text);
        if (!checked) return oaiwire::detail::passed_on(checked);
        const char* from = checked->text().data() + 1;
        // copied up to the opening brace, then member by member; the text changes only at the end
        std::string kept(text, 0, static_cast<std::size_t>(from - text.data()));
        bool first = true;
        checked->each([&](std::string_view raw, json_view value) {
            const char* const end = value.text().data() + value.text().size();
            if (!detail::same_name(raw, name)) {
                // every member but the first that is kept has a comma before it
                const char* const begin = detail::skip_space(from, end);
                kept.append(first && *begin == ',' ? begin + 1 : from, end);
                first = false;
            }
            from = end;
            return true;
        });
        kept.append(from, static_cast<const char*>(text.data()) + text.size());
        text = std::move(kept);
        return {};
    });
}

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
