// short_text: a text of 15 bytes and of any alignment, for texts that are short or seldom there.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Keeps up to 14 bytes in place. The first longer text allocates a string, which is kept.
class short_text {
public:
    constexpr short_text() = default;
    short_text(const short_text& other);
    short_text(short_text&& other) noexcept { take(other); }
    short_text& operator=(const short_text& other) {
        assign(other.view());
        return *this;
    }
    short_text& operator=(short_text&& other) noexcept;
    constexpr ~short_text() {
        if (size_ == on_heap) drop();
    }

    std::string_view view() const {
        return size_ != on_heap ? std::string_view(bytes_.data(), size_) : std::string_view(*box());
    }
    // `text` may be a part of this one.
    void assign(std::string_view text);

private:
    static constexpr std::size_t in_place = 14;
    static constexpr std::uint8_t on_heap = in_place + 1;

    // A pointer at an address that is not aligned to it.
    std::string* box() const {
        std::string* at = nullptr;
        std::memcpy(&at, bytes_.data(), sizeof(void*));
        return at;
    }
    void take(short_text& other) {
        std::memcpy(bytes_.data(), other.bytes_.data(), in_place);
        size_ = other.size_;
        other.size_ = 0;
    }
    void drop();

    std::array<char, in_place> bytes_{};  // the text, or a pointer to it
    std::uint8_t size_ = 0;               // of the text; `on_heap`: bytes_ is a pointer
};

#if OAIWIRE_DEFINES

[[gnu::noinline]] OAIWIRE_INLINE short_text::short_text(const short_text& other) {
    assign(other.view());
}

[[gnu::noinline]] OAIWIRE_INLINE short_text& short_text::operator=(short_text&& other) noexcept {
    if (this == &other) return *this;
    if (size_ == on_heap) drop();
    take(other);
    return *this;
}

[[gnu::noinline]] OAIWIRE_INLINE void short_text::assign(std::string_view text) {
    if (size_ == on_heap) {
        box()->assign(text);
    } else if (text.size() <= in_place) {
        if (!text.empty()) std::memmove(bytes_.data(), text.data(), text.size());
        size_ = static_cast<std::uint8_t>(text.size());
    } else {
        std::string* const made = new std::string(text);
        std::memcpy(bytes_.data(), &made, sizeof(void*));
        size_ = on_heap;
    }
}

[[gnu::noinline]] OAIWIRE_INLINE void short_text::drop() {
    delete box();
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
