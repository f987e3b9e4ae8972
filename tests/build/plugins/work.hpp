// What a plugin and its host do with the library: decode, accumulate, fail, write. Everything here
// has internal linkage, except for the library itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/oaiwire.hpp>

namespace {

// Of the same name in every plugin, with other members: so it must have internal linkage.
struct settings {
#if defined(PLUGIN_SECOND)
    std::vector<std::string> tags{};
    double radius = 0;
#endif
    std::string name{};
    int count = 0;
};

constexpr std::string_view stream_text =
    "data: "
    "{\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"Hel\"}"
    "}]}\n\n"
    "data: {\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo \\u00e9\"}}]}\n\n"
    "data: "
    "{\"id\":\"a\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"!\"},\"finish_reason\":"
    "\"stop\"}]}\n\n"
    "data: [DONE]\n\n";

// The text of a stream that comes byte by byte, and of one that is cut.
inline int streams() {
    for (const bool cut : {false, true}) {
        oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> decoder;
        std::string said;
        const std::string_view bytes = stream_text.substr(0, cut ? 120 : stream_text.size());
        for (std::size_t i = 0; i != bytes.size(); ++i) {
            decoder.feed(bytes.substr(i, 1));
            while (const auto* chunk = decoder.next()) said += oaiwire::text(*chunk);
        }
        decoder.finish();
        if (decoder.next() != nullptr) return 1;
        if (decoder.ok() == cut) return 2;
        if (said != (cut ? "Hel" : "Hello \xc3\xa9!")) return 3;
    }
    return 0;
}

inline int documents() {
    const auto read = oaiwire::json::read<settings>(R"({"name":"n","count":3})");
    if (!read || read->name != "n" || read->count != 3) return 4;
    const auto written = oaiwire::json::write(*read);
#if defined(PLUGIN_SECOND)
    if (!written || *written != R"({"tags":[],"radius":0,"name":"n","count":3})") return 5;
#else
    if (!written || *written != R"({"name":"n","count":3})") return 5;
#endif
    const auto bad =
        oaiwire::json::read<oaiwire::ChatCompletion>(R"({"choices":[{"index":true}]})");
    if (bad || bad.error().path != "choices[0].index") return 6;
    const auto chat = oaiwire::json::write(oaiwire::ChatCompletionRequest{
        .model = "m", .messages = {oaiwire::system("s"), oaiwire::user("u")}});
    return chat && chat->find("\"role\":\"user\"") != std::string::npos ? 0 : 7;
}

inline int work() {
    const int failed = streams();
    return failed != 0 ? failed : documents();
}

}  // namespace
