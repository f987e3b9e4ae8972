// What an adapter sends after a head, in slices, from within a foreign stack: errors and exceptions
// of a source are kept until that stack has been left. Knows no stack.
#pragma once

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

namespace oaiwire::inline v0_2::detail {

class upload {
public:
    upload() = default;
    // Where there is no source, `body` must stay. That a content of no bytes is one is seen here.
    [[gnu::cold]] upload(std::string_view body, std::shared_ptr<const byte_source> source)
        : cursor_(body, std::move(source)), ended_(false) {
        if (cursor_.left() == 0) refill();
    }

    // The next bytes, at most so many, valid until the next call; empty when all were given, or
    // there is a failure. Throws nothing.
    std::string_view next(std::size_t most) noexcept {
        if (piece_.empty() && !ended_ && !failed()) refill();
        const auto out = piece_.substr(0, most);
        piece_.remove_prefix(out.size());
        return out;
    }
    // Bytes that next() has not given yet.
    std::uint64_t left() const { return cursor_.left() + piece_.size(); }

    // Lets go of the source; a failure stays.
    [[gnu::cold]] void end() {
        cursor_ = {};
        piece_ = {};
        ended_ = true;
    }

    bool failed() const {
#if defined(__cpp_exceptions)
        if (thrown_) return true;
#endif
        return failure_.code != errc::ok;
    }
    const error& failure() const {
        return failure_;
    }
    // What the source threw, once, from outside of the foreign stack.
    void rethrow() {
#if defined(__cpp_exceptions)
        if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
#endif
    }

private:
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
    std::string_view piece_{};
    error failure_{};
#if defined(__cpp_exceptions)
    std::exception_ptr thrown_{};
#endif
    bool ended_ = true;
};

}  // namespace oaiwire::inline v0_2::detail
