// A program of the single file alone: streams, structs, tools, long texts and numbers of many
// digits, without any other header or library.
#include <oaiwire/oaiwire.hpp>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct forecast {
    std::string city{};
    double degrees = 0;
};

int failures = 0;
void must(bool holds, const char* what) {
    if (holds) return;
    std::printf("not so: %s\n", what);
    failures = 1;
}

// The text of a whole stream, which comes in pieces of `size` bytes.
std::string text_of_stream(std::string_view bytes, std::size_t size) {
    oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> stream;
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += size) {
        stream.feed(bytes.substr(at, size));
        while (const auto* chunk = stream.next()) text += oaiwire::text(*chunk);
    }
    stream.finish();
    while (const auto* chunk = stream.next()) text += oaiwire::text(*chunk);
    must(stream.end_reason() == oaiwire::stream_end::complete, "the stream is complete");
    return text;
}

void streams() {
    const std::string_view bytes =
        "data: {\"id\":\"a\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
        "\"delta\":{\"role\":\"assistant\",\"content\":\"Gr\xC3\xBC\"}}]}\n\n"
        "data: {\"id\":\"a\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,"
        "\"delta\":{\"content\":\"\xC3\x9F"
        "e\"},\"finish_reason\":\"stop\"}]}\n\n"
        "data: [DONE]\n\n";
    for (const std::size_t size : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
        must(text_of_stream(bytes, size) ==
                 "Gr\xC3\xBC\xC3\x9F"
                 "e",
             "the text of the stream");
    }
}

// More UTF-8 than what simdjson is called for.
void long_texts() {
    std::string text;
    while (text.size() < 3000) text += "\xE4\xBD\xA0\xE5\xA5\xBD, \xF0\x9F\x98\x80 ";
    const auto read = [](const std::string& city) {
        return oaiwire::json::read<forecast>("{\"city\":\"" + city + "\",\"degrees\":1}");
    };
    const auto whole = read(text);
    must(whole && whole->city == text, "a long text is read");
    std::string broken = text;
    broken[broken.size() - 3] = '\xFF';
    must(!read(broken), "a long text that is not UTF-8 is refused");
    must(!oaiwire::json::write(forecast{.city = broken}), "nor is it written");
}

void numbers() {
    const auto read = [](std::string_view token) {
        const auto value =
            oaiwire::json::read<forecast>("{\"degrees\":" + std::string(token) + "}");
        return value ? value->degrees : -1;
    };
    must(read("2.2250738585072011e-308") == 0x0.fffffffffffffp-1022,
         "the largest subnormal number");
    must(read("9007199254740993.00000000000000000000000000000000000000001") == 9007199254740994.0,
         "digits behind a tie");
    must(read("9007199254740993.00000000000000000000000000000000000000000") == 9007199254740992.0,
         "a tie");
    must(read("1.7976931348623159e308") == -1, "what overflows is refused");
}

void structs_and_tools() {
    oaiwire::tool_set tools;
    tools.add<forecast>("weather", "The weather", [](const forecast& asked) {
        return oaiwire::result<std::string>("rain in " + asked.city);
    });
    const oaiwire::ChatCompletionRequest request{
        .model = "m",
        .messages = {oaiwire::user("Rain?")},
    };
    const auto written = oaiwire::json::write(request);
    must(written && written->find("Rain?") != std::string::npos, "a request is written");
    must(oaiwire::json::schema<forecast>().text().find("degrees") != std::string::npos,
         "a struct has a schema");
    must(tools.size() == 1, "a tool set has its tool");
}

}  // namespace

int main() {
    streams();
    long_texts();
    numbers();
    structs_and_tools();
    return failures;
}
