// Checks of requests that are large or unusual: whatever the server decides, it answers and lives.
#include "context.hpp"

namespace conform {

namespace {

constexpr std::string_view path = "/chat/completions";

// An answer from 200 to 499, after which the server still answers.
void survives(context& in, judge& to, const answer& a, std::string_view what) {
    if (a.end == answer_end::late || a.end == answer_end::unreachable) {
        to.fail(describe(a));
    } else if (!a.usable()) {
        to.deviates(found(a, std::string(what) + ": " + describe(a)));
    } else if (a.status >= 500 && a.status != 501 && a.status != 503) {
        to.deviates(
            found(a, std::string(what) + " is answered with status " + std::to_string(a.status)));
    }
    if (to.open() && in.died()) {
        to.deviates(found(a, std::string(what) + ": the server no longer answers"));
    }
}

void chat(context& in, judge& to, std::string body, std::string_view what) {
    if (answered(to, in.plain())) survives(in, to, in.post(path, std::move(body)), what);
}
std::string saying(context& in, std::string_view json_text) {
    return in.chat("", R"([{"role":"user","content":")" + std::string(json_text) + "\"}]");
}

std::string repeated(std::string_view text, std::size_t times) {
    std::string out;
    out.reserve(text.size() * times);
    for (std::size_t i = 0; i != times; ++i) out += text;
    return out;
}

void long_prompt(context& in, judge& to) {
    chat(in, to, saying(in, repeated("word ", 13'000)), "a prompt of 64 KiB");
}
void large(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const answer& a = in.post(path, saying(in, std::string(std::size_t{4} << 20, 'a')));
    // a server may close the connection on a body that it does not read to its end
    if (a.end == answer_end::nothing || a.end == answer_end::unsent) {
        if (in.died()) to.deviates(found(a, "the server no longer answers"));
        return;
    }
    // an answer that repeats the body is longer than what is kept
    if (a.end == answer_end::endless && a.status == 200) return;
    survives(in, to, a, "a body of 4 MiB");
}
void many_messages(context& in, judge& to) {
    std::string list =
        "[" + repeated(R"({"role":"user","content":"a"},{"role":"assistant","content":"b"},)", 250);
    chat(in, to, in.chat("", list + R"({"role":"user","content":"c"}])"), "501 messages");
}
void deep(context& in, judge& to) {
    chat(in, to, in.chat(",\"x_conform\":" + repeated("[", 5000) + repeated("]", 5000)),
         "5000 levels of JSON");
}
void many_members(context& in, judge& to) {
    std::string more;
    for (int i = 0; i != 2000; ++i) more += ",\"x_" + std::to_string(i) + "\":1";
    chat(in, to, in.chat(more), "2000 unknown members");
}
void big_number(context& in, judge& to) {
    chat(in, to, in.chat(R"(,"seed":99999999999999999999999)"), "a number past 64 bits");
}
void huge_exponent(context& in, judge& to) {
    chat(in, to, in.chat(R"(,"temperature":1e999)"), "a number past the range of a double");
}
void pairs(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const answer& a = in.post(path, saying(in, R"(\ud83d\ude00 \u00e9)"));
    accepted(to, a, "a surrogate pair in escapes");
}
void lone(context& in, judge& to) {
    chat(in, to, saying(in, R"(half \ud83d of a pair)"), "half a surrogate pair");
}
void nul(context& in, judge& to) {
    chat(in, to, saying(in, R"(a\u0000b)"), "an escaped NUL");
}
void raw_control(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    survives(in, to,
             in.post(path, saying(in,
                                  "a\x01"
                                  "b")),
             "a raw control character");
}
void bad_utf8(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    const answer& a = in.post(path, saying(in, "\xff\xc3"));
    std::size_t at = 0;
    survives(in, to, a, "a body that is not UTF-8");
    if (a.usable() && !is_utf8_text(a.body, at)) {
        to.deviates(found_at(a, at, "the answer is not UTF-8 either"));
    }
}
void duplicates(context& in, judge& to) {
    chat(in, to, in.chat(R"(,"seed":1,"seed":2)"), "the same member twice");
}
void mark(context& in, judge& to) {
    chat(in, to, "\xef\xbb\xbf" + in.chat(), "a byte order mark");
}
void spaces(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    accepted(to, in.post(path, "\r\n\t " + in.chat() + "\n"), "white space around JSON");
}
void nothing_said(context& in, judge& to) {
    chat(in, to, saying(in, ""), "an empty message");
}
void bidi(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    accepted(to,
             in.post(path, saying(in,
                                  "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xf0\x9f\x91\xa9\xe2\x80\x8d"
                                  "\xf0\x9f\x92\xbb e\xcc\x81 \xe2\x80\xa8")),
             "other scripts, joined signs and U+2028");
}
void long_field(context& in, judge& to) {
    question q{"GET", "/models"};
    q.fields = "X-Conform: " + std::string(4096, 'a') + "\r\n";
    survives(in, to, in.ask(q), "a field of 4 KiB");
}
void long_target(context& in, judge& to) {
    const answer& a = in.get("/models/" + std::string(4000, 'a'));
    survives(in, to, a, "a path of 4000 bytes");
}
void media_type(context& in, judge& to) {
    if (!answered(to, in.plain())) return;
    question q{"POST", std::string(path), in.chat()};
    q.json = false;
    q.fields = "Content-Type: Application/JSON; Charset=UTF-8\r\n";
    accepted(to, in.ask(q), "a media type with a parameter, in other letters");
}
void long_stop(context& in, judge& to) {
    chat(in, to, in.chat(R"(,"stop":["a","b","c","d","e"])"), "five stop sequences");
}

constexpr std::string_view answers = "RFC 9110, 15: an answer from 200 to 499";
constexpr std::string_view json = "RFC 8259";

constexpr check table[] = {
    {"limit.long_prompt", "a prompt of 64 KiB is answered or refused", answers, "", long_prompt},
    {"limit.large", "a body of 4 MiB is answered or refused", answers, "", large},
    {"limit.many_messages", "501 messages are answered or refused", answers, "", many_messages},
    {"limit.deep", "5000 levels of JSON are answered or refused", answers, "", deep},
    {"limit.many_members", "2000 unknown members are answered or refused", answers, "",
     many_members},
    {"limit.big_number", "a number past 64 bits is answered or refused", answers, "", big_number},
    {"limit.huge_exponent", "so is one past the range of a double", answers, "", huge_exponent},
    {"limit.pairs", "a surrogate pair in escapes is accepted", "RFC 8259, 7", "", pairs},
    {"limit.lone_surrogate", "half a pair is answered or refused", "RFC 8259, 8.2", "", lone},
    {"limit.nul", "an escaped NUL is answered or refused", answers, "", nul},
    {"limit.raw_control", "a raw control character is answered or refused", answers, "",
     raw_control},
    {"limit.bad_utf8", "a body that is not UTF-8 is answered, in UTF-8, or refused",
     "RFC 8259, 8.1", "", bad_utf8},
    {"limit.duplicates", "the same member twice is answered or refused", "RFC 8259, 4", "",
     duplicates},
    {"limit.mark", "a byte order mark is answered or refused", "RFC 8259, 8.1", "", mark},
    {"limit.spaces", "white space around the JSON text is accepted", json, "", spaces},
    {"limit.empty_message", "an empty message is answered or refused", answers, "", nothing_said},
    {"limit.scripts", "other scripts, joined signs and U+2028 are accepted", json, "", bidi},
    {"limit.long_field", "a field of 4 KiB is answered or refused", "RFC 9110, 5.4", "",
     long_field},
    {"limit.long_target", "a path of 4000 bytes is answered or refused", "RFC 9110, 4.1", "",
     long_target},
    {"limit.media_type", "the media type may have a parameter and capitals", "RFC 9110, 8.3.1", "",
     media_type},
    {"limit.stop", "five stop sequences are answered or refused", answers, "", long_stop},
};

}  // namespace

std::span<const check> limit_checks() {
    return table;
}

}  // namespace conform
