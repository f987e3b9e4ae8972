// The code of docs/partial.md, compiled and run.
#include "harness.hpp"

#include <cstdint>
#include <map>
#include <vector>

namespace docs_tests {
namespace recipe {

// [partial]
struct Step {
    std::string title{};
    int minutes{};
};
struct Recipe {
    std::string name{};
    std::vector<Step> steps{};
};
// [/partial]

// A stream of chat completion chunks with these deltas.
inline std::string chunks(const std::vector<std::string>& deltas) {
    std::string body;
    for (const auto& delta : deltas) {
        body += R"(data: {"id":"c","choices":[{"index":0,"delta":)" + delta + "}]}\n\n";
    }
    return body + R"(data: {"id":"c","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]})" +
           "\n\ndata: [DONE]\n\n";
}

}  // namespace recipe

TEST_CASE("a recipe fills while it streams, as docs/partial.md shows") {
    using namespace recipe;
    const oaiwire::replay_transport http({answer(
        chunks({R"({"content":"{\"name\":\"Soup\""})",
                R"({"content":",\"steps\":[{\"title\":\"Cut\""})", R"({"content":"},{}]}"})"}),
        "text/event-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    oaiwire::ChatCompletionRequest request{.model = "m"};
    request.messages = {oaiwire::user("A soup")};
    const captured_output out;

    // [partial]
    request.response_format = oaiwire::response_format<Recipe>();
    oaiwire::json::partial<Recipe> view;
    auto stream = api.stream(request);
    for (const auto& chunk : stream) {
        view.feed(oaiwire::text(chunk));  // any cuts
        const Recipe& so_far = view.value();
        std::cout << so_far.name << ": " << so_far.steps.size() << " steps\n";
    }
    oaiwire::result<Recipe> recipe = view.finish();  // as json::read<Recipe>(view.text())
    // [/partial]

    INFO(out.text());
    CHECK(some_page_shows(out.text()));
    REQUIRE(recipe);
    CHECK(recipe->steps.size() == 2);
}

TEST_CASE("changes are told as docs/partial.md shows") {
    using namespace recipe;
    oaiwire::json::partial<Recipe> view;
    const captured_output out;

    // [partial_changes]
    view.feed(R"({"name":"Soup","steps":[{"title":"Cut th)");
    while (const auto* change = view.next()) {
        std::cout << name(change->what) << " \"" << change->path << '"';
        if (!change->piece.empty()) std::cout << ": " << change->piece;
        std::cout << '\n';
    }
    std::cout << "open: " << view.open_path() << '\n';
    if (view.stage(&Recipe::name) == oaiwire::json::value_stage::closed) std::cout << "named\n";
    if (view.stage("steps[1]") == oaiwire::json::value_stage::not_begun) std::cout << "one step\n";
    // [/partial_changes]

    INFO(out.text());
    CHECK(some_page_shows(out.text()));
}

TEST_CASE("arguments of tools and text of responses fill values as docs/partial.md shows") {
    using namespace recipe;
    const oaiwire::replay_transport http(
        {answer(chunks({R"({"tool_calls":[{"index":0,"function":{"arguments":"{\"title\":"}}]})",
                        R"({"tool_calls":[{"index":0,"function":{"arguments":"\"Bo"}}]})"}),
                "text/event-stream"),
         answer("data: {\"type\":\"response.output_text.delta\",\"delta\":\"{\\\"name\\\":\"}\n\n"
                "data: {\"type\":\"response.output_text.delta\",\"delta\":\"\\\"So\"}\n\n"
                "data: {\"type\":\"response.completed\",\"response\":{\"id\":\"r\"}}\n\n",
                "text/event-stream")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    oaiwire::ChatCompletionRequest request{.model = "m"};
    request.messages = {oaiwire::user("A soup")};
    std::map<std::int64_t, oaiwire::json::partial<Step>> arguments;
    auto stream = api.stream(request);

    // [partial_arguments]
    for (const auto& chunk : stream) {
        for (const auto& choice : chunk.choices) {
            if (!choice.delta || !choice.delta->tool_calls) continue;
            for (const auto& call : *choice.delta->tool_calls) {
                const auto parts = oaiwire::parts_of(call);
                // a std::map<std::int64_t, oaiwire::json::partial<Step>>
                arguments[parts.index.value_or(0)].feed(parts.arguments.value_or(""));
            }
        }
    }
    // [/partial_arguments]

    REQUIRE(arguments.size() == 1);
    CHECK(arguments[0].value().title == "Bo");

    oaiwire::json::partial<Recipe> view;
    auto events = api.stream(oaiwire::ResponseRequest{.model = "m", .input = "A soup"});

    // [partial_responses]
    std::string so_far;
    for (const auto& event : events) {
        so_far += oaiwire::text(event);  // or what another library has collected
        view.follow(so_far);
    }
    // [/partial_responses]

    CHECK(view.value().name == "So");
}

}  // namespace docs_tests
