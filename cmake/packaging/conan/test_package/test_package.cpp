// A stream is decoded, with long text in it, so that what checks it is linked.
#include <cstdio>
#include <string>

#include <oaiwire/chat.hpp>

int main() {
    std::string text;
    while (text.size() < 1000)
        text +=
            "Gr\xC3\xBC\xC3\x9F"
            "e, ";
    oaiwire::stream_decoder<oaiwire::ChatCompletionChunk> stream;
    const std::string bytes = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text +
                              "\"},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    stream.feed(bytes);
    std::string read;
    while (const auto* chunk = stream.next()) read += oaiwire::text(*chunk);
    stream.finish();
    while (stream.next() != nullptr) {
    }
    std::printf("%zu bytes, %s\n", read.size(), stream.ok() ? "complete" : "broken");
    return read == text && stream.ok() ? 0 : 1;
}
