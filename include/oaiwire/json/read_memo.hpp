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

namespace oaiwire::inline v0_2::json {

// For reading one text after another into the same object with the same options, where nobody else
// changes what stands before that value. What comes of it, errors included, is what reading from
// the start would have come to; where it could not be, nothing is remembered.
//
// The value is found by two names: that of a member of the outermost object, whose value is a list,
// and that of a member of its first element, which is an object.
class read_memo {
public:
    static constexpr std::size_t levels = 2;
    // Of the list and of the member.
    using names = std::array<std::string_view, levels>;

    // Both are borrowed. `kept` is for the bytes that are compared.
    read_memo(const names& way, std::string& kept) : names_(&way), kept_(&kept) {}

    // Does this text begin like the last?
    bool fits(std::string_view text) const {
        return known() && text.size() > size_ &&
               std::memcmp(text.data(), kept_->data() + from_, size_) == 0;
    }
    // The object is another one, or was changed.
    void forget() { size_ = 0; }
    bool known() const { return size_ != 0; }
    // Of the text, up to the value.
    std::size_t size() const { return size_; }
    // `kept` was set to bytes that have those of the text from there on.
    void lies_at(std::size_t from) { from_ = static_cast<std::uint16_t>(from); }

    // For the reader, from here on: an object that was entered on the way.
    struct step {
        std::uint64_t seen = 0;    // its members before the one that leads on, as bits
        std::uint32_t at = 0;      // of that one's value, in the text
        std::uint32_t extra = 0;   // bytes of unknown members so far
        std::uint32_t member = 0;  // its index
    };
    std::array<step, levels> steps{};

    std::string_view name(std::size_t level) const { return (*names_)[level]; }
    // Is the next text worth the copy of its beginning? Few are where they cost more than they
    // save.
    bool due() {
        constexpr std::uint16_t rarest = 16;
        if (credit_ < 0 && ++passed_ < rarest) return false;
        passed_ = 0;
        return true;
    }
    void remember(std::string_view bytes) {
        constexpr std::size_t most = 4096;
        forget();
        if (bytes.size() > most) return;
        kept_->assign(bytes);
        lies_at(0);
        size_ = static_cast<std::uint16_t>(bytes.size());
        give(-for_a_try - size_);
    }
    void was_of_use() {
        // reading takes that many times what it takes to copy
        constexpr std::int32_t gain = 8;
        give(for_a_try + gain * size_);
    }

private:
    static constexpr std::int32_t for_a_try = 256;
    static constexpr std::int32_t most_credit = 16384;

    void give(std::int32_t bytes) {
        credit_ = static_cast<std::int16_t>(std::clamp(credit_ + bytes, -most_credit, most_credit));
    }

    const names* names_;
    std::string* kept_;
    std::uint16_t from_ = 0;
    std::uint16_t size_ = 0;                 // 0: nothing is remembered
    std::int16_t credit_ = most_credit / 8;  // bytes that may be copied for nothing
    std::uint16_t passed_ = 0;               // texts whose beginning was not copied
};

}  // namespace oaiwire::inline v0_2::json
