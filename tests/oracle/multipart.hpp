// A reference parser for multipart/form-data: RFC 2046, 5.1.1 over the whole body, line by line.
// Slow and simple; shares nothing with http/multipart.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace oracle {

struct form_part {
    std::vector<std::pair<std::string, std::string>> fields{};  // names in lower case
    std::string content{};

    std::string field(std::string_view name) const {
        for (const auto& [n, value] : fields) {
            if (n == name) return value;
        }
        return "(none)";
    }
    // A quoted parameter of Content-Disposition, verbatim.
    std::string parameter(const std::string& name) const {
        const auto text = field("content-disposition");
        const auto at = text.find("; " + name + "=\"");
        if (at == text.npos) return "(none)";
        const auto from = at + name.size() + 4;
        return text.substr(from, text.find('"', from) - from);
    }
};

// The parts, or nothing if the body is not exactly one form.
inline std::optional<std::vector<form_part>> read_form(std::string_view content_type,
                                                       const std::string& body) {
    const std::string_view prefix = "multipart/form-data; boundary=";
    if (!content_type.starts_with(prefix)) return std::nullopt;
    const auto boundary = std::string(content_type.substr(prefix.size()));
    if (boundary.empty() || boundary.size() > 70) return std::nullopt;

    // the delimiter lines: offset of each, including the preceding line break, and its text
    const std::string text = "\r\n" + body;
    const std::string dashes = "\r\n--" + boundary;
    std::vector<form_part> parts;
    auto at = text.find(dashes);
    if (at != 0) return std::nullopt;
    for (;;) {
        at += dashes.size();
        if (text.substr(at) == "--\r\n") return parts;
        if (text.substr(at, 2) != "\r\n") return std::nullopt;
        const auto end = text.find(dashes, at);
        if (end == text.npos) return std::nullopt;
        const auto part = text.substr(at + 2, end - at - 2);
        form_part out;
        std::size_t line = 0;
        while (part.substr(line, 2) != "\r\n") {
            const auto next = part.find("\r\n", line);
            const auto colon = part.find(": ", line);
            if (next == part.npos || colon == part.npos || colon > next) return std::nullopt;
            auto name = part.substr(line, colon - line);
            for (auto& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
            out.fields.emplace_back(name, part.substr(colon + 2, next - colon - 2));
            line = next + 2;
        }
        out.content = part.substr(line + 2);
        parts.push_back(std::move(out));
        at = end;
    }
}

}  // namespace oracle
