// Decoder of forms: multipart/form-data (RFC 7578) as it arrives (RFC 2046, section 5.1).
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/limits.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/form_part.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

// What next() found.
struct form_event {
    enum class kind : std::uint8_t {
        none,   // nothing more: all bytes are used up, or the form failed
        part,   // a part begins: multipart_decoder::part()
        bytes,  // bytes of the part's content, at least one
        end,    // the part's content is whole
    };
    kind what = kind::none;
    // Into the input or into the decoder. Valid until the next call of the decoder.
    std::string_view bytes{};
};

// A strict incremental decoder. Input that two implementations might read differently is an error:
// line ends other than CRLF, folded or malformed fields, a line that begins with the boundary but
// does not end there, a repeated field or parameter, a `filename*` that differs from `filename`, a
// Content-Transfer-Encoding other than 7bit, 8bit and binary. What comes out depends on the bytes
// only, not on how they were split between calls of feed(), but for the splits of contents. Runs in
// linear time. Contents are neither kept nor copied: a multipart content within a part is content.
//
// Bounds: limits::head for the bytes of each part's head, for what precedes the first boundary and
// for what follows the last; limits::headers for the fields of a head; limits::parts.
//
// Usage:
//     if (!decoder.begin(head.headers.value("Content-Type"))) ...
//     decoder.feed(bytes);
//     for (auto e = decoder.next(); e.what != form_event::kind::none; e = decoder.next()) ...
//     if (decoder.failed()) ...  else feed more, or finish() at the end of the body
class multipart_decoder {
public:
    multipart_decoder() = default;
    explicit multipart_decoder(const oaiwire::limits& bounds) : limits_(bounds) {}

    // Begins a form, whatever came before. Takes the request's Content-Type. Errors:
    // errc::unexpected_content_type if that is not multipart/form-data; errc::invalid_header if its
    // parameters are malformed, or the boundary is absent, repeated or not one of RFC 2046 (1 to 70
    // characters). After an error the decoder has failed.
    result<void> begin(std::string_view content_type);

    // Provides the next bytes of the body. They must stay valid until next() returns no event.
    // Feeding earlier fails with errc::invalid_argument, as does feeding before begin().
    void feed(std::string_view bytes);

    // Returns the next event.
    form_event next();

    // Call at the end of the body. errc::closed_early if the form is incomplete; the failure if it
    // failed.
    result<void> finish();

    // The part that began last. Valid until the next one begins.
    const form_part& part() const { return part_; }

    // True once the closing delimiter was read. What follows it in the body is checked and dropped.
    bool done() const { return state_ >= state::closed && state_ <= state::epilogue; }
    // True after an error; see failure().
    bool failed() const { return state_ == state::failed; }
    // The error: errc::invalid_framing, invalid_utf8 (a name), limit_exceeded, closed_early,
    // invalid_argument or out_of_memory, or that of begin(). Its offset, counted from the start of
    // the body, is that of the first byte that is not valid there or exceeds a limit, or of the
    // field that is not valid. Kept until begin().
    const oaiwire::error& failure() const { return failure_; }

    // The number of body bytes consumed so far.
    std::uint64_t consumed() const { return consumed_; }

private:
    // What the next byte is part of. The order matters to done() and is_head().
    enum class state : std::uint8_t {
        idle,  // before begin()
        preamble,
        content,
        after_boundary,
        closing_dash,
        padding,  // white space after a boundary (RFC 2046: transport-padding)
        boundary_lf,
        line_start,
        name,
        value,
        value_lf,
        head_lf,
        closed,  // after the closing delimiter
        closed_lf,
        epilogue,
        failed,
    };
    static constexpr bool is_head(state s) { return s >= state::padding && s <= state::head_lf; }

    form_event step();
    // Takes bytes up to the next delimiter.
    form_event take_content();
    // Content that is not part of a delimiter; that of the preamble is counted and dropped.
    form_event content(std::string_view piece);
    void take_epilogue();
    // The state after byte `c`; state::failed if the grammar does not allow it.
    state after(char c) const;
    // Consumes one byte that is not content. Checks grammar first, then limits.
    void take_framing(char c);
    // Takes what a field of the head says.
    void take_field();
    void take(std::size_t n) {
        rest_.remove_prefix(n);
        consumed_ += n;
    }
    std::string_view place() const;
    void fail(errc code, std::string_view message, std::uint64_t at);
    void fail(errc code, std::string_view message) { fail(code, message, consumed_); }

    oaiwire::limits limits_{};
    state state_ = state::idle;
    std::string delimiter_{};       // CRLF, two hyphens and the boundary
    std::size_t matched_ = 0;       // bytes of the delimiter that the last bytes are
    std::size_t matched_from_ = 0;  // 2 at the start of a content, whose CRLF is the line's before
    std::string_view rest_{};       // fed, not yet consumed
    std::uint64_t consumed_ = 0;
    std::uint64_t outside_ = 0;   // bytes of the preamble, then of the epilogue
    std::size_t head_bytes_ = 0;  // of this part's head
    std::size_t parts_ = 0;
    std::uint64_t line_at_ = 0;  // where the field being read begins
    std::string name_{};         // of the field being read
    std::string value_{};        // of it too, without leading white space
    form_part part_{};
    oaiwire::error failure_{};
};

}}}  // namespace oaiwire::v0_2::http

#if OAIWIRE_DEFINES

#include <oaiwire/core/memory.hpp>
#include <oaiwire/http/field_parameters.hpp>
#include <oaiwire/http/fields.hpp>

namespace oaiwire { inline namespace v0_2 { namespace http {

OAIWIRE_INLINE result<void> multipart_decoder::begin(std::string_view content_type) {
    const auto start = [&]() -> result<void> {
        *this = multipart_decoder(limits_);
        delimiter_ = "\r\n--";
        const auto refused = detail::take_boundary(delimiter_, content_type);
        state_ = refused.code == errc::ok ? state::preamble : state::failed;
        matched_ = matched_from_ = 2;  // a boundary may begin at once
        if (!failed()) return {};
        return failure_ = make_error(refused.code, refused.message);
    };
    return within_memory(start, [&]() -> result<void> {
        fail(errc::out_of_memory, {});
        return failure_;
    });
}

OAIWIRE_INLINE void multipart_decoder::feed(std::string_view bytes) {
    if (failed()) return;
    if (state_ == state::idle || !rest_.empty()) {
        return fail(errc::invalid_argument, state_ == state::idle
                                                ? "feed() was called before begin()"
                                                : "feed() was called before all bytes were read");
    }
    rest_ = bytes;
}

OAIWIRE_INLINE form_event multipart_decoder::next() {
    return within_memory([&] { return step(); },
                         [&] {
                             fail(errc::out_of_memory, {});
                             return form_event{};
                         });
}

OAIWIRE_INLINE result<void> multipart_decoder::finish() {
    if (!failed() && !rest_.empty()) {
        fail(errc::invalid_argument, "finish() was called before all bytes were read");
    } else if (!failed() && state_ != state::closed && state_ != state::epilogue) {
        fail(errc::closed_early, "the input ended inside a form");
    }
    return within_memory([&]() -> result<void> {
        if (failed()) return failure_;
        return {};
    });
}

OAIWIRE_INLINE form_event multipart_decoder::step() {
    while (!rest_.empty() && !failed()) {
        form_event found;
        if (state_ == state::preamble || state_ == state::content) {
            found = take_content();
        } else if (state_ == state::epilogue) {
            take_epilogue();
        } else {
            take_framing(rest_.front());
            if (state_ == state::content) found.what = form_event::kind::part;
        }
        if (found.what != form_event::kind::none) return found;
    }
    return {};
}

// The delimiter has one CR, its first byte: where the input differs from it, no other delimiter can
// have begun among the bytes that were equal. So each byte is looked at twice at most.
OAIWIRE_INLINE form_event multipart_decoder::take_content() {
    const std::string_view delimiter = delimiter_;
    if (matched_ == 0) {
        std::size_t at = rest_.find('\r');
        while (at != rest_.npos) {
            const std::string_view tail = rest_.substr(at, delimiter.size());
            // most carriage returns are told apart by their next byte
            const char next = tail.size() == 1 ? '\n' : tail[1];
            if (next == '\n' && delimiter.starts_with(tail)) break;
            at = next == '\r' ? at + 1 : rest_.find('\r', at + 1);
        }
        if (at != 0) return content(rest_.substr(0, at));
    }
    while (matched_ != delimiter.size() && !rest_.empty()) {
        if (rest_.front() != delimiter[matched_]) {
            // these bytes were content: they are repeated from the delimiter
            const auto seen = delimiter.substr(matched_from_, matched_ - matched_from_);
            matched_ = matched_from_ = 0;
            consumed_ -= seen.size();
            return content(seen);
        }
        ++matched_;
        take(1);
    }
    form_event found;
    if (matched_ != delimiter.size()) return found;
    matched_ = matched_from_ = 0;
    if (state_ == state::content) found.what = form_event::kind::end;
    state_ = state::after_boundary;
    head_bytes_ = 0;
    outside_ = 0;
    return found;
}

OAIWIRE_INLINE form_event multipart_decoder::content(std::string_view piece) {
    const bool is_input = piece.data() == rest_.data();
    if (state_ == state::content) {
        if (is_input) rest_.remove_prefix(piece.size());
        consumed_ += piece.size();
        if (piece.empty()) return {};
        return {form_event::kind::bytes, piece};
    }
    if (piece.size() > limits_.head - outside_) {
        fail(errc::limit_exceeded, "limits::head, before the first boundary",
             consumed_ + limits_.head - outside_);
        return {};
    }
    outside_ += piece.size();
    if (is_input) rest_.remove_prefix(piece.size());
    consumed_ += piece.size();
    return {};
}

OAIWIRE_INLINE void multipart_decoder::take_epilogue() {
    if (rest_.size() > limits_.head - outside_) {
        return fail(errc::limit_exceeded, "limits::head, after the last boundary",
                    consumed_ + limits_.head - outside_);
    }
    outside_ += rest_.size();
    take(rest_.size());
}

OAIWIRE_INLINE multipart_decoder::state multipart_decoder::after(char c) const {
    using enum state;
    const bool blank = c == ' ' || c == '\t';
    switch (state_) {
        case after_boundary:
            if (c == '-') return closing_dash;
            [[fallthrough]];
        case padding:
            if (c == '\r') return boundary_lf;
            return blank ? padding : failed;
        case closing_dash:
            return c == '-' ? closed : failed;
        case closed:
            if (c == '\r') return closed_lf;
            return blank ? closed : failed;
        case boundary_lf:
        case value_lf:
            return c == '\n' ? line_start : failed;
        case line_start:
            if (c == '\r') return head_lf;
            return detail::is_token_char(c) ? name : failed;
        case name:
            if (c == ':') return value;
            return detail::is_token_char(c) ? name : failed;
        case value:
            if (c == '\r') return value_lf;
            return detail::is_field_text(c) ? value : failed;
        case head_lf:
            return c == '\n' ? content : failed;
        case closed_lf:
            return c == '\n' ? epilogue : failed;
        case idle:
        case preamble:
        case content:
        case epilogue:
        case failed:
            break;
    }
    return failed;
}

OAIWIRE_INLINE void multipart_decoder::take_framing(char c) {
    const state from = state_;
    const state to = after(c);
    if (to == state::failed) return fail(errc::invalid_framing, place());
    if (is_head(to) || from == state::head_lf) {
        if (++head_bytes_ > limits_.head) {
            return fail(errc::limit_exceeded, "limits::head, in a part of a form");
        }
    }
    if (from == state::line_start && to == state::name) {
        if (part_.headers.size() >= limits_.headers) {
            return fail(errc::limit_exceeded, "limits::headers, in a part of a form");
        }
        line_at_ = consumed_;
    }
    if (from == state::boundary_lf) {
        if (parts_ >= limits_.parts) return fail(errc::limit_exceeded, "limits::parts");
        ++parts_;
        part_ = {};
    }
    if (from >= state::closed && ++outside_ > limits_.head) {
        return fail(errc::limit_exceeded, "limits::head, after the last boundary");
    }
    if (to == state::head_lf && part_.headers.find("Content-Disposition") == nullptr) {
        return fail(errc::invalid_framing, "a part of a form has no Content-Disposition");
    }
    if (to == state::name) {
        name_.push_back(c);
    } else if (from == state::value && to == state::value) {
        if (!value_.empty() || (c != ' ' && c != '\t')) value_.push_back(c);
    } else if (from == state::value_lf) {
        // npos + 1 is 0: a value of white space is empty
        value_.resize(value_.find_last_not_of(" \t") + 1);
        take_field();
        if (failed()) return;
        name_.clear();
        value_.clear();
    } else if (to == state::content) {
        matched_ = matched_from_ = 2;
    }
    take(1);
    state_ = to;
}

OAIWIRE_INLINE void multipart_decoder::take_field() {
    const auto refused = detail::take_part_field(part_, name_, value_);
    if (refused.code != errc::ok) fail(refused.code, refused.message, line_at_);
}

OAIWIRE_INLINE std::string_view multipart_decoder::place() const {
    if (state_ == state::head_lf) return "the head of a form's part is not followed by CRLF";
    if (state_ >= state::line_start && state_ <= state::value_lf) {
        return "malformed field in a part of a form";
    }
    return "a boundary is not followed by CRLF";
}

OAIWIRE_INLINE void multipart_decoder::fail(errc code, std::string_view message, std::uint64_t at) {
    failure_ = make_error(code, message, {}, static_cast<std::size_t>(at));
    state_ = state::failed;
}

}}}  // namespace oaiwire::v0_2::http

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
