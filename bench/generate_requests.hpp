// Generators of requests: a long conversation, and an image.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <oaiwire/types/chat_request.hpp>

#include "generate.hpp"

namespace bench {

// A conversation of about 17 KB: code, quotes, line breaks, non-Latin scripts.
inline oaiwire::ChatCompletionRequest conversation() {
    static constexpr std::string_view words[] = {
        "the ",   "decoder ",  "reads ", "bytes, ", "and ",      "a ",        "value ",  "comes ",
        "out ",   "of ",       "it. ",   "When ",   "input ",    "ends ",     "early ",  "what ",
        "should", " happen? ", "for ",   "each ",   "of ",       "them ",     "while ",  "we ",
        "wait ",  "here. ",    "more ",  "than ",   "anything ", "measured ", "before ", "today "};
    static constexpr std::string_view others[] = {"\n",      "\n\n",   "\"quoted\" ", "C:\\path ",
                                                  "\t",      "naïve ", "青い空 ",     "– ",
                                                  "émigré ", "🌤 ",  "{\"a\": 1} ", "²"};
    generator random{5};
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};
    for (int i = 0; i != 20; ++i) {
        std::string text;
        while (text.size() < 810) {
            text += random.below(12) == 0 ? random.one_of(others) : random.one_of(words);
        }
        request.messages.push_back(i == 0       ? oaiwire::system(std::move(text))
                                   : i % 2 == 1 ? oaiwire::user(std::move(text))
                                                : oaiwire::assistant(std::move(text)));
    }
    request.max_completion_tokens = 1024;
    request.stream = true;
    request.temperature = 0.7;
    return request;
}

// 4 MB of base64.
inline oaiwire::ChatCompletionRequest image_request() {
    generator random{6};
    std::string url = "data:image/png;base64," + random.letters(4 << 20, base64);
    oaiwire::ChatCompletionRequest request{.model = "gpt-4o-mini"};
    request.messages.push_back(
        oaiwire::user({oaiwire::text_part("What is this?"), oaiwire::image(std::move(url))}));
    request.max_completion_tokens = 300;
    return request;
}

}  // namespace bench
