#include <oaiwire/api/batch_lines.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oracle/text_lines.hpp>

namespace batch_lines_tests {

using namespace oaiwire;
using detail::line_cutter;
using detail::line_state;
using lines = std::vector<oracle::text_line>;

namespace {

void take(line_cutter& cutter, lines& out) {
    while (const auto line = cutter.next()) {
        out.push_back(
            {cutter.number(), line->state == line_state::too_long, std::string(line->text)});
    }
}

// The lines if the file comes in these pieces, each in memory of its own.
lines lines_of(const std::vector<std::string_view>& pieces, std::size_t limit) {
    line_cutter cutter(limit);
    lines out;
    for (const auto piece : pieces) {
        const std::string own(piece);
        cutter.feed(own);
        take(cutter, out);
    }
    cutter.finish();
    take(cutter, out);
    take(cutter, out);  // nothing comes behind the end
    return out;
}

}  // namespace

TEST_CASE("all files of six bytes have the same lines in all cuts, as the reference has") {
    constexpr std::string_view bytes = "a\r\n";
    constexpr std::size_t size = 6;
    std::size_t files = 1;
    for (std::size_t i = 0; i != size; ++i) files *= bytes.size();
    bool same = true;
    for (std::size_t f = 0; f != files; ++f) {
        std::string file;
        for (std::size_t i = 0, left = f; i != size; ++i, left /= bytes.size()) {
            file += bytes[left % bytes.size()];
        }
        for (const std::size_t limit : {1u, 2u, 6u}) {
            const lines expected = oracle::text_lines(file, limit);
            for (unsigned cuts = 0; cuts != 1u << (size - 1); ++cuts) {
                std::vector<std::string_view> pieces;
                std::size_t begin = 0;
                for (std::size_t i = 1; i <= size; ++i) {
                    if (i != size && (cuts >> (i - 1) & 1) == 0) continue;
                    pieces.push_back(std::string_view(file).substr(begin, i - begin));
                    begin = i;
                }
                same = same && lines_of(pieces, limit) == expected;
            }
        }
    }
    CHECK(same);
}

TEST_CASE("a line that lies within one piece is not copied") {
    const std::string file = "one\r\ntwo\nrest";
    line_cutter cutter(100);
    cutter.feed(file);
    CHECK(cutter.next()->text.data() == file.data());
    CHECK(cutter.next()->text.data() == file.data() + 5);
    CHECK_FALSE(cutter.next());
}

TEST_CASE("a line that is too long is reported once, when it is, and the next one is read") {
    line_cutter cutter(4);
    cutter.feed("abc");
    CHECK_FALSE(cutter.next());
    cutter.feed("de");
    const auto line = cutter.next();
    REQUIRE(line);
    CHECK(line->state == line_state::too_long);
    cutter.feed(std::string_view("fghijklm"));
    CHECK_FALSE(cutter.next());
    cutter.feed("n\nok\n");
    CHECK(cutter.next()->text == "ok");
    CHECK(cutter.number() == 2);
}

}  // namespace batch_lines_tests
