// Reading text that a model wrote: arguments of tools, and structured output.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/keyword_check.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/repair_note.hpp>

namespace oaiwire { inline namespace v0_2 {

// What was repaired in a text that a model wrote, and what was read although it is not as declared.
// Reading replaces what it holds.
struct repair_report {
    std::vector<json::repair_note> repairs{};  // in the order of the text, with offsets into it
    json::read_report read{};                  // by paths

    // Whether there is such a repair.
    bool has(json::repair_kind what) const {
        return std::any_of(repairs.begin(), repairs.end(),
                           [what](const json::repair_note& n) { return n.what == what; });
    }
    // Whether the text ended inside the value: then what was read is not all that the model meant
    // to write.
    bool was_cut() const { return has(json::repair_kind::cut); }
    // Whether the text was as it should be.
    bool empty() const { return repairs.empty() && read.notes.empty() && !read.repaired; }
    // Forgets all.
    void clear() {
        repairs.clear();
        read.clear();
    }
};

namespace detail {

// How to read a text that a model wrote.
struct model_reading {
    bool lenient = false;             // else strict
    repair_report* report = nullptr;  // borrowed; may be null
    std::string* repaired = nullptr;  // set to the repaired text if that is what was read
};

// Reads a value of the type into `value`. An absent member that is not optional is an error: the
// value is whole, or not there. Errors: syntax and type errors with path and, unless the text was
// repaired, offset; type_mismatch for what tolerant reading would make empty. std::bad_alloc passes
// through.
result<void> read_model_text(std::string_view text, void* value,
                             const json::detail::description& type, const model_reading& how);

// The same for a T, with its keywords.
template <class T>
result<T> read_model_value(std::string_view text, const model_reading& how) {
    T value{};
    if (auto done = read_model_text(text, &value, json::detail::described<T>(), how); !done) {
        return std::move(done).error();
    }
    if (auto kept = json::check_keywords(value); !kept) return std::move(kept).error();
    return value;
}

}  // namespace detail

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <oaiwire/json/repair_lenient.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The first note of a value that is empty because the text has none for it.
OAIWIRE_INLINE result<void> check_whole(const json::read_report& report) {
    using kind = json::read_note::kind;
    for (const json::read_note& note : report.notes) {
        std::string_view message;
        if (note.what == kind::absent) message = "the member is missing";
        if (note.what == kind::nil) message = "null, where a value is due";
        if (note.what == kind::dropped) message = "a value of another type";
        if (!message.empty()) return make_error(errc::type_mismatch, message, note.path);
    }
    return {};
}

OAIWIRE_INLINE result<void> read_model_text(std::string_view text, void* value,
                                            const json::detail::description& type,
                                            const model_reading& how) {
    repair_report own;
    repair_report& report = how.report ? *how.report : own;
    report.clear();
    json::read_options options = how.lenient ? json::tolerant : json::strict;
    options.report = &report.read;
    auto done = json::detail::read_described(text, value, type, options);
    if (!done && how.lenient) {
        std::string fixed;
        json::repair_options repair;
        repair.depth = options.depth;
        repair.object = type.kind == json::detail::type_kind::object;
        auto mended = json::repair_lenient(text, fixed, report.repairs, repair);
        if (!mended && mended.error().code == errc::out_of_memory) return mended;
        if (!mended || report.repairs.empty()) {
            report.clear();
            return done;
        }
        report.read.clear();
        done = json::detail::read_described(fixed, value, type, options);
        if (!done) {
            error e = std::move(done).error();
            e.offset = error::no_offset;  // into a text that the caller does not have
            return e;
        }
        if (how.repaired) *how.repaired = std::move(fixed);
    }
    return done ? check_whole(report.read) : std::move(done);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
