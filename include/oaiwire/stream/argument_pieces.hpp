// argument_pieces: the arguments of one call out of the pieces that a stream has them in. Knows no
// calls.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/version.hpp>
#include <oaiwire/json/text/progress.hpp>

namespace oaiwire::inline v0_2::detail {

// Pieces are joined, with two exceptions.
// - Cumulative arguments: some servers send all that there is so far in each piece. Then every
// piece
//   begins with the one before, and the last one counts. That alone is no proof: "1" and "11" may
//   be pieces of 111, and {"a": and {"a":1}} of {"a":{"a":1}}. So the pieces must also not fit
//   behind one another: the last is one whole JSON value and the joined text is none, or the joined
//   text cannot become JSON and the last can. One piece that does not begin with the one before
//   shows that they were to be joined, and joins them all.
// - A piece that repeats the whole of arguments that are a whole object, list or string is a second
//   sending of them, and is left out: nothing that is JSON could continue so.
// Work is linear in the bytes of the pieces. Memory: their text, and while every piece begins with
// the one before, the length of each.
class argument_pieces {
public:
    // text: what this made of all pieces until now, nothing at first; it is changed by this alone.
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

    // How far the text is on its way to one JSON value.
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

    // The first `count` pieces behind one another; each is a beginning of the last.
    std::string joined_text(std::string_view last, std::size_t count) const {
        std::string out;
        for (std::size_t i = 0; i != count; ++i) out.append(last.substr(0, lengths_[i]));
        return out;
    }

    json_progress joined_{};  // of all pieces, behind one another
    std::size_t fed_ = 0;     // bytes of the text that it has seen, while that is the joined one
    json_progress::state last_state_ = json_progress::state::blank;
    std::vector<std::size_t> lengths_{};
    std::size_t last_ = 0;     // length of the last piece
    bool chained_ = true;      // has each piece begun with the one before?
    bool cumulative_ = false;  // the text is the last piece
};

}  // namespace oaiwire::inline v0_2::detail
