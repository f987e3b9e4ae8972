// speech_stream_writer: speech as an event stream.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/server/event_output.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/types/audio.hpp>

namespace oaiwire { inline namespace v0_2 {

// Writes speech to a responder as events, for requests with stream_format "sse": audio(), then
// done(). Otherwise speech is a byte stream: begin_bytes() and write() of the responder. Errors are
// those of responder, and leave the stream as it was.
class speech_stream_writer {
public:
    // Borrows the responder, which must outlive this.
    explicit speech_stream_writer(responder& to) : out_(to) {}

    // A piece of the audio, of any size; it is sent in base64. An empty piece sends nothing.
    result<void> audio(std::string_view bytes);
    // The end: speech.audio.done with the usage, if there is one, and end() of the responder.
    result<void> done(const AudioUsage* usage = nullptr);

private:
    detail::event_output out_;
    std::string scratch_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <cstdint>
#include <span>

#include <oaiwire/core/base64.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/write.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE result<void> speech_stream_writer::audio(std::string_view bytes) {
    if (bytes.empty()) return {};
    const auto add = [&] {
        scratch_.clear();
        append_base64(scratch_,
                      {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
        return out_.write([&](detail::text_sink& out) {
            out.put(R"(data: {"type":"speech.audio.delta","audio":")");
            out.put(scratch_);
            out.put("\"}\n\n");
            return errc::ok;
        });
    };
    return detail::event_output::result_of(within_memory(add, [] { return errc::out_of_memory; }));
}

OAIWIRE_ADAPTER_INLINE result<void> speech_stream_writer::done(const AudioUsage* usage) {
    const detail::ending always(out_);
    SpeechAudioDoneEvent last;
    const auto write = [&]() -> result<void> {
        if (usage != nullptr) last.usage = *usage;
        if (auto written = json::write(last, scratch_); !written) return written;
        return detail::event_output::result_of(out_.write([&](detail::text_sink& out) {
            out.put("data: ");
            out.put(scratch_);
            out.put("\n\n");
            return errc::ok;
        }));
    };
    auto written = within_memory(write, [] { return result<void>(no_memory()); });
    if (!written) return written;
    return out_.to().end();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
