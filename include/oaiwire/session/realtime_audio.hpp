// How long audio of the Realtime API is.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/types/realtime_session.hpp>

namespace oaiwire { inline namespace v0_2 {

// The bytes of one millisecond of audio: 48 for PCM at 24000 Hz, 8 for G.711; 0 if the format is
// unknown. Without a type it is PCM, without a rate 24000 Hz.
std::size_t realtime_bytes_per_ms(const RealtimeAudioFormat& format);

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <cstdint>
#include <string_view>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE std::size_t realtime_bytes_per_ms(const RealtimeAudioFormat& format) {
    const std::string_view type = format.type ? std::string_view(*format.type) : "audio/pcm";
    if (type == "audio/pcmu" || type == "audio/pcma") return 8;
    if (type != "audio/pcm") return 0;
    const std::int64_t rate = format.rate ? *format.rate : 24000;
    return rate < 1000 || rate > 192'000 ? 0 : static_cast<std::size_t>(rate / 1000 * 2);
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
