// id_source: ids of responses, items and calls, from a seed of the program's.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/result.hpp>
#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

// The characters of ids and padding.
inline constexpr std::string_view id_alphabet =
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

// Random numbers from a seed (splitmix64), the same on every platform. Not for secrets.
class random_bits {
public:
    explicit constexpr random_bits(std::uint64_t seed) : state_(seed) {}
    constexpr std::uint64_t next() {
        std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
        z = (z ^ z >> 27) * 0x94D049BB133111EBu;
        return z ^ z >> 31;
    }

private:
    std::uint64_t state_;
};

// Appends random letters and digits.
void append_id(std::string& out, random_bits& random, std::size_t size = 24);

}  // namespace detail

// Makes ids as "chatcmpl-8Sx2...": a prefix and random letters and digits. The library reads no
// clock and no random device, so the seed is the program's: different in each process, such as 64
// bits of std::random_device. Ids are as hard to guess as the seed; they are no secrets. Not
// thread-safe.
class id_source {
public:
    explicit id_source(std::uint64_t seed) : random_(seed) {}

    // The prefix and `size` characters of 62. Prefixes of OpenAI: "chatcmpl-", "cmpl-", "resp_",
    // "msg_", "rs_", "fc_", "call_", "file-", "req_". Errors: out_of_memory.
    result<std::string> make(std::string_view prefix, std::size_t size = 24);
    // 64 random bits: a seed for something else.
    std::uint64_t bits() { return random_.next(); }

private:
    detail::random_bits random_;
};

}}  // namespace oaiwire::v0_2

#if OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/error.hpp>
#include <oaiwire/core/memory.hpp>

namespace oaiwire { inline namespace v0_2 {

namespace detail {

OAIWIRE_ADAPTER_INLINE void append_id(std::string& out, random_bits& random, std::size_t size) {
    for (; size != 0; --size) out.push_back(id_alphabet[random.next() % id_alphabet.size()]);
}

}  // namespace detail

OAIWIRE_ADAPTER_INLINE result<std::string> id_source::make(std::string_view prefix,
                                                           std::size_t size) {
    const auto write = [&]() -> result<std::string> {
        std::string out(prefix);
        detail::append_id(out, random_, size);
        return out;
    };
    return within_memory(write, [] { return result<std::string>(no_memory()); });
}

}}  // namespace oaiwire::v0_2

#endif  // OAIWIRE_ADAPTER_DEFINES

#include <oaiwire/core/macros_end.hpp>
