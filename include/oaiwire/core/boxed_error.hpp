// boxed_error: an optional error that takes the size of a pointer. Its functions do not throw.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Owns its error. An error that cannot be stored for want of memory becomes errc::out_of_memory.
class boxed_error {
public:
    boxed_error() = default;
    boxed_error(const boxed_error& other) noexcept;
    boxed_error& operator=(const boxed_error& other) noexcept {
        boxed_error copy(other);
        std::swap(at_, copy.at_);
        return *this;
    }
    boxed_error(boxed_error&& other) noexcept : at_(std::exchange(other.at_, nullptr)) {}
    boxed_error& operator=(boxed_error&& other) noexcept {
        std::swap(at_, other.at_);
        return *this;
    }
    ~boxed_error() { clear(); }

    // Whether there is an error.
    bool there() const { return at_ != nullptr; }
    const error& get() const { return at_ != nullptr ? *at_ : none(); }
    errc code() const { return at_ != nullptr ? at_->code : errc::ok; }
    // Stores an error; errc::ok clears it. False if there was no memory.
    bool set(error&& why) noexcept {
        if (why.code != errc::ok) return keep(std::move(why));
        clear();
        return true;
    }
    // The same, but stores errc::ok as an error.
    bool keep(error&& why) noexcept;
    // Stores errc::out_of_memory without allocating.
    void set_no_memory() noexcept {
        clear();
        at_ = &no_memory_for_it();
    }
    // Moves the error out; errc::ok if there is none.
    error take() noexcept;
    void clear() noexcept {
        if (at_ != nullptr) drop();
    }

    friend bool operator==(const boxed_error& a, const boxed_error& b) {
        return a.there() == b.there() && (!a.there() || a.get() == b.get());
    }

private:
    void drop() noexcept;

    static const error& none() noexcept;
    static const error& no_memory_for_it() noexcept;

    const error* at_ = nullptr;  // owned, unless it is no_memory_for_it()
};

// make_error() in a box, which becomes a result without an error on the stack that is moved.
boxed_error boxed(errc code, const char* message = "",
                  std::size_t offset = error::no_offset) noexcept;
// no_memory() in a box.
inline boxed_error boxed_no_memory() noexcept {
    boxed_error out;
    out.set_no_memory();
    return out;
}

#if OAIWIRE_DEFINES

// Never destroyed, so that objects with static lifetime may use it.
template <errc Code>
union static_error {
    static_error() : value{.code = Code} {}
    ~static_error() {}  // NOLINT(modernize-use-equals-default): it would be deleted
    error value;
};

[[gnu::cold]] OAIWIRE_INLINE const error& boxed_error::none() noexcept {
    static const static_error<errc::ok> none;
    return none.value;
}

[[gnu::cold]] OAIWIRE_INLINE const error& boxed_error::no_memory_for_it() noexcept {
    static const static_error<errc::out_of_memory> no_memory;
    return no_memory.value;
}

[[gnu::cold]] OAIWIRE_INLINE boxed_error::boxed_error(const boxed_error& other) noexcept {
    if (!other.there()) return;
    // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new): within_memory handles it
    within_memory([&] { at_ = new error(*other.at_); }, [&] { set_no_memory(); });
}

[[gnu::cold]] OAIWIRE_INLINE bool boxed_error::keep(error&& why) noexcept {
    clear();
    const auto box = [&] {
        // NOLINTNEXTLINE(bugprone-unhandled-exception-at-new): within_memory handles it
        at_ = new error(std::move(why));
        return true;
    };
    return within_memory(box, [&] {
        set_no_memory();
        return false;
    });
}

[[gnu::cold]] OAIWIRE_INLINE error boxed_error::take() noexcept {
    error out;
    if (at_ == &no_memory_for_it()) {
        out.code = errc::out_of_memory;
    } else if (at_ != nullptr) {
        out = std::move(*const_cast<error*>(at_));
    }
    clear();
    return out;
}

[[gnu::cold, gnu::noinline]] OAIWIRE_INLINE boxed_error boxed(errc code, const char* message,
                                                              std::size_t offset) noexcept {
    error why = make_error(code, message);
    why.offset = offset;
    boxed_error out;
    out.keep(std::move(why));
    return out;
}

[[gnu::cold]] OAIWIRE_INLINE void boxed_error::drop() noexcept {
    if (at_ != &no_memory_for_it()) delete at_;
    at_ = nullptr;
}

#endif

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
