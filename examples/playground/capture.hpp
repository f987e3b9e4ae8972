// The playground's model: an input and all that the page asks about it, as JSON.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/view.hpp>
#include <oaiwire/json/write.hpp>

#include "../inspect/explain.hpp"
#include "answer.hpp"
#include "input.hpp"
#include "run.hpp"
#include "walk.hpp"

namespace playground {

// Something to know about bytes of the input.
struct note {
    std::string name{};
    std::string grade{};  // "note", "differs" or "wrong"
    std::string message{};
    std::string path{};
    std::size_t offset = 0;
    std::size_t size = 0;
};

// Neighbouring events, for the graph.
struct group {
    std::size_t first = 0;  // event
    std::size_t count = 0;
    std::size_t offset = 0;  // in the input
    std::size_t size = 0;
    std::size_t work = 0;     // of the decoder
    std::size_t matched = 0;  // events that were matched
    double ms = -1;           // when the last had arrived; negative: not known
};

struct summary {
    std::string form{};
    std::size_t size = 0;
    bool has_head = false;
    bool chunked = false;
    int status = 0;
    std::size_t body_at = 0;
    std::string remark{};
    std::string kind{};
    bool guessed = false;
    std::size_t events = 0;
    std::size_t chunks = 0;
    std::size_t arrivals = 0;
    std::vector<note> notes{};
    std::size_t notes_in_all = 0;
    std::vector<group> groups{};
};

// What `inspect explain` says of an input. It takes much longer than to decode it.
struct explained {
    std::string what{};                // the input in words
    std::string server{};              // which one may have written it; "": not known
    std::vector<std::string> clues{};  // why that one
    std::vector<note> notes{};
};

// An event as the list shows it.
struct shown_event {
    std::size_t offset = 0;  // in the input
    std::size_t size = 0;
    std::string sort{};
    std::string name{};
    std::string part{};
    std::string text{};
    std::string data{};               // as received, its beginning
    std::size_t data_size = 0;        // all of it
    std::vector<std::string> json{};  // its chunks as the library read them
    std::size_t chunks = 0;
    std::size_t work = 0;
    bool matched = false;
    double ms = -1;
};

inline constexpr std::string_view kind_names[] = {"auto",   "chat",   "completions",   "responses",
                                                  "images", "speech", "transcription", "error"};

inline kind kind_of(std::string_view name) {
    const auto* const at = std::find(std::begin(kind_names), std::end(kind_names), name);
    return at == std::end(kind_names) ? kind::automatic
                                      : static_cast<kind>(at - std::begin(kind_names));
}

inline cutting cutting_of(std::string_view name) {
    constexpr std::string_view names[] = {"whole", "two", "every", "ends", "recorded"};
    const auto* const at = std::find(std::begin(names), std::end(names), name);
    return at == std::end(names) ? cutting::whole : static_cast<cutting>(at - std::begin(names));
}

namespace detail {

// What kind a payload is of; automatic: none that is known.
inline kind kind_of_payload(std::string_view text) {
    using oaiwire::json_view;
    text = oaiwire::payload_text(text);
    if (const std::size_t first = oaiwire::first_of_several(text)) text = text.substr(0, first);
    json_view json = json_view::checked(text);
    if (json.is_array()) json = json.first();
    if (!json.is_object()) return kind::automatic;
    const std::string type = json["type"].string().value_or("");
    const std::string object = json["object"].string().value_or("");
    const auto begins = [&](std::string_view a) {
        return type.starts_with(a) || object.starts_with(a);
    };
    if (begins("response") || json["output"].is_array()) return kind::responses;
    if (begins("image_generation") || begins("image_edit") || begins("image.")) {
        return kind::images;
    }
    if (begins("speech.audio")) return kind::speech;
    if (begins("transcript") || begins("translation")) return kind::transcription;
    const json_view choice = json["choices"].first();
    if (object == "text_completion" || choice["text"].exists()) return kind::completions;
    if (choice.exists() || begins("chat.")) return kind::chat;
    const json_view data = json["data"].first();
    if (data["b64_json"].exists() || data["url"].exists()) return kind::images;
    if (json["text"].is_string()) return kind::transcription;
    return kind::automatic;
}

inline kind guess(const input& in) {
    const std::size_t json = json_at(in.body);
    if (json != std::string_view::npos) {
        const kind k = kind_of_payload(std::string_view(in.body).substr(json));
        return k == kind::automatic ? kind::chat : k;
    }
    oaiwire::sse::decoder events;
    events.feed(in.body);
    for (int i = 0; i != 50; ++i) {
        const auto* item = events.next();
        if (item == nullptr) item = events.finish();
        if (item == nullptr) break;
        const kind k = kind_of_payload(item->data);
        if (k != kind::automatic) return k;
    }
    return kind::chat;
}

inline std::string beginning(std::string_view text, std::size_t most) {
    return valid(oaiwire::utf8_prefix(text, most));
}

template <class T>
std::string json_of(const T& value) {
    auto text = oaiwire::json::write(value);
    return text ? *std::move(text) : std::string("null");
}

inline std::string_view meaning(std::string_view sort) {
    if (sort == "invalid") return "not JSON: skipped, or the reason why the stream ended";
    if (sort == "unrecognised") return "JSON that is not of this protocol: skipped";
    if (sort == "malformed") return "could not be read: the stream ended here";
    if (sort == "after_end") return "came after the end: not read";
    if (sort == "error") return "the server reports an error: the stream ended here";
    return {};
}

}  // namespace detail

// `bytes`: those of a capture.
inline explained explain(std::string_view bytes) {
    explained out;
    const inspect::explanation found = inspect::explain(bytes);
    out.what = valid(found.kind);
    if (found.server != "unknown") out.server = valid(found.server);
    for (const auto& reason : found.reasons) out.clues.push_back(valid(reason));
    for (const auto& f : found.findings) {
        out.notes.push_back({valid(f.name), std::string(name(f.is)), valid(f.message),
                             valid(f.path), f.offset, f.size});
    }
    return out;
}

// One input. Not copied: what it returns does not refer to it.
class capture {
public:
    // `k`: what kind of response it is; automatic: guessed.
    capture(std::string_view dropped, kind k)
        : in_(read_input(dropped)), kind_(k == kind::automatic ? detail::guess(in_) : k) {
        summary_.guessed = k == kind::automatic;
        look();
    }

    // The bytes that offsets count.
    const std::string& bytes() const { return in_.bytes; }
    const input& source() const { return in_; }
    playground::kind kind() const { return kind_; }
    const summary& facts() const { return summary_; }
    // Two numbers for each event: its offset and size in the input.
    const std::vector<std::uint32_t>& ranges() const { return ranges_; }

    outcome decode(cutting how, std::size_t at) const { return run(in_, kind_, how, at); }

    // `count` events, from `first` on.
    std::vector<shown_event> events(std::size_t first, std::size_t count) const {
        std::vector<shown_event> out;
        if (is_error_body(in_, kind_)) {
            if (first == 0 && count != 0) out.push_back(shown(error_event()));
            return out;
        }
        constexpr std::size_t most_chunks = 20;  // of one event
        constexpr std::size_t most_text = 20'000;
        with_chunk_type(kind_, [&]<class Chunk>(std::type_identity<Chunk>) {
            std::size_t n = 0;
            shown_event next;
            const auto wanted = [&] { return n >= first && n - first < count; };
            walk<Chunk>(
                in_,
                [&](const Chunk& chunk) {
                    if (!wanted()) return;
                    const piece what = piece_of(chunk);
                    if (next.json.empty()) next.part = what.part;
                    if (next.text.size() < most_text) next.text += what.text;
                    if (next.json.size() != most_chunks) {
                        next.json.push_back(detail::beginning(detail::json_of(chunk), most_text));
                    }
                },
                [&](const event& e) {
                    if (wanted()) {
                        shown_event row = shown(e);
                        row.part = std::move(next.part);
                        row.text = detail::beginning(next.text, 500);
                        row.json = std::move(next.json);
                        out.push_back(std::move(row));
                    }
                    next = {};
                    return ++n < first + count || n < first;
                });
        });
        return out;
    }

private:
    event error_event() const {
        return {.size = in_.body.size(), .sort = "error", .data = in_.body};
    }
    shown_event shown(const event& e) const {
        const auto [offset, size] = place(e);
        return {.offset = offset,
                .size = size,
                .sort = std::string(e.sort),
                .name = valid(e.name),
                .data = detail::beginning(e.data, 2000),
                .data_size = e.data.size(),
                .chunks = e.chunks,
                .work = e.work,
                .matched = e.matched,
                .ms = in_.arrived(offset + size)};
    }
    std::pair<std::size_t, std::size_t> place(const event& e) const {
        const std::size_t from = in_.place(e.offset);
        const std::size_t to = e.size == 0 ? from : in_.place_of_end(e.offset + e.size);
        return {from, to < from ? 0 : to - from};
    }

    void look() {
        summary& s = summary_;
        s.form = in_.form;
        s.size = in_.bytes.size();
        s.has_head = in_.has_head;
        s.chunked = in_.chunked;
        s.status = in_.status;
        s.body_at = in_.body_at;
        s.remark = in_.remark;
        s.kind = kind_names[static_cast<std::size_t>(
            is_error_body(in_, kind_) ? playground::kind::error : kind_)];
        s.arrivals = in_.arrivals.size();
        const auto each = [&](const event& e) {
            add(e);
            return true;
        };
        if (is_error_body(in_, kind_)) {
            each(error_event());
        } else {
            with_chunk_type(kind_, [&]<class Chunk>(std::type_identity<Chunk>) {
                walk<Chunk>(
                    in_, [&](const Chunk&) { ++s.chunks; }, each);
            });
        }
        close_groups();
        std::stable_sort(s.notes.begin(), s.notes.end(),
                         [](const note& a, const note& b) { return a.offset < b.offset; });
    }

    void add(const event& e) {
        const auto [offset, size] = place(e);
        ranges_.push_back(static_cast<std::uint32_t>(offset));
        ranges_.push_back(static_cast<std::uint32_t>(size));
        groups_.push_back({.first = summary_.events,
                           .count = 1,
                           .offset = offset,
                           .size = size,
                           .work = e.work,
                           .matched = e.matched ? std::size_t{1} : 0,
                           .ms = in_.arrived(offset + size)});
        ++summary_.events;
        const std::string_view said = detail::meaning(e.sort);
        if (!said.empty()) {
            add_note({std::string(e.sort), "wrong", std::string(said), {}, offset, size});
        }
    }

    void add_note(note n) {
        constexpr std::size_t listed = 500;
        ++summary_.notes_in_all;
        if (summary_.notes.size() == listed) return;
        n.offset = (std::min)(n.offset, in_.bytes.size());
        n.size = (std::min)(n.size, in_.bytes.size() - n.offset);
        summary_.notes.push_back(std::move(n));
    }

    // Joins events until there are few enough bars to draw.
    void close_groups() {
        constexpr std::size_t bars = 160;
        const std::size_t each = (groups_.size() + bars - 1) / bars;
        for (std::size_t i = 0; i != groups_.size(); ++i) {
            const group& g = groups_[i];
            if (each == 1 || i % each == 0) {
                summary_.groups.push_back(g);
                continue;
            }
            group& to = summary_.groups.back();
            ++to.count;
            to.size = (std::max)(to.offset + to.size, g.offset + g.size) - to.offset;
            to.work += g.work;
            to.matched += g.matched;
            to.ms = g.ms;
        }
        groups_ = {};
    }

    input in_;
    playground::kind kind_;
    summary summary_{};
    std::vector<std::uint32_t> ranges_{};
    std::vector<group> groups_{};
};

}  // namespace playground
