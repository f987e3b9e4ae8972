// The C++ of README.md and docs/*.md. Each block is, word for word, a region of a test file between
// the lines `// [name]` and `// [/name]`; regions of one name are joined by an empty line. The
// regions are compiled and run by the other files of this folder, the compiled form's by the tests
// of that form, a transport of one's own by its project in tests/build.
#include "harness.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>

namespace docs_tests {
namespace {

const std::filesystem::path tests = OAIWIRE_TEST_DATA;

std::vector<std::filesystem::path> files_of(const std::filesystem::path& folder,
                                            std::string_view extension) {
    std::vector<std::filesystem::path> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == extension) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::vector<std::string> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// The lines without the indentation that all of them have.
std::string dedented(const std::vector<std::string>& lines) {
    std::size_t indent = std::string::npos;
    for (const auto& line : lines) {
        if (!line.empty()) indent = (std::min)(indent, line.find_first_not_of(' '));
    }
    std::string out;
    for (const auto& line : lines) out += (line.empty() ? line : line.substr(indent)) + '\n';
    return out;
}

// The regions by name.
std::map<std::string, std::string> regions() {
    std::map<std::string, std::string> found;
    auto sources = files_of(tests / "docs", ".cpp");
    sources.push_back(tests / "compiled.cpp");
    sources.push_back(tests / "support" / "compiled.cpp");
    for (const char* own : {"my_transport.hpp", "main.cpp"}) {
        sources.push_back(tests / "build" / "own_transport" / own);
    }
    for (const auto& source : sources) {
        INFO(source);
        std::string open;
        std::vector<std::string> part;
        for (const auto& line : lines_of(source)) {
            const auto word = line.substr((std::min)(line.find_first_not_of(' '), line.size()));
            const bool marker = word.starts_with("// [") && word.ends_with("]");
            if (marker && open.empty()) {
                open = word.substr(4, word.size() - 5);
                part.clear();
            } else if (marker) {
                REQUIRE(word == "// [/" + open + "]");
                auto& region = found[open];
                region += (region.empty() ? "" : "\n") + dedented(part);
                open.clear();
            } else if (!open.empty()) {
                part.push_back(line);
            }
        }
        REQUIRE(open.empty());
    }
    return found;
}

}  // namespace

std::vector<std::string> blocks(std::string_view language) {
    auto pages = files_of(tests / ".." / "docs", ".md");
    pages.push_back(tests / ".." / "README.md");
    std::vector<std::string> found;
    for (const auto& page : pages) {
        INFO(page);
        bool inside = false;
        for (const auto& line : lines_of(page)) {
            if (inside && line == "```")
                inside = false;
            else if (inside)
                found.back() += line + '\n';
            else if (line == "```" + std::string(language)) {
                inside = true;
                found.emplace_back();
            }
        }
        REQUIRE_FALSE(inside);
    }
    return found;
}

bool some_page_shows(const std::string& output) {
    const auto shown = blocks("text");
    return std::find(shown.begin(), shown.end(), output) != shown.end();
}

TEST_CASE("every block of C++ in the documentation is a region, and every region is shown") {
    auto code = regions();
    REQUIRE(code.size() > 15);
    for (const auto& block : blocks("cpp")) {
        INFO(block);
        const auto region = std::find_if(code.begin(), code.end(),
                                         [&](const auto& r) { return r.second == block; });
        CHECK(region != code.end());
        if (region != code.end()) code.erase(region);
    }
    for (const auto& [name, text] : code) {
        INFO(name << " is on no page:\n" << text);
        CHECK(false);
    }
}

}  // namespace docs_tests
