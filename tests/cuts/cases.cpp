// All of tests/cases/chunk_cases.jsonl and stream_cases.jsonl, and the cases of report_cases.jsonl
// that need no HTTP, compared through the output of `inspect`.
#include <functional>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <oaiwire/stream/chat_stream.hpp>
#include <oaiwire/stream/completion_stream.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>
#include <support/outcome.hpp>

#include <oaiwire/stream/response_stream.hpp>
#include <oaiwire/types/response_text.hpp>

#include "../../examples/inspect/facts.hpp"

namespace cases_tests {

using document = nlohmann::json;
using support::cases;
using support::unescaped;

namespace {

// What `actual` lacks of `expected`; "" if nothing. null equals absent; lists must have equal
// length.
std::string difference(const document& expected, const document& actual,
                       const std::string& path = "") {
    if (expected.is_object() && actual.is_object()) {
        for (const auto& [name, value] : expected.items()) {
            const document found = actual.contains(name) ? actual[name] : document();
            if (auto d = difference(value, found, path + "." + name); !d.empty()) return d;
        }
        return "";
    }
    if (expected.is_array() && actual.is_array() && expected.size() == actual.size()) {
        for (std::size_t i = 0; i != expected.size(); ++i) {
            auto d = difference(expected[i], actual[i], path + "[" + std::to_string(i) + "]");
            if (!d.empty()) return d;
        }
        return "";
    }
    if (expected == actual) return "";
    if (expected.is_string() && expected.get<std::string>().starts_with("<predicate: ")) return "";
    return path + ": " + expected.dump() + " was due, not " + actual.dump();
}

template <class Chunk>
document stream_statistics(const std::vector<std::string>& pieces) {
    const auto out = support::decode<Chunk>(pieces);
    const bool api = out.end == oaiwire::stream_end::api_error;
    document statistics = document::parse(
        inspect::facts_of_stream(out.response, out.statistics, api ? &out.error : nullptr));
    const std::string end(oaiwire::name(out.end));
    statistics["end"] = end == "complete" ? "done" : api ? "error" : end;
    return statistics;
}

// The last line of `inspect stream`, with the text of the response.
template <class Chunk>
std::string last_line(const std::vector<std::string>& pieces) {
    const auto out = support::decode<Chunk>(pieces);
    const bool api = out.end == oaiwire::stream_end::api_error;
    inspect::json_line line;
    line.open('{').name("end").string(oaiwire::name(out.end));
    if (api) {
        inspect::add_error(line, out.error);
    } else if (out.error.code != oaiwire::errc::ok) {
        inspect::add_failure(line, out.error);
    }
    inspect::add_json(line, "response", out.response);
    line.name("text").string(oaiwire::text(out.response));
    line.name("facts").raw(
        inspect::facts_of_stream(out.response, out.statistics, api ? &out.error : nullptr));
    return line.close('}').text();
}

// The result of reading a whole response.
std::string read_line(const std::string& body) {
    oaiwire::Response response;
    oaiwire::error why;
    inspect::json_line line;
    const auto kind = read_response(oaiwire::payload_text(body), response, why);
    line.open('{').name("class").string(oaiwire::name(kind));
    inspect::add_json(line, "response", response);
    return line.name("text").string(oaiwire::text(response)).close('}').text();
}

std::string end_of(const document& line) {
    return line["end"];
}
bool says(const document& line, const std::string& words) {
    const std::string end = end_of(line);
    const document& why = line[end == "api_error" ? "error" : "failure"];
    return why["message"].get<std::string>().find(words) != std::string::npos;
}

// Expectations that the file states in words, by name of the case.
const std::map<std::string, std::function<bool(const document&)>> predicates = {
    {"python-exception-text-as-data",
     [](const document& line) {
         return end_of(line) == "malformed" &&
                says(line, "'async for' requires an object with __aiter__ method");
     }},
    {"r-eof-after-items-done",
     [](const document& line) {
         return end_of(line) == "truncated" || end_of(line) == "finished";
     }},
    {"r-cut-completed-then-injected-error",
     [](const document& line) { return says(line, "stream_read_error"); }},
    {"r-done-sentinel-without-terminal",
     [](const document& line) {
         return end_of(line) == "truncated" && line["failure"]["code"] == "truncated_stream";
     }},
    {"json-200-success-false-to-a-stream",
     [](const document& line) {
         return end_of(line) == "malformed" && says(line, "key is bad") &&
                line["failure"]["code"] == "unrecognised_payload";
     }},
    {"error-metadata-raw-and-choices-stop",
     [](const document& line) { return line["error"]["code"] == "429"; }},
    {"error-200-code-429-with-reset-headers",
     [](const document& line) { return line["error"]["code"] == "429"; }},
    {"chat-decoder-fed-responses-events-then-done",
     [](const document& line) {
         return end_of(line) == "malformed" && says(line, "response.output_text.delta");
     }},
};

}  // namespace

TEST_CASE("the facts of every payload case") {
    const auto all = cases("chunk_cases.jsonl");
    CHECK(all.size() == 158);
    for (const auto& c : all) {
        const std::string payload = c["payload"];
        const auto statistics = inspect::facts_of(c["kind"].get<std::string>(), payload);
        REQUIRE(statistics.has_value());
        INFO(payload);
        INFO(*statistics);
        CHECK(difference(c["expect"], document::parse(*statistics)) == "");
    }
}

TEST_CASE("the facts of every stream case, for every split") {
    const auto all = cases("stream_cases.jsonl");
    CHECK(all.size() == 37);
    for (const auto& c : all) {
        const std::string body = unescaped(c["body_escaped"]);
        const bool chat = c["kind"] == "chat_chunk";
        const auto statistics = [&](const std::vector<std::string>& pieces) {
            return chat ? stream_statistics<oaiwire::ChatCompletionChunk>(pieces)
                        : stream_statistics<oaiwire::CompletionChunk>(pieces);
        };
        INFO(c["name"]);
        const document whole = statistics({body});
        CHECK(difference(c["expect"], whole) == "");
        support::each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
            const document cut = statistics(pieces);
            if (cut != whole) CHECK(cut.dump() == whole.dump());
        });
    }
}

TEST_CASE("every reported case that needs no HTTP, for every split") {
    std::size_t some = 0, in_words = 0;
    for (const auto& c : cases("report_cases.jsonl")) {
        const std::string tool = c["tool"];
        if (tool.starts_with("client<")) continue;
        const std::string body = unescaped(c["input_escaped"]);
        const bool streamed = tool == "stream chat" || tool == "responses";
        const auto line = [&](const std::vector<std::string>& pieces) -> std::string {
            if (tool == "stream chat") return last_line<oaiwire::ChatCompletionChunk>(pieces);
            if (tool == "responses") return last_line<oaiwire::ResponseStreamEvent>(pieces);
            if (tool == "response") return read_line(body);
            return inspect::facts_of(tool.substr(tool.find(' ') + 1), body).value_or("null");
        };
        const std::string whole = line({body});
        INFO(c["name"]);
        INFO(whole);
        ++some;
        CHECK(difference(c["expect"], document::parse(whole)) == "");
        const auto predicate = predicates.find(c["name"]);
        if (c["expect"].dump().find("<predicate: ") != std::string::npos) {
            ++in_words;
            REQUIRE(predicate != predicates.end());
            CHECK(predicate->second(document::parse(whole)));
        }
        if (!streamed) continue;
        support::each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
            const std::string cut = line(pieces);
            if (cut != whole) CHECK(cut == whole);
        });
    }
    CHECK(some == 29);
    CHECK(in_words == predicates.size());
}

}  // namespace cases_tests
