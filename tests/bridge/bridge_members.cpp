#include <oaiwire/bridge/bridge_members.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/describe.hpp>
#include <oaiwire/json/object_table.hpp>
#include <oaiwire/types/chat_request.hpp>
#include <oaiwire/types/response_request.hpp>

namespace bridge_members_tests {

using namespace oaiwire;
using detail::bridge_row;
using detail::bridge_way;

namespace {

template <class Request>
std::vector<std::string> members_of() {
    const auto& table = json::detail::described<Request>().object();
    std::vector<std::string> out;
    for (std::size_t i = 0; i != table.count; ++i) {
        const auto& member = table.members[i];
        if (!member.is_read() || i == table.extra) continue;
        const std::string_view quoted = member.quoted();  // "name":
        out.emplace_back(quoted.substr(1, quoted.size() - 3));
    }
    return out;
}
template <std::size_t N>
std::vector<std::string> members_of(const bridge_row (&rows)[N]) {
    std::vector<std::string> out;
    for (const bridge_row& row : rows) out.emplace_back(row.member);
    return out;
}
// The rows as docs/bridge.md shows them.
template <std::size_t N>
std::string table_of(const bridge_row (&rows)[N]) {
    std::string out;
    for (const bridge_row& row : rows) {
        out.append("| `").append(row.member).append("` | ");
        switch (row.way) {
            case bridge_way::same:
                out += "as it is";
                break;
            case bridge_way::converted:
                out.append(row.what);
                break;
            case bridge_way::noted:
            case bridge_way::refused:
                out += row.way == bridge_way::noted ? "noted: " : "refused: ";
                out.append(row.what);
                if (!row.harmless.empty()) {
                    out.append("; not if it is `").append(row.harmless).append("`");
                }
        }
        out += " |\n";
    }
    return out;
}

}  // namespace

TEST_CASE("every member of both requests has a row, in their order") {
    CHECK(members_of(detail::response_request_rows) == members_of<ResponseRequest>());
    CHECK(members_of(detail::chat_request_rows) == members_of<ChatCompletionRequest>());
}

TEST_CASE("docs/bridge.md has the tables") {
    std::ifstream file(OAIWIRE_TEST_DATA "/../docs/bridge.md");
    std::stringstream all;
    all << file.rdbuf();
    const std::string page = all.str();
    INFO(table_of(detail::response_request_rows));
    INFO(table_of(detail::chat_request_rows));
    CHECK(page.find(table_of(detail::response_request_rows)) != std::string::npos);
    CHECK(page.find(table_of(detail::chat_request_rows)) != std::string::npos);
}

}  // namespace bridge_members_tests
