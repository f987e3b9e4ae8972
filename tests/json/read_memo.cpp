#include <oaiwire/json/read_memo.hpp>
//
#include <support/catch.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/chat_response.hpp>
#include <oaiwire/types/completion.hpp>
#include <support/random.hpp>

namespace read_memo_tests {

using namespace oaiwire;

namespace {

constexpr json::read_memo::names to_delta{"choices", "delta"};

// Tolerant reading with a memo of the prefix up to a chunk's delta.
struct remembering {
    std::string kept{};
    json::read_memo memo{to_delta, kept};
    json::read_report report{};
    json::read_options options{json::tolerant};

    remembering() {
        options.report = &report;
        options.memo = &memo;
    }
    remembering(const remembering&) = delete;
    remembering& operator=(const remembering&) = delete;
};

std::string described(const result<void>& done, const json::read_report& report) {
    std::string out = done ? "read" : to_string(done.error());
    for (const auto& note : report.notes) out += " " + note.path;
    out += report.lone_surrogate ? " lone" : "";
    return out + (report.repaired ? " repaired" : "");
}

// Reads each text into one object with a memo, and into a new one without.
template <class T>
class pair_of_readers {
public:
    pair_of_readers(std::string_view list, std::string_view member, json::read_mode mode)
        : way_{list, member}, options_(mode) {}

    // "" if both results are the same.
    std::string read(const std::string& text) {
        json::read_report report;
        options_.report = &report;
        options_.memo = &memo_;
        resumed += memo_.fits(text) ? 1 : 0;
        const auto with = json::read_into(text, value_, options_);
        const std::string found = described(with, report);

        json::read_report plain_report;
        options_.report = &plain_report;
        options_.memo = nullptr;
        T plain;
        const auto without = json::read_into(text, plain, options_);
        const std::string due = described(without, plain_report);
        if (found != due) return text + ": " + found + ", not " + due;
        if (with && !(value_ == plain)) return text + ": another value";
        return "";
    }

    std::size_t resumed = 0;

private:
    json::read_memo::names way_;
    std::string kept_{};
    json::read_memo memo_{way_, kept_};
    json::read_options options_;
    T value_{};
};

// Chunks with equal prefixes and all relevant kinds of rest.
const std::vector<std::string> heads{
    R"({"id":"a","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":0,)",
    R"({"id":"a","object":"chat.completion.chunk","created":1,"model":"m","choices":[{"index":1,)",
    R"({"id":"a","provider":"x","object":"chat.completion.chunk","choices":[{"native":{"a":[1]},)",
    R"({ "id" : "a" , "choices" : [ { "index" : 0 , )",
    R"({"choices":[{)",
    R"({"id":"é\n","model":"\ud83c\udf24","choices":[{"index":0,"logprobs":null,)",
    R"({"id":"\ud800","choices":[{"index":0,)",
    R"({"created":"5","choices":[{"index":0,)",
    R"({"created":{},"choices":[{"index":0,)",
    R"({"id":"a","choices":[null,{"index":0,)",
    R"({"id":"a","choices":[],"delta":{"content":"x"},"choices":[{"index":0,)",
    R"({"id":"a","choices":[],"delta":)",
    R"({"id":"a","usage":{"total_tokens":3},"obfuscation":"q","choices":[{"finish_reason":"stop",)",
    R"({"id":"a","choices":{"index":0,)",
    R"({"id":"a","choices":[{"index":0,"delta":{"content":"first"},)",
};
const std::vector<std::string> values{
    R"("delta":{"content":"x"})",
    R"("delta":{"content":" another text, longer than any small one"})",
    R"("delta":{})",
    R"("delta":null)",
    R"("delta":{"role":"assistant","content":"","unknown":1})",
    R"("delta":{"tool_calls":[{"index":0,"function":{"arguments":"{"}}]})",
    R"("delta":{"content":"\ud800"})",
    R"("delta":5)",
    R"("delta":{"content":5})",
    R"("delta": {"content":"x" , "content":"y"})",
    R"("delta":)",
    R"("text":"x")",
    R"("delta":{"content":"x"},"index":7)",
    R"("delta":{"content":"x"},"delta":{"content":"y"})",
    R"("delta":{"content":"x"},"extra":{"a":1},"finish_reason":"stop")",
    R"("delta":{"content":"x"},"index":"8")",
    R"("delta":{"content":"x"},"index":{})",
};
const std::vector<std::string> tails{
    "}]}",
    R"(}],"usage":null})",
    R"(}],"usage":{"total_tokens":5},"obfuscation":"abc"})",
    R"(},{"index":3,"delta":{"content":"z"}}]})",
    R"(}],"id":"b"})",
    R"(}],"id":"b","provider":"y","created":9})",
    R"(}],"choices":[{"index":2,"delta":{"content":"w"}}]})",
    R"(}],"choices":[]})",
    "}]",
    "}]}}",
    "",
    R"(}],"created":{}})",
};

}  // namespace

TEST_CASE("reading from a memo gives the same as reading from the start, after any other text") {
    for (const auto mode : {json::strict, json::tolerant}) {
        pair_of_readers<ChatCompletionChunk> readers("choices", "delta", mode);
        support::random random(5);
        std::string head;
        for (int i = 0; i != 60'000; ++i) {
            if (head.empty() || random.one_in(4)) head = heads[random.below(heads.size())];
            // mostly what a well-behaved server sends
            const bool usual = !random.one_in(4);
            const std::string wrong =
                readers.read(head + values[random.below(usual ? 4 : values.size())] +
                             tails[random.below(usual ? 4 : tails.size())]);
            if (!wrong.empty()) FAIL(wrong);
        }
        CHECK(readers.resumed > 5000);
    }
}

TEST_CASE("texts with the same prefix, cut or with a changed byte, give the same") {
    pair_of_readers<ChatCompletionChunk> readers("choices", "delta", json::tolerant);
    const std::string text = heads[0] + values[1] + tails[2];
    for (std::size_t at = 0; at != text.size(); ++at) {
        for (const char c : std::string_view("\"\\,:[]{}1 \n\xC3x", 13)) {
            std::string changed = text;
            changed[at] = c;
            for (const std::string& each : {text, text, text, changed, text.substr(0, at)}) {
                const std::string wrong = readers.read(each);
                if (!wrong.empty()) FAIL(wrong);
            }
        }
    }
    CHECK(readers.resumed > text.size() * 20);
}

TEST_CASE("text completions have a memo too") {
    pair_of_readers<Completion> readers("choices", "text", json::tolerant);
    const std::string head = R"({"id":"a","object":"text_completion","choices":[{)";
    for (int i = 0; i != 20; ++i) {
        CHECK(readers.read(head + R"("text":"t)" + std::to_string(i) +
                           R"(","index":0,"logprobs":{"tokens":["t"]}}]})") == "");
    }
    CHECK(readers.resumed == 19);
}

TEST_CASE("a memo that is not used is made ever more rarely, and again once it is useful") {
    remembering r;
    ChatCompletionChunk chunk;
    int known = 0;
    for (int i = 0; i != 1000; ++i) {
        const std::string text = R"({"id":")" + std::to_string(i) +
                                 R"(","choices":[{"index":0,"delta":{"content":"x"}}]})";
        REQUIRE(json::read_into(text, chunk, r.options));
        known += r.memo.known() ? 1 : 0;
    }
    CHECK(known < 80);
    const std::string same = R"({"id":"a","choices":[{"index":0,"delta":{"content":"x"}}]})";
    for (int i = 0; i != 200; ++i) REQUIRE(json::read_into(same, chunk, r.options));
    CHECK(r.memo.fits(same));
}

TEST_CASE("a memo is made if it saves more than it costs, not for one text in many") {
    // one of `every` texts has the prefix of the one before
    const auto made = [](int every) {
        remembering r;
        ChatCompletionChunk chunk;
        int times = 0;
        for (int i = 0; i != 2000; ++i) {
            const std::string text = R"({"id":")" + std::to_string(i % every == 0 ? i - 1 : i) +
                                     R"(","choices":[{"index":0,"delta":{"content":"x"}}]})";
            const bool resumes = r.memo.fits(text);
            if (!json::read_into(text, chunk, r.options)) FAIL(text);
            times += r.memo.known() && !resumes ? 1 : 0;
        }
        return times;
    };
    CHECK(made(2) > 800);
    CHECK(made(40) < 200);
}

TEST_CASE("the memo's text may be part of a longer text, anywhere") {
    remembering r;
    ChatCompletionChunk chunk;
    const std::string head = R"({"id":"a","choices":[{"index":0,"delta":)";
    REQUIRE(json::read_into(head + R"({"content":"x"}}]})", chunk, r.options));
    REQUIRE(r.memo.known());
    CHECK(r.kept == head);
    CHECK(r.memo.size() == head.size());
    r.kept = "data: " + head + R"({"content":"y"}}]})" + "\n\n";
    r.memo.lies_at(6);
    const std::string next = head + R"({"content":"z"}}]})";
    CHECK(r.memo.fits(next));
    CHECK_FALSE(r.memo.fits(" " + next));
    REQUIRE(json::read_into(next, chunk, r.options));
    CHECK(chunk.id == "a");
    r.memo.forget();
    CHECK_FALSE(r.memo.fits(next));
    // a text too long to be kept leaves the bytes unchanged
    const std::string before = r.kept;
    const std::string large = R"({"id":")" + std::string(5000, 'a') + next.substr(7);
    REQUIRE(json::read_into(large, chunk, r.options));
    CHECK_FALSE(r.memo.known());
    CHECK(r.kept == before);
}

TEST_CASE("members in an unexpected order, or without an expected one, give the same") {
    json::read_options options;
    for (const auto& head : heads) {
        for (const auto& value : values) {
            for (const auto& tail : tails) {
                ChatCompletionChunk with;
                ChatCompletionChunk without;
                options.predict = true;
                const auto a = json::read_into(head + value + tail, with, options);
                options.predict = false;
                const auto b = json::read_into(head + value + tail, without, options);
                if (a.has_value() != b.has_value()) FAIL(head + value + tail);
                if (a ? !(with == without) : a.error() != b.error()) FAIL(head + value + tail);
            }
        }
    }
}

}  // namespace read_memo_tests
