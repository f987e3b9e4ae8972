// The messages of a session that wait to be sent, and how a received message becomes its event.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/options.hpp>
#include <oaiwire/json/read.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Texts, the oldest first. A ring, so that their memory is used again.
class unsent_messages {
public:
    // `limit`: bytes that may wait.
    explicit unsent_messages(std::size_t limit) : limit_(limit) {}

    // The text of the next message to be queued, to be written into. Queued by queue().
    std::string& slot();
    // Queues the slot's text. A `bounded` one is not queued, and limit_exceeded returned, if more
    // than the limit would wait; one message may always wait.
    result<void> queue(bool bounded);
    // Writes an event as JSON, and queues it. Errors: those of json::write() and of queue().
    result<void> write(const void* event, const json::detail::description& type, bool bounded);

    // The oldest one, until pop(); "" if there is none.
    std::string_view front() const;
    void pop();
    // Bytes that wait.
    std::size_t size() const { return size_; }

private:
    // those from first_ on wait; the others are empty, and keep their memory
    std::vector<std::string> texts_{};
    std::size_t first_ = 0;
    std::size_t count_ = 0;
    std::size_t size_ = 0;
    std::size_t limit_;
};

// Reads the event of a message of at most `limit` bytes, and gives it to `session.take_event()`.
template <class Session, class Event>
result<void> receive_event(std::string_view text, std::size_t limit,
                           const json::read_options& options, Event& event, Session& session) {
    if (text.size() > limit) {
        return make_error(errc::limit_exceeded, "a message is larger than it may be");
    }
    if (auto done = json::read_into(text, event, options); !done) return done;
    switch (const errc code = session.take_event()) {
        case errc::ok:
            return {};
        case errc::invalid_base64:
            return make_error(code, {}, "delta");
        default:
            return make_error(code, "a bound of the session is exceeded");
    }
}

}}}  // namespace oaiwire::v0_2::detail

#if OAIWIRE_ADAPTER_DEFINES

#include <algorithm>
#include <utility>

#include <oaiwire/json/write.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

OAIWIRE_ADAPTER_INLINE std::string& unsent_messages::slot() {
    if (count_ == texts_.size()) {
        std::rotate(texts_.begin(), texts_.begin() + static_cast<std::ptrdiff_t>(first_),
                    texts_.end());
        first_ = 0;
        texts_.emplace_back();
    }
    return texts_[(first_ + count_) % texts_.size()];
}

OAIWIRE_ADAPTER_INLINE result<void> unsent_messages::queue(bool bounded) {
    std::string& text = slot();
    const std::size_t room = limit_ - (std::min)(limit_, size_);
    if (bounded && size_ != 0 && text.size() > room) {
        text.clear();
        return make_error(errc::limit_exceeded, "too many bytes wait to be sent");
    }
    size_ += text.size();
    ++count_;
    return {};
}

OAIWIRE_ADAPTER_INLINE result<void> unsent_messages::write(const void* event,
                                                           const json::detail::description& type,
                                                           bool bounded) {
    return within_memory([&]() -> result<void> {
        auto written = json::detail::write_described(event, type, slot());
        return written ? queue(bounded) : std::move(written);
    });
}

OAIWIRE_ADAPTER_INLINE std::string_view unsent_messages::front() const {
    return count_ == 0 ? std::string_view() : std::string_view(texts_[first_]);
}

OAIWIRE_ADAPTER_INLINE void unsent_messages::pop() {
    constexpr std::size_t kept = std::size_t{64} << 10;  // bytes of memory for the next message
    if (count_ == 0) return;
    std::string& text = texts_[first_];
    size_ -= text.size();
    text.clear();
    if (text.capacity() > kept) std::string().swap(text);
    first_ = (first_ + 1) % texts_.size();
    --count_;
}

}}}  // namespace oaiwire::v0_2::detail

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
