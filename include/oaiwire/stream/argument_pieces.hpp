// argument_pieces: joins the pieces of a tool call's arguments.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/progress.hpp>

namespace oaiwire::inline v0_2::detail {

// Pieces are appended, with two exceptions.
// - Cumulative arguments: some servers send everything so far in each piece, so each piece starts
//   with the previous one and the last one counts. That alone is no proof: "1" and "11" may be
//   pieces of 111, and {"a": and {"a":1}} of {"a":{"a":1}}. So the joined text must be impossible
//   as well: the last piece is a complete JSON value and the joined text is not, or the joined text
//   cannot become JSON and the last piece can. A piece that does not start with the previous one
//   disproves it, and all pieces are joined.
// - A piece equal to arguments that are a complete object, list or string is a repetition and is
//   ignored: no JSON could continue like that.
// Takes linear time. Stores the pieces' text and, while each piece starts with the previous one,
// their lengths.
class argument_pieces {
public:
    // Adds a piece. `text`: the result for the previous pieces, initially empty; must be changed by
    // this function only.
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

    // The progress of the text towards a complete JSON value.
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

    // The first `count` pieces joined; each is a prefix of `last`.
    std::string joined_text(std::string_view last, std::size_t count) const {
        std::string out;
        for (std::size_t i = 0; i != count; ++i) out.append(last.substr(0, lengths_[i]));
        return out;
    }

    json_progress joined_{};  // of all pieces joined
    std::size_t fed_ = 0;     // bytes of the joined text that it has read
    json_progress::state last_state_ = json_progress::state::blank;
    std::vector<std::size_t> lengths_{};
    std::size_t last_ = 0;     // length of the last piece
    bool chained_ = true;      // whether each piece started with the previous one
    bool cumulative_ = false;  // the text is the last piece
};

}  // namespace oaiwire::inline v0_2::detail
