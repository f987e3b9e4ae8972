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

template <class T>
result<void> read_into(std::string_view text, T& value, const read_options& options) {
    const std::size_t noted = options.report ? options.report->notes.size() : 0;
    detail::reader r(text, options);
    if (r.more() && detail::read_value(r, value) && r.at_end()) return {};
    if (options.mode == read_mode::tolerant) {
        std::string repaired;
        if (repair(text, repaired)) {
            // what the first attempt noted, the second notes again
            if (options.report) options.report->notes.resize(noted);
            detail::reader again(repaired, options);
            if (again.more() && detail::read_value(again, value) && again.at_end()) {
                if (options.report) options.report->repaired = true;
                return {};
            }
        }
    }
    return r.explain();
}

template <class T>
result<T> read(std::string_view text, const read_options& options) {
    T value{};
    if (auto done = read_into(text, value, options); !done) return std::move(done).error();
    return value;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json
