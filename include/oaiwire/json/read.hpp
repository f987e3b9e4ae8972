// json::read and json::read_into: from JSON text to a value.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/options.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/json/decode.hpp>
#include <oaiwire/json/encode.hpp>  // which descriptions name
#include <oaiwire/json/repair.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// Reads a value of that type into the object at `value`. std::bad_alloc passes through.
result<void> read_described(std::string_view text, void* value, const description& type,
                            const read_options& options);
// The same; std::bad_alloc becomes errc::out_of_memory.
result<void> read_within_memory(std::string_view text, void* value, const description& type,
                                const read_options& options);

// read_into() for code that is guarded against std::bad_alloc as a whole: running out of memory
// must not look like an error in the text.
template <class T>
result<void> read_or_throw(std::string_view text, T& value, const read_options& options = {}) {
    return read_described(text, &value, described<T>(), options);
}

}  // namespace detail

// Reads one JSON text into an existing object, whose strings and vectors are reused. The whole text
// is checked, members that T does not name included. The value keeps no reference to `text`.
// Errors: syntax and type errors, with the path of the value and the offset of the byte;
// out_of_memory. After an error the object holds a valid but unspecified value. Linear in the size
// of the text. Safe to call from several threads on different objects.
template <class T>
result<void> read_into(std::string_view text, T& value, const read_options& options = {}) {
    return detail::read_within_memory(text, &value, detail::described<T>(), options);
}

// Reads one JSON text into a new object. Errors as read_into().
template <class T>
result<T> read(std::string_view text, const read_options& options = {}) {
    T value{};
    if (auto done = read_into(text, value, options); !done) return std::move(done).error();
    return value;
}

#if OAIWIRE_DEFINES

namespace detail {

// One value and white space around it.
inline bool read_whole(reader& r, std::string_view text, void* value, const description& type) {
    const char* p = r.token(text.data());
    if (p) p = read_value(r, p, value, type);
    return p && r.at_end(p);
}

inline void note_conformance(std::string_view text, const read_options& options) {
    if (!options.conform.note || !options.report) return;
    options.conform.note(text, *options.conform.to, *options.report);
}

// After a failure: in tolerant mode repairs the text and reads it again if there was something to
// repair; else returns the error.
[[gnu::cold]] OAIWIRE_INLINE result<void> read_repaired(const reader& first, std::string_view text,
                                                        void* value, const description& type,
                                                        const read_options& options,
                                                        std::size_t noted) {
    std::string repaired;
    if (options.mode == read_mode::tolerant && repair(text, repaired)) {
        // the second attempt makes the notes of the first again
        if (options.report) options.report->notes.resize(noted);
        reader again(repaired, options);
        if (read_whole(again, repaired, value, type)) {
            if (options.report) options.report->repaired = true;
            note_conformance(repaired, options);
            return {};
        }
    }
    return first.explain();
}

OAIWIRE_INLINE result<void> read_described(std::string_view text, void* value,
                                           const description& type, const read_options& options) {
    const std::size_t noted = options.report ? options.report->notes.size() : 0;
    reader r(text, options);
    if (read_whole(r, text, value, type)) {
        note_conformance(text, options);
        return {};
    }
    return read_repaired(r, text, value, type, options, noted);
}

OAIWIRE_INLINE result<void> read_within_memory(std::string_view text, void* value,
                                               const description& type,
                                               const read_options& options) {
    return within_memory([&] { return read_described(text, value, type, options); });
}

}  // namespace detail

#endif

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
