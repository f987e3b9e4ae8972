#include <oaiwire/tools/response_history.hpp>
//
#include <support/catch.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <oaiwire/types/response_text.hpp>
#include <support/json_of.hpp>

namespace response_history_tests {

using namespace oaiwire;
using support::from_json;
using support::json_of;

namespace {

constexpr std::string_view reasoning =
    R"({"type":"reasoning","id":"rs_1","summary":[],"encrypted_content":"gAAA"})";
constexpr std::string_view bare_reasoning = R"({"type":"reasoning","id":"rs_1","summary":[]})";
constexpr std::string_view call =
    R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}","id":"fc_1",)"
    R"("status":"completed"})";
constexpr std::string_view message =
    R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"Hi",)"
    R"("annotations":[],"logprobs":[]}],"id":"msg_1","status":"completed"})";

std::string list(const std::vector<std::string_view>& items) {
    std::string out = "[";
    for (const auto item : items) out.append(out.size() > 1 ? "," : "").append(item);
    return out + "]";
}
Response response_of(const std::vector<std::string_view>& items, std::string_view members = {}) {
    return from_json<Response>(R"({"output":)" + list(items) + std::string(members) + "}");
}
// The input that the output of this response becomes.
std::string input_of(const Response& response, const response_history_rules& rules = {}) {
    std::vector<ResponseItem> input;
    append_output(input, response, rules);
    std::vector<ResponseItem> moved;
    append_output(moved, Response(response), rules);
    CHECK(moved == input);
    return json_of(input);
}

constexpr std::string_view not_stored = R"(,"store":false)";

}  // namespace

TEST_CASE("output items of a stored response go back in order and unchanged") {
    const std::string_view program = R"({"type":"new_kind","id":"n","x":[1, 2]})";
    const std::string_view mcp =
        R"({"type":"mcp_list_tools","id":"m","server_label":"s","tools":[]})";
    const std::vector<std::string_view> items{reasoning, message, bare_reasoning,
                                              call,      program, mcp};
    CHECK(input_of(response_of(items)) == list(items));
    CHECK(input_of(response_of(items, R"(,"store":true)")) == list(items));
    CHECK(input_of(response_of(items, not_stored), {.ids = item_ids::kept}) == list(items));
}

TEST_CASE("output is appended after what the input already has") {
    std::vector<ResponseItem> input{input_message(Role::user, "Hi")};
    append_output(input, response_of({message}));
    append_output(input, response_of({call}));
    CHECK(json_of(input) == list({R"({"role":"user","content":"Hi"})", message, call}));
}

TEST_CASE("of a response that was not stored, ids do not go back where the server can do without") {
    const std::string_view search = R"({"type":"web_search_call","id":"ws","status":"completed"})";
    const std::string_view image =
        R"({"type":"image_generation_call","id":"ig","status":"completed","result":"AAAA"})";
    CHECK(input_of(response_of({reasoning, search, call, image, message}, not_stored)) ==
          list({R"({"type":"reasoning","summary":[],"encrypted_content":"gAAA"})",
                R"({"type":"web_search_call","status":"completed"})",
                R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}",)"
                R"("status":"completed"})",
                image,
                R"({"type":"message","role":"assistant","content":[{"type":"output_text",)"
                R"("text":"Hi","annotations":[],"logprobs":[]}]})"}));
    CHECK(input_of(response_of({call}), {.ids = item_ids::dropped}) ==
          list({R"({"type":"function_call","call_id":"c","name":"f","arguments":"{}",)"
                R"("status":"completed"})"}));
}

TEST_CASE("reasoning that a server cannot know any more is left out") {
    const std::string_view in_clear =
        R"({"type":"reasoning","summary":[],"content":[{"type":"reasoning_text","text":"hm"}]})";
    const std::string_view empty =
        R"({"type":"reasoning","id":"r","summary":[],"content":[],"encrypted_content":null})";
    const std::string kept =
        input_of(response_of({bare_reasoning, in_clear, empty, message}, not_stored));
    CHECK(kept.starts_with("[" + std::string(in_clear) + R"(,{"type":"message")"));
    CHECK(input_of(response_of({reasoning, message}), {.reasoning = false}) == list({message}));
}

TEST_CASE("reasoning goes back without status, with a summary, and only before what it led to") {
    CHECK(input_of(response_of({R"({"type":"reasoning","id":"r","status":null})", call})) ==
          list({R"({"type":"reasoning","id":"r","summary":[]})", call}));
    CHECK(input_of(response_of({message, reasoning, reasoning})) == list({message}));
    CHECK(input_of(response_of({reasoning})) == "[]");
}

TEST_CASE("a response that has only output_text becomes a message") {
    CHECK(input_of(response_of({}, R"(,"output_text":"Hi")")) ==
          list({R"({"role":"assistant","content":"Hi"})"}));
    CHECK(input_of(response_of({message}, R"(,"output_text":"Hi")")) == list({message}));
}

}  // namespace response_history_tests
