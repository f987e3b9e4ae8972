#include <oaiwire/tools/response_conversation.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <oaiwire/types/response_text.hpp>
#include <support/history_order.hpp>
#include <support/json_of.hpp>
#include <support/random.hpp>

namespace response_conversation_tests {

using namespace oaiwire;
using support::fault_of;
using support::from_json;
using support::json_of;

namespace {

constexpr const char* reasoning = R"({"type":"reasoning","id":"r","summary":[]})";
constexpr const char* message =
    R"({"type":"message","role":"assistant","content":[{"type":"output_text","text":"Hi"}],)"
    R"("id":"m"})";
constexpr const char* compaction = R"({"type":"compaction","id":"cmp","encrypted_content":"x"})";

Response response_of(const std::vector<std::string>& items) {
    std::string list;
    for (const auto& item : items) list += (list.empty() ? "" : ",") + item;
    return from_json<Response>(R"({"output":[)" + list +
                               R"(],"usage":{"input_tokens":10,"output_tokens":2,)"
                               R"("total_tokens":12}})");
}
std::string call(std::size_t id) {
    return R"({"type":"function_call","call_id":"c)" + std::to_string(id) +
           R"(","name":"f","arguments":"{}"})";
}
std::size_t length_of(const ResponseItem& item) {
    return json_of(item).size();
}

}  // namespace

TEST_CASE("a conversation of items adds items and responses, and sums up their tokens") {
    response_conversation history;
    history.add(input_message(Role::user, "Hi"));
    history.append(response_of({reasoning, call(1)}));
    history.add(function_call_output("c1", "42"));
    const Response last = response_of({message, reasoning});
    history.append(last);
    CHECK(json_of(history) ==
          R"({"items":[{"role":"user","content":"Hi"},)" + std::string(reasoning) + "," + call(1) +
              R"(,{"type":"function_call_output","call_id":"c1","output":"42"},)" + message +
              R"(],"usage":{"prompt":20,"completion":4,"total":24}})");
    ResponseRequest request;
    history.apply(request);
    CHECK(std::get<std::vector<ResponseItem>>(*request.input) == history.items);
    const auto copy = history.items;
    std::move(history).apply(request);
    CHECK(std::get<std::vector<ResponseItem>>(*request.input) == copy);
}

TEST_CASE("any conversation of items stays acceptable, and is saved and restored without loss") {
    support::random numbers(16);
    for (int round = 0; round != 60; ++round) {
        response_conversation history;
        std::size_t id = 0;
        if (numbers.one_in(2)) history.add(input_message(Role::developer, "d"));
        for (int step = 0; step != 25; ++step) {
            switch (numbers.below(5)) {
                case 0:
                case 1:
                    history.add(input_message(Role::user, std::string(numbers.below(50), 'u')));
                    for (std::size_t n = numbers.below(3); n != 0; --n) {
                        std::vector<std::string> output;
                        const std::size_t first = id;
                        for (std::size_t k = 1 + numbers.below(3); k != 0; --k) {
                            if (numbers.one_in(2)) output.emplace_back(reasoning);
                            output.push_back(call(++id));
                        }
                        if (numbers.one_in(4)) output.emplace_back(reasoning);
                        history.append(response_of(output));
                        for (std::size_t k = first; k != id; ++k) {
                            history.add(function_call_output("c" + std::to_string(k + 1), "42"));
                        }
                    }
                    history.append(response_of({reasoning, message}));
                    break;
                case 2:
                    if (numbers.one_in(4)) history.append(response_of({compaction, message}));
                    break;
                case 3:
                    if (numbers.one_in(4)) history.undo();
                    break;
                default: {
                    std::size_t sum = 0;
                    for (const auto& item : history.items) sum += length_of(item);
                    const auto before = history.items;
                    const std::size_t budget = numbers.below(sum + 50);
                    const auto result = history.trim(budget, length_of);
                    CHECK(result.dropped.size() + history.items.size() == before.size());
                    CHECK(result.fits == (result.count <= budget));
                }
            }
            CHECK(fault_of(history.items) == "");
        }
        const auto text = json_of(history);
        CHECK(from_json<response_conversation>(text) == history);
        CHECK(json_of(from_json<response_conversation>(text)) == text);
    }
}

TEST_CASE("trimming keeps the newest compressed context") {
    response_conversation history;
    for (const char* text : {"1", "2", "3"}) {
        history.add(input_message(Role::user, text));
        history.append(response_of({compaction, reasoning, message}));
    }
    history.add(input_message(Role::user, "4"));
    const auto result = history.trim(0, length_of);
    CHECK(!result.fits);
    CHECK(json_of(history.items) ==
          "[" + std::string(compaction) + R"(,{"role":"user","content":"4"}])");
    CHECK(result.dropped.size() == 11);
}

TEST_CASE("what a newer version adds to a saved conversation of items is kept") {
    const std::string text = R"({"items":[{"type":"new_kind","x":[1, 2]}],"usage":{},"title":"t"})";
    CHECK(json_of(from_json<response_conversation>(text)) == text);
}

}  // namespace response_conversation_tests
