// text_search: substring search in linear time. std::string::find takes the product of both lengths
// in the worst case, which a peer that chooses both texts can cause.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/core/version.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// The algorithm of Knuth, Morris and Pratt.
class text_search {
public:
    explicit text_search(std::string part) : part_(std::move(part)), border_(part_.size()) {
        std::size_t matched = 0;
        for (std::size_t i = 1; i < part_.size(); ++i) {
            matched = after(matched, part_[i]);
            border_[i] = matched;
        }
    }

    // Whether `text` contains the part. Linear in `text`.
    bool is_in(std::string_view text) const {
        if (part_.empty()) return true;
        std::size_t matched = 0;
        for (const char c : text) {
            matched = after(matched, c);
            if (matched == part_.size()) return true;
        }
        return false;
    }
    std::size_t size() const { return part_.size(); }

private:
    // The length of the match after c follows a match of length `matched`.
    std::size_t after(std::size_t matched, char c) const {
        while (matched != 0 && part_[matched] != c) matched = border_[matched - 1];
        return part_[matched] == c ? matched + 1 : 0;
    }

    std::string part_;
    std::vector<std::size_t>
        border_;  // for each prefix: the length of its longest proper suffix that is a prefix
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
