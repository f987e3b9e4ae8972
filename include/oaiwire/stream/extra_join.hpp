// extra_join: merges the unknown members of many objects into those of one.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/types/extra_members.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// extra_members stores its members as one JSON text, in which a member is looked up linearly. A
// stream of ever new members would take quadratic time. A budget bounds the work; no honest stream
// comes near it. Above 1 KiB of new members they are sorted instead.
class extra_join {
public:
    extra_join() = default;
    // budget: bytes that may be searched, in addition to `deserved` for each byte that is added.
    explicit extra_join(std::uint64_t budget) : left_(budget) {}

    // Adds the members of `from`. The last value of a name counts, at the position of the first.
    // Does nothing once exceeded().
    void add(extra_members& to, const extra_members& from) {
        if (!from.empty() && !exceeded_) add_some(to, from);
    }
    // Whether the budget is used up.
    bool exceeded() const { return exceeded_; }
    // The bytes that were added since the last call.
    std::size_t take_growth() { return std::exchange(grown_, 0); }

private:
    static constexpr std::uint64_t sorting = 8;    // estimated cost: passes over all bytes
    static constexpr std::uint64_t deserved = 64;  // bytes to search for each byte that is added

    void add_some(extra_members& to, const extra_members& from);
    // A look-up for each member of `from`.
    static void add_each(extra_members& to, const extra_members& from);
    struct entry {
        std::string name{};  // unescaped, since names are compared by their meaning
        extra_members::member member{};
        bool dropped = false;  // the value went to an earlier member of that name
    };
    // The same by sorting all members by name, for many at once.
    static void add_sorted(extra_members& to, const extra_members& from);
    static std::vector<std::size_t> sorted(const std::vector<entry>& all);

    std::uint64_t left_ = std::uint64_t{1} << 28;  // of the budget, in bytes
    std::size_t grown_ = 0;                        // since take_growth()
    bool exceeded_ = false;
};

#if OAIWIRE_DEFINES

OAIWIRE_INLINE void extra_join::add_some(extra_members& to, const extra_members& from) {
    constexpr std::size_t few = 1024;  // bytes
    const bool sorted = from.text().size() > few;
    // passes over the text
    const std::uint64_t times = sorted ? sorting : from.size();
    const std::uint64_t work = times * (to.text().size() + from.text().size());
    left_ += deserved * from.text().size();
    exceeded_ = work > left_;
    if (exceeded_) return;
    left_ -= work;
    const std::size_t before = to.text().size();
    if (sorted) {
        add_sorted(to, from);
    } else {
        add_each(to, from);
    }
    const std::size_t after = to.text().size();
    if (after > before) grown_ += after - before;
}

OAIWIRE_INLINE void extra_join::add_each(extra_members& to, const extra_members& from) {
    for (const auto& member : from) {
        std::string name;
        json::detail::append_unescaped(name, member.name, json::surrogates::replace);
        to.set_trusted(name, raw_json::trusted(member.value));
    }
}

[[gnu::cold]] OAIWIRE_INLINE void extra_join::add_sorted(extra_members& to,
                                                         const extra_members& from) {
    std::vector<entry> all;
    for (const extra_members* members : {static_cast<const extra_members*>(&to), &from}) {
        for (const auto& member : *members) {
            entry& e = all.emplace_back();
            e.member = member;
            json::detail::append_unescaped(e.name, member.name, json::surrogates::replace);
        }
    }
    entry* first = nullptr;  // of that name
    for (const std::size_t i : sorted(all)) {
        entry& e = all[i];
        e.dropped = first != nullptr && first->name == e.name;
        if (e.dropped) {
            first->member.value = e.member.value;
        } else {
            first = &e;
        }
    }
    extra_members out;
    for (const entry& e : all) {
        if (e.dropped) continue;
        std::string quoted;
        json::detail::append_string(quoted, e.name);
        out.append_trusted(std::string_view(quoted).substr(1, quoted.size() - 2), e.member.value);
    }
    to = std::move(out);
}

// The positions, ordered by name and then position: a merge sort, which std::stable_sort would do
// with more code.
[[gnu::cold]] OAIWIRE_INLINE std::vector<std::size_t> extra_join::sorted(
    const std::vector<entry>& all) {
    std::vector<std::size_t> from(all.size());
    std::vector<std::size_t> to(all.size());
    for (std::size_t i = 0; i != all.size(); ++i) from[i] = i;
    for (std::size_t run = 1; run < all.size(); run *= 2) {
        for (std::size_t at = 0; at < all.size(); at += 2 * run) {
            std::size_t left = at;
            const std::size_t middle = std::min(at + run, all.size());
            std::size_t right = middle;
            const std::size_t end = std::min(at + 2 * run, all.size());
            for (std::size_t n = at; n != end; ++n) {
                const bool second = left == middle ||
                                    (right != end && all[from[right]].name < all[from[left]].name);
                to[n] = second ? from[right++] : from[left++];
            }
        }
        from.swap(to);
    }
    return from;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
