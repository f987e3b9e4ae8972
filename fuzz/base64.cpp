// base64: a text is decoded if and only if it is the encoding of some bytes, with or without
// padding; the error has the offset of the first wrong character. Input: a seed (padding) and the
// text, which also serves as the bytes to encode.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/base64.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;

constexpr std::string_view alphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

// RFC 4648, section 4, bit by bit.
std::string encoded(std::string_view bytes) {
    std::string out;
    unsigned held = 0;
    int bits = 0;
    for (const char c : bytes) {
        held = (held << 8 | static_cast<unsigned char>(c)) & 0xFFFF;
        for (bits += 8; bits >= 6;) out.push_back(alphabet[held >> (bits -= 6) & 63]);
    }
    if (bits != 0) out.push_back(alphabet[held << (6 - bits) & 63]);
    while (out.size() % 4 != 0) out.push_back('=');
    return out;
}

std::string decoded(std::string_view text) {
    std::string out;
    unsigned held = 0;
    int bits = 0;
    for (const char c : text.substr(0, text.find('='))) {
        const std::size_t value = alphabet.find(c);
        held = (held << 6 | static_cast<unsigned>(value == alphabet.npos ? 0 : value)) & 0xFFFF;
        if ((bits += 6) < 8) continue;
        out.push_back(static_cast<char>(held >> (bits -= 8) & 0xFF));
    }
    return out;
}

void base64(std::string_view input) {
    fuzz::seeded random(input);
    const fuzz::block exact(random.text);
    const std::string_view text = exact.view();
    const std::span<const std::uint8_t> bytes(reinterpret_cast<const std::uint8_t*>(text.data()),
                                              text.size());
    const std::string written = to_base64(bytes);
    must(written == encoded(text), "bytes are encoded according to RFC 4648");
    must(written.size() == base64_encoded_size(text.size()), "base64_encoded_size() is correct");

    const bool required = random.below(2) == 0;
    const auto padding = required ? base64_padding::required : base64_padding::optional;
    std::vector<std::uint8_t> out(base64_decoded_size(text));
    const auto read = decode_base64(text, out, padding);
    const std::string meant = decoded(text);
    std::string whole = encoded(meant);
    bool due = text == whole;
    while (!required && whole.ends_with('=')) whole.pop_back();
    due = due || text == whole;
    must(read.has_value() == due, "exactly the encodings are decoded");
    if (read) {
        must(*read == out.size() && std::equal(out.begin(), out.end(), meant.begin(), meant.end(),
                                               [](std::uint8_t a, char b) {
                                                   return a == static_cast<std::uint8_t>(b);
                                               }),
             "decoding returns the encoded bytes");
        must(out.empty() || !decode_base64(text, std::span(out).first(out.size() - 1), padding),
             "a short buffer is rejected");
        return;
    }
    const std::size_t at = read.error().offset;
    must(read.error().code == errc::invalid_base64 && at <= text.size(),
         "the error offset is within the text");
    const std::size_t wrong = text.find_first_not_of(alphabet);
    must(at <= wrong || wrong == text.npos || text[wrong] == '=',
         "the error offset is that of the first error");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    base64(fuzz::text_of(data, size));
    return 0;
}
