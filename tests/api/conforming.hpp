// The notes of reading a text with conformance checks.
#pragma once

#include <string>
#include <string_view>

#include <oaiwire/api/conformance.hpp>

namespace support {

// "missing choices[0].index: an integer; ..."; "" if the text conforms.
inline std::string notes_of(const oaiwire::json::conformance& due, std::string_view text) {
    oaiwire::json::read_report report;
    if (!due.note) return "not in the document";
    due.note(text, *due.to, report);
    std::string out;
    for (const auto& n : report.notes) {
        if (!out.empty()) out += "; ";
        out += std::string(name(n.what)) + " " + n.path + ": " + n.due;
    }
    return out;
}

}  // namespace support
