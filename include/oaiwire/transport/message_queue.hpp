// message_queue: messages of a WebSocket connection that the program has not taken yet.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/http/duplex.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Messages in order. Their memory is used again: in steady state it allocates nothing.
class message_queue {
public:
    bool empty() const { return count_ == 0; }
    std::size_t bytes() const { return bytes_; }
    void push(const http::message& message);
    // The first, valid until the next push() or take().
    std::optional<http::message> take();
    void clear();

private:
    static constexpr std::size_t kept = std::size_t{256} << 10;  // in slots that are not in use

    struct slot {
        http::message_kind kind{};
        std::string data{};
    };
    // The memory of a string, without what is inside the object.
    static std::size_t memory_of(const std::string& text) {
        return text.capacity() > std::string().capacity() ? text.capacity() : 0;
    }

    std::vector<slot> slots_{};  // a ring
    std::size_t first_ = 0;
    std::size_t count_ = 0;
    std::size_t bytes_ = 0;
    std::size_t unused_ = 0;  // memory in slots that are not in use
    std::string taken_{};
};

}}}  // namespace oaiwire::v0_2::detail

#include <algorithm>

namespace oaiwire { inline namespace v0_2 { namespace detail {

inline void message_queue::push(const http::message& message) {
    if (count_ == slots_.size()) {
        std::rotate(slots_.begin(), slots_.begin() + static_cast<std::ptrdiff_t>(first_),
                    slots_.end());
        first_ = 0;
        slots_.resize((std::max)(std::size_t{4}, 2 * slots_.size()));
    }
    slot& to = slots_[(first_ + count_) % slots_.size()];
    const std::size_t reused = memory_of(to.data);
    to.data.assign(message.data);
    unused_ -= reused;
    to.kind = message.kind;
    ++count_;
    bytes_ += message.data.size() + sizeof(slot);
}

inline std::optional<http::message> message_queue::take() {
    if (count_ == 0) return std::nullopt;
    slot& from = slots_[first_];
    bytes_ -= from.data.size() + sizeof(slot);
    taken_.swap(from.data);
    if (memory_of(from.data) > kept - unused_) std::string().swap(from.data);
    unused_ += memory_of(from.data);
    first_ = (first_ + 1) % slots_.size();
    --count_;
    return http::message{from.kind, taken_};
}

inline void message_queue::clear() {
    while (take()) {
    }
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
