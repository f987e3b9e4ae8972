// EmbeddingVector: an embedding, decoded from numbers or from base64.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

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

namespace oaiwire { inline namespace v0_2 {

// How a vector is encoded. floats: an array of numbers. base64: little-endian IEEE 754 binary32,
// about a quarter of the size. other: neither, such as an object with one array per encoding.
enum class embedding_form : std::uint8_t { floats, base64, other };

// An embedding's numbers. Decoded to float in both encodings: each number becomes the nearest
// float. Written in the encoding in which it was read.
struct EmbeddingVector {
    std::vector<float> values{};                   // empty if form is other
    embedding_form form = embedding_form::floats;  // the encoding, read or to be written
    raw_json other{};  // the JSON text if form is other, or base64 text that is not canonical
    friend bool operator==(const EmbeddingVector&, const EmbeddingVector&) = default;
};

namespace detail {

// The memory of the floats, as bytes.
inline std::span<std::uint8_t> bytes_of(std::vector<float>& values) {
    return {reinterpret_cast<std::uint8_t*>(values.data()), values.size() * sizeof(float)};
}

}  // namespace detail

// Decodes base64, with or without padding, into `out`. Returns false and clears `out` if the text
// is not base64 or not a whole number of floats. Reuses the memory of `out`.
bool decode_floats(std::string_view base64, std::vector<float>& out);
// Appends the floats to `out` as base64.
void append_base64(std::string& out, std::vector<float> values);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

#include <bit>
#include <utility>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// Converts between the machine's byte order and little-endian, in both directions.
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

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
