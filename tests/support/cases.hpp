// Reads the files of tests/cases.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace support {

// One JSON document per line.
inline std::vector<nlohmann::json> cases(const std::string& name) {
    std::vector<nlohmann::json> out;
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/" + name);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) out.push_back(nlohmann::json::parse(line));
    }
    return out;
}

// Replaces \n \r \t \\ \xHH by bytes.
inline std::string unescaped(const std::string& text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            out += text[i];
            continue;
        }
        const char c = text[++i];
        if (c == 'x') {
            out += static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16));
            i += 2;
        } else {
            out += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
        }
    }
    return out;
}

// Replaces unprintable bytes by \xHH, for messages.
inline std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const char* digits = "0123456789abcdef";
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f) {
            out += c;
        } else {
            out += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return out;
}

}  // namespace support
