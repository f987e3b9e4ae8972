// Checks of how the event stream of a chat completion is written.
#include "context.hpp"
#include "events.hpp"
#include "library.hpp"

namespace conform {

namespace {

using kind = event_note::kind;

// Whether the streamed answer is an event stream; a check that asks for more may skip.
bool is_stream(judge& to, const answer& a, const stream_text& text) {
    if (!answered(to, a)) return false;
    if (!text.is_events) to.skip("the answer is not an event stream");
    return text.is_events;
}

// Deviates with each note of that kind.
template <kind... Kinds>
void noted(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!is_stream(to, a, text)) return;
    for (const auto& n : text.notes) {
        if (((n.what == Kinds) || ...)) to.deviates(found_at(a, n.offset, n.message));
    }
}

void first(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    accepted(to, in.streamed(), "a streamed answer is refused");
}

void is_event_stream(context& in, judge& to) {
    const answer& a = in.streamed();
    if (!answered(to, a)) return;
    const stream_text text(a.body);
    if (text.is_events) return;
    to.deviates(found(a, a.body.empty() ? "the body is empty"
                         : node(a.body) ? "a JSON body instead of an event stream"
                                        : "the body is not an event stream"));
}

void media_type(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!is_stream(to, a, text) || a.media_type() == "text/event-stream") return;
    to.deviates(found(a, "the media type is \"" + a.media_type() + '"'));
}

void charset(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!is_stream(to, a, text)) return;
    std::string type(a.field("content-type"));
    for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const std::size_t at = type.find("charset=");
    if (at == type.npos) return;
    const std::string set = type.substr(at + 8);
    if (!set.starts_with("utf-8") && !set.starts_with("\"utf-8\"")) {
        to.deviates(found(a, "another charset than UTF-8: " + type));
    }
}

void coding(context& in, judge& to) {
    const answer& a = in.streamed();
    if (!a.usable()) return to.fail(describe(a));
    if (a.coded()) {
        to.deviates(found(a, "a content coding that was not asked for"));
    }
}

void length(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (is_stream(to, a, text) && a.has_length) {
        to.deviates(found(a, "the stream has a Content-Length: it was kept back until its end"));
    }
}

void utf8(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    std::size_t at = 0;
    if (is_stream(to, a, text) && !is_utf8_text(a.body, at)) {
        to.deviates(found_at(a, at, "bytes that are not UTF-8"));
    }
}

void names(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!is_stream(to, a, text)) return;
    for (const event& e : text.events) {
        if (e.named) {
            return to.deviates(found_at(a, e.offset, "an event with a name: " + e.name));
        }
    }
}

void done(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!is_stream(to, a, text)) return;
    if (text.done.empty()) {
        to.deviates(found_at(a, a.body.size(), "the stream ends without [DONE]"));
    }
}

void after_done(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (is_stream(to, a, text) && text.more_after_done) {
        to.deviates(found_at(a, text.after_done, "more bytes after [DONE]"));
    }
}

void end(context& in, judge& to) {
    const answer& a = in.streamed();
    if (a.end == answer_end::late && a.status == 200 && !a.body.empty()) {
        return to.deviates(found_at(a, a.body.size(), "the stream stops: " + a.why));
    }
    if (!a.usable()) return to.fail(describe(a));
    if (answered(to, a) && a.end == answer_end::early) {
        to.deviates(found_at(a, a.body.size(),
                             a.stalled ? "the answer does not end after [DONE]"
                                       : "the connection is closed within the stream"));
    }
}

void error(context& in, judge& to) {
    const answer& a = in.streamed();
    const stream_text text(a.body);
    if (!is_stream(to, a, text)) return;
    for (const chunk& c : text.chunks) {
        if (!c.json["error"].is_unset()) {
            to.deviates(found_at(a, c.json["error"], "an error inside the stream"));
        }
    }
}

constexpr std::string_view document = "OpenAI: Chat completions, streaming";
constexpr std::string_view whatwg = "WHATWG HTML, 9.2.6";

constexpr check table[] = {
    {"stream.answer", "`stream` true is accepted", document, "", first},
    {"stream.events", "the answer is an event stream", document, "24, 27, 28, 29", is_event_stream},
    {"stream.whole", "the connection stays open until the stream has ended", document, "20", end},
    {"stream.media_type", "the media type is text/event-stream", whatwg, "", media_type},
    {"stream.charset", "the charset is UTF-8 or not said", whatwg, "", charset},
    {"stream.no_coding", "no content coding that was not asked for", "RFC 9110, 12.5.3", "",
     coding},
    {"stream.no_length", "no Content-Length: chunks are sent as they are made", document, "",
     length},
    {"stream.utf8", "the stream is UTF-8", whatwg, "31, 33", utf8},
    {"stream.mark", "no byte order mark", document, "11", noted<kind::mark>},
    {"stream.line_ends", "lines end in LF", document, "10", noted<kind::line_end>},
    {"stream.space", "one space follows `data:`", document, "1", noted<kind::no_space>},
    {"stream.comments", "no comments", document, "2", noted<kind::comment>},
    {"stream.fields", "no other fields than `data`", document, "9, 13, 38", noted<kind::unknown>},
    {"stream.names", "events have no name", document, "6, 7, 8", names},
    {"stream.ids", "no `id:` and no `retry:`", document, "4, 37", noted<kind::id, kind::retry>},
    {"stream.blank_lines", "one blank line after each event", document, "3, 14",
     noted<kind::blank, kind::no_blank>},
    {"stream.last_blank_line", "a blank line after the last event, too", whatwg, "21",
     noted<kind::no_end>},
    {"stream.prefix", "`data:` once", document, "17", noted<kind::twice>},
    {"stream.lines", "each payload is one line", document, "12", noted<kind::lines>},
    {"stream.data", "no event has empty data", document, "5", noted<kind::empty>},
    {"stream.json", "the data is JSON", document, "13, 15, 51", noted<kind::not_json>},
    {"stream.objects", "the data is an object", document, "45", noted<kind::not_object>},
    {"stream.done", "the stream ends with [DONE]", document, "20", done},
    {"stream.done_form", "it is written as `data: [DONE]`", document, "18", noted<kind::done_form>},
    {"stream.after_done", "nothing follows [DONE]", document, "22, 23", after_done},
    {"stream.no_error", "no error inside the stream of a good request", "OpenAI: Error codes",
     "39, 40, 43", error},
};

}  // namespace

std::span<const check> framing_checks() {
    return table;
}

}  // namespace conform
