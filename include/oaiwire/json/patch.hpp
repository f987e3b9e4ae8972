// patch: changes one member of a JSON text and leaves every other byte as it was. Knows no types.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/json_print.hpp>
#include <oaiwire/core/json_view.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

// Sets the member of the outermost object, in its place where it is there (the last of several,
// which is the one that counts), after all others where it is not. Errors: those of the text, which
// is checked whole; type_mismatch where it is no object; invalid_text for the name. The text is as
// it was then. Linear.
inline result<void> patch(std::string& text, std::string_view name, const raw_json& value) {
    return within_memory([&]() -> result<void> {
        const auto fault = json_scan::check_text(text);
        if (fault.code != errc::ok) {
            const auto offset = static_cast<std::size_t>(fault.at - text.data());
            return make_error(fault.code, {}, json_scan::path_at(text, offset), offset);
        }
        const json_view object(text);
        const auto start = static_cast<std::size_t>(object.text().data() - text.data());
        if (!object.is_object())
            return make_error(errc::type_mismatch, "an object was due", {}, start);
        if (const json_view old = object[name]; old.exists()) {
            text.replace(static_cast<std::size_t>(old.text().data() - text.data()),
                         old.text().size(), value.text());
            return {};
        }
        std::string member;
        if (!object.empty()) member.push_back(',');
        if (!json_print::append_string(member, name)) return make_error(errc::invalid_text);
        member.append(":").append(value.text());
        text.insert(start + object.text().size() - 1, member);
        return {};
    });
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json
