// json::write, defined: include this to write types of your own.
#pragma once

#include <string>
#include <utility>

#include <oaiwire/json/declare.hpp>
#include <oaiwire/json/encode.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

template <class T>
result<void> write(const T& value, std::string& out) {
    const auto write = [&]() -> result<void> {
        text_sink sink(out);
        detail::writer w{sink};
        if (detail::write_value(w, value)) {
            sink.finish();
            return {};
        }
        out.clear();
        return make_error(w.code, {}, std::move(w.path));
    };
    return within_memory(write, [&] {
        out.clear();
        return no_memory();
    });
}

template <class T>
result<std::string> write(const T& value) {
    std::string out;
    if (auto done = write(value, out); !done) return std::move(done).error();
    return out;
}

}  // namespace oaiwire::inline OAIWIRE_ABI::json
