#include <oaiwire/stream/response_merge.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <variant>

#include <nlohmann/json.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>

namespace response_merge_tests {

using namespace oaiwire;

namespace {

// The first item after merging the second into it, as JSON.
nlohmann::json merged(std::string_view earlier, std::string_view later) {
    auto to = json::read<ResponseItem>(earlier).value();
    const auto from = json::read<ResponseItem>(later).value();
    detail::extra_join join;
    detail::merge_union(to, from, join);
    return nlohmann::json::parse(json::write(to).value());
}
nlohmann::json parsed(std::string_view text) {
    return nlohmann::json::parse(text);
}

}  // namespace

TEST_CASE("members of a later state win, and omitted ones are kept") {
    CHECK(merged(R"({"type":"function_call","call_id":"c","name":"f","arguments":"{","x":1})",
                 R"({"type":"function_call","name":"","arguments":"{}","y":2})") ==
          parsed(
              R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}","x":1,"y":2})"));
    CHECK(merged(R"({"type":"function_call","id":"a"})",
                 R"({"type":"function_call","id":null,"status":null})") ==
          parsed(R"({"type":"function_call","id":"a","status":null})"));
}

TEST_CASE("parts are merged one by one if both items have the same ones") {
    CHECK(
        merged(
            R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"a","annotations":[]}]})",
            R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"ab"}]})") ==
        parsed(
            R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"ab","annotations":[]}]})"));
    // different parts replace them, absent ones do not
    const std::string_view text =
        R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"a"}]})";
    const std::string_view refusal =
        R"({"type":"message","role":"assistant","content":[{"type":"refusal","refusal":"no"}]})";
    CHECK(merged(text, refusal) == parsed(refusal));
    CHECK(merged(text, R"({"type":"message","role":"assistant","content":[]})") == parsed(text));
}

TEST_CASE("annotations are merged one by one unless they differ") {
    const auto message = [](const std::string& annotations) {
        return R"({"type":"message","content":[{"type":"output_text","text":"a","annotations":[)" +
               annotations + "]}]}";
    };
    const std::string known = R"({"type":"url_citation","url":"u","x":1})";
    CHECK(merged(message(known), message(R"({"type":"url_citation","title":"t"},{"url":"v"})")) ==
          parsed(message(R"({"type":"url_citation","url":"u","title":"t","x":1},{"url":"v"})")));
    CHECK(merged(message(known), message(R"({"type":"url_citation","url":"w"})")) ==
          parsed(message(R"({"type":"url_citation","url":"w"})")));
    CHECK(merged(message(known), message("")) == parsed(message(known)));
}

TEST_CASE("additional parts are appended") {
    const auto message = [](const std::string& parts) {
        return R"({"type":"message","content":[)" + parts + "]}";
    };
    const std::string one = R"({"type":"output_text","text":"a")";
    const std::string two = R"({"type":"output_text","text":"b"})";
    CHECK(merged(message(one + ",\"x\":1}"), message(one + "}," + two)) ==
          parsed(message(one + ",\"x\":1}," + two)));
    CHECK(merged(message(two), message(one + "}," + two)) == parsed(message(one + "}," + two)));
}

TEST_CASE("another kind of item replaces the first; items of unknown kinds are merged by member") {
    const std::string_view call = R"({"type":"function_call","name":"f"})";
    const std::string_view raw = R"({"type":"later_call","n":1})";
    CHECK(merged(call, raw) == parsed(raw));
    CHECK(merged(raw, R"({"type":"later_call","n":2})") ==
          parsed(R"({"type":"later_call","n":2})"));
    CHECK(merged(raw, R"({"type":"later_call","m":2})") ==
          parsed(R"({"type":"later_call","n":1,"m":2})"));
    CHECK(merged(raw, R"({"type":"other_call","m":2})") ==
          parsed(R"({"type":"other_call","m":2})"));
    CHECK(merged(raw, call) == parsed(call));
}

TEST_CASE("an item is visited with its type, and raw JSON is not visited") {
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

}  // namespace response_merge_tests
