// Chat streams that try to make a decoder with event templates work too much. Also used by the
// benchmarks.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <support/random.hpp>

namespace support {

struct hostile_stream {
    const char* name;
    std::string body;
    std::size_t events = 0;
};

namespace hostile {

inline std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    for (; times != 0; --times) out += text;
    return out;
}
inline std::string delta(std::string_view members) {
    return "{\"index\":0,\"delta\":{" + std::string(members) + "}}";
}
inline std::string content(std::string_view text) {
    return delta("\"content\":\"" + std::string(text) + '"');
}
// A typical chunk, with members before and after its choices.
inline std::string chunk(std::string_view before, std::string_view choices,
                         std::string_view after = {}) {
    return "{\"id\":\"chatcmpl-9f3a7c\",\"object\":\"chat.completion.chunk\"," +
           std::string(before) + "\"model\":\"m-1\",\"choices\":[" + std::string(choices) + ']' +
           std::string(after) + '}';
}
inline std::string created(std::size_t n) {
    return "\"created\":" + std::to_string(1755850000 + n) + ',';
}
// n pieces of tool calls in one event.
inline std::string calls(std::size_t n, std::string_view arguments) {
    std::string out;
    for (std::size_t i = 0; i != n; ++i) {
        if (i != 0) out += ',';
        out += "{\"index\":" + std::to_string(i) + ",\"function\":{\"arguments\":\"" +
               std::string(arguments) + "\"}}";
    }
    return delta("\"tool_calls\":[" + out + ']');
}
inline std::string usage(std::size_t n) {
    const std::string count = std::to_string(n);
    return ",\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":" + count +
           ",\"total_tokens\":" + count +
           ",\"completion_tokens_details\":{\"reasoning_tokens\":" + count +
           ",\"accepted_prediction_tokens\":" + count +
           "},\"prompt_tokens_details\":{\"cached_tokens\":" + count + "}}";
}
// Unknown members.
inline std::string unknown(std::size_t n, std::string_view value) {
    std::string out;
    for (; n != 0; --n) {
        out += ",\"x_member_" + std::to_string(n) + "\":\"" + std::string(value) + '"';
    }
    return out;
}

}  // namespace hostile

// At least `size` bytes of each kind.
inline std::vector<hostile_stream> hostile_streams(std::size_t size) {
    using namespace hostile;
    std::vector<hostile_stream> out;
    const auto framed = [&](const char* name, auto&& event, int choices = 1) {
        hostile_stream& s = out.emplace_back(hostile_stream{name, {}});
        // the first output of each choice, before which nothing is learned
        s.body = "data: {\"choices\":[";
        for (int i = 0; i != choices; ++i) {
            s.body += (i == 0 ? "" : ",") + ("{\"index\":" + std::to_string(i)) +
                      ",\"delta\":{\"content\":\"a\"}}";
        }
        s.body += "]}\n\n";
        for (s.events = 1; s.body.size() < size; ++s.events) s.body += event(s.events);
        s.body += "data: [DONE]\n\n";
    };
    const auto add = [&](const char* name, auto&& json, int choices = 1) {
        framed(
            name, [&](std::size_t i) { return "data: " + json(i) + "\n\n"; }, choices);
    };
    const std::string plain = repeated("plain text of no meaning ", 120);
    const std::string escapes = repeated("\\n\\\"\\u00e4", 250);
    const std::string cjk = repeated("\xE6\xBC\xA2\xE5\xAD\x97", 400);

    add("pairs of 8 calls",
        [](std::size_t i) { return chunk(created(i / 2), calls(8, "{\\\"a\\\":")); });
    add("pairs of 160 calls",
        [](std::size_t i) { return chunk(created(i / 2), calls(160, "ab")); });
    add("pairs of 4 calls among 60 KB of unknown members", [](std::size_t i) {
        return chunk(created(i / 2), calls(4, "ab"), unknown(60, std::string(1000, 'x')));
    });
    add("pairs", [](std::size_t i) { return chunk(created(i / 2), content("abc")); });
    add("pairs of unlike fingerprints", [](std::size_t i) {
        return chunk("\"system_fingerprint\":\"fp_" + std::to_string(i / 2) + "\",",
                     content("abc"));
    });
    add("pairs of texts of 3 KB",
        [&](std::size_t i) { return chunk(created(i / 2), content(plain)); });
    add("pairs of escapes", [&](std::size_t i) { return chunk(created(i / 2), content(escapes)); });
    add("pairs of CJK", [&](std::size_t i) { return chunk(created(i / 2), content(cjk)); });
    add(
        "pairs of 32 choices",
        [](std::size_t i) {
            std::string all;
            for (int c = 0; c != 32; ++c) {
                all.append(c == 0 ? "" : ",").append("{\"index\":").append(std::to_string(c));
                all.append(",\"delta\":{\"content\":\"abc\"}}");
            }
            return chunk(created(i / 2), all);
        },
        32);
    add("escapes alone", [&](std::size_t) { return chunk({}, content(escapes)); });
    add("CJK alone", [&](std::size_t) { return chunk({}, content(cjk)); });
    add("all unlike", [](std::size_t i) { return chunk(created(i), content("abc")); });
    add("all unlike and small", [](std::size_t i) {
        std::string all = R"({"choices":[{"delta":{"content":"a"}}],"x":)";
        return all.append(std::to_string(i)).append("}");
    });
    add("all unlike with escaped names", [](std::size_t i) {
        return chunk(created(i), hostile::delta("\"\\u0063ontent\":\"abc\""));
    });
    add("usage that steps",
        [](std::size_t i) { return chunk(created(0), content("abc"), usage(i)); });
    add("ten unknown members that vary", [](std::size_t i) {
        return chunk(created(0), content("abc"), unknown(10, std::to_string(i)));
    });
    add(
        "32 choices that take turns",
        [](std::size_t i) {
            return chunk(created(0), "{\"index\":" + std::to_string(i % 32) +
                                         ",\"delta\":{\"content\":\"abc\"}}");
        },
        32);
    add(
        "32 choices in one event",
        [](std::size_t i) {
            std::string all;
            for (int c = 0; c != 32; ++c) {
                all.append(c == 0 ? "" : ",").append("{\"index\":").append(std::to_string(c));
                all.append(",\"delta\":{\"content\":\"").append(std::to_string(i)).append("\"}}");
            }
            return chunk(created(0), all);
        },
        32);
    // one of `every` events matches the previous one
    const auto lucky = [&](const char* name, std::size_t every, const std::string& choices,
                           std::size_t more) {
        add(name, [=](std::size_t i) {
            return chunk(created(i % every == 0 ? i - 1 : i), choices, unknown(more, "a value"));
        });
    };
    lucky("one match in 3", 3, content("abc"), 4);
    lucky("one match in 9", 9, content("abc"), 4);
    lucky("one match in 17", 17, content("abc"), 4);
    lucky("one match in 3 of many members", 3, calls(4, "{\\\"city\\\":"), 60);
    lucky("one match in 17 of many members", 17, calls(4, "{\\\"city\\\":"), 60);
    // the last byte of an event's data differs
    const auto last_byte = [&](const char* name, const std::string& text, std::size_t choices) {
        add(
            name,
            [text, choices](std::size_t i) {
                return chunk(created(0),
                             "{\"index\":" + std::to_string(i % choices) +
                                 ",\"delta\":{\"content\":\"" + text + "\"}}",
                             ",\"x\":" + std::to_string(i % 9));
            },
            static_cast<int>(choices));
    };
    last_byte("the last byte differs", "abc", 1);
    last_byte("the last byte of 3 KB differs", plain, 1);
    last_byte("the last byte of escapes differs", escapes, 1);
    last_byte("the last byte of CJK differs", cjk, 1);
    last_byte("the last byte of 3 KB differs in eight choices", plain, 8);
    // eight templates that differ only at their ends, then events that match all of them up to the
    // last byte
    const auto like_all = [&](const char* name, std::string_view text, std::size_t again) {
        add(
            name,
            [text = std::string(text), again](std::size_t i) {
                const std::size_t n = i % again;
                const std::string end = n < 16 ? std::to_string(n / 2) : std::to_string(100 + i);
                return chunk(created(0), content(text), ",\"x\":" + end);
            },
            8);
    };
    like_all("like eight templates", "abc", 400);
    like_all("like eight templates of 3 KB", plain, 400);
    like_all("like eight templates of escapes", escapes, 400);
    like_all("often like eight templates of 3 KB", plain, 32);
    like_all("twelve shapes that take turns", "abc", 24);
    add(
        "twelve shapes one by one",
        [&](std::size_t i) { return chunk(created(0), content("abc"), unknown(i % 12, "a")); }, 8);
    // a prefix of 3 KB
    const std::string prefix = "\"x\":\"" + plain + "\",";
    add("a long beginning unlike at its end",
        [&](std::size_t i) { return chunk(prefix + created(i), content("abc")); });
    add("a long beginning and usage that steps",
        [&](std::size_t i) { return chunk(prefix + created(i / 2), content("abc"), usage(i)); });
    add("a long beginning of many members", [&](std::size_t i) {
        return "{\"x\":0" + unknown(120, "a") + ",\"created\":" + std::to_string(i) +
               ",\"choices\":[" + content("abc") + "]}";
    });
    add(
        "twelve long beginnings that take turns",
        [&](std::size_t i) { return chunk(prefix + created(i % 12), content("abc"), usage(i)); },
        8);
    framed("framing that changes", [](std::size_t i) {
        return (i % 2 == 0 ? "data: " : "data:") + chunk(created(0), content("abc")) +
               (i % 3 == 0 ? "\r\n\r\n" : "\n\n");
    });
    framed("framing of large events that changes", [&](std::size_t i) {
        return (i % 2 == 0 ? "data: " : "data:") + chunk(prefix, content("abc")) + "\n\n";
    });
    framed("types that change", [](std::size_t i) {
        return "event: e" + std::to_string(i / 2) + "\ndata: " + chunk(created(0), content("abc")) +
               "\n\n";
    });
    framed("comments between", [](std::size_t i) {
        return ": " + std::string(300, 'x') + "\n\ndata: " + chunk(created(i / 2), content("abc")) +
               "\n\n";
    });
    // all of the above, some events of each
    std::vector<hostile_stream> made = std::move(out);
    out.clear();
    random r(5);
    std::vector<std::vector<std::string_view>> events;
    for (const auto& s : made) {
        auto& list = events.emplace_back();
        const std::string_view body = s.body;
        for (std::size_t at = body.find("\n\n") + 2, end; at < body.size(); at = end) {
            const std::size_t blank = std::min(body.find("\n\n", at), body.find("\r\n\r\n", at));
            end = body[blank] == '\r' ? blank + 4 : blank + 2;
            list.push_back(body.substr(at, end - at));
        }
        list.pop_back();
    }
    std::size_t kind = 0, next = 0, left = 0, comments = 0;
    framed(
        "all of these mixed",
        [&](std::size_t) {
            if (left == 0) {
                kind = r.below(events.size());
                next = r.below(events[kind].size());
                left = 1 + r.below(200);
            }
            --left;
            const std::string_view event = events[kind][next++ % events[kind].size()];
            comments += event.starts_with(':') ? 1 : 0;
            return std::string(event);
        },
        32);
    out.back().events -= comments;
    made.push_back(std::move(out.back()));
    return made;
}

}  // namespace support
