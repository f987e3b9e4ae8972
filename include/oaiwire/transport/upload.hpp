// The content of a request, read in pieces from the callbacks of an HTTP stack. Errors and
// exceptions of its source are kept until the stack's function has returned.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#if defined(__cpp_exceptions)
#include <exception>
#endif

#include <oaiwire/core/byte_source.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/http/content.hpp>
#include <oaiwire/http/message.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Wraps a content_cursor for callbacks that must neither fail nor throw. Not thread-safe.
class upload {
public:
    upload() = default;
    // Without a source, `body` must stay valid. A source of size 0 is checked here: next() is not
    // called for it.
    [[gnu::cold]] upload(std::string_view body, std::shared_ptr<const byte_source> source)
        : cursor_(body, std::move(source)), ended_(false) {
        if (cursor_.left() == 0) refill();
    }

    // The next bytes, at most `most`, valid until the next call; empty at the end or after a
    // failure. Never throws.
    std::string_view next(std::size_t most) noexcept {
        if (piece_.empty() && !ended_ && !failed()) refill();
        const auto out = piece_.substr(0, most);
        piece_.remove_prefix(out.size());
        return out;
    }
    // The number of bytes that next() has not returned yet.
    std::uint64_t left() const { return cursor_.left() + piece_.size(); }

    // Releases the source; a failure stays.
    [[gnu::cold]] void end() {
        cursor_ = {};
        piece_ = {};
        ended_ = true;
    }

    // True after an error or an exception; next() returns nothing more.
    bool failed() const {
#if defined(__cpp_exceptions)
        if (thrown_) return true;
#endif
        return failure_.code != errc::ok;
    }
    // errc::ok also where the source threw: see rethrow().
    const error& failure() const {
        return failure_;
    }
    // Throws what the source threw, once. Call it outside the stack's functions.
    void rethrow() {
#if defined(__cpp_exceptions)
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
#endif
    }

private:
    // Takes the next piece from the cursor.
    void refill() noexcept {
#if defined(__cpp_exceptions)
        try {
            take();
        } catch (...) {
            thrown_ = std::current_exception();
        }
#else
        take();
#endif
    }
    void take() {
        auto piece = cursor_.next();
        if (piece) {
            piece_ = *piece;
            ended_ = piece_.empty();
        } else {
            failure_ = std::move(piece).error();
        }
    }

    http::content_cursor cursor_{};
    std::string_view piece_{};  // what next() has not returned of the cursor's piece
    error failure_{};
#if defined(__cpp_exceptions)
    std::exception_ptr thrown_{};  // by the source
#endif
    bool ended_ = true;
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
