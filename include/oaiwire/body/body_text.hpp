// body_text: the part of a streamed response's body that is kept: all of it if it is JSON, else the
// beginning, from which an event stream is recognised.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/body/body_start.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

class body_text {
public:
    // Takes the next piece of the body, cut anywhere. Returns the part of it that belongs to an
    // event stream, a view into `bytes`. `wanted`: false if what would be kept is no longer needed.
    // JSON is kept up to `most` bytes.
    std::string_view take(std::string_view bytes, bool wanted, std::size_t most) {
        std::string_view kept = bytes;
        if (form_ == form::undecided) {
            const std::size_t first = start_.find(bytes);
            if (first == bytes.size()) return bytes;
            kept = bytes.substr(first);
            form_ = kept[0] == '{' || kept[0] == '[' ? form::json : form::events;
            // lines before JSON are passed on as an event stream, however they are split
            if (is_json()) bytes = bytes.substr(0, first);
        } else if (is_json()) {
            bytes = {};
        }
        if (wanted) keep(kept, most);
        return bytes;
    }

    bool is_json() const { return form_ == form::json; }
    // Whether there was more JSON than `most` bytes.
    bool full() const { return full_; }
    std::string_view text() const { return text_ ? std::string_view(*text_) : std::string_view(); }
    void forget() { text_.reset(); }

private:
    enum class form : std::uint8_t { undecided, events, json };

    // Rare: most streams exceed the limit with their first piece.
    [[gnu::cold]] void keep(std::string_view bytes, std::size_t most) {
        if (!text_) text_ = std::make_unique<std::string>();
        full_ = full_ || (is_json() && bytes.size() > most - text_->size());
        if (!is_json()) {
            text_->append(bytes.substr(0, head_size - text_->size()));
        } else if (!full_) {
            append_within(*text_, bytes, most);
        }
    }

    std::unique_ptr<std::string> text_{};
    body_start start_{};
    form form_ = form::undecided;
    bool full_ = false;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
