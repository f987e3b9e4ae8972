// secret: an API key that cannot be printed by mistake. Knows not where it is sent.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/core/wipe.hpp>

namespace oaiwire::inline v0_2 {

// Shown wherever a key would stand: no prefix, no suffix, no length.
inline constexpr std::string_view secret_placeholder = "[secret]";

// Holds a key and wipes it when it goes. Not printable, not ordered, not convertible: reveal() is
// the one way to its text, so that every use can be found by searching for that name.
class secret {
public:
    secret() = default;
    explicit secret(std::string_view text);
    secret(const secret& other) : secret(other.reveal()) {}
    secret(secret&& other) noexcept
        : size_(std::exchange(other.size_, 0)), text_(std::move(other.text_)) {}
    secret& operator=(secret other) noexcept;
    ~secret() { wipe(text_.get(), size_); }

    bool empty() const { return size_ == 0; }
    // The key itself; valid as long as this object is neither assigned to nor destroyed.
    std::string_view reveal() const { return {text_.get(), size_}; }

private:
    std::size_t size_ = 0;
    std::unique_ptr<char[]> text_{};  // never a std::string: short ones live inside the object
};

}  // namespace oaiwire::inline v0_2

#if OAIWIRE_DEFINES

namespace oaiwire::inline v0_2 {

OAIWIRE_INLINE secret::secret(std::string_view text)
    : size_(text.size()), text_(size_ ? std::make_unique<char[]>(size_) : nullptr) {
    for (std::size_t i = 0; i != size_; ++i) text_[i] = text[i];
}

OAIWIRE_INLINE secret& secret::operator=(secret other) noexcept {
    std::swap(size_, other.size_);
    std::swap(text_, other.text_);
    return *this;
}

}  // namespace oaiwire::inline v0_2

#endif  // OAIWIRE_DEFINES
