// A program that imports the library: a stream is decoded, a struct of its own is read, written and
// described, and a tool loop runs over a transport of its own. Headers of the standard library and
// one of this library stand beside the import.
#include <array>
#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <oaiwire/transport/replay.hpp>

import oaiwire;

namespace {

enum class sky { unknown, clear, rain };
constexpr std::array<std::string_view, 2> enumerator_names(sky) {
    return {"clear", "rain"};
}

struct forecast {
    std::string city{};
    oaiwire::field<double> degrees{};
    sky above{};
    std::vector<int> hours{};

    static constexpr std::tuple schema_keywords{
        oaiwire::json::member(&forecast::hours, {.max_items = 24}),
    };
};

struct query {
    std::string city{};
    int days = 1;
};

int failures = 0;
void must(bool holds, const char* what) {
    if (holds) return;
    std::printf("not so: %s\n", what);
    failures = 1;
}

void streams() {
    const std::string_view bytes =
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\" there\"}}]}\n\n"
        "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n"
        "data: [DONE]\n\n";
    for (const std::size_t size : {std::size_t{1}, std::size_t{10}, bytes.size()}) {
        oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> stream;
        std::string text;
        for (std::size_t at = 0; at < bytes.size(); at += size) {
            stream.feed(bytes.substr(at, size));
            while (const auto* chunk = stream.next()) text += oaiwire::text(*chunk);
        }
        stream.finish();
        while (stream.next() != nullptr) {
        }
        must(text == "Hello there", "the text of the stream");
        must(stream.end_reason() == oaiwire::stream_end::complete, "the stream is complete");
    }
}

void structs() {
    const std::string_view text = R"({"city":"Bern","degrees":-3.5,"above":"rain","hours":[6,7]})";
    const auto read = oaiwire::json::read<forecast>(text);
    must(read && read->city == "Bern" && read->degrees == -3.5 && read->above == sky::rain &&
             read->hours == std::vector{6, 7},
         "a struct of this program is read");
    const auto written = read ? oaiwire::json::write(*read) : std::string();
    must(written && *written == text, "and written");
    const auto schema = oaiwire::json::schema<forecast>().text();
    must(schema.find("\"maxItems\":24") != schema.npos && schema.find("rain") != schema.npos,
         "and described");
    const auto broken = oaiwire::json::read<forecast>(R"({"hours":[1,"x"]})");
    must(!broken && broken.error().code == oaiwire::errc::type_mismatch &&
             broken.error().path == "hours[1]",
         "an error says where");
}

void tools() {
    oaiwire::replay_exchange call;
    call.body =
        R"({"choices":[{"index":0,"finish_reason":"tool_calls","message":{"role":"assistant",)"
        R"("tool_calls":[{"id":"c1","type":"function","function":{"name":"weather",)"
        R"("arguments":"{\"city\":\"Bern\",\"days\":2}"}}]}}]})";
    oaiwire::replay_exchange answer;
    answer.body = R"({"choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant",)"
                  R"("content":"Take a coat."}}]})";
    const oaiwire::replay_transport http({call, answer});
    oaiwire::client api{http, {.base_url = "https://api.example.com/v1"}};

    oaiwire::tool_set tools;
    int asked = 0;
    tools.add<query>("weather", "The weather", [&](const query& q) -> oaiwire::result<std::string> {
        asked += q.days;
        return "rain in " + q.city;
    });
    const auto outcome = api.run_tools(
        oaiwire::ChatCompletionRequest{.model = "m", .messages = {oaiwire::user("A coat?")}},
        tools);
    must(static_cast<bool>(outcome) && oaiwire::text(outcome.response) == "Take a coat.",
         "the answer of the loop");
    must(asked == 2, "the tool ran once");
    must(http.requests().size() == 2 &&
             http.requests()[1].body.find("rain in Bern") != std::string::npos,
         "its result was sent");
}

}  // namespace

int main() {
    streams();
    structs();
    tools();
    return failures;
}
