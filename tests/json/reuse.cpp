// Reading into an object again gives the same as reading into a new one; only memory is reused.
#include <oaiwire/json/decode.hpp>
//
#include <support/catch.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <oaiwire/json/read.hpp>
#include <oaiwire/types/embedding_vector.hpp>
#include <oaiwire/types/logprobs.hpp>
#include <support/everything.hpp>

namespace reuse_tests {

using namespace oaiwire;

namespace reuse {

struct inner {
    std::string text{};
    std::optional<int> maybe{};
    int number = 5;
    extra_members extra{};
    friend bool operator==(const inner&, const inner&) = default;
};
struct outer {
    inner one{};
    std::vector<inner> many{};
    friend bool operator==(const outer&, const outer&) = default;
};

}  // namespace reuse

namespace {

// The first text whose value or notes differ when it is read into an object that another text left.
template <class T>
std::string differs(const std::vector<std::string>& texts, json::read_mode mode) {
    for (const auto& before : texts) {
        for (const auto& text : texts) {
            json::read_report told;
            json::read_report told_again;
            json::read_options options(mode);
            options.report = &told;
            const auto fresh = json::read<T>(text, options);
            options.report = &told_again;
            T used{};
            static_cast<void>(json::read_into(before, used, mode));
            told_again = {};
            const auto again = json::read_into(text, used, options);
            if (fresh.has_value() != again.has_value()) return text + " after " + before;
            if (fresh && (!(*fresh == used) || told.notes != told_again.notes)) {
                return text + " differs after " + before;
            }
        }
    }
    return "";
}

}  // namespace

TEST_CASE("a struct with every kind of member ends up like a new one") {
    const std::vector<std::string> texts{
        "{}",
        R"({"flag":true,"i8":-1,"text":"x","maybe":1,"numbers":[1,2],"bits":[true],"counts":{"a":1},)"
        R"("series":{"b":[1.5],"c":[]},"names":["n",null],"tint":"dark-blue","open":"other","any":[1],)"
        R"("shape":{"kind":"square","side":2,"more":1},"raw":[0],"three":1,"default":2,"self-harm":3,)"
        R"("children":[{"text":"deep","children":[{"maybe":2}]},{"flag":true}]})",
        R"({"text":"","numbers":[],"bits":[],"counts":{},"series":{"c":[2]},"names":[],"any":"text",)"
        R"("shape":{"kind":"circle","radius":1},"three":null,"children":[{}]})",
        R"({"flag":null,"i8":null,"wide":null,"text":null,"maybe":null,"numbers":null,"bits":null,)"
        R"("counts":null,"series":null,"names":null,"tint":null,"open":null,"any":null,"shape":null,)"
        R"("raw":null,"three":null,"children":null,"default":null})",
        R"({"children":[null,{"text":null}],"names":[null],"numbers":[null],"any":[null],)"
        R"("series":{"b":null},"counts":{"a":null}})",
        R"({"any":"long enough to be on the heap, this one"})",
        R"({"any":{"a":true}})",
        R"({"any":true})",
        R"({"any":["a","b"]})",
        R"({"any":7})",
        R"({"numbers":7,"names":"n","children":{"flag":true}})",
        R"({"text":7,"three":"x"})",
        R"({"numbers":[1,2,"x"]})",
    };
    CHECK(differs<support::everything>(texts, json::strict) == "");
    CHECK(differs<support::everything>(texts, json::tolerant) == "");
}

TEST_CASE("a nested object ends up like a new one, also if null or absent") {
    const std::vector<std::string> texts{
        "{}",
        R"({"one":null,"many":null})",
        R"({"one":{"text":"a","maybe":1,"number":2,"more":3},"many":[{"text":"b","more":4},{}]})",
        R"({"one":{"text":"","number":0},"many":[{"maybe":3}]})",
        R"({"one":{"maybe":null},"many":[]})",
        R"({"one":{"text":null,"number":null},"many":[null,{}]})",
        R"({"many":{"text":"c"}})",
        R"({"one":7})"};
    CHECK(differs<reuse::outer>(texts, json::strict) == "");
    CHECK(differs<reuse::outer>(texts, json::tolerant) == "");
}

TEST_CASE("a vector ends up like a new one") {
    const std::vector<std::string> texts{"[1.5,2]",
                                         "[]",
                                         "[3]",
                                         R"("AACAPw==")",
                                         R"("AACAPw")",
                                         R"("AACAPwAA")",
                                         R"("\u0041ACAPw==")",
                                         R"("no base64")",
                                         R"({"a":1})",
                                         "null",
                                         "[null,1]",
                                         "[[1]]",
                                         "7",
                                         "[1,",
                                         R"("AAC)"};
    CHECK(differs<EmbeddingVector>(texts, json::strict) == "");
    CHECK(differs<EmbeddingVector>(texts, json::tolerant) == "");
}

TEST_CASE("base64 that is not canonical is kept verbatim") {
    const auto other_of = [](std::string_view text) {
        const auto r = json::read<EmbeddingVector>(text);
        return r && r->form == embedding_form::base64 ? std::string(r->other.text()) : "no base64";
    };
    CHECK(other_of(R"("AACAPw==")") == "null");
    CHECK(other_of(R"("AACAPw")") == R"("AACAPw")");
    CHECK(other_of(R"("AACAPwAAAEAAAEBA")") == "null");
    CHECK(other_of(R"("\u0041ACAPw==")") == R"("\u0041ACAPw==")");
}

TEST_CASE("log probabilities end up like new ones, also from a plain list of numbers") {
    const std::vector<std::string> texts{
        "{}",
        R"({"content":[{"token":"a","logprob":-1,"bytes":[97],"top_logprobs":[]}]})",
        R"({"content":null,"refusal":[]})",
        "[-0.5,null]",
        "[]",
        R"({"token_logprobs":[-1],"x":1})",
        R"({"tokens":["a"],"token_logprobs":[-0.5],"top_logprobs":[{"a":-0.5}],"text_offset":[0]})"};
    CHECK(differs<Logprobs>(texts, json::strict) == "");
    CHECK(differs<Logprobs>(texts, json::tolerant) == "");
}

}  // namespace reuse_tests
