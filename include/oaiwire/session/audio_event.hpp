// Audio in events: base64 decoded and encoded without a second copy.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>

namespace oaiwire { inline namespace v0_2 {

// Replaces base64 by the bytes that it stands for, in the same memory. Errors: invalid_base64, with
// the offset in `text`; after it the text is unspecified.
result<void> decode_base64_in_place(std::string& text);

// Makes `out` the JSON text of an input_audio_buffer.append event with these bytes: they are
// encoded where they are sent from. `type`: another event with a member `audio`, as translations
// have. Errors: out_of_memory.
result<void> write_audio_event(std::span<const std::uint8_t> bytes, std::string& out,
                               std::string_view type = "input_audio_buffer.append");

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <utility>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<void> decode_base64_in_place(std::string& text) {
    // four characters are read before their three bytes are written
    auto* const bytes = reinterpret_cast<std::uint8_t*>(text.data());
    auto size = decode_base64(text, {bytes, text.size()}, base64_padding::optional);
    if (!size) return std::move(size).error();
    text.resize(*size);
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> write_audio_event(std::span<const std::uint8_t> bytes,
                                                      std::string& out, std::string_view type) {
    return within_memory(
        [&]() -> result<void> {
            constexpr std::string_view start = R"({"type":")", middle = R"(","audio":")",
                                       end = "\"}";
            out.clear();
            out.reserve(start.size() + type.size() + middle.size() +
                        base64_encoded_size(bytes.size()) + end.size());
            out.append(start).append(type).append(middle);
            append_base64(out, bytes);
            out.append(end);
            return {};
        },
        [&] {
            out.clear();
            return result<void>(no_memory());
        });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
