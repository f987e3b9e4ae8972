// Changes of a text as a fuzzer makes them, for tests with a seed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace support {

// Up to three changes: a byte of `interesting` replaces or is inserted, bytes are erased, or a part
// of the text or of one of `others`, which is not empty, is inserted. `below(n)`: a random number
// below n.
template <class Below>
std::string mutated(std::string text, const std::vector<std::string>& others,
                    std::string_view interesting, Below&& below) {
    for (std::size_t edits = below(4); edits != 0 && !text.empty(); --edits) {
        const std::size_t at = below(text.size());
        const char c = interesting[below(interesting.size())];
        const std::string& other = others[below(others.size())];
        switch (below(5)) {
            case 0:
                text[at] = c;
                break;
            case 1:
                text.insert(at, 1, c);
                break;
            case 2:
                text.erase(at, 1 + below(3));
                break;
            case 3:
                text.insert(at, text.substr(below(text.size()), below(24)));
                break;
            default:
                text.insert(at, other.substr(below(other.size()), below(40)));
                break;
        }
    }
    return text;
}

}  // namespace support
