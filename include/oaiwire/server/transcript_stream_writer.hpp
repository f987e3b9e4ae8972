// transcript_stream_writer: the event stream of a transcription.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/server/event_output.hpp>
#include <oaiwire/server/responder.hpp>
#include <oaiwire/types/audio.hpp>

namespace oaiwire { inline namespace v0_2 {

// Writes a transcript to a responder in OpenAI's form: text() and segment(), then done(), which
// repeats the whole text.
//
// A piece may end within a UTF-8 character: its first bytes are held, and sent with the next piece.
// A byte that is not UTF-8 becomes U+FFFD. An empty piece sends nothing. Errors are those of
// responder, and leave the stream as it was.
class transcript_stream_writer {
public:
    // Borrows the responder, which must outlive this.
    explicit transcript_stream_writer(responder& to) : out_(to) {}

    // A piece of the text. No allocation once the buffers have their size.
    result<void> text(std::string_view piece);
    // A segment with its speaker, of a diarized transcript. Further errors: those of json::write.
    result<void> segment(const TranscriptTextSegmentEvent& s) {
        return typed(&s, json::detail::described<TranscriptTextSegmentEvent>());
    }
    // Any event, as it is. Further errors: those of json::write.
    result<void> event(const TranscriptionStreamEvent& any) {
        return typed(&any, json::detail::described<TranscriptionStreamEvent>());
    }
    // The end: transcript.text.done with the whole text and the usage, if there is one, and end()
    // of the responder. What is held of the text is sent before as U+FFFD.
    result<void> done(const AudioUsage* usage = nullptr);

private:
    errc join(std::string_view piece, bool last);
    errc write_delta(std::string_view text);
    result<void> typed(const void* event, const json::detail::description& type);

    detail::event_output out_;
    detail::utf8_joiner joiner_{};
    std::string whole_{};  // the text so far
    std::string scratch_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/json/text/print.hpp>
#include <oaiwire/json/write.hpp>

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_ADAPTER_INLINE errc transcript_stream_writer::write_delta(std::string_view text) {
    return out_.write([&](detail::text_sink& out) {
        out.put(R"(data: {"type":"transcript.text.delta","delta":)");
        if (!json::detail::put_string(out, text)) return errc::invalid_text;
        out.put("}\n\n");
        whole_.append(text);  // last: nothing can fail after it
        return errc::ok;
    });
}

OAIWIRE_ADAPTER_INLINE errc transcript_stream_writer::join(std::string_view piece, bool last) {
    const auto write_joined = [&] {
        joiner_.join({}, piece, last);
        const errc code = joiner_.text().empty() ? errc::ok : write_delta(joiner_.text());
        if (code == errc::ok) joiner_.accept();
        return code;
    };
    return within_memory(write_joined, [] { return errc::out_of_memory; });
}

OAIWIRE_ADAPTER_INLINE result<void> transcript_stream_writer::text(std::string_view piece) {
    if (piece.empty()) return {};
    errc code = joiner_.empty() ? write_delta(piece) : errc::invalid_text;
    if (code == errc::invalid_text) code = join(piece, false);
    return detail::event_output::result_of(code);
}

OAIWIRE_ADAPTER_INLINE result<void> transcript_stream_writer::typed(
    const void* event, const json::detail::description& type) {
    auto written = json::detail::write_described(event, type, scratch_);
    if (!written) return written;
    return out_.event({.data = scratch_});
}

OAIWIRE_ADAPTER_INLINE result<void> transcript_stream_writer::done(const AudioUsage* usage) {
    const detail::ending always(out_);
    if (!joiner_.empty()) {
        const errc code = join({}, true);
        if (code != errc::ok) return detail::event_output::result_of(code);
    }
    TranscriptTextDoneEvent last;
    const auto set = [&]() -> result<void> {
        last.text = whole_;
        if (usage != nullptr) last.usage = *usage;
        return {};
    };
    auto written = within_memory(set, [] { return result<void>(no_memory()); });
    if (written) written = typed(&last, json::detail::described<TranscriptTextDoneEvent>());
    if (!written) return written;
    return out_.to().end();
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
