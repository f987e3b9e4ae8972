// body_text: the part of a streamed response's body that is kept: all of it if it is JSON, else the
// beginning, from which an event stream is recognised.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/body/body_start.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

class body_text {
public:
    body_text() = default;
    body_text(body_text&& other) noexcept { swap(other); }
    body_text& operator=(body_text&& other) noexcept {
        swap(other);
        return *this;
    }
    ~body_text() {
        if (owned_) drop();
    }

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
        if (lent_size_ != 0) keep_head({at_.lent, lent_size_});
    }

    bool is_json() const { return form_ == form::json; }
    // Whether there was more JSON than `most` bytes.
    bool full() const { return full_; }
    // What is kept. Call settle() before.
    std::string_view text() const {
        return owned_ ? std::string_view(*at_.text) : std::string_view();
    }
    void forget() {
        lent_size_ = 0;
        if (owned_) drop();
    }

private:
    enum class form : std::uint8_t { undecided, events, json };

    void keep(std::string_view bytes, std::size_t most) {
        if (is_json()) return keep_json(bytes, most);
        settle();
        if (owned_) return keep_head(bytes);
        // most streams have a chunk in their first piece, and then no use for it
        at_.lent = bytes.data();
        lent_size_ = static_cast<std::uint32_t>(std::min(bytes.size(), head_size));
    }
    std::string& own() {
        if (!owned_) {
            at_.text = new std::string();
            owned_ = true;
        }
        lent_size_ = 0;
        return *at_.text;
    }
    [[gnu::cold]] void keep_head(std::string_view bytes) {
        std::string& text = own();
        text.append(bytes.substr(0, head_size - text.size()));
    }
    [[gnu::cold]] void keep_json(std::string_view bytes, std::size_t most) {
        std::string& text = own();
        full_ = full_ || bytes.size() > most - text.size();
        if (!full_) append_within(text, bytes, most);
    }
    [[gnu::cold]] void drop() {
        delete at_.text;
        owned_ = false;
    }
    void swap(body_text& other) noexcept {
        std::swap(at_, other.at_);
        std::swap(lent_size_, other.lent_size_);
        std::swap(start_, other.start_);
        std::swap(form_, other.form_);
        std::swap(full_, other.full_);
        std::swap(owned_, other.owned_);
    }

    union place {
        const char* lent = nullptr;  // bytes of an event stream that were not copied yet
        std::string* text;           // owned
    };
    place at_{};
    std::uint32_t lent_size_ = 0;
    body_start start_{};
    form form_ = form::undecided;
    bool full_ = false;
    bool owned_ = false;  // there is a text
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
