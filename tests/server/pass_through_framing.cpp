// Where events end: against a reference, for every text of a few line ends, and every cut.
#include <oaiwire/server/pass_through_framing.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <support/catch.hpp>

namespace pass_through_framing_tests {

using namespace oaiwire::detail;

namespace {

// The ends of all blank lines of a text that begins a line, by the definition. A CR at the end of
// the text is undecided.
std::vector<std::size_t> boundaries(std::string_view text) {
    std::vector<std::size_t> out;
    std::size_t line = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '\r' && text[i] != '\n') {
            ++i;
            continue;
        }
        if (text[i] == '\r' && i + 1 == text.size()) break;
        const std::size_t after = i + (text[i] == '\r' && text[i + 1] == '\n' ? 2 : 1);
        if (i == line) out.push_back(after);
        line = i = after;
    }
    return out;
}

template <class F>
void every_text(std::size_t longest, F&& f) {
    std::vector<std::string> texts{""};
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string text = texts[i];
        f(text);
        if (text.size() == longest) continue;
        for (const char c : {'a', '\r', '\n'}) texts.push_back(text + c);
    }
}

}  // namespace

TEST_CASE("the last blank line is found in every text") {
    every_text(9, [](const std::string& text) {
        const auto all = boundaries(text);
        if (last_boundary(text) != (all.empty() ? 0 : all.back())) FAIL(text.size());
        // beside blocks of bytes without line ends
        const std::string longer = std::string(40, 'x') + "\n" + text + std::string(40, 'y');
        const auto of_longer = boundaries(longer);
        if (last_boundary(longer) != (of_longer.empty() ? 0 : of_longer.back())) FAIL(text.size());
    });
}

TEST_CASE("the first blank line is found wherever the text was cut") {
    every_text(8, [](const std::string& text) {
        const auto all = boundaries(text);
        const std::size_t first = all.empty() ? no_boundary : all.front();
        for (std::size_t cut = 0; cut < text.size(); ++cut) {
            const std::string_view before = std::string_view(text).substr(0, cut);
            // what was held has no blank line
            if (!boundaries(before).empty()) break;
            const std::size_t found = first_boundary(before, std::string_view(text).substr(cut));
            if (found != (first == no_boundary ? no_boundary : first - cut)) FAIL(text.size());
        }
    });
}

TEST_CASE("the data lines of events are found in every framing") {
    std::vector<std::string_view> lines;
    std::string out;
    each_event_data(": c\r\n\r\ndata:a\ndata: b\n\nevent: x\rdata:c\r\rid: 1\n\ndata:d", lines,
                    [&](const auto& found) {
                        for (const auto line : found) out.append(line).append("|");
                        out += ";";
                    });
    CHECK(out == "a| b|;c|;d|;");
}

}  // namespace pass_through_framing_tests
