// The code of docs/conversations.md, compiled and run.
#include "harness.hpp"

#include <filesystem>
#include <fstream>

#include <oaiwire/transport/image_file.hpp>

namespace docs_tests {
namespace {

oaiwire::replay_exchange says(const std::string& text) {
    return answer(R"({"choices":[{"index":0,"message":{"role":"assistant","content":")" + text +
                  R"(","refusal":null,"annotations":[]}}],"usage":{"total_tokens":20}})");
}

}  // namespace

TEST_CASE("the conversation of docs/conversations.md is continued, trimmed and saved") {
    const oaiwire::replay_transport http({says("Scattering."), says("Longer paths.")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    const captured_output out;

    // [chat_history]
    oaiwire::conversation history{.messages = {oaiwire::system("Be brief.")}};
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};

    for (const char* question : {"Why is the sky blue?", "And at sunset?"}) {
        history.add(oaiwire::user(question));
        history.apply(request);
        auto response = api.create(request);
        if (!response) {
            history.undo();  // removes the question, which has no answer
            break;
        }
        history.append(*response);
        std::cout << oaiwire::text(*response) << '\n';
    }
    std::cout << history.usage.total.value_or(0) << " tokens\n";
    // [/chat_history]

    CHECK(http.requests().at(1).body.find(R"({"role":"assistant","content":"Scattering."})") !=
          std::string::npos);

    // [chat_trim]
    const auto tokens = [](const oaiwire::RequestMessage& message) {
        const auto text = oaiwire::json::write(message);
        return text ? text->size() / 4 : 0;
    };
    const auto trimmed = history.trim(30, tokens);
    std::cout << trimmed.dropped.size() << " messages dropped, " << trimmed.count
              << " tokens left\n";
    if (!trimmed.fits) std::cout << "the last question alone exceeds the budget\n";
    // [/chat_trim]

    CHECK(out.text() ==
          "Scattering.\nLonger paths.\n40 tokens\n2 messages dropped, 30 tokens left\n");
    CHECK(history.messages.size() == 3);

    // [chat_save]
    const auto saved = oaiwire::json::write(history);
    if (!saved) return;
    auto restored = oaiwire::json::read<oaiwire::conversation>(*saved);
    // [/chat_save]

    CHECK(*restored == history);
}

TEST_CASE("the picture of docs/conversations.md is sent") {
    const oaiwire::replay_transport http({says("A cat.")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};
    std::ofstream("photo.png", std::ios::binary) << "\x89PNG\r\n\x1a\n";

    // [chat_images]
    auto picture = oaiwire::image_file("photo.png");  // or image_bytes(bytes)
    if (!picture) {
        std::cerr << to_string(picture.error()) << '\n';
        return;
    }
    request.messages.push_back(oaiwire::user("What is in this picture?", *std::move(picture)));
    auto response = api.create(request);
    // [/chat_images]

    std::filesystem::remove("photo.png");
    CHECK(response);
    CHECK(http.requests().at(0).body.find("data:image/png;base64,iVBORw0KGgo=") !=
          std::string::npos);
}

TEST_CASE("the rules of docs/conversations.md keep what DeepSeek needs, and OpenAI refuses") {
    oaiwire::conversation history;
    const auto response = oaiwire::json::read<oaiwire::ChatCompletion>(
        R"({"choices":[{"index":0,"message":{"content":"","reasoning_content":"hm",)"
        R"("tool_calls":[{"id":"a","function":{"name":"f","arguments":"{}"}}]}}]})");

    // [chat_rules]
    history.append(*response, oaiwire::histories::deepseek);
    history.conform(oaiwire::histories::openai);  // before the conversation moves to OpenAI
    // [/chat_rules]

    CHECK(!std::get<oaiwire::AssistantMessage>(history.messages.at(0)).reasoning_content);
}

TEST_CASE("the items of docs/conversations.md go back without ids") {
    const oaiwire::replay_transport http(
        {answer(R"({"id":"r","store":false,"output":[{"type":"reasoning","id":"rs","summary":[],)"
                R"("encrypted_content":"x"},{"type":"message","id":"m","role":"assistant",)"
                R"("content":[{"type":"output_text","text":"Scattering."}]}]})")});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};

    // [items_history]
    oaiwire::response_conversation history;
    history.add(oaiwire::input_message(oaiwire::Role::user, "Why is the sky blue?"));
    oaiwire::ResponseRequest request{.model = "gpt-5-mini"};
    request.include = {"reasoning.encrypted_content"};
    request.store = false;
    history.apply(request);
    auto response = api.create(request);
    if (response) history.append(*std::move(response));
    // [/items_history]

    REQUIRE(history.items.size() == 3);
    CHECK(!std::get<oaiwire::ReasoningItem>(history.items[1]).id);
}

}  // namespace docs_tests
