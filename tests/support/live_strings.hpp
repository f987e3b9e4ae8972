// Strings that grow as long as they may become something. Knows no grammar.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace support {

// Calls f(text), and, where that is true, for every byte of the alphabet behind it in turn, until
// `more` bytes were added. Reaches far deeper than all strings of a length do.
template <class F>
void every_live_string(std::string& text, std::string_view alphabet, std::size_t more, F&& f) {
    if (!f(static_cast<const std::string&>(text)) || more == 0) return;
    for (const char c : alphabet) {
        text.push_back(c);
        every_live_string(text, alphabet, more - 1, f);
        text.pop_back();
    }
}

}  // namespace support
