// Joins surrogate pairs that a server split between two deltas.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/unescape.hpp>

namespace oaiwire { inline namespace v0_2 {

// Strings are read with lone halves encoded as three bytes (surrogates::keep), and become valid
// UTF-8. A high half at the end of a string is held for its slot, which identifies the text; halves
// without a counterpart become U+FFFD.
class surrogate_joiner {
public:
    // Identifies a text that is continued by later deltas.
    using slot = std::uint64_t;

    // Whether a half is pending.
    bool holding() const { return !held_.empty(); }

    // Joins `text` with the pending half of the slot, and holds a trailing half.
    void join(std::string& text, slot where) {
        if (text.empty()) return;
        const std::uint32_t high = take(where);
        std::string out;
        std::size_t i = 0;
        if (high != 0) {
            const std::uint32_t low = half_at(text, 0);
            if (json::detail::is_low_surrogate(low)) {
                append_utf8(out, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
                i = 3;
            } else {
                out.append(replacement_character);
            }
        }
        while (i != text.size()) {
            const std::uint32_t half = half_at(text, i);
            if (half == 0) {
                out.push_back(text[i++]);
                continue;
            }
            i += 3;
            if (i == text.size() && json::detail::is_high_surrogate(half)) {
                held_.push_back({where, half});
            } else {
                out.append(replacement_character);
            }
        }
        text = std::move(out);
    }

    // Drops the half that is held for a slot. True if there was one, so that U+FFFD is due.
    bool give_up(slot where) { return take(where) != 0; }

    // The slots that hold a half.
    std::vector<slot> held() const {
        std::vector<slot> out;
        for (const auto& h : held_) out.push_back(h.where);
        return out;
    }
    // Drops all pending halves.
    void clear() { held_.clear(); }

private:
    struct held_half {
        slot where = 0;
        std::uint32_t code = 0;
    };

    // Removes and returns the half that is held for a slot; 0 if there is none.
    std::uint32_t take(slot where) {
        for (auto h = held_.begin(); h != held_.end(); ++h) {
            if (h->where != where) continue;
            const std::uint32_t code = h->code;
            held_.erase(h);
            return code;
        }
        return 0;
    }

    // The surrogate whose three bytes begin at i; 0 if there is none.
    static std::uint32_t half_at(const std::string& text, std::size_t i) {
        if (text.size() - i < 3) return 0;
        const auto byte = [&](std::size_t n) { return static_cast<unsigned char>(text[i + n]); };
        if (byte(0) != 0xED || byte(1) < 0xA0) return 0;
        return 0xD000u | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
    }

    std::vector<held_half> held_{};
};

}}  // namespace oaiwire::v0_2

#include <oaiwire/core/macros_end.hpp>
