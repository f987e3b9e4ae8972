// Every code point, every surrogate and every short byte sequence, as text in JSON.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/json/write.hpp>
#include <oracle/json_text.hpp>
#include <oracle/utf8.hpp>
#include <support/catch.hpp>
#include <support/full_size.hpp>

namespace code_points_tests {

using namespace oaiwire;

namespace {

const oracle::utf8_reader& known() {
    static const oracle::utf8_reader reader;
    return reader;
}

std::string escape(std::uint32_t unit) {
    const char* const digits = (unit & 1) != 0 ? "0123456789abcdef" : "0123456789ABCDEF";
    std::string out = "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[unit >> shift & 15];
    return out;
}

std::string quoted(std::string_view raw, std::size_t padding = 0) {
    return "\"" + std::string(padding, 'x') + std::string(raw) + "\"";
}

// UTF-16 to UTF-8, with lone surrogates as U+FFFD.
std::string text_of(const std::vector<std::uint32_t>& units, bool& lone) {
    std::string out;
    for (std::size_t i = 0; i != units.size(); ++i) {
        const std::uint32_t u = units[i];
        const bool high = u >= 0xD800 && u <= 0xDBFF;
        if (high && i + 1 != units.size() && units[i + 1] >= 0xDC00 && units[i + 1] <= 0xDFFF) {
            out += oracle::encoded(0x10000 + (u - 0xD800) * 0x400 + units[++i] - 0xDC00);
        } else if (u >= 0xD800 && u <= 0xDFFF) {
            lone = true;
            out += oracle::encoded(0xFFFD);
        } else {
            out += oracle::encoded(u);
        }
    }
    return out;
}

}  // namespace

TEST_CASE("every code point is read from its bytes and its escape, and written as JSON") {
    const auto stride = support::scaled<std::uint32_t>(7, 1, 1);
    std::string read, written;
    std::uint32_t wrong = 0;
    std::size_t count = 0;
    for (std::uint32_t c = 0; c < 0x110000; c += stride) {
        if (!oracle::is_scalar_value(c)) continue;
        const std::string bytes = oracle::encoded(c);
        const std::string escaped = c < 0x10000 ? escape(c)
                                                : escape(0xD800 + ((c - 0x10000) >> 10)) +
                                                      escape(0xDC00 + ((c - 0x10000) & 0x3FF));
        for (const std::string& raw : {bytes, escaped}) {
            // these must be escaped
            if (raw == bytes && (c < 0x20 || c == '"' || c == '\\')) continue;
            const auto text = quoted(raw, c % 19);
            if (!json::read_into(text, read, json::strict) ||
                read != std::string(c % 19, 'x') + bytes) {
                wrong = c;
            }
            ++count;
        }
        written.clear();
        if (!json::write(read, written) || !oracle::read_json_text(written).ok) wrong = c;
        std::string again;
        if (!json::read_into(written, again, json::strict) || again != read) wrong = c;
    }
    CHECK(wrong == 0);
    CHECK(count > 200'000);
}

TEST_CASE("every UTF-16 unit next to every kind of other is a character or a lone surrogate") {
    const std::vector<std::vector<std::uint32_t>> others = {
        {}, {0xD800}, {0xDBFF}, {0xDC00}, {0xDFFF}, {'A'}, {0xFFFF}, {0xD83D, 0xDE00}};
    const auto stride = support::scaled<std::uint32_t>(7, 1, 1);
    std::uint32_t wrong = 0;
    std::size_t refused = 0;
    std::string read;
    for (std::uint32_t unit = 0; unit < 0x10000; unit += stride) {
        for (const auto& other : others) {
            for (const bool first : {false, true}) {
                std::vector<std::uint32_t> units = other;
                units.insert(first ? units.begin() : units.end(), unit);
                std::string raw;
                for (const std::uint32_t u : units) raw += escape(u);
                bool lone = false;
                const std::string due = text_of(units, lone);
                const auto text = quoted(raw, unit % 5);
                const auto strict = json::read_into(text, read, json::strict);
                if (lone == strict.has_value()) wrong = unit;
                if (lone && strict.error().code != errc::lone_surrogate) wrong = unit;
                if (lone) ++refused;
                if (!json::read_into(text, read, json::tolerant)) wrong = unit;
                if (read.substr(unit % 5) != due) wrong = unit;
            }
        }
    }
    CHECK(wrong == 0);
    CHECK(refused > 5'000);
}

TEST_CASE("every sequence of three bytes is UTF-8, or is rejected at its first invalid byte") {
    const auto stride = support::scaled<std::uint32_t>(61, 1, 1);
    std::uint32_t wrong = 0;
    std::size_t valid = 0;
    std::string json = "\"...\"";
    for (std::uint32_t three = 0; three < 0x1000000; three += stride) {
        char* const bytes = json.data() + 1;
        bytes[0] = static_cast<char>(three >> 16);
        bytes[1] = static_cast<char>(three >> 8 & 0xFF);
        bytes[2] = static_cast<char>(three & 0xFF);
        const std::string_view text(bytes, 3);
        const std::size_t bad = known().first_bad(text);
        if (find_invalid_utf8(text) != bad) wrong = three;
        valid += bad == std::string_view::npos ? 1 : 0;
        if (three < 0x800000) continue;
        // within a string, the quote ends a sequence that is too short
        const json::detail::fault f = json::detail::check_text(json);
        const auto due = oracle::read_json_text(json);
        const bool ok = f.code == errc::ok;
        if (ok != due.ok || (!ok && f.at != json.data() + due.bad)) wrong = three;
    }
    CHECK(wrong == 0);
    CHECK(valid > 40'000);
}

TEST_CASE(
    "four-byte sequences at every bound are UTF-8, or are rejected at their first invalid byte") {
    const std::vector<unsigned> edges = {0x22, 0x7F, 0x80, 0x8F, 0x90,
                                         0x9F, 0xA0, 0xBF, 0xC0, 0xF0};
    std::string wrong;
    std::string read;
    std::size_t valid = 0;
    const auto stride = support::scaled<unsigned>(16, 1, 1);
    for (unsigned lead = 0xE0; lead != 0x100; ++lead) {
        for (unsigned second = 0; second < 256; second += second < 0x80 ? stride : 1) {
            for (const unsigned third : edges) {
                for (const unsigned fourth : edges) {
                    std::string bytes;
                    for (const unsigned b : {lead, second, third, fourth}) {
                        bytes += static_cast<char>(b);
                    }
                    if (find_invalid_utf8(bytes) != known().first_bad(bytes)) wrong = bytes;
                    // at positions where a 16-byte block splits it, and where not
                    const auto text = quoted(bytes, 11 + (second + third) % 6);
                    const auto due = oracle::read_json_text(text);
                    const auto strict = json::read_into(text, read, json::strict);
                    if (strict.has_value() != due.ok) wrong = bytes;
                    if (!strict && strict.error().offset != due.bad) wrong = bytes;
                    if (due.ok && text.substr(1, text.size() - 2) != read) wrong = bytes;
                    valid += due.ok ? 1 : 0;
                }
            }
        }
    }
    CHECK(wrong == "");
    CHECK(valid > 1'000);
}

}  // namespace code_points_tests
