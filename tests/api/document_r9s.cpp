#include <oaiwire/api/document_r9s.hpp>
//
#include <support/catch.hpp>

#include <fstream>
#include <sstream>

#include "conforming.hpp"

namespace document_r9s_tests {

using namespace oaiwire;
using enum response_kind;

namespace {
std::string notes(response_kind kind, std::string_view text) {
    return support::notes_of(conforming(document::r9s, kind), text);
}
}  // namespace

TEST_CASE("the examples of R9S's document conform to it") {
    const std::pair<std::string_view, response_kind> kinds[]{
        {"/v1/chat/completions", chat_completion},
        {"/v1/completions", completion},
        {"/v1/embeddings", embeddings},
        {"/v1/models", models},
        {"/v1/responses", response},
        {"/v1/images/generations", images},
        {"/v1/images/edits", images}};
    std::ifstream file(OAIWIRE_TEST_DATA "/cases/r9s_examples.txt");
    int seen = 0;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line);
        std::string what, path, status, type, name, text;
        words >> what >> path >> status >> type >> name;
        std::getline(words, text);
        if (what != "RESP" || status != "200" || type != "application/json") continue;
        for (const auto& [of, kind] : kinds) {
            if (path != of) continue;
            INFO(line);
            CHECK(notes(kind, text) == "");
            ++seen;
        }
    }
    CHECK(seen >= 10);
}

TEST_CASE("members that R9S's document requires are reported as missing") {
    CHECK(notes(chat_completion_chunk,
                R"({"id":"a","object":"o","created":1,"model":"m","choices":[{"index":0,"delta":{)"
                R"("content":null,"tool_calls":[{"id":"c","type":"function"}]}}]})") ==
          "mistyped choices[0].delta.content: a string; "
          "missing choices[0].delta.tool_calls[0].function: an object");
    CHECK(notes(completion_chunk,
                R"({"id":"a","object":"o","created":1,"model":"m","choices":[{}]})") ==
          "missing choices[0].text: a string; missing choices[0].index: an integer");
    CHECK(notes(image_event,
                R"({"id":"a","object":"o","created":1,"model":"m","data":[{"index":0,)"
                R"("progress":1.5}]})") == "out_of_range data[0].progress: a number from 0 to 1");
    CHECK(notes(error_body, R"({"error":{"message":"m"}})") == "missing error.type: a string");
    CHECK(notes(response_event, R"({"type":"a","delta":5})") ==
          "mistyped delta: a string or an object");
}

}  // namespace document_r9s_tests
