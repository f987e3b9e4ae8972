// tools: whatever a model writes and whenever the program answers, a tool loop ends within its
// bounds, and each of its requests is one that a server accepts. Input: a seed (options, the order
// of steps) and lines: messages of a model, or items of a response.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <oaiwire/core/utf8.hpp>
#include <oaiwire/json/read.hpp>
#include <oaiwire/json/write.hpp>
#include <oaiwire/tools.hpp>
#include <tools/scripts.hpp>

#include "target.hpp"

namespace {

using namespace oaiwire;
using fuzz::must;
using tool_tests::CityQuery;

constexpr std::size_t longest_output = 40;

void add_tools(tool_set& set, std::size_t& ran) {
    set.add<CityQuery>("weather", "",
                       [&ran](const CityQuery& q) -> result<std::string> {
                           ++ran;
                           if (q.days) return make_error(errc::tool_failed, q.city);
                           return q.city;
                       })
        .add("raw", "", raw_json::trusted("{}"),
             [&ran](std::string_view text) {
                 ++ran;
                 must(raw_json::parse(text).has_value(), "arguments are JSON");
                 return text;
             })
        .add_custom("text", "",
                    [&ran](std::string_view text) {
                        ++ran;
                        return text;
                    })
        .declare<CityQuery>("later", "");
}

tool_options options_from(fuzz::seeded& random) {
    tool_options out{.rounds = 1 + random.below(4),
                     .calls = random.below(6),
                     .output_bytes = longest_output,
                     .queue_events = true};
    out.tokens = static_cast<std::int64_t>(random.below(2) * 100);
    out.final_answer = random.below(2) == 0;
    out.cut_outputs = random.below(4) != 0;
    out.lenient = random.below(2) == 0;
    out.use_previous_response_id = random.below(2) == 0;
    out.ask_approval = random.below(3) == 0;
    for (auto* policy : {&out.failed_tools, &out.unknown_tools, &out.bad_arguments}) {
        if (random.below(6) == 0) *policy = on_error::end;
    }
    if (random.below(2) == 0) out.cut_calls = on_error::tell;
    return out;
}

std::string_view next_line(std::string_view& text) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    return line;
}

// A line that is no message is the arguments of a call, or a text if it is empty.
ChatCompletion response_from(std::string_view line, fuzz::seeded& random) {
    ChatCompletion out = line.empty() ? tool_tests::says("Done") : ChatCompletion{};
    if (line.empty()) return out;
    auto& choice = out.choices.emplace_back();
    constexpr std::string_view reasons[]{"stop", "tool_calls", "length", "function_call"};
    choice.finish_reason = open_enum<FinishReason>(reasons[random.below(4)]);
    if (auto message = json::read<ChatCompletionMessage>(line, json::tolerant)) {
        choice.message = std::move(*message);
        return out;
    }
    constexpr std::string_view names[]{"weather", "raw", "later", "none"};
    const std::string id = random.below(2) == 0 ? "a" : "";
    std::string arguments;
    append_valid_utf8(arguments, line);  // as what is read from JSON
    choice.message = *tool_tests::asks({{id, std::string(names[random.below(4)]), arguments}})
                          .choices[0]
                          .message;
    return out;
}
Response items_from(std::string_view line) {
    Response out;
    out.id = "r";
    auto items =
        json::read<std::vector<ResponseItem>>("[" + std::string(line) + "]", json::tolerant);
    if (items) out.output = std::move(*items);
    return out;
}

// What a server finds wrong in a request.
std::string wrong_in(const ChatCompletionRequest& request) {
    return tool_tests::wrong_in(request.messages);
}
// Each output must answer one call before it, and each call of the loop have one; items that a
// server keeps are not sent.
std::string wrong_in(const ResponseRequest& request) {
    const auto* items =
        request.input ? std::get_if<std::vector<ResponseItem>>(&*request.input) : nullptr;
    if (!items || request.previous_response_id) return "";
    std::vector<std::string> open;
    for (const auto& item : *items) {
        if (const auto* call = std::get_if<FunctionToolCall>(&item)) {
            open.push_back(call->call_id.value_or(""));
        } else if (const auto* custom = std::get_if<ResponseCustomToolCall>(&item)) {
            open.push_back(custom->call_id.value_or(""));
        } else if (std::holds_alternative<FunctionToolCallOutput>(item) ||
                   std::holds_alternative<ResponseCustomToolCallOutput>(item)) {
            if (open.empty()) return "";  // an output of the model's own
            open.erase(open.begin());
        }
    }
    return open.empty() ? "" : "a call without an output";
}

template <class Request>
std::string play(std::string_view input, const Request& request) {
    fuzz::seeded random(input);
    std::string_view text = random.text;
    tool_set set;
    std::size_t ran = 0;
    add_tools(set, ran);
    const tool_options options = options_from(random);
    tool_conversation talk(request, set, options);
    std::size_t steps = 0;
    while (!talk.done()) {
        must(++steps < 100'000, "the loop ends");
        if (random.below(64) == 0) talk.cancel();
        if (random.below(2) == 0 && talk.run()) continue;
        switch (talk.next()) {
            case tool_step::send: {
                must(wrong_in(talk.request()) == "", "each request is accepted");
                must(json::write(talk.request()).has_value(), "each request can be written");
                const auto line = next_line(text);
                if constexpr (std::is_same_v<Request, ResponseRequest>) {
                    talk.take(items_from(line));
                } else {
                    talk.take(response_from(line, random));
                }
                break;
            }
            case tool_step::approve:
                must(random.below(2) == 0 ? talk.approve() : talk.deny("no"), "it was asked");
                break;
            case tool_step::answer: {
                const std::size_t of_round = talk.round_calls().size();
                const std::size_t at = talk.calls().size() - 1 - random.below(of_round);
                const bool open = talk.calls()[at].state != call_state::answered;
                must(talk.answer(at, "late") == open, "a call is answered once");
                break;
            }
            default:
                break;
        }
    }
    must(wrong_in(talk.request()) == "", "the last request is accepted");
    must(talk.rounds() <= options.rounds + 1, "the bound of rounds holds");
    must(talk.ok() == (talk.error().code == errc::ok), "an end is well or has a reason");
    std::size_t outputs = 0;
    for (const auto& call : talk.calls()) {
        outputs += call.error.code == errc::ok && call.state == call_state::answered;
        must(call.output.size() <= 3 * longest_output + 64, "outputs are bounded");
    }
    must(options.calls == 0 || outputs <= options.calls, "the bound of calls holds");
    must(ran <= talk.calls().size(), "a call runs once");
    std::string out = json::write(talk.request()).value_or("") + to_string(talk.error());
    while (auto event = talk.next_event()) out += name(event->kind);
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input = fuzz::text_of(data, size);
    const auto chat = tool_tests::question();
    must(play(input, chat) == play(input, chat), "the same steps give the same conversation");
    play(input, ResponseRequest{.model = "m", .input = ResponseInput("Hi")});
    return 0;
}
