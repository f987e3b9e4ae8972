// EmbeddingVector: the numbers of an embedding, however they were sent. Knows no JSON.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/types/raw_json.hpp>

namespace oaiwire::inline v0_2 {

// floats: a list of numbers. base64: of little-endian IEEE 754 binary32, a quarter of the bytes.
// other: neither, as servers that answer one list for each encoding, in an object.
enum class embedding_form : std::uint8_t { floats, base64, other };

// values are there in both forms; numbers are held as float: text that names a double reads back to
// the nearest float's bits. It is written in the form in which it came.
struct EmbeddingVector {
    std::vector<float> values{};
    embedding_form form = embedding_form::floats;
    raw_json other{};  // what is neither, and base64 that is not spelled as it would be written
    friend bool operator==(const EmbeddingVector&, const EmbeddingVector&) = default;
};

namespace detail {

inline std::span<std::uint8_t> bytes_of(std::vector<float>& values) {
    return {reinterpret_cast<std::uint8_t*>(values.data()), values.size() * sizeof(float)};
}

}  // namespace detail

// Replaces `out` by the numbers that the text is base64 of, without padding too; false, and nothing
// in `out`, where it is not base64 or not of whole numbers.
bool decode_floats(std::string_view base64, std::vector<float>& out);
void append_base64(std::string& out, std::vector<float> values);

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <bit>
#include <utility>

namespace oaiwire::inline v0_2 {

namespace detail {

// Between the order of the machine and that of the wire, either way.
inline void swap_unless_little_endian(std::span<std::uint8_t> bytes) {
    if constexpr (std::endian::native != std::endian::little) {
        for (std::size_t i = 0; i + 4 <= bytes.size(); i += 4) {
            std::swap(bytes[i], bytes[i + 3]);
            std::swap(bytes[i + 1], bytes[i + 2]);
        }
    }
}

}  // namespace detail

OAIWIRE_INLINE bool decode_floats(std::string_view base64, std::vector<float>& out) {
    const std::size_t size = base64_decoded_size(base64);
    out.resize(size % sizeof(float) == 0 ? size / sizeof(float) : 0);
    const auto bytes = detail::bytes_of(out);
    const bool ok = size % sizeof(float) == 0 &&
                    decode_base64(base64, bytes, base64_padding::optional).has_value();
    if (!ok) out.clear();
    detail::swap_unless_little_endian(bytes.first(ok ? size : 0));
    return ok;
}

OAIWIRE_INLINE void append_base64(std::string& out, std::vector<float> values) {
    detail::swap_unless_little_endian(detail::bytes_of(values));
    append_base64(out, detail::bytes_of(values));
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
