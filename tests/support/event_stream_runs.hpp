// Runs the event stream decoder on pieces of a stream, with results comparable to the reference
// decoder's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/sse/decoder.hpp>
#include <oracle/event_stream.hpp>
#include <support/block.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/event_entry.hpp>

namespace support::events {

using namespace oaiwire;
using sse::item;
using support::block;
using support::entry_of;
using entry = oracle::event_stream::entry;

inline constexpr sse::reports everything{.retries = true, .comments = true, .unknown_fields = true};

using outcome = oracle::event_stream;

inline void drain(sse::decoder& d, outcome& out) {
    while (const item* i = d.next()) out.entries.push_back(entry_of(*i));
}

inline void end(sse::decoder& d, outcome& out) {
    drain(d, out);
    if (const item* i = d.finish()) out.unfinished = entry_of(*i);
    out.last_event_id = d.last_event_id();
    out.retry = d.retry();
    if (d.failed()) out.failure = d.failure().offset;
}

// Feeds `text` split at `cuts` (ascending), and reads everything after each piece.
inline outcome decode(std::string_view text, const std::vector<std::size_t>& cuts,
                      sse::decoder& d) {
    outcome out;
    std::size_t from = 0;
    for (std::size_t i = 0; i <= cuts.size(); ++i) {
        const std::size_t to = i == cuts.size() ? text.size() : cuts[i];
        const block piece(text.substr(from, to - from));
        d.feed(piece.view());
        drain(d, out);
        from = to;
    }
    end(d, out);
    return out;
}

inline outcome decode(std::string_view text, const std::vector<std::size_t>& cuts = {},
                      const limits& bounds = {}, sse::reports wanted = everything) {
    sse::decoder d(bounds, wanted);
    return decode(text, cuts, d);
}

inline std::vector<std::size_t> every_byte(std::string_view text) {
    std::vector<std::size_t> cuts;
    for (std::size_t i = 1; i < text.size(); ++i) cuts.push_back(i);
    return cuts;
}

// Every position twice and one at both ends: adds empty pieces.
inline std::vector<std::size_t> with_empty_feeds(std::string_view text) {
    std::vector<std::size_t> cuts;
    for (std::size_t i = 0; i <= text.size(); ++i) cuts.insert(cuts.end(), {i, i});
    return cuts;
}

inline bool same(const outcome& a, const outcome& b) {
    return a.entries == b.entries && a.last_event_id == b.last_event_id && a.retry == b.retry &&
           a.unfinished == b.unfinished && a.failure == b.failure;
}

inline std::string show(const outcome& o) {
    std::string out;
    const auto add = [&](const entry& e) {
        out += e.kind + "(" + e.event + "|" + e.data + "|" + e.id + "|" + std::to_string(e.retry) +
               "|@" + std::to_string(e.offset) + ") ";
    };
    for (const entry& e : o.entries) add(e);
    if (o.unfinished) {
        out += "unfinished ";
        add(*o.unfinished);
    }
    out += "id=" + o.last_event_id;
    if (o.retry) out += " retry=" + std::to_string(*o.retry);
    if (o.failure) out += " failed at " + std::to_string(*o.failure);
    return out;
}

inline void require_same(std::string_view text, const outcome& got, const outcome& expected) {
    if (same(got, expected)) return;
    INFO("stream:   " << support::escaped(text));
    INFO("got:      " << support::escaped(show(got)));
    INFO("expected: " << support::escaped(show(expected)));
    REQUIRE(false);
}

}  // namespace support::events
