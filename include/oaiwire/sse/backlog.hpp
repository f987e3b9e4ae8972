// backlog: joins unread bytes with those that are fed after them.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// Owns the memory in which the decoder keeps bytes that it could not read yet. Grows to twice of
// what is needed, so that later bytes can be put behind them without a move.
class backlog {
public:
    // Returns `rest` and `bytes` as one contiguous view, valid until the next call. `rest` is a
    // suffix of what the last call returned, or in other memory. Each byte is moved a constant
    // number of times, amortised.
    std::string_view join(std::string_view rest, std::string_view bytes);

    // Bytes allocated for these.
    std::size_t capacity() const {
        std::size_t n = 0;
        if (memory_) std::memcpy(&n, memory_.get(), before);
        return n;
    }

private:
    // The capacity comes first: most streams have none of this.
    static constexpr std::size_t before = sizeof(std::size_t);

    std::unique_ptr<char[]> memory_{};
};

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

OAIWIRE_INLINE std::string_view backlog::join(std::string_view rest, std::string_view bytes) {
    const std::size_t needed = rest.size() + bytes.size();
    // unsigned: the position of an address before this memory is huge
    const std::size_t had = capacity();
    char* to = had == 0 ? nullptr : memory_.get() + before;
    const auto position =
        reinterpret_cast<std::uintptr_t>(rest.data()) - reinterpret_cast<std::uintptr_t>(to);
    if (position < had && needed <= had - position) {
        to += position;
    } else if (needed <= had / 2) {
        // amortised: at least as many bytes were read since the last move
        std::memmove(to, rest.data(), rest.size());
    } else {
        const std::size_t capacity = needed * 2;
        std::unique_ptr<char[]> larger(new char[before + capacity]);
        std::memcpy(larger.get(), &capacity, before);
        to = larger.get() + before;
        std::memcpy(to, rest.data(), rest.size());
        memory_ = std::move(larger);
    }
    std::memcpy(to + rest.size(), bytes.data(), bytes.size());
    return {to, needed};
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
