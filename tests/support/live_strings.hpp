// Enumerates strings, extending only those that are still valid prefixes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace support {

// Calls f(text) and, if it returns true, for each byte of the alphabet appended, until `more` bytes
// were added. Reaches much longer strings than a full enumeration.
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
