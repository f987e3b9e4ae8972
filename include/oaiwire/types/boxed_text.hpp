// boxed_text: a std::string that takes the size of a pointer, for texts that are seldom there.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The string is allocated for the first text, and kept.
class boxed_text {
public:
    constexpr boxed_text() = default;
    boxed_text(const boxed_text& other);
    constexpr boxed_text(boxed_text&& other) noexcept : at_(std::exchange(other.at_, nullptr)) {}
    boxed_text& operator=(const boxed_text& other);
    boxed_text& operator=(boxed_text&& other) noexcept {
        std::swap(at_, other.at_);
        other.clear();
        return *this;
    }
    constexpr ~boxed_text() {
        if (at_ != nullptr) drop();
    }

    bool empty() const { return at_ == nullptr || at_->empty(); }
    std::string_view view() const {
        return at_ != nullptr ? std::string_view(*at_) : std::string_view();
    }
    const std::string& get() const { return at_ != nullptr ? *at_ : none(); }
    // The string, to be changed.
    std::string& make() { return at_ != nullptr ? *at_ : made(); }
    // Keeps the memory.
    void clear() {
        if (at_ != nullptr) at_->clear();
    }

private:
    std::string& made();
    void drop();
    static const std::string& none();

    std::string* at_ = nullptr;
};

#if OAIWIRE_DEFINES

[[gnu::noinline]] OAIWIRE_INLINE boxed_text::boxed_text(const boxed_text& other)
    : at_(other.empty() ? nullptr : new std::string(*other.at_)) {
}

[[gnu::noinline]] OAIWIRE_INLINE boxed_text& boxed_text::operator=(const boxed_text& other) {
    if (this == &other) return *this;
    if (other.empty()) {
        clear();
    } else {
        make() = *other.at_;
    }
    return *this;
}

[[gnu::noinline]] OAIWIRE_INLINE std::string& boxed_text::made() {
    at_ = new std::string();
    return *at_;
}

[[gnu::noinline]] OAIWIRE_INLINE void boxed_text::drop() {
    delete at_;
}

// Never destroyed, so that objects with static lifetime may use it.
union no_text {
    no_text() : value() {}
    ~no_text() {}  // NOLINT(modernize-use-equals-default): it would be deleted
    std::string value;
};

[[gnu::cold]] OAIWIRE_INLINE const std::string& boxed_text::none() {
    static const no_text none;
    return none.value;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
