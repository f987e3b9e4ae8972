// Frames (RFC 6455, 5): their headers, written and read, and the masking of payloads.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

// RFC 6455, 5.2.
enum class opcode : std::uint8_t {
    continuation = 0,
    text = 1,
    binary = 2,
    close = 8,
    ping = 9,
    pong = 10,
};

constexpr bool is_control(opcode code) {
    return code >= opcode::close;
}

using mask_key = std::array<std::uint8_t, 4>;

inline constexpr std::size_t largest_header = 14;
inline constexpr std::size_t largest_control = 125;  // bytes of a control frame's payload

// XORs the bytes with the key (RFC 6455, 5.3), which begins at its byte `phase` % 4.
void apply_mask(char* bytes, std::size_t size, mask_key key, std::size_t phase);

// Appends a frame with its header, masked if there is a key.
void append_frame(std::string& out, opcode code, bool final, std::string_view payload,
                  const mask_key* key);

// Reads a header byte by byte, and refuses it at the first byte that is not valid.
class frame_header {
public:
    // Consumes header bytes until the header is whole or invalid. `masked`: whether it must be.
    // Returns their number; the last one of them is the invalid one.
    std::size_t feed(std::string_view bytes, bool masked);

    bool whole() const { return size_ != 0 && size_ == need_; }
    // Why the header is invalid, a literal; empty if it is not.
    std::string_view failure() const { return failure_; }
    opcode code() const { return static_cast<opcode>(bytes_[0] & 15U); }
    bool final() const { return (bytes_[0] & 0x80U) != 0; }
    std::uint64_t length() const { return length_; }
    mask_key key() const {
        return {bytes_[need_ - 4], bytes_[need_ - 3], bytes_[need_ - 2], bytes_[need_ - 1]};
    }
    // Prepares for the next header.
    void reset() { *this = {}; }

private:
    std::string_view check_first() const;
    std::string_view check_second(bool masked);
    std::string_view take_length(std::size_t bytes);

    std::array<std::uint8_t, largest_header> bytes_{};
    std::size_t size_ = 0;
    std::size_t need_ = 2;
    std::uint64_t length_ = 0;
    std::string_view failure_{};
};

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <cstring>

namespace oaiwire { inline namespace v0_2 { namespace websocket { namespace detail {

inline void apply_mask(char* bytes, std::size_t size, mask_key key, std::size_t phase) {
    const auto step = [&](std::size_t i) {
        bytes[i] =
            static_cast<char>(static_cast<unsigned char>(bytes[i]) ^ key[(phase + i) % key.size()]);
    };
    // eight bytes at a time: the pattern in memory is the same on every machine
    std::array<std::uint8_t, 8> pattern{};
    for (std::size_t i = 0; i != 8; ++i) pattern[i] = key[(phase + i) % key.size()];
    std::uint64_t wide = 0;
    std::memcpy(&wide, pattern.data(), 8);
    std::size_t i = 0;
    for (; size - i >= 8; i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes + i, 8);
        word ^= wide;
        std::memcpy(bytes + i, &word, 8);
    }
    for (; i != size; ++i) step(i);
}

inline void append_frame(std::string& out, opcode code, bool final, std::string_view payload,
                         const mask_key* key) {
    std::array<char, largest_header> header{};
    std::size_t n = 0;
    const auto put = [&](std::uint64_t byte) {
        header[n++] = static_cast<char>(static_cast<unsigned char>(byte & 0xFF));
    };
    const std::uint64_t size = payload.size();
    const unsigned masked = key ? 0x80U : 0U;
    put((final ? 0x80U : 0U) | static_cast<unsigned>(code));
    if (size <= largest_control) {
        put(masked | size);
    } else if (size <= 0xFFFF) {
        put(masked | 126U);
        for (int shift = 8; shift >= 0; shift -= 8) put(size >> shift);
    } else {
        put(masked | 127U);
        for (int shift = 56; shift >= 0; shift -= 8) put(size >> shift);
    }
    if (key) {
        for (const std::uint8_t byte : *key) put(byte);
    }
    const std::size_t before = out.size() + n;
    out.append(header.data(), n).append(payload);
    if (key) apply_mask(out.data() + before, payload.size(), *key, 0);
}

inline std::string_view frame_header::check_first() const {
    if ((bytes_[0] & 0x70U) != 0)
        return "a frame has reserved bits, and no extension was agreed on";
    const unsigned value = bytes_[0] & 15U;
    if (value > 10 || (value > 2 && value < 8)) return "a frame has an unknown opcode";
    if (is_control(code()) && !final()) return "a control frame is fragmented";
    return {};
}

inline std::string_view frame_header::check_second(bool masked) {
    if (((bytes_[1] & 0x80U) != 0) != masked) {
        return masked ? "a client's frame is not masked" : "a server's frame is masked";
    }
    length_ = bytes_[1] & 0x7FU;
    if (is_control(code()) && length_ > largest_control) return "a control frame is too long";
    need_ += (masked ? 4U : 0U) + (length_ == 126 ? 2U : length_ == 127 ? 8U : 0U);
    return {};
}

inline std::string_view frame_header::take_length(std::size_t bytes) {
    length_ = 0;
    for (std::size_t i = 0; i != bytes; ++i) length_ = length_ << 8 | bytes_[2 + i];
    if (length_ >> 63 != 0) return "the length of a frame is above 2^63-1";
    if (length_ <= (bytes == 2 ? largest_control : std::size_t{0xFFFF})) {
        return "the length of a frame is not written in the fewest bytes";
    }
    return {};
}

inline std::size_t frame_header::feed(std::string_view bytes, bool masked) {
    std::size_t n = 0;
    while (n != bytes.size() && !whole() && failure_.empty()) {
        bytes_[size_++] = static_cast<std::uint8_t>(static_cast<unsigned char>(bytes[n++]));
        if (size_ == 1) {
            failure_ = check_first();
        } else if (size_ == 2) {
            failure_ = check_second(masked);
        } else if (size_ == 4 && (bytes_[1] & 0x7FU) == 126) {
            failure_ = take_length(2);
        } else if (size_ == 10 && (bytes_[1] & 0x7FU) == 127) {
            failure_ = take_length(8);
        }
    }
    return n;
}

}}}}  // namespace oaiwire::v0_2::websocket::detail

#include <oaiwire/core/macros_end.hpp>
