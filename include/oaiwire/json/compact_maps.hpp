// Fast path for maps of token to logarithm, of which a text completion has one per token. Reads
// compact JSON; anything else is left to the general reader.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/compact_objects.hpp>
#include <oaiwire/json/decimal.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/duplicates.hpp>
#include <oaiwire/json/reader.hpp>
#include <oaiwire/json/scalars.hpp>
#include <oaiwire/types/basics.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

#if OAIWIRE_DEFINES

// Returns one past the object at p, or null without a failure: `out` is unspecified then.
[[gnu::noinline]] inline const char* read_compact_reals(reader& r, const char* p,
                                                        string_map<double>& out,
                                                        const description& type) {
    // a name and its quotes are before a number
    if (!oaiwire::detail::has_blocks || p - r.begin() < before_short_decimal) return nullptr;
    if (r.depth() == 0 || *p != '{') return nullptr;  // too deep is for the general reader
    reused_elements all(r, out, type);
    name_set names;
    do {
        if (r.end - ++p < block_size || *p != '"') return nullptr;
        auto& [name, number] = all.next();
        const char* const value = read_token(r, p, name);
        if (!value || r.end - value <= 1 + behind_short_decimal || *value != ':') return nullptr;
        p = read_short_decimal(value + 1, number);
        if (!p || !ends_decimal(*p)) p = read_plain_real(r, value + 1, number);
        if (!p || p == r.end) return nullptr;
        names.add(name);
    } while (*p == ',');
    if (*p != '}') return nullptr;
    if (names.may_repeat(all.finish())) drop_earlier_duplicates(&out, type);
    return p + 1;
}

OAIWIRE_INLINE const char* read_reals(reader& r, const char* p, void* out,
                                      const description& type) {
    const char* const after = read_compact_reals(r, p, as<string_map<double>>(out), type);
    return after ? after : read_pairs(r, p, out, type);
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
