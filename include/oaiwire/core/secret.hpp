// secret: an API key that cannot be printed by accident.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>

namespace oaiwire { inline namespace v0_2 {

// Printed in place of a key. Reveals neither a part of it nor its length.
inline constexpr std::string_view secret_placeholder = "[secret]";

// Owns a copy of a key and zeroes the memory on destruction. It has no conversion, stream operator
// or comparison: reveal() is the only access, so every use can be found by searching for that name.
class secret {
public:
    // An empty secret.
    secret() = default;
    // Copies `text`. The caller wipes its own copy.
    explicit secret(std::string_view text);
    secret(const secret& other) : secret(other.reveal()) {}
    secret(secret&& other) noexcept
        : size_(std::exchange(other.size_, 0)), text_(std::move(other.text_)) {}
    secret& operator=(secret other) noexcept;
    ~secret() { wipe(text_.get(), size_); }

    // True if there is no key.
    bool empty() const { return size_ == 0; }
    // The key. The view is valid until this object is assigned to, moved from or destroyed.
    std::string_view reveal() const { return {text_.get(), size_}; }

private:
    std::size_t size_ = 0;
    // not std::string, which keeps short texts inside the object, where a move leaves a copy
    std::unique_ptr<char[]> text_{};
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 {

OAIWIRE_INLINE secret::secret(std::string_view text)
    : size_(text.size()), text_(size_ ? std::make_unique<char[]>(size_) : nullptr) {
    for (std::size_t i = 0; i != size_; ++i) text_[i] = text[i];
}

OAIWIRE_INLINE secret& secret::operator=(secret other) noexcept {
    std::swap(size_, other.size_);
    std::swap(text_, other.text_);
    return *this;
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
