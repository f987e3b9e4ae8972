// encoder: writes server-sent events.
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse {

// An event to be written. The views are read during the call of encoder::event().
struct outgoing_event {
    // Any bytes. CR, LF and CRLF are each received as LF: the format cannot transport a CR.
    std::string_view data{};
    std::string_view event{};              // the event type; "" sends none, which means "message"
    std::optional<std::string_view> id{};  // "" resets the reader's last event ID
};

// Appends to a string that it does not own and that must outlive it. Every call writes complete
// blocks with a blank line at the end, so that readers process them at once. A WHATWG decoder reads
// back what was written. If memory runs out (errc::out_of_memory) nothing is appended.
class encoder {
public:
    // Borrows the string.
    explicit encoder(std::string& out) : out_(&out) {}

    // Writes an event. errc::invalid_argument, and nothing appended, if the event type contains CR
    // or LF, or the ID contains CR, LF or NUL: they would end the line early, or readers would
    // ignore it.
    result<void> event(const outgoing_event& e);

    // Writes a comment, which readers ignore; used to keep a connection open. Each line of `text`
    // becomes a comment, ":" followed by the text without a space.
    result<void> comment(std::string_view text) {
        return block([&] { lines(":", text); });
    }

    // Writes the reconnection time for readers.
    result<void> retry(std::uint64_t milliseconds);

private:
    // Calls f, which writes fields, and ends the block with a blank line. Restores the string if
    // memory runs out.
    template <class F>
    result<void> block(F&& write_fields) {
        const std::size_t before = out_->size();
        const auto write = [&]() -> result<void> {
            write_fields();
            out_->push_back('\n');
            return {};
        };
        return within_memory(write, [&] {
            out_->resize(before);
            return no_memory();
        });
    }
    void field(std::string_view name, std::string_view value) {
        out_->append(name).append(value).push_back('\n');
    }
    // Writes each line of `text` as a field; an empty text is one empty line.
    void lines(std::string_view name, std::string_view text);

    std::string* out_;
};

}}}  // namespace oaiwire::v0_2::sse

#if OAIWIRE_DEFINES

#include <charconv>

#include <oaiwire/sse/scan.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse {

OAIWIRE_INLINE result<void> encoder::event(const outgoing_event& e) {
    if (e.event.find_first_of("\r\n") != std::string_view::npos) {
        return make_error(errc::invalid_argument, "an event type contains CR or LF", "event");
    }
    if (e.id && e.id->find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) {
        return make_error(errc::invalid_argument, "an event ID contains CR, LF or NUL", "id");
    }
    return block([&] {
        // readers drop the first space of a value, so one is always written
        if (!e.event.empty()) field("event: ", e.event);
        if (e.id) field("id: ", *e.id);
        lines("data: ", e.data);
    });
}

OAIWIRE_INLINE result<void> encoder::retry(std::uint64_t milliseconds) {
    char digits[20];  // enough for 64 bits
    const auto end = std::to_chars(digits, digits + sizeof digits, milliseconds).ptr;
    return block([&] { field("retry: ", {digits, static_cast<std::size_t>(end - digits)}); });
}

OAIWIRE_INLINE void encoder::lines(std::string_view name, std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    for (;;) {
        const char* const stop = detail::find_line_end(p, end);
        field(name, {p, static_cast<std::size_t>(stop - p)});
        if (stop == end) return;
        p = stop + 1;
        if (*stop == '\r' && p != end && *p == '\n') ++p;
    }
}

}}}  // namespace oaiwire::v0_2::sse

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
