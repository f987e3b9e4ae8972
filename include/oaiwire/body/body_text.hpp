// body_text: the part of a streamed response's body that is kept: all of it if it is JSON, else the
// beginning, from which an event stream is recognised.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
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
    // JSON is kept up to `most` bytes. What is kept of an event stream is borrowed until settle().
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
    // The bytes that were taken are about to become invalid, and the beginning of the body may
    // still be needed: copies it.
    void settle() {
        if (lent_size_ != 0) keep_head();
    }

    bool is_json() const { return form_ == form::json; }
    // Whether there was more JSON than `most` bytes.
    bool full() const { return full_; }
    // What is kept. Call settle() before.
    std::string_view text() const { return text_ ? std::string_view(*text_) : std::string_view(); }
    void forget() {
        lent_size_ = 0;
        text_.reset();
    }

private:
    enum class form : std::uint8_t { undecided, events, json };

    void keep(std::string_view bytes, std::size_t most) {
        if (is_json()) return keep_json(bytes, most);
        // most streams have a chunk in their first piece, and then no use for it
        settle();
        lent_ = bytes.data();
        lent_size_ = static_cast<std::uint32_t>(std::min(bytes.size(), head_size));
    }
    [[gnu::cold]] void keep_head() {
        if (!text_) text_ = std::make_unique<std::string>();
        text_->append(lent_, std::min<std::size_t>(lent_size_, head_size - text_->size()));
        lent_size_ = 0;
    }
    [[gnu::cold]] void keep_json(std::string_view bytes, std::size_t most) {
        if (!text_) text_ = std::make_unique<std::string>();
        full_ = full_ || bytes.size() > most - text_->size();
        if (!full_) append_within(*text_, bytes, most);
    }

    std::unique_ptr<std::string> text_{};
    const char* lent_ = nullptr;  // of an event stream: bytes that were not copied yet
    std::uint32_t lent_size_ = 0;
    body_start start_{};
    form form_ = form::undecided;
    bool full_ = false;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
