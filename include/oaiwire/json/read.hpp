// json::read and read_into, defined: include this to read types of your own.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/json/declare.hpp>
#include <oaiwire/json/decode.hpp>
#include <oaiwire/json/repair.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

namespace detail {

// One value, with nothing around it but white space.
template <class T>
bool read_text_of(reader& r, std::string_view text, T& value) {
    const char* p = r.token(text.data());
    if (p) p = read_value(r, p, value);
    return p && r.at_end(p);
}

inline void note_conformance(std::string_view text, const read_options& options) {
    if (!options.conform.note || !options.report) return;
    options.conform.note(text, *options.conform.to, *options.report);
}

// What is no JSON, or does not fit: once more if there is something to repair, where that is
// wanted.
template <class T>
[[gnu::noinline]] result<void> read_repaired(const reader& first, std::string_view text, T& value,
                                             const read_options& options, std::size_t noted) {
    std::string repaired;
    if (options.mode == read_mode::tolerant && repair(text, repaired)) {
        // what the first attempt noted, the second notes again
        if (options.report) options.report->notes.resize(noted);
        reader again(repaired, options);
        if (read_text_of(again, repaired, value)) {
            if (options.report) options.report->repaired = true;
            note_conformance(repaired, options);
            return {};
        }
    }
    return first.explain();
}

template <class T>
result<void> read_or_throw(std::string_view text, T& value, const read_options& options) {
    const std::size_t noted = options.report ? options.report->notes.size() : 0;
    reader r(text, options);
    if (options.memo) r.use(*options.memo);
    if (read_text_of(r, text, value)) {
        if (options.memo) r.complete(*options.memo);
        note_conformance(text, options);
        return {};
    }
    if (options.memo) options.memo->forget();
    return read_repaired(r, text, value, options, noted);
}

struct description {
    result<void> (*read)(std::string_view, void*, const read_options&);
    result<void> (*write)(const void*, std::string&);
};

template <class T>
const description& described() {
    static constexpr description d{[](std::string_view text, void* value, const read_options& o) {
                                       return read_or_throw(text, *static_cast<T*>(value), o);
                                   },
                                   [](const void* value, std::string& out) {
                                       return json::write(*static_cast<const T*>(value), out);
                                   }};
    return d;
}

inline result<void> read_described(std::string_view text, void* value, const description& type,
                                   const read_options& options) {
    return type.read(text, value, options);
}
inline result<void> write_described(const void* value, const description& type, std::string& out) {
    return type.write(value, out);
}

}  // namespace detail

template <class T>
result<void> read_into(std::string_view text, T& value, const read_options& options) {
    const auto read = [&] { return detail::read_or_throw(text, value, options); };
    return within_memory(read, [&] {
        if (options.memo) options.memo->forget();
        return no_memory();
    });
}

template <class T>
result<T> read(std::string_view text, const read_options& options) {
    T value{};
    if (auto done = read_into(text, value, options); !done) return std::move(done).error();
    return value;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json
