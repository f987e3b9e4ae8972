// repair_lenient: turns what language models break into JSON, and notes each repair.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/repair_note.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

// Sets `out` to a valid JSON text that says what `text` was meant to say, and `notes` to the
// repairs, in the order of the text. A valid text is copied unchanged, without notes; the other
// results have no white space between tokens. Every prefix of a valid text can be repaired once a
// value has begun in it, with a note `cut`: what is missing cannot be known, so a cut text must not
// be taken for a whole one. A name without a value and half a number such as `-` are dropped.
//
// The value is what begins the text, or a Markdown fence that begins it (after <think>...</think>
// and empty objects before another, as gateways write them); else what follows the first
// "```json"; else the first thing that looks like an object or array. Text that has none is an
// error. Of several values, the first counts.
//
// A quote ends a string unless what follows it cannot follow a string: letters, for example, or in
// an object a comma and no name after it. Such quotes belong to the text of the string. That looks
// ahead by 128 bytes at most and errs on the side of ending the string. A string without a closing
// quote ends before the comma or line break, and the next name. An escape that JSON does
// not have keeps its backslash (`\d` becomes `\\d`), but `\'` becomes `'`, and two
// hexadecimal digits after `x` become four after `u`. A number with leading zeros becomes a string.
//
// A function of the text and the options alone; linear in the text in time and memory; repairing
// the result again changes nothing. Errors: unexpected_end (there is no text), unexpected_byte (no
// value in it), too_deep, out_of_memory; `out` and `notes` are then unspecified.
result<void> repair_lenient(std::string_view text, std::string& out,
                            std::vector<repair_note>& notes, const repair_options& options = {});

}}}  // namespace oaiwire::v0_2::json

#if OAIWIRE_DEFINES

#include <oaiwire/json/repair_lenient_start.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json {

OAIWIRE_INLINE result<void> repair_lenient(std::string_view text, std::string& out,
                                           std::vector<repair_note>& notes,
                                           const repair_options& options) {
    return within_memory([&]() -> result<void> {
        out.clear();
        notes.clear();
        const detail::fault f = detail::repair_into(text, out, notes, options);
        if (f.code == errc::ok) return {};
        return make_error(f.code, {}, {}, static_cast<std::size_t>(f.at - text.data()));
    });
}

}}}  // namespace oaiwire::v0_2::json

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
