// What each way to write strings by wide blocks must do: counts of texts that `put`, such as
// put_string_avx2(), writes or refuses otherwise than byte by byte. `least`: its shortest text.
#pragma once

#include <cstddef>
#include <cstring>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/text/print.hpp>
#include <support/random.hpp>

namespace support {

inline std::string written_plainly(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        char escape[8];
        if (byte < 0x20 || c == '"' || c == '\\') {
            out.append(escape, oaiwire::json::detail::put_escape(escape, c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

// Whether the text is written, from memory of exactly its size, to behind `before` in a string that
// had `old` bytes more, or refused, if it is not UTF-8.
template <class Put>
bool is_written_right(Put put, const std::string& text, std::size_t before, std::size_t old) {
    const auto from = std::make_unique<char[]>(text.size());
    std::memcpy(from.get(), text.data(), text.size());
    std::string out(before, 'b');
    out.resize(before + old, 'o');
    oaiwire::detail::text_sink sink(out, before);
    const bool ok = put(sink, std::string_view{from.get(), text.size()});
    if (oaiwire::find_invalid_utf8(text) != std::string_view::npos) return !ok;
    sink.finish();
    return ok && out == std::string(before, 'b') + written_plainly(text);
}

// Any byte at any place of texts of each length below `longest`.
template <class Put>
std::size_t wrong_bytes(Put put, std::size_t least, std::size_t longest) {
    std::size_t wrong = 0;
    for (std::size_t size = least; size != longest; ++size) {
        wrong += is_written_right(put, std::string(size, 'x'), size % 3, size) ? 0 : 1;
        for (std::size_t at = 0; at < size; at += 1 + size / 80) {
            for (const char c : {'"', '\\', '\n', '\x1f', '\0', ' ', '!', '#', '[', ']', '\x7f',
                                 '\x80', '\xa2', '\xdc', '\xff'}) {
                std::string text(size, 'x');
                text[at] = c;
                wrong += is_written_right(put, text, at % 3, size + at) ? 0 : 1;
            }
        }
    }
    return wrong;
}

// Sequences at any place: whole, cut and wrong.
template <class Put>
std::size_t wrong_sequences(Put put, std::size_t least, std::size_t longest) {
    static constexpr std::string_view sequences[] = {
        "\xc3\xa9",     "\xe2\x82\xac",     "\xf0\x9f\x8c\xa4", "\xed\x9f\xbf", "\xf4\x8f\xbf\xbf",
        "\xc3",         "\xe2\x82",         "\xf0\x9f\x8c",     "\x80",         "\xbf\xbf",
        "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc0\xaf",         "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf"};
    std::size_t wrong = 0;
    for (std::size_t size = least; size != longest; ++size) {
        for (const std::string_view sequence : sequences) {
            for (std::size_t at = 0; at + sequence.size() <= size; ++at) {
                std::string text(size, 'x');
                text.replace(at, sequence.size(), sequence);
                wrong += is_written_right(put, text, 0, 400) ? 0 : 1;
                // a block with an escape before or behind it is looked at in another way
                text[size - 1 - at % size / 2] = '"';
                wrong += is_written_right(put, text, 1, 0) ? 0 : 1;
                text[0] = '\n';
                wrong += is_written_right(put, text, 2, 7) ? 0 : 1;
            }
        }
    }
    return wrong;
}

// Random texts, in whatever room. Not 0 either if hardly any of them had to be refused.
template <class Put>
std::size_t wrong_random_texts(Put put, std::size_t least) {
    static constexpr std::string_view pieces[] = {"x",
                                                  "words of plain text, ",
                                                  "\"",
                                                  "\\",
                                                  "\n",
                                                  "\x01",
                                                  "\xc3\xa9",
                                                  "\x7f",
                                                  "\xe9\x9d\x92",
                                                  "\xf0\x9f\x8c\xa4"};
    support::random r(40);
    std::size_t wrong = 0;
    std::size_t refused = 0;
    for (int i = 0; i != 40'000; ++i) {
        std::string text;
        const std::size_t size = least + r.below(i % 100 == 0 ? 40'000 : 400);
        const std::size_t kinds = 1 + r.below(std::size(pieces));
        const std::size_t first = r.below(std::size(pieces));
        while (text.size() < size) text += pieces[(first + r.below(kinds)) % std::size(pieces)];
        if (r.one_in(3)) text[r.below(text.size())] = static_cast<char>(r.below(256));
        if (r.one_in(8)) text.resize(size);
        if (oaiwire::find_invalid_utf8(text) != std::string_view::npos) ++refused;
        wrong += is_written_right(put, text, r.below(40), r.below(7 * text.size())) ? 0 : 1;
    }
    return refused > 2'000 ? wrong : std::size_t{1};
}

}  // namespace support
