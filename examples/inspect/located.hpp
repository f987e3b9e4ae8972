// located: a text that was taken out of its framing, and where in the input each byte comes from.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "finding.hpp"

namespace inspect {

// Bytes may be replaced in `text`, as long as its size stays the same.
class located {
public:
    std::string text{};

    located() = default;
    // Bytes of the input from `source` on.
    located(std::string_view bytes, std::size_t source) { append(bytes, source); }

    void append(std::string_view bytes, std::size_t source) {
        const bool follows = !pieces_.empty() && source_of_end() == source;
        if (!follows) pieces_.push_back({text.size(), source});
        text.append(bytes);
    }
    // Bytes of another text. Linear in their number and that of their pieces.
    void append(const located& from, std::size_t offset, std::size_t size) {
        const std::string_view all = from.text;
        if (size == 0) return append({}, from.source(offset));
        while (size != 0) {
            const std::size_t n = (std::min)(size, from.run(offset));
            append(all.substr(offset, n), from.source(offset));
            offset += n;
            size -= n;
        }
    }

    // Where a part of the text is in the input, with the framing between its bytes.
    place at(std::size_t offset, std::size_t size) const {
        const std::size_t first = source(offset);
        size = (std::min)(size, text.size() - (std::min)(offset, text.size()));
        return {first, size == 0 ? 0 : source(offset + size - 1) + 1 - first};
    }
    // The same for a view into `text`.
    place at(std::string_view part) const {
        return at(static_cast<std::size_t>(part.data() - text.data()), part.size());
    }
    // The place of the whole text.
    place all() const { return at(0, text.size()); }

private:
    struct piece {
        std::size_t at;      // in the text
        std::size_t source;  // in the input
    };

    const piece* piece_of(std::size_t offset) const {
        const auto after =
            std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                             [](std::size_t value, const piece& p) { return value < p.at; });
        return after == pieces_.begin() ? nullptr : &*(after - 1);
    }
    std::size_t source_of_end() const {
        return pieces_.back().source + (text.size() - pieces_.back().at);
    }
    std::size_t source(std::size_t offset) const {
        const piece* const p = piece_of((std::min)(offset, text.size()));
        return p ? p->source + ((std::min)(offset, text.size()) - p->at) : 0;
    }
    // How many bytes from there on follow each other in the input.
    std::size_t run(std::size_t offset) const {
        const piece* const p = piece_of(offset);
        const std::size_t next = p && p != &pieces_.back() ? (p + 1)->at : text.size();
        return next - offset;
    }

    std::vector<piece> pieces_{};
};

}  // namespace inspect
