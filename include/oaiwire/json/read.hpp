// json::read and json::read_into: from JSON text to a value.
#pragma once

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

namespace oaiwire::inline v0_2::json {

namespace detail {

// For code that is no template: reads a value of that type into the object at `value`. Memory that
// runs out goes through as std::bad_alloc.
result<void> read_described(std::string_view text, void* value, const description& type,
                            const read_options& options);
// The same, guarded.
result<void> read_within_memory(std::string_view text, void* value, const description& type,
                                const read_options& options);

// read_into() for a step that is guarded against std::bad_alloc as a whole, and must not go on
// without memory as if the text were at fault.
template <class T>
result<void> read_or_throw(std::string_view text, T& value, const read_options& options = {}) {
    return read_described(text, &value, described<T>(), options);
}

}  // namespace detail

// Reads one JSON text into an object that is there, whose strings and vectors are used again. The
// whole text is checked, members that T does not name included. Errors: decode, with the path of
// the value and the offset of the byte; out_of_memory. After an error the object holds a valid but
// unspecified value. Linear in the text.
template <class T>
result<void> read_into(std::string_view text, T& value, const read_options& options = {}) {
    return detail::read_within_memory(text, &value, detail::described<T>(), options);
}

// The same into a new object.
template <class T>
result<T> read(std::string_view text, const read_options& options = {}) {
    T value{};
    if (auto done = read_into(text, value, options); !done) return std::move(done).error();
    return value;
}

#if OAIWIRE_DEFINES

namespace detail {

// One value, with nothing around it but white space.
inline bool read_whole(reader& r, std::string_view text, void* value, const description& type) {
    const char* p = r.token(text.data());
    if (p) p = read_value(r, p, value, type);
    return p && r.at_end(p);
}

inline void note_conformance(std::string_view text, const read_options& options) {
    if (!options.conform.note || !options.report) return;
    options.conform.note(text, *options.conform.to, *options.report);
}

// What is no JSON, or does not fit: once more if there is something to repair, where that is
// wanted.
[[gnu::cold]] OAIWIRE_INLINE result<void> read_repaired(const reader& first, std::string_view text,
                                                        void* value, const description& type,
                                                        const read_options& options,
                                                        std::size_t noted) {
    std::string repaired;
    if (options.mode == read_mode::tolerant && repair(text, repaired)) {
        // what the first attempt noted, the second notes again
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
    if (options.memo) r.use(*options.memo);
    if (read_whole(r, text, value, type)) {
        if (options.memo) r.complete(*options.memo);
        note_conformance(text, options);
        return {};
    }
    if (options.memo) options.memo->forget();
    return read_repaired(r, text, value, type, options, noted);
}

OAIWIRE_INLINE result<void> read_within_memory(std::string_view text, void* value,
                                               const description& type,
                                               const read_options& options) {
    return within_memory([&] { return read_described(text, value, type, options); },
                         [&] {
                             if (options.memo) options.memo->forget();
                             return result<void>(no_memory());
                         });
}

}  // namespace detail

#endif

}  // namespace oaiwire::inline v0_2::json
