#include <oaiwire/tools/conversation.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <support/history_order.hpp>
#include <support/json_of.hpp>
#include <support/random.hpp>

namespace conversation_tests {

using namespace oaiwire;
using support::fault_of;
using support::from_json;
using support::json_of;

namespace {

ChatCompletion answer(std::string_view members) {
    return from_json<ChatCompletion>(R"({"choices":[{"index":0,"message":{"role":"assistant",)" +
                                         std::string(members) +
                                         R"(}}],"usage":{"prompt_tokens":10,"completion_tokens":2,)"
                                         R"("total_tokens":12}})",
                                     json::tolerant);
}
// An answer with `n` calls, whose ids continue from `id`.
ChatCompletion calls(std::size_t n, std::size_t& id) {
    std::string list;
    for (; n != 0; --n) {
        list += R"({"id":"c)" + std::to_string(++id) +
                R"(","type":"function","function":{"name":"f","arguments":"{}"}},)";
    }
    list.pop_back();
    return answer(R"("content":null,"reasoning_content":"hm","tool_calls":[)" + list + "]");
}
// Adds the results of the calls of the last message, in any order.
void add_results(conversation& history, support::random& numbers) {
    const auto* last = std::get_if<AssistantMessage>(&history.messages.back());
    REQUIRE(last);
    auto open = *last->tool_calls;
    while (!open.empty()) {
        const auto i = static_cast<std::ptrdiff_t>(numbers.below(open.size()));
        history.add(tool(open[static_cast<std::size_t>(i)].id.value(), "42"));
        open.erase(open.begin() + i);
    }
}
std::size_t length_of(const RequestMessage& message) {
    return json_of(message).size();
}
std::size_t sum_of(const std::vector<RequestMessage>& messages) {
    std::size_t sum = 0;
    for (const auto& message : messages) sum += length_of(message);
    return sum;
}
detail::history_role role_of(const RequestMessage& message) {
    return detail::role_in_history<RequestMessage>::of(message);
}
// The index of the first message that is no instruction.
std::size_t lead_of(const std::vector<RequestMessage>& messages) {
    std::size_t n = 0;
    while (n != messages.size() && role_of(messages[n]) == detail::history_role::instruction) {
        ++n;
    }
    return n;
}

}  // namespace

TEST_CASE("a conversation adds messages and answers, and sums up their tokens") {
    conversation history{.messages = {oaiwire::system("Be brief.")}};
    history.add(user("Hi")).add(user("there"));
    CHECK(history.append(answer(R"("content":"Hello","annotations":[])")));
    CHECK(
        history.append(answer(R"("content":"Bye","reasoning_content":"hm")"), histories::deepseek));
    CHECK(!history.append(ChatCompletion{}));
    CHECK(json_of(history) ==
          R"({"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Hi"},)"
          R"({"role":"user","content":"there"},{"role":"assistant","content":"Hello"},)"
          R"({"role":"assistant","content":"Bye","reasoning_content":"hm"}],)"
          R"("usage":{"prompt":20,"completion":4,"total":24}})");
}

TEST_CASE("any conversation stays acceptable, and is saved and restored without loss") {
    support::random numbers(16);
    for (int round = 0; round != 60; ++round) {
        conversation history;
        std::size_t id = 0;
        for (std::size_t lead = numbers.below(3); lead != 0; --lead) {
            history.add(numbers.one_in(2) ? oaiwire::system("s") : developer("d"));
        }
        for (int step = 0; step != 25; ++step) {
            switch (numbers.below(6)) {
                case 0:
                case 1:
                    history.add(user(std::string(numbers.below(50), 'u')));
                    if (numbers.one_in(2)) history.append(answer(R"("content":"a")"));
                    break;
                case 2:
                    history.add(user("question"));
                    for (std::size_t n = numbers.below(4); n != 0; --n) {
                        history.append(calls(1 + numbers.below(3), id));
                        add_results(history, numbers);
                    }
                    if (numbers.one_in(2)) history.append(answer(R"("content":"a")"));
                    break;
                case 3:
                    if (numbers.one_in(3)) {
                        const auto before = history.messages;
                        auto undone = history.undo();
                        auto whole = history.messages;
                        whole.insert(whole.end(), undone.begin(), undone.end());
                        CHECK(whole == before);
                        CHECK((undone.empty() ||
                               role_of(undone[lead_of(undone)]) == detail::history_role::user));
                    }
                    break;
                default: {
                    const auto before = history.messages;
                    const std::size_t budget = numbers.below(sum_of(before) + 50);
                    const auto result = history.trim(budget, length_of);
                    CHECK(result.count == sum_of(history.messages));
                    CHECK(result.fits == (result.count <= budget));
                    // the same messages, without a piece after what the history begins with
                    const auto lead = static_cast<std::ptrdiff_t>(result.lead);
                    auto whole = history.messages;
                    whole.insert(whole.begin() + lead, result.dropped.begin(),
                                 result.dropped.end());
                    CHECK(whole == before);
                    const std::size_t first = lead_of(history.messages);
                    if (!result.dropped.empty() && first != history.messages.size()) {
                        CHECK(role_of(history.messages[first]) == detail::history_role::user);
                    }
                }
            }
            CHECK(fault_of(history.messages) == "");
        }
        const auto text = json_of(history);
        CHECK(from_json<conversation>(text) == history);
        CHECK(json_of(from_json<conversation>(text)) == text);
    }
}

TEST_CASE("instructions that come with a question do not pile up at the beginning") {
    conversation history{.messages = {oaiwire::system("rules")}};
    history.trim(1000, length_of);
    for (int i = 0; i != 5; ++i) {
        history.add(developer("context")).add(user("question"));
        history.append(answer(R"("content":"a")"));
        history.trim(1, length_of);
        CHECK(history.messages.size() == 4);
        history = from_json<conversation>(json_of(history));
    }
    CHECK(history.lead == 1);
    history.undo();
    CHECK(history.messages.size() == 1);
}

TEST_CASE("what a newer version or a program adds to a saved conversation is kept") {
    const std::string text =
        R"({"messages":[{"role":"user","content":"Hi","id":7},{"role":"critic","content":"c"},)"
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"a","type":"function",)"
        R"("function":{"name":"f","arguments":"{}"},"extra_content":{"x": 1}}]}],)"
        R"("usage":{"prompt":1},"title":"t","version":2})";
    const auto restored = from_json<conversation>(text);
    CHECK(json_of(restored) == text);
    CHECK(restored.extra.contains("title"));
    CHECK(from_json<conversation>("{}") == conversation{});
}

TEST_CASE("the messages get into a request as a copy, by a move, or on loan") {
    conversation history;
    history.add(user("a text that is too long to be stored in a string itself"));
    ChatCompletionRequest request{.model = "m", .messages = {user("old")}};
    const void* const place = history.messages.data();

    history.apply(request);
    CHECK(request.messages == history.messages);
    {
        const auto lent = history.lend(request);
        CHECK(request.messages.data() == place);
    }
    CHECK(history.messages.data() == place);
    CHECK(request.messages == history.messages);
    std::move(history).apply(request);
    CHECK(request.messages.data() == place);
}

TEST_CASE("a conversation can move to a stricter server") {
    conversation history;
    history.add(user("Hi"));
    std::size_t id = 0;
    history.append(calls(1, id));
    CHECK(json_of(history.messages[1]).find("reasoning_content") != std::string::npos);
    history.conform(histories::openai);
    CHECK(json_of(history.messages[1]) ==
          R"({"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",)"
          R"("function":{"name":"f","arguments":"{}"}}]})");
}

}  // namespace conversation_tests
