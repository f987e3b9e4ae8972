// patch_places: where the values are in an event that a gateway replaces.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

enum class patched_member : std::uint8_t { model, id };

// Values in a text, in their order. `at` counts from the start of the text or, if from_end, from
// its end.
class patch_places {
public:
    // More in one event, such as duplicates, are found only without a record.
    static constexpr std::size_t most = 4;

    struct place {
        std::uint32_t at = 0;
        std::uint32_t size = 0;
        patched_member which = patched_member::model;
        bool from_end = false;
    };

    void clear() {
        size_ = 0;
        more_ = false;
    }
    void add(std::string_view text, std::string_view value, patched_member which);
    // Makes the places relative to what does not vary: the bytes before `first` and those from
    // `last` on. False if one is between, or if there were too many.
    bool settle(std::size_t text_size, std::size_t first, std::size_t last);

    const place* begin() const { return places_.data(); }
    const place* end() const { return places_.data() + size_; }
    bool more() const { return more_; }

private:
    std::array<place, most> places_{};
    std::uint8_t size_ = 0;
    bool more_ = false;
};

// Which members are replaced.
struct patched_members {
    bool model = false;
    bool id = false;
    bool in_response = false;  // in the member `response` too
};

// Calls f(value, which) for the strings to be replaced, in their order: members of each object in
// the text, which may be one JSON text, several, or a list. `value` views the text, quotes
// included. Linear. The text need not be valid.
template <class F>
void each_patched(std::string_view text, const patched_members& wanted, F&& f);

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/json/text/walk.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

template <class F>
void each_patched_member(const char* p, const char* end, const patched_members& wanted, F& f) {
    using json::detail::same_name;
    for (json::detail::walker at(p, end); at.next();) {
        const std::string_view name = at.name();
        const std::string_view value = at.take();
        if (value.empty()) return;
        if (value.front() == '"' && value.size() >= 2 && value.back() == '"') {
            if (wanted.model && same_name(name, "model")) f(value, patched_member::model);
            if (wanted.id && same_name(name, "id")) f(value, patched_member::id);
        } else if (value.front() == '{' && wanted.in_response && same_name(name, "response")) {
            patched_members inside = wanted;
            inside.in_response = false;
            each_patched_member(value.data(), value.data() + value.size(), inside, f);
        }
    }
}

template <class F>
void each_patched(std::string_view text, const patched_members& wanted, F&& f) {
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p != end) {
        if (*p == '{') {
            each_patched_member(p, end, wanted, f);
            p = json::detail::skip_value(p, end);
        } else if (*p == '"') {
            p = json::detail::skip_string(p + 1, end);
        } else {
            ++p;
        }
    }
}

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE void patch_places::add(std::string_view text, std::string_view value,
                                              patched_member which) {
    if (size_ == most) {
        more_ = true;
        return;
    }
    place& to = places_[size_++];
    to.at = static_cast<std::uint32_t>(value.data() - text.data());
    to.size = static_cast<std::uint32_t>(value.size());
    to.which = which;
    to.from_end = false;
}

OAIWIRE_ADAPTER_INLINE bool patch_places::settle(std::size_t text_size, std::size_t first,
                                                 std::size_t last) {
    if (more_) return false;
    for (std::size_t i = 0; i != size_; ++i) {
        place& p = places_[i];
        if (p.at + p.size <= first) continue;
        if (p.at < last) return false;
        p.at = static_cast<std::uint32_t>(text_size - p.at);
        p.from_end = true;
    }
    return true;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
