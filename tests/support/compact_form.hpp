// Compares fast paths for compact objects with other code: the same text with white space has the
// same outcome.
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

#include "catch.hpp"

namespace support {

// The same object with white space behind its brace.
inline std::string spaced(std::string_view object) {
    return "{ " + std::string(object.substr(1));
}

// What becomes of `value` when the text is read into it, from a block of exactly that size: its
// JSON and the notes, or the error. `before` bytes of white space come first.
template <class T>
std::string read_outcome(std::string_view text, T value, oaiwire::json::read_mode mode,
                         std::size_t before = 20, std::size_t depth = 64) {
    using namespace oaiwire;
    const std::size_t size = before + text.size();
    const auto copy = std::make_unique<char[]>(size);
    std::memset(copy.get(), ' ', before);
    std::memcpy(copy.get() + before, text.data(), text.size());
    json::read_report report;
    json::read_options options(mode);
    options.report = &report;
    options.depth = depth;
    const auto done = json::read_into(std::string_view(copy.get(), size), value, options);
    if (!done) return std::string(name(done.error().code));
    std::string out;
    REQUIRE(json::write(value, out));
    for (const auto& note : report.notes) out += " " + note.path;
    return report.lone_surrogate ? out + " lone" : out;
}

// Each of the texts with one byte changed, and each beginning of them. `outcome`: of a text in a
// mode.
template <class F>
void same_outcome_when_damaged(std::span<const std::string_view> texts, F&& outcome) {
    using namespace oaiwire;
    constexpr std::string_view bytes = "\"\\,:[]{}0159-+.eEntu \n\x80\xC3\x7F";
    for (const std::string_view text : texts) {
        for (std::size_t at = 1; at < text.size(); ++at) {
            std::string changed(text);
            for (const char c : bytes) {
                changed[at] = c;
                for (const auto mode : {json::strict, json::tolerant}) {
                    if (outcome(changed, mode) != outcome(spaced(changed), mode)) FAIL(changed);
                }
            }
            const std::string cut(text.substr(0, at));
            if (outcome(cut, json::strict) != outcome(spaced(cut), json::strict)) FAIL(cut);
        }
    }
}

}  // namespace support
