// bridge_work: a conversion between the two dialects in progress: paths, notes and the refusal.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/bridge/bridge_members.hpp>
#include <oaiwire/bridge/bridge_notes.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/json/description.hpp>
#include <oaiwire/types/extra_members.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// A JSON path whose text is made when it is needed. Refers to its parent.
struct bridge_path {
    static constexpr std::size_t no_index = static_cast<std::size_t>(-1);

    const bridge_path* parent = nullptr;
    std::string_view name{};  // of a member; "" and no index: the root
    std::size_t index = no_index;

    bridge_path member(std::string_view of) const { return {this, of, no_index}; }
    bridge_path element(std::size_t at) const { return {this, {}, at}; }
    std::string text() const;
};

// A conversion: collects notes until something is refused, which ends it.
class bridge_work {
public:
    bridge_work(bridge_notes& notes, const bridge_options& how) : options(how), notes_(notes) {}

    const bridge_options& options;  // borrowed

    // Notes a loss; refuses it where the options are strict.
    void lost(const bridge_path& at, std::string_view what);
    // Notes each unknown member of an object.
    void lost_members(const bridge_path& at, const extra_members& extra);
    // Notes a member that has a value.
    template <class Field>
    void lost_if(const Field& field, const bridge_path& parent, std::string_view name,
                 std::string_view what) {
        if (field) lost(parent.member(name), what);
    }
    // Refuses the request, unless it was before.
    void refuse(const bridge_path& at, std::string_view why);
    void refuse(error why);
    // Treats the members of a request that are noted or refused by the rows.
    void check(const bridge_row* rows, std::size_t count, const void* request,
               const json::detail::description& type);
    // Takes the unknown members of a request over. One that the other dialect knows is refused: it
    // would mean something else there, or stand there twice.
    void carry(const extra_members& from, extra_members& to,
               const json::detail::description& target);

    // The same for an answer, in which such members are noted.
    void carry_answer(const extra_members& from, extra_members& to,
                      const json::detail::description& target);

    bool ok() const { return failure_.code == errc::ok; }
    error take_failure() { return std::move(failure_); }

private:
    bridge_notes& notes_;  // borrowed
    error failure_{};
};

// Whether the type has a member of that name, which is spelled as in JSON.
bool has_member(const json::detail::description& type, std::string_view raw_name);
// Takes the unknown members over, but for those that the other type has: some servers send the
// counts of usage under the names of both APIs.
void carry_unknown(const extra_members& from, extra_members& to,
                   const json::detail::description& target);

// The `type` of what a variant holds; "" if it has none. A view into it, or static.
std::string_view type_in(const void* choice, const json::detail::description& type);

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/json/object_table.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::string bridge_path::text() const {
    std::string out = parent != nullptr ? parent->text() : std::string();
    if (index != no_index) {
        out.append("[").append(std::to_string(index)).append("]");
    } else if (!name.empty()) {
        if (!out.empty()) out.push_back('.');
        out.append(name);
    }
    return out;
}

OAIWIRE_ADAPTER_INLINE void bridge_work::lost(const bridge_path& at, std::string_view what) {
    if (options.strict) return refuse(at, what);
    notes_.add(at.text(), what);
}

OAIWIRE_ADAPTER_INLINE void bridge_work::lost_members(const bridge_path& at,
                                                      const extra_members& extra) {
    for (const auto& member : extra) lost(at.member(member.name), "an unknown member");
}

OAIWIRE_ADAPTER_INLINE void bridge_work::refuse(const bridge_path& at, std::string_view why) {
    if (ok()) failure_ = make_error(errc::invalid_argument, why, at.text());
}

OAIWIRE_ADAPTER_INLINE void bridge_work::refuse(error why) {
    if (ok()) failure_ = std::move(why);
}

OAIWIRE_ADAPTER_INLINE void bridge_work::check(const bridge_row* rows, std::size_t count,
                                               const void* request,
                                               const json::detail::description& type) {
    const json::detail::object_table& table = type.object();
    std::string value;
    for (std::size_t i = 0; i != count; ++i) {
        const bridge_row& row = rows[i];
        if (row.way != bridge_way::noted && row.way != bridge_way::refused) continue;
        const auto* const member = table.find(row.member);
        if (member == nullptr ||
            table.state(request, member->index) != json::detail::field_states::value) {
            continue;
        }
        if (!row.harmless.empty()) {
            const auto written =
                json::detail::write_described(table.member(request, *member), *member->type, value);
            if (written && value == row.harmless) continue;
        }
        const bridge_path at{nullptr, row.member};
        if (row.way == bridge_way::noted) {
            lost(at, row.what);
        } else {
            refuse(at, row.what);
        }
    }
}

OAIWIRE_ADAPTER_INLINE void bridge_work::carry(const extra_members& from, extra_members& to,
                                               const json::detail::description& target) {
    for (const auto& member : from) {
        if (has_member(target, member.name)) {
            refuse({nullptr, member.name}, "is not of this API");
        }
    }
    carry_unknown(from, to, target);
}

OAIWIRE_ADAPTER_INLINE void bridge_work::carry_answer(const extra_members& from, extra_members& to,
                                                      const json::detail::description& target) {
    for (const auto& member : from) {
        if (has_member(target, member.name)) lost({nullptr, member.name}, "is not of this API");
    }
    carry_unknown(from, to, target);
}

OAIWIRE_ADAPTER_INLINE bool has_member(const json::detail::description& type,
                                       std::string_view raw_name) {
    if (raw_name.find('\\') == std::string_view::npos) {
        return type.object().find(raw_name) != nullptr;
    }
    const std::string quoted = "\"" + std::string(raw_name) + "\"";
    return type.object().find(json_view(quoted).string().value_or("")) != nullptr;
}

OAIWIRE_ADAPTER_INLINE void carry_unknown(const extra_members& from, extra_members& to,
                                          const json::detail::description& target) {
    for (const auto& member : from) {
        if (!has_member(target, member.name)) to.append_trusted(member.name, member.value);
    }
}

OAIWIRE_ADAPTER_INLINE std::string_view type_in(const void* choice,
                                                const json::detail::description& type) {
    const auto& all = type.as<json::detail::choice_type>();
    std::size_t held = 0;
    const void* const value = all.held(choice, held);
    if (value == nullptr) return {};
    const json::detail::alternative& alternative = all.alternatives[held];
    if (alternative.tag_count != 0) return alternative.tags[0];
    if (alternative.type->kind != json::detail::type_kind::raw) return {};
    const std::string_view text =
        json_view(static_cast<const raw_json*>(value)->text())[all.tag].text();
    return text.size() < 2 || text[0] != '"' ? std::string_view() : text.substr(1, text.size() - 2);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
