// Runs tool loops against the server of OPENAI_BASE_URL; tools.mjs scripts a mock of others for it.
//
//   interop_tools     reads lines `chat|responses plain|streamed PROMPT`, and runs a loop for each;
//                  writes a line of JSON for each event, then one with "outcome"
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <tuple>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

namespace {

using namespace oaiwire;

struct WeatherQuery {
    std::string city{};
    int days = 1;
    static constexpr std::tuple schema_keywords{
        json::member(&WeatherQuery::days, {.minimum = 1, .maximum = 14}),
    };
};
struct Sum {
    double a{};
    double b{};
};
struct Nothing {};

struct Line {
    std::string event{};
    std::size_t round{};
    std::string id{};
    std::string name{};
    std::string text{};
    std::string error{};
};
struct Outcome {
    std::string outcome{};
    std::string answer{};
    std::size_t rounds{};
    std::size_t calls{};
    std::string bound{};
    std::optional<std::int64_t> tokens{};
};

template <class T>
void print(const T& line) {
    std::cout << json::write(line).value() << '\n';
}

tool_set make_tools() {
    tool_set tools;
    tools.add<WeatherQuery>("weather", "The weather in a city", [](const WeatherQuery& q) {
        return q.city + " for " + std::to_string(q.days);
    });
    tools.add<Sum>("add", "Adds numbers", [](const Sum& s) { return s.a + s.b; });
    tools.add<Nothing>("now", "The time", [](const Nothing&) { return std::string("noon"); });
    tools.add<Nothing>("fail", "Fails", [](const Nothing&) -> result<std::string> {
        return error{.code = errc::tool_failed, .message = "out of order"};
    });
    tools.add<Nothing>("erase", "Asks for approval", [](const Nothing&) { return true; });
    return tools;
}

template <class Request>
tool_outcome<Request> run(auto& api, bool streamed, Request request, tool_set& tools,
                          const tool_options& options) {
    if (!streamed) return api.run_tools(std::move(request), tools, options);
    return api.run_tools(
        std::move(request), tools, [](const auto&) {}, options);
}

void report(const auto& outcome) {
    print(Outcome{.outcome = outcome ? "ok" : std::string(name(outcome.error.code)),
                  .answer = text(outcome.response),
                  .rounds = outcome.rounds,
                  .calls = outcome.calls.size(),
                  .bound = std::string(name(outcome.bound)),
                  .tokens = outcome.usage.total});
}

}  // namespace

int main() {
    const char* const url = std::getenv("OPENAI_BASE_URL");
    if (!url) return 2;
    client api{curl_transport{}, {.base_url = url, .api_key = secret{"test"}}};
    tool_options options;
    options.rounds = 8;
    options.on_event = [](const tool_event& e) {
        print(Line{.event = std::string(name(e.kind)),
                   .round = e.round,
                   .id = e.id,
                   .name = e.name,
                   .text = e.text,
                   .error = e.error.code == errc::ok ? "" : std::string(name(e.error.code))});
    };
    options.approve = [](const called_tool& call) -> approval { return call.name != "erase"; };
    for (std::string line; std::getline(std::cin, line);) {
        std::istringstream words(line);
        std::string form, mode, prompt;
        words >> form >> mode;
        std::getline(words >> std::ws, prompt);
        tool_set tools = make_tools();
        if (form == "chat") {
            report(run(api, mode == "streamed",
                       ChatCompletionRequest{.model = "mock", .messages = {user(prompt)}}, tools,
                       options));
        } else {
            report(run(api, mode == "streamed", ResponseRequest{.model = "mock", .input = prompt},
                       tools, options));
        }
    }
    return 0;
}
