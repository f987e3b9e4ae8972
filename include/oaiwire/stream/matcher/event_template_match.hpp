// event_template_match: definitions of the functions of event_template that compare and read.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/core/block.hpp>
#include <oaiwire/core/compiled.hpp>
#include <oaiwire/core/version.hpp>
#include <oaiwire/json/decimal.hpp>
#include <oaiwire/json/simd.hpp>
#include <oaiwire/json/text/decode_string.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/text/string_check.hpp>
#include <oaiwire/json/text/unescape.hpp>
#include <oaiwire/stream/matcher/event_template.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

[[gnu::cold]] OAIWIRE_INLINE std::size_t event_template::take_mismatch_cost() {
    std::size_t compared = before_;
    std::size_t read = std::exchange(invalid_size_, 0);
    for (std::size_t i = 0; i != mismatch_slot_; ++i) {
        const slot& s = slots()[i];
        compared = std::size_t{before_} + s.at;
        if (s.of == kind::text || s.of == kind::left) {
            constexpr std::size_t with_escapes = 3;  // they are longer than what they mean
            read += with_escapes * static_cast<const std::string*>(s.to)->size();
        }
    }
    return compared / 16 + read;
}

// Makes a slot of the value that differs from the `size` bytes at p. They are compared with those
// of the data from `at` on, where nothing before the slot `s` is one. False: what differs is no
// such value, or it begins before `at`.
[[gnu::cold]] [[gnu::noinline]] OAIWIRE_INLINE bool event_template::make_slot(
    slot* s, const char* p, std::ptrdiff_t at, std::size_t size, bool in_joined) {
    const char* const known_bytes = (in_joined ? joined() : data()) + at;
    std::size_t same_size = 0;
    const auto chunk = [](const char* from) {
        std::uint64_t word;
        std::memcpy(&word, from, sizeof word);
        return word;
    };
    while (size - same_size >= 8 && chunk(p + same_size) == chunk(known_bytes + same_size)) {
        same_size += 8;
    }
    while (same_size != size && p[same_size] == known_bytes[same_size]) ++same_size;
    const std::ptrdiff_t differs = at + static_cast<std::ptrdiff_t>(same_size);
    slot* const all_end = slots() + count_;
    for (slot* c = slots() + active_; c != all_end; ++c) {
        const std::ptrdiff_t begins = place_of(*c, in_joined);
        if (begins > differs) break;
        if (begins < at || begins + c->size < differs) continue;
        if (replace_count(*c, p + (begins - at), p + size)) return true;
        const slot made = *c;
        std::move_backward(s, c, c + 1);
        *s = made;
        ++active_;
        set_literals();
        return true;
    }
    invalid_size_ += static_cast<std::uint32_t>(same_size / 8);
    return false;
}

// A count that was the same for many events has another value from here on, such as the index of a
// tool call: takes that into the template, which costs less than a slot in each of the events that
// follow. False: it varies too often, or is not there as a whole.
[[gnu::cold]] OAIWIRE_INLINE bool event_template::replace_count(slot& c, const char* p,
                                                                const char* end) {
    constexpr std::size_t many = 8;
    std::int64_t number = 0;
    if (c.of != kind::count || lines_ != 0 || matched_ < many) return false;
    const char* const behind = template_slots::read_count(p, end, number);
    if (behind == nullptr || behind == end) return false;
    const auto size = static_cast<std::uint16_t>(behind - p);
    const std::size_t known_size = event_size() - c.size;
    if (count_ * sizeof(slot) + known_size + size > capacity_) return false;
    char* const at = data() + c.at;
    std::memmove(at + size, at + c.size, known_size - before_ - c.at);
    std::memcpy(at, p, size);
    const auto longer = static_cast<std::uint16_t>(size - c.size);
    for (slot* s = slots(); s != slots() + count_; ++s) {
        if (s->at > c.at) s->at = static_cast<std::uint16_t>(s->at + longer);
    }
    data_size_ = static_cast<std::uint16_t>(data_size_ + longer);
    c.size = size;
    *static_cast<std::int64_t*>(c.to) = number;
    set_literals();
    matched_ = 0;
    return true;
}

// memcmp, without a call for short literals.
[[gnu::always_inline]] inline bool event_template::same(const char* a, const char* b,
                                                        std::size_t size) {
    const auto differ = [&](auto word, std::size_t at) {
        auto other = word;
        std::memcpy(&word, a + at, sizeof word);
        std::memcpy(&other, b + at, sizeof other);
        return word ^ other;
    };
    constexpr std::uint64_t word{};
    if (size > 64) return std::memcmp(a, b, size) == 0;
    if (size >= 16) {
        std::uint64_t all =
            differ(word, 0) | differ(word, 8) | differ(word, size - 16) | differ(word, size - 8);
        if (size > 32) {
            all |= differ(word, 16) | differ(word, 24) | differ(word, size - 32) |
                   differ(word, size - 24);
        }
        return all == 0;
    }
    if (size >= 8) return (differ(word, 0) | differ(word, size - 8)) == 0;
    if (size >= 4) return (differ(std::uint32_t{}, 0) | differ(std::uint32_t{}, size - 4)) == 0;
    for (std::size_t i = 0; i != size; ++i) {
        if (a[i] != b[i]) return false;
    }
    return true;
}

[[gnu::noinline]] OAIWIRE_INLINE void event_template::set_text(std::string& to, const char* from,
                                                               std::size_t size) {
    to.assign(from, size);
}

// Sets a text of fewer than `block_size` bytes, where there are so many.
[[gnu::always_inline]] inline void event_template::set_short(std::string& to, const char* begin,
                                                             const char* end) {
    const auto size = static_cast<std::size_t>(end - begin);
    if (!json::detail::assign_short(to, begin, size)) set_text(to, begin, size);
}

// Reads a count, of which `had` digits came before p and were read. Returns one past its last
// digit, or null.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_number(
    const slot& s, const char* p, const char* end, std::size_t had, choice_set choices) {
    auto& number = *static_cast<std::int64_t*>(s.to);
    std::uint64_t value = 0;
    const int digits = had == 0 && end - p > 8 ? json::detail::leading_digits(p, value) : 0;
    // of few digits, as most are
    if (digits % 8 != 0 && (digits == 1 || *p != '0')) {
        number = static_cast<std::int64_t>(value);
        p += digits;
    } else {
        p = template_slots::read_count(p, end, number, had);
    }
    if (s.of == kind::count || p == nullptr || p == end) return p;
    return number < 32 && (choices >> number & 1) != 0 ? p : nullptr;
}

// Reads the value of a slot, of which `had` bytes came before p and were read. Returns one past its
// last byte, or null. If that is `end`, the value may continue in the bytes that follow.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read(const slot& s, const char* p,
                                                                  const char* end, std::size_t had,
                                                                  choice_set choices,
                                                                  scope within) {
    if (s.of > kind::left) return read_number(s, p, end, had, choices);
    auto& text = *static_cast<std::string*>(s.to);
    if (had == 0 && end - p >= block_size) {
        const char* const special = json::detail::find_special_in_block(p);
        if (special != p + block_size && *special == '"') {
            if (s.of == kind::text) set_short(text, p, special);
            return special;
        }
        return special != p + block_size && *special == '\\'
                   ? read_escaped(p, special, end, text, within)
                   : read_unescaped(p, end, text, within);
    }
    return read_text(p, end, text, had, within);
}

// read_text() of a string whose first escape is at `stop`, among its first bytes. Few and simple
// escapes of a short text are read here: no branch depends on where they are.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_escaped(
    const char* begin, const char* stop, const char* end, std::string& to, scope within) {
    constexpr std::ptrdiff_t most = 2 * block_size;
    char text[most + 2 * block_size];
    char* put = text;
    for (const char* p = begin; end - stop >= 2 + block_size;) {
        block::load(p).store(put);
        put += stop - p;
        if (*stop == '"') {
            const auto size = static_cast<std::size_t>(put - text);
            size < block_size ? set_short(to, text, put)
                              : json::detail::assign_text(to, text, size);
            return stop;
        }
        const char simple = json::detail::simple_escapes[static_cast<unsigned char>(stop[1])];
        if (*stop != '\\' || simple == 0 || put - text > most) break;
        *put++ = simple;
        p = stop + 2;
        stop = json::detail::find_special_in_block(p);
        if (stop == p + block_size) break;
    }
    return read_text(begin, end, to, 0, within);
}

// Reads a long string with escapes, whose event ends at `end`, in one pass.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_escapes(const char* begin,
                                                                          const char* end,
                                                                          std::string& to) {
    bool lone = false;
    json::detail::fault ignored;
    json::detail::string_checker checker;
    const char* const after =
        json::detail::decode_string(json::detail::text_between(begin - bytes_before, end), begin,
                                    to, json::surrogates::refuse, lone, ignored, checker);
    if (after) return after - 1;
    invalid_size_ = static_cast<std::uint32_t>(end - begin);
    return nullptr;
}

// read_text() where no escape is among the first bytes.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_unescaped(const char* begin,
                                                                            const char* end,
                                                                            std::string& to,
                                                                            scope within) {
    if (end - begin >= 2 * block_size) {
        if (const char* const quote = json::detail::read_short_text(begin, to)) return quote;
    }
    return read_text(begin, end, to, 0, within);
}

// Reads the string whose opening quote is before `begin` with the reader's functions. Returns
// its closing quote, or null. Strings for which the reader would need its slow path do not
// match. `had`: bytes of the string that are in `to` already. They had no escapes; as a
// character may be cut, they are checked together with what follows. What is long and has
// escapes is not looked through first.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_text(
    const char* begin, const char* end, std::string& to, std::size_t had, scope within) {
    using json::detail::valid_utf8;
    constexpr std::ptrdiff_t most_of_short = 128;
    const bool may_be_long = within != scope::piece && end - begin > most_of_short;
    json::detail::string_end found =
        json::detail::find_string_end(begin, may_be_long ? begin + most_of_short : end);
    if (may_be_long && found.quote == begin + most_of_short) {
        if (found.escapes) {
            if (within == scope::data) return read_escapes(begin, end, to);
            const void* const line_end =
                std::memchr(found.quote, '\n', static_cast<std::size_t>(end - found.quote));
            if (line_end) return read_escapes(begin, static_cast<const char*>(line_end), to);
            invalid_size_ = static_cast<std::uint32_t>(most_of_short);
            return nullptr;
        }
        const bool high = found.high;
        found = json::detail::find_string_end(found.quote, end);  // no escape goes on there
        found.high = found.high || high;
    }
    const std::string_view raw(begin, static_cast<std::size_t>(found.quote - begin));
    const bool cut = found.quote == end && had + raw.size() <= most_bytes;
    bool valid = false;
    if (found.escapes) {
        bool lone = false;
        json::detail::fault ignored;
        valid = found.ends && (!found.high || valid_utf8(raw)) && (had == 0 || valid_utf8(to)) &&
                json::detail::unescape(raw, to, had, json::surrogates::refuse, lone, ignored);
    } else if (had != 0) {
        to.append(raw);
        valid = cut || (found.ends && valid_utf8(to));
    } else if (cut || (found.ends && (!found.high || valid_utf8(raw)))) {
        json::detail::assign_text(to, begin, raw.size());
        valid = true;
    }
    if (valid) return found.quote;
    invalid_size_ = static_cast<std::uint32_t>(raw.size());
    return nullptr;
}

// read() of a text in an event, whose first special byte is `special`, or not in the first block.
[[gnu::noinline]] OAIWIRE_INLINE const char* event_template::read_other(const slot& s,
                                                                        const char* p,
                                                                        const char* special,
                                                                        const char* end) {
    auto& text = *static_cast<std::string*>(s.to);
    return special != p + block_size && *special == '\\'
               ? read_escaped(p, special, end, text, scope::event)
               : read_unescaped(p, end, text, scope::event);
}

// What is usual: the event is there as a whole, and its values are short texts without escapes. The
// rest is left to match_from(), from where something else comes.
[[gnu::flatten]] OAIWIRE_INLINE std::size_t event_template::match(std::string_view bytes,
                                                                  choice_set choices,
                                                                  std::size_t passed) {
    const char* p = bytes.data();
    const char* const end = p + bytes.size();
    const char* known_bytes = data() - before_ + passed;
    const slot* s = slots();
    const slot* const last = s + active_;
    for (; s != last; ++s) {
        const std::size_t literal = s->literal - passed;
        passed = 0;
        // with a block behind the literal
        if (static_cast<std::size_t>(end - p) < literal + block_size ||
            !same(p, known_bytes, literal)) {
            break;
        }
        p += literal;
        known_bytes += literal;
        const auto special = json::detail::special_in_block(p);
        const char* behind = p + special.first_or_size();
        if (s->of <= kind::left && special.any() && *behind == '"') {
            if (s->of == kind::text) {
                auto& text = *static_cast<std::string*>(s->to);
                const auto size = static_cast<std::size_t>(behind - p);
                if (!json::detail::assign_short_inline(text, p, size)) set_text(text, p, size);
            }
        } else {
            behind = s->of > kind::left ? read_number(*s, p, end, 0, choices)
                                        : read_other(*s, p, behind, end);
            if (behind == nullptr) return mismatch_before(s + 1);
            // the value may continue in the next bytes
            if (behind == end) return stop_at(s, s->at, static_cast<std::size_t>(end - p));
        }
        p = behind;
        known_bytes += s->size;
    }
    const std::size_t tail = tail_ - passed;
    if (s == last && static_cast<std::size_t>(end - p) >= tail && same(p, known_bytes, tail)) {
        ++matched_;
        return static_cast<std::size_t>(p - bytes.data()) + tail;
    }
    return match_from(bytes, p,
                      {.at = static_cast<std::int16_t>(known_bytes - data()),
                       .slot = static_cast<std::uint8_t>(s - slots())},
                      after_, choices);
}

OAIWIRE_INLINE bool event_template::begins_with(std::string_view bytes) const {
    constexpr std::size_t most_before = 6;  // "data: "
    const std::size_t most = bytes.size() + static_cast<std::size_t>(bytes_before);
    return lines_ == 0 && before_ <= most_before && bytes.size() > most_before &&
           most <= slots()->literal && same(bytes.data(), beginning(), bytes.size());
}

[[gnu::noinline]] OAIWIRE_INLINE std::size_t event_template::match_from(std::string_view bytes,
                                                                        const char* p,
                                                                        const position& from,
                                                                        std::size_t after,
                                                                        choice_set choices) {
    const char* const end = bytes.data() + bytes.size();
    const bool in_joined = after == 0;
    const char* const known_data = in_joined ? joined() : data();
    slot* s = slots() + from.slot;
    const slot* last = slots() + active_;
    std::ptrdiff_t at = from.at;
    std::size_t inside = from.inside;
    for (;;) {
        if (inside == 0) {
            const std::size_t data_size = in_joined ? joined_size() : data_size_;
            const std::ptrdiff_t to = s == last ? static_cast<std::ptrdiff_t>(data_size + after)
                                                : place_of(*s, in_joined);
            const auto literal = static_cast<std::size_t>(to - at);
            const auto left = static_cast<std::size_t>(end - p);
            if (left < literal) {
                // a line end would end the data, where these are one line
                if (lines_ == 0 && at + static_cast<std::ptrdiff_t>(left) > data_size_) {
                    return mismatch_before(s);
                }
                if (std::memcmp(p, known_data + at, left) == 0) {
                    return stop_at(s, at + static_cast<std::ptrdiff_t>(left), 0);
                }
                if (!make_slot(s, p, at, left, in_joined)) return mismatch_before(s);
                last = slots() + active_;
                continue;
            }
            if (!same(p, known_data + at, literal)) {
                if (!make_slot(s, p, at, literal, in_joined)) return mismatch_before(s);
                last = slots() + active_;
                continue;
            }
            p += literal;
            if (s == last) {
                ++matched_;
                return static_cast<std::size_t>(p - bytes.data());
            }
            if (p == end) return stop_at(s, to, 0);
        }
        const char* const begin = p;
        const scope within = inside != 0 || p - bytes.data() < bytes_before ? scope::piece
                             : after == 0                                   ? scope::data
                                                                            : scope::event;
        p = read(*s, p, end, inside, choices, within);
        if (p == nullptr) return mismatch_before(s + 1);
        // the value may continue in the next bytes
        if (p == end) return stop_at(s, s->at, inside + static_cast<std::size_t>(p - begin));
        inside = 0;
        at = place_of(*s, in_joined) + s->size;
        ++s;
    }
}

// What is written is never longer than what was read before it.
[[gnu::noinline]] OAIWIRE_INLINE std::string_view event_template::join_lines(
    char* event, std::size_t size) const {
    const char* known_bytes = joined();
    const char* p = event;
    char* to = event;
    for (const slot* s = slots(); s != slots() + active_; ++s) {
        const char* const literal_end = joined() + place_of(*s, true);
        to = std::copy(known_bytes, literal_end, to);
        known_bytes = literal_end + s->size;
        p += s->literal;
        const char* behind = p;
        if (s->of <= kind::left) {
            behind = json::detail::find_string_end(p, event + size).quote;
        } else {
            while (json::detail::is_digit(*behind)) ++behind;
        }
        const auto n = static_cast<std::size_t>(behind - p);
        std::memmove(to, p, n);
        to += n;
        p = behind;
    }
    to = std::copy(known_bytes, static_cast<const char*>(joined() + joined_size()), to);
    return {event, static_cast<std::size_t>(to - event)};
}

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
