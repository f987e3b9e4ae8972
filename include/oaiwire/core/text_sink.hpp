// An output cursor over a std::string. Overwrites the old content in place, so a reused string is
// not zero-filled again.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Appends to a string that must outlive this object. Until finish(), the string's content from the
// position of writing on is unspecified.
class text_sink {
public:
    // Returns how many bytes will be written in all, or 0.
    using size_function = std::size_t (*)(const void* context);
    // Selects the constructor of a sink that counts.
    struct counting {};

    // Starts writing at offset `from`, at most the text's size.
    explicit text_sink(std::string& text, std::size_t from = 0)
        : text_(text), at_(text.data() + from), end_(text.data() + text.size()) {}
    // Counts bytes instead of keeping them. `scratch` holds the last ones.
    text_sink(std::string& scratch, counting)
        : text_(scratch),
          at_(scratch.data()),
          end_(scratch.data() + scratch.size()),
          counts_(true) {}
    text_sink(const text_sink&) = delete;
    text_sink& operator=(const text_sink&) = delete;

    // Returns the position of writing, with room for at least n bytes up to end(); call
    // advance_to() after writing.
    char* room(std::size_t n);
    // The same for the first n of `in_all` bytes, for which memory is reserved at once.
    char* room(std::size_t n, std::size_t in_all);
    // Continues at p, with room for the next part of a text of which `left` bytes are to come, and
    // for `beyond` bytes behind it; memory is reserved for all of it.
    char* next_part(char* p, std::size_t left, std::size_t beyond);
    // The end of the room.
    char* end() const { return end_; }
    // Continues after the bytes that were written up to p.
    void advance_to(char* p) { at_ = p; }

    // Writes one byte.
    void put(char c);
    // Writes several bytes.
    void put(std::string_view bytes);

    // Removes the rest of the old content.
    void finish() { text_.resize(size()); }

    // Called once, before a piece of at least `large` bytes is written: memory for everything is
    // then allocated at once, instead of doubled again and again. `context` must outlive this.
    void expect(size_function in_all, const void* context) {
        expected_ = in_all;
        context_ = context;
    }
    static constexpr std::size_t large = std::size_t{256} << 10;
    // The number of bytes that a counting sink has taken.
    std::size_t counted() const { return passed_ + size(); }

private:
    // Growing fills with zeros. Some room beyond what is needed keeps the number of calls low,
    // limited since the last of it is filled for nothing, also in a text that is reused.
    static constexpr std::size_t most_beyond = 1536;

    std::size_t size() const { return static_cast<std::size_t>(at_ - text_.data()); }
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    // A long text is written in parts, so that each part of new memory is still cached then.
    static constexpr std::size_t longest_part = 16384;

    void grow(std::size_t n, std::size_t in_all);

    std::string& text_;
    char* at_;
    char* end_;
    size_function expected_ = nullptr;
    const void* context_ = nullptr;
    std::size_t passed_ = 0;  // counted before those in text_
    bool counts_ = false;
};

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_DEFINES

#include <algorithm>
#include <utility>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_INLINE char* text_sink::room(std::size_t n) {
    if (left() < n) grow(n, n);
    return at_;
}

OAIWIRE_INLINE char* text_sink::room(std::size_t n, std::size_t in_all) {
    if (left() < n) grow(n, in_all);
    return at_;
}

OAIWIRE_INLINE char* text_sink::next_part(char* p, std::size_t left, std::size_t beyond) {
    advance_to(p);
    return room(std::min(left, longest_part) + beyond, left + beyond);
}

OAIWIRE_INLINE void text_sink::put(char c) {
    char* const p = room(1);
    *p = c;
    at_ = p + 1;
}

OAIWIRE_INLINE void text_sink::put(std::string_view bytes) {
    if (bytes.empty()) return;
    char* const p = room(bytes.size());
    std::memcpy(p, bytes.data(), bytes.size());
    at_ = p + bytes.size();
}

OAIWIRE_INLINE void text_sink::grow(std::size_t n, std::size_t in_all) {
    if (counts_) {
        passed_ += size();
        if (text_.size() < n) text_.resize(n);
        at_ = text_.data();
        end_ = at_ + text_.size();
        return;
    }
    const std::size_t before = size();
    if (text_.capacity() - before < in_all) {
        std::size_t wanted = text_.capacity() * 2;
        if (in_all >= large && expected_ != nullptr) {
            const std::size_t all = std::exchange(expected_, nullptr)(context_);
            if (all != 0) wanted = all + most_beyond;
        }
        text_.resize(before);  // keeps the rest from being copied
        text_.reserve(std::max(before + in_all, wanted));
    }
    const std::size_t needed = before + n;
    text_.resize(std::min(text_.capacity(), needed + std::min(needed / 8 + 64, most_beyond)));
    at_ = text_.data() + before;
    end_ = text_.data() + text_.size();
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
