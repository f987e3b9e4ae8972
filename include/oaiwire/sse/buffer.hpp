// buffer: a reusable byte buffer with a bound on its capacity.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

// Unlike std::string, it is 16 bytes, and growth never exceeds a given capacity. At most 1 GiB.
// clear() and truncate() leave the bytes in memory until the next append, so views of them stay
// valid until then.
class buffer {
public:
    static constexpr std::size_t max_size = std::size_t{1} << 30;

    buffer() = default;
    buffer(buffer&& other) noexcept
        : bytes_(std::move(other.bytes_)),
          size_(std::exchange(other.size_, 0)),
          capacity_(std::exchange(other.capacity_, 0)) {}
    buffer& operator=(buffer&& other) noexcept;

    std::string_view view() const { return {bytes_.get(), size_}; }
    const char* data() const { return bytes_.get(); }
    std::size_t size() const { return size_; }
    std::size_t capacity() const { return capacity_; }

    void clear() { size_ = 0; }
    // Precondition: size <= size().
    void truncate(std::size_t size) { size_ = static_cast<std::uint32_t>(size); }

    // Amortised constant time for a byte. `ceiling` bounds the capacity after growth: at most
    // max_size, at least size() + bytes.size(). Throws std::bad_alloc.
    void append(std::string_view bytes, std::size_t ceiling);
    // Replaces the content. Throws std::bad_alloc; the buffer is empty then.
    void assign(std::string_view bytes, std::size_t ceiling);

    // What is free behind the content, at least n bytes; commit() adds those that were written.
    // `ceiling` as above. Throws std::bad_alloc.
    struct place {
        char* first = nullptr;
        std::size_t size = 0;
    };
    place spare(std::size_t n, std::size_t ceiling) {
        if (n > std::size_t{capacity_} - size_) grow(size_ + n, ceiling);
        return {bytes_.get() + size_, std::size_t{capacity_} - size_};
    }
    void commit(std::size_t n) { size_ += static_cast<std::uint32_t>(n); }

    // These append if there is spare capacity, else return false.
    bool try_push(char c) {
        if (size_ == capacity_) return false;
        bytes_[size_++] = c;
        return true;
    }
    bool try_append(std::string_view bytes);

    void swap(buffer& other) noexcept;

private:
    void grow(std::size_t needed, std::size_t ceiling);

    std::unique_ptr<char[]> bytes_{};
    std::uint32_t size_ = 0;  // 32 bits suffice for 1 GiB
    std::uint32_t capacity_ = 0;
};

}}}  // namespace oaiwire::v0_2::sse::detail

#if OAIWIRE_DEFINES

namespace oaiwire { inline namespace v0_2 { namespace sse::detail {

OAIWIRE_INLINE buffer& buffer::operator=(buffer&& other) noexcept {
    buffer(std::move(other)).swap(*this);
    return *this;
}

OAIWIRE_INLINE void buffer::append(std::string_view bytes, std::size_t ceiling) {
    if (bytes.empty()) return;
    if (bytes.size() > std::size_t{capacity_} - size_) grow(size_ + bytes.size(), ceiling);
    std::memcpy(bytes_.get() + size_, bytes.data(), bytes.size());
    size_ += static_cast<std::uint32_t>(bytes.size());
}

OAIWIRE_INLINE void buffer::assign(std::string_view bytes, std::size_t ceiling) {
    clear();
    append(bytes, ceiling);
}

OAIWIRE_INLINE bool buffer::try_append(std::string_view bytes) {
    if (bytes.size() > std::size_t{capacity_} - size_) return false;
    std::memcpy(bytes_.get() + size_, bytes.data(), bytes.size());
    size_ += static_cast<std::uint32_t>(bytes.size());
    return true;
}

OAIWIRE_INLINE void buffer::swap(buffer& other) noexcept {
    bytes_.swap(other.bytes_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
}

OAIWIRE_INLINE void buffer::grow(std::size_t needed, std::size_t ceiling) {
    // doubles, so that appending takes amortised constant time for each byte
    std::size_t capacity = capacity_ < 32 ? 64 : std::size_t{capacity_} * 2;
    if (capacity > ceiling) capacity = ceiling;
    if (capacity < needed) capacity = needed;
    std::unique_ptr<char[]> bytes(new char[capacity]);
    if (size_ != 0) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    capacity_ = static_cast<std::uint32_t>(capacity);
}

}}}  // namespace oaiwire::v0_2::sse::detail

#endif  // OAIWIRE_DEFINES

#include <oaiwire/core/macros_end.hpp>
