// json::write: from a value to JSON text.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#if OAIWIRE_DEFINES
#include <oaiwire/json/decode.hpp>  // which descriptions name
#include <oaiwire/json/encode.hpp>
#endif

namespace oaiwire { inline namespace v0_2 { namespace json {

namespace detail {

// write() of the object at `value`, which is of that type.
result<void> write_described(const void* value, const description& type, std::string& out);

}  // namespace detail

// Replaces `out` by the JSON text of value, without white space. Its memory is reused. Errors:
// not_finite (NaN, infinity) and invalid_text (a string that is not UTF-8), with the path of the
// member; invalid_argument for a closed enumeration without a name; too_deep where more than 1024
// objects nest; out_of_memory. After an error
// `out` is empty.
template <class T>
result<void> write(const T& value, std::string& out) {
    return detail::write_described(&value, detail::described<T>(), out);
}

// Returns the JSON text of value. Errors as above.
template <class T>
result<std::string> write(const T& value) {
    std::string out;
    if (auto done = write(value, out); !done) return std::move(done).error();
    return out;
}

#if OAIWIRE_DEFINES

namespace detail {

struct described_value {
    const void* value = nullptr;
    const description& type;
};
// The size of its JSON text in bytes; 0 if it cannot be written.
[[gnu::cold]] OAIWIRE_INLINE std::size_t written_size(const void* described) {
    const auto& all = *static_cast<const described_value*>(described);
    std::string scratch(std::size_t{16} << 10, '\0');
    text_sink sink(scratch, text_sink::counting());
    writer w{sink};
    return write_value(w, all.value, all.type) ? sink.counted() : 0;
}

OAIWIRE_INLINE result<void> write_described(const void* value, const description& type,
                                            std::string& out) {
    const auto write = [&]() -> result<void> {
        text_sink sink(out);
        const described_value all{value, type};
        sink.expect(written_size, &all);
        writer w{sink};
        if (write_value(w, value, type)) {
            sink.finish();
            return {};
        }
        out.clear();
        return make_error(w.code, {}, std::move(w.path));
    };
    return within_memory(write, [&] {
        out.clear();
        return result<void>(no_memory());
    });
}

}  // namespace detail

#endif

}}}  // namespace oaiwire::v0_2::json

#include <oaiwire/core/macros_end.hpp>
