// Fifty documents, cut at every byte and with every byte replaced by every other, against the
// reference parser.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/json/text/scan.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/full_size.hpp>
#include <support/json_texts.hpp>
#include <support/json_verdicts.hpp>

namespace json_documents_tests {

using namespace oaiwire;

namespace {

// The texts of tests/support/json_texts.hpp, and payloads of the case files.
std::vector<std::string> documents() {
    std::vector<std::string> out;
    for (const std::string_view text : support::json_documents) out.emplace_back(text);
    for (const auto& c : support::cases("chunk_cases.jsonl")) {
        const std::string payload = c.at("payload");
        if (out.size() == 50) break;
        if (oracle::read_json_text(payload).ok && payload.size() < 400) out.push_back(payload);
    }
    return out;
}

std::string fault_of(std::string_view text, ChatCompletionChunk& kept) {
    const auto due = oracle::read_json_text(text);
    const json::detail::fault f = json::detail::check_text(text);
    const auto at = f.at == nullptr ? 0 : static_cast<std::size_t>(f.at - text.data());
    if (due.ok != (f.code == errc::ok) || !support::fits(due, f.code, at)) return "checked";
    const auto strict = json::read_into(text, kept, json::strict);
    if (!support::fits(due, strict)) return "read";
    const auto tolerant = json::read_into(text, kept, json::tolerant);
    const bool tolerable = due.ok || oracle::read_json_text(support::tolerated(text)).ok;
    const bool fits = tolerable ? tolerant || !support::is_syntax(tolerant.error().code) || !due.ok
                                : support::fits(due, tolerant);
    if (!fits) return "read tolerantly";
    // tolerant reading must not accept more than that
    return tolerant && !tolerable ? "tolerated" : "";
}

}  // namespace

TEST_CASE(
    "every prefix and every changed byte of fifty documents is rejected at the invalid byte") {
    const auto all = documents();
    CHECK(all.size() == 50);
    const auto longest = support::scaled<std::size_t>(100, 300, 400);
    ChatCompletionChunk kept;
    std::size_t texts = 0;
    std::size_t tried = 0;
    for (const std::string& document : all) {
        if (document.size() > longest) continue;
        ++tried;
        support::every_prefix_and_replacement(document, [&](std::string_view text) {
            ++texts;
            const std::string wrong = fault_of(text, kept);
            if (wrong.empty()) return;
            INFO(text);
            REQUIRE(wrong == "");
        });
    }
    CHECK(tried > 5);
    CHECK(texts > 100'000);
}

}  // namespace json_documents_tests
