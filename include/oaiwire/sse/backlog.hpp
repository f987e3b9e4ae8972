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

    // Bytes allocated.
    std::size_t capacity() const { return bytes_ ? capacity_ : 0; }

private:
    std::unique_ptr<char[]> bytes_{};
    std::size_t capacity_ = 0;  // meaningless once bytes_ has been moved from
};

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

#include <utility>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

OAIWIRE_INLINE std::string_view backlog::join(std::string_view rest, std::string_view bytes) {
    const std::size_t needed = rest.size() + bytes.size();
    // unsigned: the position of an address before this memory is huge
    const auto position = reinterpret_cast<std::uintptr_t>(rest.data()) -
                          reinterpret_cast<std::uintptr_t>(bytes_.get());
    char* to = bytes_.get();
    if (position < capacity() && needed <= capacity() - position) {
        to += position;
    } else if (needed <= capacity() / 2) {
        // amortised: at least as many bytes were read since the last move
        std::memmove(to, rest.data(), rest.size());
    } else {
        std::unique_ptr<char[]> larger(new char[needed * 2]);
        to = larger.get();
        std::memcpy(to, rest.data(), rest.size());
        bytes_ = std::move(larger);
        capacity_ = needed * 2;
    }
    std::memcpy(to + rest.size(), bytes.data(), bytes.size());
    return {to, needed};
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
