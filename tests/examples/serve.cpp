// The example program serve over each of its HTTP stacks: chat completions, text completions and
// the Responses API.
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <support/catch.hpp>

#include "serve_program.hpp"

namespace serve_tests {

namespace {

using support::on_each_stack;
using support::serve_program;

oaiwire::ChatCompletionRequest ask(std::string text, std::string model = "echo") {
    return {.model = std::move(model), .messages = {oaiwire::user(std::move(text))}};
}

oaiwire::ResponseRequest respond(std::string text, std::string model = "echo") {
    return {.model = std::move(model), .input = std::move(text)};
}

struct City {
    std::string name{};
    int people = 0;
    std::vector<std::string> rivers{};
};

struct Query {
    std::string city{};
};

oaiwire::result<std::string> weather(const Query& query) {
    return "rain in " + query.city;
}

}  // namespace

TEST_CASE("serve echoes a prompt, whole and streamed alike, with its usage") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        const std::string prompt = "An echo, w\xC3\xB6rld: three  spaces\nand a line";
        auto request = ask(prompt);
        request.n = 2;
        const auto whole = api.create(request);
        REQUIRE(whole);
        REQUIRE(whole->choices.size() == 2);
        for (const auto& choice : whole->choices) {
            CHECK(oaiwire::text(*choice.message->content) == prompt);
            CHECK(choice.finish_reason == oaiwire::FinishReason::stop);
        }
        CHECK(whole->model == "echo");

        request.stream_options = oaiwire::StreamOptions{.include_usage = true};
        auto stream = api.stream(request);
        int chunks = 0;
        for (const auto& chunk : stream) chunks += chunk.choices.empty() ? 0 : 1;
        REQUIRE(stream.ok());
        CHECK(chunks > 16);
        REQUIRE(stream.response().choices.size() == 2);
        CHECK(oaiwire::text(*stream.response().choices[1].message->content) == prompt);
        CHECK(stream.response().choices[1].finish_reason == oaiwire::FinishReason::stop);
        CHECK(stream.response().usage == whole->usage);
        CHECK(whole->usage->completion_tokens == 16);
    });
}

TEST_CASE("serve stops at stop sequences, also across tokens, and at the limit of tokens") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        auto request = ask("one two three four");
        request.stop = std::vector<std::string>{"o thr", "never"};
        const auto stopped = api.create(request);
        REQUIRE(stopped);
        CHECK(oaiwire::text(*stopped) == "one tw");
        CHECK(stopped->choices[0].finish_reason == oaiwire::FinishReason::stop);
        request.stop.reset();
        request.max_completion_tokens = 3;
        auto stream = api.stream(request);
        while (stream.next()) {
        }
        CHECK(oaiwire::text(stream.response()) == "one two three");
        CHECK(stream.response().choices[0].finish_reason == oaiwire::FinishReason::length);
        request.max_completion_tokens = 4;
        CHECK(oaiwire::text(api.create(request).value()) == "one two three four");
    });
}

TEST_CASE("serve's Markov model says the same for the same seed, with log probabilities") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        auto request = ask("Tell me of the sea", "markov");
        request.seed = 7;
        request.logprobs = true;
        request.top_logprobs = 3;
        const auto first = api.create(request);
        const auto second = api.create(request);
        request.seed = 8;
        const auto other = api.create(request);
        REQUIRE(first);
        REQUIRE(second);
        REQUIRE(other);
        CHECK(oaiwire::text(*first) == oaiwire::text(*second));
        CHECK(oaiwire::text(*first) != oaiwire::text(*other));
        std::string joined;
        for (const auto& token : *first->choices[0].logprobs->content) {
            joined += *token.token;
            CHECK(*token.logprob <= 0);
            CHECK(token.top_logprobs->size() <= 3);
        }
        CHECK(joined == oaiwire::text(*first));
        auto stream = api.stream(request);
        while (stream.next()) {
        }
        CHECK(oaiwire::text(stream.response()) == oaiwire::text(*other));
        CHECK(stream.response().choices[0].logprobs->content ==
              other->choices[0].logprobs->content);
    });
}

TEST_CASE("serve fills in schemas, and answers with JSON objects and refusals") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        const auto city = api.parse<City>(ask("Which city?"));
        REQUIRE(city);
        CHECK(city->name == "some words for name");
        CHECK(city->rivers.size() == 2);
        auto request = ask("say \"hi\"");
        request.response_format =
            oaiwire::ResponseFormat{.type = oaiwire::ResponseFormatType::json_object};
        CHECK(oaiwire::text(api.create(request).value()) == R"({"echo":"say \"hi\""})");
        const auto refused = api.parse<City>(ask("refuse: No cities today."));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == oaiwire::errc::refused);
        CHECK(refused.error().message == "No cities today.");
    });
}

TEST_CASE("serve calls tools, several at once, and tells their results") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        oaiwire::tool_set tools;
        tools.add<Query>("weather", "The weather in a city", weather);
        const std::string text =
            "call weather {\"city\":\"Bern\"}\ncall weather {\"city\":\"Rome\"}";
        const auto outcome = api.run_tools(ask(text), tools);
        REQUIRE(outcome);
        CHECK(oaiwire::text(outcome.response) == "The tools said: rain in Bern; rain in Rome");
        std::string streamed;
        const auto again = api.run_tools(
            ask(text), tools,
            [&](const oaiwire::ChatCompletionChunk& chunk) { streamed += oaiwire::text(chunk); });
        REQUIRE(again);
        CHECK(streamed == "The tools said: rain in Bern; rain in Rome");
        const auto responded = api.run_tools(respond(text), tools);
        REQUIRE(responded);
        CHECK(oaiwire::text(responded.response) == "The tools said: rain in Bern; rain in Rome");

        auto forced = ask("What is there?");
        forced.tools =
            std::vector<oaiwire::Tool>{oaiwire::CustomTool{.custom = {.name = "note"}},
                                       oaiwire::FunctionTool{.function = {.name = "list"}}};
        forced.tool_choice = oaiwire::NamedToolChoiceCustom{.custom = {.name = "note"}};
        const auto custom = api.create(forced);
        REQUIRE(custom);
        CHECK(custom->choices[0].finish_reason == oaiwire::FinishReason::tool_calls);
        const auto& call = custom->choices[0].message->tool_calls->front();
        CHECK(call.type == "custom");
        CHECK(call.custom->input == "some words");
        auto stream = api.stream(forced);
        while (stream.next()) {
        }
        CHECK(stream.response().choices[0].message->tool_calls->front().custom == call.custom);
        forced.tool_choice =
            oaiwire::open_enum<oaiwire::ToolChoiceMode>(oaiwire::ToolChoiceMode::none);
        CHECK(oaiwire::text(api.create(forced).value()) == "What is there?");
    });
}

TEST_CASE("serve fails as it is told: by status, in a stream, by closing the connection") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        for (const int status : {400, 401, 403, 404, 409, 422, 429, 500, 503}) {
            const auto refused = api.create(ask("error " + std::to_string(status)));
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code == oaiwire::errc::api_error);
            CHECK(refused.error().api.status == status);
        }
        CHECK(api.create(respond("hi", "error-429")).error().api.status == 429);
        auto broken = api.stream(ask("error 500 in stream: one two three four five"));
        std::string text;
        for (const auto& chunk : broken) text += oaiwire::text(chunk);
        CHECK(broken.end_reason() == oaiwire::stream_end::api_error);
        CHECK(text == "one two three");
        auto cut = api.stream(ask("cut: one two three four five"));
        while (cut.next()) {
        }
        CHECK_FALSE(cut.ok());
        CHECK(oaiwire::text(cut.response()) == "one two three");
        CHECK_FALSE(api.create(ask("cut")));
        auto responses = api.stream(respond("error 503 in stream: one two three four five"));
        while (responses.next()) {
        }
        CHECK(responses.end_reason() == oaiwire::stream_end::api_error);
        const auto wrong = api.create(oaiwire::ChatCompletionRequest{
            .model = "echo", .messages = {oaiwire::user("hi")}, .n = 1000});
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().api.status == 400);
    });
}

TEST_CASE("serve stores chat completions: lists, retrieves, updates and deletes them") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        auto request = ask("Keep this");
        request.store = true;
        request.metadata = oaiwire::raw_json::parse(R"({"topic":"a"})").value();
        const auto kept = api.create(request);
        REQUIRE(kept);
        auto stream = api.stream(ask("not this"));
        while (stream.next()) {
        }
        const auto list =
            api.create(oaiwire::ListChatCompletionsRequest{.metadata = {{"topic", "a"}}});
        REQUIRE(list);
        REQUIRE(list->data.size() == 1);
        CHECK(list->data[0].id == kept->id);
        CHECK(list->has_more == false);
        const auto messages =
            api.create(oaiwire::ListChatCompletionMessagesRequest{.completion_id = *kept->id});
        REQUIRE(messages);
        CHECK(oaiwire::text(*messages->data.front().content) == "Keep this");
        const auto changed = api.create(oaiwire::UpdateChatCompletionRequest{
            .completion_id = *kept->id,
            .metadata = oaiwire::raw_json::parse(R"({"topic":"b"})").value()});
        REQUIRE(changed);
        CHECK(changed->metadata->text() == R"({"topic":"b"})");
        CHECK(api.create(oaiwire::RetrieveChatCompletionRequest{.completion_id = *kept->id}));
        const auto gone =
            api.create(oaiwire::DeleteChatCompletionRequest{.completion_id = *kept->id});
        REQUIRE(gone);
        CHECK(gone->deleted == true);
        CHECK(api.create(oaiwire::RetrieveChatCompletionRequest{.completion_id = *kept->id})
                  .error()
                  .api.status == 404);
    });
}

TEST_CASE("serve completes texts: whole and streamed, with echo, suffix and several choices") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        oaiwire::CompletionRequest request{.model = "echo"};
        request.prompt = std::vector<std::string>{"one two", "three"};
        request.n = 2;
        request.echo = true;
        request.suffix = "end";
        request.logprobs = 1;
        const auto whole = api.create(request);
        REQUIRE(whole);
        REQUIRE(whole->choices.size() == 4);
        CHECK(whole->choices[1].text == "one twoone two (until: end)");
        CHECK(whole->choices[2].text == "threethree (until: end)");
        CHECK(whole->choices[2].logprobs->tokens->size() == 3);
        auto stream = api.stream(request);
        while (stream.next()) {
        }
        REQUIRE(stream.ok());
        for (std::size_t i = 0; i != 4; ++i) {
            CHECK(stream.response().choices[i].text == whole->choices[i].text);
        }
    });
}

TEST_CASE("serve answers requests of the Responses API, whole and streamed alike") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        auto request = respond("An answer of several words");
        request.reasoning = oaiwire::Reasoning{.effort = oaiwire::ReasoningEffort::low};
        const auto whole = api.create(request);
        REQUIRE(whole);
        CHECK(whole->status == oaiwire::ResponseStatus::completed);
        CHECK(oaiwire::text(*whole) == "An answer of several words");
        CHECK(oaiwire::reasoning(*whole) == "The user wrote 26 bytes.");
        auto stream = api.stream(request);
        std::string text;
        for (const auto& event : stream) text += oaiwire::text(event);
        REQUIRE(stream.ok());
        CHECK(text == oaiwire::text(*whole));
        CHECK(oaiwire::text(stream.response()) == text);
        CHECK(stream.response().usage == whole->usage);
        request.max_output_tokens = 16;
        request.input = "count 100";
        request.reasoning.reset();
        const auto cut = api.create(request);
        REQUIRE(cut);
        CHECK(cut->status == oaiwire::ResponseStatus::incomplete);
        CHECK(cut->incomplete_details->reason == "max_output_tokens");
        const auto city = api.parse<City>(respond("Which city?"));
        REQUIRE(city);
        CHECK(city->rivers.size() == 2);
    });
}

TEST_CASE("serve stores responses: retrieves, continues, lists, counts, cancels, deletes") {
    on_each_stack([](serve_program& server) {
        auto api = server.client();
        const auto first = api.create(respond("Hello"));
        REQUIRE(first);
        CHECK(api.create(oaiwire::RetrieveResponseRequest{.response_id = *first->id})->output ==
              first->output);
        auto next = respond("Hello again");
        next.previous_response_id = *first->id;
        const auto second = api.create(next);
        REQUIRE(second);
        CHECK(*second->usage->input_tokens > *first->usage->input_tokens);
        next.previous_response_id = "resp_none";
        CHECK(api.create(next).error().api.status == 400);
        const auto items = api.create(oaiwire::ListInputItemsRequest{.response_id = *second->id});
        REQUIRE(items);
        REQUIRE(items->data.size() == 1);
        const auto count = api.create(oaiwire::CountInputTokensRequest{.input = "one two"});
        REQUIRE(count);
        CHECK(count->input_tokens == 5);
        const auto compact =
            api.create(oaiwire::CompactResponseRequest{.model = "echo", .input = "one two"});
        REQUIRE(compact);
        CHECK(compact->output.size() == 2);

        CHECK(api.create(oaiwire::CancelResponseRequest{.response_id = *first->id})
                  .error()
                  .api.status == 400);
        auto slow = respond("later");
        slow.background = true;
        const auto queued = api.create(slow);
        REQUIRE(queued);
        CHECK(queued->status == oaiwire::ResponseStatus::queued);
        const auto cancelled =
            api.create(oaiwire::CancelResponseRequest{.response_id = *queued->id});
        REQUIRE(cancelled);
        CHECK(cancelled->status == oaiwire::ResponseStatus::cancelled);

        CHECK(api.create(oaiwire::DeleteResponseRequest{.response_id = *first->id})->deleted ==
              true);
        CHECK(api.create(oaiwire::RetrieveResponseRequest{.response_id = *first->id})
                  .error()
                  .api.status == 404);
    });
}

}  // namespace serve_tests
