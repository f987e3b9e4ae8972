// tools: a question that the model answers with three tools of the program's. See `tools --help`.
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/oaiwire.hpp>
#include <oaiwire/transport/curl.hpp>

#include "support/server_thread.hpp"

namespace {

constexpr const char* usage_text =
    "usage: tools [--yes] [--rounds N] QUESTION...\n"
    "\n"
    "Asks a model, which may look up the weather (of four cities) and the time, and write notes.\n"
    "\n"
    "  --yes       writes notes without asking first\n"
    "  --rounds N  calls of the model at most; default: 8\n"
    "\n"
    "OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL select the server and the model. Without a\n"
    "base URL, a small server on loopback answers, which calls each tool once.\n"
    "\n"
    "Exit status: 0 answered, 1 failed, 2 wrong usage.\n";

// The arguments of the tools, as the model sees them.

enum class Unit { unknown, celsius, fahrenheit };
constexpr std::array<std::string_view, 2> enumerator_names(Unit) {
    return {"celsius", "fahrenheit"};
}

struct WeatherQuery {
    std::string city{};
    Unit unit = Unit::celsius;
    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&WeatherQuery::city, {.description = "City, such as Oslo"})};
};

struct ClockQuery {
    int hours = 0;
    static constexpr std::tuple schema_keywords{oaiwire::json::member(
        &ClockQuery::hours,
        {.description = "Hours from UTC, such as -5", .minimum = -12, .maximum = 14})};
};

struct Note {
    std::string text{};
};

// What a tool returns is sent to the model as JSON.
struct Weather {
    std::string city{};
    std::string sky{};
    double degrees = 0;
};

oaiwire::result<Weather> look_up(const WeatherQuery& query) {
    static const std::vector<Weather> known{
        {"Oslo", "snow", -3}, {"Rome", "sun", 21}, {"Lima", "fog", 17}, {"Pune", "rain", 27}};
    for (Weather found : known) {
        if (found.city != query.city) continue;
        if (query.unit == Unit::fahrenheit) found.degrees = found.degrees * 9 / 5 + 32;
        return found;
    }
    // told to the model, which may try another city or say so
    return oaiwire::make_error(oaiwire::errc::tool_failed,
                               "the weather of " + query.city + " is not known");
}

std::string time_of(const ClockQuery& query) {
    using namespace std::chrono;
    const auto now = floor<minutes>(system_clock::now()) + hours(query.hours);
    const hh_mm_ss day(now - floor<days>(now));
    char text[32];
    std::snprintf(text, sizeof text, "it is %02d:%02d", static_cast<int>(day.hours().count()),
                  static_cast<int>(day.minutes().count()));
    return text;
}

std::string environment(const char* name, const char* otherwise = "") {
    const char* value = std::getenv(name);
    return value && *value ? value : otherwise;
}

[[noreturn]] void refuse_usage(const std::string& why) {
    std::fprintf(stderr, "tools: %s\n\n%s", why.c_str(), usage_text);
    std::exit(2);
}

// Asks on the terminal.
oaiwire::approval ask(const oaiwire::called_tool& call) {
    std::fprintf(stderr, "tools: may the model call %s(%s)? [y/N] ", call.name.c_str(),
                 call.arguments.c_str());
    char line[16]{};
    const bool read = std::fgets(line, sizeof line, stdin) != nullptr;
    if (read && (line[0] == 'y' || line[0] == 'Y')) return true;
    return oaiwire::approval::denied("the user said no");
}

void report(const oaiwire::tool_event& event) {
    using kind = oaiwire::tool_event_kind;
    if (event.kind == kind::started || event.kind == kind::finished || event.kind == kind::failed ||
        event.kind == kind::limit) {
        std::fprintf(stderr, "tools: %s %s: %s\n", std::string(name(event.kind)).c_str(),
                     event.name.c_str(), event.text.c_str());
    }
}

}  // namespace

int main(int count, char** words) {
    bool asks = true;
    std::size_t rounds = 8;
    std::string question;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--yes") {
            asks = false;
        } else if (word == "--rounds") {
            if (++i == count || std::atoi(words[i]) < 1) refuse_usage("--rounds needs a number");
            rounds = static_cast<std::size_t>(std::atoi(words[i]));
        } else if (word == "--help") {
            std::fputs(usage_text, stdout);
            return 0;
        } else if (word.starts_with("--")) {
            refuse_usage("unknown option " + std::string(word));
        } else {
            question.append(question.empty() ? "" : " ").append(word);
        }
    }
    if (question.empty()) question = "What time is it, and how is the weather in Oslo?";

    oaiwire::endpoint where{.base_url = environment("OPENAI_BASE_URL"),
                            .api_key = oaiwire::secret{environment("OPENAI_API_KEY")}};
    std::unique_ptr<example::server_thread> server;
    if (where.base_url.empty()) {
        server = std::make_unique<example::server_thread>();
        if (!server->started()) {
            std::perror("tools: no server could be started");
            return 1;
        }
        where.base_url = server->base_url();
        where.api_key = {};
    }

    std::vector<std::string> notes;
    oaiwire::tool_set tools;
    tools.add<WeatherQuery>("weather", "The weather in a city now", look_up,
                            {.needs_approval = false});
    tools.add<ClockQuery>("clock", "The time", time_of, {.needs_approval = false});
    tools.add<Note>("note", "Writes a note for the user",
                    [&](const Note& note) { notes.push_back(note.text); });

    oaiwire::tool_options options{.rounds = rounds, .final_answer = true, .on_event = report};
    if (asks) options.approve = ask;

    oaiwire::client api{oaiwire::curl_transport{}, where};
    const oaiwire::ChatCompletionRequest request{
        .model = environment("OPENAI_MODEL", "gpt-4o-mini"),
        .messages = {oaiwire::user(question)},
        .stream_options = oaiwire::StreamOptions{.include_usage = true}};
    const auto answer = api.run_tools(
        request, tools,
        [](const oaiwire::ChatCompletionChunk& chunk) {
            std::fputs(text(chunk).c_str(), stdout);
            std::fflush(stdout);
        },
        options);
    std::fputs("\n", stdout);

    for (const auto& note : notes) std::printf("Note: %s\n", note.c_str());
    std::fprintf(stderr, "tools: %zu calls of the model, %zu of tools, %lld tokens\n",
                 answer.rounds, answer.calls.size(),
                 static_cast<long long>(answer.usage.total.value_or(0)));
    if (answer) return 0;
    std::fprintf(stderr, "tools: %s\n", to_string(answer.error).c_str());
    return 1;
}
