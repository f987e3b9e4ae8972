// line_cutter: cuts a file of lines (JSONL) that comes in pieces.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// What became of a line.
enum class line_state : std::uint8_t { whole, too_long, no_memory };

struct cut_line {
    std::string_view text{};  // without its line end; "" unless whole
    line_state state = line_state::whole;
};

// Gives each line once, whole, however the bytes are cut; a line of more than `limit` bytes, its
// carriage return included, is skipped and reported. Lines end with LF or CR LF, the last one also
// with the end. Takes linear time, and holds at most one line; a line that lies within one piece is
// not copied.
class line_cutter {
public:
    explicit line_cutter(std::size_t limit) : limit_(limit) {}

    // Provides bytes, which must stay valid until next() returns nothing.
    void feed(std::string_view bytes) { fed_ = bytes; }
    // No bytes follow.
    void finish() { finished_ = true; }
    // The next line, valid until the next call. Nothing: feed more, or the end.
    std::optional<cut_line> next();
    // The number of the last line, from 1; lines that are blank count.
    std::size_t number() const { return number_; }

private:
    line_state keep(std::string_view piece);
    cut_line give(std::string_view text, line_state state);
    std::optional<cut_line> take_rest(std::string_view piece);

    std::size_t limit_;
    std::string_view fed_{};
    std::string begun_{};  // the beginning of a line that has not ended
    std::size_t number_ = 0;
    bool skips_ = false;  // up to the end of a line that was reported
    bool given_ = false;  // begun_ was returned
    bool finished_ = false;
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Appends to the line that has begun, as far as it may grow.
OAIWIRE_ADAPTER_INLINE line_state line_cutter::keep(std::string_view piece) {
    if (piece.size() > limit_ - begun_.size()) return line_state::too_long;
    const auto append = [&] {
        append_within(begun_, piece, limit_);
        return line_state::whole;
    };
    return within_memory(append, [] { return line_state::no_memory; });
}

OAIWIRE_ADAPTER_INLINE cut_line line_cutter::give(std::string_view text, line_state state) {
    ++number_;
    if (state != line_state::whole) return {{}, state};
    if (text.ends_with('\r')) text.remove_suffix(1);
    return {text, state};
}

OAIWIRE_ADAPTER_INLINE std::optional<cut_line> line_cutter::next() {
    if (given_) begun_.clear();
    given_ = false;
    for (;;) {
        const std::size_t end = fed_.find('\n');
        const std::string_view piece = fed_.substr(0, end);
        if (end == fed_.npos) return take_rest(piece);
        fed_.remove_prefix(end + 1);
        if (skips_) {
            skips_ = false;
        } else if (begun_.empty()) {
            return give(piece, piece.size() > limit_ ? line_state::too_long : line_state::whole);
        } else {
            given_ = true;
            const line_state state = keep(piece);
            return give(begun_, state);
        }
    }
}

// Keeps the last bytes that were fed, which end no line, unless they are the end of the file.
OAIWIRE_ADAPTER_INLINE std::optional<cut_line> line_cutter::take_rest(std::string_view piece) {
    fed_ = {};
    if (skips_) return std::nullopt;
    if (const line_state state = keep(piece); state != line_state::whole) {
        begun_.clear();
        skips_ = true;
        return give({}, state);
    }
    if (!finished_ || begun_.empty()) return std::nullopt;
    given_ = true;
    return give(begun_, line_state::whole);
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
