#include <oaiwire/stream/response_merge.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <variant>

#include <nlohmann/json.hpp>
#include <oaiwire/json/declare.hpp>

using namespace oaiwire;

namespace {

// What the first item comes to once the second has been taken over it, as JSON.
nlohmann::json merged(std::string_view earlier, std::string_view later) {
    auto to = json::read<ResponseItem>(earlier).value();
    const auto from = json::read<ResponseItem>(later).value();
    detail::extra_join join;
    detail::absorb_union(to, from, join);
    return nlohmann::json::parse(json::write(to).value());
}
nlohmann::json parsed(std::string_view text) {
    return nlohmann::json::parse(text);
}

}  // namespace

TEST_CASE("what a later state says wins, and what it leaves out stays") {
    CHECK(merged(R"({"type":"function_call","call_id":"c","name":"f","arguments":"{","x":1})",
                 R"({"type":"function_call","name":"","arguments":"{}","y":2})") ==
          parsed(
              R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}","x":1,"y":2})"));
    CHECK(merged(R"({"type":"function_call","id":"a"})",
                 R"({"type":"function_call","id":null,"status":null})") ==
          parsed(R"({"type":"function_call","id":"a","status":null})"));
}

TEST_CASE("parts are taken one by one where both have the same ones") {
    CHECK(
        merged(
            R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]}]})",
            R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"ab"}]})") ==
        parsed(
            R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"ab","annotations":[]}]})"));
    // other parts replace them, none do not
    const std::string_view text =
        R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"a"}]})";
    const std::string_view refusal =
        R"({"type":"message","role":"assistant","content":[{"type":"refusal","refusal":"no"}]})";
    CHECK(merged(text, refusal) == parsed(refusal));
    CHECK(merged(text, R"({"type":"message","role":"assistant","content":[]})") == parsed(text));
}

TEST_CASE("another kind of item, and one of no known kind, replaces what was there") {
    const std::string_view call = R"({"type":"function_call","name":"f"})";
    const std::string_view raw = R"({"type":"later_call","n":1})";
    CHECK(merged(call, raw) == parsed(raw));
    CHECK(merged(raw, R"({"type":"later_call","n":2})") ==
          parsed(R"({"type":"later_call","n":2})"));
    CHECK(merged(raw, call) == parsed(call));
}

TEST_CASE("an item is visited as what it is, and raw JSON not at all") {
    std::string found;
    const auto visit = [&](std::string_view text) {
        found.clear();
        detail::with_item(json::read<ResponseItem>(text).value(),
                          [&](const auto& item) { found = item.id.value_or("none"); });
        return found;
    };
    CHECK(visit(R"({"type":"reasoning","id":"r"})") == "r");
    CHECK(visit(R"({"type":"later_call","id":"s"})").empty());
}
