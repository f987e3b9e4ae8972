// Runs the decoder of forms on pieces of a body, with results comparable to the reference
// decoder's.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/http/multipart_decoder.hpp>
#include <oracle/multipart_form.hpp>
#include <support/block.hpp>

namespace support::forms {

// Adds what the decoder says of these bytes, which lie in an allocation of exactly their size.
// Events out of order are the error "order".
inline void feed(oaiwire::http::multipart_decoder& d, std::string_view bytes,
                 oracle::decoded_form& out) {
    using kind = oaiwire::http::form_event::kind;
    const support::block piece(bytes);
    d.feed(piece.view());
    for (auto e = d.next(); e.what != kind::none; e = d.next()) {
        const bool open = !out.parts.empty() && !out.parts.back().whole;
        if (open == (e.what == kind::part) || (e.what == kind::bytes) == e.bytes.empty()) {
            out.error = "order";
        } else if (e.what == kind::part) {
            const auto& p = d.part();
            oracle::decoded_part part{p.name, p.filename, p.content_type, p.is_file, {}, {}, false};
            for (const auto& h : p.headers) part.fields.emplace_back(h.name, h.value);
            out.parts.push_back(std::move(part));
        } else {
            out.parts.back().content += e.bytes;
            out.parts.back().whole = e.what == kind::end;
        }
    }
}

// Ends the body, and takes the error.
inline void finish(oaiwire::http::multipart_decoder& d, oracle::decoded_form& out) {
    using oaiwire::errc;
    if (d.finish() || out.error == "order") return;
    const auto& e = d.failure();
    out.error = e.code == errc::invalid_framing  ? "framing"
                : e.code == errc::invalid_utf8   ? "utf8"
                : e.code == errc::limit_exceeded ? "limit"
                : e.code == errc::closed_early   ? "early"
                                                 : name(e.code);
    out.at = e.offset;
}

// Splits `body` into pieces of these sizes; the rest is one piece.
inline oracle::decoded_form decode(std::string_view boundary, std::string_view body,
                                   const std::vector<std::size_t>& sizes = {},
                                   const oaiwire::limits& bounds = {}) {
    oaiwire::http::multipart_decoder d(bounds);
    oracle::decoded_form out;
    const auto type = "multipart/form-data; boundary=\"" + std::string(boundary) + '"';
    if (!d.begin(type)) {
        out.error = "begin";
        return out;
    }
    for (const std::size_t size : sizes) {
        const auto piece = body.substr(0, size);
        body.remove_prefix(piece.size());
        feed(d, piece, out);
    }
    feed(d, body, out);
    finish(d, out);
    return out;
}

}  // namespace support::forms
