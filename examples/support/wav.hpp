// WAV files of 16 bits, one channel and 24000 Hz: what the Realtime API speaks by default.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace example {

inline std::uint32_t little_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (std::size_t i = bytes.size(); i-- != 0;) {
        value = value << 8 | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}
inline void append_little_endian(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i != bytes; ++i) out.push_back(static_cast<char>(value >> 8 * i & 0xFF));
}

// The samples of a file; false if it is another kind of file.
inline bool read_wav(const std::string& path, std::string& samples) {
    std::FILE* const file = std::fopen(path.c_str(), "rb");
    if (file == nullptr) return false;
    std::string all;
    char piece[4096];
    while (const std::size_t n = std::fread(piece, 1, sizeof piece, file)) all.append(piece, n);
    std::fclose(file);
    if (!all.starts_with("RIFF") || all.compare(8, 4, "WAVE") != 0) return false;
    bool fits = false;
    std::string_view left = std::string_view(all).substr(12);
    while (left.size() >= 8) {
        const std::string_view name = left.substr(0, 4);
        const std::size_t size = little_endian(left.substr(4, 4));
        const std::string_view chunk = left.substr(8, size);
        if (name == "fmt " && chunk.size() >= 16) {
            fits = little_endian(chunk.substr(0, 2)) == 1 &&
                   little_endian(chunk.substr(2, 2)) == 1 &&
                   little_endian(chunk.substr(4, 4)) == 24000 &&
                   little_endian(chunk.substr(14, 2)) == 16;
        }
        if (name == "data") {
            samples = chunk;
            return fits;
        }
        left.remove_prefix(std::min(left.size(), 8 + size + size % 2));
    }
    return false;
}

inline bool write_wav(const std::string& path, std::string_view samples) {
    const auto size = static_cast<std::uint32_t>(samples.size());
    std::string head = "RIFF";
    append_little_endian(head, 36 + size, 4);
    head += "WAVEfmt ";
    append_little_endian(head, 16, 4);
    append_little_endian(head, 1, 2);      // PCM
    append_little_endian(head, 1, 2);      // channels
    append_little_endian(head, 24000, 4);  // Hz
    append_little_endian(head, 48000, 4);  // bytes of a second
    append_little_endian(head, 2, 2);      // of a sample
    append_little_endian(head, 16, 2);     // bits
    head += "data";
    append_little_endian(head, size, 4);
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return false;
    const bool written = std::fwrite(head.data(), 1, head.size(), file) == head.size() &&
                         std::fwrite(samples.data(), 1, samples.size(), file) == samples.size();
    return std::fclose(file) == 0 && written;
}

// The samples of a tone.
inline std::string tone(int ms) {
    std::string out;
    for (int i = 0; i != 24 * ms; ++i) {
        const double sample = 8000 * std::sin(i * 2 * 3.14159265358979 * 440 / 24000);
        append_little_endian(out, static_cast<std::uint16_t>(static_cast<std::int16_t>(sample)), 2);
    }
    return out;
}

}  // namespace example
