// read_memo: how far the text that was read last led to one of its values, so that a text which
// begins with the same bytes is read from there on. Knows no reader and no types.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include <oaiwire/core/version.hpp>

namespace oaiwire::inline OAIWIRE_ABI::json {

// For reading one text after another into the same object with the same options, where nobody else
// changes what stands before that value. What comes of it, errors included, is what reading from
// the start would have come to; where it could not be, nothing is remembered.
//
// The value is found by two names: that of a member of the outermost object, whose value is a list,
// and that of a member of its first element, which is an object.
class read_memo {
public:
    static constexpr std::size_t levels = 2;

    read_memo() = default;  // finds nothing
    // Static memory.
    read_memo(std::string_view list, std::string_view member) : names_{list, member} {}

    // Does this text begin like the last?
    bool fits(std::string_view text) const {
        return known_ && text.size() > bytes_.size() &&
               std::memcmp(text.data(), bytes_.data(), bytes_.size()) == 0;
    }
    // The object is another one, or was changed.
    void forget() { known_ = false; }
    bool known() const { return known_; }
    // Of the text, up to the value.
    std::size_t size() const { return known_ ? bytes_.size() : 0; }
    std::size_t retained() const { return bytes_.capacity(); }

    // For the reader, from here on: an object that was entered on the way.
    struct step {
        std::uint64_t seen = 0;    // its members before the one that leads on, as bits
        std::uint32_t at = 0;      // of that one's value, in the text
        std::uint32_t extra = 0;   // bytes of unknown members so far
        std::uint32_t member = 0;  // its index
    };
    std::array<step, levels> steps{};

    std::string_view name(std::size_t level) const { return names_[level]; }
    // Is the next text worth the copy of its beginning? Few are where they cost more than they
    // save.
    bool due() {
        constexpr std::uint32_t rarest = 16;
        if (credit_ < 0 && ++passed_ < rarest) return false;
        passed_ = 0;
        return true;
    }
    void remember(std::string_view bytes) {
        constexpr std::size_t most = 4096;
        known_ = bytes.size() <= most;
        if (!known_) return;
        bytes_.assign(bytes);
        credit_ =
            std::max(credit_ - for_a_try - static_cast<std::int32_t>(bytes.size()), -most_credit);
    }
    void was_of_use() {
        // reading takes that many times what it takes to copy
        constexpr std::int32_t gain = 8;
        const auto saved = static_cast<std::int32_t>(bytes_.size());
        credit_ = std::min(credit_ + for_a_try + gain * saved, most_credit);
    }

private:
    std::array<std::string_view, levels> names_{};
    std::string bytes_{};
    static constexpr std::int32_t for_a_try = 256;
    static constexpr std::int32_t most_credit = 16384;
    std::int32_t credit_ = most_credit / 8;  // bytes that may be copied for nothing
    std::uint32_t passed_ = 0;               // texts whose beginning was not copied
    bool known_ = false;
};

}  // namespace oaiwire::inline OAIWIRE_ABI::json
