// All of tests/cases/chunk_cases.jsonl and stream_cases.jsonl, through the same facts that
// `inspect` prints.
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <support/cases.hpp>
#include <support/catch.hpp>

#include "../../examples/inspect/facts.hpp"
#include "harness.hpp"

using document = nlohmann::json;
using support::cases;
using support::unescaped;

namespace {

// Where `actual` lacks something of `expected`: "" if nowhere. null is as good as absent; lists
// are of one length.
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
    return path + ": " + expected.dump() + " was due, not " + actual.dump();
}

template <class Chunk>
document stream_facts(const std::vector<std::string>& pieces) {
    const auto out = harness::decode<Chunk>(pieces);
    const bool api = out.end == oaiwire::stream_end::api_error;
    document facts = document::parse(
        inspect::facts_of_stream(out.response, out.facts, api ? &out.error : nullptr));
    const std::string end(oaiwire::name(out.end));
    facts["end"] = end == "complete" ? "done" : api ? "error" : end;
    return facts;
}

}  // namespace

TEST_CASE("the facts of every payload among the cases") {
    const auto all = cases("chunk_cases.jsonl");
    CHECK(all.size() == 158);
    for (const auto& c : all) {
        const std::string payload = c["payload"];
        const auto facts = inspect::facts_of(c["kind"].get<std::string>(), payload);
        REQUIRE(facts.has_value());
        INFO(payload);
        INFO(*facts);
        CHECK(difference(c["expect"], document::parse(*facts)) == "");
    }
}

TEST_CASE("the facts of every stream among the cases, however it is cut") {
    const auto all = cases("stream_cases.jsonl");
    CHECK(all.size() == 37);
    for (const auto& c : all) {
        const std::string body = unescaped(c["body_escaped"]);
        const bool chat = c["kind"] == "chat_chunk";
        const auto facts = [&](const std::vector<std::string>& pieces) {
            return chat ? stream_facts<oaiwire::ChatCompletionChunk>(pieces)
                        : stream_facts<oaiwire::CompletionChunk>(pieces);
        };
        INFO(c["name"]);
        const document whole = facts({body});
        CHECK(difference(c["expect"], whole) == "");
        harness::each_cutting(body, 20, [&](const std::vector<std::string>& pieces) {
            const document cut = facts(pieces);
            if (cut != whole) CHECK(cut.dump() == whole.dump());
        });
    }
}
