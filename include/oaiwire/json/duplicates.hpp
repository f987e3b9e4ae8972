// Removes duplicate names from a string_map: the last pair of a name counts.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/json/assign.hpp>
#include <oaiwire/json/description.hpp>

namespace oaiwire { inline namespace v0_2 { namespace json::detail {

// A flag for each pair whose name occurs again later; empty if there is none. Up to 16 distinct
// names take no allocation; else n log n.
// `size` is that of a pair, which begins with its name.
std::vector<bool> earlier_duplicates(const elements& pairs, std::size_t size);

// Removes all but the last pair of each name; the order is kept.
void drop_earlier_duplicates(void* map, const description& type);

#if OAIWIRE_DEFINES

// Up to so many names are compared each with each.
inline constexpr std::size_t few_names = 16;

// Names by cheap hashes: without a collision no two of them need be compared.
class name_set {
public:
    void add(const std::string& name) {
        const std::size_t length = name.size();
        const auto byte = [&](std::size_t i) {  // of an empty name the 0 behind it
            return static_cast<unsigned char>(name.data()[i]);
        };
        const std::size_t hash =
            length * 11 + byte(0) * 5U + byte(length - static_cast<std::size_t>(length != 0));
        const std::uint64_t bit = std::uint64_t{1} << (hash & 63);
        again_ |= seen_ & bit;
        seen_ |= bit;
    }
    // False if no two of so many names, all that were added, are equal.
    bool may_repeat(std::size_t count) const { return count > few_names || again_ != 0; }

private:
    std::uint64_t seen_ = 0;
    std::uint64_t again_ = 0;
};

inline bool names_may_repeat(const elements& pairs, std::size_t size) {
    if (pairs.count > few_names) return true;
    name_set names;
    const char* const end = pairs.first + pairs.count * size;
    for (const char* at = pairs.first; at != end; at += size) {
        names.add(*static_cast<const std::string*>(static_cast<const void*>(at)));
    }
    return names.may_repeat(pairs.count);
}

OAIWIRE_INLINE std::vector<bool> earlier_duplicates(const elements& pairs, std::size_t size) {
    const auto name = [&](std::size_t i) -> const std::string& {
        return as<std::string>(pairs.first + i * size);
    };
    const bool alike = names_may_repeat(pairs, size);
    bool any = pairs.count > few_names;  // duplicates, or too many names to compare each with each
    for (std::size_t i = 1; i < pairs.count && alike && !any; ++i) {
        for (std::size_t j = 0; j != i && !any; ++j) any = name(i) == name(j);
    }
    std::vector<bool> dropped;
    if (!any) return dropped;
    std::vector<std::size_t> order(pairs.count);
    for (std::size_t i = 0; i != pairs.count; ++i) order[i] = i;
    // by name, and equal names by place, so that the last of them is the one that stays
    const auto before = [&](std::size_t a, std::size_t b) {
        const int c = name(a).compare(name(b));
        return c != 0 ? c < 0 : a < b;
    };
    // heap sort is less code than std::sort
    std::make_heap(order.begin(), order.end(), before);
    std::sort_heap(order.begin(), order.end(), before);
    for (std::size_t i = 1; i < pairs.count; ++i) {
        if (name(order[i - 1]) != name(order[i])) continue;
        dropped.resize(pairs.count);  // allocated for the first duplicate
        dropped[order[i - 1]] = true;
    }
    return dropped;
}

OAIWIRE_INLINE void drop_earlier_duplicates(void* map, const description& type) {
    const elements pairs = elements_of(map, type);
    const auto& pair = type.as<pair_type>();
    if (!names_may_repeat(pairs, pair.size)) return;
    const std::vector<bool> dropped = earlier_duplicates(pairs, pair.size);
    if (dropped.empty()) return;
    const std::size_t value = pair.value();
    std::size_t kept = 0;
    for (std::size_t i = 0; i != pairs.count; ++i) {
        if (dropped[i]) continue;
        char* const from = pairs.first + i * pair.size;
        char* const to = pairs.first + kept * pair.size;
        if (kept != i) {
            // names are moved; values are copied, as descriptions do not move
            as<std::string>(to).swap(as<std::string>(from));
            assign_value(to + value, from + value, *type.inner);
        }
        ++kept;
    }
    type.list(map, kept);  // removes the rest
}

#endif

}}}  // namespace oaiwire::v0_2::json::detail

#include <oaiwire/core/macros_end.hpp>
