#include <oaiwire/types/enums.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/types/open_enum.hpp>
#include <support/json_of.hpp>

namespace enums_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;
using support::rewritten;

namespace {

// The comma-separated texts in the first braces after `at`, without white space, quotes and a
// trailing `_`.
std::vector<std::string> list_in_braces(const std::string& text, std::size_t at) {
    const std::size_t open = text.find('{', at);
    std::vector<std::string> out(1);
    for (const char c : text.substr(open + 1, text.find('}', open) - open - 1)) {
        if (c == ',') {
            out.emplace_back();
        } else if (c != ' ' && c != '\n' && c != '"') {
            out.back() += c;
        }
    }
    if (out.back().empty()) out.pop_back();
    for (auto& entry : out) {
        if (entry.ends_with('_')) entry.pop_back();
    }
    return out;
}

}  // namespace

TEST_CASE("every enumerator has the name of its text, with a trailing underscore for keywords") {
    std::ifstream in(std::filesystem::path(OAIWIRE_TEST_DATA).parent_path() /
                     "include/oaiwire/types/enums.hpp");
    std::string header;
    for (std::string line; std::getline(in, line);) {
        header.append(line, 0, line.find("//")).append("\n");
    }
    std::size_t enums = 0;
    for (std::size_t at = header.find("enum class "); at != header.npos;
         at = header.find("enum class ", at + 1)) {
        INFO(header.substr(at, header.find('{', at) - at));
        auto enumerators = list_in_braces(header, at);
        CHECK(enumerators.front() == "unknown");
        enumerators.erase(enumerators.begin());
        CHECK(enumerators == list_in_braces(header, header.find("return ", at)));
        ++enums;
    }
    CHECK(enums == 28);
}

TEST_CASE("an unknown text is read and written verbatim") {
    const auto reason = from_json<open_enum<FinishReason>>(R"("eos")");
    CHECK(reason.known() == FinishReason::unknown);
    CHECK(json_of(reason) == R"("eos")");
    CHECK(rewritten<open_enum<Role>>(R"("Assistant")") == R"("Assistant")");
    CHECK(rewritten<open_enum<Role>>(R"("")") == R"("")");
}

TEST_CASE("a known text is read as its enumerator, also if it is escaped") {
    CHECK(from_json<open_enum<ServiceTier>>(R"("default")").known() == ServiceTier::default_);
    CHECK(from_json<open_enum<ServiceTier>>(R"("defa\u0075lt")").known() == ServiceTier::default_);
    CHECK(json_of(open_enum<ToolChoiceMode>(ToolChoiceMode::auto_)) == R"("auto")");
    CHECK(json_of(open_enum<EmbeddingEncoding>(EmbeddingEncoding::float_)) == R"("float")");
}

}  // namespace enums_tests
