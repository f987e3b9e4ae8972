// Generators of streams that are legal but not the usual ones. Each begins with an event of the
// usual form.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <support/hostile_streams.hpp>

#include "generate.hpp"
#include "generate_scripts.hpp"
#include "generate_streams.hpp"

namespace bench {

// A stream with the number of its events.
struct made_stream {
    std::string body{};
    std::size_t events = 0;
};

// An event's JSON text in vLLM's form.
inline std::string chunk_of(std::string_view id, std::size_t created, std::string_view choices,
                            std::string_view after = {}) {
    std::string out = "{\"id\":\"chatcmpl-";
    out.append(id).append("\",\"object\":\"chat.completion.chunk\",\"created\":");
    out += std::to_string(created);
    out += ",\"model\":\"meta-llama/Llama-3.1-8B-Instruct\",\"choices\":[";
    return out.append(choices).append("]").append(after).append("}");
}
inline std::string choice_of(std::size_t index, std::string_view delta) {
    return "{\"index\":" + std::to_string(index) + ",\"delta\":{" + std::string(delta) +
           "},\"logprobs\":null,\"finish_reason\":null}";
}
inline std::string content_of(std::string_view text) {
    return "\"content\":\"" + std::string(text) + '"';
}

inline constexpr std::string_view usual_id = "0123456789abcdef0123456789abcdef";
inline constexpr std::size_t usual_created = 1755850123;

inline const std::string& usual_first() {
    static const std::string text =
        chunk_of(usual_id, usual_created, choice_of(0, R"("role":"assistant","content":"")"));
    return text;
}

// At most 2,000 events and about 1 MB; json(i) is the text of event i, frame(json) that of its
// lines.
template <class Json, class Frame>
made_stream framed_stream(Json&& json, Frame&& frame, std::string_view first = usual_first()) {
    made_stream out;
    constexpr std::size_t enough = 1'000'000;
    for (std::size_t i = 0; i != event_count && out.body.size() < enough; ++i) {
        out.body += frame(i == 0 ? std::string(first) : json(i));
        ++out.events;
    }
    out.body += "data: [DONE]\n\n";
    return out;
}
template <class Json>
made_stream stream_from(Json&& json, std::string_view first = usual_first()) {
    return framed_stream(
        std::forward<Json>(json), [](const std::string& text) { return "data: " + text + "\n\n"; },
        first);
}
// content(random) is the text of one event, in JSON.
template <class Content>
made_stream content_stream(Content&& content) {
    generator random{30};
    return stream_from([&](std::size_t) {
        return chunk_of(usual_id, usual_created, choice_of(0, content_of(content(random))));
    });
}

// Counts and their details that step in each event.
inline made_stream usage_stream() {
    generator random{31};
    return stream_from([&](std::size_t i) {
        return chunk_of(usual_id, usual_created, choice_of(0, content_of(token(random))),
                        support::hostile::usage(i));
    });
}
// Ten members that no type has.
inline made_stream unknown_stream() {
    generator random{32};
    return stream_from([&](std::size_t i) {
        return chunk_of(usual_id, usual_created, choice_of(0, content_of(token(random))),
                        support::hostile::unknown(10, std::to_string(i)));
    });
}
inline made_stream deep_stream() {
    generator random{33};
    return stream_from([&](std::size_t i) {
        using support::hostile::repeated;
        return chunk_of(
            usual_id, usual_created, choice_of(0, content_of(token(random))),
            ",\"x\":" + repeated("{\"a\":", 20) + std::to_string(i) + repeated("}", 20));
    });
}
inline made_stream escapes_stream() {
    return content_stream([](generator& random) {
        static constexpr std::string_view escapes[] = {"\\n", "\\\"", "\\u00e4", "\\t", "\\\\"};
        std::string out;
        while (out.size() < 1024) out += random.one_of(escapes);
        return out;
    });
}
inline made_stream emoji_stream() {
    return content_stream([](generator& random) {
        static constexpr std::string_view emoji[] = {
            "\\ud83d\\ude00", "\\ud83c\\udf89", "\\ud83d\\ude80\\ud83c\\udf1f", "\\ud83e\\udd16"};
        std::string out;
        for (std::size_t n = 1 + random.below(3); n != 0; --n) out += random.one_of(emoji);
        return out;
    });
}
inline made_stream script_stream(const script& s) {
    return content_stream([&](generator& random) {
        std::string out;
        for (std::size_t n = 1 + random.below(3); n != 0; --n) out += random.one_of(s.words);
        return out;
    });
}
inline made_stream choices_stream() {
    generator random{34};
    return stream_from([&](std::size_t) {
        std::string all;
        for (std::size_t c = 0; c != 32; ++c) {
            all.append(c == 0 ? "" : ",").append(choice_of(c, content_of(token(random))));
        }
        return chunk_of(usual_id, usual_created, all);
    });
}
inline made_stream created_stream() {
    generator random{35};
    return stream_from([&](std::size_t i) {
        return chunk_of(usual_id, usual_created + i / 2, choice_of(0, content_of(token(random))));
    });
}
inline made_stream id_stream() {
    generator random{36};
    return stream_from([&](std::size_t) {
        const std::string id = random.letters(32, hex);
        return chunk_of(id, usual_created, choice_of(0, content_of(token(random))));
    });
}
// OpenAI's form, with a fingerprint that lasts two events.
inline made_stream fingerprint_stream() {
    generator random{37};
    std::string print = random.letters(10, hex);
    const auto json = [&](std::size_t i) {
        if (i % 2 == 1) print = random.letters(10, hex);
        const std::string role = i == 0 ? "\"role\":\"assistant\"," : "";
        return "{\"id\":\"chatcmpl-" + std::string(usual_id) +
               "\",\"object\":\"chat.completion.chunk\",\"created\":1755850123,"
               "\"model\":\"gpt-4o-mini-2024-07-18\",\"service_tier\":\"default\","
               "\"system_fingerprint\":\"fp_" +
               print + "\",\"choices\":[" + choice_of(0, role + content_of(token(random))) +
               "],\"usage\":null,\"obfuscation\":\"" + random.letters(8, base62) + "\"}";
    };
    const std::string first = json(0);
    return stream_from(json, first);
}
// n pieces of tool calls in each event.
inline made_stream calls_stream(std::size_t n) {
    return stream_from([&](std::size_t i) {
        std::string choice = support::hostile::calls(n, "ab" + std::to_string(i % 10));
        choice.pop_back();
        return chunk_of(usual_id, usual_created,
                        choice + ",\"logprobs\":null,\"finish_reason\":null}");
    });
}

inline std::string shuffled_object(generator& random, std::vector<std::string> members) {
    std::string out;
    for (std::size_t left = members.size(); left != 0; --left) {
        std::swap(members[random.below(left)], members[left - 1]);
        out.append(out.empty() ? "{" : ",").append(members[left - 1]);
    }
    return out += '}';
}
// The members of each object in another order in each event.
inline made_stream shuffled_stream() {
    generator random{38};
    return stream_from([&](std::size_t) {
        const std::string choice =
            shuffled_object(random, {"\"index\":0", "\"delta\":{" + content_of(token(random)) + "}",
                                     "\"logprobs\":null", "\"finish_reason\":null"});
        return shuffled_object(
            random,
            {"\"id\":\"chatcmpl-" + std::string(usual_id) + "\"",
             "\"object\":\"chat.completion.chunk\"", "\"created\":1755850123",
             "\"model\":\"meta-llama/Llama-3.1-8B-Instruct\"", "\"choices\":[" + choice + "]"});
    });
}

// A space after each comma and colon, as Python's json.dumps() writes.
inline std::string spaced(std::string_view json) {
    std::string out;
    bool quoted = false;
    for (std::size_t i = 0; i != json.size(); ++i) {
        const char c = json[i];
        out += c;
        if (quoted && c == '\\') out += json[++i];
        if (c == '"') quoted = !quoted;
        if (!quoted && (c == ',' || c == ':')) out += ' ';
    }
    return out;
}
inline made_stream spaced_stream() {
    generator random{39};
    return stream_from([&](std::size_t) {
        return spaced(chunk_of(usual_id, usual_created, choice_of(0, content_of(token(random)))));
    });
}
// Each event has as many lines of data as its JSON text has lines.
inline made_stream pretty_stream() {
    generator random{40};
    return framed_stream(
        [&](std::size_t) {
            return pretty(
                chunk_of(usual_id, usual_created, choice_of(0, content_of(token(random)))));
        },
        [](std::string_view text) {
            std::string out;
            while (true) {
                const std::size_t end = text.find('\n');
                out.append("data: ").append(text.substr(0, end)).append("\n");
                if (end == std::string_view::npos) return out += '\n';
                text.remove_prefix(end + 1);
            }
        });
}

// The first n events of a stream in OpenAI's form; without its end.
inline std::string first_events(std::size_t n) {
    const std::string all = openai_stream();
    std::size_t end = 0;
    for (; n != 0; --n) end = all.find("\n\n", end) + 2;
    return all.substr(0, end);
}

}  // namespace bench
