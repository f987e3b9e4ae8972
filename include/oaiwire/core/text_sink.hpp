// A std::string that is written through a pointer: what stands in it is written over, so that a
// string that is used again is neither cleared nor filled first. Knows no JSON.
#pragma once

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire::inline v0_2 {

// Until finish(), what stands in the string from the place of writing on is unspecified.
class text_sink {
public:
    // from is at most the size of the text.
    explicit text_sink(std::string& text, std::size_t from = 0)
        : text_(text), at_(text.data() + from), end_(text.data() + text.size()) {}
    text_sink(const text_sink&) = delete;
    text_sink& operator=(const text_sink&) = delete;

    // Where at least n bytes may be written, up to end(); advance_to() says where they stop.
    char* room(std::size_t n);
    // The same where n is only the next part of `in_all` bytes: memory is taken once for them all.
    char* room(std::size_t n, std::size_t in_all);
    char* end() const { return end_; }
    void advance_to(char* p) { at_ = p; }

    void put(char c);
    void put(std::string_view bytes);

    // Cuts off what is left of the text that was there before.
    void finish() { text_.resize(size()); }

private:
    // Growing fills with zeros. Beyond what is needed a fraction keeps the number of calls low, and
    // no more than stays in the nearest cache until it is written over.
    static constexpr std::size_t most_beyond = 8192;

    std::size_t size() const { return static_cast<std::size_t>(at_ - text_.data()); }
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    void grow(std::size_t n, std::size_t in_all);

    std::string& text_;
    char* at_;
    char* end_;
};

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

#include <algorithm>

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE char* text_sink::room(std::size_t n) {
    if (left() < n) grow(n, n);
    return at_;
}

OAIWIRE_INLINE char* text_sink::room(std::size_t n, std::size_t in_all) {
    if (left() < n) grow(n, in_all);
    return at_;
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
    const std::size_t before = size();
    if (text_.capacity() - before < in_all) {
        text_.resize(before);  // nothing else is worth copying
        text_.reserve(std::max(before + in_all, text_.capacity() * 2));
    }
    const std::size_t needed = before + n;
    text_.resize(std::min(text_.capacity(), needed + std::min(needed / 8 + 64, most_beyond)));
    at_ = text_.data() + before;
    end_ = text_.data() + text_.size();
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
