// Goes through a body event by event: which bytes each event has, and what the library made of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

#include <oaiwire/body/stream_end.hpp>
#include <oaiwire/oaiwire.hpp>
#include <oaiwire/sse/decoder.hpp>
#include <oaiwire/stream/stream_decoder.hpp>

#include "input.hpp"

namespace playground {

enum class kind { automatic, chat, completions, responses, images, speech, transcription, error };

// Calls f with a value of the chunk type of a kind; errors are read as a chat completion.
template <class F>
auto with_chunk_type(kind k, F&& f) {
    using namespace oaiwire;
    switch (k) {
        case kind::completions:
            return f(std::type_identity<CompletionChunk>());
        case kind::responses:
            return f(std::type_identity<ResponseStreamEvent>());
        case kind::images:
            return f(std::type_identity<ImageStreamEvent>());
        case kind::speech:
            return f(std::type_identity<SpeechStreamEvent>());
        case kind::transcription:
            return f(std::type_identity<TranscriptionStreamEvent>());
        case kind::automatic:
        case kind::chat:
        case kind::error:
            break;
    }
    return f(std::type_identity<ChatCompletionChunk>());
}

// An event of a stream; of another body, all of it. Offsets are those of the body.
struct event {
    std::size_t offset = 0;
    std::size_t size = 0;
    std::string_view sort{};  // "chunk", "done", "error", "comment", "ignorable" and so on
    std::size_t chunks = 0;   // that it delivered
    std::size_t work = 0;     // of the decoder: bytes that it read or compared
    bool matched = false;     // an event like an earlier one, of which only what differs was read
    // valid while it is handed out
    std::string_view name{};  // its SSE type, or the name of an unknown field
    std::string_view data{};
};

// Where JSON begins that is no event stream: behind blanks and comments. npos: it is one.
inline std::size_t json_at(std::string_view body) {
    std::size_t at = 0;
    while (at != body.size()) {
        at = body.find_first_not_of(" \t\r\n\xEF\xBB\xBF", at);
        if (at == std::string_view::npos) break;
        if (body[at] == '{' || body[at] == '[') return at;
        if (body[at] != ':') break;
        at = (std::min)(body.find_first_of("\r\n", at), body.size());
    }
    return std::string_view::npos;
}

namespace detail {

// Feeds the events to the stream decoder one by one, and says what became of each.
template <class Chunk, class OnChunk, class OnEvent>
class walk {
public:
    walk(const input& from, OnChunk& on_chunk, OnEvent& on_event)
        : body_(from.body), from_(from), on_chunk_(on_chunk), on_event_(on_event) {}

    void go() {
        const std::size_t json = json_at(body_);
        oaiwire::sse::decoder events(oaiwire::limits{},
                                     {.retries = true, .comments = true, .unknown_fields = true});
        events.feed(body_.substr(0, json));
        while (const auto* item = events.next()) {
            if (!take(*item, events.peek().offset)) return;
        }
        const auto* last = events.finish();
        if (json != std::string_view::npos) {
            finish({.offset = json, .size = body_.size() - json, .data = body_.substr(json)});
        } else if (last != nullptr) {
            finish({.offset = last->offset,
                    .size = body_.size() - last->offset,
                    .name = last->event,
                    .data = last->data});
        } else if (count_ == 0 && body_.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            finish({.size = body_.size(), .data = body_});  // neither events nor JSON
        } else {
            decode([&] { end(); });
        }
    }

    const oaiwire::stream_decoder<Chunk>& decoder() const { return decoder_; }

private:
    bool take(const oaiwire::sse::item& item, std::size_t end) {
        using oaiwire::sse::item_kind;
        event e{.offset = item.offset, .size = end - item.offset, .data = item.data};
        e.name = item.event;
        if (item.kind == item_kind::comment) e.sort = "comment";
        if (item.kind == item_kind::retry) e.sort = "retry";
        if (item.kind == item_kind::field) e.sort = "field";
        return report(e, [&] { feed(end); });
    }
    void finish(event e) {
        report(e, [&] { end(); });
    }
    void feed(std::size_t end) {
        decoder_.feed(body_.substr(fed_, end - fed_));
        fed_ = end;
    }
    void end() {
        feed(body_.size());
        if (from_.whole) {
            decoder_.finish();
        } else {
            decoder_.fail(from_.framing);
        }
    }
    template <class Feed>
    std::size_t decode(Feed&& feed) {
        feed();
        std::size_t chunks = 0;
        for (; const Chunk* chunk = decoder_.next(); ++chunks) on_chunk_(*chunk);
        return chunks;
    }
    template <class Feed>
    bool report(event& e, Feed&& feed) {
        const auto& seen = decoder_.statistics();
        const bool ended = decoder_.ended();
        const bool done = seen.done_seen;
        const std::size_t skipped = seen.skipped_count;
        const std::size_t work = decoder_.work();
        const std::size_t hits = decoder_.template_hits();
        e.chunks = decode(feed);
        e.work = decoder_.work() - work;
        e.matched = decoder_.template_hits() != hits;
        const bool ends = !ended && decoder_.ended();
        const auto why = decoder_.end_reason();
        if (ended) {
            e.sort = "after_end";
        } else if (ends && why == oaiwire::stream_end::api_error) {
            e.sort = "error";
        } else if (e.chunks != 0) {
            e.sort = "chunk";
        } else if (!done && seen.done_seen) {
            e.sort = "done";
        } else if (ends && why == oaiwire::stream_end::malformed) {
            e.sort = "malformed";
        } else if (seen.skipped_count != skipped) {
            e.sort = skipped < seen.skipped.size() ? oaiwire::name(seen.skipped[skipped])
                                                   : std::string_view("skipped");
        } else if (e.sort.empty()) {
            e.sort = ends ? oaiwire::name(why) : std::string_view("event");
        }
        ++count_;
        return on_event_(e);
    }

    std::string_view body_;
    const input& from_;
    OnChunk& on_chunk_;
    OnEvent& on_event_;
    oaiwire::stream_decoder<Chunk> decoder_{};
    std::size_t fed_ = 0;
    std::size_t count_ = 0;
};

}  // namespace detail

// Calls on_chunk(chunk) for the chunks of an event, then on_event(event), until that returns false.
template <class Chunk, class OnChunk, class OnEvent>
void walk(const input& from, OnChunk&& on_chunk, OnEvent&& on_event) {
    detail::walk<Chunk, std::remove_reference_t<OnChunk>, std::remove_reference_t<OnEvent>> w(
        from, on_chunk, on_event);
    w.go();
}

}  // namespace playground
