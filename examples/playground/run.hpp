// Decodes an input as a program does: in reads that are cut as the user asks, framing included.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/error_payload.hpp>
#include <oaiwire/http/chunked_decoder.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/oaiwire.hpp>

#include "answer.hpp"
#include "input.hpp"
#include "walk.hpp"

namespace playground {

// How the input is cut into reads.
enum class cutting {
    whole,     // one read
    two,       // cut at one place
    every,     // reads of that many bytes
    ends,      // the connection ends at that place
    recorded,  // as the input says
};

struct failure {
    std::string code{};
    std::string message{};
    std::string path{};
    std::string api_code{};
    std::string api_type{};
    int status = 0;
    std::optional<std::size_t> offset{};  // in the input
};

struct outcome {
    std::string end{};
    bool ok = false;
    std::optional<failure> error{};
    std::size_t reads = 0;
    std::size_t chunks = 0;
    std::size_t chunks_of_first = 0;  // that came with the first read
    std::size_t templates = 0;        // chunks that were matched instead of read
    playground::answer answer{};
    std::string response{};  // as JSON
};

inline failure failure_of(const oaiwire::error& e) {
    return {.code = std::string(oaiwire::name(e.code)),
            .message = valid(e.message.empty() ? oaiwire::describe(e.code) : e.message),
            .path = valid(e.path),
            .api_code = valid(e.api.code),
            .api_type = valid(e.api.type),
            .status = oaiwire::error_status(e.api)};
}

namespace detail {

// Where a byte of an event's data is, in bytes of the body from `offset` on; nothing if that is not
// known, since the data holds several texts.
inline std::optional<std::size_t> byte_of_data(std::string_view body, std::size_t offset,
                                               std::size_t at) {
    oaiwire::sse::decoder events;
    const std::string_view rest = body.substr((std::min)(offset, body.size()));
    events.feed(rest);
    const auto* item = events.next();
    if (item == nullptr) item = events.finish();
    if (item == nullptr) return std::nullopt;
    const std::string data(item->data);
    const std::string_view text = oaiwire::payload_text(data);
    if (oaiwire::first_of_several(text) != 0) return std::nullopt;
    at += static_cast<std::size_t>(text.data() - data.data());
    std::size_t value = 0;  // bytes of the data before this line
    std::size_t line = item->offset;
    while (line < rest.size()) {
        const std::size_t end = (std::min)(rest.find_first_of("\r\n", line), rest.size());
        const std::string_view bytes = rest.substr(line, end - line);
        if (bytes.starts_with("data:")) {
            const std::size_t prefix = bytes.starts_with("data: ") ? 6 : 5;
            const std::size_t size = bytes.size() - prefix;
            if (at <= value + size) return offset + line + prefix + (at - value);
            value += size + 1;
        }
        line = end + (rest.substr(end).starts_with("\r\n") ? 2 : 1);
    }
    return std::nullopt;
}

// The place of an error in the input, if it has one.
inline std::optional<std::size_t> place_of(const input& in, const oaiwire::error& e,
                                           std::size_t event_offset) {
    if (e.offset == oaiwire::error::no_offset) return std::nullopt;
    std::size_t at = e.offset;
    if (e.kind() == oaiwire::error_kind::decode) {
        const std::size_t json = json_at(in.body);
        at = json != std::string_view::npos
                 ? json + at
                 : byte_of_data(in.body, event_offset, at).value_or(event_offset);
    }
    return in.place((std::min)(at, in.body.size()));
}

// Calls f with each read of the body, framing included.
template <class F>
void each_read(const input& in, cutting how, std::size_t at, F&& f) {
    const std::size_t size = in.chunked ? in.bytes.size() : in.body_at + in.body.size();
    const std::size_t end = how == cutting::ends ? (std::clamp)(at, in.body_at, size) : size;
    std::string_view rest = std::string_view(in.bytes).substr(in.body_at, end - in.body_at);
    const auto take = [&](std::size_t n) {
        n = (std::min)(n, rest.size());
        if (n != 0) f(rest.substr(0, n));
        rest.remove_prefix(n);
    };
    if (how == cutting::two && at > in.body_at) take(at - in.body_at);
    if (how == cutting::recorded) {
        for (const auto& a : in.arrivals) {
            const std::size_t read_to = end - rest.size();
            if (a.end > read_to) take(a.end - read_to);
        }
    }
    const std::size_t step = how == cutting::every ? (std::max)(at, std::size_t{1}) : rest.size();
    while (!rest.empty()) take(step);
}

// What remains of a body's framing when it has ended at `end`, if that is early.
inline std::optional<oaiwire::error> missing(const input& in, cutting how, std::size_t at,
                                             oaiwire::http::chunked_decoder& chunks) {
    if (in.chunked) {
        if (auto done = chunks.finish(); !done) return std::move(done).error();
        return std::nullopt;
    }
    if (!in.whole) return in.framing;
    const bool early = how == cutting::ends && at < in.body_at + in.body.size();
    const std::string_view head = std::string_view(in.bytes).substr(0, in.body_at);
    if (early && !field_of(head, "content-length").empty()) {
        return oaiwire::make_error(oaiwire::errc::closed_early);
    }
    return std::nullopt;
}

template <class Chunk>
outcome run(const input& in, cutting how, std::size_t at) {
    outcome out;
    oaiwire::http::chunked_decoder framing;
    oaiwire::stream_decoder<Chunk> decoder;
    oaiwire::accumulator<Chunk> whole;
    oaiwire::errc added = oaiwire::errc::ok;
    const auto drain = [&] {
        while (const Chunk* chunk = decoder.next()) {
            ++out.chunks;
            if (added == oaiwire::errc::ok) added = whole.add(*chunk);
        }
    };
    each_read(in, how, at, [&](std::string_view read) {
        if (++out.reads == 2) out.chunks_of_first = out.chunks;
        if (!in.chunked) {
            decoder.feed(read);
            drain();
            return;
        }
        framing.feed(read);
        for (auto piece = framing.next(); !piece.empty(); piece = framing.next()) {
            decoder.feed(piece);
            drain();
        }
    });
    if (out.reads < 2) out.chunks_of_first = out.chunks;
    const auto early = missing(in, how, at, framing);
    if (early) {
        decoder.fail(*early);
    } else {
        decoder.finish();
    }
    drain();
    oaiwire::error why = decoder.error();
    oaiwire::stream_end end = decoder.end_reason();
    if (added != oaiwire::errc::ok) {
        why = oaiwire::make_error(added);
        end = oaiwire::stream_end::limit;
    }
    out.end = oaiwire::name(end);
    out.ok = end == oaiwire::stream_end::complete || end == oaiwire::stream_end::finished;
    out.templates = decoder.template_hits();
    if (why.code != oaiwire::errc::ok) {
        out.error = failure_of(why);
        const bool of_framing = early && why.code == early->code;
        if (of_framing && early->offset != oaiwire::error::no_offset) {
            out.error->offset = (std::min)(in.chunked ? in.body_at + early->offset : early->offset,
                                           in.bytes.size());
        } else if (!of_framing) {
            out.error->offset = place_of(in, why, decoder.statistics().event_offset);
        }
    }
    out.answer = answer_of(whole.response());
    if (auto text = oaiwire::json::write(whole.response())) out.response = *std::move(text);
    return out;
}

// The body of a response whose status is an error.
inline outcome run_error(const input& in, cutting how, std::size_t at) {
    outcome out;
    std::string body;
    oaiwire::http::chunked_decoder framing;
    each_read(in, how, at, [&](std::string_view read) {
        ++out.reads;
        if (!in.chunked) {
            body.append(read);
            return;
        }
        framing.feed(read);
        for (auto piece = framing.next(); !piece.empty(); piece = framing.next()) {
            body.append(piece);
        }
    });
    out.end = oaiwire::name(oaiwire::stream_end::api_error);
    out.error = failure_of(oaiwire::error_of_body(body, in.status));
    out.error->offset = in.place(0);
    return out;
}

}  // namespace detail

// Whether the body is that of an error: by its status, or since the user says so.
inline bool is_error_body(const input& in, kind k) {
    return in.status > 299 || (k == kind::error && json_at(in.body) != std::string_view::npos);
}

// Decodes the input. `at`: where it is cut, or how long reads are.
inline outcome run(const input& in, kind k, cutting how = cutting::whole, std::size_t at = 0) {
    if (is_error_body(in, k)) return detail::run_error(in, how, at);
    return with_chunk_type(
        k, [&]<class Chunk>(std::type_identity<Chunk>) { return detail::run<Chunk>(in, how, at); });
}

// Decodes the whole input `times` times and forgets it, for the clock. Returns the chunks of one.
inline std::size_t repeat(const input& in, kind k, std::size_t times) {
    return with_chunk_type(k, [&]<class Chunk>(std::type_identity<Chunk>) {
        std::size_t chunks = 0;
        for (std::size_t i = 0; i != times; ++i) {
            oaiwire::stream_decoder<Chunk> decoder;
            decoder.feed(in.body);
            for (chunks = 0; decoder.next() != nullptr;) ++chunks;
            decoder.finish();
            while (decoder.next() != nullptr) ++chunks;
        }
        return chunks;
    });
}

}  // namespace playground
