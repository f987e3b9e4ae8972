// argument_pieces: joins the arguments of one tool call from the pieces that a stream sends.
#pragma once
#include <oaiwire/core/macros_begin.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/progress.hpp>

namespace oaiwire { inline namespace v0_2 { namespace detail {

// Pieces are concatenated, with two exceptions.
// - Cumulative arguments: some servers send all arguments so far in each piece. Then each piece
//   begins with the one before, and the last one counts. That alone is no proof: "1" and "11" may
//   be pieces of 111, and {"a": and {"a":1}} of {"a":{"a":1}}. So the concatenation must also fail:
//   the last piece is a complete JSON value and the concatenation is not, or the concatenation
//   cannot become JSON and the last piece can. A piece that does not begin with the one before
//   proves the opposite, and all are concatenated.
// - A piece that equals the arguments so far, which are a complete object, list or string, is a
//   repetition and is ignored: no JSON continues like that.
// Time is linear in the bytes of the pieces. Memory: their text and, as long as each piece begins
// with the one before, the length of each.
class argument_pieces {
public:
    // Adds a piece to `text`: the arguments so far, "" at first, which only this function changes.
    void add(std::string& text, std::string_view piece) {
        if (piece.empty()) return;
        if (text.empty()) {
            text = piece;
            last_ = piece.size();
            return;
        }
        if (chained_ && piece.starts_with(last_of(text))) return chain(text, piece);
        if (chained_) unchain(text);
        if (piece == text && now(text) == json_progress::state::closed) return;
        text.append(piece);
    }

    // Whether the text is a complete JSON value, can become one, or cannot.
    json_progress::state now(std::string_view text) {
        if (cumulative_) return last_state_;
        joined_.feed(text.substr(fed_));
        fed_ = text.size();
        return joined_.now();
    }

private:
    std::string_view last_of(std::string_view text) const {
        return text.substr(text.size() - last_);
    }

    void chain(std::string& text, std::string_view piece) {
        using state = json_progress::state;
        if (lengths_.empty()) lengths_.push_back(last_);
        lengths_.push_back(piece.size());
        if (!cumulative_) now(text);
        joined_.feed(piece);
        last_state_ = json_progress::of(piece);
        const state joined = joined_.now();
        const bool last_only = last_state_ == state::closed
                                   ? joined != state::closed
                                   : joined == state::broken && last_state_ != state::broken;
        if (!last_only && cumulative_) text = joined_text(text, lengths_.size() - 1);
        if (last_only) {
            text = piece;
        } else {
            text.append(piece);
        }
        cumulative_ = last_only;
        last_ = piece.size();
        if (!cumulative_) fed_ = text.size();
    }

    void unchain(std::string& text) {
        if (cumulative_) {
            text = joined_text(text, lengths_.size());
            fed_ = text.size();
        }
        chained_ = false;
        cumulative_ = false;
        lengths_ = {};
    }

    // The first `count` pieces concatenated; each of them is a prefix of `last`.
    std::string joined_text(std::string_view last, std::size_t count) const {
        std::string out;
        for (std::size_t i = 0; i != count; ++i) out.append(last.substr(0, lengths_[i]));
        return out;
    }

    json_progress joined_{};  // of the concatenation
    std::size_t fed_ =
        0;  // bytes of the text that `joined_` has seen, while that is the concatenation
    json_progress::state last_state_ = json_progress::state::blank;
    std::vector<std::size_t> lengths_{};
    std::size_t last_ = 0;     // length of the last piece
    bool chained_ = true;      // each piece began with the one before
    bool cumulative_ = false;  // the text is the last piece
};

}}}  // namespace oaiwire::v0_2::detail

#include <oaiwire/core/macros_end.hpp>
